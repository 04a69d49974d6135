// Time, order, bounds, restarts and changes of the tasks: the rules of docs/triggers.md beside the sequences.
import assert from 'node:assert/strict';
import { TriggerEngine } from '@edgewright/core/triggers/engine.js';
import type { Firing } from '@edgewright/core/triggers/event.js';
import { depthAfter, firingId } from '@edgewright/core/triggers/identity.js';
import { restoreSnapshot, restoreState, takeSnapshot } from '@edgewright/core/triggers/snapshot.js';
import { parseTask } from '@edgewright/schemas/task.js';
import fc from 'fast-check';
import { byKey, families, matchByEngine, patterns, plain, recordings, tasksOf } from './patterns.ts';
import { eventsIn, firingsOf, shownFiring, taskOf } from './recorded.ts';

const pair = '{ sequence: [{ event: a }, { event: b }], within: 10s }';

function startEngine(...triggers: string[]): {
  engine: TriggerEngine;
  told: string[];
  play: (recording: string) => void;
} {
  const told: string[] = [];
  const engine = new TriggerEngine((firing) => told.push(`${firing.task}: ${shownFiring(firing)}`));
  engine.load(triggers.map((trigger, index) => taskOf(trigger, `t${index}`)));
  const play = (recording: string) => {
    for (const event of eventsIn(recording)) engine.push(event);
  };
  return { engine, told, play };
}

/** As a restart: the state through JSON into another engine, which goes on at a time in seconds. */
function restart(engine: TriggerEngine, now: number, ...triggers: string[]): ReturnType<typeof startEngine> {
  const text = JSON.stringify(takeSnapshot(engine));
  const next = startEngine(...triggers);
  restoreSnapshot(next.engine, JSON.parse(text), now * 1000);
  return next;
}

describe('order and time', () => {
  it('events count as they arrive, and equal times keep their order', () => {
    assert.deepEqual(firingsOf(pair, 'b1@5 a@5 b2@5'), ['a b2 @5']);
  });

  it('events that come late within the lateness are put in order', () => {
    assert.deepEqual(firingsOf(pair, 'b@3 a@1 x@9', undefined, '2s'), ['a b @3']);
  });

  it('events that come later than the lateness are counted and not matched', () => {
    const told: string[] = [];
    const engine = new TriggerEngine((firing) => told.push(shownFiring(firing)));
    engine.load([taskOf(pair, 't', '2s')]);
    for (const event of eventsIn('b@10 x@20 a@5 b2@21')) engine.push(event);
    engine.finish();
    assert.deepEqual([told, engine.counters.late], [[], 1]);
  });

  it('a clock that is set back neither loses a match nor stretches its window', () => {
    const { engine, told, play } = startEngine(pair);
    play('a@4000 b@400');
    play('a2@401 b2@412');
    assert.deepEqual(told, ['t0: a b @400']);
    assert.equal(engine.counters.clockSteps, 1);
  });

  it('a small step back is no step of the clock', () => {
    const { engine, told, play } = startEngine(pair);
    play('a@4 b@3.5');
    assert.deepEqual([told, engine.counters.clockSteps], [['t0: a b @4'], 0]);
  });

  it('a clock that is set back tells no time of day twice', () => {
    const { told, play } = startEngine('{ every: 10s }');
    play('x@5 x@11 x@5 x@12 x@21');
    assert.deepEqual(told, ['t0: @10', 't0: @20']);
  });
});

describe('cron', () => {
  const at = (text: string) => Date.parse(text) / 1000;
  const times = (cron: string, from: string, to: string) => {
    const { engine, told } = startEngine(`{ cron: ${cron} }`);
    engine.advance(at(from) * 1000);
    engine.advance(at(to) * 1000);
    return told.map((firing) => new Date(Number(firing.split('@')[1]) * 1000).toISOString());
  };

  it('fires by the time of day in its zone', () => {
    const cron = '{ at: "0 7 * * *", timezone: Europe/Berlin }';
    const told = times(cron, '2026-01-01T00:00:00Z', '2026-01-03T00:00:00Z');
    assert.deepEqual(told, ['2026-01-01T06:00:00.000Z', '2026-01-02T06:00:00.000Z']);
  });

  it('fires once in the hour that daylight saving repeats', () => {
    const told = times('{ at: "30 2 * * *", timezone: Europe/Berlin }', '2026-10-24T12:00:00Z', '2026-10-26T00:00:00Z');
    assert.deepEqual(told, ['2026-10-25T00:30:00.000Z']);
  });

  it('fires once after the hour that daylight saving leaves out', () => {
    const told = times('{ at: "30 2 * * *", timezone: Europe/Berlin }', '2026-03-28T12:00:00Z', '2026-03-30T00:00:00Z');
    assert.deepEqual(told, ['2026-03-29T01:00:00.000Z']);
  });

  for (const [missed, expected] of [
    ['skip', []],
    ['run-once', ['t0: @10000 late']],
  ] as const) {
    it(`what was missed while nothing ran: ${missed}`, () => {
      const trigger = `{ cron: { at: "0 * * * *", missed: ${missed} } }`;
      const { engine } = startEngine(trigger);
      engine.advance(1000);
      const { engine: next, told } = restart(engine, 10_000, trigger);
      assert.deepEqual(told, expected);
      next.advance(10_800_000);
      assert.deepEqual(told.at(-1), 't0: @10800');
    });
  }
});

