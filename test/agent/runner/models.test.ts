import assert from 'node:assert/strict';
import { loadModels } from '@edgewright/agent/runner/models.js';
import { planRun } from '@edgewright/agent/runner/plan.js';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { linearModel } from '../../fixtures/external.ts';

const sweep = `edgewright: sweep/v1
name: linear
models:
  - { family: onnx, file: models/model.onnx }
execution: { runtime: [ort, jit] }
`;
const [model, w, b, other] = ['aa', 'bb', 'cc', 'dd'].map((two) => two.repeat(32)) as [string, string, string, string];
const whole = { 'models/model.onnx': model, 'models/w.bin': w, 'models/parts/b.bin': b };

describe('models of a run', () => {
  const read: string[] = [];
  beforeEach(() => read.splice(0));
  const readModel = async (sha256: string) => {
    read.push(sha256);
    return inspectOnnx(linearModel({ w: 'w.bin', b: './parts/b.bin' }), sha256);
  };
  const plan = (artifacts: Readonly<Record<string, string>>, lacks?: string) =>
    planRun({ sweep, artifacts }, { readModel, hasArtifact: (sha256) => sha256 !== lacks });

  it('have their weights by the names that they have for them', async () => {
    const planned = await plan(whole);
    assert.ok(planned.kind === 'planned');
    const { slots, files } = planned.plan;
    const [artifact = '', ...others] = new Set(slots.map(({ planned: { point } }) => point.model.artifact));
    assert.deepEqual([others, read], [[], [model]]);
    assert.deepEqual(files.get(artifact), {
      model,
      external: new Map([
        ['w.bin', w],
        ['./parts/b.bin', b],
      ]),
    });
  });

  it('are others with other weights', async () => {
    const hashes = await Promise.all(
      [whole, { ...whole, 'models/w.bin': other }].map(async (artifacts) => {
        const planned = await plan(artifacts);
        return planned.kind === 'planned' ? planned.plan.hash : '';
      }),
    );
    assert.notEqual(hashes[0], hashes[1]);
  });

  it('are refused where their weights did not come', async () => {
    const planned = await plan({ 'models/model.onnx': model, 'models/w.bin': w });
    assert.ok(planned.kind === 'refused');
    const [found, ...others] = planned.diagnostics;
    assert.deepEqual([found?.code, found?.path, others], ['model-file', ['models', 0, 'file'], []]);
    assert.match(found?.message ?? '', /^models\/model\.onnx keeps weights in "\.\/parts\/b\.bin", which did not come/);
  });

  it('need every file that the run names', async () => {
    await assert.rejects(plan(whole, b), { code: 'artifact-missing' });
    assert.deepEqual(read, []);
  });

  it('are followed to nothing but what came with the run', async () => {
    const hostile = async (sha256: string) =>
      inspectOnnx(linearModel({ w: '../../journal.sqlite', b: 'constructor' }), sha256);
    const { lost, files } = await loadModels(sweep, { ...whole, 'journal.sqlite': other }, hostile);
    assert.equal(lost.length, 2);
    assert.deepEqual([...files.values()], [{ model, external: new Map() }]);
  });
});
