// The model of a task on this machine: which files go with it, and what is said of those that cannot.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTask } from '@edgewright/core/triggers/check.js';
import { checkModelFiles } from '@edgewright/workbench/tasks/model.js';
import { packTask } from '@edgewright/workbench/tasks/package.js';
import { linearModel, weights } from '../../fixtures/external.ts';
import { edgewright } from '../cli/terminal.ts';
import { temporaryFolder } from '../folder.ts';

const document = `edgewright: task/v1
name: linear
events: { a: { n: number } }
trigger: { event: a }
pipeline:
  features: { n: { by: sum, of: n } }
  tensors: { x: { features: [n, n] } }
model: { file: models/model.onnx, outputs: [y] }
outputs: [{ to: log, fields: [model.y] }]
`;
const task = checkTask(document).task!;

describe('the files of a model', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'linear.task.yaml');
  const write = (name: string, bytes: Uint8Array | string) => writeFileSync(join(folder(), name), bytes);
  const model = (w: string, b: string) => write('models/model.onnx', linearModel({ w, b }));
  const check = () => checkModelFiles(document, task, path());
  beforeEach(() => {
    mkdirSync(join(folder(), 'models/parts'), { recursive: true });
    write('linear.task.yaml', document);
    write('models/w.bin', new Uint8Array(weights.w.buffer));
    write('models/parts/b.bin', new Uint8Array(weights.b.buffer));
    write('secret', 'private');
  });

  it('go with it, by their paths from the document', async () => {
    model('w.bin', './parts/b.bin');
    assert.deepEqual(await check(), []);
    const { artifacts } = await packTask(document, task, path());
    const digest = (data: Float32Array) => createHash('sha256').update(new Uint8Array(data.buffer)).digest('hex');
    assert.deepEqual(Object.keys(artifacts), ['models/model.onnx', 'models/w.bin', 'models/parts/b.bin']);
    assert.deepEqual(artifacts['models/parts/b.bin'], {
      file: join(folder(), 'models/parts/b.bin'),
      sha256: digest(weights.b),
    });
    write('models/parts/b.bin', new Uint8Array(8));
    const changed = await packTask(document, task, path());
    assert.notEqual(changed.artifacts['models/parts/b.bin']?.sha256, digest(weights.b), 'another task for a device');
  });

  it('may be none', async () => {
    assert.deepEqual(await checkModelFiles(document, { ...task, model: undefined }, path()), []);
  });

  for (const [what, w, message] of [
    [
      'is missing',
      'v.bin',
      /^models\/model\.onnx keeps weights in "v\.bin", which cannot be read: there is no such file/,
    ],
    ['is a folder', 'parts', /"parts", which is no file/],
    ['lies above', '../secret', /"\.\.\/secret", which is no path within its folder/],
    ['lies above by a detour', 'parts/../../secret', /which is no path within its folder/],
    ['lies anywhere', '/etc/passwd', /"\/etc\/passwd", which is no path within its folder/],
    ['has no name', '', /in "", which is no path within its folder/],
    ['is named as on another system', '..\\secret', /which is no path within its folder/],
    ['is a link to elsewhere', 'link.bin', /"link\.bin", a link that leads out of its folder/],
    ['is behind a link to elsewhere', 'up/secret', /"up\/secret", a link that leads out of its folder/],
  ] as const)
    it(`are refused where one ${what}`, async () => {
      symlinkSync(join(folder(), 'secret'), join(folder(), 'models/link.bin'));
      symlinkSync(folder(), join(folder(), 'models/up'));
      model(w, 'parts/b.bin');
      const [found, ...others] = await check();
      assert.deepEqual(others, []);
      assert.equal(found?.code, 'model-file');
      assert.match(found.message, message);
      assert.deepEqual(
        [found.place?.line, document.slice(found.place?.offset).startsWith('models/model.onnx')],
        [8, true],
      );
      await assert.rejects(packTask(document, task, path()), { code: 'model-file' });
    });

  it('may be links into the store that the model is in', async () => {
    mkdirSync(join(folder(), 'store'));
    write('store/one', linearModel({ w: 'weights', b: 'parts/b.bin' }));
    write('store/two', new Uint8Array(weights.w.buffer));
    symlinkSync('../store/one', join(folder(), 'models/model.onnx'));
    symlinkSync('../store/two', join(folder(), 'models/weights'));
    assert.deepEqual(await check(), []);
  });

  it('are asked for by check and deploy, at the place of the model', async () => {
    const call = (...argv: string[]) => edgewright({ cwd: folder() }, ...argv);
    model('../secret', 'parts/b.bin');
    const checked = await call('check', 'linear.task.yaml');
    assert.equal(checked.code, 1);
    assert.match(checked.out, /model-file.*at linear\.task\.yaml:8:16$/ms);
    const deployed = await call('deploy', 'linear.task.yaml', '--device', 'ws://127.0.0.1:1');
    assert.deepEqual([deployed.code, deployed.out], [1, '']);
    assert.match(deployed.err, /model-file/);
    model('w.bin', 'parts/b.bin');
    assert.equal((await call('check', 'linear.task.yaml')).code, 0);
    write('models/model.onnx', 'no model');
    assert.match(
      (await call('check', 'linear.task.yaml')).out,
      /onnx-malformed.*models\/model\.onnx: The file is not an ONNX model/s,
    );
  });

  it('tell of a model that is not there', async () => {
    const [found] = await check();
    assert.equal(found?.code, 'model-file');
    assert.match(found.message, /^models\/model\.onnx cannot be read: there is no such file/);
  });

  describe('and what the task makes of them', () => {
    const found = async (text: string) => {
      write('linear.task.yaml', text);
      const parsed = checkTask(text);
      assert.deepEqual(parsed.diagnostics, []);
      const all = await checkModelFiles(text, parsed.task!, path());
      return all.map(({ code, message, place }) => [code, message, text.slice(place?.offset).split(/[ ,:\]\n]/)[0]]);
    };
    beforeEach(() => model('w.bin', 'parts/b.bin'));

    it('is told where an input is not made', async () => {
      assert.deepEqual(await found(document.replace('{ x: {', '{ z: {')), [
        ['model-inputs', 'Nothing makes the input "x" [1, 2] of the model.', 'models/model.onnx'],
      ]);
    });

    it('is told where an input has another shape', async () => {
      assert.deepEqual(await found(document.replace('[n, n]', '[n]')), [
        ['model-inputs', 'The tensor "x" is [1, 1], and the model wants [1, 2].', '{'],
      ]);
    });

    it('is told where an output is not there', async () => {
      const text = document.replace('[y]', '[y, yy]').replace('[model.y]', '[model.yy]');
      assert.deepEqual(await found(text), [['unknown-field', 'The model has no output "yy".', 'yy']]);
    });

    it('is not told of inputs that a script may make', async () => {
      const script = 'script: { file: run.js, language: javascript }\noutputs:';
      assert.deepEqual(await found(document.replace('{ x: {', '{ z: {').replace('\noutputs:', `\n${script}`)), []);
    });
  });
});