describe('events that come again', () => {
  const event = (time: number, more: object) => ({ time, event: 'a', fields: {}, ...more });

  it('an event of an id that has been seen is not seen again, nor after a restart', () => {
    const { engine, told } = startEngine('{ event: a }');
    engine.push(event(1000, { id: 'one' }));
    engine.push(event(2000, { id: 'one' }));
    const next = restart(engine, 3, '{ event: a }');
    next.engine.push(event(4000, { id: 'one' }));
    next.engine.push(event(5000, { id: 'two' }));
    assert.deepEqual([told.length, next.told.length], [1, 1]);
    assert.deepEqual([engine.counters.duplicates, next.engine.counters.duplicates], [1, 1]);
  });

  it('ids are forgotten past their number, the oldest first', () => {
    let fired = 0;
    const engine = new TriggerEngine(() => fired++, { ids: 2, depth: 8 });
    engine.load([taskOf('{ event: a }')]);
    for (const id of ['one', 'two', 'three', 'three', 'two', 'one']) engine.push(event(1000, { id }));
    assert.equal(fired, 4);
  });

  it('a firing has the same identity after a restart', () => {
    const ids = (cut: boolean) => {
      const found: string[] = [];
      let engine = new TriggerEngine((firing) => found.push(firingId(firing)));
      engine.load([taskOf(pair)]);
      engine.push({ time: 1, event: 'a', fields: {} });
      if (cut) {
        const text = JSON.stringify(takeSnapshot(engine));
        engine = new TriggerEngine((firing) => found.push(firingId(firing)));
        engine.load([taskOf(pair)]);
        restoreSnapshot(engine, JSON.parse(text), 1);
      }
      for (const name of ['b', 'a', 'b']) engine.push({ time: 2, event: name, fields: {} });
      return found;
    };
    assert.deepEqual(ids(true), ids(false));
    assert.equal(new Set(ids(true)).size, 2);
  });

  it('firings that bring each other about end after so many', () => {
    let fired = 0;
    const engine = new TriggerEngine((firing) => {
      fired++;
      engine.push(event(firing.time, { depth: depthAfter(firing) }));
    });
    engine.load([taskOf('{ event: a }')]);
    engine.push(event(1000, {}));
    assert.deepEqual([fired, engine.counters.loops], [9, 1]);
  });

  it('an event from within a firing is seen after all firings of the first', () => {
    const told: string[] = [];
    const engine = new TriggerEngine((firing) => {
      told.push(`${firing.task} ${firing.events[0]?.event}`);
      if (firing.task === 't0' && firing.events[0]?.event === 'a')
        engine.push({ time: firing.time, event: 'b', fields: {} });
    });
    engine.load([taskOf('{ event: [a, b] }', 't0'), taskOf('{ event: [a, b] }', 't1')]);
    engine.push(event(1000, {}));
    assert.deepEqual(told, ['t0 a', 't1 a', 't0 b', 't1 b']);
  });
});

