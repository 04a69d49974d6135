import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openRuntime } from '@edgewright/agent/runtimes/open.js';
import { openOrt } from '@edgewright/agent/runtimes/ort.js';
import type { LoadOptions, ModelSource, Runtime, Session } from '@edgewright/agent/runtimes/runtime.js';
import type { Graph } from '@edgewright/core/graph/graph.js';
import { encodeExternal, encodeModel } from '@edgewright/core/onnx/write.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { RuntimeName } from '@edgewright/schemas/generated/record.js';

/** y = x w, w all of one half. */
function product(type: 'float32' | 'float16', size: number): Graph {
  return {
    name: 'product',
    opset: 17,
    inputs: [{ name: 'x', type: { type, shape: [1, size] }, below: undefined }],
    outputs: [{ name: 'y', type: { type, shape: [1, size] } }],
    nodes: [{ name: 'product', op: 'MatMul', inputs: ['x', 'w'], outputs: ['y'], attributes: {} }],
    constants: [
      {
        name: 'w',
        type: { type, shape: [size, size] },
        content: { kind: 'values', values: new Array<number>(size * size).fill(0.5) },
        counts: 'parameter',
      },
    ],
    values: new Map(),
  };
}

const once: LoadOptions = { threads: 1, optimization: 'all' };

describe('runtimes', function () {
  this.timeout(30_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewright-runtimes-'));
  });
  after(() => rm(folder, { recursive: true }));

  async function firstOutput(session: Session, type: string, data: unknown): Promise<unknown[]> {
    const size = Number(session.inputs[0]?.shape[1]);
    const outputs = await session.bind(new Map([['x', { type, dims: [1, size], data }]]))();
    return Array.from(outputs.y?.data as ArrayLike<unknown>);
  }

  for (const name of ['ort', 'ort-web', 'jit'] satisfies RuntimeName[]) {
    describe(name, () => {
      let runtime: Runtime;
      before(async () => {
        runtime = await openRuntime(name, 1, {});
      });
      const load = (source: ModelSource, options: Partial<LoadOptions> = {}) =>
        runtime.load(source, { ...once, ...options });

      it('runs a model from memory', async () => {
        const session = await load({ kind: 'bytes', bytes: encodeModel(product('float32', 4)) });
        assert.deepEqual(session.inputs, [{ name: 'x', type: 'float32', shape: [1, 4] }]);
        assert.deepEqual(await firstOutput(session, 'float32', new Float32Array([1, 2, 3, 4])), [5, 5, 5, 5]);
        await session.close();
      });

      it('takes half floats as bit patterns', async () => {
        const session = await load({ kind: 'bytes', bytes: encodeModel(product('float16', 4)) });
        const found = await firstOutput(session, 'float16', new Uint16Array(4).fill(0x3c00));
        // Bit patterns come out where the engine has no Float16Array: 2 is 0x4000.
        assert.deepEqual(found, new Array(4).fill('Float16Array' in globalThis ? 2 : 0x4000));
        await session.close();
      });

      it('takes weights from a file beside the model', async () => {
        const { model, data } = encodeExternal(product('float32', 16), 'weights.bin', { externalFrom: 0 });
        const path = join(folder, 'model.onnx');
        await writeFile(path, model);
        await writeFile(join(folder, 'weights.bin'), Buffer.concat([...data]));
        const session = await load({
          kind: 'file',
          path,
          external: new Map([['weights.bin', join(folder, 'weights.bin')]]),
        });
        assert.deepEqual(await firstOutput(session, 'float32', new Float32Array(16).fill(1)), new Array(16).fill(8));
        await session.close();
      });

      it('takes weights from files elsewhere, by the names that the model has for them', async () => {
        const { model, data } = encodeExternal(product('float32', 16), 'parts/weights.bin', { externalFrom: 0 });
        const [path, weights] = [join(folder, 'moved', 'abc'), join(folder, 'stored', 'def')];
        await mkdir(dirname(path), { recursive: true });
        await mkdir(dirname(weights), { recursive: true });
        await writeFile(path, model);
        await writeFile(weights, Buffer.concat([...data]));
        const external = new Map([['parts/weights.bin', weights]]);
        const bytes = new Uint8Array(model);
        for (const source of [{ kind: 'file', path, external } as const, { kind: 'bytes', bytes, external } as const]) {
          const session = await load(source);
          assert.deepEqual(await firstOutput(session, 'float32', new Float32Array(16).fill(1)), new Array(16).fill(8));
          await session.close();
        }
      });

      it('knows every level of optimisation', async () => {
        for (const optimization of ['disabled', 'basic', 'extended', 'all'] as const) {
          const session = await load({ kind: 'bytes', bytes: encodeModel(product('float32', 4)) }, { optimization });
          await session.close();
        }
      });

      it('rejects what is no model', async () => {
        await assert.rejects(load({ kind: 'bytes', bytes: new Uint8Array([1, 2, 3]) }), Error);
        await assert.rejects(load({ kind: 'file', path: join(folder, 'missing.onnx'), external: new Map() }), Error);
      });
    });
  }

  it('writes a profile where asked', async () => {
    const runtime = await openOrt();
    const profile = join(folder, 'profile');
    const session = await runtime.load(
      { kind: 'bytes', bytes: encodeModel(product('float32', 4)) },
      { ...once, profile },
    );
    await firstOutput(session, 'float32', new Float32Array(4));
    await session.close();
    assert.ok((await readdir(folder)).some((name) => name.startsWith('profile')));
  });

  it('says that a path holds no runtime', async () => {
    await assert.rejects(openOrt({ path: folder }), (error: unknown) => {
      assert.ok(error instanceof CodedError);
      assert.equal(error.code, 'runtime-unavailable');
      assert.ok(error.message.startsWith(`onnxruntime-node cannot be loaded from ${folder}: `));
      assert.match(error.fix, /built for this device/);
      return true;
    });
  });

  it('an ort-web serves the threads it was opened with', async () => {
    const runtime = await openRuntime('ort-web', 1, {});
    const model = { kind: 'bytes', bytes: encodeModel(product('float32', 4)) } as const;
    await assert.rejects(runtime.load(model, { ...once, threads: 2 }), /asked 2 threads of a module with 1/);
  });
});
