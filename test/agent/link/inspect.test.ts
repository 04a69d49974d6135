// Inspections as a device answers them: one at a time, none beside a run, in parts that fit a frame.
import assert from 'node:assert/strict';
import type { Findings } from '@edgewright/agent/inspect/messages.js';
import type { inspect } from '@edgewright/agent/inspect/process.js';
import { createInspections, type Inspections } from '@edgewright/agent/link/inspect.js';
import type { RunnerListener } from '@edgewright/agent/runner/runner.js';
import type { Session } from '@edgewright/core/link/session.js';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import { checkParams, checkResult } from '@edgewright/schemas/frame.js';
import type { InspectionSummary } from '@edgewright/schemas/inspection.js';
import { defaultLimits, type ModelInspect } from '@edgewright/schemas/wire.js';

const model = 'a'.repeat(64);
const params: ModelInspect = { inspection: 'one', model, sizes: { batch: 2 }, want: ['diff'] };
const nothing: Findings = { nodes: [], kernels: [], values: [] };

interface Setting {
  readonly inspections: Inspections;
  readonly session: Session;
  readonly told: { readonly method: string; readonly params: unknown }[];
  readonly held: Set<string>;
  readonly asked: Parameters<typeof inspect>[0][];
  /** Ends the link. */
  readonly cut: () => void;
  /** A run begins, or ends. */
  readonly setBusy: (isBusy: boolean) => void;
}

/** `work` stands in for the process; it is given its options. */
function open(work: typeof inspect, isCongested = false): Setting {
  const told: Setting['told'] = [];
  const closed = Promise.withResolvers<never>();
  let drains = 0;
  const session = {
    closed: closed.promise,
    isCongested: () => isCongested,
    drained: async () => void drains++,
    notify(method: string, notified: unknown) {
      told.push({ method, params: notified });
      return !isCongested;
    },
  } as unknown as Session;
  let isBusy = false;
  let listener: RunnerListener = {};
  const held = new Set<string>();
  const asked: Setting['asked'] = [];
  const inspections = createInspections({
    device: { id: 'device-id', name: 'Pi 5' },
    runner: {
      isBusy: () => isBusy,
      listen(given) {
        listener = given;
        return () => undefined;
      },
    },
    artifacts: {
      has: (sha256) => sha256 === model,
      path: (sha256) => `/artifacts/${sha256}`,
      hold(_owner, names) {
        for (const name of names) held.add(name);
      },
      release: () => held.clear(),
    },
    loadInspect: async () => async (task, options) => {
      asked.push(task);
      return work(task, options);
    },
    ortPath: undefined,
    data: '/measured',
  });
  return {
    inspections,
    session,
    told,
    held,
    asked,
    cut: () => closed.resolve(undefined as never),
    setBusy(value) {
      isBusy = value;
      listener.onStatus?.('run');
    },
  };
}