describe('a restart', () => {
  it('goes on with matches in progress', () => {
    const { engine, play } = startEngine(pair);
    play('a@1');
    const next = restart(engine, 2, pair);
    next.play('b@3');
    assert.deepEqual(next.told, ['t0: a b @3']);
  });

  it('tells what was due in between once, marked as late', () => {
    const trigger = '{ sequence: [{ event: a }, { not: b, for: 5s }], within: 1min }';
    const { engine, play } = startEngine(trigger);
    play('a@1');
    const next = restart(engine, 100, trigger);
    next.engine.advance(200_000);
    assert.deepEqual(next.told, ['t0: a @6 late']);
  });

  it('lets a value that had to stay past its level begin anew', () => {
    const trigger = '{ threshold: { event: a, value: v, above: 10, for: 10s } }';
    const { engine, play } = startEngine(trigger);
    play('a1@1:v=11');
    const next = restart(engine, 60, trigger);
    next.play('a2@61:v=12 x@75');
    assert.deepEqual(next.told, ['t0: a2 @71']);
  });

  it('lets it begin anew also where events are seen again before', () => {
    const trigger = '{ threshold: { event: a, value: v, above: 10, for: 10s } }';
    const { engine, told, play } = startEngine(trigger);
    play('a1@1:v=11');
    engine.resume(60_000);
    play('a2@61:v=12 x@75');
    assert.deepEqual(told, ['t0: a2 @71']);
  });

  it('keeps the wait of a value past its level where what came before the end is seen again', () => {
    const trigger = '{ threshold: { event: a, value: v, above: 10, for: 10s } }';
    const { engine, play } = startEngine(trigger);
    play('a1@1:v=11');
    const next = startEngine(trigger);
    restoreState(next.engine, JSON.parse(JSON.stringify(takeSnapshot(engine))));
    next.engine.advance(12_000);
    next.engine.resume(60_000);
    next.play('a2@61:v=12 x@75');
    assert.deepEqual(next.told, ['t0: a1 @11']);
  });

  it('keeps cooldown, debounce and levels that have fired', () => {
    const triggers = [
      '{ event: a, cooldown: 10s }',
      '{ event: b, debounce: 5s }',
      '{ threshold: { event: c, value: v, above: 1 } }',
    ];
    const { engine, play } = startEngine(...triggers);
    play('a@1 b@2 c@3:v=2');
    const next = restart(engine, 4, ...triggers);
    next.play('a2@5 c2@6:v=3 x@8 a3@12');
    assert.deepEqual(next.told, ['t1: b @7', 't0: a3 @12']);
  });

  it('changes nothing, wherever it falls', () => {
    const sets = fc.oneof(fc.array(patterns, { minLength: 1, maxLength: 3 }), families);
    fc.assert(
      fc.property(sets, recordings, fc.nat({ max: 14 }), (set, events, cut) => {
        const end = (events.at(-1)?.time ?? 0) + 7;
        const fired: Firing[] = [];
        const before = new TriggerEngine((firing) => fired.push(firing));
        before.load(tasksOf(set));
        for (const event of events.slice(0, cut)) before.push(event);
        const after = new TriggerEngine((firing) => fired.push(firing));
        after.load(tasksOf(set));
        const now = events[Math.min(cut, events.length) - 1]?.time ?? 0;
        restoreSnapshot(after, JSON.parse(JSON.stringify(takeSnapshot(before))), now);
        for (const event of events.slice(cut)) after.push(event);
        after.advance(end);
        const whole = matchByEngine(set, events, end);
        for (const [index, expected] of whole.entries()) {
          const told = fired.filter(({ task }) => task === `t${index}`).map(plain);
          assert.deepEqual(byKey(told), byKey(expected));
        }
      }),
      { numRuns: Number(process.env.EDGEWRIGHT_FUZZ ?? 300) },
    );
  });
});

describe('tasks that come and go', () => {
  it('leave the state of the others as it is', () => {
    const { engine, told, play } = startEngine(pair);
    play('a@1');
    engine.load([taskOf(pair, 't0'), taskOf('{ event: c }', 'new')]);
    play('c@2');
    engine.load([taskOf(pair, 't0')]);
    play('c@3 b@4');
    assert.deepEqual(told, ['new: c @2', 't0: a b @4']);
  });

  it('do not see what began before they came', () => {
    const { engine, told, play } = startEngine(pair);
    play('a1@1');
    engine.load([taskOf(pair, 't0'), taskOf(pair, 'new')]);
    play('b1@2 a2@3 b2@4');
    assert.deepEqual(told, ['t0: a1 b1 @2', 't0: a2 b2 @4', 'new: a2 b2 @4']);
  });

  it('begin anew when their trigger has changed', () => {
    const { engine, told, play } = startEngine(pair);
    play('a@1');
    engine.load([taskOf('{ sequence: [{ event: a }, { event: b }], within: 20s }', 't0')]);
    play('b@2');
    assert.deepEqual(told, []);
  });
});

