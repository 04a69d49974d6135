// Changes to models that no exporter would make: of the bytes of a file, and of the message that they hold.
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type {
  OnnxAttribute,
  OnnxGraph,
  OnnxModel,
  OnnxNode,
  OnnxTensor,
  OnnxValueInfo,
} from '@edgewright/core/onnx/messages.js';
import type { Random } from '@edgewright/core/random.js';

/** The bytes of a model after one to three changes. */
export function mutate(random: Random, model: OnnxModel): Uint8Array {
  let changed = model;
  let changes = random.below(3);
  const isOfBytes = random.below(3) === 0;
  if (!isOfBytes) changes++;
  for (let change = 0; change < changes; change++) changed = changeModel(random, changed);
  const bytes = encodeMessage('Model', changed);
  return isOfBytes ? changeBytes(random, bytes) : bytes;
}

function pick<Item>({ below }: Random, items: readonly Item[]): Item {
  return items[below(items.length)]!;
}

/** Sizes, counts, offsets and indices that stand at a border of something. */
const numbers = [
  ...[-(2 ** 53 - 1), -(2 ** 31), -65_536, -3, -2, -1, 0, 1, 2, 3, 7, 33, 1000, 65_535, 65_536],
  ...[2 ** 24, 2 ** 27, 2 ** 28, 2 ** 29, 2 ** 30, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 40, 2 ** 53 - 1],
] as const;

const wide = [...numbers.map(BigInt), 2n ** 62n, 2n ** 63n - 1n, -(2n ** 63n)] as const;

