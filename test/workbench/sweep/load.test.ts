// A sweep over models of the user as they lie on this machine: what is said of their weights in other files, and what goes along.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import { loadSweep, runArtifacts, sourcesOf } from '@edgewright/workbench/sweep/load.js';
import { linearModel, weights } from '../../fixtures/external.ts';
import { edgewright } from '../cli/terminal.ts';
import { temporaryFolder } from '../folder.ts';

const document = `edgewright: sweep/v1
name: linear
models:
  - { family: fc }
  - { family: onnx, file: models/model.onnx }
`;

describe('a sweep over a model with weights in other files', () => {
  const folder = temporaryFolder();
  const write = (name: string, bytes: Uint8Array | Float32Array | string) => writeFileSync(join(folder(), name), bytes);
  const model = (w: string, b: string) => write('models/model.onnx', linearModel({ w, b }));
  const load = (text = document) => loadSweep('linear.sweep.yaml', folder(), text);
  beforeEach(() => {
    mkdirSync(join(folder(), 'models/parts'), { recursive: true });
    write('linear.sweep.yaml', document);
    write('models/w.bin', weights.w);
    write('models/parts/b.bin', weights.b);
    write('secret', 'private');
  });

  it('takes them along, by the paths that the sweep would have for them', async () => {
    model('w.bin', './parts/b.bin');
    const loaded = await load();
    assert.equal(hasErrors(loaded.checked.diagnostics), false);
    const artifacts = await runArtifacts(loaded);
    assert.deepEqual(Object.keys(artifacts), ['models/model.onnx', 'models/w.bin', 'models/parts/b.bin']);
    const { buffer } = weights.b;
    assert.deepEqual(artifacts['models/parts/b.bin'], {
      file: join(folder(), 'models/parts/b.bin'),
      sha256: createHash('sha256').update(new Uint8Array(buffer)).digest('hex'),
    });
  });

  it('is of another model where they are others, of the same where only their files have gone', async () => {
    model('w.bin', 'parts/b.bin');
    const artifactOf = async (artifacts: Awaited<ReturnType<typeof runArtifacts>>) => {
      const sources = await sourcesOf({ sweep: document, artifacts });
      assert.deepEqual([...sources.keys()], ['models/model.onnx'], 'weights are no model');
      return sources.get('models/model.onnx')?.artifact;
    };
    const before = await runArtifacts(await load());
    const artifact = await artifactOf(before);
    assert.match(artifact ?? '', /^[0-9a-f]{64}$/);
    assert.notEqual(artifact, before['models/model.onnx']?.sha256);
    write('models/parts/b.bin', new Float32Array([1, 2]));
    assert.equal(await artifactOf(before), artifact);
    assert.notEqual(await artifactOf(await runArtifacts(await load())), artifact);
  });

  it('sends a file once that models share, and one that is a model itself as that', async () => {
    model('w.bin', 'other.onnx');
    write('models/other.onnx', linearModel({ w: './w.bin', b: 'w.bin' }));
    const loaded = await load(`${document}  - { name: other, family: onnx, file: models/other.onnx }\n`);
    assert.equal(hasErrors(loaded.checked.diagnostics), false, JSON.stringify(loaded.checked.diagnostics));
    assert.deepEqual(Object.keys(await runArtifacts(loaded)), [
      'models/model.onnx',
      'models/other.onnx',
      'models/w.bin',
    ]);
  });

  for (const [what, w, message] of [
    ['is missing', 'v.bin', /^models\/model\.onnx keeps weights in "v\.bin", which cannot be read/],
    ['lies above', '../secret', /"\.\.\/secret", which is no path within its folder/],
    ['lies anywhere', '/etc/passwd', /"\/etc\/passwd", which is no path within its folder/],
    ['is a link to elsewhere', 'link.bin', /"link\.bin", a link that leads out of its folder/],
  ] as const)
    it(`is wrong at the place of the model where one ${what}`, async () => {
      symlinkSync(join(folder(), 'secret'), join(folder(), 'models/link.bin'));
      model(w, 'parts/b.bin');
      const { checked } = await load();
      const [found, ...others] = checked.diagnostics;
      assert.deepEqual([found?.code, others], ['model-file', []]);
      assert.match(found?.message ?? '', message);
      assert.deepEqual([found?.path, found?.place?.line], [['models', 1, 'file'], 5]);
      const ran = await edgewright({ cwd: folder() }, 'run', 'linear.sweep.yaml', '--device', 'ws://127.0.0.1:1');
      assert.equal(ran.code, 1);
      assert.match(ran.out, /model-file/);
    });
});
