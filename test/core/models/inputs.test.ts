import assert from 'node:assert/strict';
import type { ElementType, Input } from '@edgewright/core/graph/graph.js';
import { inputTypes, makeInputs } from '@edgewright/core/models/inputs.js';
import { fromHalf } from '@edgewright/core/onnx/half.js';

const input = (type: ElementType, shape: readonly number[], below?: number): Input => ({
  name: type,
  type: { type, shape },
  below,
});

describe('inputs', () => {
  it('are the same for the same seed, and others for another', () => {
    const inputs = [...inputTypes].map((type) => input(type, [40, 5], type === 'float32' ? undefined : 100));
    assert.deepEqual(makeInputs(inputs, 7), makeInputs(inputs, 7));
    for (const [name, { data }] of makeInputs(inputs, 7)) {
      assert.notDeepEqual(makeInputs(inputs, 8).get(name)?.data, data, name);
      assert.equal(data.length, 200);
    }
  });

  it('of floats lie within 1 and are never zero', () => {
    const made = makeInputs([input('float32', [999]), input('float16', [999])], 1);
    const halves = Array.from(made.get('float16')!.data as Uint16Array, fromHalf);
    for (const value of [...(made.get('float32')!.data as Float32Array), ...halves]) {
      assert.ok(value !== 0 && Math.abs(value) <= 1);
    }
  });

  it('of ids lie in their table and reach all of it', () => {
    const { data } = makeInputs([input('int64', [5000], 50)], 3).get('int64')!;
    const seen = new Set(Array.from(data as BigInt64Array, Number));
    assert.deepEqual(
      [...seen].sort((a, b) => a - b),
      Array.from({ length: 50 }, (_, at) => at),
    );
  });

  it('of integers of unknown use are 0 and 1', () => {
    for (const type of ['int64', 'int32', 'bool'] as const) {
      const { data } = makeInputs([input(type, [100])], 3).get(type)!;
      assert.deepEqual([...new Set(Array.from(data, Number))].sort(), [0, 1]);
    }
  });

  it('of a table with one row are 0', () => {
    const { data } = makeInputs([input('int32', [100], 1)], 3).get('int32')!;
    assert.ok((data as Int32Array).every((id) => id === 0));
  });
});
