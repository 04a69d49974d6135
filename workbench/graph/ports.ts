// Inputs and outputs of a model as its file declares them: which are tensors, and which dimensions are open.
import { elementTypes } from '@edgewright/core/graph/shapes.js';
import type { OnnxModel, OnnxValueInfo } from '@edgewright/core/onnx/messages.js';
import { dimensionName } from '@edgewright/core/onnx/read.js';
import type { PlacedNode } from './verdict.ts';

/** Inputs that a caller gives: files of old versions list their initializers among the inputs. */
export function inputsOf({ graph }: OnnxModel): readonly OnnxValueInfo[] {
  const stored = new Set([
    ...(graph?.initializer ?? []).map(({ name }) => name),
    ...(graph?.sparseInitializer ?? []).map(({ values }) => values?.name),
  ]);
  return (graph?.input ?? []).filter(({ name }) => !stored.has(name));
}

/** Inputs and outputs that are no tensors of the compiler, as what is left to another runtime. */
export function foreignPorts(model: OnnxModel): readonly PlacedNode[] {
  const foreign = (op: 'Input' | 'Output', ports: readonly OnnxValueInfo[]): readonly PlacedNode[] =>
    ports.flatMap((port) => {
      const reason = foreignType(port);
      return reason === undefined ? [] : [{ node: port.name ?? '', op, reason }];
    });
  return [...foreign('Input', inputsOf(model)), ...foreign('Output', model.graph?.output ?? [])];
}

function foreignType({ type }: OnnxValueInfo): string | undefined {
  if (type?.optionalType !== undefined) return 'it is an optional';
  if (type?.sequenceType !== undefined) return 'it is a sequence';
  if (type?.sparseTensorType !== undefined) return 'it is a sparse tensor';
  if (type?.tensorType === undefined) return 'its type is no tensor, or is not said';
  const { elemType = 0 } = type.tensorType;
  if (elementTypes.has(elemType)) return undefined;
  return `it holds ${foreignElements.get(elemType) ?? `elements of ONNX's type ${elemType}`}`;
}

/** [onnx.proto3, TensorProto.DataType] */
const foreignElements: ReadonlyMap<number, string> = new Map([
  [0, 'elements of a type that is not said'],
  [8, 'strings'],
  [14, 'complex numbers'],
  [15, 'complex numbers'],
  [17, 'float8'],
  [18, 'float8'],
  [19, 'float8'],
  [20, 'float8'],
  [21, 'uint4'],
  [22, 'int4'],
  [23, 'float4'],
  [24, 'float8'],
  [25, 'uint2'],
  [26, 'int2'],
]);

export interface OpenDimension {
  readonly name: string;
  readonly input: number;
  readonly axis: number;
}

/** Dimensions of inputs that have no size in the file. */
export function openDimensions(model: OnnxModel): readonly OpenDimension[] {
  return inputsOf(model).flatMap(({ name: port = '', type }, input) =>
    (type?.tensorType?.shape?.dim ?? []).flatMap((dim, axis) => {
      const name = dimensionName(port, axis, dim);
      return name === undefined ? [] : [{ name, input, axis }];
    }),
  );
}
