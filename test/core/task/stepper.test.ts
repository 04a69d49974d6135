// A task stepped through: the same firings as the simulation, wherever one steps from and to.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueOf, type RecordedLine, readLine } from '@edgewright/core/task/event-line.js';
import { type SimulatedFiring, simulate } from '@edgewright/core/task/simulation.js';
import { linesOf, mostSteps, readSteps, Stepper } from '@edgewright/core/task/stepper.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import { readRecording } from '@edgewright/workbench/task/recording.js';
import { simulateExecuted } from '@edgewright/workbench/task/rounds.js';
import type { Execute } from '@edgewright/workbench/task/test.js';
import * as fc from 'fast-check';

const samples = join(import.meta.dirname, '../../../samples/tasks');
const text = `edgewright: task/v1
name: visit
events:
  enter: { page: string }
  click: { page: string, x: number }
  exit: { page: string }
trigger:
  key: page
  sequence: [{ event: enter }, { event: click, times: { from: 1, to: 3 } }, { event: exit }]
  within: 1min
outputs: [{ to: outbox, fields: [exit.page] }]
privacy: { leave: [exit.page] }
`;
const task = checkTask(text).task!;

function lines(...events: readonly (readonly [second: number, event: string, fields?: object])[]): RecordedLine[] {
  const catalogue = catalogueOf([task]);
  return events.map(
    ([second, event, fields], at) =>
      readLine(JSON.stringify({ time: second * 1000, event, page: 'a', ...fields }), at + 1, catalogue)!,
  );
}

