// The points that one model can have, after its grid, conditions, derived parameters and constraints. They are numbers
// until one is asked for: a sample of a thousand from a grid of a million must fit a small device.
import type { PointModel } from '@edgewright/schemas/generated/record.js';
import type { ResolvedModel } from '@edgewright/schemas/resolved.js';
import type { Condition } from './condition.ts';
import { constraintFilter } from './filter.ts';
import { joinedId, type PlannedPoint } from './point.ts';
import type { SampleSpace } from './sample.ts';
import { assignmentAt, cellAt, dimensionsOf, gridSize } from './space.ts';
import { type Variant, type VariantInput, variantMaker } from './variant.ts';

export interface Candidates {
  readonly model: ResolvedModel;
  readonly index: number;
  /** How many distinct points there are; they are numbered from 0 in listed order. */
  readonly size: number;
  idAt(place: number): string;
  planAt(place: number): PlannedPoint;
  /** How many distinct points each constraint was the first to exclude, by its source. */
  readonly exclusions: ReadonlyMap<string, number>;
  /** The grid as a sampler sees it: the model's dimensions, then those of the execution. */
  readonly space: SampleSpace;
}

/** Variants kept with their costs; those beyond are made again when they are planned. */
const variantsKept = 50_000;

/** `isTaken` says whether a point of this id is an earlier model's; undefined where that cannot be. */
export function candidatesOf(
  input: VariantInput,
  constraints: readonly Condition[],
  seed: number,
  isTaken: ((id: string) => boolean) | undefined,
): Candidates {
  const { model, index, execution } = input;
  const dimensions = dimensionsOf(model.axes, model.zip);
  const variantAt = variantReader(input);
  const options = execution.optionsFor(model);
  const filter = constraintFilter(input, options.list, constraints);
  const represent = representation(model, variantAt);
  const width = options.list.length;
  /** The points, ascending: cell of the model's grid times `width` plus option of the execution. */
  const points: number[] = [];
  const idOf = (point: number) => {
    const option = options.list[point % width];
    return joinedId(variantAt(Math.floor(point / width)).text(), option?.text ?? '', seed);
  };
  const cells = gridSize(dimensions);
  for (let cell = 0; cell < cells; cell++) {
    if (represent(cell) !== cell) continue;
    for (const [option, passes] of filter.passing(variantAt(cell)).entries()) {
      const point = cell * width + option;
      if (passes && !isTaken?.(idOf(point))) points.push(point);
    }
  }
  return {
    model,
    index,
    size: points.length,
    exclusions: filter.exclusions,
    idAt: (place) => idOf(points[place] as number),
    planAt(place) {
      const point = points[place] as number;
      const { parameters, cost } = variantAt(Math.floor(point / width));
      const { name, family } = model;
      const { artifact, items } = input.subject;
      const described: PointModel = { name, family, parameters, ...(artifact !== undefined && { artifact }) };
      const chosen = options.list[point % width]?.execution;
      if (!chosen) throw new Error('a point names no execution');
      return {
        point: { id: idOf(point), seed, model: described, execution: chosen },
        cost: cost(chosen.precision),
        items: items(parameters),
      };
    },
    space: {
      levels: [...dimensions, ...execution.dimensions].map((dimension) => dimension.levels),
      size: points.length,
      pointAt(levels) {
        const cell = represent(cellAt(dimensions, levels.slice(0, dimensions.length)));
        const option = options.cells[cellAt(execution.dimensions, levels.slice(dimensions.length))] as number;
        return indexOf(points, cell * width + option);
      },
    },
  };
}

function variantReader(input: VariantInput): (cell: number) => Variant {
  const dimensions = dimensionsOf(input.model.axes, input.model.zip);
  const firsts = assignmentAt(dimensions, 0);
  const make = variantMaker(input);
  const kept = new Map<number, Variant>();
  let last: { readonly cell: number; readonly variant: Variant } | undefined;
  return (cell) => {
    if (last?.cell === cell) return last.variant;
    const variant = kept.get(cell) ?? make(assignmentAt(dimensions, cell), firsts);
    if (kept.size < variantsKept) kept.set(cell, variant);
    last = { cell, variant };
    return variant;
  };
}

/** Conditions lead several cells to one model, which the first of them stands for. */
function representation(model: ResolvedModel, variantAt: (cell: number) => Variant): (cell: number) => number {
  if (model.when.size === 0) return (cell) => cell;
  const first = new Map<string, number>();
  const known = new Map<number, number>();
  return (cell) => {
    const earlier = known.get(cell);
    if (earlier !== undefined) return earlier;
    const text = variantAt(cell).text();
    const representative = first.get(text) ?? cell;
    first.set(text, representative);
    known.set(cell, representative);
    return representative;
  };
}

/** Place of a value in ascending numbers, or -1. */
function indexOf(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === value ? low : -1;
}
