// Which names the expressions of a sweep may use, by where they stand, with their types.
import { familyNames, familyParameters, type ParameterSpec } from './family.ts';
import type { FamilyName } from './generated/record.ts';
import sweepSchema from './sweep.schema.json' with { type: 'json' };
import { type Names, type NameType, numberName, stringName, typeOfParameter } from './typing.ts';

/** Sizes in every expression, in bytes. */
export const constants: ReadonlyMap<string, number> = new Map([
  ['KiB', 2 ** 10],
  ['MiB', 2 ** 20],
  ['GiB', 2 ** 30],
]);

/** What a model costs, in constraints alone: known once a point's parameters are. The names of `Cost`. */
export const quantityNames = ['parameters', 'macs', 'flops', 'weightBytes', 'activationBytes', 'trafficBytes'] as const;

/** Axes of `execution`. In expressions `scenario` is the scenario's kind. */
export const executionNames = ['runtime', 'threads', 'precision', 'optimization', 'ablation', 'scenario'] as const;
export type ExecutionName = (typeof executionNames)[number];

/** Of `when` and `derive` of a model: its parameters. */
export function modelNames(parameters: ReadonlyMap<string, ParameterSpec>): Names {
  return new Map([...typesOf(parameters), ...constantNames]);
}

/** Of a model's `constraint`. A parameter hides a quantity of its name, as a dimension of an ONNX file may be called. */
export function modelConstraintNames(parameters: ReadonlyMap<string, ParameterSpec>): Names {
  return new Map([...quantities, ...modelNames(parameters)]);
}

/** Of `when` in `execution`. */
export function executionWhenNames(models: readonly string[]): Names {
  return new Map([...constantNames, ...execution, ...identity(models)]);
}

/**
 * Of the sweep's `constraint`: quantities, execution axes, `items`, `model`, `family`, and every parameter that some
 * model has. A constraint that names a parameter which a model lacks does not apply to that model.
 */
export function sweepConstraintNames(
  models: readonly string[],
  parameters: readonly ReadonlyMap<string, ParameterSpec>[],
): Names {
  const names = new Map<string, NameType>();
  for (const specs of parameters) {
    for (const [name, type] of typesOf(specs)) {
      const known = names.get(name);
      names.set(name, known === undefined ? type : union(known, type));
    }
  }
  return new Map([...names, ...quantities, ['items', numberName], ...executionWhenNames(models)]);
}

const constantNames: readonly (readonly [string, NameType])[] = [...constants.keys()].map((name) => [name, numberName]);
const quantities: readonly (readonly [string, NameType])[] = quantityNames.map((name) => [name, numberName]);

const { runtime, precision, optimization, ablation } = sweepSchema.definitions.execution.properties;

const execution: readonly (readonly [string, NameType])[] = [
  ['runtime', stringName(enumOf(runtime))],
  ['threads', numberName],
  ['precision', stringName(enumOf(precision))],
  ['optimization', stringName(enumOf(optimization))],
  ['ablation', stringName(enumOf(ablation))],
  ['scenario', stringName(['single-stream', 'offline', 'fixed-rate', 'idle-gap'])],
];

function enumOf(schema: { anyOf: readonly { enum?: readonly string[] }[] }): readonly string[] {
  return schema.anyOf.flatMap((branch) => branch.enum ?? []);
}

function identity(models: readonly string[]): readonly (readonly [string, NameType])[] {
  return [
    ['family', stringName(familyNames)],
    ['model', stringName(models)],
  ];
}

function typesOf(parameters: ReadonlyMap<string, ParameterSpec>): readonly (readonly [string, NameType])[] {
  return [...parameters].map(([name, spec]) => [name, typeOfParameter(spec)]);
}

function union(a: NameType, b: NameType): NameType {
  if (a.type !== b.type) return { type: 'any', strings: undefined };
  return { type: a.type, strings: a.strings && b.strings ? [...a.strings, ...b.strings] : undefined };
}

/** The parameters of a model; of `onnx` the dimensions that the document names. */
export function parametersOf(
  family: FamilyName,
  dimensions: readonly string[],
  dimension: ParameterSpec,
): ReadonlyMap<string, ParameterSpec> {
  if (family !== 'onnx') return familyParameters(family);
  return new Map(dimensions.map((name) => [name, dimension]));
}
