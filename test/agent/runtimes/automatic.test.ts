// Models without a named runtime, on real runtimes: what is chosen with all of them installed, with some, with none, and why.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AutomaticOptions, type Chosen, openAutomatic } from '@edgewright/agent/runtimes/automatic.js';
import { keptCalibration } from '@edgewright/agent/runtimes/calibration.js';
import { openOrt } from '@edgewright/agent/runtimes/ort.js';
import { openOrtWeb } from '@edgewright/agent/runtimes/ort-web.js';
import type { Runtime, Tensor } from '@edgewright/agent/runtimes/runtime.js';
import type { Rates } from '@edgewright/core/graph/search/calibration.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { families } from '@edgewright/core/models/families.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';

const graph = families.fc.build({ layers: 2, nodes: 16, input: 8, output: 4, batch: 1 }, 'float32', 1);
const plain = encodeModel(graph);

/** With a node that the compiler has no rule for. */
const odd = encodeMessage('Model', {
  irVersion: 8,
  opsetImport: [{ domain: '', version: 17 }],
  graph: {
    name: 'odd',
    node: [
      { opType: 'MatMul', input: ['x', 'x'], output: ['m'] },
      { opType: 'Det', name: 'odd', input: ['m'], output: ['d'] },
      { opType: 'Exp', input: ['d'], output: ['y'] },
    ],
    input: [{ name: 'x', type: { tensorType: { elemType: 1, shape: { dim: [{ dimValue: 3 }, { dimValue: 3 }] } } } }],
    output: [{ name: 'y', type: { tensorType: { elemType: 1, shape: { dim: [] } } } }],
  },
} satisfies OnnxModel);

