import assert from 'node:assert/strict';
import type { ElementType } from '@edgewright/core/graph/graph.js';
import { erf, evaluatorOf } from '@edgewright/core/graph/interpret/scalars.js';
import { type ScalarName, scalarFunctions } from '@edgewright/core/graph/program/scalar.js';
import { numbersOf, type Scalar, tensorOf } from '@edgewright/core/graph/tensor.js';
import fc from 'fast-check';

function apply(fn: ScalarName, type: ElementType, values: readonly Scalar[], result: ElementType = type): Scalar {
  const made = scalarFunctions[fn].result === 'bool' ? 'bool' : result;
  return evaluatorOf({ fn, type: made, arguments: values.map((_, at) => at) }, () => type)([...values]);
}

describe('scalar functions', () => {
  it('round to even, truncate, and keep the sign of the right operand', () => {
    assert.deepEqual(
      [0.5, 1.5, 2.5, -0.5, -1.5].map((x) => Number(apply('round', 'float32', [x]))),
      [0, 2, 2, -0, -2],
    );
    assert.equal(apply('div', 'int32', [-7, 2]), -3);
    assert.equal(apply('div', 'int64', [-7n, 2n]), -3n);
    assert.equal(apply('div', 'int32', [1, 0]), 0);
    assert.equal(apply('mod', 'int32', [-7, 3]), 2);
    assert.equal(apply('mod', 'int64', [7n, -3n]), -2n);
    assert.equal(apply('remainder', 'int32', [-7, 3]), -1);
    assert.equal(apply('mod', 'float32', [-7, 3]), 2);
  });

  it('wrap integers', () => {
    assert.equal(apply('add', 'int8', [127, 1]), -128);
    assert.equal(apply('sub', 'uint16', [0, 1]), 65535);
    assert.equal(apply('mul', 'int32', [2 ** 30, 5]), 2 ** 30);
    assert.equal(apply('mul', 'uint32', [4294967295, 4294967295]), 1);
    assert.equal(apply('mul', 'uint64', [2n ** 63n, 2n]), 0n);
    assert.equal(apply('pow', 'int64', [3n, 41n]), BigInt.asIntN(64, 3n ** 41n));
    assert.equal(apply('pow', 'int32', [2, -1]), 0);
    assert.equal(apply('pow', 'int64', [2n, 2n ** 62n]), 0n);
    assert.equal(apply('shiftLeft', 'uint8', [255, 1]), 254);
    assert.equal(apply('shiftRight', 'uint32', [4294967295, 31]), 1);
    assert.equal(apply('shiftLeft', 'uint64', [1n, 64n]), 0n);
    assert.equal(apply('bitNot', 'uint8', [1]), 254);
  });

  it('let NaN through but where it is compared', () => {
    for (const fn of ['add', 'min', 'max', 'mul'] as const)
      assert.ok(Number.isNaN(apply(fn, 'float32', [Number.NaN, 1])));
    for (const fn of ['less', 'greater', 'equal'] as const) assert.equal(apply(fn, 'float32', [Number.NaN, 1]), 0);
    assert.equal(apply('isNaN', 'float32', [Number.NaN]), 1);
    assert.equal(apply('pow', 'float32', [1, Number.NaN]), 1);
  });

  it('cast', () => {
    assert.equal(apply('cast', 'float32', [-1.9], 'int32'), -1);
    assert.equal(apply('cast', 'float32', [0.2], 'bool'), 1);
    assert.equal(apply('cast', 'int32', [300], 'uint8'), 44);
    assert.equal(apply('cast', 'int64', [-1n], 'uint32'), 4294967295);
    assert.equal(apply('cast', 'float64', [3e9], 'int64'), 3000000000n);
    assert.equal(apply('cast', 'float64', [0.1], 'float16'), 0.0999755859375);
    assert.equal(apply('bitcast', 'float32', [1], 'int32'), 0x3f800000);
    assert.equal(apply('bitcast', 'int64', [0x3ff0000000000000n], 'float64'), 1);
  });

  it('know the error function', () => {
    // [Abramowitz and Stegun, table 7.1]
    for (const [x, value] of [
      [0.5, 0.5204998778],
      [1, 0.8427007929],
      [2, 0.995322265],
      [3, 0.9999779095],
      [-1, -0.8427007929],
      [2.5, 0.999593048],
    ] as const) {
      assert.ok(Math.abs(erf(x) - value) < 1e-10, `${x}`);
    }
    assert.ok(Math.abs(erf(2.4999999) - erf(2.5000001)) < 1e-9);
  });
});

describe('a tensor', () => {
  it('holds what its type holds', () => {
    assert.deepEqual(numbersOf(tensorOf('bool', [2], [2, 0])), [1, 0]);
    assert.deepEqual(numbersOf(tensorOf('bfloat16', [2], [1.00390625, -3])), [1, -3]);
    assert.throws(() => tensorOf('int8', [3], [1]));
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => {
        const [kept] = numbersOf(tensorOf('bfloat16', [1], [value]));
        assert.ok(
          kept === value ||
            Math.abs(kept! - value) <= Math.abs(value) / 256 ||
            Math.abs(value) < 1e-38 ||
            !Number.isFinite(kept!),
        );
      }),
    );
  });
});
