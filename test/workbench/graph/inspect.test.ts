// An inspection as a workbench asks for it, of an agent that answers as it is told to.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Handlers } from '@edgewright/core/link/session.js';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import type { InspectedNode, InspectionSummary } from '@edgewright/schemas/inspection.js';
import { type InspectionProgress, type InspectRequest, inspectOn } from '@edgewright/workbench/graph/inspect.js';
import { type FakeAgent, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';

const summary: Omit<InspectionSummary, 'model' | 'sizes'> = {
  device: { id: 'device-id', name: 'Pi 5' },
  counts: { nodes: 2, kernels: 0, values: 0 },
};
const node = (index: number): InspectedNode => ({ index, name: '', op: 'Relu', outputs: [`v${index}`] });

describe('inspecting on a device', () => {
  const folder = temporaryFolder();
  let agent: FakeAgent | undefined;
  afterEach(() => agent?.close());

  async function ask(handlers: Partial<Handlers>, more: Partial<InspectRequest> = {}, known = ['model-inspect']) {
    agent = await startFakeAgent({
      handlers: { 'artifact.missing': () => ({ missing: [], ticket: '' }), ...handlers },
      hello: { capabilities: known },
    });
    const file = join(folder(), 'model.onnx');
    writeFileSync(file, 'the bytes of a model');
    writeFileSync(join(folder(), 'token'), token);
    const target = { name: undefined, address: agent.address, certificate: undefined, labels: {} };
    return inspectOn({
      target: { ...target, token: { file: join(folder(), 'token') } },
      credentials: { pairings: async () => [], store: async () => '', forget: async () => undefined },
      file,
      locations: [],
      sizes: new Map([['batch', 2]]),
      want: ['profile'],
      ...more,
    });
  }
  const refused = (answer: Promise<unknown>, code: Code) =>
    assert.rejects(answer, (error) => error instanceof CodedError && error.code === code);

  it('names the model by its content, hears progress and puts the parts together', async () => {
    const progress: InspectionProgress[] = [];
    const inspection = await ask(
      {
        'model.inspect': ({ inspection: id, model, sizes, want, options }, session) => {
          assert.equal(model, createHash('sha256').update('the bytes of a model').digest('hex'));
          assert.deepEqual([sizes, want, options], [{ batch: 2 }, ['profile'], { seed: 7 }]);
          session.notify('model.progress', { inspection: id, phase: 'profile', done: 1, of: 2 });
          session.notify('model.progress', { inspection: 'another', phase: 'diff', done: 1, of: 2 });
          session.notify('model.part', { inspection: 'another', nodes: [node(9)] });
          for (const index of [0, 1]) session.notify('model.part', { inspection: id, nodes: [node(index)] });
          return { ...summary, model, sizes };
        },
      },
      { options: { seed: 7 }, onProgress: (step) => progress.push(step) },
    );
    assert.deepEqual(inspection.nodes, [node(0), node(1)]);
    assert.deepEqual([inspection.kernels, inspection.device.name], [[], 'Pi 5']);
    assert.deepEqual(progress, [{ phase: 'profile', done: 1, of: 2 }]);
  });

  it('is refused where parts are missing', async () => {
    const answer = ask({ 'model.inspect': ({ model, sizes }) => ({ ...summary, model, sizes }) });
    await refused(answer, 'inspection-broken');
  });

  it('asks no agent that does not know it', async () => {
    await refused(ask({}, {}, ['run-points']), 'capability-missing');
  });

  it('names the files beside it by their content, and asks no agent that does not know them', async () => {
    mkdirSync(join(folder(), 'parts'));
    writeFileSync(join(folder(), 'parts/w.bin'), 'weights');
    const sha256 = createHash('sha256').update('weights').digest('hex');
    const handlers: Partial<Handlers> = {
      'artifact.missing': ({ artifacts }) => {
        assert.deepEqual(artifacts.slice(1), [sha256]);
        return { missing: [], ticket: '' };
      },
      'model.inspect': ({ weights, model, sizes, inspection: id }, session) => {
        assert.deepEqual(weights, { 'parts/w.bin': sha256 });
        session.notify('model.part', { inspection: id, nodes: [node(0), node(1)] });
        return { ...summary, model, sizes };
      },
    };
    const locations = ['./parts/w.bin'];
    await ask(handlers, { locations }, ['model-inspect', 'model-weights']);
    agent?.close();
    await refused(ask(handlers, { locations }), 'capability-missing');
    agent?.close();
    await refused(ask(handlers, { locations: ['../w.bin'] }), 'model-file');
  });

  it('hands on what the device refuses with', async () => {
    const answer = ask({
      'model.inspect': () => {
        throw new CodedError('inspection-timeout', 'Late.', 'Allow more.');
      },
    });
    await refused(answer, 'inspection-timeout');
  });

  it('tells the device to leave it where it is aborted, before it began too', async () => {
    const abort = new AbortController();
    const left = Promise.withResolvers<string>();
    const answer = ask(
      {
        'model.inspect': async ({ inspection }) => {
          abort.abort();
          assert.equal(await left.promise, inspection);
          throw new CodedError('inspection-ended', 'Ended.', 'Again.');
        },
        'model.leave': ({ inspection }) => {
          left.resolve(inspection);
          return {};
        },
      },
      { signal: abort.signal },
    );
    await refused(answer, 'inspection-ended');
    agent?.close();
    await refused(ask({}, { signal: abort.signal }), 'inspection-ended');
  });
});
