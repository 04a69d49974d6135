import assert from 'node:assert/strict';
import { type Scalar, type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { compare } from '@edgewright/workbench/graph/compare.js';

const { NaN: none, POSITIVE_INFINITY: infinity } = Number;

function check(
  type: Tensor['type'],
  actual: readonly Scalar[],
  expected: readonly Scalar[],
  wanted: Partial<ReturnType<typeof compare>>,
): void {
  const tensor = (values: readonly Scalar[]): Tensor => tensorOf(type, [values.length], values);
  const made = compare(tensor(actual), tensor(expected), { relative: 0.01, absolute: 0.5 });
  assert.partialDeepStrictEqual(made, wanted, JSON.stringify(made));
}

describe('comparing tensors', () => {
  it('allows both tolerances together', () => {
    check('float64', [101.5, 0.5], [100, 0], { isClose: true, absolute: 1.5, relative: 0.015, message: undefined });
    check('float64', [101.6, 0], [100, 0], { isClose: false, message: 'element 0 is 101.6, expected 100' });
  });

  it('names the element that is furthest beyond them', () => {
    check('float32', [1, 3, 9], [0, 0, 0], { absolute: 9, relative: 0, message: 'element 2 is 9, expected 0' });
  });

  it('takes NaN as equal to NaN, and infinities as equal to themselves alone', () => {
    check('float32', [none, infinity, -infinity], [none, infinity, -infinity], { isClose: true, absolute: 0 });
    for (const [actual, expected] of [
      [none, 1],
      [1, none],
      [1, infinity],
      [infinity, 1],
      [-infinity, infinity],
    ] as const)
      check('float32', [actual], [expected], { isClose: false, absolute: infinity });
  });

  it('sees differences of integers that doubles do not', () => {
    check('int64', [2n ** 60n + 1n], [2n ** 60n], { isClose: true, absolute: 1 });
    const big = (value: bigint): Tensor => tensorOf('int64', [], [value]);
    const { isClose } = compare(big(2n ** 60n + 1n), big(2n ** 60n), { relative: 0, absolute: 0 });
    assert.equal(isClose, false);
  });

  it('does not compare other types or shapes', () => {
    const tolerance = { relative: 1, absolute: 1 };
    const one = tensorOf('float32', [1], [1]);
    const { message, absolute } = compare(one, tensorOf('float64', [1], [1]), tolerance);
    assert.deepEqual([message, absolute], ['it is float32, expected float64', undefined]);
    assert.match(compare(one, tensorOf('float32', [], [1]), tolerance).message ?? '', /shape is \[1\], expected \[\]/);
  });
});
