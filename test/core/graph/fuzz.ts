// Random small graphs over the ops that are lowered, for comparison with another runtime.

import type { Attribute, Constant, ElementType, Node, OpenGraph, TensorType } from '@edgewright/core/graph/graph.js';
import { type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import type { Random } from '@edgewright/core/random.js';

/** A value that a node may read. */
export interface Available {
  readonly name: string;
  readonly type: TensorType;
}

/** What nodes are made from. */
export interface Draw {
  readonly random: Random;
  readonly values: readonly Available[];
  /** Adds a constant and gives its name. */
  readonly constant: (tensor: Tensor) => string;
}

type Made = readonly [
  op: string,
  inputs: readonly string[],
  attributes?: Readonly<Record<string, Attribute>>,
  outputs?: number,
];
type Maker = (draw: Draw, x: Available) => Made | undefined;

const int = (value: number): Attribute => ({ kind: 'int', value });
const ints = (value: readonly number[]): Attribute => ({ kind: 'ints', value });
const float = (value: number): Attribute => ({ kind: 'float', value });
const string = (value: string): Attribute => ({ kind: 'string', value });

export function between({ below }: Random, low: number, high: number): number {
  return low + below(high - low + 1);
}

function pickOf<Item>({ below }: Random, items: readonly Item[]): Item {
  return items[below(items.length)]!;
}

const int64 = ({ constant }: Draw, values: readonly number[]): string =>
  constant(tensorOf('int64', [values.length], values));
const rankOf = ({ type }: Available): number => type.shape.length;
const axisIn = ({ random }: Draw, x: Available): number => between(random, -rankOf(x), rankOf(x) - 1);

/** Floats in +-2, as constants have them. */
export function randomTensor(random: Random, shape: readonly number[], type: ElementType = 'float32'): Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  const isFloat = type === 'float32';
  return tensorOf(
    type,
    shape,
    Array.from({ length: count }, () => (isFloat ? 4 * random.unit() - 2 : between(random, 0, 3))),
  );
}

/** A shape that broadcasts with another: sizes left out in front, or 1. */
function broadcastOf(random: Random, shape: readonly number[]): readonly number[] {
  return shape.map((size) => (random.below(3) === 0 ? 1 : size)).slice(random.below(shape.length + 1));
}

const unary = [
  'Abs',
  'Neg',
  'Floor',
  'Ceil',
  'Round',
  'Exp',
  'Sin',
  'Cos',
  'Tanh',
  'Sigmoid',
  'Relu',
  'LeakyRelu',
  'Elu',
  'Selu',
  'Softplus',
  'Softsign',
  'HardSigmoid',
  'HardSwish',
  'Erf',
  'Sign',
  'ThresholdedRelu',
  'Celu',
  'Identity',
  'Gelu',
  'Mish',
  'Atan',
  'Asinh',
];
const binary = ['Add', 'Sub', 'Mul', 'Div', 'Min', 'Max', 'PRelu'];
const reductions = [
  'ReduceSum',
  'ReduceMean',
  'ReduceMax',
  'ReduceMin',
  'ReduceProd',
  'ReduceL1',
  'ReduceL2',
  'ReduceSumSquare',
  'ReduceLogSumExp',
];

/** Space of an image and a window that fits it. */
function windowOf({ random }: Draw, space: readonly number[]): Record<string, Attribute> | undefined {
  const kernel = space.map(() => between(random, 1, 3));
  const dilations = space.map(() => between(random, 1, 2));
  if (space.some((size, axis) => size < (kernel[axis]! - 1) * dilations[axis]! + 1)) return undefined;
  const pads = [...space, ...space].map((_, at) => random.below(kernel[at % space.length]!));
  return {
    kernel_shape: ints(kernel),
    strides: ints(space.map(() => between(random, 1, 2))),
    dilations: ints(dilations),
    pads: ints(pads),
  };
}

