import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Graph } from '@edgewright/core/graph/graph.js';
import { families, familyOf } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeExternal, encodeModel, needsExternal } from '@edgewright/core/onnx/write.js';
import type { Parameters, Precision } from '@edgewright/schemas/generated/record.js';
import fc from 'fast-check';
import { type GeneratedName, smallParameters } from './arbitrary.ts';
import { infer, type Output } from './infer.ts';

/** Outputs have the types and shapes of the graph and finite values. */
function checkOutputs(graph: Graph, outputs: ReadonlyMap<string, Output>): void {
  assert.deepEqual([...outputs.keys()].sort(), graph.outputs.map(({ name }) => name).sort());
  for (const { name, type } of graph.outputs) {
    const { values, ...output } = outputs.get(name)!;
    assert.deepEqual(output, { type: type.type, dims: type.shape });
    assert.ok(values.every(Number.isFinite), name);
  }
}

describe('every family runs in onnxruntime', function () {
  this.timeout(120_000);
  for (const name of Object.keys(families) as GeneratedName[]) {
    const check = (runtime: 'ort' | 'ort-web', numRuns: number) =>
      fc.assert(
        fc.asyncProperty(
          smallParameters[name],
          fc.constantFrom<Precision>('float32', 'float16'),
          fc.nat(),
          async (parameters, precision, seed) => {
            const graph = familyOf(name).build(parameters, precision, seed);
            checkOutputs(graph, await infer(runtime, encodeModel(graph), graph.inputs));
          },
        ),
        { numRuns },
      );
    it(`${name}, native, whatever its parameters`, () => check('ort', 40));
    it(`${name}, WebAssembly`, () => check('ort-web', 6));
  }
});

describe('through great depth', function () {
  this.timeout(120_000);
  const image = { image: 32, channels: 3, output: 10, batch: 1 };
  const block = { hidden: 32, heads: 2, feedforward: 0, length: 12, positions: 0, vocab: 100, batch: 2 };
  const tokens = { embed: 32, length: 6, vocab: 64, batch: 2 };
  const cases: readonly [GeneratedName, Parameters][] = [
    ['fc', { layers: 512, nodes: 64, input: 64, output: 16, batch: 2 }],
    ['cnn', { block: 'residual', blocks: 64, filters: 4, ...image }],
    ['cnn', { block: 'bottleneck', blocks: 64, filters: 4, ...image }],
    ['rnn', { cell: 'rnn', layers: 96, ...tokens }],
    ['rnn', { cell: 'lstm', layers: 96, ...tokens }],
    ['rnn', { cell: 'gru', layers: 96, ...tokens }],
    ['transformer', { kind: 'encoder', layers: 96, ...block }],
    ['transformer', { kind: 'decoder', layers: 96, ...block }],
    ['mobile', { width: 0.25, depth: 8, expansion: 6, ...image }],
  ];
  for (const [name, parameters] of cases) {
    for (const precision of ['float32', 'float16'] as const) {
      const variant = parameters.cell ?? parameters.kind ?? parameters.block ?? '';
      it(`the outputs of ${name} ${variant} keep their size in ${precision}`, async () => {
        const graph = familyOf(name).build(parameters, precision, 3);
        const outputs = await infer('ort', encodeModel(graph), graph.inputs);
        checkOutputs(graph, outputs);
        for (const { values } of outputs.values()) {
          assert.ok(new Set(values).size >= 8);
          const size = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
          assert.ok(size > 0.01 && size < 100, `root mean square ${size}`);
        }
      });
    }
  }

  it('both runtimes agree', async () => {
    for (const [name, parameters] of cases) {
      const graph = familyOf(name).build(parameters, 'float32', 5);
      const bytes = encodeModel(graph);
      const [native, web] = [await infer('ort', bytes, graph.inputs), await infer('ort-web', bytes, graph.inputs)];
      for (const [output, { values }] of native) {
        const greatest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
        const apart = values.map((value, at) => Math.abs(value - web.get(output)!.values[at]!));
        assert.ok(Math.max(...apart) < 0.01 * greatest, `${name} ${output}: ${Math.max(...apart)} of ${greatest}`);
      }
    }
  });
});

describe('weights in a file of their own', function () {
  this.timeout(60_000);
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewright-external-'));
  });
  after(() => rm(folder, { recursive: true }));

  for (const precision of ['float32', 'float16'] as const) {
    it(`give the same ${precision} outputs as weights in the model`, async () => {
      const parameters = { layers: 3, nodes: 301, input: 77, output: 9, batch: 2 };
      const graph = familyOf('fc').build(parameters, precision, 11);
      const whole = await infer('ort', encodeModel(graph), graph.inputs);
      const { model, data, length } = encodeExternal(graph, 'fc.data', { externalFrom: 300, chunkBytes: 4096 });
      const path = join(folder, 'fc.onnx');
      await writeFile(path, model);
      const chunks = [...data];
      assert.ok(chunks.every((chunk) => chunk.length <= 4096));
      assert.equal(
        chunks.reduce((sum, chunk) => sum + chunk.length, 0),
        length,
      );
      await pipeline(Readable.from(data), createWriteStream(join(folder, 'fc.data')));
      assert.deepEqual(await infer('ort', path, graph.inputs), whole);
    });
  }

  it('of many gigabytes are laid out without being made', () => {
    const large = { layers: 16, nodes: 8192, input: 8000, output: 1000, batch: 64 };
    const graph = familyOf('fc').build(large, 'float32', 1);
    const { model, data, length } = encodeExternal(graph, 'weights.bin');
    assert.ok(model.length < 2 ** 20);
    const stored = decodeModel(model).graph!.initializer!.filter(({ dataLocation }) => dataLocation === 1);
    const numberOf = (tensor: (typeof stored)[number], key: string) =>
      Number(tensor.externalData!.find((entry) => entry.key === key)!.value);
    let end = 0;
    for (const tensor of stored) {
      assert.equal(numberOf(tensor, 'offset') % 4096, 0);
      assert.ok(numberOf(tensor, 'offset') >= end && numberOf(tensor, 'offset') < end + 4096);
      end = numberOf(tensor, 'offset') + numberOf(tensor, 'length');
    }
    assert.equal(length, end);
    assert.ok(length > 4 * 2 ** 30);
    const [first] = data;
    assert.equal(first!.length, 16 * 2 ** 20);
  });

  it('are asked for by the threshold', () => {
    const graph = familyOf('fc').build({ layers: 1, nodes: 10, input: 10, output: 10, batch: 1 }, 'float32', 1);
    assert.equal(needsExternal(graph, 879), true);
    assert.equal(needsExternal(graph, 880), false);
    assert.throws(() => encodeModel(graph, 879), RangeError);
    const large = { layers: 128, nodes: 8192, input: 8000, output: 1000, batch: 64 };
    assert.equal(needsExternal(familyOf('fc').build(large, 'float32', 1)), true);
  });
});
