// One cell of a model's grid: the model with all its parameters, not yet crossed with executions.
import type { Code } from '@edgewright/schemas/codes.js';
import type { ExpressionValue, Scope } from '@edgewright/schemas/expression.js';
import { familyParameters, type ParameterSpec } from '@edgewright/schemas/family.js';
import type { Cost, Parameters, ParameterValue, Precision } from '@edgewright/schemas/generated/record.js';
import { constants } from '@edgewright/schemas/names.js';
import type { ResolvedModel } from '@edgewright/schemas/resolved.js';
import { compileCondition } from './condition.ts';
import type { ExecutionGrid } from './execution.ts';
import type { Findings, Where } from './findings.ts';
import { modelText } from './point.ts';
import { type Assignment, type AxisLevel, settle } from './space.ts';
import type { Subject } from './subject.ts';

export interface Variant {
  readonly parameters: Parameters;
  /** Equal for cells that lead to the same model. */
  text(): string;
  /** Why these parameters make no model; then there is no cost. */
  refusal(): Refusal | undefined;
  cost(precision: Precision): Cost;
}

export interface Refusal {
  readonly code: Code;
  readonly where: Where;
  readonly message: string;
  readonly fix: string;
}

export interface VariantInput {
  readonly model: ResolvedModel;
  readonly index: number;
  readonly subject: Subject;
  readonly execution: ExecutionGrid;
  readonly findings: Findings;
}

/** Makes the variant of a cell from the values of its axes. */
export function variantMaker(
  input: VariantInput,
): (assignment: Record<string, AxisLevel>, firsts: Assignment) => Variant {
  const { model, index, subject, findings } = input;
  const derived = [...model.derive].map(([name, expression]) => ({ name, ...compileCondition(expression, findings) }));
  const specs = familyParameters(model.family);
  /** Axes, derived parameters (computed when asked for) and defaults. */
  const scopeOf = (assignment: Assignment): Scope => {
    const scope: Scope = (name) => {
      const value = assignment[name] ?? derived.find((formula) => formula.name === name)?.value(scope);
      return (value ?? subject.defaults[name] ?? constants.get(name)) as ExpressionValue;
    };
    return scope;
  };
  const conditions = [...model.when].map(([axis, expression]) => {
    const condition = compileCondition(expression, findings);
    return { axis, holds: (assignment: Assignment) => condition.holds(scopeOf(assignment)) };
  });
  return (assignment, firsts) => {
    if (conditions.length > 0) settle(assignment, firsts, conditions);
    const parameters: Record<string, ParameterValue> = { ...subject.defaults, ...(assignment as Parameters) };
    let underived: Refusal | undefined;
    for (const { name, expression, value } of derived) {
      const result = value(scopeOf(assignment));
      const problem = result === undefined ? 'cannot be computed' : derivedProblem(result, specs.get(name));
      if (problem === undefined) parameters[name] = result as ParameterValue;
      else underived ??= derivedRefusal(name, expression, problem, settingOf(assignment));
    }
    const costs = new Map<Precision, Cost>();
    let text: string | undefined;
    return {
      parameters,
      text() {
        text ??= modelText({ family: model.family, parameters, artifact: subject.artifact });
        return text;
      },
      refusal() {
        const reason = underived ? undefined : subject.refuse(parameters);
        return reason === undefined ? underived : parametersRefusal(model, index, reason, settingOf(assignment));
      },
      cost(precision) {
        const cost = costs.get(precision) ?? subject.cost(parameters, precision);
        costs.set(precision, cost);
        return cost;
      },
    };
  };
}

/** Why a parameter cannot have this value, or undefined. Without a spec it is a dimension of the user's file. */
function derivedProblem(value: ExpressionValue, spec: ParameterSpec | undefined): string | undefined {
  const shown = JSON.stringify(value);
  if (spec?.type === 'string') {
    if (typeof value === 'string' && (spec.enum?.includes(value) ?? true)) return undefined;
    return `is ${shown}, which is none of ${spec.enum?.join(', ')}`;
  }
  if (typeof value !== 'number') return `is ${shown}, which is no number`;
  if (spec?.type !== 'number' && !Number.isInteger(value)) return `is ${shown}, which is no whole number`;
  const [least, most] = [spec?.minimum ?? 1, spec?.maximum ?? Number.POSITIVE_INFINITY];
  if (value < least) return `is ${shown}, less than ${least}`;
  if (value > most) return `is ${shown}, more than ${most}`;
  return undefined;
}

function derivedRefusal(
  name: string,
  expression: Where & { source: string },
  problem: string,
  setting: string,
): Refusal {
  return {
    code: 'derived-value',
    where: expression,
    message: `${name}, derived by \`${expression.source}\`, ${problem}${setting}.`,
    fix: 'Change the expression, for example with floor(), or exclude these values by a constraint on the axes.',
  };
}

function parametersRefusal(model: ResolvedModel, index: number, reason: string, setting: string): Refusal {
  return {
    code: 'parameters-refused',
    where: { path: ['models', index], place: model.place },
    message: `The parameters make no ${model.family} model${setting}: ${reason.replace(/\.$/, '')}.`,
    fix: 'Change the values, or exclude these combinations by a constraint.',
  };
}

function settingOf(assignment: Assignment): string {
  const values = Object.entries(assignment).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return values.length === 0 ? '' : ` where ${values.join(', ')}`;
}