export const makers: Readonly<Record<string, Maker>> = {
  unary: ({ random }, x) => [pickOf(random, unary), [x.name]],
  binary: (draw, x) => {
    const other = draw.constant(randomTensor(draw.random, broadcastOf(draw.random, x.type.shape)));
    const op = pickOf(draw.random, binary);
    return [op, op === 'PRelu' || draw.random.below(2) ? [x.name, other] : [other, x.name]];
  },
  both: ({ random, values }, x) => {
    const same = values.filter(({ type }) => `${type.shape}` === `${x.type.shape}` && type.type === 'float32');
    return [pickOf(random, ['Add', 'Sub', 'Mul', 'Max']), [x.name, pickOf(random, same).name]];
  },
  where: (draw, x) => {
    const mask = draw.constant(randomTensor(draw.random, broadcastOf(draw.random, x.type.shape), 'bool'));
    return ['Where', [mask, x.name, draw.constant(randomTensor(draw.random, []))]];
  },
  clip: (draw, x) => [
    'Clip',
    [
      x.name,
      draw.constant(tensorOf('float32', [], [-0.5])),
      draw.random.below(2) ? '' : draw.constant(tensorOf('float32', [], [1])),
    ],
  ],
  transpose: (draw, x) => {
    const order = x.type.shape.map((_, axis) => axis);
    for (let at = order.length - 1; at > 0; at--) {
      const other = draw.random.below(at + 1);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    return ['Transpose', [x.name], { perm: ints(order) }];
  },
  slice: (draw, x) => {
    if (rankOf(x) === 0) return undefined;
    const axis = axisIn(draw, x);
    const size = x.type.shape.at(axis)!;
    const step = pickOf(draw.random, [1, 2, -1, -2, 3]);
    const bound = (): number => between(draw.random, -size - 1, size + 1);
    return [
      'Slice',
      [x.name, int64(draw, [bound()]), int64(draw, [bound()]), int64(draw, [axis]), int64(draw, [step])],
    ];
  },
  pad: (draw, x) => {
    const mode = pickOf(draw.random, ['constant', 'edge', 'reflect', 'wrap']);
    const isOpen = mode === 'constant';
    const limit = (size: number): number =>
      mode === 'reflect' || mode === 'wrap' ? Math.max(0, Math.min(2, size - 1)) : size === 0 && !isOpen ? 0 : 2;
    const pads = [...x.type.shape, ...x.type.shape].map((size) => draw.random.below(limit(size) + 1));
    const value = draw.random.below(2) && isOpen ? [draw.constant(tensorOf('float32', [], [1.5]))] : [];
    return ['Pad', [x.name, int64(draw, pads), ...value], { mode: string(mode) }];
  },
  concat: ({ random, values }, x) => {
    if (rankOf(x) === 0) return undefined;
    const axis = random.below(rankOf(x));
    const open = (shape: readonly number[]): string => `${shape.with(axis, 0)}`;
    const fitting = values.filter(
      ({ type }) =>
        type.type === 'float32' && type.shape.length === rankOf(x) && open(type.shape) === open(x.type.shape),
    );
    return [
      'Concat',
      [x.name, pickOf(random, fitting).name, pickOf(random, fitting).name],
      { axis: int(axis - (random.below(2) ? rankOf(x) : 0)) },
    ];
  },
  split: (draw, x) => {
    const axes = x.type.shape.flatMap((size, axis) => (size >= 2 ? [axis] : []));
    if (axes.length === 0) return undefined;
    const axis = pickOf(draw.random, axes);
    const first = between(draw.random, 0, x.type.shape[axis]!);
    return ['Split', [x.name, int64(draw, [first, x.type.shape[axis]! - first])], { axis: int(axis) }, 2];
  },
  reshape: (draw, x) => {
    const { shape } = x.type;
    if (shape.length < 2 || shape.includes(0)) return undefined;
    const at = draw.random.below(shape.length - 1);
    return ['Reshape', [x.name, int64(draw, [...shape.slice(0, at), -1, ...shape.slice(at + 2)])]];
  },
  unsqueeze: (draw, x) =>
    rankOf(x) < 4 ? ['Unsqueeze', [x.name, int64(draw, [between(draw.random, 0, rankOf(x))])]] : undefined,
  flatten: ({ random }, x) =>
    rankOf(x) > 0 ? ['Flatten', [x.name], { axis: int(between(random, 0, rankOf(x))) }] : undefined,
  expand: (draw, x) => [
    'Expand',
    [x.name, int64(draw, [between(draw.random, 1, 2), ...x.type.shape.map((size) => (size === 1 ? 3 : size))])],
  ],
  tile: (draw, x) =>
    rankOf(x) > 0
      ? [
          'Tile',
          [
            x.name,
            int64(
              draw,
              x.type.shape.map(() => between(draw.random, 0, 2)),
            ),
          ],
        ]
      : undefined,
  gather: (draw, x) => {
    const axes = x.type.shape.flatMap((size, axis) => (size > 0 ? [axis] : []));
    if (axes.length === 0) return undefined;
    const axis = pickOf(draw.random, axes);
    const size = x.type.shape[axis]!;
    const shape = pickOf(draw.random, [[3], [2, 2], [] as number[]]);
    const count = shape.reduce((product, value) => product * value, 1);
    const indices = Array.from({ length: count }, () => between(draw.random, -size, size - 1));
    return ['Gather', [x.name, draw.constant(tensorOf('int64', shape, indices))], { axis: int(axis) }];
  },
  gatherElements: (draw, x) => {
    const { shape } = x.type;
    if (shape.length === 0 || shape.includes(0)) return undefined;
    const axis = draw.random.below(shape.length);
    const count = shape.reduce((product, size) => product * size, 1);
    const indices = Array.from({ length: count }, () => between(draw.random, -shape[axis]!, shape[axis]! - 1));
    return ['GatherElements', [x.name, draw.constant(tensorOf('int64', shape, indices))], { axis: int(axis) }];
  },
  scatterElements: (draw, x) => {
    const { shape } = x.type;
    if (shape.length === 0 || shape.includes(0)) return undefined;
    const axis = draw.random.below(shape.length);
    const count = shape.reduce((product, size) => product * size, 1);
    const indices = Array.from({ length: count }, () => between(draw.random, -shape[axis]!, shape[axis]! - 1));
    const updates = draw.constant(randomTensor(draw.random, shape));
    // Without a reduction the order of writes to one place is not defined.
    return [
      'ScatterElements',
      [x.name, draw.constant(tensorOf('int64', shape, indices)), updates],
      { axis: int(axis), reduction: string(pickOf(draw.random, ['add', 'max', 'min', 'mul'])) },
    ];
  },
  reduce: (draw, x) => {
    if (x.type.shape.includes(0) || rankOf(x) === 0) return undefined;
    const axes = x.type.shape.flatMap((_, axis) => (draw.random.below(2) ? [axis] : []));
    return [
      pickOf(draw.random, reductions),
      [x.name, int64(draw, axes.length > 0 ? axes : [0])],
      { keepdims: int(draw.random.below(2)) },
    ];
  },
  argument: (draw, x) => {
    if (rankOf(x) === 0 || x.type.shape.includes(0)) return undefined;
    return [
      pickOf(draw.random, ['ArgMax', 'ArgMin']),
      [x.name],
      { axis: int(axisIn(draw, x)), keepdims: int(draw.random.below(2)), select_last_index: int(draw.random.below(2)) },
    ];
  },
  softmax: (draw, x) =>
    rankOf(x) > 0
      ? [pickOf(draw.random, ['Softmax', 'LogSoftmax', 'Hardmax']), [x.name], { axis: int(axisIn(draw, x)) }]
      : undefined,
  cumsum: (draw, x) =>
    rankOf(x) > 0
      ? [
          'CumSum',
          [x.name, draw.constant(tensorOf('int64', [], [axisIn(draw, x)]))],
          { exclusive: int(draw.random.below(2)), reverse: int(draw.random.below(2)) },
        ]
      : undefined,
  topk: (draw, x) => {
    // onnxruntime 1.30 divides by zero in a TopK of nothing.
    if (rankOf(x) === 0 || x.type.shape.includes(0)) return undefined;
    const axis = axisIn(draw, x);
    const k = between(draw.random, 0, x.type.shape.at(axis)!);
    return ['TopK', [x.name, int64(draw, [k])], { axis: int(axis), largest: int(draw.random.below(2)) }, 2];
  },
  matmul: (draw, x) => {
    if (rankOf(x) < 2) return undefined;
    const k = x.type.shape[rankOf(x) - 1]!;
    const batch = broadcastOf(draw.random, x.type.shape.slice(0, -2));
    return ['MatMul', [x.name, draw.constant(randomTensor(draw.random, [...batch, k, between(draw.random, 1, 4)]))]];
  },
  gemm: (draw, x) => {
    // onnxruntime 1.30 leaves beta out where the inner size is 0.
    if (rankOf(x) !== 2 || x.type.shape.includes(0)) return undefined;
    const [transA, transB] = [draw.random.below(2), draw.random.below(2)];
    const [m, k] = transA ? x.type.shape.toReversed() : x.type.shape;
    const n = between(draw.random, 1, 4);
    const b = draw.constant(randomTensor(draw.random, transB ? [n, k!] : [k!, n]));
    const c = draw.constant(randomTensor(draw.random, pickOf(draw.random, [[n], [m!, 1], [1], [m!, n]])));
    return [
      'Gemm',
      [x.name, b, c],
      { transA: int(transA), transB: int(transB), alpha: float(0.5), beta: float(pickOf(draw.random, [1, 2])) },
    ];
  },
  conv: (draw, x) => {
    const { shape } = x.type;
    if (shape.length < 3 || shape.length > 4 || shape.includes(0)) return undefined;
    const window = windowOf(draw, shape.slice(2));
    if (window === undefined) return undefined;
    const groups = pickOf(draw.random, [1, shape[1]!]);
    const outputs = groups * between(draw.random, 1, 2);
    const kernel = (window.kernel_shape as { value: readonly number[] }).value;
    const w = draw.constant(randomTensor(draw.random, [outputs, shape[1]! / groups, ...kernel]));
    return [
      'Conv',
      [x.name, w, ...(draw.random.below(2) ? [draw.constant(randomTensor(draw.random, [outputs]))] : [])],
      { ...window, group: int(groups) },
    ];
  },
  convTranspose: (draw, x) => {
    const { shape } = x.type;
    if (shape.length < 3 || shape.length > 4 || shape.includes(0)) return undefined;
    const { random } = draw;
    const groups = pickOf(random, [1, shape[1]!]);
    const kernel = shape.slice(2).map(() => between(random, 1, 3));
    const strides = kernel.map(() => between(random, 1, 3));
    const w = draw.constant(randomTensor(random, [shape[1]!, between(random, 1, 2), ...kernel]));
    return [
      'ConvTranspose',
      [x.name, w],
      {
        group: int(groups),
        strides: ints(strides),
        dilations: ints(kernel.map(() => between(random, 1, 2))),
        output_padding: ints(strides.map((stride) => random.below(stride))),
      },
    ];
  },
  pool: (draw, x) => {
    const { shape } = x.type;
    if (shape.length < 3 || shape.length > 4 || shape.includes(0)) return undefined;
    const window = windowOf(draw, shape.slice(2));
    if (window === undefined) return undefined;
    const op = pickOf(draw.random, ['MaxPool', 'AveragePool']);
    const { dilations: _, ...undilated } = window;
    return op === 'MaxPool'
      ? [op, [x.name], { ...window, ceil_mode: int(draw.random.below(2)) }]
      : [op, [x.name], { ...undilated, count_include_pad: int(draw.random.below(2)) }];
  },
  globalPool: ({ random }, x) =>
    rankOf(x) >= 3 && !x.type.shape.includes(0)
      ? [pickOf(random, ['GlobalAveragePool', 'GlobalMaxPool']), [x.name]]
      : undefined,
  layerNorm: (draw, x) => {
    if (rankOf(x) === 0 || x.type.shape.includes(0)) return undefined;
    const axis = draw.random.below(rankOf(x));
    const scale = (): string => draw.constant(randomTensor(draw.random, x.type.shape.slice(axis)));
    return ['LayerNormalization', [x.name, scale(), scale()], { axis: int(axis), epsilon: float(0.01) }];
  },
  instanceNorm: (draw, x) => {
    if (rankOf(x) < 3 || x.type.shape.includes(0)) return undefined;
    const list = (): string => draw.constant(randomTensor(draw.random, [x.type.shape[1]!]));
    return ['InstanceNormalization', [x.name, list(), list()], { epsilon: float(0.01) }];
  },
  batchNorm: (draw, x) => {
    if (rankOf(x) < 2 || x.type.shape.includes(0)) return undefined;
    const list = (): string => draw.constant(randomTensor(draw.random, [x.type.shape[1]!]));
    const variance = draw.constant(
      tensorOf(
        'float32',
        [x.type.shape[1]!],
        Array.from({ length: x.type.shape[1]! }, () => 0.5 + draw.random.unit()),
      ),
    );
    return ['BatchNormalization', [x.name, list(), list(), list(), variance]];
  },
  depthToSpace: ({ random }, x) => {
    const { shape } = x.type;
    if (shape.length !== 4) return undefined;
    if (shape[1]! % 4 === 0 && shape[1]! > 0)
      return ['DepthToSpace', [x.name], { blocksize: int(2), mode: string(pickOf(random, ['DCR', 'CRD'])) }];
    return shape[2]! % 2 === 0 && shape[3]! % 2 === 0 ? ['SpaceToDepth', [x.name], { blocksize: int(2) }] : undefined;
  },
  resize: (draw, x) => {
    const { shape } = x.type;
    if (shape.length !== 4 || shape.includes(0)) return undefined;
    const wanted = [...shape.slice(0, 2), ...shape.slice(2).map((size) => between(draw.random, 1, 2 * size))];
    const mode = pickOf(draw.random, ['nearest', 'linear', 'cubic']);
    const coordinates = pickOf(draw.random, ['half_pixel', 'asymmetric', 'align_corners', 'pytorch_half_pixel']);
    return [
      'Resize',
      [x.name, '', '', int64(draw, wanted)],
      {
        mode: string(mode),
        coordinate_transformation_mode: string(coordinates),
        nearest_mode: string(pickOf(draw.random, ['floor', 'round_prefer_floor'])),
      },
    ];
  },
  trilu: (draw, x) =>
    rankOf(x) >= 2
      ? [
          'Trilu',
          [x.name, draw.constant(tensorOf('int64', [], [between(draw.random, -2, 2)]))],
          { upper: int(draw.random.below(2)) },
        ]
      : undefined,
  einsum: (draw, x) => {
    if (rankOf(x) !== 3) return undefined;
    const [equation, shape] = pickOf(draw.random, [
      ['abc,cd->abd', [x.type.shape[2]!, 3]],
      ['abc,acd->abd', [x.type.shape[0]!, x.type.shape[2]!, 2]],
      ['abc,bd->dca', [x.type.shape[1]!, 2]],
      ['abc,abc->b', x.type.shape],
    ] as const);
    return ['Einsum', [x.name, draw.constant(randomTensor(draw.random, shape))], { equation: string(equation) }];
  },
  quantize: (draw, x) => [
    'QuantizeLinear',
    [
      x.name,
      draw.constant(tensorOf('float32', [], [0.05])),
      draw.constant(tensorOf(pickOf(draw.random, ['uint8', 'int8'] as const), [], [3])),
    ],
  ],
  lrn: ({ random }, x) =>
    rankOf(x) === 4 && !x.type.shape.includes(0)
      ? ['LRN', [x.name], { size: int(pickOf(random, [1, 3, 5])), alpha: float(0.1) }]
      : undefined,
  recurrent: (draw, x) => {
    if (rankOf(x) !== 3 || x.type.shape.includes(0)) return undefined;
    const { random } = draw;
    const op = pickOf(random, ['LSTM', 'GRU', 'RNN']);
    const gates = op === 'LSTM' ? 4 : op === 'GRU' ? 3 : 1;
    const direction = pickOf(random, ['forward', 'reverse', 'bidirectional']);
    const [count, hidden] = [direction === 'bidirectional' ? 2 : 1, between(random, 1, 3)];
    const parameter = (...shape: number[]): string => draw.constant(randomTensor(random, shape));
    const [steps, batch, size] = x.type.shape as [number, number, number];
    const lengths = random.below(2)
      ? draw.constant(
          tensorOf(
            'int32',
            [batch],
            Array.from({ length: batch }, () => between(random, 1, steps)),
          ),
        )
      : '';
    const attributes = {
      hidden_size: int(hidden),
      direction: string(direction),
      ...(op === 'GRU' ? { linear_before_reset: int(random.below(2)) } : {}),
    };
    return [
      op,
      [
        x.name,
        parameter(count, gates * hidden, size),
        parameter(count, gates * hidden, hidden),
        parameter(count, 2 * gates * hidden),
        lengths,
      ],
      attributes,
      2,
    ];
  },
};

export const shapes: readonly (readonly number[])[] = [
  [],
  [4],
  [2, 3],
  [3, 1],
  [0, 3],
  [2, 3, 4],
  [1, 2, 5],
  [2, 4, 4, 4],
  [1, 3, 5, 6],
  [2, 2, 6, 4],
  [1, 8, 3, 3],
  [2, 0, 3],
];

export interface RandomGraph {
  readonly graph: OpenGraph;
  readonly inputs: readonly Tensor[];
}

/** @param typesOf Types of the values of a graph so far; undefined where it is no graph. */
export function randomGraph(
  random: Random,
  count: number,
  typesOf: (graph: OpenGraph) => ReadonlyMap<string, TensorType> | undefined,
): RandomGraph {
  const shape = pickOf(random, shapes);
  const constants: Constant[] = [];
  let nodes: readonly Node[] = [];
  let values: readonly Available[] = [{ name: 'x', type: { type: 'float32', shape } }];
  const graphOf = (nodes: readonly Node[], outputs: readonly string[]): OpenGraph => ({
    name: 'fuzz',
    opset: 20,
    inputs: [{ name: 'x', type: { type: 'float32', shape }, below: undefined }],
    outputs: outputs.map((name) => ({ name })),
    nodes,
    constants,
    values: new Map(),
  });
  const names = Object.keys(makers);
  for (let tries = 0; nodes.length < count && tries < 20 * count; tries++) {
    const floats = values.filter(({ type }) => type.type === 'float32');
    // Mostly of the newest, so that chains are long.
    const x = random.below(3) ? floats[floats.length - 1]! : pickOf(random, floats);
    const before = constants.length;
    const constant = (tensor: Tensor): string => {
      const name = `c${constants.length}`;
      constants.push({
        name,
        type: { type: tensor.type, shape: tensor.shape },
        content: { kind: 'data', data: tensor.data },
        counts: 'shape',
      });
      return name;
    };
    const made = makers[pickOf(random, names)]!({ random, values, constant }, x);
    if (made === undefined) {
      constants.length = before;
      continue;
    }
    const [op, inputs, attributes = {}, outputs = 1] = made;
    const named = Array.from({ length: outputs }, (_, at) => `v${nodes.length}_${at}`);
    const next = [...nodes, { name: `n${nodes.length}`, op, inputs, outputs: named, attributes }];
    const types = typesOf(graphOf(next, named));
    const isSmall = named.every(
      (name) => (types?.get(name)?.shape.reduce((all, size) => all * size, 1) ?? Number.POSITIVE_INFINITY) < 5000,
    );
    if (types === undefined || !isSmall) {
      constants.length = before;
      continue;
    }
    nodes = next;
    values = [...values, ...named.map((name) => ({ name, type: types.get(name)! }))];
  }
  const read = new Set(nodes.flatMap(({ inputs }) => inputs));
  const outputs = values.flatMap(({ name }) => (read.has(name) || name === 'x' ? [] : [name]));
  return { graph: graphOf(nodes, outputs), inputs: [randomTensor(random, shape)] };
}
