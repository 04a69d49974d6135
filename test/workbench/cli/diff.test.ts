// `edgewright diff` and `edgewright explain --local` as they are called, with an agent of this machine and its onnxruntime.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Inspection } from '@edgewright/schemas/inspection.js';
import { chainGraph, oddGraph } from '../../agent/inspect/models.ts';
import { startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';
import { floats, reluCase, writeCase } from '../graph/folders.ts';
import { edgewright } from './terminal.ts';

describe('a model inspected from the command line', function () {
  this.timeout(120_000);
  const folder = temporaryFolder();
  // What is measured of the machine is kept between tests alone.
  const cache = mkdtempSync(join(tmpdir(), 'edgewright-cache-'));
  after(() => rmSync(cache, { recursive: true }));
  const environment = { ...process.env, XDG_CACHE_HOME: cache } as Readonly<Record<string, string>>;
  const call = (...argv: string[]) => edgewright({ cwd: folder(), environment }, ...argv);
  const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder(), name), bytes);

  it('is compared on this machine', async () => {
    write('chain.onnx', encodeModel(chainGraph()));
    const { code, out, err } = await call('diff', 'chain.onnx', '--all');
    assert.deepEqual([code, err], [0, '']);
    const lines = out.split('\n');
    assert.match(lines[0]!, /: jit against ort 1\.30\.0, inputs of seed 1$/);
    assert.match(lines[1]!, /^4 values compared, none beyond the tolerance/);
    assert.match(out, /^ +0 +MatMul +product +4x4 +away +0 /m);
    assert.match(out, /^ +3 +Softmax +y +4x4 +output +0 /m);
    assert.ok(
      lines.every((line) => line.length <= 80),
      out,
    );
  });

  it('is told as JSON', async () => {
    write('chain.onnx', encodeModel(chainGraph()));
    const { code, out } = await call('diff', 'chain.onnx', '--json', '--seed', '5', '--rtol', '0.1', '--local');
    assert.equal(code, 0);
    const inspection: Inspection = JSON.parse(out);
    assert.deepEqual(
      inspection.values.map(({ name }) => name),
      ['product', 'sum', 'positive', 'y'],
    );
    assert.ok(inspection.diff !== undefined && 'seed' in inspection.diff);
    assert.deepEqual([inspection.diff.seed, inspection.diff.tolerance.relative], [5, 0.1]);
  });

  it('takes inputs that are given', async () => {
    writeCase(join(folder(), 'relu'), reluCase());
    const { code, out } = await call('diff', 'relu/model.onnx', '--inputs', 'relu/test_data_set_0');
    assert.equal(code, 0);
    assert.match(out, /: jit against ort 1\.30\.0, inputs of relu\/test_data_set_0$/m);
    const [set] = reluCase().sets;
    const other = { ...set!, inputs: [floats([3], 1, 2, 3)] };
    writeCase(join(folder(), 'other'), { ...reluCase(), sets: [other] });
    const wrong = await call('diff', 'other/model.onnx', '--inputs', 'other/test_data_set_0');
    assert.equal(wrong.code, 1);
    assert.match(
      wrong.err,
      /error\[onnx-input\]: Input "x" of the model is float32 \[2\], and was given as float32 \[3\]/,
    );
    assert.equal((await call('diff', 'relu/model.onnx', '--inputs', 'none')).code, 4);
  });

  it('exits with 1 where values differ, and where there is nothing to compare', async () => {
    write('odd.onnx', encodeModel(oddGraph()));
    const odd = await call('diff', 'odd.onnx');
    assert.equal(odd.code, 0);
    assert.match(odd.out, /2 values not compared/);
    const model = decodeModel(encodeModel(chainGraph()));
    write('future.onnx', encodeMessage('Model', { ...model, opsetImport: [{ domain: '', version: 99 }] }));
    const future = await call('diff', 'future.onnx');
    assert.deepEqual([future.code, /not compared: The runtime failed as it loaded/.test(future.out)], [1, true]);
    write('chain.onnx', encodeModel(chainGraph()));
    // float32 differs in its last bits, and nothing is allowed.
    const strict = await call('diff', 'chain.onnx', '--rtol', '0', '--atol', '0');
    assert.equal(strict.code, 1);
    assert.match(strict.out, /first to differ: node \d, /);
  });

  it('shows its times beside the compile', async () => {
    write('chain.onnx', encodeModel(chainGraph()));
    const { code, out } = await call('explain', 'chain.onnx', '--local');
    assert.equal(code, 0);
    assert.match(out, /^jit [\d.]+ (µs|ms), median of 15$/m);
    assert.match(out, /^ort 1\.30\.0 [\d.]+ (µs|ms), median of 15; jit takes [\d.]+ times as long$/m);
    assert.match(out, /^ *0 +matmul +n0 \+2 +matmul.* +[\d.]+ µs +[\d.]+ % +[\d.]+ µs +[\d.]+ µs$/m);
    assert.match(out, /^plan: (jit|ort|ort-web); predicted [\d.]+ (µs|ms), tried [\d.]+ (µs|ms)$/m);
    assert.match(out, /^ +instead of (jit|ort|ort-web); predicted /m);
    assert.ok(
      out.split('\n').every((line) => line.length <= 80),
      out,
    );
    const { measured } = JSON.parse((await call('explain', 'chain.onnx', '--local', '--json')).out);
    assert.ok(measured.kernels.every(({ time }: { time: number }) => time > 0));
  });

  it('is refused where the command line makes no sense', async () => {
    write('chain.onnx', encodeModel(chainGraph()));
    write('cut.onnx', encodeModel(chainGraph()).slice(0, -30));
    assert.equal((await call('diff', 'none.onnx')).code, 4);
    assert.equal((await call('diff', 'cut.onnx')).code, 1);
    assert.equal((await call('diff', 'chain.onnx', '--seed', '-1')).code, 2);
    assert.equal((await call('diff', 'chain.onnx', '--dim', 'batch=1')).code, 1);
    assert.equal((await call('diff', 'chain.onnx', '-d', 'ws://a:1', '-d', 'ws://b:1')).code, 2);
    assert.equal((await call('diff', 'chain.onnx', '-d', 'ws://a:1', '--local')).code, 2);
    assert.equal((await call('explain', 'chain.onnx', '--local', '--without', 'fuse')).code, 2);
  });

  it('is refused by an agent that is too old', async () => {
    write('chain.onnx', encodeModel(chainGraph()));
    const agent = await startFakeAgent();
    try {
      const set = { cwd: folder(), environment: { EDGEWRIGHT_TOKEN: token } };
      const { code, err } = await edgewright(set, 'diff', 'chain.onnx', '-d', agent.address);
      assert.equal(code, 3);
      assert.match(err, /error\[capability-missing\]: Pi 5 \(edgewright-agent 0\.0\.0\) cannot inspect models/);
    } finally {
      agent.close();
    }
  });

  it('is left by Ctrl-C', async () => {
    write('chain.onnx', encodeModel(chainGraph()));
    const onInterrupt = (interrupt: () => void): void => void setTimeout(interrupt, 1200);
    const { code } = await edgewright({ cwd: folder(), environment, onInterrupt }, 'explain', 'chain.onnx', '--local');
    assert.equal(code, 130);
  });
});
