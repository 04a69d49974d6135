// Lazy arrays: what is compiled when, and that one operator at a time has the same values.
import assert from 'node:assert/strict';
import type { WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import { binary, unary } from '@edgewright/core/tensor/elementwise.js';
import { type EvaluatorOptions, openEvaluator } from '@edgewright/core/tensor/evaluate.js';
import { type Expression, leafOf } from '@edgewright/core/tensor/expression.js';
import { reduce } from '@edgewright/core/tensor/reduce.js';

const { WebAssembly: api } = globalThis as unknown as { WebAssembly: WebAssemblyApi };

function open(options: EvaluatorOptions = {}) {
  const evaluator = openEvaluator(api, options);
  const valuesOf = (array: Expression) => Array.from(evaluator.valuesOf(array) as ArrayLike<number>);
  return { ...evaluator, valuesOf };
}

const row = (values: readonly number[]) => leafOf('float32', [values.length], values);
const shifted = (values: readonly number[], by: number) =>
  binary('add', unary('square', row(values)), leafOf('float32', [], [by]));

describe('lazy arrays', () => {
  it('compile once for a structure and its shapes', () => {
    const { valuesOf, compiled } = open();
    assert.deepEqual(valuesOf(shifted([1, 2, 3], 1)), [2, 5, 10]);
    assert.deepEqual(valuesOf(shifted([4, 5, 6], -1)), [15, 24, 35]);
    assert.equal(compiled(), 1);
    assert.deepEqual(valuesOf(shifted([4, 5], -1)), [15, 24]);
    assert.equal(compiled(), 2);
  });

  it('compile again what has made room', () => {
    for (const options of [{ programs: 1 }, { bytes: 1 }]) {
      const { valuesOf, compiled } = open(options);
      for (const values of [[1], [1, 2], [1]]) valuesOf(shifted(values, 0));
      assert.equal(compiled(), 3);
    }
  });

  it('compute what two parts read once', () => {
    const { valuesOf } = open();
    const squared = unary('square', row([1, 2, 3]));
    assert.deepEqual(
      valuesOf(binary('divide', squared, reduce('sum', squared, undefined, false))),
      [1 / 14, 4 / 14, 9 / 14].map(Math.fround),
    );
  });

  it('have the same values one operator at a time', () => {
    const eager = open({ isEager: true });
    const squared = eager.settle(unary('square', row([1, 2])));
    assert.notEqual(squared.data, undefined);
    assert.deepEqual(eager.valuesOf(eager.settle(binary('add', squared, squared))), [2, 8]);
  });

  it('are computed once they are as long as is allowed', () => {
    const { settle } = open({ operators: 3 });
    let array = row([0]);
    for (let at = 0; at < 3; at++) array = settle(binary('add', array, array));
    assert.notEqual(array.data, undefined);
  });
});
