import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Artifacts, openArtifacts } from '@edgewright/agent/store/artifacts.js';

describe('room for artifacts', () => {
  let folder = '';
  let artifacts: Artifacts;
  let named: Set<string>;
  let age = 0;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edgewright-room-'));
    named = new Set();
    age = 0;
    artifacts = openArtifacts(folder, { oneBytes: 1000, allBytes: 1000, named: () => named });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = (text: string, size: number) => {
    const bytes = Buffer.alloc(size, text);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  };
  async function* stream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    yield bytes;
  }
  /** Each older than those after it. */
  const add = async (text: string, size: number): Promise<string> => {
    const { bytes, sha256 } = file(text, size);
    await artifacts.write(sha256, 0, size, stream(bytes));
    utimesSync(artifacts.path(sha256), ++age, age);
    return sha256;
  };
  const isThere = (...all: string[]) => assert.deepEqual(readdirSync(folder).sort(), all.sort());

  it('is made of what no run names, the oldest first and no more than is needed', async () => {
    const [a, b, c] = [await add('a', 300), await add('b', 300), await add('c', 300)];
    named.add(a);
    const d = await add('d', 400);
    isThere(a, c, d);
    assert.equal(artifacts.has(b), false);
  });

  it('is refused, and nothing removed, where that would not be enough', async () => {
    const [a, b] = [await add('a', 600), await add('b', 300)];
    named.add(a);
    await assert.rejects(add('c', 500), { code: 'artifacts-full', message: /500 bytes; 900 of the 1000/ });
    isThere(a, b);
  });

  it('is not made of what a workbench is about to name, until its link ends', async () => {
    const owner = {};
    const a = await add('a', 600);
    artifacts.hold(owner, [a, 'another']);
    artifacts.release(owner, ['another']);
    await assert.rejects(add('b', 500), { code: 'artifacts-full' });
    artifacts.discard([a]);
    isThere(a);
    artifacts.release(owner);
    isThere(await add('b', 500));
  });

  it('counts what is promised to transfers under way, and takes the rest of its own part', async () => {
    const { bytes, sha256 } = file('a', 700);
    const gate = Promise.withResolvers<void>();
    async function* slow(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 100);
      await gate.promise;
    }
    const slowly = artifacts.write(sha256, 0, 700, slow());
    await assert.rejects(add('b', 400), { code: 'artifacts-full' });
    gate.resolve();
    assert.equal(await slowly, 'part');
    assert.equal(await artifacts.write(sha256, 100, 700, stream(bytes.subarray(100))), 'whole');
    isThere(sha256);
  });

  it('is made of parts that were never finished', async () => {
    const { bytes, sha256 } = file('a', 700);
    assert.equal(await artifacts.write(sha256, 0, 700, stream(bytes.subarray(0, 650))), 'part');
    isThere(await add('b', 400));
  });

  it('is free again when the runs of an artifact are forgotten, unless another run names it', async () => {
    const [a, b] = [await add('a', 100), await add('b', 100)];
    named.add(b);
    artifacts.discard([a, b, 'never there']);
    isThere(b);
  });
});
