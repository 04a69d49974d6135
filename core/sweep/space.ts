// The grid that axes span: which combination stands where, without making the combinations.
import type { ParameterValue, Scenario } from '@edgewright/schemas/generated/record.js';

export type AxisLevel = ParameterValue | Scenario;

export interface SpaceAxis {
  readonly name: string;
  readonly values: readonly AxisLevel[];
}

/** One axis, or several that advance together. */
export interface Dimension {
  readonly axes: readonly SpaceAxis[];
  readonly levels: number;
}

/** The value of every axis at one cell of the grid. */
export type Assignment = Readonly<Record<string, AxisLevel>>;

/** Dimensions in the order of the axes; a zipped group stands where its first axis does and is as long as its shortest. */
export function dimensionsOf(axes: readonly SpaceAxis[], zip: readonly (readonly string[])[]): Dimension[] {
  const dimensions: Dimension[] = [];
  const placed = new Set<string>();
  for (const axis of axes) {
    if (placed.has(axis.name)) continue;
    const group = zip.find((names) => names.includes(axis.name)) ?? [axis.name];
    const members = axes.filter((member) => group.includes(member.name) && !placed.has(member.name));
    for (const member of members) placed.add(member.name);
    dimensions.push({ axes: members, levels: Math.min(...members.map((member) => member.values.length)) });
  }
  return dimensions;
}

/** Number of cells. */
export function gridSize(dimensions: readonly Dimension[]): number {
  return dimensions.reduce((product, dimension) => product * dimension.levels, 1);
}

/** The cell with this number, from 0, the last dimension fastest. */
export function assignmentAt(dimensions: readonly Dimension[], cell: number): Record<string, AxisLevel> {
  const assignment: Record<string, AxisLevel> = {};
  const levels = levelsAt(dimensions, cell);
  for (const [index, dimension] of dimensions.entries()) {
    for (const axis of dimension.axes) assignment[axis.name] = axis.values[levels[index] as number] as AxisLevel;
  }
  return assignment;
}

/** The number of the cell with these levels, one a dimension. */
export function cellAt(dimensions: readonly Dimension[], levels: readonly number[]): number {
  return dimensions.reduce((cell, dimension, index) => cell * dimension.levels + (levels[index] as number), 0);
}

function levelsAt(dimensions: readonly Dimension[], cell: number): number[] {
  const levels: number[] = [];
  for (const dimension of dimensions.toReversed()) {
    levels.push(cell % dimension.levels);
    cell = Math.floor(cell / dimension.levels);
  }
  return levels.reverse();
}

/**
 * Sets every axis whose condition is false to its first value, until no condition changes anything. A reset can make
 * another condition false, never bring a value back, so this ends after as many rounds as there are conditions; every
 * assignment that meets its own conditions is reached from itself, so none is lost.
 */
export function settle(
  assignment: Record<string, AxisLevel>,
  firsts: Assignment,
  conditions: readonly { readonly axis: string; holds(assignment: Assignment): boolean }[],
): void {
  for (let changed = true; changed; ) {
    changed = false;
    for (const { axis, holds } of conditions) {
      const first = firsts[axis];
      if (first === undefined || assignment[axis] === first || holds(assignment)) continue;
      assignment[axis] = first;
      changed = true;
    }
  }
}