describe('stepping through a recording', () => {
  it('shows after each event which matches are in progress, and what they wait for', async () => {
    const recording = lines([1, 'enter'], [2, 'click', { x: 1 }], [3, 'exit'], [4, 'enter']);
    const stepper = new Stepper(task, await readSteps([recording]));
    assert.equal(stepper.steps, 5);
    assert.deepEqual(stepper.at(0).alive.matches, []);
    const [match] = stepper.at(1).alive.matches;
    assert.partialDeepStrictEqual(match, { tasks: ['visit'], key: 'a', step: 0, since: 1000, expires: 61_000 });
    assert.deepEqual(match?.next, [{ step: 1, events: ['click'] }]);
    const [after] = stepper.at(2).alive.matches;
    assert.deepEqual(after?.next, [
      { step: 1, events: ['click'] },
      { step: 2, events: ['exit'] },
    ]);
    assert.deepEqual(
      after?.events.map(({ event, step }) => [event, step]),
      [
        ['enter', 0],
        ['click', 1],
      ],
    );
    const fired = stepper.at(3);
    assert.deepEqual(
      fired.fired.map(({ firing, outputs }) => [firing.time, firing.events.length, outputs[0]?.values]),
      [[3000, 3, { 'exit.page': 'a' }]],
    );
    assert.deepEqual(fired.alive.matches, []);
    assert.equal(fired.bytesLeft, '{"exit.page":"a"}'.length);
    assert.equal(fired.bytesRaw, '{"page":"a"}'.length * 2 + '{"page":"a","x":1}'.length);
    assert.equal(stepper.at(99).step, 5);
  });

  it('goes back to what was', async () => {
    const recording = lines([1, 'enter'], [2, 'click', { x: 1 }], [3, 'click', { x: 2 }], [4, 'exit'], [5, 'enter']);
    const steps = await readSteps([recording]);
    const forward = new Stepper(task, steps);
    const seen = Array.from({ length: 7 }, (_, step) => forward.at(step));
    const other = new Stepper(task, steps);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 8 }), (path) => {
        for (const step of path) assert.deepEqual(other.at(step), seen[step]);
      }),
      { numRuns: 60 },
    );
  });

  it('says what was left out by the step', async () => {
    const recording = [
      ...lines([1, 'enter']),
      readLine('{"time": 2000, "event": "click", "x": 1}', 2, catalogueOf([task]))!,
    ];
    const stepper = new Stepper(task, await readSteps([recording]));
    assert.deepEqual(stepper.at(1).leftOut, {});
    assert.deepEqual(stepper.at(2).leftOut, { unkeyed: 1 });
  });

  for (const name of ['feed', 'keyword', 'motion'])
    it(`fires as the simulation does: ${name}`, async () => {
      const sample = checkTask(readFileSync(join(samples, `${name}.task.yaml`), 'utf8')).task!;
      const path = join(samples, sample.tests[0]!.events);
      const read = () => readRecording(path, path, catalogueOf([sample]));
      const expected: SimulatedFiring[] = [];
      await simulate([sample], read(), undefined, { fired: (firing) => expected.push(firing), fault: () => 'go-on' });
      const stepper = new Stepper(sample, await readSteps(read()));
      const stepped = stepper.firings();
      assert.ok(expected.length > 0);
      assert.deepEqual(
        stepped.map(({ fired }) => fired),
        expected,
      );
      for (const { step, fired } of stepped)
        assert.ok(stepper.at(step).fired.some((each) => each.firing.time === fired.firing.time));
    });

  it('fires as a simulation that executes does, and shows what came of each firing, whatever is emitted', async () => {
    const chain = checkTask(`edgewright: task/v1
name: chain
events: { a: { n: number }, b: { n: number } }
trigger:
  sequence: [{ event: [a, b] }, { not: a, for: 3s }]
  within: 10s
  skip: none
pipeline: { window: { time: 20s }, features: { seen: { by: count } } }
`).task!;
    const recorded = fc.array(
      fc.record({ wait: fc.integer({ min: 0, max: 4000 }), event: fc.constantFrom('a', 'b', 'other'), n: fc.nat(3) }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(recorded, async (list) => {
        let time = 0;
        const read = list.map(({ wait, ...event }, at) => {
          time += wait;
          return readLine(JSON.stringify({ time, ...event }), at + 1, catalogueOf([chain]))!;
        });
        const steps = await readSteps([read]);
        const execute: Execute = async (fired) =>
          fired.map((one) => {
            const n = Number(one.firing.events[0]?.fields.n);
            const emitted = n > 1 ? [{ event: 'b', fields: { n: n - 1 } }] : [];
            return { ...one, execution: { id: '', results: [{ n }], log: [], phases: { total: 0 }, emitted } };
          });
        const lines = linesOf(steps);
        const { fired } = await simulateExecuted(
          [chain],
          () => [lines],
          undefined,
          execute,
          () => 'stop',
        );
        const stepper = new Stepper(chain, steps, undefined, fired);
        const stepped = stepper.firings().map(({ fired: one }) => one);
        // What the triggers fired here, beside what was executed there: event by event, but for their places.
        const told = ({ firing, ...rest }: SimulatedFiring) => ({
          ...{ ...rest, time: firing.time, kind: firing.kind },
          events: firing.events.map(({ time: at, event, fields, step }) => [at, event, fields, step]),
        });
        assert.deepEqual(stepped.map(told), fired.map(told));
        const last = Math.ceil(stepper.steps / 2);
        assert.deepEqual(stepper.at(last), new Stepper(chain, steps, undefined, fired).at(last));
      }),
      { numRuns: 60 },
    );
  });

  it('lets time pass by events that the task does not know', async () => {
    const absence = checkTask(`edgewright: task/v1
name: left
events: { enter: { page: string }, exit: { page: string } }
trigger: { sequence: [{ event: enter }, { not: exit, for: 10s }] }
outputs: [{ to: log, fields: [enter.page] }]
`).task!;
    const catalogue = catalogueOf([absence]);
    const recording = [
      '{"time": 0, "event": "enter", "page": "a"}',
      '{"time": 20000, "event": "other"}',
      '{"time": 30000, "event": "exit", "page": "a"}',
    ].map((line, at) => readLine(line, at + 1, catalogue)!);
    const steps = await readSteps([recording]);
    assert.deepEqual([...steps.foreign], [['other', 1]]);
    const fired = new Stepper(absence, steps).firings();
    assert.deepEqual(
      fired.map(({ step, fired: { firing } }) => [step, firing.time]),
      [[2, 10_000]],
    );
  });

  it('reads no more than can be stepped through, and keeps the first faults', async () => {
    const catalogue = catalogueOf([task]);
    const event = readLine('{"time": 1, "event": "enter", "page": "a"}', 1, catalogue)!;
    const fault = readLine('no', 2, catalogue)!;
    const batch = new Array<RecordedLine>(1000).fill(event);
    const steps = await readSteps([
      new Array<RecordedLine>(30).fill(fault),
      ...new Array(mostSteps / 1000 + 1).fill(batch),
    ]);
    assert.deepEqual(
      [steps.events.length, steps.isCut, steps.faults.length, steps.faultCount],
      [mostSteps, true, 20, 30],
    );
  });
});
