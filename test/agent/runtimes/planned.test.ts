// Models that go to several runtimes: the same numbers as one runtime gives, and the reason told.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import { openOrt } from '@edgewright/agent/runtimes/ort.js';
import { openOrtWeb } from '@edgewright/agent/runtimes/ort-web.js';
import type { LoadOptions, Runtime, Tensor } from '@edgewright/agent/runtimes/runtime.js';
import type { Calibration } from '@edgewright/core/graph/search/calibration.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxModel, OnnxNode } from '@edgewright/core/onnx/messages.js';

const once: LoadOptions = { threads: 1, optimization: 'all' };

function model(node: OnnxNode[], outputs: readonly string[], shape = [4, 4]): Uint8Array {
  const dim = shape.map((dimValue) => ({ dimValue }));
  const message: OnnxModel = {
    irVersion: 8,
    opsetImport: [{ domain: '', version: 17 }],
    graph: {
      name: 'mixed',
      node,
      input: [{ name: 'x', type: { tensorType: { elemType: 1, shape: { dim } } } }],
      // No rule tells what Det makes, the model does. Outputs are without shapes, which not all of them have.
      valueInfo: [{ name: 'd', type: { tensorType: { elemType: 1, shape: { dim: [] } } } }],
      output: outputs.map((name) => ({ name })),
    },
  };
  return encodeMessage('Model', message);
}

async function outputsOf(runtime: Runtime, bytes: Uint8Array, load: LoadOptions = once) {
  const session = await runtime.load({ kind: 'bytes', bytes }, load);
  try {
    const shape = session.inputs[0]!.shape as number[];
    const input = makeInputs([{ name: 'x', type: { type: 'float32', shape }, below: undefined }], 1);
    const infer = session.bind(input as ReadonlyMap<string, Tensor>);
    await infer();
    const made = await infer();
    const values = Object.entries(made).map(([name, { type, dims, data }]) => [
      name,
      type,
      [...dims],
      Array.from(data as ArrayLike<number>, (value) => Math.round(Number(value) * 1e4) / 1e4),
    ]);
    return { values, description: session.description };
  } finally {
    await session.close();
  }
}

const odd: OnnxNode[] = [
  { opType: 'MatMul', input: ['x', 'x'], output: ['m'] },
  { opType: 'Relu', input: ['m'], output: ['r'] },
  { opType: 'Det', name: 'odd', input: ['r'], output: ['d'] },
  { opType: 'Exp', input: ['d'], output: ['e'] },
  { opType: 'Add', input: ['r', 'e'], output: ['y'] },
];

const dynamic: OnnxNode[] = [
  { opType: 'Relu', input: ['x'], output: ['r'] },
  { opType: 'NonZero', name: 'where', input: ['r'], output: ['n'] },
  { opType: 'Neg', input: ['r'], output: ['s'] },
  { opType: 'Transpose', name: 'turn', input: ['n'], output: ['t'] },
];

describe('a model with nodes that jit has no rule for', () => {
  const ort = openOrt();

  for (const [name, open] of [
    ['ort', () => ort],
    ['ort-web', () => openOrtWeb(1)],
  ] as const)
    it(`has them on ${name}, with the reason, and the rest compiled`, async () => {
      const jit = openJit(webAssembly, { others: async () => [await open()] });
      const bytes = model(odd, ['y', 'd', 'x']);
      const { values, description } = await outputsOf(jit, bytes);
      assert.deepEqual(values, (await outputsOf(await ort, bytes)).values);
      assert.match(
        description,
        new RegExp(
          `^jit: nodes 0 to 1 \\(.*\\); ${name}: node 2 \\(not compiled: Det "odd": it has no rule yet\\); jit: nodes 3 to 4 \\(`,
        ),
      );
    });

  it('keeps values of unknown shapes within one part', async () => {
    const jit = openJit(webAssembly, { others: async () => [await ort] });
    const bytes = model(dynamic, ['t', 's']);
    const { values, description } = await outputsOf(jit, bytes);
    assert.deepEqual(values, (await outputsOf(await ort, bytes)).values);
    assert.match(description, /^jit: node 0 .*; ort: nodes 1 to 3 \(not compiled: NonZero "where": .*Transpose "turn"/);
  });

  it('gives a part the shapes that were known before it', async () => {
    const jit = openJit(webAssembly, { others: async () => [await ort] });
    const bytes = model(
      [
        { opType: 'Shape', input: ['x'], output: ['s'] },
        { opType: 'Det', name: 'odd', input: ['x'], output: ['d'] },
        { opType: 'Add', input: ['x', 'd'], output: ['e'] },
        { opType: 'Reshape', input: ['e', 's'], output: ['y'] },
      ],
      ['y', 's'],
    );
    const { values, description } = await outputsOf(jit, bytes);
    assert.deepEqual(values, (await outputsOf(await ort, bytes)).values);
    assert.match(description, /^jit: node 0 .*; ort: node 1 .*; jit: nodes 2 to 3 /);
  });

  it('may not go where it must not', async () => {
    const jit = openJit(webAssembly, { others: async () => [await ort] });
    await assert.rejects(outputsOf(jit, model(odd, ['y']), { ...once, runtimes: ['ort-web'] }), {
      code: 'runtime-refused',
      message: /Det "odd"/,
    });
  });
});

/** Of a device that does everything at once. */
const calibrate = async (): Promise<Calibration> => {
  const rates = { inference: 1000, groups: {} };
  return { fingerprint: 'fast', runtimes: { jit: rates, ort: rates }, copy: 0.1 };
};

describe('a model that may go to any runtime', () => {
  it('is tried on each once, and the plan kept', async () => {
    const data = await mkdtemp(join(tmpdir(), 'plan-'));
    try {
      const ort = await openOrt();
      let loads = 0;
      const counted: Runtime = {
        ...ort,
        load: (...given) => {
          loads++;
          return ort.load(...given);
        },
      };
      const jit = openJit(webAssembly, { data, calibrate, others: async () => [counted] });
      const bytes = model(odd.slice(0, 2), ['r'], [64, 64]);
      const expected = (await outputsOf(ort, bytes)).values;
      assert.deepEqual((await outputsOf(jit, bytes, { ...once, mixed: true })).values, expected);
      assert.ok(loads >= 1);
      const [plan] = await readdir(join(data, 'plans'));
      const before = loads;
      assert.deepEqual((await outputsOf(jit, bytes, { ...once, mixed: true })).values, expected);
      assert.ok(loads - before <= 1, 'nothing is tried again');
      await writeFile(join(data, 'plans', plan!), '{"version": 1, "parts": [');
      assert.deepEqual((await outputsOf(jit, bytes, { ...once, mixed: true })).values, expected);
      assert.ok(loads - before >= 1, 'tried again where the plan cannot be read');
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
});