/** Ends when it is told to. */
const untilAborted: typeof inspect = (_task, { signal }) =>
  new Promise((_resolve, reject) => {
    const end = (): void => reject(new CodedError('inspection-ended', 'Ended.', 'Again.'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
  });

async function refused(answer: Promise<InspectionSummary>, code: Code): Promise<void> {
  await assert.rejects(answer, (error) => error instanceof CodedError && error.code === code);
}

describe('model.inspect', () => {
  it('fills in what is not said, and tells the summary', async () => {
    const { inspections, session, asked, told, held } = open(async () => {
      assert.deepEqual([...held], [model]);
      return nothing;
    });
    const summary = await inspections.start(params, session);
    assert.deepEqual(asked, [
      {
        file: `/artifacts/${model}`,
        weights: {},
        sizes: { batch: 2 },
        inputs: null,
        want: ['diff'],
        ortPath: null,
        data: '/measured',
        repeats: 15,
        seed: 1,
        relative: 1e-3,
        absolute: 1e-5,
      },
    ]);
    const counts = { nodes: 0, kernels: 0, values: 0 };
    assert.deepEqual(summary, { model, sizes: { batch: 2 }, device: { id: 'device-id', name: 'Pi 5' }, counts });
    assert.equal(checkResult('model.inspect', summary), undefined);
    assert.deepEqual([told, [...held]], [[], []]);
  });

  it('needs the files with weights as it needs the model', async () => {
    const { inspections, session, asked } = open(async () => nothing);
    const weights = { 'parts/w.bin': model };
    assert.equal(checkParams('model.inspect', { ...params, weights }), undefined);
    for (const name of ['../journal.sqlite', 'w.bin'])
      assert.match(checkParams('model.inspect', { ...params, weights: { 'w.bin': name } })?.message ?? '', /weights/);
    await inspections.start({ ...params, weights }, session);
    assert.deepEqual(asked[0]?.weights, { 'parts/w.bin': `/artifacts/${model}` });
    await refused(inspections.start({ ...params, weights: { 'w.bin': 'b'.repeat(64) } }, session), 'artifact-missing');
  });

  for (const isCongested of [false, true]) {
    it(`tells long lists in parts that fit a frame${isCongested ? ', on a link that cannot keep up' : ''}`, async () => {
      const name = 'ä'.repeat(1000);
      const nodes = Array.from({ length: 3000 }, (_, index) => ({ index, name, op: 'Relu', outputs: [`v${index}`] }));
      const { inspections, session, told } = open(async () => ({ ...nothing, nodes }), isCongested);
      const { counts } = await inspections.start(params, session);
      assert.equal(counts.nodes, 3000);
      const parts = told.map(({ method, params: part }) => {
        assert.equal(method, 'model.part');
        assert.equal(checkParams(method, part), undefined);
        assert.ok(Buffer.byteLength(JSON.stringify(part)) < defaultLimits.frameBytes / 2);
        return part as { nodes: typeof nodes };
      });
      assert.ok(parts.length > 10);
      assert.deepEqual(
        parts.flatMap((part) => part.nodes),
        nodes,
      );
    });
  }

  it('tells progress, a few times a second', async () => {
    const { inspections, session, told } = open(async (_task, { onProgress }) => {
      for (let done = 0; done < 100; done++) onProgress({ phase: 'diff', done, of: 100 });
      return nothing;
    });
    await inspections.start(params, session);
    assert.deepEqual(told, [
      { method: 'model.progress', params: { inspection: 'one', phase: 'diff', done: 0, of: 100 } },
    ]);
    assert.equal(checkParams('model.progress', told[0]!.params), undefined);
  });

  it('is refused without its artifact, beside another, and beside a run', async () => {
    const { inspections, session, setBusy } = open(untilAborted);
    await refused(inspections.start({ ...params, model: 'b'.repeat(64) }, session), 'artifact-missing');
    await refused(inspections.start({ ...params, inputs: 'b'.repeat(64) }, session), 'artifact-missing');
    const first = refused(inspections.start(params, session), 'inspection-ended');
    await refused(inspections.start({ ...params, inspection: 'two' }, session), 'inspection-busy');
    inspections.leave('one', session);
    await first;
    setBusy(true);
    await refused(inspections.start(params, session), 'inspection-busy');
  });

  it('is ended by a run that begins, the end of its link, its workbench alone, and the end of the agent', async () => {
    const run = open(untilAborted);
    const overtaken = refused(run.inspections.start(params, run.session), 'inspection-busy');
    run.setBusy(false);
    run.setBusy(true);
    await overtaken;

    const link = open(untilAborted);
    const cut = refused(link.inspections.start(params, link.session), 'inspection-ended');
    link.cut();
    await cut;

    const own = open(untilAborted);
    let isOver = false;
    const left = refused(own.inspections.start(params, own.session), 'inspection-ended').then(() => {
      isOver = true;
    });
    own.inspections.leave('two', own.session);
    own.inspections.leave('one', {} as Session);
    await new Promise(setImmediate);
    assert.equal(isOver, false);
    own.inspections.close();
    await left;
  });

  it('leaves the device free when it failed', async () => {
    let isFirst = true;
    const { inspections, session } = open(async () => {
      if (!isFirst) return nothing;
      isFirst = false;
      throw new CodedError('inspection-died', 'Died.', 'Again.');
    });
    await refused(inspections.start(params, session), 'inspection-died');
    await inspections.start(params, session);
  });
});
