import assert from 'node:assert/strict';
import type { RecordedLine } from '@edgewright/core/task/event-line.js';
import type { TriedResult } from '@edgewright/schemas/deployment.js';
import { parseTask, type ResolvedTask } from '@edgewright/schemas/task.js';
import { simulateExecuted } from '@edgewright/workbench/task/rounds.js';
import type { Execute } from '@edgewright/workbench/task/test.js';

const document = (window: string) => `edgewright: task/v1
name: chain
events: { a: { n: number }, b: { n: number } }
trigger: { event: [a, b] }
pipeline:
  window: { ${window} }
  features: { seen: { by: count } }
script: { file: chain.js, language: javascript, results: { n: number } }
`;

/** Emits as told of the events of a firing. */
const executing =
  (calls: number[], emit: (event: string, n: number, seen: number) => TriedResult['emitted']): Execute =>
  async (fired) => {
    calls.push(fired.length);
    return fired.map((one) => {
      const [{ event = '', fields = {} } = {}] = one.firing.events;
      const emitted = emit(event, Number(fields.n), one.computed?.features.seen ?? 0);
      return { ...one, execution: { id: '', results: [], log: [], phases: { total: 0 }, emitted } };
    });
  };

const recording = (...numbers: readonly number[]): readonly RecordedLine[][] => [
  numbers.map((n, at) => ({ kind: 'event', event: { time: at * 1000, event: 'a', line: at + 1, fields: { n } } })),
];

function resolved(text: string): ResolvedTask {
  const { task, diagnostics } = parseTask(text);
  assert.ok(task, JSON.stringify(diagnostics));
  return task;
}

const run = async (execute: Execute, window = 'events: 1', events = recording(1, 2)) => {
  const { fired } = await simulateExecuted(
    [resolved(document(window))],
    () => events,
    undefined,
    execute,
    () => 'stop',
  );
  return fired.map(({ firing: { time, events: of } }) => `${time} ${of[0]?.event}${of[0]?.fields.n}`);
};

describe('a simulation that executes', () => {
  it('lets triggers see what firings emit, after the event and before the next', async () => {
    const calls: number[] = [];
    const execute = executing(calls, (event, n) => (event === 'a' ? [{ event: 'b', fields: { n } }] : []));
    assert.deepEqual(await run(execute), ['0 a1', '0 b1', '1000 a2', '1000 b2']);
    // What was executed is not executed again.
    assert.deepEqual(calls, [2, 2]);
  });

  it('ends a circle after eight firings in a row, as a device does', async () => {
    const execute = executing([], (_, n) => [{ event: 'b', fields: { n } }]);
    assert.equal((await run(execute, 'events: 1', recording(1))).length, 9);
  });

  it('executes again what sees something else with what was emitted', async () => {
    const calls: number[] = [];
    const seen: number[] = [];
    const execute = executing(calls, (event, n, count) => {
      seen.push(count);
      return event === 'a' && n === 1 ? [{ event: 'b', fields: { n } }] : [];
    });
    assert.deepEqual(await run(execute, 'events: 10'), ['0 a1', '0 b1', '1000 a2']);
    assert.deepEqual(
      [calls, seen],
      [
        [2, 2],
        [1, 2, 2, 3],
      ],
    );
  });

  it('is refused where it does not come to an end', async () => {
    const events = recording(...Array.from({ length: 40 }, (_, n) => n));
    // Every execution sees all that were before it, and changes what the next one sees.
    const growing = executing([], (event, n, seen) =>
      event === 'a' && seen % 2 === 1 ? [{ event: 'b', fields: { n } }] : [],
    );
    await assert.rejects(run(growing, 'events: 100', events), { code: 'task-flood' });
  });
});
