import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readModel } from '@edgewright/workbench/sweep/load.js';
import { expand } from 'edgewright/server/expansion.js';
import { cachedReader } from 'edgewright/server/files.js';

const tiny = fileURLToPath(new URL('../../../samples/models/tiny-classifier.onnx', import.meta.url));

describe('models of the user', () => {
  let folder: string;
  let reads = 0;
  const read = cachedReader((path) => {
    reads++;
    return readModel(path);
  }, 2);
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewright-'));
    await copyFile(tiny, join(folder, 'a.onnx'));
  });
  after(() => rm(folder, { recursive: true }));
  beforeEach(() => {
    reads = 0;
  });

  it('are read once', async () => {
    const path = join(folder, 'a.onnx');
    const [one, two] = await Promise.all([read(path), read(path)]);
    assert.deepEqual(one?.dimensions, ['N']);
    assert.equal(two, one);
    assert.equal(await read(path), one);
    assert.equal(reads, 1);
  });

  it('are read again once they change', async () => {
    const path = join(folder, 'a.onnx');
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    await read(path);
    assert.equal(reads, 1);
  });

  it('that are missing, folders or broken are told, not kept for good', async () => {
    const path = join(folder, 'b.onnx');
    assert.equal(await read(path), undefined);
    assert.equal(await read(folder), undefined);
    await writeFile(path, 'no model');
    await assert.rejects(read(path), { code: 'onnx-malformed' });
    await assert.rejects(read(path), { code: 'onnx-malformed' });
    await copyFile(tiny, path);
    assert.ok(await read(path));
  });

  it('are part of an expansion, with their dimensions', async () => {
    const sweep = (file: string) =>
      `edgewright: sweep/v1\nname: a\nmodels:\n  - { family: onnx, file: ${file}, axes: { N: [1, 2] } }\n`;
    const job = (file: string) => ({ text: sweep(file), file: join(folder, 'a.sweep.yaml'), devices: [] });
    const sound = await expand(job('a.onnx'), read);
    assert.equal(sound.summary?.points, 2);
    assert.deepEqual(sound.dimensions, { 0: ['N'] });
    const missing = await expand(job('c.onnx'), read);
    assert.deepEqual(
      missing.diagnostics.map(({ code }) => code),
      ['model-file'],
    );
    await writeFile(join(folder, 'c.onnx'), 'no model');
    const broken = await expand(job('c.onnx'), read);
    assert.deepEqual(
      broken.diagnostics.map(({ code }) => code),
      ['onnx-malformed'],
    );
  });
});
