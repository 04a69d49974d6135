// What `npm run bench kernels` measures one by one: each kernel of ours on sizes of common networks, beside the op of a model
// that does the same.
import type { Attribute } from '@edgewright/core/graph/graph.js';
import { type ConvShape, emitConv } from '@edgewright/core/graph/wasm/conv.js';
import { emitDepthwise } from '@edgewright/core/graph/wasm/depthwise.js';
import { emitElementwise } from '@edgewright/core/graph/wasm/elementwise.js';
import { emitGemv } from '@edgewright/core/graph/wasm/gemv.js';
import { emitInt8Gemv, quantizeColumns } from '@edgewright/core/graph/wasm/int8Gemv.js';
import type { Kernel } from '@edgewright/core/graph/wasm/kernel.js';
import { emitMatmul } from '@edgewright/core/graph/wasm/matmul.js';
import { emitRegion } from '@edgewright/core/graph/wasm/raster.js';
import { emitNormalize, emitSoftmax } from '@edgewright/core/graph/wasm/rows.js';
import { emitStrassen, packStrassen } from '@edgewright/core/graph/wasm/strassen.js';
import { channelsFirst, channelsLast } from '@edgewright/core/graph/wasm/windows.js';
import { emitWinograd, winogradTuning } from '@edgewright/core/graph/wasm/winograd.js';
import type { GraphBuilder } from '@edgewright/core/models/builder.js';
import { type Machine, noise } from '../../core/graph/wasm/machine.ts';
import {
  packConvWeights,
  packDepthwiseWeights,
  packForRow,
  packPanels,
  packWinograd,
} from '../../core/graph/wasm/packed.ts';

/** A kernel of ours and the op of a model that does the same. */
export interface Case {
  readonly name: string;
  /** Floating-point operations, where their rate says something. */
  readonly operations?: number;
  readonly input: readonly number[];
  /** Adds `count` of the op to a model, the first on `x`. @returns The last output. */
  readonly model: (builder: GraphBuilder, x: string, count: number) => string;
  /** Ops of the longer chain; 1 where ops cannot follow each other. */
  readonly chain: number;
  /** Candidates by name; the fastest counts, except for those in brackets, which do something else. */
  readonly ours: Readonly<Record<string, (machine: Machine) => () => void>>;
}

export const kernelCases: readonly Case[] = [
  ...[64, 128, 256, 512, 1024].map((n) => matmul(n, n, n)),
  matmul(16, 1024, 1024),
  matmul(1, 1024, 1024),
  matmul(1, 4096, 4096),
  conv('7x7/2 3-64 @224', 3, 64, 224, 7, 2),
  conv('3x3 64-64 @56', 64, 64, 56, 3, 1),
  conv('3x3/2 64-128 @56', 64, 128, 56, 3, 2),
  conv('1x1/2 64-128 @56', 64, 128, 56, 1, 2),
  conv('3x3 128-128 @28', 128, 128, 28, 3, 1),
  conv('3x3/2 128-256 @28', 128, 256, 28, 3, 2),
  conv('3x3 256-256 @14', 256, 256, 14, 3, 1),
  conv('3x3/2 256-512 @14', 256, 512, 14, 3, 2),
  conv('3x3 512-512 @7', 512, 512, 7, 3, 1),
  conv('1x1 96-24 @56', 96, 24, 56, 1, 1),
  conv('1x1 160-960 @7', 160, 960, 7, 1, 1),
  depthwise(32, 112, 1),
  depthwise(96, 112, 2),
  depthwise(144, 56, 1),
  depthwise(384, 14, 1),
  depthwise(960, 7, 1),
  unary('Relu', [
    { fn: 'constant', type: 'float32', arguments: [], value: 0 },
    { fn: 'max', type: 'float32', arguments: [0, 1] },
  ]),
  unary('Sigmoid', [{ fn: 'sigmoid', type: 'float32', arguments: [0] }]),
  unary('Tanh', [{ fn: 'tanh', type: 'float32', arguments: [0] }]),
  unary('Exp', [{ fn: 'exp', type: 'float32', arguments: [0] }]),
  unary('Erf', [{ fn: 'erf', type: 'float32', arguments: [0] }]),
  unary('Sqrt', [{ fn: 'sqrt', type: 'float32', arguments: [0] }]),
  unary('Sin', [{ fn: 'sin', type: 'float32', arguments: [0] }]),
  binary('Add'),
  softmax(128, 128),
  softmax(1000, 1000),
  softmax(1536, 64),
  layerNorm(128, 768),
  transpose([1024, 1024], [1, 0]),
  transpose([64, 112 * 112], [1, 0]),
  transpose([112 * 112, 64], [1, 0]),
  transpose([128, 12, 64], [1, 0, 2]),
  transpose([512, 512, 4], [1, 0, 2]),
];

