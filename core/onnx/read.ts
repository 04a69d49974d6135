// An ONNX model as a graph with every shape fixed, so that it can be counted like the graphs of families. What has no
// rule stays in the graph with types unknown; the count names it.
import type { Known } from '../graph/context.ts';
import type { Attribute, Constant, ElementType, Graph, Input, Node, TensorType, Value } from '../graph/graph.ts';
import { elements } from '../graph/graph.ts';
import { inferNode } from '../graph/infer.ts';
import { elementTypes } from '../graph/shapes.ts';
import {
  attributeTypes,
  type OnnxAttribute,
  type OnnxModel,
  type OnnxNode,
  type OnnxTensor,
  type OnnxValueInfo,
} from './messages.ts';
import { tensorType, tensorValues } from './tensor.ts';
import { producer } from './write.ts';

/** @param bindings Sizes of the symbolic dimensions; a dimension that has none makes the shapes behind it unknown. */
export function readGraph(model: OnnxModel, bindings: ReadonlyMap<string, number>): Graph {
  const source = model.graph ?? {};
  const opset = model.opsetImport?.find(({ domain = '' }) => domain === '' || domain === 'ai.onnx')?.version ?? 1;
  const nodes = (source.node ?? []).map(readNode).filter(({ op }) => op !== 'Constant');
  const constants = readConstants(model, nodes);
  const stored = new Set(constants.map(({ name }) => name));
  const known = new Map<string, Known>();
  for (const { name, type, content } of constants) {
    known.set(name, content.kind === 'values' ? { type, values: content.values } : { type });
  }
  const inputs: Input[] = [];
  for (const { name, type } of (source.input ?? []).flatMap((info) => readValue(info, bindings) ?? [])) {
    if (stored.has(name)) continue;
    inputs.push({ name, type, below: undefined });
    known.set(name, { type });
  }
  const declared = new Map(
    [...(source.valueInfo ?? []), ...(source.output ?? [])]
      .flatMap((info) => readValue(info, bindings) ?? [])
      .map(({ name, type }) => [name, type]),
  );
  const values = new Map<string, TensorType>();
  for (const node of nodes) {
    const results = inferNode(
      node,
      node.inputs.map((name) => known.get(name)),
      opset,
    );
    for (const [at, name] of node.outputs.entries()) {
      const declaredType = declared.get(name);
      const result = results[at] ?? (declaredType && { type: declaredType });
      if (name === '' || result === undefined) continue;
      known.set(name, result);
      values.set(name, result.type);
    }
  }
  const outputs = (source.output ?? []).flatMap(({ name = '' }): readonly Value[] => {
    const type = known.get(name)?.type;
    return type === undefined ? [] : [{ name, type }];
  });
  const named = inputs.map((input) => ({ ...input, below: tableRows(input, nodes, known) }));
  return { name: source.name ?? '', opset, inputs: named, outputs, nodes, constants, values };
}

/**
 * Name of a dimension whose size the file leaves open. A dimension without a name is called after its input and axis,
 * such as `x_0`. Undefined where the size is fixed.
 */
export function dimensionName(
  input: string,
  axis: number,
  dim: { readonly dimValue?: number | undefined; readonly dimParam?: string | undefined },
): string | undefined {
  if (dim.dimParam) return dim.dimParam;
  return dim.dimValue === undefined || dim.dimValue < 0 ? `${input}_${axis}` : undefined;
}

function readValue({ name = '', type }: OnnxValueInfo, bindings: ReadonlyMap<string, number>): Value | undefined {
  const tensor = type?.tensorType;
  const element = elementTypes.get(tensor?.elemType ?? 0);
  if (element === undefined || tensor?.shape === undefined) return undefined;
  const shape = (tensor.shape.dim ?? []).map((dim, axis) => {
    const symbol = dimensionName(name, axis, dim);
    return symbol === undefined ? dim.dimValue : bindings.get(symbol);
  });
  return shape.every((size) => size !== undefined) ? { name, type: { type: element, shape } } : undefined;
}

function readNode(node: OnnxNode): Node {
  const { name = '', opType = '', domain = '', input = [], output = [], attribute = [] } = node;
  const attributes = attribute.flatMap((item) => readAttribute(item));
  const op = domain === '' || domain === 'ai.onnx' ? opType : `${domain}.${opType}`;
  return { name, op, inputs: input, outputs: output, attributes: Object.fromEntries(attributes) };
}

