import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { linkFiles } from '@edgewright/agent/runtimes/links.js';

describe('links to a model and its weights', () => {
  let store: string;
  before(async () => {
    store = await mkdtemp(join(tmpdir(), 'edgewright-links-'));
    for (const name of ['one', 'two', 'three']) await writeFile(join(store, name), name);
  });
  after(() => rm(store, { recursive: true }));
  const link = (external: Readonly<Record<string, string>>) =>
    linkFiles({
      path: join(store, 'one'),
      external: new Map(Object.entries(external).map(([name, file]) => [name, join(store, file)])),
    });

  it('have the names that the model has for them, until they are removed', async () => {
    const linked = await link({ 'w.bin': 'two', './parts//b.bin': 'three' });
    assert.ok(linked !== undefined);
    const folder = dirname(linked.path);
    assert.equal(await readFile(linked.path, 'utf8'), 'one');
    assert.equal(await readFile(join(folder, 'w.bin'), 'utf8'), 'two');
    assert.equal(await readFile(join(folder, 'parts/b.bin'), 'utf8'), 'three');
    await linked.remove();
    assert.equal(existsSync(folder), false);
    assert.equal(await readFile(join(store, 'two'), 'utf8'), 'two', 'what they lead to stays');
  });

  it('are not made where names exclude each other or lead out, or files lie apart', async () => {
    assert.equal(await link({ a: 'two', 'a/b': 'three' }), undefined);
    assert.equal(await link({ 'model.onnx': 'two' }), undefined);
    assert.equal(await link({ '../w.bin': 'two' }), undefined);
    await mkdir(join(store, 'inner'));
    assert.equal(await link({ 'w.bin': 'inner/two' }), undefined);
  });
});
