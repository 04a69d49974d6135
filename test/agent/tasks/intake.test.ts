// What a source may give: declared events with fields of their types, at a time that has come.
import assert from 'node:assert/strict';
import { createIntakes, defaultIntakeLimits } from '@edgewright/agent/tasks/intake.js';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';

describe('the intake of a source', () => {
  const now = 1_000_000;
  const declared = new Map([
    ['click', new Map([['x', 'number' as const]])],
    ['buy', new Map([['id', 'number' as const]])],
    ['other', new Map()],
  ]);

  let changes = 0;

  function open() {
    changes = 0;
    const accepted: unknown[] = [];
    const places: unknown[] = [];
    const intakes = createIntakes({
      declared,
      limits: { ...defaultIntakeLimits, eventLength: 20 },
      now: () => now,
      async accept(events, place) {
        accepted.push(...events.map(({ event, id, fields }) => ({ event, id, fields })));
        if (place !== undefined) places.push(place);
      },
      onChange: () => changes++,
      memoryOf: (source) => ({
        read: () => undefined,
        async write(body) {
          places.push({ source, body });
        },
      }),
    });
    return { accepted, places, intakes, intake: intakes.make('file', new Set(['click', 'buy'])) };
  }

  for (const [title, event, refused] of [
    ['fields that are not declared are left out', { event: 'click', fields: { x: 1, y: 2 } }, undefined],
    ['null is no value', { event: 'click', fields: { x: null } }, undefined],
    ['an event that is not declared', { event: 'none', fields: {} }, /No event "none"/],
    ['an event that is not of the source', { event: 'other', fields: {} }, /No event "other"/],
    [
      'a field of another type',
      { event: 'click', fields: { x: '1' } },
      /"x" of "click" is "1", and is declared as number/,
    ],
    ['a number past all numbers', { event: 'click', fields: { x: Number.POSITIVE_INFINITY } }, /is Infinity/],
    ['a time to come', { event: 'click', time: now + 1e6, fields: {} }, /has not come/],
    ['an identity that is no string', { event: 'click', fields: { id: 1 } }, /`id` of "click"/],
    ['an identity that is long', { event: 'click', fields: { id: 'x'.repeat(201) } }, /`id` of "click"/],
    ['a declared id of another type', { event: 'buy', fields: { id: 'x' } }, /"id" of "buy"/],
    ['too much in one event', { event: 'click', fields: { x: 1.234567890123e-300 } }, /more than 20 characters/],
  ] as readonly [string, WrittenEvent, RegExp | undefined][]) {
    it(`${refused === undefined ? 'takes' : 'refuses'}: ${title}`, async () => {
      const { intake, intakes } = open();
      const faults = await intake.accept([event]);
      assert.equal(faults.length, refused === undefined ? 0 : 1);
      if (refused !== undefined) {
        assert.equal(faults[0]?.code, 'event-refused');
        assert.match(faults[0]?.message ?? '', refused);
      }
      const [status] = intakes.status();
      assert.deepEqual([status?.events, status?.refused], refused === undefined ? [1, 0] : [0, 1]);
    });
  }

  it('takes `id` for the identity of an event, but where it is a declared field', async () => {
    const { intake, accepted } = open();
    await intake.accept([
      { event: 'click', fields: { x: 1, id: 'a' } },
      { event: 'buy', fields: { id: 7 } },
    ]);
    assert.deepEqual(accepted, [
      { event: 'click', id: 'a', fields: { x: 1 } },
      { event: 'buy', id: undefined, fields: { id: 7 } },
    ]);
  });

  it('hands the place of the source over with its events, and keeps it where none is taken', async () => {
    const { intake, places } = open();
    await intake.accept([{ event: 'click', fields: {} }], '10');
    await intake.accept([{ event: 'none', fields: {} }], '20');
    await intake.accept([], '30');
    assert.deepEqual(
      places,
      ['10', '20', '30'].map((body) => ({ source: 'file', body })),
    );
  });

  it('counts what a source dropped', () => {
    const { intake, intakes } = open();
    intake.refuse(3);
    assert.equal(intakes.status()[0]?.refused, 3);
  });

  it('tells the state of its source when it changes, however often it is said', () => {
    const { intake, intakes } = open();
    const trouble = { code: 'source-failed', message: 'There is no file.', fix: 'Write it.' };
    const told = [null, null, trouble, { ...trouble }, { ...trouble, message: 'It cannot be read.' }, null].map(
      (said) => {
        intake.tell(said);
        return [intakes.status()[0]?.state, changes];
      },
    );
    assert.deepEqual(told, [
      ['ready', 1],
      ['ready', 1],
      ['failed', 2],
      ['failed', 2],
      ['failed', 3],
      ['ready', 4],
    ]);
  });
});