function whole(machine: Machine, kernel: Kernel, pointers: readonly number[]): () => void {
  const call = machine.caller(kernel, pointers);
  return () => call(0, kernel.range);
}

function matmul(m: number, n: number, k: number): Case {
  return {
    name: `matmul ${m}x${n}x${k}`,
    operations: 2 * m * n * k,
    input: [m, k],
    chain: n === k ? (m * n * k > 1e8 ? 3 : 9) : 1,
    model: (builder, x, count) => {
      for (let at = 0; at < count; at++)
        x = builder.node('MatMul', `y${at}`, [x, builder.parameter(`w${at}`, [k, n], Math.sqrt(3 / k))]);
      return x;
    },
    ours: {
      packed: (machine) => {
        const kernel = emitMatmul(machine.module, 'matmul', {
          batch: [],
          m,
          n,
          k,
          a: { batch: [], row: k, column: 1 },
          b: { kind: 'packed', batch: [] },
          output: { type: 'float32', batch: [], row: n },
        });
        const packed = packPanels(noise(k * n, 2), k, n);
        return whole(machine, kernel, [machine.put(noise(m * k, 1)), machine.put(packed), machine.reserve(m * n * 4)]);
      },
      ...(m >= 256 ? Object.fromEntries([1, 2].map((depth) => [`Strassen ${depth}`, strassen(m, n, k, depth)])) : {}),
      ...(m === 1 ? { 'one row': (machine: Machine) => gemv(machine, n, k) } : {}),
      ...(m === 1 ? { '(int8)': (machine: Machine) => int8Gemv(machine, n, k) } : {}),
    },
  };
}

function strassen(m: number, n: number, k: number, depth: number): (machine: Machine) => () => void {
  return (machine) => {
    const shape = { m, n, k, depth, aRow: k, outputRow: n };
    const kernel = emitStrassen(machine.module, 'strassen', shape);
    const packed = packStrassen(noise(k * n, 2), shape);
    return whole(machine, kernel, [machine.put(noise(m * k, 1)), machine.put(packed), machine.reserve(m * n * 4)]);
  };
}

function gemv(machine: Machine, n: number, k: number): () => void {
  const kernel = emitGemv(machine.module, 'gemv', { n, k, step: 1, output: 'float32' });
  const packed = packForRow(noise(k * n, 2), k, n);
  return whole(machine, kernel, [machine.put(noise(k, 1)), machine.put(packed), machine.reserve(n * 4)]);
}

function int8Gemv(machine: Machine, n: number, k: number): () => void {
  const kernel = emitInt8Gemv(machine.module, 'gemv', { n, k, output: 'float32' });
  const { weights, scales } = quantizeColumns(noise(k * n, 2), { k, n, strides: { k: n, n: 1 } });
  return whole(machine, kernel, [
    machine.put(noise(k, 1)),
    machine.put(weights),
    machine.put(scales),
    machine.reserve(n * 4),
  ]);
}

