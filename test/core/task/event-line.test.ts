// An event is read in one way, whoever sends it: by a source, and in a recording.
import assert from 'node:assert/strict';
import { catalogueOf, FieldFault, parseEvent, readFields, readLine } from '@edgewright/core/task/event-line.js';

describe('an event as it is written', () => {
  const declared = new Map([
    ['x', 'number' as const],
    ['id', 'string' as const],
  ]);
  const catalogue = catalogueOf([{ events: new Map([['click', declared]]) }]);

  for (const text of [
    'no json',
    '[]',
    'null',
    '{}',
    '{"event":""}',
    '{"event":7}',
    '{"event":"click","time":"yesterday"}',
    '{"event":"click","time":null}',
    '{"event":"click","time":"2026-02-30T00:00:00Z"}',
    '{"event":"click","time":1,"x":"1"}',
    '{"event":"click","time":1,"x":1e999}',
    '{"event":"click","time":1,"id":[]}',
  ]) {
    it(`${text} is refused in the same words by a source and in a recording`, () => {
      const written = parseEvent(text);
      const fault = 'fix' in written ? written : readFields(written, declared);
      const line = readLine(text, 1, catalogue);
      assert.ok(line?.kind === 'fault' && 'fix' in fault);
      assert.deepEqual([line.fault.message, line.fault.fix], [fault.message, fault.fix]);
    });
  }

  it('gives the same fields to both, also one that is named as an event’s identity', () => {
    const text = '{"event":"click","time":1,"x":2,"id":"a","fix":"f","message":"m","__proto__":{"x":3}}';
    const written = parseEvent(text);
    const line = readLine(text, 1, catalogue);
    assert.ok('event' in written && line?.kind === 'event');
    const fields = readFields(written, declared);
    assert.ok(!(fields instanceof FieldFault));
    assert.deepEqual(fields, { x: 2, id: 'a' });
    assert.deepEqual(line.event.fields, fields);
  });
});
