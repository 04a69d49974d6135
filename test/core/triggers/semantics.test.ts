// Every rule of docs/triggers.md about sequences, thresholds and shaping, each by its name.
import assert from 'node:assert/strict';
import { firingsOf } from './recorded.ts';

interface Case {
  readonly name: string;
  readonly trigger: string;
  readonly events: string;
  readonly told: readonly string[];
  /** Seconds to which the clock goes on. */
  readonly end?: number;
}

const then = (steps: string, rest = '') => `{ sequence: [${steps}], within: 1min${rest} }`;

const cases: readonly Case[] = [
  {
    name: 'an event fires at once',
    trigger: '{ event: a, where: v > 1 }',
    events: 'a:v=1 a2:v=2 b:v=3',
    told: ['a2 @1'],
  },
  { name: 'any of several events', trigger: '{ event: [a, b] }', events: 'a b c', told: ['a @0', 'b @1'] },
  { name: 'any event is every declared one', trigger: '{ event: any }', events: 'a x z', told: ['a @0', 'x @1'] },
  {
    name: 'steps come one after another',
    trigger: then('{ event: a }, { event: b }'),
    events: 'b1 a b2',
    told: ['a b2 @2'],
  },
  {
    name: 'what does not fit is passed by',
    trigger: then('{ event: a }, { event: b }'),
    events: 'a x c b',
    told: ['a b @3'],
  },
  {
    name: 'strict order lets nothing stand between',
    trigger: then('{ event: a }, { event: b }', ', contiguity: strict'),
    events: 'a1 x b1 a2 b2',
    told: ['a2 b2 @4'],
  },
  {
    name: 'what fits is taken and not passed by',
    trigger: then('{ event: a }, { event: b }', ', skip: none'),
    events: 'a b1 b2',
    told: ['a b1 @1'],
  },
  {
    name: 'any event may be passed by',
    trigger: then('{ event: a }, { event: b }', ', contiguity: skip-till-any, skip: none'),
    events: 'a b1 b2',
    told: ['a b1 @1', 'a b2 @2'],
  },
  {
    name: 'an event that fits in two ways is taken both ways',
    trigger: then('{ event: a }, { event: any, times: { from: 1 } }, { event: c }', ', skip: none'),
    events: 'a b c1 c2',
    told: ['a b c1 @2', 'a b c1 c2 @3'],
  },
  {
    name: 'an optional step may be left out',
    trigger: then('{ event: a }, { event: b, optional: true }, { event: c }'),
    events: 'a1 c1 a2 b2 c2',
    told: ['a1 c1 @1', 'a2 b2 c2 @4'],
  },
  {
    name: 'a step takes an exact number',
    trigger: then('{ event: a, times: 2 }, { event: b }'),
    events: 'a1 b1 a2 b2',
    told: ['a1 a2 b2 @3'],
  },
  {
    name: 'a step takes from some to some more',
    trigger: then('{ event: a, times: { from: 1, to: 2 } }, { event: b }'),
    events: 'a1 a2 b1 a3 b2',
    told: ['a1 a2 b1 @2', 'a3 b2 @4'],
  },
  {
    name: 'a step in the middle takes all that comes',
    trigger: then('{ event: b, times: { from: 1 } }, { event: c }'),
    events: 'b1 b2 b3 c',
    told: ['b1 b2 b3 c @3'],
  },
  {
    name: 'a match that can grow fires when its window closes',
    trigger: '{ sequence: [{ event: a }, { event: b, times: { from: 1 } }], within: 5s }',
    events: 'a b1 b2 b3 x@9',
    told: ['a b1 b2 b3 @5'],
  },
  {
    name: 'an eager match fires whenever it has grown',
    trigger: '{ sequence: [{ event: a }, { event: b, times: { from: 1 } }], within: 5s, eager: true, skip: none }',
    events: 'a b1 b2 b3 x@9',
    told: ['a b1 @1', 'a b1 b2 @2', 'a b1 b2 b3 @3'],
  },
  {
    name: 'a match in strict order fires when the next event is not for it',
    trigger: '{ sequence: [{ event: a, times: { from: 1 } }], within: 1min, contiguity: strict }',
    events: 'a1 a2 x',
    told: ['a1 a2 @2'],
  },
  {
    name: 'what must not come between ends the wait',
    trigger: then('{ event: a }, { not: x }, { event: b }'),
    events: 'a1 x b1 a2 b2',
    told: ['a2 b2 @4'],
  },
  {
    name: 'what must not come counts after the last event taken',
    trigger: then('{ event: a, times: { from: 1 } }, { not: x }, { event: b }'),
    events: 'a1 x a2 b',
    told: ['a1 a2 b @3'],
  },
  {
    name: 'an event that is taken does not forbid itself',
    trigger: then('{ event: a }, { not: [b, x] }, { event: b }'),
    events: 'a b',
    told: ['a b @1'],
  },
  {
    name: 'nothing follows for a time',
    trigger: '{ sequence: [{ event: a }, { not: b, for: 5s }], within: 1min }',
    events: 'a1 a2@10 b@12 x@20',
    told: ['a1 @5'],
  },
  {
    name: 'nothing follows until the window closes',
    trigger: '{ sequence: [{ event: a }, { event: b }, { not: c }], within: 10s }',
    events: 'a1 b1 a2@20 b2 c@25 x@40',
    told: ['a1 b1 @10'],
  },
  {
    name: 'the window is measured from the first event and open at its end',
    trigger: '{ sequence: [{ event: a }, { event: b }], within: 5s }',
    events: 'a1@0 b1@5 a2@10 b2@14.999',
    told: ['a2 b2 @14.999'],
  },
  {
    name: 'what must not follow may come at the very end of its time',
    trigger: '{ sequence: [{ event: a }, { not: b, for: 5s }], within: 1min }',
    events: 'a@0 b@5',
    told: ['a @5'],
  },
  {
    name: 'a window counts events, the first and the last included',
    trigger: '{ sequence: [{ event: a }, { event: b }], within: { events: 3 } }',
    events: 'a1 x b1 a2 x x b2',
    told: ['a1 b1 @2'],
  },
  {
    name: 'a match that is not finished in its window times out',
    trigger: '{ sequence: [{ event: a }, { event: b }], within: 5s, timeouts: true }',
    events: 'a1 b1 a2@10',
    end: 20,
    told: ['a1 b1 @1', 'a2 @15 timeout'],
  },
  {
    name: 'a match that was forbidden does not time out',
    trigger: '{ sequence: [{ event: a }, { not: x }, { event: b }], within: 5s, timeouts: true }',
    events: 'a x',
    end: 20,
    told: [],
  },
  {
    name: 'after a match those that began before its end are dropped',
    trigger: then('{ event: a }, { event: b }'),
    events: 'a1 a2 b1 b2 a3 b3',
    told: ['a1 b1 @2', 'a3 b3 @5'],
  },
  {
    name: 'without skipping every beginning has its match',
    trigger: then('{ event: a }, { event: b }', ', skip: none'),
    events: 'a1 a2 b1 b2',
    told: ['a1 b1 @2', 'a2 b1 @2'],
  },
  {
    name: 'of matches that end together the one that began first fires',
    trigger: then('{ event: a }, { event: b }, { event: c }'),
    events: 'a1 a2 b c',
    told: ['a1 b c @3'],
  },
  {
    name: 'streams of different keys do not meet',
    trigger: '{ sequence: [{ event: a }, { event: b }], key: k, within: 1min }',
    events: 'a1:k=p a2:k=q b1:k=q b2 b3:k=p',
    told: ['a2 b1 @2 [q]', 'a1 b3 @4 [p]'],
  },
  {
    name: 'conditions look at earlier events of the match',
    trigger: then('{ event: a, as: first }, { event: b, where: v > first.v && time - first.time >= 2000 }'),
    events: 'a:v=1 b1:v=5 b2:v=1 b3:v=2',
    told: ['a b3 @3'],
  },
  {
    name: 'a step that has taken several is its last event to conditions',
    trigger: then('{ event: a, as: seen, times: 2 }, { event: b, where: v == seen.v }'),
    events: 'a1:v=1 a2:v=2 b1:v=1 b2:v=2',
    told: ['a1 a2 b2 @3'],
  },
  {
    name: 'a condition on a missing field does not hold',
    trigger: '{ event: a, where: v != 1 }',
    events: 'a1 a2:v=2',
    told: ['a2 @1'],
  },
  {
    name: 'no match crosses a pause between sessions',
    trigger: '{ sequence: [{ event: a }, { event: b }], session: { gap: 10s } }',
    events: 'a1 b1@10 a2@20 b2@29',
    told: ['a2 b2 @29'],
  },
  {
    name: 'the end of a page is its last event',
    trigger: '{ sequence: [{ event: a }, { event: d }], session: { start: x, end: d }, skip: none }',
    events: 'a1 x a2 d1 d2',
    told: ['a2 d1 @3'],
  },
  {
    name: 'the end of a session decides what is complete',
    trigger: '{ sequence: [{ event: a }, { not: b }], session: { end: d } }',
    events: 'a1 d1 a2 b2 d2',
    told: ['a1 @1'],
  },
  {
    name: 'a value fires when it crosses its level, not while it stays',
    trigger: '{ threshold: { event: a, value: v, above: 10 } }',
    events: 'a1:v=5 a2:v=11 a3:v=12 a4:v=9 a5:v=11',
    told: ['a2 @1', 'a5 @4'],
  },
  {
    name: 'a value must come back before it fires again',
    trigger: '{ threshold: { event: a, value: v, above: 10, rearm: 5 } }',
    events: 'a1:v=11 a2:v=9 a3:v=11 a4:v=5 a5:v=11',
    told: ['a1 @0', 'a5 @4'],
  },
  {
    name: 'a value falls below its level',
    trigger: '{ threshold: { event: a, value: v, below: 20, rearm: 30 } }',
    events: 'a1:v=25 a2:v=19 a3:v=25 a4:v=19 a5:v=30 a6:v=10',
    told: ['a2 @1', 'a6 @5'],
  },
  {
    name: 'a value must stay past its level',
    trigger: '{ threshold: { event: a, value: v, above: 10, for: 3s } }',
    events: 'a1:v=11 a2:v=9 a3:v=11 a4:v=12 a5@9:v=13',
    told: ['a3 @5'],
  },
  {
    name: 'a missing value changes nothing',
    trigger: '{ threshold: { event: a, value: v, above: 10, for: 3s } }',
    events: 'a1:v=11 a2 a3 a4@9:v=12',
    told: ['a1 @3'],
  },
  {
    name: 'debounce tells the last of those that come close together',
    trigger: '{ event: a, debounce: 2s }',
    events: 'a1@0 a2@1 a3@2 a4@10',
    end: 20,
    told: ['a3 @4', 'a4 @12'],
  },
  {
    name: 'cooldown tells the first and leaves out those soon after',
    trigger: '{ event: a, cooldown: 5s, key: k }',
    events: 'a1@0:k=p a2@1:k=p a3@2:k=q a4@5:k=p',
    told: ['a1 @0 [p]', 'a3 @2 [q]', 'a4 @5 [p]'],
  },
  {
    name: 'an interval fires at whole multiples',
    trigger: '{ every: 10s }',
    events: 'x@5 x@31',
    told: ['@10', '@20', '@30'],
  },
];