function conv(name: string, channels: number, outputs: number, side: number, kernel: number, stride: number): Case {
  const pad = (kernel - 1) / 2;
  const size = Math.floor((side + 2 * pad - kernel) / stride) + 1;
  const shape: ConvShape = {
    batch: 1,
    height: side,
    width: side,
    channels,
    groups: 1,
    outputs,
    kernel: [kernel, kernel],
    strides: [stride, stride],
    dilations: [1, 1],
    pads: [pad, pad],
    size: [size, size],
    input: channelsLast(side, side, channels),
    output: { type: 'float32', ...channelsLast(size, size, outputs) },
    epilogue: {
      operands: [{ type: 'float32', strides: [0, 0, 0, 1] }],
      steps: [{ fn: 'add', type: 'float32', arguments: [0, 1] }],
    },
  };
  const w = noise(outputs * channels * kernel * kernel, 2);
  const x = noise(channels * side * side, 1);
  const place = (machine: Machine, kernel: Kernel, packed: Float32Array): (() => void) =>
    whole(machine, kernel, [
      machine.put(x),
      machine.put(packed),
      machine.reserve(size * size * outputs * 4),
      machine.put(noise(outputs, 3)),
    ]);
  const ours: Record<string, (machine: Machine) => () => void> = {
    direct: (machine) => place(machine, emitConv(machine.module, 'conv', shape), packConvWeights(w, shape)),
  };
  if (kernel === 3 && stride === 1)
    for (const unit of [2, 4, 6] as const)
      ours[`F${unit}`] = (machine) =>
        place(
          machine,
          emitWinograd(machine.module, 'winograd', shape, winogradTuning(machine.module.target.relaxed, unit)),
          packWinograd(w, channels, outputs, unit),
        );
  const planes = {
    ...shape,
    input: channelsFirst(side, side, channels),
    output: { type: 'float32', ...channelsFirst(size, size, outputs) },
  } as const;
  ours['(direct, planes)'] = (machine) =>
    place(machine, emitConv(machine.module, 'conv', planes), packConvWeights(w, shape));
  if (kernel === 3 && stride === 1)
    ours['(F4, planes)'] = (machine) =>
      place(
        machine,
        emitWinograd(machine.module, 'winograd', planes, winogradTuning(machine.module.target.relaxed, 4)),
        packWinograd(w, channels, outputs, 4),
      );
  return {
    name: `conv ${name}`,
    operations: 2 * size * size * outputs * channels * kernel * kernel,
    input: [1, channels, side, side],
    chain: channels === outputs && stride === 1 ? 4 : 1,
    model: (builder, x, count) => {
      for (let at = 0; at < count; at++) {
        const weight = builder.parameter(
          `w${at}`,
          [outputs, channels, kernel, kernel],
          Math.sqrt(3 / (channels * kernel * kernel)),
        );
        x = builder.node(
          'Conv',
          `y${at}`,
          [x, weight, builder.parameter(`b${at}`, [outputs], 0.1)],
          window(kernel, stride, 1),
        );
      }
      return x;
    },
    ours,
  };
}

function depthwise(channels: number, side: number, stride: number): Case {
  const size = Math.floor((side - 1) / stride) + 1;
  const shape: ConvShape = {
    batch: 1,
    height: side,
    width: side,
    channels,
    groups: channels,
    outputs: channels,
    kernel: [3, 3],
    strides: [stride, stride],
    dilations: [1, 1],
    pads: [1, 1],
    size: [size, size],
    input: channelsLast(side, side, channels),
    output: { type: 'float32', ...channelsLast(size, size, channels) },
    epilogue: {
      operands: [{ type: 'float32', strides: [0, 0, 0, 1] }],
      steps: [{ fn: 'add', type: 'float32', arguments: [0, 1] }],
    },
  };
  return {
    name: `depthwise 3x3${stride === 2 ? '/2' : ''} ${channels} @${side}`,
    operations: 2 * size * size * channels * 9,
    input: [1, channels, side, side],
    chain: stride === 1 ? 5 : 1,
    model: (builder, x, count) => {
      for (let at = 0; at < count; at++) {
        const weight = builder.parameter(`w${at}`, [channels, 1, 3, 3], 0.5);
        x = builder.node(
          'Conv',
          `y${at}`,
          [x, weight, builder.parameter(`b${at}`, [channels], 0.1)],
          window(3, stride, channels),
        );
      }
      return x;
    },
    ours: {
      direct: (machine) => {
        const kernel = emitDepthwise(machine.module, 'depthwise', shape);
        const weights = machine.put(packDepthwiseWeights(noise(channels * 9, 2), shape));
        const output = machine.reserve(size * size * channels * 4);
        return whole(machine, kernel, [
          machine.put(noise(channels * side * side, 1)),
          weights,
          output,
          machine.put(noise(channels, 3)),
        ]);
      },
    },
  };
}

function window(kernel: number, stride: number, group: number): Readonly<Record<string, Attribute>> {
  const pad = (kernel - 1) / 2;
  return {
    group: { kind: 'int', value: group },
    kernel_shape: { kind: 'ints', value: [kernel, kernel] },
    pads: { kind: 'ints', value: [pad, pad, pad, pad] },
    strides: { kind: 'ints', value: [stride, stride] },
  };
}

function unary(op: string, steps: Parameters<typeof emitElementwise>[2]['steps']): Case {
  const n = 1 << 20;
  return {
    name: `elementwise ${op} 1M`,
    input: [n],
    chain: 13,
    model: (builder, x, count) => {
      for (let at = 0; at < count; at++) x = builder.node(op, `y${at}`, [x]);
      return x;
    },
    ours: {
      ours: (machine) => {
        const operands = [{ type: 'float32', strides: [1] }] as const;
        const kernel = emitElementwise(machine.module, 'unary', { size: [n], operands, steps, output: 'float32' });
        return whole(machine, kernel, [machine.put(noise(n).map(Math.abs)), machine.reserve(n * 4)]);
      },
    },
  };
}

