import assert from 'node:assert/strict';
import { digest, halfToNumber } from '@edgewright/agent/bench/digest.js';

describe('output digest', () => {
  it('tells size, mean and greatest magnitude', () => {
    const data = new Float32Array([1, -4, 3, 2]);
    assert.deepEqual(digest({ type: 'float32', dims: [4], data }), { elements: 4, mean: 0.5, absMax: 4, finite: true });
  });

  it('reads integers of 64 bits and half floats', () => {
    assert.equal(digest({ type: 'int64', dims: [2], data: new BigInt64Array([3n, 5n]) }).mean, 4);
    assert.equal(digest({ type: 'float16', dims: [2], data: new Uint16Array([0x3c00, 0xc000]) }).mean, -0.5);
  });

  it('has no mean of what is not finite', () => {
    const data = new Float32Array([1, Number.NaN]);
    assert.deepEqual(digest({ type: 'float32', dims: [2], data }), {
      elements: 2,
      mean: null,
      absMax: null,
      finite: false,
    });
  });

  it('knows binary16', () => {
    // IEEE 754-2019, 3.4 and examples of its binary16.
    assert.deepEqual([0x0001, 0x03ff, 0x0400, 0x3555, 0x7bff, 0x8000, 0xfc00].map(halfToNumber), [
      2 ** -24,
      1023 * 2 ** -24,
      2 ** -14,
      0.333251953125,
      65504,
      -0,
      Number.NEGATIVE_INFINITY,
    ]);
  });
});
