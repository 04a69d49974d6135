import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Verdict } from '@edgewright/workbench/graph/verdict.js';
import { Verifier, type VerifierOptions } from '@edgewright/workbench/graph/verifier.js';
import { temporaryFolder } from '../folder.ts';
import { axesCase, type CaseFiles, endlessCase, floats, graphOf, reluCase, stringCase, writeCase } from './folders.ts';

const tolerance = { relative: 1e-3, absolute: 1e-7 };

describe('verifying a case', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  let verifier: Verifier | undefined;
  afterEach(() => verifier?.close());

  const verify = (name: string, options: Partial<VerifierOptions> = {}): Promise<Verdict> => {
    verifier ??= new Verifier({ tolerance, timeout: 30, ...options });
    return verifier.verify({ name, folder: join(folder(), name) });
  };
  const check = async (files: CaseFiles, expected: Partial<Verdict>): Promise<Verdict> => {
    writeCase(join(folder(), 'case'), files);
    const verdict = await verify('case');
    assert.partialDeepStrictEqual(verdict, expected, JSON.stringify(verdict));
    return verdict;
  };
  beforeEach(() => {
    verifier = undefined;
  });

  it('that is right, passes', () => check(reluCase(), { case: 'case', outcome: 'passed', error: null, kernels: 1 }));

  it('with a wrong expectation, fails, and says by how much', async () => {
    const { model, sets } = reluCase();
    const [good] = sets;
    const wrong = { inputs: good!.inputs, outputs: [floats([2], 0, 2.5)] };
    // The first set is right.
    const { error, greatest } = await check({ model, sets: [good!, wrong] }, { outcome: 'failed' });
    assert.deepEqual(error, { message: 'output "y": element 1 is 3, expected 2.5', output: 'y' });
    assert.deepEqual(greatest, { absolute: 0.5, relative: 0.2 });
  });

  it('with an expectation of another shape, or that is no number, fails without a number', async () => {
    const { model, sets } = reluCase();
    for (const expected of [floats([1, 2], 0, 3), floats([2], Number.NaN, 3)]) {
      const { greatest } = await check({ model, sets: [{ ...sets[0]!, outputs: [expected] }] }, { outcome: 'failed' });
      assert.equal(greatest?.absolute, null);
    }
  });

  it('that passes, says how far the furthest of all data sets is off', async () => {
    const { model, sets } = reluCase();
    const [good] = sets;
    const near = { inputs: good!.inputs, outputs: [floats([2], 0, 2.9990234375)] };
    const { greatest } = await check({ model, sets: [near, good!] }, { outcome: 'passed' });
    assert.equal(greatest?.absolute, 0.0009765625);
  });

  it('is allowed what ONNX allows it, unless another tolerance is given', async () => {
    const { model, sets } = reluCase();
    const off = { inputs: sets[0]!.inputs, outputs: [floats([2], 5e-7, 3)] };
    for (const name of ['relu', 'test_dft_inverse_opset19']) {
      writeCase(join(folder(), name), { model, sets: [off] });
    }
    verifier = new Verifier({ timeout: 30 });
    assert.equal((await verify('relu')).outcome, 'failed');
    assert.equal((await verify('test_dft_inverse_opset19')).outcome, 'passed');
    verifier.close();
    verifier = new Verifier({ tolerance: { absolute: 1e-7 }, timeout: 30 });
    assert.equal((await verify('test_dft_inverse_opset19')).outcome, 'failed');
  });

  it('of strings is placed', () =>
    check(stringCase(), { outcome: 'placed', nodes: [{ node: 'x', op: 'Input', reason: 'it holds strings' }] }));

  it('with an op that is not lowered is placed', async () => {
    const port = { type: 'float32', shape: [2, 2] } as const;
    const model = graphOf({ x: port }, { y: port }, [{ op: 'Bernoulli', inputs: ['x'], outputs: ['y'] }]);
    const tensor = floats([2, 2], 0, 0, 0, 0);
    const nodes = [{ node: 'n0', op: 'Bernoulli', reason: 'it draws random numbers' }];
    await check({ model, sets: [{ inputs: [tensor], outputs: [tensor] }] }, { outcome: 'placed', nodes });
  });

  it('whose shapes hang on an input, has it bound, and no other', () =>
    check(axesCase(), { outcome: 'passed', bound: ['axes'], kernels: 1 }));

  it('with a kernel that has no vector code, says so', async () => {
    const port = { type: 'float64', shape: [2] } as const;
    const model = graphOf({ x: port }, { y: port }, [{ op: 'Exp', inputs: ['x'], outputs: ['y'] }]);
    const tensor = (...values: number[]) => ({ ...port, data: Float64Array.from(values) });
    const host = [{ kernel: 'elementwise', reason: 'no vector code for exp of float64', count: 1 }];
    const sets = [{ inputs: [tensor(0, 1)], outputs: [tensor(1, Math.E)] }];
    await check({ model, sets }, { outcome: 'passed', kernels: 0, host });
  });

  it('that is cut short is refused', async () => {
    const whole = encodeModel(reluCase().model as Parameters<typeof encodeModel>[0]);
    const { error } = await check({ ...reluCase(), model: whole.slice(0, -20) }, { outcome: 'refused' });
    assert.equal(error?.code, 'onnx-malformed');
  });

  it('with data that are missing or do not fit is refused', async () => {
    const { model, sets } = reluCase();
    const [{ inputs, outputs }] = sets as [CaseFiles['sets'][number]];
    for (const set of [
      { inputs: [], outputs },
      { inputs, outputs: [] },
      { inputs: [floats([3], 1, 2, 3)], outputs },
    ]) {
      rmSync(join(folder(), 'case'), { recursive: true, force: true });
      const { error } = await check({ model, sets: [set] }, { outcome: 'refused' });
      assert.equal(error?.code, 'case-unusable', JSON.stringify(set));
    }
    rmSync(join(folder(), 'case'), { recursive: true });
    assert.equal((await check({ model, sets: [] }, { outcome: 'refused' })).error?.code, 'case-unusable');
    const unreadable = join(folder(), 'case', 'test_data_set_0', 'input_0.pb');
    mkdirSync(unreadable, { recursive: true });
    assert.equal((await verify('case')).error?.code, 'file-unreadable');
  });

  it('that would not end is refused by the clock, and the next one is verified', async () => {
    writeCase(join(folder(), 'endless'), endlessCase());
    writeCase(join(folder(), 'good'), reluCase());
    const late = await verify('endless', { timeout: 1.5 });
    assert.deepEqual([late.outcome, late.error?.code], ['refused', 'case-timeout']);
    assert.equal((await verify('good')).outcome, 'passed');
  });

  it('whose process dies is refused, and the next one is verified', async () => {
    const childPath = join(folder(), 'child.mjs');
    writeFileSync(childPath, "process.on('message', () => { console.error('no more memory'); process.exit(7); });");
    for (let turn = 0; turn < 2; turn++) {
      const { error } = await verify('any', { childPath });
      assert.equal(error?.code, 'case-died');
      assert.match(error?.message ?? '', /exit code 7: no more memory/);
    }
  });

  it('reads no data from outside its folder', async () => {
    const { model } = reluCase();
    assert.ok(!(model instanceof Uint8Array));
    writeFileSync(join(folder(), 'secret'), new Uint8Array(4));
    const decoded = decodeModel(encodeModel(model));
    const outside = {
      name: 'one',
      dims: [],
      dataType: 1,
      dataLocation: 1,
      externalData: [{ key: 'location', value: '../secret' }],
    };
    const changed = { ...decoded, graph: { ...decoded.graph, initializer: [outside] } };
    const { nodes } = await check({ ...reluCase(), model: encodeMessage('Model', changed) }, { outcome: 'placed' });
    assert.equal(nodes[0]?.op, 'Constant');
  });
});

const shared = join(import.meta.dirname, '../../../../shared/onnx-cases');

describe('verifying the test cases of ONNX', function () {
  this.timeout(120_000);

  it('finds none that is wrong', async function () {
    let all: readonly string[];
    try {
      all = ['node', 'simple', 'pytorch-operator', 'pytorch-converted'].flatMap((group) =>
        readdirSync(join(shared, group)).map((name) => join(group, name)),
      );
    } catch {
      return this.skip();
    }
    const verifier = new Verifier({ timeout: 60 });
    try {
      const verdicts: Verdict[] = [];
      for (const name of all) verdicts.push(await verifier.verify({ name, folder: join(shared, name) }));
      assert.ok(verdicts.length >= 900, `${verdicts.length}`);
      assert.deepEqual(
        verdicts.filter(({ outcome }) => outcome === 'failed' || outcome === 'refused'),
        [],
      );
      assert.ok(verdicts.filter(({ outcome }) => outcome === 'passed').length >= 0.85 * verdicts.length);
    } finally {
      verifier.close();
    }
  });
});