function binary(op: string): Case {
  const n = 1 << 20;
  return {
    name: `elementwise ${op} 1M`,
    input: [n],
    chain: 13,
    model: (builder, x, count) => {
      const w = builder.parameter('w', [n], 0.1);
      for (let at = 0; at < count; at++) x = builder.node(op, `y${at}`, [x, w]);
      return x;
    },
    ours: {
      ours: (machine) => {
        const operand = { type: 'float32', strides: [1] } as const;
        const kernel = emitElementwise(machine.module, 'binary', {
          size: [n],
          operands: [operand, operand],
          steps: [{ fn: 'add', type: 'float32', arguments: [0, 1] }],
          output: 'float32',
        });
        return whole(machine, kernel, [machine.put(noise(n)), machine.put(noise(n, 2)), machine.reserve(n * 4)]);
      },
    },
  };
}

function softmax(rows: number, n: number): Case {
  return {
    name: `softmax ${rows}x${n}`,
    input: [rows, n],
    chain: 9,
    model: (builder, x, count) => {
      for (let at = 0; at < count; at++)
        x = builder.node('Softmax', `y${at}`, [x], { axis: { kind: 'int', value: 1 } });
      return x;
    },
    ours: {
      ours: (machine) => {
        const kernel = emitSoftmax(machine.module, 'softmax', { rows: [rows], n, strides: [n, 1], log: false });
        return whole(machine, kernel, [machine.put(noise(rows * n)), machine.reserve(rows * n * 4)]);
      },
    },
  };
}

function layerNorm(rows: number, n: number): Case {
  return {
    name: `layer norm ${rows}x${n}`,
    input: [rows, n],
    chain: 9,
    model: (builder, x, count) => {
      const scale = builder.parameter('scale', [n], 0.1, 1);
      const shift = builder.parameter('shift', [n], 0.1);
      for (let at = 0; at < count; at++)
        x = builder.node('LayerNormalization', `y${at}`, [x, scale, shift], { axis: { kind: 'int', value: 1 } });
      return x;
    },
    ours: {
      ours: (machine) => {
        const operand = { type: 'float32', strides: [0, 1] } as const;
        const kernel = emitNormalize(machine.module, 'normalize', {
          rows: [rows],
          n,
          strides: [n, 1],
          centred: true,
          epsilon: 1e-5,
          epilogue: {
            operands: [operand, operand],
            steps: [
              { fn: 'mul', type: 'float32', arguments: [0, 1] },
              { fn: 'add', type: 'float32', arguments: [3, 2] },
            ],
          },
        });
        return whole(machine, kernel, [
          machine.put(noise(rows * n)),
          machine.reserve(rows * n * 4),
          machine.put(noise(n, 2)),
          machine.put(noise(n, 3)),
        ]);
      },
    },
  };
}

function transpose(size: readonly number[], permutation: readonly number[]): Case {
  const strides = size.map((_, axis) => size.slice(axis + 1).reduce((product, each) => product * each, 1));
  const length = size.reduce((product, each) => product * each, 1);
  const target = permutation.map((axis) => size[axis]!);
  const targetStrides = target.map((_, axis) => target.slice(axis + 1).reduce((product, each) => product * each, 1));
  return {
    name: `transpose ${size.join('x')}${permutation.length > 2 ? ` ${permutation.join('')}` : ''}`,
    input: size,
    chain: 9,
    model: (builder, x, count) => {
      // There and back again, except for squares, is another copy: forth each time, with a free reshape between.
      for (let at = 0; at < count; at++) {
        const y = builder.node('Transpose', `t${at}`, [x], { perm: { kind: 'ints', value: permutation } });
        x = builder.node('Reshape', `y${at}`, [y, builder.integers(`s${at}`, size)]);
      }
      return x;
    },
    ours: {
      ours: (machine) => {
        const kernel = emitRegion(machine.module, 'transpose', {
          width: 4,
          size: target,
          source: { offset: 0, strides: permutation.map((axis) => strides[axis]!) },
          destination: { offset: 0, strides: targetStrides },
        });
        return whole(machine, kernel, [machine.put(noise(length)), machine.reserve(length * 4)]);
      },
    },
  };
}
