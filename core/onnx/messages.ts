// The messages of onnx.proto3 as tables: encoder, decoder and types all follow from them. Field numbers are those of
// the ONNX repository's onnx/onnx.proto3. Left out, and skipped when read: training, quantisation annotations, metadata
// of nodes and tensors, map and opaque types.

/** `size`: an int64 that must fit a number; `int64` is a bigint, because attributes use the whole range. */
export type Scalar = 'size' | 'int32' | 'int64' | 'uint64' | 'float' | 'double' | 'string' | 'bytes';

export interface Field {
  readonly number: number;
  readonly type: Scalar | { readonly message: string };
  readonly repeated: boolean;
}

const one = <const Type extends Scalar>(number: number, type: Type) => ({ number, type, repeated: false }) as const;
const many = <const Type extends Scalar>(number: number, type: Type) => ({ number, type, repeated: true }) as const;
const part = <const Name extends string>(number: number, message: Name) =>
  ({ number, type: { message }, repeated: false }) as const;
const parts = <const Name extends string>(number: number, message: Name) =>
  ({ number, type: { message }, repeated: true }) as const;

export const messages = {
  Model: {
    irVersion: one(1, 'size'),
    producerName: one(2, 'string'),
    producerVersion: one(3, 'string'),
    domain: one(4, 'string'),
    modelVersion: one(5, 'int64'),
    docString: one(6, 'string'),
    graph: part(7, 'Graph'),
    opsetImport: parts(8, 'OperatorSet'),
    metadataProps: parts(14, 'Entry'),
    functions: parts(25, 'Function'),
  },
  OperatorSet: { domain: one(1, 'string'), version: one(2, 'size') },
  Entry: { key: one(1, 'string'), value: one(2, 'string') },
  Graph: {
    node: parts(1, 'Node'),
    name: one(2, 'string'),
    initializer: parts(5, 'Tensor'),
    docString: one(10, 'string'),
    input: parts(11, 'ValueInfo'),
    output: parts(12, 'ValueInfo'),
    valueInfo: parts(13, 'ValueInfo'),
    sparseInitializer: parts(15, 'SparseTensor'),
  },
  Node: {
    input: many(1, 'string'),
    output: many(2, 'string'),
    name: one(3, 'string'),
    opType: one(4, 'string'),
    attribute: parts(5, 'Attribute'),
    docString: one(6, 'string'),
    domain: one(7, 'string'),
    overload: one(8, 'string'),
  },
  Attribute: {
    name: one(1, 'string'),
    f: one(2, 'float'),
    i: one(3, 'int64'),
    s: one(4, 'bytes'),
    t: part(5, 'Tensor'),
    g: part(6, 'Graph'),
    floats: many(7, 'float'),
    ints: many(8, 'int64'),
    strings: many(9, 'bytes'),
    tensors: parts(10, 'Tensor'),
    graphs: parts(11, 'Graph'),
    docString: one(13, 'string'),
    tp: part(14, 'Type'),
    typeProtos: parts(15, 'Type'),
    type: one(20, 'int32'),
    refAttrName: one(21, 'string'),
    sparseTensor: part(22, 'SparseTensor'),
    sparseTensors: parts(23, 'SparseTensor'),
  },
  Tensor: {
    dims: many(1, 'size'),
    dataType: one(2, 'int32'),
    floatData: many(4, 'float'),
    int32Data: many(5, 'int32'),
    stringData: many(6, 'bytes'),
    int64Data: many(7, 'int64'),
    name: one(8, 'string'),
    rawData: one(9, 'bytes'),
    doubleData: many(10, 'double'),
    uint64Data: many(11, 'uint64'),
    docString: one(12, 'string'),
    externalData: parts(13, 'Entry'),
    dataLocation: one(14, 'int32'),
  },
  SparseTensor: { values: part(1, 'Tensor'), indices: part(2, 'Tensor'), dims: many(3, 'size') },
  ValueInfo: { name: one(1, 'string'), type: part(2, 'Type'), docString: one(3, 'string') },
  Type: {
    tensorType: part(1, 'TensorType'),
    sequenceType: part(4, 'ElementType'),
    denotation: one(6, 'string'),
    sparseTensorType: part(8, 'TensorType'),
    optionalType: part(9, 'ElementType'),
  },
  TensorType: { elemType: one(1, 'int32'), shape: part(2, 'Shape') },
  ElementType: { elemType: part(1, 'Type') },
  Shape: { dim: parts(1, 'Dimension') },
  Dimension: { dimValue: one(1, 'size'), dimParam: one(2, 'string'), denotation: one(3, 'string') },
  Function: {
    name: one(1, 'string'),
    input: many(4, 'string'),
    output: many(5, 'string'),
    attribute: many(6, 'string'),
    node: parts(7, 'Node'),
    docString: one(8, 'string'),
    opsetImport: parts(9, 'OperatorSet'),
    domain: one(10, 'string'),
    attributeProto: parts(11, 'Attribute'),
    valueInfo: parts(12, 'ValueInfo'),
    overload: one(13, 'string'),
  },
} as const satisfies Record<string, Record<string, Field>>;

export type MessageName = keyof typeof messages;

interface Single {
  readonly size: number;
  readonly int32: number;
  readonly int64: bigint;
  readonly uint64: bigint;
  readonly float: number;
  readonly double: number;
  readonly string: string;
  readonly bytes: Uint8Array;
}

/** Repeated numbers are typed arrays: a tensor may hold millions. */
interface Repeated {
  readonly size: readonly number[];
  readonly int32: Int32Array;
  readonly int64: BigInt64Array;
  readonly uint64: BigUint64Array;
  readonly float: Float32Array;
  readonly double: Float64Array;
  readonly string: readonly string[];
  readonly bytes: readonly Uint8Array[];
}

type FieldValue<F extends Field> = F['type'] extends { readonly message: infer Name extends MessageName }
  ? F['repeated'] extends true
    ? readonly Message<Name>[]
    : Message<Name>
  : F['type'] extends Scalar
    ? F['repeated'] extends true
      ? Repeated[F['type']]
      : Single[F['type']]
    : never;

/** A message with the fields that are present; a repeated field without elements is absent. */
export type Message<Name extends MessageName> = {
  readonly [Key in keyof (typeof messages)[Name]]?:
    | ((typeof messages)[Name][Key] extends Field ? FieldValue<(typeof messages)[Name][Key]> : never)
    | undefined;
};

export type OnnxModel = Message<'Model'>;
export type OnnxGraph = Message<'Graph'>;
export type OnnxNode = Message<'Node'>;
export type OnnxAttribute = Message<'Attribute'>;
export type OnnxTensor = Message<'Tensor'>;
export type OnnxValueInfo = Message<'ValueInfo'>;

/** AttributeProto.AttributeType. */
export const attributeTypes = {
  float: 1,
  int: 2,
  string: 3,
  tensor: 4,
  graph: 5,
  floats: 6,
  ints: 7,
  strings: 8,
} as const;

/** TensorProto.DataLocation. */
export const dataLocations = { default: 0, external: 1 } as const;
