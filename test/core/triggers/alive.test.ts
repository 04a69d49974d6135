// What triggers say that they remember: as much as they count, and a match that fires was in progress before.
import assert from 'node:assert/strict';
import { aliveIn } from '@edgewright/core/triggers/alive.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import { TriggerEngine } from '@edgewright/core/triggers/engine.js';
import fc from 'fast-check';
import { patterns, recordings, tasksOf } from './patterns.ts';

function engineOf(trigger: string): TriggerEngine {
  const text = `edgewright: task/v1
name: t
events: { a: { n: number, k: string }, b: { n: number, k: string } }
trigger: ${trigger}
outputs: [{ to: log, fields: [a.n] }]
`;
  const { task, diagnostics } = checkTask(text);
  assert.ok(task, JSON.stringify(diagnostics));
  const engine = new TriggerEngine(() => undefined);
  engine.load([{ id: 't', sees: [...task.events.keys()], lateness: task.lateness, trigger: task.trigger }]);
  return engine;
}

describe('what triggers remember', () => {
  it('is of matches what they count as open, whatever the patterns', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.array(patterns, { minLength: 1, maxLength: 3 }), recordings, (set, events) => {
        const engine = new TriggerEngine(() => undefined);
        engine.load(tasksOf(set));
        for (const event of events) {
          engine.push(event);
          const { matches, held } = aliveIn(engine);
          assert.ok(matches.length + held.length <= engine.open);
          seen += matches.length;
          for (const { events: taken, step, count, since } of matches) {
            assert.equal(taken.at(-1)?.step, step);
            assert.equal(taken.filter((each) => each.step === step).length, count);
            assert.equal(taken[0]?.time, since);
          }
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(seen > 1000, `${seen}`);
  });

  it('is of a threshold where each key stands', () => {
    const engine = engineOf('{ key: k, threshold: { event: a, value: n, above: 3, rearm: 1, for: 10s } }');
    const states = () => aliveIn(engine).levels.map(({ key, state }) => `${key} ${state}`);
    engine.push({ time: 0, event: 'a', fields: { n: 2, k: 'x' } });
    assert.deepEqual(states(), ['x armed']);
    engine.push({ time: 1000, event: 'a', fields: { n: 4, k: 'x' } });
    assert.deepEqual(states(), ['x rising']);
    engine.advance(11_000);
    assert.deepEqual(states(), ['x fired']);
  });

  it('is of debounce what it holds, and until when', () => {
    const engine = engineOf('{ sequence: [{ event: a }], debounce: 5s }');
    engine.push({ time: 1000, event: 'a', fields: { n: 2, k: 'x' } });
    assert.deepEqual(aliveIn(engine).held, [{ task: 't', key: undefined, due: 6000 }]);
    engine.advance(6000);
    assert.deepEqual(aliveIn(engine).held, []);
  });
});