describe('bounds', () => {
  it('the oldest match in progress makes room', () => {
    const trigger =
      '{ sequence: [{ event: a, as: s }, { event: b, where: v == s.v }], within: 1min, skip: none, limits: { partials: 2 } }';
    const { engine, told, play } = startEngine(trigger);
    play('a1:v=1 a2:v=2 a3:v=3 b1:v=1 b2:v=2 b3:v=3');
    assert.deepEqual(told, ['t0: a2 b2 @4', 't0: a3 b3 @5']);
    assert.equal(engine.counters.partialsDropped, 1);
  });

  it('what has run out of time makes room without being counted', () => {
    const trigger = '{ sequence: [{ event: a }, { event: b }], within: 2s, limits: { partials: 1 } }';
    const { engine, play } = startEngine(trigger);
    play('a1@0 a2@10 a3@20');
    assert.equal(engine.counters.partialsDropped, 0);
  });

  it('the key that was used longest ago makes room', () => {
    const trigger = '{ sequence: [{ event: a }, { event: b }], key: k, within: 1min, limits: { keys: 2 } }';
    const { engine, told, play } = startEngine(trigger);
    play('a1:k=p a2:k=q a3:k=r b1:k=p b2:k=q');
    assert.deepEqual(told, ['t0: a2 b2 @4 [q]']);
    assert.equal(engine.counters.keysDropped, 1);
  });

  it('the level of the key that was used longest ago makes room, and is armed again', () => {
    const { told, play } = startEngine('{ threshold: { event: a, value: v, above: 1 }, key: k, limits: { keys: 2 } }');
    play('a1:v=2,k=p a2:v=2,k=q a3:v=2,k=p a4:v=2,k=r a5:v=2,k=p a6:v=2,k=q');
    assert.deepEqual(told, ['t0: a1 @0 [p]', 't0: a2 @1 [q]', 't0: a4 @3 [r]', 't0: a6 @5 [q]']);
  });

  it('a match that has taken its fill of events for a step makes room', () => {
    const trigger = '{ sequence: [{ event: a }, { event: b, times: { from: 1 } }, { event: c }] }';
    const { engine, told } = startEngine(trigger);
    const push = (event: string, count: number) => {
      for (let n = 0; n < count; n++) engine.push({ time: 0, event, fields: {} });
    };
    push('a', 1);
    push('b', 10_000);
    assert.deepEqual([engine.open, engine.counters.partialsDropped], [1, 0]);
    push('b', 1);
    assert.deepEqual([engine.open, engine.counters.partialsDropped], [0, 1]);
    push('a', 1);
    push('b', 2);
    push('c', 1);
    assert.equal(told.length, 1);
  });

  it('the firing that debounce holds for the key that fired longest ago makes room', () => {
    const { engine, told } = startEngine('{ event: a, key: k, debounce: 1h }');
    for (let n = 0; n <= 10_000; n++) engine.push({ time: n, event: 'a', fields: { k: `k${n}` } });
    assert.deepEqual([engine.open, engine.counters.debounced], [10_000, 1]);
    engine.advance(2 * 3_600_000);
    assert.equal(told.length, 10_000);
  });

  it('of too many events that wait to be put in order the earliest is seen before its time', () => {
    let fired = 0;
    const engine = new TriggerEngine(() => fired++);
    const { task } = parseTask('edgewright: task/v1\nname: t\nevents: { a: {} }\ntrigger: { event: a }\n');
    assert.ok(task);
    engine.load([{ id: 't', sees: ['a'], lateness: 3_600_000, trigger: task.trigger }]);
    for (let n = 0; n <= 100_000; n++) engine.push({ time: 10 + n, event: 'a', fields: {} });
    engine.push({ time: 9, event: 'a', fields: {} });
    assert.deepEqual([fired, engine.counters.late], [1, 1]);
  });

  it('events without the key are counted', () => {
    const { engine, play } = startEngine('{ sequence: [{ event: a }, { event: b }], key: k, within: 1min }');
    play('a1 a2:k=p');
    assert.equal(engine.counters.unkeyed, 1);
    const threshold = startEngine('{ threshold: { event: a, value: v, above: 1 }, key: k }');
    threshold.play('a1:v=2 a2:v=2,k=p');
    assert.deepEqual([threshold.told, threshold.engine.counters.unkeyed], [['t0: a2 @1 [p]'], 1]);
  });

  it('a week of events leaves no more state than an hour', () => {
    const trigger =
      '{ sequence: [{ event: a, as: s }, { event: b, times: { from: 1 } }, { not: x, for: 5s }], key: k, within: 1min, timeouts: true }';
    const { engine } = startEngine(trigger);
    const size = (hours: number) => {
      for (let at = 0; at < hours * 360; at++) {
        const [event = 'a'] = ['a', 'b', 'x', 'c'].slice(at % 4);
        start += 10_000;
        engine.push({ time: start, event, fields: { k: `k${at % 50}` } });
      }
      return JSON.stringify(takeSnapshot(engine)).length;
    };
    let start = 0;
    const hour = size(1);
    assert.ok(size(7 * 24) < 1.5 * hour);
  });
});
