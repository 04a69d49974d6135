// The product of the execution axes, the same for all points of a model.
import type { ExpressionValue, Scope } from '@edgewright/schemas/expression.js';
import type { Execution } from '@edgewright/schemas/generated/record.js';
import { constants, executionNames } from '@edgewright/schemas/names.js';
import type { ResolvedExecution, ResolvedModel } from '@edgewright/schemas/resolved.js';
import { canonicalJson } from '../canonical.ts';
import { compileCondition } from './condition.ts';
import type { Findings } from './findings.ts';
import { levelOf } from './point.ts';
import {
  type Assignment,
  type AxisLevel,
  assignmentAt,
  type Dimension,
  dimensionsOf,
  gridSize,
  settle,
} from './space.ts';

export interface ExecutionGrid {
  readonly dimensions: readonly Dimension[];
  /** The distinct executions of a model: conditions may name it or its family. */
  optionsFor(model: Pick<ResolvedModel, 'name' | 'family'>): ExecutionOptions;
}

export interface ExecutionOptions {
  readonly list: readonly ExecutionOption[];
  /** For every cell of the grid, which of the list it leads to. */
  readonly cells: Int32Array;
}

export interface ExecutionOption {
  readonly execution: Execution;
  readonly text: string;
}

export function executionGrid(axes: ResolvedExecution, findings: Findings): ExecutionGrid {
  const named = executionNames.map((name) => ({ name, values: axes[name] }));
  const dimensions = dimensionsOf(named, axes.zip);
  const conditions = [...axes.when].map(([axis, expression]) => ({ axis, ...compileCondition(expression, findings) }));
  return {
    dimensions,
    optionsFor({ name, family }) {
      const identity = new Map<string, ExpressionValue>([...constants, ['model', name], ['family', family]]);
      return expandOptions(dimensions, conditions, (asked) => identity.get(asked) as ExpressionValue);
    },
  };
}

export function isExecutionAxis(name: string): name is keyof Execution {
  return executionNames.some((axis) => axis === name);
}

/** An execution axis as an expression sees it: a scenario by its kind. */
export function executionValue(execution: Assignment | Execution, name: string): ExpressionValue | undefined {
  const value = isExecutionAxis(name) ? (levelOf(execution, name) as AxisLevel | undefined) : undefined;
  return typeof value === 'object' && 'kind' in value ? value.kind : value;
}

/** Without the axis of what is ablated where that is nothing, or where the runtime is another: its points are as those of a sweep that does not name it. */
function withoutAblation({ ablation, ...rest }: Assignment): Assignment {
  return ablation === 'none' || rest.runtime !== 'jit' ? rest : { ...rest, ablation: ablation as AxisLevel };
}

function expandOptions(
  dimensions: readonly Dimension[],
  conditions: readonly { readonly axis: string; holds(scope: Scope): boolean }[],
  scope: Scope,
): ExecutionOptions {
  const firsts = assignmentAt(dimensions, 0);
  const list: ExecutionOption[] = [];
  const known = new Map<string, number>();
  const settled = conditions.map(({ axis, holds }) => ({
    axis,
    holds: (assignment: Assignment) => holds((name) => executionValue(assignment, name) ?? scope(name)),
  }));
  const cells = new Int32Array(gridSize(dimensions)).map((_, cell) => {
    const assignment = assignmentAt(dimensions, cell);
    settle(assignment, firsts, settled);
    const execution = withoutAblation(assignment);
    const text = canonicalJson(execution);
    const earlier = known.get(text);
    if (earlier !== undefined) return earlier;
    known.set(text, list.length);
    // The axes of the grid are the keys of an execution, and the document's schema gave each its type.
    list.push({ execution: execution as unknown as Execution, text });
    return list.length - 1;
  });
  return { list, cells };
}
