import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { externalData, readExternal } from '@edgewright/agent/runtimes/external.js';

describe('weights beside a model', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewright-external-'));
    await writeFile(join(folder, 'weights.bin'), Uint8Array.of(0, 1, 2, 3, 4, 5));
    await writeFile(join(folder, 'other.bin'), Uint8Array.of(9));
  });
  after(() => rm(folder, { recursive: true }));

  const filesOf = (names: readonly string[]) => new Map(names.map((name) => [name, join(folder, name)]));

  it('are read by place and length', () => {
    const read = externalData(filesOf(['weights.bin']));
    assert.deepEqual(read('weights.bin', 2, 3), Uint8Array.of(2, 3, 4));
    assert.deepEqual(read('weights.bin', 6, 0), new Uint8Array(0));
  });

  it('are those of the files that the model came with alone', () => {
    const read = externalData(filesOf(['weights.bin']));
    assert.equal(read('other.bin', 0, 1), undefined);
    assert.equal(read('../weights.bin', 0, 1), undefined);
  });

  it('are read as a whole for who takes files as bytes', async () => {
    assert.deepEqual(await readExternal(filesOf(['weights.bin', 'other.bin'])), [
      { path: 'weights.bin', data: Uint8Array.of(0, 1, 2, 3, 4, 5) },
      { path: 'other.bin', data: Uint8Array.of(9) },
    ]);
    await assert.rejects(readExternal(filesOf(['missing.bin'])), { code: 'ENOENT' });
  });

  it('are missed where a file ends early or is not there', () => {
    const read = externalData(filesOf(['weights.bin', 'missing.bin']));
    assert.throws(() => read('weights.bin', 4, 3), /weights\.bin ends before byte 7/);
    assert.throws(() => read('missing.bin', 0, 1), /ENOENT/);
  });
});