describe('semantics', () => {
  for (const { name, trigger, events, told, end } of cases) {
    it(name, () => assert.deepEqual(firingsOf(trigger, events, end), told));
  }

  // The tables of "After Match Skip Strategy" in the documentation of Flink CEP, for the strategies that there are here.
  for (const [skip, told] of [
    ['none', ['b1 b2 b3 c @3', 'b2 b3 c @3', 'b3 c @3']],
    ['past-last', ['b1 b2 b3 c @3']],
  ] as const) {
    it(`b+ c over b1 b2 b3 c as in Flink, skip: ${skip}`, () => {
      const trigger = then('{ event: b, times: { from: 1 } }, { event: c }', `, skip: ${skip}`);
      assert.deepEqual(firingsOf(trigger, 'b1 b2 b3 c'), told);
    });
  }

  it('(a | b | c) (b | c) c+ d over a b c1 c2 c3 d as in Flink, skip: none', () => {
    const steps = '{ event: [a, b, c] }, { event: [b, c] }, { event: c, times: { from: 1 } }, { event: d }';
    const told = ['a b c1 c2 c3 d @5', 'b c1 c2 c3 d @5', 'c1 c2 c3 d @5'];
    assert.deepEqual(firingsOf(then(steps, ', skip: none'), 'a b c1 c2 c3 d'), told);
  });

  it('a b+ over a b1 b2 b3 as in Flink: eagerly three matches', () => {
    const trigger = then('{ event: a }, { event: b, times: { from: 1 } }', ', skip: none, eager: true');
    assert.deepEqual(firingsOf(trigger, 'a b1 b2 b3'), ['a b1 @1', 'a b1 b2 @2', 'a b1 b2 b3 @3']);
  });
});
