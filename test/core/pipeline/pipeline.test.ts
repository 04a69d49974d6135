// What a pipeline makes of events: filters, joins, maps, windows, features and tensors.
import assert from 'node:assert/strict';
import { type Computed, PipelineState, windowOf } from '@edgewright/core/pipeline/pipeline.js';
import type { FieldValue, Firing } from '@edgewright/core/triggers/event.js';
import type { Window } from '@edgewright/schemas/pipeline.js';
import { parseTask } from '@edgewright/schemas/task.js';
import { eventsIn } from '../triggers/recorded.ts';

function compute(
  pipeline: string,
  recording: string,
  at: number,
  key?: FieldValue,
  firing: readonly number[] = [],
): Computed {
  const fields = '{ v: number, k: string }';
  const text = `edgewright: task/v1\nname: t\nevents: { a: ${fields}, b: ${fields} }\ntrigger: { event: a, key: k }\npipeline: ${pipeline}\n`;
  const { task, diagnostics } = parseTask(text);
  assert.ok(task?.pipeline !== undefined, JSON.stringify(diagnostics));
  const state = new PipelineState(task.pipeline);
  const events = eventsIn(recording);
  for (const event of events) state.push(event);
  const made = firing.map((index) => ({ ...events[index]!, step: 0, seq: index + 1 }));
  const fired: Firing = { task: 't', kind: 'match', time: at * 1000, key, events: made, late: false };
  return state.compute(fired);
}

const list = '{ n: { by: count }, sum: { by: sum, of: v } }';