/** Attributes that shapes and counts can hang on; of a tensor, as in ConstantOfShape, its type and first integer. */
function readAttribute(attribute: OnnxAttribute): readonly (readonly [string, Attribute])[] {
  const { name = '', type, i = 0n, f = 0, s, ints, floats, t } = attribute;
  switch (type) {
    case attributeTypes.int:
      return [[name, { kind: 'int', value: Number(i) }]];
    case attributeTypes.float:
      return [[name, { kind: 'float', value: f }]];
    case attributeTypes.string:
      return [[name, { kind: 'string', value: String.fromCharCode(...(s ?? []).slice(0, 256)) }]];
    case attributeTypes.ints:
      return [[name, { kind: 'ints', value: Array.from(ints ?? [], Number) }]];
    case attributeTypes.floats:
      return [[name, { kind: 'floats', value: Array.from(floats ?? []) }]];
    case attributeTypes.tensor: {
      const first = smallValues(t)?.[0] ?? 0;
      return [
        [`${name}_type`, { kind: 'int', value: t?.dataType ?? 0 }],
        [`${name}_int`, { kind: 'int', value: Number(first) }],
      ];
    }
    default:
      return [];
  }
}

/** Initializers and the outputs of Constant nodes; types that the graph has no name for are left out. */
function readConstants(model: OnnxModel, nodes: readonly Node[]): readonly Constant[] {
  const source = model.graph ?? {};
  const isOurs = model.producerName === producer;
  const statistics = new Set(
    nodes.flatMap(({ op, inputs }) => (op === 'BatchNormalization' ? inputs.slice(3, 5) : [])),
  );
  const constants: Constant[] = [];
  for (const tensor of source.initializer ?? []) {
    const type = tensorType(tensor);
    if (type === undefined) continue;
    const name = tensor.name ?? '';
    const values = smallValues(tensor);
    const counts = isOurs ? countsOf(tensor.docString) : roleOf(type, statistics.has(name));
    constants.push({ name, type, content: values ? { kind: 'values', values } : { kind: 'stored' }, counts });
  }
  for (const { opType, output, attribute = [] } of source.node ?? []) {
    const name = output?.[0];
    if (opType !== 'Constant' || name === undefined || attribute[0] === undefined) continue;
    const constant = readConstantNode(name, attribute[0]);
    if (constant !== undefined) constants.push(constant);
  }
  return constants;
}

/** Longer tensors hold data, not shapes. */
const maxValues = 1024;

function smallValues(tensor: OnnxTensor | undefined): readonly number[] | undefined {
  return tensor && elements(tensor.dims ?? []) <= maxValues ? tensorValues(tensor) : undefined;
}

function readConstantNode(name: string, attribute: OnnxAttribute): Constant | undefined {
  const { t, i, ints, f, floats } = attribute;
  if (t !== undefined) {
    const type = tensorType(t);
    const values = smallValues(t);
    if (type === undefined) return undefined;
    return {
      name,
      type,
      content: values ? { kind: 'values', values } : { kind: 'stored' },
      counts: roleOf(type, false),
    };
  }
  const list = ints ?? floats;
  const values = list === undefined ? [Number(i ?? f ?? 0)] : Array.from(list, Number);
  const type: ElementType = ints !== undefined || i !== undefined ? 'int64' : 'float32';
  const shape = list === undefined ? [] : [values.length];
  return { name, type: { type, shape }, content: { kind: 'values', values }, counts: 'shape' };
}

const weightTypes: ReadonlySet<ElementType> = new Set(['float32', 'float16', 'float64', 'bfloat16', 'int8', 'uint8']);

/** A file does not say what was trained: floats and quantised weights with a dimension, but no statistics of a normalisation. */
function roleOf({ type, shape }: TensorType, isStatistic: boolean): Constant['counts'] {
  if (isStatistic) return 'statistic';
  return weightTypes.has(type) && shape.length > 0 ? 'parameter' : 'shape';
}

function countsOf(text: string | undefined): Constant['counts'] {
  return text === 'parameter' || text === 'statistic' ? text : 'shape';
}

/** Where an integer input goes straight into a Gather, as ids into an embedding, the rows of its table. */
function tableRows({ name }: Input, nodes: readonly Node[], known: ReadonlyMap<string, Known>): number | undefined {
  const rows = nodes.flatMap(({ op, inputs, attributes }) => {
    if (op !== 'Gather' || inputs[1] !== name) return [];
    const shape = known.get(inputs[0] ?? '')?.type.shape ?? [];
    const axis = attributes.axis?.kind === 'int' ? attributes.axis.value : 0;
    return shape.at(axis) ?? [];
  });
  return rows.length === 0 ? undefined : Math.min(...rows);
}