describe('a runtime that is not named', () => {
  const ort = openOrt();
  let data: string;
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'edgewright-automatic-'));
  });
  afterEach(() => rm(data, { recursive: true }));

  const load = async (
    bytes: Uint8Array,
    options: Pick<AutomaticOptions, 'api' | 'others'> = {},
    isAwaited = false,
  ): Promise<Omit<Chosen, 'session'> & { readonly values: readonly number[] }> => {
    const { session, ...told } = await openAutomatic({ data, ortPath: undefined, ...options })(
      { kind: 'bytes', bytes },
      new Map(),
      isAwaited,
    );
    const inputs = session.inputs.map(({ name, shape }) => ({
      name,
      type: { type: 'float32' as const, shape: shape as number[] },
      below: undefined,
    }));
    const outputs = await session.bind(makeInputs(inputs, 1) as ReadonlyMap<string, Tensor>)();
    await session.close();
    const [{ data: values }] = Object.values(outputs) as [Tensor];
    return { ...told, values: Array.from(values as Float32Array) };
  };
  const expected = async (bytes: Uint8Array) => (await load(bytes, { api: undefined, others: [() => ort] })).values;
  const same = (given: readonly number[], wanted: readonly number[]): void => {
    assert.equal(given.length, wanted.length);
    for (const [at, value] of given.entries())
      assert.ok(Math.abs(value - wanted[at]!) < 1e-4 * Math.abs(wanted[at]!) + 1e-6);
  };

  it('is the one that is the fastest when tried, on a device that is not calibrated; and is not tried again', async () => {
    const { runtime, reason, values } = await load(plain);
    assert.match(runtime, /^(jit|ort)$/);
    assert.match(reason, /^[\d.]+ ms when tried, (jit|ort) [\d.]+ ms$/);
    same(values, await expected(plain));
    const [kept] = await readdir(join(data, 'plans'));
    const plan = JSON.parse(await readFile(join(data, 'plans', kept!), 'utf8'));
    assert.equal(plan.parts[0].runtime, runtime);
    await writeFile(join(data, 'plans', kept!), JSON.stringify({ ...plan, measured: 1234 }));
    assert.match((await load(plain)).reason, /^1200 ms when tried/, 'as it was kept');
  });

  it('is the compiler where no other is installed', async () => {
    const { runtime, reason, values } = await load(plain, { others: [] });
    assert.equal(runtime, 'jit');
    assert.match(reason, /ms when tried, and no other takes it$/);
    same(values, await expected(plain));
  });

  it('is chosen between the compiler and ort-web where ort is not installed', async () => {
    const missing = () => openOrt({ path: join(data, 'none') });
    const { runtime, reason, values } = await load(plain, { others: [missing, () => openOrtWeb(1)] });
    assert.match(
      `${runtime} ${reason}`,
      /^(jit .* when tried, ort-web [\d.]+ ms|ort-web .* when tried, jit [\d.]+ ms)$/,
    );
    same(values, await expected(plain));
  });

  it('is an onnxruntime where the engine has no WebAssembly for the compiler', async () => {
    const { runtime, reason } = await load(plain, { api: undefined, others: [() => ort] });
    assert.equal(runtime, 'ort');
    assert.match(reason, /^it takes the model as it is; jit: jit cannot run on this device/);
  });

  it('is an onnxruntime where the compiler does not read the model', async () => {
    const string = { tensorType: { elemType: 8, shape: { dim: [{ dimValue: 1 }] } } };
    const model = encodeMessage('Model', {
      irVersion: 8,
      opsetImport: [{ domain: '', version: 17 }],
      graph: {
        name: 'text',
        node: [{ opType: 'Cast', input: ['x'], output: ['y'], attribute: [{ name: 'to', type: 2, i: 1n }] }],
        input: [{ name: 'x', type: string }],
        output: [{ name: 'y', type: { tensorType: { elemType: 1, shape: { dim: [{ dimValue: 1 }] } } } }],
      },
    });
    const { session, runtime } = await openAutomatic({ data, ortPath: undefined })(
      { kind: 'bytes', bytes: model },
      new Map(),
      false,
    );
    const outputs = await session.bind(new Map([['x', { type: 'string', dims: [1], data: ['2.5'] }]]))();
    assert.deepEqual([runtime, [...(outputs.y!.data as Float32Array)]], ['ort', [2.5]]);
    await session.close();
  });

  it('is two for a model that the compiler has in parts, or one that has all of it', async () => {
    const { runtime, reason, values } = await load(odd);
    assert.match(runtime, /^(jit \+ ort|ort)$/);
    assert.match(reason, /when tried, (ort|jit \+ ort) [\d.]+ ms$/);
    if (runtime !== 'ort') assert.match(reason, /^not compiled: Det "odd": it has no rule yet; /);
    same(values, await expected(odd));
    const awaited = await load(odd, { others: [() => openOrtWeb(1)] }, true);
    assert.equal(awaited.runtime, 'jit + ort-web');
    assert.match(
      awaited.reason,
      /^not compiled: Det "odd": it has no rule yet; .*not tried, since its sizes came with a firing$/,
    );
    same(awaited.values, values);
  });

  it('is none where nothing has a node, which is named', async () => {
    await assert.rejects(load(odd, { others: [] }), {
      code: 'task-model',
      message: /^No runtime takes the model\. jit: .*Det "odd"/,
    });
    await assert.rejects(load(plain, { api: undefined, others: [] }), {
      code: 'task-model',
      message: /no WebAssembly/,
    });
  });

  it('is not tried while somebody waits', async () => {
    const { runtime, reason } = await load(plain, {}, true);
    assert.deepEqual([runtime, reason], ['jit', 'not tried, since its sizes came with a firing']);
    await assert.rejects(readdir(join(data, 'plans')), { code: 'ENOENT' });
    await load(plain);
    assert.match((await load(plain, {}, true)).reason, /when tried/, 'a plan that is there is taken');
  });

  it('is what a calibrated device predicts to be the fastest, while somebody waits', async () => {
    for (const fast of ['jit', 'ort']) {
      await calibrate(data, await ort, fast);
      const { runtime, reason } = await load(plain, { others: [() => ort] }, true);
      assert.equal(runtime, fast);
      assert.match(reason, /^predicted [\d.e-]+ ms; not tried, since its sizes came with a firing$/);
    }
    const tried = await load(plain, { others: [() => ort] });
    assert.match(tried.reason, /^[\d.]+ ms when tried, (jit|ort) [\d.]+ ms$/, 'and is tried where there is time');
  });

  it('is another where one refuses the model or fails', async () => {
    const refusing = async (): Promise<Runtime> => ({ ...(await ort), load: () => Promise.reject(new Error('no')) });
    assert.match((await load(plain, { others: [refusing] })).reason, /^[\d.]+ ms when tried, and no other takes it$/);
    const failing = async (): Promise<Runtime> => ({
      ...(await ort),
      load: async (...given) => ({
        ...(await (await ort).load(...given)),
        bind: () => () => Promise.reject(new Error('no')),
      }),
    });
    await rm(join(data, 'plans'), { recursive: true });
    const { runtime, reason } = await load(plain, { others: [failing] });
    assert.equal(runtime, 'jit');
    assert.match(reason, /^[\d.]+ ms when tried, ort fails$/);
  });

  it('is chosen where nothing can be kept', async () => {
    await writeFile(join(data, 'plans'), 'a file');
    assert.match((await load(plain)).reason, /when tried/);
  });
});

/** As if it had been measured that one runtime does everything a million times faster. */
async function calibrate(folder: string, ort: Runtime, fast: string): Promise<void> {
  const options = { folder, api: webAssembly!, others: [ort], threads: 1 };
  for (const file of await readdir(folder)) if (file.startsWith('calibration')) await rm(join(folder, file));
  const { fingerprint } = await keptCalibration()(options);
  for (const [at, name] of ['jit', 'ort'].entries()) {
    const rates: Rates = { inference: name === fast ? 1 : 1e6, groups: {} };
    const path = join(folder, name === 'jit' ? 'calibration-jit.json' : 'calibration-ort-1.json');
    await writeFile(path, JSON.stringify({ fingerprint: fingerprint.split('-')[at]!.replace('?', ''), rates }));
  }
}
