// The simulator's thread while a device executes what fires: what it asks, and what its steps show then.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { ToSimulatorView } from 'edgewright/protocol.js';
import type { SimulationQuestion, SimulationWork, ToSimulatorHost } from 'edgewright/simulator/worker.js';

const script = fileURLToPath(import.meta.resolve('edgewright/simulator/worker.js'));

const text = `edgewright: task/v1
name: chain
events: { a: { n: number }, b: { n: number } }
trigger: { event: [a, b] }
outputs: [{ to: outbox, fields: [script.n] }]
script: { file: s.js, language: javascript, results: { n: number } }
privacy: { leave: [script.n] }
`;

type Told = ToSimulatorView | ToSimulatorHost;

describe('the thread of the simulator', function () {
  this.timeout(60_000);
  let folder: string;
  let worker: Worker;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'simulated-'));
    writeFileSync(
      join(folder, 'r.jsonl'),
      '{"time": 1000, "event": "a", "n": 1}\n{"time": 2000, "event": "a", "n": 2}\n',
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    const workerData: SimulationWork = {
      ...{ uri: 'file:///a', recordingUri: 'file:///r', text, path: join(folder, 'a.task.yaml') },
      recording: join(folder, 'r.jsonl'),
    };
    worker = new Worker(script, { workerData });
  });
  afterEach(() => worker.terminate());

  const next = async <Kind extends Told['kind']>(kind: Kind): Promise<Told & { readonly kind: Kind }> => {
    const [message] = (await once(worker, 'message')) as [Told];
    assert.equal(message.kind, kind, JSON.stringify(message));
    return message as Told & { readonly kind: Kind };
  };
  const ask = (question: SimulationQuestion): void => worker.postMessage(question);

  /** Answers as a device on which an `a` emits a `b`, and the last fails. */
  const execute = async (): Promise<void> => {
    const { id, fired } = await next('execute');
    const executed = fired.map((one) => {
      const [{ event = '', fields = {} } = {}] = one.firing.events;
      const phases = { script: 2, total: 3 };
      const base = { id: '', phases, log: [{ time: 0, level: 'info' as const, text: `${event} ${fields.n}` }] };
      if (event === 'b' && fields.n === 2) {
        const failure = { code: 'task-script', message: 'It throws.', fix: 'Mend it.' };
        return { ...one, outputs: [], execution: { ...base, results: [], emitted: [], failure } };
      }
      const emitted = event === 'a' ? [{ event: 'b', fields: { n: Number(fields.n) } }] : [];
      const results = [{ 'script.n': Number(fields.n) }];
      return {
        ...one,
        outputs: [{ to: 'outbox' as const, values: results[0]! }],
        execution: { ...base, results, emitted },
      };
    });
    ask({ kind: 'executed', id, fired: executed });
  };

  it('shows what came of each firing, also of those that scripts bring about', async () => {
    const { face: plain } = await next('opened');
    assert.deepEqual([plain.executes, plain.executed, plain.firings.length], [['script'], undefined, 2]);
    ask({ kind: 'begin' });
    await execute();
    await execute();
    const { face } = await next('opened');
    assert.deepEqual(
      face.firings.map(({ step, outcome }) => [step, outcome]),
      [
        [1, 'done'],
        [1, 'done'],
        [2, 'done'],
        [2, 'failed'],
      ],
    );
    const { log, phases, count, failed } = face.executed!;
    assert.deepEqual(
      log.map((line) => `${line.step} ${line.level} ${line.text}`),
      ['1 info a 1', '1 info b 1', '2 info a 2', '2 info b 2', '2 error task-script: It throws.'],
    );
    assert.deepEqual(
      [phases, count, failed],
      [
        [
          ['total', 3],
          ['script', 2],
        ],
        4,
        1,
      ],
    );
    assert.deepEqual(await next('settled'), { kind: 'settled', fault: undefined });
    // Back and forth: the same at the same step.
    for (const step of [2, 1, 2]) {
      ask({ kind: 'at', step });
      const { moment } = await next('moment');
      assert.deepEqual(
        moment.fired.map(({ firing, execution }) => [firing.events[0]?.event, execution?.results]),
        [
          ['a', [{ 'script.n': step }]],
          ['b', step === 2 ? [] : [{ 'script.n': step }]],
        ],
      );
      assert.equal(moment.bytesLeft, JSON.stringify({ 'script.n': 1 }).length * (step === 2 ? 3 : 2));
    }
  });

  it('shows steps while a device is at it, and keeps them where it refuses', async () => {
    await next('opened');
    ask({ kind: 'begin' });
    const { id } = await next('execute');
    ask({ kind: 'at', step: 1 });
    assert.equal((await next('moment')).moment.fired[0]?.execution, undefined);
    const fault = { code: 'unreachable', message: 'No agent answers.', fix: 'Start it.' };
    ask({ kind: 'refused', id, fault });
    assert.deepEqual(await next('settled'), { kind: 'settled', fault });
    ask({ kind: 'at', step: 1 });
    assert.equal((await next('moment')).moment.fired.length, 1);
  });
});
