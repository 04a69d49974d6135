// The parameters of each model family, read from the schema of sweeps: the one source of their types, bounds and defaults.
import type { FamilyName, ParameterValue } from './generated/record.ts';
import sweepSchema from './sweep.schema.json' with { type: 'json' };

export interface ParameterSpec {
  readonly type: 'integer' | 'number' | 'string' | 'integer-or-list';
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  /** Of a list: how many numbers it may have. */
  readonly maxItems: number | undefined;
  readonly enum: readonly string[] | undefined;
  readonly default: ParameterValue | undefined;
  readonly description: string;
}

export const familyNames: readonly FamilyName[] = ['fc', 'cnn', 'rnn', 'transformer', 'mobile', 'onnx'];

/** In the order of the schema. Empty for `onnx`, whose parameters are the symbolic dimensions of the user's file. */
export function familyParameters(family: FamilyName): ReadonlyMap<string, ParameterSpec> {
  return parametersByFamily[family];
}

/** Threads of `execution`, the one axis there that may be a range. */
export function threadsParameter(): ParameterSpec {
  return specOf(sweepSchema.definitions.execution.properties.threads);
}

/** A symbolic dimension of the user's file: a size. */
export const dimensionParameter: ParameterSpec = {
  type: 'integer',
  minimum: 1,
  maximum: 2 ** 31 - 1,
  maxItems: undefined,
  enum: undefined,
  default: undefined,
  description: 'A symbolic dimension of the file.',
};

interface AxisSchema {
  readonly description: string;
  readonly default?: ParameterValue;
  readonly parameter: {
    readonly type: string;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly maxItems?: number;
    readonly enum?: readonly string[];
  };
}

function specOf(schema: AxisSchema): ParameterSpec {
  const { type, minimum, maximum, maxItems, enum: values } = schema.parameter;
  if (type !== 'integer' && type !== 'number' && type !== 'string' && type !== 'integer-or-list') {
    throw new Error(`the schema has a parameter of type ${type}`);
  }
  return { type, minimum, maximum, maxItems, enum: values, default: schema.default, description: schema.description };
}

function specsOf(axes: Readonly<Record<string, AxisSchema>>): ReadonlyMap<string, ParameterSpec> {
  return new Map(Object.entries(axes).map(([name, schema]) => [name, specOf(schema)]));
}

const { fc, cnn, rnn, transformer, mobile } = sweepSchema.definitions;

const parametersByFamily: Readonly<Record<FamilyName, ReadonlyMap<string, ParameterSpec>>> = {
  fc: specsOf(fc.properties.axes.properties),
  cnn: specsOf(cnn.properties.axes.properties),
  rnn: specsOf(rnn.properties.axes.properties),
  transformer: specsOf(transformer.properties.axes.properties),
  mobile: specsOf(mobile.properties.axes.properties),
  onnx: new Map(),
};
