// The small graphs by which a device is calibrated: for every group of work a few sizes, inside the caches and beyond.
import { GraphBuilder } from '../../models/builder.ts';
import type { Attribute, Graph } from '../graph.ts';

/** Made when wanted: the weights of all together are large. */
export interface CalibrationGraph {
  readonly name: string;
  readonly build: () => Graph;
}

export function calibrationGraphs(): readonly CalibrationGraph[] {
  return [
    // The first is what an inference costs that does nothing.
    unary('Neg', [4]),
    ...conv3.map(([inputs, outputs, image]) => conv(inputs, outputs, image, 3, 1)),
    ...steps3.map(([inputs, outputs, image]) => conv(inputs, outputs, image, 3, 2)),
    ...conv1.map(([inputs, outputs, image]) => conv(inputs, outputs, image, 1, 1)),
    conv(3, 32, 112, 7, 2),
    conv(64, 128, 28, 1, 2),
    ...depth.map(([channels, image, stride]) => conv(channels, channels, image, 3, stride, channels)),
    conv(64, 64, 28, 3, 1, 4),
    ...products.map(([m, k, n]) => product(m, k, n)),
    ...pairs.map(([batch, m, k, n]) => pair(batch, m, k, n)),
    ...[1024, 16_384, 262_144, 2_097_152].flatMap((count) => [unary('Neg', [count]), binary('Add', [count], [count])]),
    ...[1024, 65_536].flatMap((count) => functions.map((op) => unary(op, [count]))),
    binary('Add', [64, 3136], [64, 1]),
    binary('Mul', [512, 256], [256]),
    ...rows.flatMap(([count, n]) => [softmax(count, n), normalize(count, n)]),
    ...(
      [
        [64, 784],
        [512, 49],
        [256, 256],
      ] as const
    ).flatMap(([count, n]) => [reduce(count, n, 1), reduce(count, n, 0)]),
    ...(
      [
        [32, 56, 3, 2],
        [64, 28, 3, 2],
        [192, 14, 3, 1],
        [64, 28, 2, 2],
      ] as const
    ).flatMap(([channels, image, size, stride]) => [
      pool('MaxPool', channels, image, size, stride),
      pool('AveragePool', channels, image, size, stride),
    ]),
    ...(
      [
        [64, 64],
        [256, 512],
        [1024, 1024],
      ] as const
    ).map(([a, b]) => transpose([a, b], [1, 0])),
    ...(
      [
        [32, 4, 16],
        [128, 8, 64],
      ] as const
    ).map((shape) => transpose(shape, [1, 0, 2])),
    ...(
      [
        [64, 64],
        [512, 1024],
      ] as const
    ).map((shape) => concat(shape)),
    ...(
      [
        [64, 64],
        [256, 512],
      ] as const
    ).map((shape) => gather(shape)),
    ...(
      [
        [16, 64],
        [64, 1000],
      ] as const
    ).flatMap((shape) => [
      unary('ArgMax', shape, { axis: int(-1), keepdims: int(0) }),
      runningSum(shape),
      scatter(shape),
    ]),
  ];
}

/** Input channels, output channels, height and width. */
const conv3 = [
  [3, 32, 56],
  [8, 8, 28],
  [16, 16, 56],
  [16, 32, 28],
  [32, 32, 28],
  [32, 32, 14],
  [64, 64, 56],
  [64, 64, 14],
  [64, 64, 7],
  [512, 512, 13],
  [128, 128, 28],
  [128, 128, 14],
  [256, 256, 14],
  [256, 256, 7],
  [512, 512, 7],
  [256, 256, 4],
  [8, 8, 8],
  [8, 8, 32],
  [16, 16, 8],
  [16, 16, 32],
  [32, 32, 32],
  [32, 32, 2],
  [64, 64, 4],
  [128, 128, 4],
  [512, 512, 2],
] as const;

const steps3 = [
  [3, 32, 112],
  [32, 64, 56],
  [64, 128, 28],
  [256, 512, 14],
] as const;

const conv1 = [
  [16, 96, 56],
  [96, 24, 56],
  [64, 64, 56],
  [64, 256, 28],
  [256, 64, 28],
  [32, 192, 14],
  [384, 64, 14],
  [256, 1024, 14],
  [160, 960, 7],
  [960, 160, 7],
  [512, 2048, 7],
  [320, 1280, 2],
  [960, 160, 4],
  [64, 16, 8],
] as const;

/** Channels, height and width, stride. */
const depth = [
  [16, 14, 1],
  [32, 112, 1],
  [24, 28, 2],
  [32, 56, 1],
  [96, 56, 2],
  [144, 28, 1],
  [384, 14, 1],
  [576, 14, 2],
  [960, 7, 1],
] as const;

/** m, k, n, with a constant right operand. */
const products = [
  [1, 64, 10],
  [1, 512, 10],
  [1, 64, 64],
  [1, 256, 256],
  [1, 512, 1000],
  [1, 1024, 1024],
  [1, 2048, 2048],
  [2, 256, 256],
  [4, 512, 512],
  [7, 1024, 1024],
  [16, 128, 128],
  [16, 1024, 1024],
  [32, 64, 64],
  [64, 64, 64],
  [64, 512, 512],
  [128, 128, 128],
  [128, 256, 1024],
  [128, 768, 768],
  [256, 256, 256],
  [512, 512, 512],
  [768, 768, 768],
] as const;

