import assert from 'node:assert/strict';
import { createTurns } from '@edgewright/agent/tasks/turns.js';

describe('turns', () => {
  it('go to the highest priority, and of the same to the one that waits longest', () => {
    const turns = createTurns<string>();
    for (const one of ['low 1', 'high 5', 'low 2', 'high 6', 'low 1']) turns.put(one, one.startsWith('high') ? 9 : 1);
    assert.deepEqual(
      Array.from({ length: 5 }, () => turns.take()),
      ['high 5', 'high 6', 'low 1', 'low 2', undefined],
    );
  });

  it('come round: one that is put again goes behind the others', () => {
    const turns = createTurns<string>();
    for (const one of ['a', 'b', 'c']) turns.put(one, 5);
    const order = Array.from({ length: 6 }, () => {
      const one = turns.take() as string;
      turns.put(one, 5);
      return one;
    });
    assert.deepEqual(order, ['a', 'b', 'c', 'a', 'b', 'c']);
  });
});
