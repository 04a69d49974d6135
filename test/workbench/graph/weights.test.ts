import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { externalIn, weightsBeside } from '@edgewright/workbench/graph/weights.js';
import { linearModel, weights } from '../../fixtures/external.ts';
import { edgewright } from '../cli/terminal.ts';
import { temporaryFolder } from '../folder.ts';

describe('weights beside a model on this machine', () => {
  const folder = temporaryFolder();
  const write = (name: string, data: Uint8Array | Float32Array) => writeFileSync(join(folder(), name), data);

  it('are read where they are asked for, from its folder alone', () => {
    write('w.bin', Uint8Array.of(1, 2, 3, 4));
    const read = externalIn(folder());
    assert.deepEqual(read('./w.bin', 1, 2), Uint8Array.of(2, 3));
    assert.deepEqual(read('w.bin', 4, 0), new Uint8Array(0));
    assert.equal(read('../w.bin', 0, 1), undefined);
    for (const [name, offset, length] of [
      ['w.bin', 2, 2 ** 40],
      ['w.bin', -1, 2],
      ['none.bin', 0, 1],
    ] as const)
      assert.throws(() => read(name, offset, length), { code: 'file-unreadable' });
  });

  it('go with it by their paths, each once', async () => {
    mkdirSync(join(folder(), 'parts'));
    write('m.onnx', linearModel({ w: 'w.bin', b: 'parts/b.bin' }));
    write('w.bin', weights.w);
    write('parts/b.bin', weights.b);
    const files = await weightsBeside('models/m.onnx', join(folder(), 'm.onnx'), ['w.bin', './w.bin', 'parts/b.bin']);
    assert.deepEqual(
      [...files],
      [
        ['models/w.bin', join(folder(), 'w.bin')],
        ['models/parts/b.bin', join(folder(), 'parts/b.bin')],
      ],
    );
  });

  it('are part of what is explained, and missed where they are not there', async () => {
    write('m.onnx', linearModel({ w: 'w.bin', b: 'b.bin' }));
    write('w.bin', weights.w);
    const missing = await edgewright({ cwd: folder() }, 'explain', 'm.onnx');
    assert.equal(missing.code, 4);
    assert.match(missing.err, /error\[file-unreadable\]: The weights in b\.bin cannot be read: there is no such file/);
    write('b.bin', weights.b);
    const { code, out } = await edgewright({ cwd: folder() }, 'explain', 'm.onnx', '--json');
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out).placed, []);
  });
});
