// Which points of a model the constraints leave, each constraint asked as early as what it names is known.
import type { ExpressionValue, Scope } from '@edgewright/schemas/expression.js';
import type { Execution } from '@edgewright/schemas/generated/record.js';
import { constants, quantityNames } from '@edgewright/schemas/names.js';
import { type Condition, compileCondition } from './condition.ts';
import { type ExecutionOption, executionValue, isExecutionAxis } from './execution.ts';
import { groupBy } from './group.ts';
import type { Variant, VariantInput } from './variant.ts';

export interface Filter {
  /** Which of the executions are left for a variant. Refusals of variants that no constraint excludes are reported. */
  passing(variant: Variant): boolean[];
  /** How many points each constraint was the first to exclude, by its source. */
  readonly exclusions: ReadonlyMap<string, number>;
}

/** `sweepConstraints` that name a parameter which the model does not have say nothing of this model. */
export function constraintFilter(
  input: VariantInput,
  executions: readonly ExecutionOption[],
  sweepConstraints: readonly Condition[],
): Filter {
  const { model, subject, findings } = input;
  const parameters = new Set([
    ...Object.keys(subject.defaults),
    ...model.axes.map((axis) => axis.name),
    ...model.derive.keys(),
  ]);
  const isKnown = (name: string) =>
    parameters.has(name) || isExecutionAxis(name) || isQuantity(name) || constants.has(name) || isIdentity(name);
  const all = [
    ...model.constraint.map((constraint) => compileCondition(constraint, findings)),
    ...sweepConstraints.filter(({ names }) => names.every(isKnown)),
  ];
  const stageOf = ({ names }: Condition): Stage => {
    const others = names.filter((name) => !parameters.has(name));
    if (others.some(isExecutionAxis)) return 'execution';
    return others.some(isQuantity) ? 'cost' : 'axes';
  };
  const stages = groupBy(all, stageOf);
  const exclusions = new Map<string, number>();
  const firstFailing = (stage: Stage, variant: Variant, execution: Execution | undefined) =>
    stages.get(stage)?.find(({ holds }) => !holds(scopeOf(input, variant, execution)));
  const exclude = ({ expression }: Condition, points: number) =>
    exclusions.set(expression.source, (exclusions.get(expression.source) ?? 0) + points);
  return {
    exclusions,
    passing(variant) {
      const failing = firstFailing('axes', variant, undefined);
      if (failing) {
        exclude(failing, executions.length);
        return executions.map(() => false);
      }
      const refusal = variant.refusal();
      if (refusal) {
        const { code, where, message, fix } = refusal;
        findings.add(code, 'error', where, message, fix);
        return executions.map(() => false);
      }
      // Costs differ by precision alone, so constraints on costs are asked once for each.
      const byPrecision = new Map<string, Condition | undefined>();
      return executions.map(({ execution }) => {
        const { precision } = execution;
        if (!byPrecision.has(precision)) byPrecision.set(precision, firstFailing('cost', variant, execution));
        const refusing = byPrecision.get(precision) ?? firstFailing('execution', variant, execution);
        if (refusing) exclude(refusing, 1);
        return !refusing;
      });
    },
  };
}

/** What must be known before a constraint can be asked. */
type Stage = 'axes' | 'cost' | 'execution';

function isQuantity(name: string): name is (typeof quantityNames)[number] {
  return quantityNames.some((quantity) => quantity === name);
}

function isIdentity(name: string): boolean {
  return name === 'model' || name === 'family' || name === 'items';
}

/** What a constraint may name. A parameter hides a quantity of its name, as a dimension of an ONNX file may be called. */
function scopeOf({ model, subject }: VariantInput, variant: Variant, execution: Execution | undefined): Scope {
  const { parameters, cost } = variant;
  return (name) => {
    const known = parameters[name] ?? constants.get(name);
    if (known !== undefined) return known;
    if (name === 'model') return model.name;
    if (name === 'family') return model.family;
    if (name === 'items') return subject.items(parameters);
    // The stage of the constraint makes sure of the execution where it is needed.
    if (isQuantity(name)) return cost((execution as Execution).precision)[name];
    return executionValue(execution as Execution, name) as ExpressionValue;
  };
}
