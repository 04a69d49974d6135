// The model of a task on real runtimes: where its weights lie, the types that it takes and gives, the sizes that come.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openModel } from '@edgewright/agent/tasks/execute/model.js';
import { families } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxNode } from '@edgewright/core/onnx/messages.js';
import { encodeExternal, encodeModel } from '@edgewright/core/onnx/write.js';
import type { ModelRuntime } from '@edgewright/schemas/deployment.js';
import { linearModel, weights } from '../../../fixtures/external.ts';

type Runtime = 'auto' | 'jit' | 'ort' | 'ort-web';
const runtimes = ['auto', 'jit', 'ort', 'ort-web'] as const;

describe('the model of a task', () => {
  let folder: string;
  let chosen: ModelRuntime[];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'edgewright-model-'));
  });
  beforeEach(() => {
    chosen = [];
  });
  after(() => rmSync(folder, { recursive: true }));

  const open = (
    bytes: Uint8Array,
    runtime: Runtime = 'auto',
    files: Readonly<Record<string, string>> = {},
    { sizes = {}, shapes = {} }: { sizes?: Record<string, number>; shapes?: Record<string, readonly number[]> } = {},
  ) => {
    const path = join(folder, 'stored-under-a-hash');
    writeFileSync(path, bytes);
    const named = new Map(Object.entries(sizes));
    const model = { file: 'models/model.onnx', path, files, shapes, runtime, outputs: [], sizes: named };
    return openModel({ model, data: join(folder, 'device'), ortPath: undefined }, (model) => chosen.push(model));
  };

  it('says on which runtime it is, and why', async () => {
    const bytes = encodeModel(families.fc.build({ layers: 1, nodes: 8, input: 4, output: 3, batch: 1 }, 'float32', 1));
    await open(bytes);
    assert.equal(chosen.length, 1);
    assert.match(chosen[0]!.runtime, /^(jit|ort)$/);
    assert.match(chosen[0]!.reason, /ms when tried, (jit|ort) /);
    await open(bytes, 'ort-web');
    assert.deepEqual(chosen[1], { runtime: 'ort-web', reason: 'the task names ort-web' });
  });

  describe('whose weights are in other files', () => {
    const input = { x: { shape: [1, 2], data: [1, 10] } };
    const linear = (w: string, b: string): Uint8Array => linearModel({ w, b });
    let files: Record<string, string>;
    before(() => {
      files = { 'models/w.bin': join(folder, 'one'), 'models/parts/b.bin': join(folder, 'two') };
      writeFileSync(files['models/w.bin']!, weights.w);
      writeFileSync(files['models/parts/b.bin']!, weights.b);
    });

    for (const runtime of runtimes)
      it(`runs with two of them by ${runtime}`, async () => {
        const { run } = await open(linear('w.bin', 'parts/b.bin'), runtime, files);
        assert.deepEqual([...(await run(input)).y!.data], [131, 242]);
      });

    it('runs where a name begins with the folder itself', async () => {
      for (const runtime of runtimes) {
        const { run } = await open(linear('w.bin', './parts/b.bin'), runtime, files);
        assert.deepEqual([...(await run(input)).y!.data], [131, 242]);
      }
    });

    it('is refused where one did not come with it', async () => {
      const { 'models/w.bin': w = '' } = files;
      await assert.rejects(open(linear('w.bin', 'parts/b.bin'), 'auto', { 'models/w.bin': w }), {
        code: 'task-model',
        message: /keeps weights in "parts\/b\.bin", which did not come with the task/,
      });
    });

    for (const hostile of ['../one', '/etc/passwd', 'parts/../../two', '..\\two', 'C:\\two', '', '.', 'two\0.bin'])
      for (const runtime of ['auto', 'ort'] as const)
        it(`is refused where it names ${JSON.stringify(hostile)}, by ${runtime}`, async () => {
          // Also where a file would be found by that name.
          const found = { ...files, [`models/${hostile}`]: join(folder, 'two'), [hostile]: join(folder, 'two') };
          await assert.rejects(open(linear('w.bin', hostile), runtime, found), {
            code: 'task-model',
            message: /did not come with the task/,
          });
        });

    it('is refused where a file is too short', async () => {
      const short = { ...files, 'models/parts/b.bin': join(folder, 'short') };
      writeFileSync(short['models/parts/b.bin'], new Float32Array([100]));
      await assert.rejects(open(linear('w.bin', 'parts/b.bin'), 'auto', short), { code: 'task-model' });
    });

    it('runs as its family wrote it', async () => {
      const graph = families.fc.build({ layers: 1, nodes: 8, input: 4, output: 3, batch: 1 }, 'float32', 1);
      const { model, data } = encodeExternal(graph, 'weights.bin', { externalFrom: 16 });
      writeFileSync(join(folder, 'three'), Buffer.concat([...data]));
      const given = { [graph.inputs[0]!.name]: { shape: [1, 4], data: [1, 2, 3, 4] } };
      const [whole, parted] = [
        await open(encodeModel(graph)),
        await open(model, 'auto', { 'models/weights.bin': join(folder, 'three') }),
      ];
      assert.deepEqual(await parted.run(given), await whole.run(given));
    });
  });

  describe('takes and gives', () => {
    for (const [name, type, values] of [
      ['float32', 1, [-1.5, 0, 2.25]],
      ['uint8', 2, [0, 7, 255]],
      ['int8', 3, [-128, 0, 127]],
      ['uint16', 4, [0, 7, 65535]],
      ['int16', 5, [-32768, 0, 32767]],
      ['int32', 6, [-(2 ** 31), 0, 2 ** 31 - 1]],
      ['int64', 7, [-(2 ** 53), 0, 2 ** 53]],
      ['bool', 9, [0, 1, 1]],
      ['float16', 10, [-1.5, 0, 65504]],
      ['float64', 11, [-1e300, 0, 1e-300]],
      ['uint32', 12, [0, 7, 2 ** 32 - 1]],
      ['uint64', 13, [0, 7, 2 ** 53]],
    ] as const)
      for (const runtime of runtimes)
        it(`${name}, by ${runtime}`, async () => {
          const { run } = await open(single([{ opType: 'Identity', input: ['x'], output: ['y'] }], type), runtime);
          const { y } = await run({ x: { shape: [1, 3], data: values } });
          assert.deepEqual({ shape: y!.shape, data: [...y!.data] }, { shape: [1, 3], data: values });
        });

    it('the nearest whole number and the nearest half, and any number as a bool', async () => {
      const given = async (type: number, data: readonly number[]) => {
        const { run } = await open(single([{ opType: 'Identity', input: ['x'], output: ['y'] }], type));
        return [...(await run({ x: { shape: [1, data.length], data } })).y!.data];
      };
      assert.deepEqual(await given(7, [1.4, 1.6, -0.6]), [1, 2, -1]);
      assert.deepEqual(await given(6, [1.4, 1.6, -0.6]), [1, 2, -1]);
      assert.deepEqual(await given(10, [0.1, 1e9]), [0.0999755859375, Number.POSITIVE_INFINITY]);
      assert.deepEqual(await given(9, [-3, 0, 0.5]), [1, 0, 1]);
    });

    for (const [type, value, message] of [
      [2, 256, /has 256, and as uint8 it takes whole numbers from 0 to 255/],
      [12, -1, /has -1, and as uint32/],
      [7, 1e30, /has 1e\+30, and as int64/],
      [6, Number.NaN, /has NaN, and as int32/],
    ] as const)
      it(`no ${value} for the type ${type} of ONNX`, async () => {
        const { run } = await open(single([{ opType: 'Identity', input: ['x'], output: ['y'] }], type));
        await assert.rejects(run({ x: { shape: [1, 1], data: [value] } }), { code: 'task-model', message });
      });

    it('no text: outputs of it are left out', async () => {
      const nodes: OnnxNode[] = [
        { opType: 'Cast', input: ['x'], output: ['text'], attribute: [{ name: 'to', type: 2, i: 8n }] },
        { opType: 'Neg', input: ['x'], output: ['y'] },
      ];
      const { run } = await open(single(nodes, 1, ['text', 'y']));
      assert.deepEqual(await run({ x: { shape: [1, 1], data: [3] } }), {
        y: { shape: [1, 1], data: new Float32Array([-3]) },
      });
      assert.match(chosen[0]!.runtime, /ort/);
    });
  });

  it('is loaded anew for sizes that come, and not tried then', async () => {
    const { run } = await open(single([{ opType: 'Neg', input: ['x'], output: ['y'] }], 1, ['y'], 2));
    for (let size = 1; size <= 12; size++)
      assert.deepEqual(
        [...(await run({ x: { shape: [size, 2], data: new Array(2 * size).fill(1) } })).y!.data],
        new Array(2 * size).fill(-1),
      );
    assert.deepEqual(
      chosen,
      [{ runtime: 'jit', reason: 'not tried, since its sizes came with a firing' }],
      'and told once',
    );
    await assert.rejects(run({ x: { shape: [1, 3], data: [1, 2, 3] } }), {
      code: 'task-model',
      message: /the model wants/,
    });
  });

  it('is loaded and tried before a firing where its sizes are named, or are those of the pipeline', async () => {
    const bytes = single([{ opType: 'Neg', input: ['x'], output: ['y'] }], 1);
    const x = { shape: [3, 2], data: [1, 2, 3, 4, 5, 6] };
    for (const known of [{ sizes: { rows: 3, columns: 2 } }, { shapes: { x: [3, 2] } }]) {
      const { run } = await open(bytes, 'auto', {}, known);
      assert.match(chosen.at(-1)?.reason ?? '', /when tried/);
      assert.deepEqual([...(await run({ x })).y!.data], [-1, -2, -3, -4, -5, -6]);
    }
    assert.equal(chosen.length, 2);
    await open(bytes, 'auto', {}, { sizes: { rows: 3 } });
    assert.equal(chosen.length, 2, 'one of two is not enough');
    const { run } = await open(bytes, 'auto', {}, { sizes: { rows: 3 }, shapes: { x: [4, 2] } });
    assert.deepEqual((await run({ x })).y!.shape, [3, 2], 'what is named comes first');
  });

  it('holds a few sizes of many', async () => {
    const side = 1024;
    const bytes = encodeModel(
      families.fc.build({ layers: 1, nodes: side, input: side, output: side, batch: 1 }, 'float32', 1),
    );
    const message = decodeModel(bytes);
    const [input] = message.graph!.input!;
    const shape = { dim: [{ dimParam: 'rows' }, { dimValue: side }] };
    const anyRows = { ...input!, type: { tensorType: { elemType: 1, shape } } };
    const output = message.graph!.output!.map(({ name }) => ({ name: name! }));
    const { run } = await open(
      encodeMessage('Model', { ...message, graph: { ...message.graph, input: [anyRows], output, valueInfo: [] } }),
    );
    const heldAfter = async (from: number, to: number) => {
      for (let rows = from; rows <= to; rows++)
        await run({ [input!.name!]: { shape: [rows, side], data: new Float32Array(rows * side) } });
      return process.memoryUsage().rss;
    };
    const early = await heldAfter(1, 20);
    const late = await heldAfter(21, 80);
    // Each has weights of 8 MiB of its own: all of them were 480.
    assert.ok(late - early < 200 * 2 ** 20, `${Math.round((late - early) / 2 ** 20)} MiB more after 60 more sizes`);
  });
});

/** From `x` of a type, of [rows, columns] or as many as come. */
function single(node: OnnxNode[], elemType: number, outputs: readonly string[] = ['y'], columns?: number): Uint8Array {
  const dim = [{ dimParam: 'rows' }, columns === undefined ? { dimParam: 'columns' } : { dimValue: columns }];
  const shape = { dim };
  return encodeMessage('Model', {
    irVersion: 8,
    opsetImport: [{ domain: '', version: 17 }],
    graph: {
      name: 'single',
      node,
      input: [{ name: 'x', type: { tensorType: { elemType, shape } } }],
      output: outputs.map((name) => ({
        name,
        type: { tensorType: { elemType: name === 'text' ? 8 : elemType, shape } },
      })),
    },
  });
}
