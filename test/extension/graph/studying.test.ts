// The process that takes models apart: real files, broken ones, and a process that dies or does not end.
import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { families } from '@edgewright/core/models/families.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { externalBeside } from 'edgewright/graph/file.js';
import { startStudying } from 'edgewright/graph/studying.js';
import { stageNames, type ToGraphView } from 'edgewright/protocol.js';
import { bombs } from '../../core/hostile/bombs.ts';
import { linearModel } from '../../fixtures/external.ts';

const script = fileURLToPath(import.meta.resolve('edgewright/graph/child.js'));

describe('the process that takes a model apart', function () {
  this.timeout(60_000);
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'graph-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** All that is told until the last. */
  const study = (name: string, options: { readonly script?: string; readonly timeout?: number } = {}) =>
    new Promise<readonly ToGraphView[]>((resolve) => {
      const told: ToGraphView[] = [];
      const path = join(folder, name);
      startStudying({
        script,
        ...options,
        task: { uri: `file://${path}`, path, sizes: {} },
        tell(message) {
          told.push(message);
          const isLast = message.kind === 'stage' && message.stage.name === 'planned';
          if (isLast || message.kind === 'broken' || message.kind === 'stopped') resolve(told);
        },
      });
    });
  const write = (name: string, bytes: Uint8Array | string): void => writeFileSync(join(folder, name), bytes);
  const program = (text: string): string => {
    write('child.mjs', text);
    return join(folder, 'child.mjs');
  };

  it('tells of the file, then of each stage', async () => {
    const graph = families.fc.build({ layers: 2, nodes: 8, input: 4, output: 3, batch: 1 }, 'float32', 1);
    write('fc.onnx', encodeModel(graph));
    const [first, ...rest] = await study('fc.onnx');
    assert.ok(first?.kind === 'opened');
    assert.deepEqual([first.model.name, first.model.dimensions], ['fc.onnx', []]);
    assert.ok(first.model.bytes > 100);
    const names = rest.map((message) => message.kind === 'stage' && message.stage.name);
    assert.deepEqual([...new Set(names)], [...stageNames]);
  });

  it('tells where a model says that its weights lie', async () => {
    write('linear.onnx', linearModel({ w: 'w.bin', b: '../b.bin' }));
    const [first] = await study('linear.onnx');
    assert.deepEqual(first?.kind === 'opened' && first.model.locations, ['w.bin', '../b.bin']);
  });

  it('says what is wrong with a file that is no model, not there, or larger than one may be', async () => {
    write('text.onnx', 'version https://git-lfs.github.com/spec/v1\n');
    mkdirSync(join(folder, 'folder.onnx'));
    const sparse = openSync(join(folder, 'huge.onnx'), 'w');
    ftruncateSync(sparse, 3 * 2 ** 30);
    closeSync(sparse);
    const cases: readonly (readonly [name: string, code: string, message: RegExp])[] = [
      ['text.onnx', 'onnx-malformed', /not an ONNX model/],
      ['none.onnx', 'file-unreadable', /no such file/],
      ['folder.onnx', 'file-unreadable', /folder/],
      ['huge.onnx', 'file-unreadable', /3\.0 GiB.* 2 GiB at most/],
    ];
    for (const [name, code, message] of cases) {
      const told = await study(name);
      const last = told.at(-1);
      assert.ok(last?.kind === 'broken', name);
      assert.equal(last.fault.code, code);
      assert.match(last.fault.message, message);
    }
  });

  it('is no bug and no end of the process for a hostile model', async () => {
    for (const [name, make] of Object.entries(bombs)) {
      write('hostile.onnx', make());
      const last = (await study('hostile.onnx')).at(-1);
      const code = last?.kind === 'broken' || last?.kind === 'stopped' ? last.fault.code : 'planned';
      assert.match(code, /^(planned|onnx-malformed|graph-invalid|graph-type|graph-too-large|runtime-refused)$/, name);
    }
  });

  it('is told of when it dies, before or after a stage', async () => {
    const dying = program("process.on('message', () => { console.error('no more memory'); process.exit(7); });");
    const [told] = await study('any.onnx', { script: dying });
    assert.ok(told?.kind === 'broken');
    assert.equal(told.fault.code, 'study-died');
    assert.match(told.fault.message, /exit code 7: no more memory/);
    const later = program(
      "process.on('message', () => process.send({ kind: 'opened' }, () => process.kill(process.pid, 'SIGKILL')));",
    );
    const last = (await study('any.onnx', { script: later })).at(-1);
    assert.ok(last?.kind === 'stopped');
    assert.deepEqual([last.stage, last.fault.code], ['original', 'study-died']);
    assert.match(last.fault.message, /SIGKILL/);
  });

  it('is ended by the clock', async () => {
    const endless = program("process.on('message', () => { for (;;); });");
    const [told] = await study('any.onnx', { script: endless, timeout: 300 });
    assert.ok(told?.kind === 'broken');
    assert.equal(told.fault.code, 'study-timeout');
  });

  it('reads tensors beside the model, from its folder alone and no further than files reach', () => {
    write('weights.bin', Uint8Array.of(1, 2, 3, 4));
    const external = externalBeside(folder);
    assert.deepEqual(external('weights.bin', 1, 2), Uint8Array.of(2, 3));
    assert.equal(external('weights.bin', 2, 2 ** 40), undefined);
    assert.equal(external('weights.bin', -1, 2), undefined);
    assert.equal(external('../weights.bin', 0, 1), undefined);
    assert.equal(external('none.bin', 0, 1), undefined);
  });
});
