import assert from 'node:assert/strict';
import { type Difference, differenceOf } from '@edgewright/agent/inspect/difference.js';
import type { ElementType } from '@edgewright/core/graph/graph.js';
import { type Scalar, tensorOf } from '@edgewright/core/graph/tensor.js';

const tolerance = { relative: 1e-3, absolute: 1e-5 };

function check(type: ElementType, actual: readonly Scalar[], expected: readonly Scalar[], found: Partial<Difference>) {
  const own = differenceOf(
    tensorOf(type, [actual.length], actual),
    tensorOf(type, [expected.length], expected),
    tolerance,
  );
  assert.deepEqual(Object.fromEntries(Object.keys(found).map((key) => [key, own[key as keyof Difference]])), found);
}

describe('the difference of two values', () => {
  it('is none where they are equal, NaN and infinities too', () => {
    const values = [1, -2, Number.NaN, Number.POSITIVE_INFINITY, 0];
    check('float32', values, values, { beyond: 0, maxAbs: 0, maxRel: 0, meanAbs: 0, ulps: 0, of: 5 });
  });

  it('has the greatest and the mean error over all elements', () => {
    check('float64', [1, 2.5, -4], [1, 2, -4], { beyond: 1, maxAbs: 0.5, maxRel: 0.25, meanAbs: 0.5 / 3, ulps: null });
  });

  it('allows each element a part of its own size and of the greatest', () => {
    check('float64', [1000, 0.009], [1000, 0], { beyond: 0 });
    check('float64', [1000, 0.011], [1000, 0], { beyond: 1 });
    check('float64', [1000.9, 0], [1000, 0], { beyond: 0 });
    check('float64', [1001.1, 0], [1000, 0], { beyond: 1 });
  });

  it('counts float32 numbers that lie between, across zero too', () => {
    const next = (value: number, steps: number): number => {
      const bits = new Int32Array(new Float32Array([value]).buffer);
      bits[0]! += steps;
      return new Float32Array(bits.buffer)[0]!;
    };
    check('float32', [next(1, 3)], [1], { ulps: 3 });
    check('float32', [next(0, 2)], [-next(0, 1)], { ulps: 3 });
    check('float32', [-0], [0], { ulps: 0 });
  });

  it('counts numbers of half precision, and allows them four of their spacings', () => {
    check('float16', [1 + 2 ** -10], [1], { ulps: 1, beyond: 0 });
    check('float16', [1 + 9 * 2 ** -10], [1], { ulps: 9, beyond: 1 });
    check('bfloat16', [1 + 2 ** -7], [1], { ulps: 1, beyond: 0 });
  });

  it('is infinite where only one is a number', () => {
    const infinite = { beyond: 1, maxAbs: null, maxRel: null, meanAbs: null, ulps: null };
    check('float32', [Number.NaN, 1], [2, 1], infinite);
    check('float32', [2, 1], [Number.NaN, 1], { ...infinite, maxRel: 0 });
    check('float32', [2, 1], [Number.POSITIVE_INFINITY, 1], infinite);
    check('float32', [Number.NEGATIVE_INFINITY, 1], [Number.POSITIVE_INFINITY, 1], infinite);
  });

  it('takes integers as they are, past 2^53 too', () => {
    check('int32', [7], [8], { beyond: 1, maxAbs: 1, ulps: null });
    check('int64', [2n ** 60n + 1n], [2n ** 60n], { beyond: 1, maxAbs: 1 });
    check('bool', [1, 0], [1, 1], { beyond: 1 });
  });

  it('says how types and shapes differ', () => {
    const own = differenceOf(tensorOf('float32', [2], [1, 2]), tensorOf('float32', [1, 2], [1, 2]), tolerance);
    assert.equal(own.mismatch, 'jit makes float32[2], onnxruntime float32[1,2]');
    assert.deepEqual([own.beyond, own.of, own.maxAbs], [2, 2, null]);
    const other = differenceOf(tensorOf('int64', [1], [1n]), tensorOf('int32', [1], [1]), tolerance);
    assert.equal(other.mismatch, 'jit makes int64[1], onnxruntime int32[1]');
  });

  it('of nothing is nothing', () => {
    check('float32', [], [], { beyond: 0, of: 0, maxAbs: 0, meanAbs: 0 });
  });
});