/** batch, m, k, n, of two computed operands. */
const pairs = [
  [1, 4, 256, 256],
  [4, 32, 32, 32],
  [4, 128, 64, 128],
  [4, 128, 128, 64],
  [1, 1, 64, 128],
  [8, 1, 64, 128],
] as const;

const functions = ['Exp', 'Tanh', 'Erf', 'Sqrt', 'Sigmoid', 'Sin'] as const;

const rows = [
  [16, 64],
  [128, 128],
  [512, 64],
  [128, 768],
  [256, 1024],
] as const;

type Shape = readonly number[];

function graph(name: string, make: (builder: GraphBuilder) => string): CalibrationGraph {
  return {
    name,
    build: () => {
      const builder = new GraphBuilder(name, 'float32', 1);
      builder.output(make(builder));
      return builder.finish();
    },
  };
}

function conv(inputs: number, outputs: number, image: number, kernel: number, stride: number, groups = 1) {
  return graph(`conv ${kernel}x${kernel}/${stride} ${inputs}-${outputs} @${image} groups ${groups}`, (builder) => {
    const x = builder.input('x', { type: 'float32', shape: [1, inputs, image, image] });
    const w = builder.parameter('w', [outputs, inputs / groups, kernel, kernel], 0.1);
    const pad = (kernel - 1) / 2;
    return builder.node('Conv', 'y', [x, w], {
      group: int(groups),
      kernel_shape: ints([kernel, kernel]),
      pads: ints([pad, pad, pad, pad]),
      strides: ints([stride, stride]),
    });
  });
}

function product(m: number, k: number, n: number) {
  return graph(`product ${m}x${k}x${n}`, (builder) => {
    const x = builder.input('x', { type: 'float32', shape: [m, k] });
    return builder.node('MatMul', 'y', [x, builder.parameter('w', [k, n], 0.1)]);
  });
}

function pair(batch: number, m: number, k: number, n: number) {
  return graph(`pair ${batch}x${m}x${k}x${n}`, (builder) => {
    const a = builder.input('a', { type: 'float32', shape: [batch, m, k] });
    return builder.node('MatMul', 'y', [a, builder.input('b', { type: 'float32', shape: [batch, k, n] })]);
  });
}

function unary(op: string, shape: Shape, attributes: Readonly<Record<string, Attribute>> = {}) {
  return graph(`${op} ${shape.join('x')}`, (builder) =>
    builder.node(op, 'y', [builder.input('x', { type: 'float32', shape })], attributes),
  );
}

function binary(op: string, left: Shape, right: Shape) {
  return graph(`${op} ${left.join('x')} ${right.join('x')}`, (builder) => {
    const a = builder.input('a', { type: 'float32', shape: left });
    return builder.node(op, 'y', [a, builder.input('b', { type: 'float32', shape: right })]);
  });
}

function softmax(count: number, n: number) {
  return unary('Softmax', [count, n], { axis: int(-1) });
}

function normalize(count: number, n: number) {
  return graph(`normalise ${count}x${n}`, (builder) => {
    const x = builder.input('x', { type: 'float32', shape: [count, n] });
    const [scale, shift] = [builder.parameter('scale', [n], 0.1, 1), builder.parameter('shift', [n], 0.1)];
    return builder.node('LayerNormalization', 'y', [x, scale, shift], { axis: int(-1) });
  });
}

function reduce(count: number, n: number, axis: number) {
  return unary('ReduceMean', [count, n], { axes: ints([axis]), keepdims: int(0) });
}

function pool(op: string, channels: number, image: number, size: number, stride: number) {
  return unary(op, [1, channels, image, image], { kernel_shape: ints([size, size]), strides: ints([stride, stride]) });
}

function transpose(shape: Shape, perm: Shape) {
  return unary('Transpose', shape, { perm: ints(perm) });
}

function concat(shape: Shape) {
  return graph(`concat ${shape.join('x')}`, (builder) => {
    const type = { type: 'float32', shape } as const;
    return builder.node('Concat', 'y', [builder.input('a', type), builder.input('b', type)], { axis: int(0) });
  });
}

/** Rows that a list of indices names. */
function gather([count, n]: readonly [number, number]) {
  return graph(`gather ${count}x${n}`, (builder) => {
    const table = builder.parameter('table', [count, n], 0.1);
    return builder.node('Gather', 'y', [table, builder.input('at', { type: 'int64', shape: [count] }, count)]);
  });
}

function runningSum(shape: Shape) {
  return graph(`running sum ${shape.join('x')}`, (builder) => {
    const x = builder.input('x', { type: 'float32', shape });
    return builder.node('CumSum', 'y', [x, builder.index('axis', 1)]);
  });
}

function scatter([count, n]: readonly [number, number]) {
  return graph(`scatter ${count}x${n}`, (builder) => {
    const shape = [count, n];
    const data = builder.input('data', { type: 'float32', shape });
    const at = builder.input('at', { type: 'int64', shape }, n);
    return builder.node('ScatterElements', 'y', [data, at, builder.input('updates', { type: 'float32', shape })], {
      axis: int(1),
      reduction: { kind: 'string', value: 'add' },
    });
  });
}

function int(value: number): Attribute {
  return { kind: 'int', value };
}

function ints(value: readonly number[]): Attribute {
  return { kind: 'ints', value };
}
