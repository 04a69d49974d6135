// Dense weights in the order in which kernels read them, as loading a program lays them out.
import { type Copy, copyElements } from '@edgewright/core/graph/copy.js';
import { denseStrides } from '@edgewright/core/graph/program/view.js';
import { type ConvShape, convWeightCopies } from '@edgewright/core/graph/wasm/conv.js';
import { depthwiseWeightCopy } from '@edgewright/core/graph/wasm/depthwise.js';
import { gemvCopies } from '@edgewright/core/graph/wasm/gemv.js';
import { packedSize, panelCopies } from '@edgewright/core/graph/wasm/pack.js';
import type { WinogradUnit } from '@edgewright/core/graph/wasm/winograd.js';
import { packWinogradWeights } from '@edgewright/core/graph/wasm/winogradWeights.js';

/** B[k][n]. */
export function packPanels(b: Float32Array, k: number, n: number): Float32Array {
  return laidOut(b, panelCopies(0, [], [{ size: k, stride: n }], { size: n, stride: 1 }), packedSize(k, n));
}

/** B[k][n] for one row. */
export function packForRow(b: Float32Array, k: number, n: number): Float32Array {
  return laidOut(b, gemvCopies(k, n, { offset: 0, strides: { k: n, n: 1 } }), packedSize(k, n));
}

/** Weights [outputs, channels of a group, kernel height, kernel width]. */
export function packConvWeights(
  weights: Float32Array,
  { groups, channels, outputs, kernel }: Pick<ConvShape, 'groups' | 'channels' | 'outputs' | 'kernel'>,
): Float32Array {
  const size = [groups, outputs / groups, channels / groups, ...kernel];
  const packed = groups * packedSize((channels / groups) * kernel[0] * kernel[1], outputs / groups);
  return laidOut(weights, convWeightCopies({ offset: 0, size, strides: denseStrides(size) }), packed);
}

/** Weights [channels, 1, kernel height, kernel width]. */
export function packDepthwiseWeights(
  weights: Float32Array,
  { channels, kernel }: Pick<ConvShape, 'channels' | 'kernel'>,
): Float32Array {
  const size = [channels, 1, 1, ...kernel];
  return laidOut(weights, [depthwiseWeightCopy({ offset: 0, size, strides: denseStrides(size) })], weights.length);
}

/** Weights [outputs, inputs, 3, 3]. */
export function packWinograd(weights: Float32Array, inputs: number, outputs: number, unit: WinogradUnit): Float32Array {
  const packed = new Float32Array((unit + 2) ** 2 * packedSize(inputs, outputs));
  const from = { offset: 0, strides: denseStrides([outputs, inputs, 3, 3]) };
  packWinogradWeights(weights, from, inputs, outputs, unit, packed);
  return packed;
}

function laidOut(source: Float32Array, copies: readonly Copy[], length: number): Float32Array {
  const target = new Float32Array(length);
  for (const copy of copies) copyElements(copy, source, target);
  return target;
}
