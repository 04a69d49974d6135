// Convolutions against the definition, on random sizes, strides, dilations, pads, groups and layouts.
import assert from 'node:assert/strict';
import { type ConvShape, emitConv } from '@edgewright/core/graph/wasm/conv.js';
import { emitDepthwise } from '@edgewright/core/graph/wasm/depthwise.js';
import { channelsFirst, channelsLast } from '@edgewright/core/graph/wasm/windows.js';
import { emitWinograd } from '@edgewright/core/graph/wasm/winograd.js';
import * as fc from 'fast-check';
import { addTo, convolve, eachOutput, windowsOf } from './images.ts';
import { base, closeTo, cut, Machine, noise, relaxed } from './machine.ts';
import { packConvWeights, packDepthwiseWeights, packWinograd } from './packed.ts';

const shapes = fc.record({
  windows: windowsOf,
  groups: fc.integer({ min: 1, max: 3 }),
  inputs: fc.integer({ min: 1, max: 9 }),
  outputs: fc.integer({ min: 1, max: 11 }),
  residual: fc.boolean(),
  rows: fc.constantFrom(4, 6),
  block: fc.constantFrom(1, 1 << 18),
  part: fc.double({ min: 0, max: 1, noNaN: true }),
});

for (const target of [base, relaxed])
  describe(`convolution, ${target.relaxed ? 'relaxed' : 'base'} SIMD`, () => {
    it('equals its definition', () => {
      fc.assert(
        fc.property(shapes, ({ windows, groups, inputs, outputs, residual, rows, block, part }) => {
          const { layout, outputLayout, ...rest } = windows;
          const [channels, all] = [groups * inputs, groups * outputs];
          const size = windows.size;
          const list = outputLayout(size[0], size[1], all);
          const bias = { type: 'float32', strides: [0, 0, 0, 1] } as const;
          const other = { type: 'float32', strides: [list.batch, list.row, list.column, list.channel] } as const;
          const shape: ConvShape = {
            ...rest,
            channels,
            groups,
            outputs: all,
            input: layout(windows.height, windows.width, channels),
            output: { type: 'float32', ...list },
            epilogue: {
              operands: residual ? [bias, other] : [bias],
              steps: [
                { fn: 'add', type: 'float32', arguments: [0, 1] },
                ...(residual ? [{ fn: 'add', type: 'float32', arguments: [3, 2] } as const] : []),
              ],
            },
          };
          const x = noise(windows.batch * channels * windows.height * windows.width, 1);
          const w = noise(all * inputs * windows.kernel[0] * windows.kernel[1], 2);
          const b = noise(all, 3);
          const count = windows.batch * size[0] * size[1] * all;
          const r = noise(count, 4);
          const machine = new Machine(target);
          const kernel = emitConv(machine.module, 'conv', shape, { rows, block });
          const output = machine.reserve(count * 4);
          const pointers = [
            machine.put(x),
            machine.put(packConvWeights(w, shape)),
            output,
            machine.put(b),
            ...(residual ? [machine.put(r)] : []),
          ];
          cut(machine, kernel, pointers, part);
          const expected = convolve(shape, x, w);
          eachOutput(shape, (index, channel) => {
            expected[index] = expected[index]! + b[channel]! + (residual ? r[index]! : 0);
          });
          closeTo(machine.floats(output, count), expected, 1e-5);
        }),
        { numRuns: 150 },
      );
    });

    it('equals its definition, depthwise', () => {
      fc.assert(
        fc.property(shapes, ({ windows, inputs: channels, residual, rows: pixels, block, part }) => {
          const { layout, outputLayout, ...rest } = windows;
          const list = outputLayout(rest.size[0], rest.size[1], channels);
          const strides = [list.batch, list.row, list.column, list.channel];
          const shape: ConvShape = {
            ...rest,
            channels,
            groups: channels,
            outputs: channels,
            input: layout(rest.height, rest.width, channels),
            output: { type: 'float32', ...list },
            epilogue: residual
              ? { operands: [{ type: 'float32', strides }], steps: [{ fn: 'add', type: 'float32', arguments: [0, 1] }] }
              : { operands: [], steps: [] },
          };
          const x = noise(rest.batch * channels * rest.height * rest.width, 1);
          const w = noise(channels * rest.kernel[0] * rest.kernel[1], 2);
          const count = rest.batch * rest.size[0] * rest.size[1] * channels;
          const r = noise(count, 4);
          const machine = new Machine(target);
          const kernel = emitDepthwise(machine.module, 'depthwise', shape, { pixels, block });
          const output = machine.reserve(count * 4);
          const weights = machine.put(packDepthwiseWeights(w, shape));
          cut(machine, kernel, [machine.put(x), weights, output, ...(residual ? [machine.put(r)] : [])], part);
          const expected = convolve(shape, x, w);
          if (residual) addTo(expected, r);
          closeTo(machine.floats(output, count), expected, 1e-5);
        }),
        { numRuns: 100 },
      );
    });

    it('equals its definition, depthwise in planes', () => {
      const images = fc.record({
        height: fc.integer({ min: 1, max: 9 }),
        width: fc.integer({ min: 1, max: 40 }),
        size: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 8, max: 30 })),
        kernel: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 })),
        strides: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
        rows: fc.integer({ min: 1, max: 2 }),
        pads: fc.tuple(fc.integer({ min: -1, max: 2 }), fc.integer({ min: 0, max: 3 })),
        channels: fc.integer({ min: 2, max: 5 }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      });
      fc.assert(
        fc.property(images, ({ channels, rows, part, ...rest }) => {
          const { height, width, size } = rest;
          const list = channelsFirst(size[0], size[1], channels);
          const shape: ConvShape = {
            ...rest,
            batch: 2,
            dilations: [rows, 1],
            channels,
            groups: channels,
            outputs: channels,
            input: channelsFirst(height, width, channels),
            output: { type: 'float32', ...list },
            epilogue: {
              operands: [
                { type: 'float32', strides: [list.batch, list.row, list.column, list.channel] },
                { type: 'float32', strides: [0, 0, 0, 1] },
              ],
              steps: [
                { fn: 'add', type: 'float32', arguments: [0, 1] },
                { fn: 'add', type: 'float32', arguments: [3, 2] },
              ],
            },
          };
          // What lies around an image must not be seen.
          const around = new Float32Array(16).fill(Number.NaN);
          const x = noise(2 * channels * height * width, 1);
          const w = noise(channels * rest.kernel[0] * rest.kernel[1], 2);
          const count = 2 * size[0] * size[1] * channels;
          const [r, b] = [noise(count, 4), noise(channels, 5)];
          const machine = new Machine(target);
          const kernel = emitDepthwise(machine.module, 'depthwise', shape);
          const image = machine.put(Float32Array.of(...around, ...x, ...around)) + 64;
          const weights = machine.put(packDepthwiseWeights(w, shape));
          const output = machine.reserve(count * 4);
          cut(machine, kernel, [image, weights, output, machine.put(r), machine.put(b)], part);
          const expected = convolve(shape, x, w);
          eachOutput(shape, (index, channel) => {
            expected[index] = expected[index]! + r[index]! + b[channel]!;
          });
          closeTo(machine.floats(output, count), expected, 1e-5);
        }),
        { numRuns: 150 },
      );
    });

    for (const unit of [2, 4, 6] as const)
      it(`equals its definition, Winograd F(${unit}, 3)`, () => {
        fc.assert(
          fc.property(shapes, ({ windows, inputs, outputs, residual, rows, block, part }) => {
            const { layout, outputLayout, ...rest } = windows;
            const list = outputLayout(rest.size[0], rest.size[1], outputs);
            const strides = [list.batch, list.row, list.column, list.channel];
            const shape: ConvShape = {
              ...rest,
              kernel: [3, 3],
              strides: [1, 1],
              dilations: [1, 1],
              channels: inputs,
              groups: 1,
              outputs,
              input: layout(rest.height, rest.width, inputs),
              output: { type: 'float32', ...list },
              epilogue: residual
                ? {
                    operands: [{ type: 'float32', strides }],
                    steps: [{ fn: 'add', type: 'float32', arguments: [0, 1] }],
                  }
                : { operands: [], steps: [] },
            };
            const x = noise(rest.batch * inputs * rest.height * rest.width, 1);
            const w = noise(outputs * inputs * 9, 2);
            const count = rest.batch * rest.size[0] * rest.size[1] * outputs;
            const r = noise(count, 4);
            const machine = new Machine(target);
            const kernel = emitWinograd(machine.module, 'winograd', shape, { unit, rows, block });
            const output = machine.reserve(count * 4);
            const weights = machine.put(packWinograd(w, inputs, outputs, unit));
            cut(machine, kernel, [machine.put(x), weights, output, ...(residual ? [machine.put(r)] : [])], part);
            const expected = convolve(shape, x, w);
            if (residual) addTo(expected, r);
            closeTo(machine.floats(output, count), expected, 3e-5);
          }),
          { numRuns: 60 },
        );
      });
  });

it('convolution of nothing writes nothing', () => {
  const shape: ConvShape = {
    batch: 0,
    height: 3,
    width: 3,
    channels: 2,
    groups: 1,
    outputs: 2,
    kernel: [3, 3],
    strides: [1, 1],
    dilations: [1, 1],
    pads: [1, 1],
    size: [3, 3],
    input: channelsLast(3, 3, 2),
    output: { type: 'float32', ...channelsLast(3, 3, 2) },
  };
  assert.equal(emitConv(new Machine().module, 'conv', shape).range, 0);
});
