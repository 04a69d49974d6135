// What an editor is told of the files of a task's model: by the server as a process, as its files come and go.
import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { linearModel, weights } from '../../../fixtures/external.ts';
import { type Client, startServer } from '../client.ts';

const tiny = fileURLToPath(new URL('../../../../samples/models/tiny-classifier.onnx', import.meta.url));

const text = `edgewright: task/v1
name: linear
events: { a: { n: number } }
trigger: { event: a }
pipeline:
  features: { n: { by: sum, of: n } }
  tensors: { x: { features: [n, n] } }
model: { file: model.onnx }
`;

describe('a task with a model in an editor', () => {
  let client: Client;
  let folder: string;
  before(async () => {
    client = await startServer({ delay: 0 });
    folder = await mkdtemp(join(tmpdir(), 'edgewright-'));
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true });
  });

  it('is told of a model that is missing, and of weights that are, at the place of the model', async () => {
    const uri = pathToFileURL(join(folder, 'linear.task.yaml')).href;
    const changed = (...names: string[]) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: names.map((name) => ({ uri: pathToFileURL(join(folder, name)).href, type: 2 })),
      });
    const told = async (message: RegExp) => {
      const [found] = await client.diagnostics(uri, ([first]) => message.test(String(first?.message)));
      return found;
    };
    await client.open(uri, text);
    const missing = await told(/model\.onnx cannot be read/);
    assert.equal(missing?.code, 'model-file');
    assert.deepEqual(missing?.range, { start: { line: 7, character: 15 }, end: { line: 7, character: 25 } });
    await writeFile(join(folder, 'model.onnx'), linearModel({ w: 'w.bin', b: '../b.bin' }));
    await writeFile(join(folder, 'w.bin'), weights.w);
    await changed('model.onnx');
    assert.equal((await told(/weights in "\.\.\/b\.bin", which is no path within its folder/))?.code, 'model-file');
    await writeFile(join(folder, 'model.onnx'), linearModel({ w: 'w.bin', b: 'weights.data' }));
    await changed('model.onnx');
    await told(/weights in "weights\.data", which cannot be read/);
    await writeFile(join(folder, 'weights.data'), weights.b);
    await changed('weights.data');
    assert.deepEqual(await client.diagnostics(uri, (all) => all.length === 0), []);
    await writeFile(join(folder, 'model.onnx'), 'no model');
    await changed('model.onnx');
    assert.equal((await told(/is not an ONNX model/))?.code, 'onnx-malformed');
    await copyFile(tiny, join(folder, 'model.onnx'));
    await changed('model.onnx');
    assert.equal((await told(/Nothing makes the input "input" \[N, 3, 32, 32\]/))?.code, 'model-inputs');
    await client.change(uri, { text: `${text}script: { file: prepare.js, language: javascript }\n` });
    assert.deepEqual(await client.diagnostics(uri, (all) => all.length === 0), []);
  });

  it('that is on no disk has no files', async () => {
    const uri = 'untitled:linear.task.yaml';
    await client.open(uri, text);
    assert.deepEqual(await client.diagnostics(uri), []);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(await client.diagnostics(uri), []);
  });
});
