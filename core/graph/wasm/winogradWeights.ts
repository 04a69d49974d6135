// The weights of a convolution by Winograd, transformed and packed while a program is loaded.
import type { Addressing } from '../copy.ts';
import { packedSize } from './pack.ts';
import { panelWidth } from './tile.ts';
import { transforms, type WinogradUnit } from './winograd.ts';

/**
 * Weights transformed and packed, one matrix for each point.
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
  const side = unit + 2;
  const points = side * side;
  const g = Float64Array.from(transforms[unit].weights.flat());
  const matrix = packedSize(inputs, outputs);
  const [toOutput, toInput] = strides as [number, number];
  // Points lie far from each other, by distances that fall on the same lines of a cache: some rows at a time.
  const point = rowsOfBlock * panelWidth + 16;
  const block = new Float32Array(points * point);
  for (let first = 0; first < outputs; first += panelWidth) {
    const lanes = Math.min(panelWidth, outputs - first);
    // Outputs that are not there get zeros, not what the panel before had.
    if (lanes < panelWidth) block.fill(0);
    for (let row = 0; row < inputs; row += rowsOfBlock) {
      const rows = Math.min(rowsOfBlock, inputs - row);
      for (let lane = 0; lane < lanes; lane++) {
        const from = { offset: offset + (first + lane) * toOutput + row * toInput, strides: strides.slice(1) };
        transformWeights(weights, from, rows, g, block, lane, point);
      }
      const to = first * inputs + row * panelWidth;
      for (let at = 0; at < points; at++)
        target.set(block.subarray(at * point, at * point + rows * panelWidth), at * matrix + to);
    }
  }
}

/**
 * G w G' of some inputs [inputs, 3, 3] of one output. Between its ends G is pairs of rows that differ in the sign of their
 * middle.
 * @param first Where the first point of the first input goes; inputs are eight elements apart.
 * @param point Elements between points.
 */
function transformWeights(
  weights: Float32Array,
  { offset, strides }: Addressing,
  inputs: number,
  g: Float64Array,
  target: Float32Array,
  first: number,
  point: number,
): void {
  const toInput = strides[0]!;
  const down = strides[1]!;
  const right = strides[2]!;
  const last = g.length - 3;
  for (let input = 0; input < inputs; input++) {
    const upper = offset + input * toInput;
    const middle = upper + down;
    const lower = middle + down;
    let to = first + input * panelWidth;
    for (let i = 0; i <= last; i += 3) {
      const a = g[i]!;
      const b = g[i + 1]!;
      const c = g[i + 2]!;
      const left = a * weights[upper]! + b * weights[middle]! + c * weights[lower]!;
      const mid = a * weights[upper + right]! + b * weights[middle + right]! + c * weights[lower + right]!;
      const end = a * weights[upper + 2 * right]! + b * weights[middle + 2 * right]! + c * weights[lower + 2 * right]!;
      target[to] = g[0]! * left;
      for (let j = 3; j < last; j += 6) {
        const even = g[j]! * left + g[j + 2]! * end;
        const odd = g[j + 1]! * mid;
        target[to + point] = even + odd;
        target[to + 2 * point] = even - odd;
        to += 2 * point;
      }
      target[to + point] = g[last + 2]! * end;
      to += 2 * point;
    }
  }
}

/** Of transformed weights that are made before they are put in their places. */
const rowsOfBlock = 32;