describe('pipelines', () => {
  const five = 'a@0:v=1,k=p a@1:v=2,k=p b@2:v=3,k=p a@3:v=4,k=q a@4:v=5,k=p';

  for (const [name, pipeline, expected] of [
    ['keep events by the key of the trigger', `{ window: { events: 10 }, features: ${list} }`, { n: 4, sum: 11 }],
    ['look at some events alone', `{ events: b, window: { events: 10 }, features: ${list} }`, { n: 1, sum: 3 }],
    ['filter events', `{ filter: v > 1, window: { events: 10 }, features: ${list} }`, { n: 3, sum: 10 }],
    ['map events', `{ map: { w: v * 2 }, window: { events: 10 }, features: { sum: { by: sum, of: w } } }`, { sum: 22 }],
    ['slide over time, open at its start', `{ window: { time: 3s }, features: ${list} }`, { n: 2, sum: 8 }],
    [
      'tumble over time, closed at its start',
      `{ window: { time: 3s, tumbling: true }, features: ${list} }`,
      { n: 1, sum: 5 },
    ],
    ['take the last so many events', `{ window: { events: 2 }, features: ${list} }`, { n: 2, sum: 8 }],
    ['begin after a pause', `{ window: { session: 2s }, features: ${list} }`, { n: 1, sum: 5 }],
    ['begin with an event', `{ window: { since: b }, features: ${list} }`, { n: 2, sum: 8 }],
    ['keep every bound of a window', `{ window: { since: b, events: 1 }, features: ${list} }`, { n: 1, sum: 5 }],
    [
      'count by a condition',
      '{ window: { events: 9 }, features: { n: { by: count, where: event == "b" } } }',
      { n: 1 },
    ],
    [
      'aggregate',
      '{ window: { events: 9 }, features: { mean: { by: mean, of: v }, min: { by: min, of: v }, max: { by: max, of: v }, first: { by: first, of: v }, last: { by: last, of: v } } }',
      { mean: 2.75, min: 1, max: 5, first: 1, last: 5 },
    ],
    ['deviate as a population', '{ window: { events: 2 }, features: { d: { by: deviation, of: v } } }', { d: 1 }],
    [
      'have a value without events',
      '{ filter: v > 100, window: { events: 9 }, features: { m: { by: mean, of: v, without: -1 } } }',
      { m: -1 },
    ],
  ] as const) {
    it(name, () => assert.deepEqual(compute(pipeline, five, 4, 'p').features, expected));
  }

  it('join the last value of another event', () => {
    const pipeline =
      '{ events: a, join: { price: { event: b, on: k, field: v } }, map: { cost: price * v }, features: { sum: { by: sum, of: cost } } }';
    assert.deepEqual(compute(pipeline, 'b:v=7,k=p b:v=10,k=p b:v=9,k=q a:v=2,k=p', 3, 'p', [3]).features, { sum: 20 });
  });

  it('without a window take the events of the firing', () => {
    assert.deepEqual(compute(`{ features: ${list} }`, five, 4, 'p', [0, 4]).features, { n: 2, sum: 6 });
  });

  it('have a key of their own, which the firing tells', () => {
    const { features } = compute(
      `{ key: v, window: { events: 9 }, features: ${list} }`,
      'a:v=1,k=p a:v=1,k=q a:v=2,k=p',
      3,
      'p',
      [0],
    );
    assert.deepEqual(features, { n: 2, sum: 2 });
  });

  it('make tensors of features', () => {
    const { tensors } = compute(
      `{ window: { events: 2 }, features: ${list}, tensors: { x: { features: [sum, n] } } }`,
      five,
      4,
      'p',
    );
    assert.deepEqual(tensors, { x: { shape: [1, 2], data: Float32Array.of(8, 2) } });
  });

  it('make tensors of events in order, zeros before them', () => {
    const pipeline =
      '{ window: { events: 2 }, tensors: { x: { sequence: [v, \'event == "b" ? 1 : 0\'], length: 3 } } }';
    const { tensors } = compute(pipeline, five, 4, 'p');
    assert.deepEqual(tensors, { x: { shape: [1, 3, 2], data: Float32Array.of(0, 0, 3, 1, 5, 0) } });
  });

  it('keep no more events of a key than the limit', () => {
    assert.deepEqual(compute(`{ window: { events: 10 }, limit: 2, features: ${list} }`, five, 4, 'p').features, {
      n: 2,
      sum: 8,
    });
  });

  it('count what the limit drops, and not what no window needs', () => {
    const dropped = (pipeline: string) => {
      const text = `edgewright: task/v1\nname: t\nevents: { a: { v: number }, b: {} }\ntrigger: { event: a }\npipeline: ${pipeline}\n`;
      const { task } = parseTask(text);
      assert.ok(task?.pipeline !== undefined);
      const state = new PipelineState(task.pipeline);
      for (const event of eventsIn('a a a b a a b a b a a')) state.push(event);
      return state.dropped;
    };
    assert.equal(dropped('{ window: { time: 1h }, limit: 8 }'), 3);
    assert.equal(dropped('{ window: { events: 2 }, limit: 8 }'), 0);
    assert.equal(dropped('{ window: { time: 2s }, limit: 8 }'), 0);
    assert.equal(dropped('{ window: { since: b }, limit: 8 }'), 0);
    assert.equal(dropped('{ window: { since: b }, limit: 2 }'), 2);
  });

  it('do not see past the firing', () => {
    assert.deepEqual(compute(`{ window: { events: 10 }, features: ${list} }`, five, 2, 'p').features, { n: 3, sum: 6 });
  });
});

describe('windows', () => {
  // The other way round: every event is asked whether it is in the window.
  it('hold exactly the events that are in them', () => {
    const events = eventsIn('a@0 a@2 b@2 a@5 b@9 a@9 a@10 a@14');
    for (const end of [0, 2_000, 5_500, 9_000, 10_000, 14_000, 30_000]) {
      for (const time of [1_000, 4_000, 5_000, 100_000]) {
        const sliding: Window = { time, isTumbling: false, events: undefined, session: undefined, since: undefined };
        const isIn = (at: number) => at <= end && at > end - time;
        assert.deepEqual(
          windowOf(sliding, events, end),
          events.filter((event) => isIn(event.time)),
        );
        const start = Math.floor(end / time) * time;
        const tumbling = events.filter((event) => event.time >= start && event.time <= end);
        assert.deepEqual(windowOf({ ...sliding, isTumbling: true }, events, end), tumbling);
      }
    }
  });
});