function changeBytes(random: Random, bytes: Uint8Array): Uint8Array {
  const { below } = random;
  const at = below(Math.max(1, bytes.length));
  switch (below(5)) {
    case 0:
      return bytes.slice(0, at);
    case 1: {
      const flipped = bytes.slice();
      for (let flips = 1 + below(4); flips > 0; flips--) flipped[below(bytes.length)]! ^= 1 << below(8);
      return flipped;
    }
    case 2: {
      // A piece again at another place.
      const to = Math.min(bytes.length, at + below(64));
      const place = below(bytes.length);
      return joined(bytes.subarray(0, place), bytes.subarray(at, to), bytes.subarray(place));
    }
    case 3: {
      // A number of ten bytes: lengths, sizes and types beyond all bounds.
      const long = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, pick(random, [127, 255]), 1);
      return joined(bytes.subarray(0, at), long.subarray(below(9)), bytes.subarray(at + 1));
    }
    default:
      return joined(bytes.subarray(0, at), bytes.subarray(at + below(32)));
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function changeModel(random: Random, model: OnnxModel): OnnxModel {
  if (random.below(20) === 0) {
    return {
      ...model,
      opsetImport: [{ domain: '', version: pick(random, [-1, 0, 1, 6, 8, 10, 12, 18, 24, 2 ** 40]) }],
    };
  }
  return { ...model, graph: changeGraph(random, model.graph ?? {}) };
}

function changeGraph(random: Random, graph: OnnxGraph): OnnxGraph {
  const { below } = random;
  const { node = [], initializer = [], input = [], output = [] } = graph;
  switch (below(8)) {
    case 0:
      return { ...graph, input: changeOne(random, input, changePort) };
    case 1:
      return { ...graph, output: changeOne(random, output, changePort) };
    case 2:
    case 3:
      return { ...graph, initializer: changeOne(random, initializer, changeTensor) };
    case 4: {
      // Again, with another name or the same one.
      if (node.length === 0) return graph;
      const twin = pick(random, node);
      const output = below(2) ? twin.output : twin.output?.map((name) => `${name}'`);
      return { ...graph, node: [...node, { ...twin, output }] };
    }
    default:
      return { ...graph, node: changeOne(random, node, (random, node) => changeNode(random, node, graph)) };
  }
}

function changeOne<Item>(
  random: Random,
  items: readonly Item[],
  change: (random: Random, item: Item) => Item,
): readonly Item[] {
  if (items.length === 0) return items;
  const at = random.below(items.length);
  return items.with(at, change(random, items[at]!));
}

function changePort(random: Random, port: OnnxValueInfo): OnnxValueInfo {
  const { below } = random;
  if (below(8) === 0) return { ...port, name: pick(random, ['', 'x', 'v0_0', '__proto__', 'constructor']) };
  if (below(8) === 0) return { ...port, type: {} };
  const { elemType = 1, shape = {} } = port.type?.tensorType ?? {};
  if (below(3) === 0) return { ...port, type: { tensorType: { elemType: below(28), shape } } };
  const dim = changeSizes(
    random,
    (shape.dim ?? []).map(({ dimValue = 1 }) => dimValue),
  ).map((dimValue) => ({ dimValue }));
  return { ...port, type: { tensorType: { elemType, shape: { dim } } } };
}

function changeSizes(random: Random, sizes: readonly number[]): readonly number[] {
  const { below } = random;
  if (below(6) === 0) return [...sizes, pick(random, numbers)];
  if (below(10) === 0) return new Array<number>(below(40)).fill(1);
  if (sizes.length === 0) return [pick(random, numbers)];
  const at = below(sizes.length);
  return below(6) === 0 ? sizes.toSpliced(at, 1) : sizes.with(at, pick(random, numbers));
}

function changeTensor(random: Random, tensor: OnnxTensor): OnnxTensor {
  const { below } = random;
  const { dims = [], rawData = new Uint8Array() } = tensor;
  switch (below(7)) {
    case 0:
      return { ...tensor, dims: changeSizes(random, dims) };
    case 1:
      return { ...tensor, dataType: below(28) };
    case 2:
      return { ...tensor, rawData: below(2) ? rawData.slice(0, below(rawData.length + 1)) : joined(rawData, rawData) };
    case 3:
      return { ...tensor, rawData: undefined, ...(below(2) && { int64Data: BigInt64Array.of(pick(random, wide)) }) };
    case 4: {
      const location = pick(random, ['', '.', '..', '../secret', '/etc/passwd', 'weights.bin', '/dev/zero', '\0']);
      const [offset, length] = [pick(random, wide), pick(random, wide)];
      const entries = { location, offset, length: below(2) ? length : 'abc' };
      const externalData = Object.entries(entries).map(([key, value]) => ({ key, value: String(value) }));
      return { ...tensor, dataLocation: 1, externalData };
    }
    default: {
      // Other values, of which sizes are made.
      if (tensor.dataType !== 7 || rawData.length < 8) {
        const noise = rawData.slice();
        if (noise.length > 0) noise[below(noise.length)] = below(256);
        return { ...tensor, rawData: noise };
      }
      const values = rawData.slice();
      new DataView(values.buffer).setBigInt64(8 * below(Math.floor(values.length / 8)), pick(random, wide), true);
      return { ...tensor, rawData: values };
    }
  }
}

function changeNode(random: Random, node: OnnxNode, { node: nodes = [], initializer = [] }: OnnxGraph): OnnxNode {
  const { below } = random;
  const { input = [], output = [], attribute = [] } = node;
  switch (below(9)) {
    case 0: {
      // Often a circle.
      const names = [
        '',
        'nobody',
        ...nodes.flatMap(({ output = [] }) => output),
        ...initializer.map(({ name }) => name ?? ''),
      ];
      return {
        ...node,
        input: input.length === 0 ? [pick(random, names)] : input.with(below(input.length), pick(random, names)),
      };
    }
    case 1:
      return { ...node, input: below(2) ? input.slice(1) : [...input, ...input] };
    case 2:
      return { ...node, output: below(2) ? output.slice(1) : [...output, `${output[0]}"`] };
    case 3:
      return { ...node, opType: pick(random, [...hungryOps, ...nodes.map(({ opType = '' }) => opType)]) };
    case 4:
      return { ...node, attribute: attribute.filter(() => below(2) === 0) };
    case 5: {
      const name = pick(random, attributeNames);
      return {
        ...node,
        attribute: [...attribute, changeAttribute(random, { name, type: 7, ints: BigInt64Array.of(1n, 1n) })],
      };
    }
    default:
      return { ...node, attribute: changeOne(random, attribute, changeAttribute) };
  }
}

/** What grows by a value alone. */
const hungryOps = [
  ...['ConstantOfShape', 'Expand', 'Tile', 'Range', 'Resize', 'Pad', 'OneHot', 'EyeLike', 'Split', 'CenterCropPad'],
  ...['HannWindow', 'DFT', 'Col2Im', 'Loop', 'Scan', 'If', 'Einsum', 'Compress', 'NonZero', 'LSTM', 'GridSample'],
  ...['SequenceMap', 'Optional', 'StringSplit', 'nothing', '', '__proto__', 'AffineGrid', 'MaxUnpool', 'ConvTranspose'],
];

const attributeNames = [
  ...['axis', 'axes', 'pads', 'strides', 'dilations', 'kernel_shape', 'group', 'perm', 'blocksize', 'split', 'shape'],
  ...[
    'to',
    'size',
    'scales',
    'output_shape',
    'hidden_size',
    'num_heads',
    'body',
    'value',
    '__proto__',
    'equation',
    'p',
  ],
];

function changeAttribute(random: Random, attribute: OnnxAttribute): OnnxAttribute {
  const { below } = random;
  const { i, ints, f, s, t, g } = attribute;
  if (below(6) === 0) return { ...attribute, type: below(16) };
  if (below(8) === 0) return { name: attribute.name, type: attribute.type };
  if (g !== undefined && below(8) !== 0) return { ...attribute, g: changeGraph(random, g) };
  if (t !== undefined) return { ...attribute, t: changeTensor(random, t) };
  if (ints !== undefined && below(4) !== 0) {
    if (ints.length === 0 || below(4) === 0)
      return { ...attribute, ints: BigInt64Array.of(...ints, pick(random, wide)) };
    return { ...attribute, ints: ints.with(below(ints.length), pick(random, wide)) };
  }
  if (i !== undefined) return { ...attribute, i: pick(random, wide) };
  if (f !== undefined) return { ...attribute, f: pick(random, [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e38]) };
  if (s !== undefined) return { ...attribute, s: below(2) ? s.slice(1) : joined(s, s) };
  return { ...attribute, type: 2, i: pick(random, wide) };
}
