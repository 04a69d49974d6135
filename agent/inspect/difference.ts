// How far a value of jit is from the same value of onnxruntime: figures over all elements of a tensor.
import { elements } from '@edgewright/core/graph/graph.js';
import { isFloat, readerOf, type Tensor } from '@edgewright/core/graph/tensor.js';
import type { InspectedTolerance, InspectedValue } from '@edgewright/schemas/inspection.js';

export type Difference = Pick<
  InspectedValue,
  'type' | 'of' | 'beyond' | 'maxAbs' | 'maxRel' | 'meanAbs' | 'ulps' | 'mismatch'
>;

/** Close as `InspectedTolerance` says; NaN equals NaN. */
export function differenceOf(actual: Tensor, reference: Tensor, tolerance: InspectedTolerance): Difference {
  const of = elements(actual.shape);
  const type = textOf(actual);
  if (type !== textOf(reference)) {
    const mismatch = `jit makes ${type}, onnxruntime ${textOf(reference)}`;
    return { type, of, beyond: of, maxAbs: null, maxRel: null, meanAbs: null, ulps: null, mismatch };
  }
  const [read, readReference] = [readerOf(actual.type, actual.data), readerOf(reference.type, reference.data)];
  const allowed = allowance(reference, tolerance);
  const placeOf = places.get(actual.type);
  let [maxAbs, maxRel, sum, ulps, beyond] = [0, 0, 0, 0, 0];
  for (let at = 0; at < of; at++) {
    const [value, wanted] = [read(at), readReference(at)];
    if (value === wanted || (Number.isNaN(value) && Number.isNaN(wanted))) continue;
    const off = distance(value, wanted);
    const size = Math.abs(Number(wanted));
    if (off > allowed.absolute + allowed.relative * size || !Number.isFinite(off)) beyond++;
    maxAbs = Math.max(maxAbs, off);
    if (size > 0) maxRel = Math.max(maxRel, Number.isFinite(size) ? off / size : Number.POSITIVE_INFINITY);
    sum += off;
    if (placeOf !== undefined) {
      const apart = Math.abs(placeOf(Number(value)) - placeOf(Number(wanted)));
      ulps = Math.max(ulps, Number.isFinite(off) ? apart : Number.POSITIVE_INFINITY);
    }
  }
  return {
    type,
    of,
    beyond,
    maxAbs: finite(maxAbs),
    maxRel: finite(maxRel),
    meanAbs: finite(of === 0 ? 0 : sum / of),
    ulps: placeOf === undefined ? null : finite(ulps),
  };
}

function textOf({ type, shape }: Tensor): string {
  return `${type}[${shape.join(',')}]`;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** As bigints where both are: numbers past 2^53 that differ may be equal as doubles. Infinite where only one is NaN. */
function distance(value: number | bigint, wanted: number | bigint): number {
  if (typeof value === 'bigint' && typeof wanted === 'bigint') return Math.abs(Number(value - wanted));
  const off = Math.abs(Number(value) - Number(wanted));
  return Number.isNaN(off) ? Number.POSITIVE_INFINITY : off;
}

/** Spacing of the numbers at 1 of types that are too coarse for the tolerance of the others. */
const spacings: ReadonlyMap<string, number> = new Map([
  ['float16', 2 ** -10],
  ['bfloat16', 2 ** -7],
]);

function allowance(reference: Tensor, { relative, absolute }: InspectedTolerance): InspectedTolerance {
  if (!isFloat(reference.type)) return { relative: 0, absolute: 0 };
  const read = readerOf(reference.type, reference.data);
  let greatest = 0;
  for (let at = 0; at < reference.data.length; at++) {
    const size = Math.abs(Number(read(at)));
    if (Number.isFinite(size) && size > greatest) greatest = size;
  }
  const least = 4 * (spacings.get(reference.type) ?? 0);
  return { relative: Math.max(relative, least), absolute: Math.max(absolute, least) * greatest };
}

const scratch = new Float32Array(1);
const scratchBits = new Int32Array(scratch.buffer);

/** The place of a number among all of float32, counted from 0; both zeros have place 0. */
function singlePlace(value: number): number {
  scratch[0] = value;
  const bits = scratchBits[0]!;
  return bits >= 0 ? bits : -(bits & 0x7fffffff);
}

/** Of types whose numbers are a part of float32's: in normal numbers every so many of its places is one of theirs. */
const places: ReadonlyMap<string, (value: number) => number> = new Map([
  ['float32', singlePlace],
  ['float16', (value: number) => Math.round(singlePlace(value) / 2 ** 13)],
  ['bfloat16', (value: number) => Math.round(singlePlace(value) / 2 ** 16)],
]);
