// Our own runtime against onnxruntime, and what it refuses.
import assert from 'node:assert/strict';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import { openOrt } from '@edgewright/agent/runtimes/ort.js';
import type { LoadOptions, Outputs, Runtime } from '@edgewright/agent/runtimes/runtime.js';
import type { Graph } from '@edgewright/core/graph/graph.js';
import { type WebAssemblyApi, webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { families } from '@edgewright/core/models/families.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { fromHalf } from '@edgewright/core/onnx/half.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import type { Precision } from '@edgewright/schemas/generated/record.js';
import fc from 'fast-check';
import { type GeneratedName, smallParameters } from '../../core/models/arbitrary.ts';
import { bytesOf } from '../../repository/source.ts';

const once: LoadOptions = { threads: 1, optimization: 'all' };
const levels = ['disabled', 'basic', 'extended', 'all'] as const;

const ablations = [
  'none',
  'without-fold',
  'without-dead',
  'without-common',
  'without-vertical',
  'without-horizontal',
  'without-fuse',
  'without-search',
  'only-vertical',
  'only-fuse',
  'only-search',
  'all',
] as const;
const cnn = { block: 'residual', blocks: [1, 1], filters: 16, image: 32, channels: 3, output: 10, batch: 1 };

/** Of the greatest value of the output; float16 is rounded at other places by the two. */
const tolerances: Readonly<Record<Precision, number>> = { float32: 1e-5, float16: 1e-2 };

async function run(runtime: Runtime, graph: Graph, options: Partial<LoadOptions> = {}) {
  const session = await runtime.load({ kind: 'bytes', bytes: encodeModel(graph) }, { ...once, ...options });
  try {
    const infer = session.bind(makeInputs(graph.inputs, 1));
    const first = numbersOf(await infer());
    assert.deepEqual(numbersOf(await infer()), first, 'the second inference');
    return { values: first, description: session.description, program: session.program };
  } finally {
    await session.close();
  }
}

function numbersOf(outputs: Outputs): number[] {
  return Object.values(outputs).flatMap(({ type, data }) =>
    Array.from(data as ArrayLike<number>, (value) =>
      type === 'float16' && data instanceof Uint16Array ? fromHalf(value) : Number(value),
    ),
  );
}

function distance(values: readonly number[], expected: readonly number[]): number {
  assert.equal(values.length, expected.length);
  const greatest = Math.max(...expected.map(Math.abs), 1e-6);
  return Math.max(...values.map((value, at) => Math.abs(value - expected[at]!))) / greatest;
}

/** x of float32 through nodes to y of the same shape. */
function graphOf(nodes: Graph['nodes'], shape: readonly number[] = [2, 3]): Graph {
  return {
    name: 'nodes',
    opset: 17,
    inputs: [{ name: 'x', type: { type: 'float32', shape }, below: undefined }],
    outputs: [{ name: 'y', type: { type: 'float32', shape } }],
    nodes,
    constants: [],
    values: new Map(),
  };
}

const nodeOf = (op: string, name: string, inputs: string[], outputs: string[], attributes = {}) => ({
  name,
  op,
  inputs,
  outputs,
  attributes,
});

async function rejection(doing: () => unknown): Promise<CodedError> {
  try {
    await doing();
  } catch (error) {
    assert.ok(error instanceof CodedError, String(error));
    return error;
  }
  assert.fail('nothing was thrown');
}

describe('jit', function () {
  this.timeout(120_000);
  const jit = openJit(webAssembly);
  let ort: Runtime;
  before(async () => {
    ort = await openOrt();
  });

  for (const name of Object.keys(families) as GeneratedName[])
    for (const precision of ['float32', 'float16'] as const)
      it(`agrees with onnxruntime on ${name} of ${precision}, at every level, without the interpreter`, async () => {
        const samples = fc.sample<Parameters<(typeof families)['fc']['build']>[0]>(smallParameters[name], {
          seed: 11,
          numRuns: 4,
        });
        for (const parameters of samples) {
          const graph = families[name].build(parameters, precision, 3);
          const expected = await run(ort, graph);
          for (const optimization of levels) {
            const { values, description } = await run(jit, graph, { optimization });
            const found = distance(values, expected.values);
            assert.ok(found <= tolerances[precision], `${optimization} ${found} ${JSON.stringify(parameters)}`);
            assert.match(description, /^\d+ kernels in WebAssembly$/);
          }
        }
      });

  it('has fewer kernels with every level that has a pass for them', async () => {
    const parameters = {
      kind: 'decoder',
      layers: 1,
      hidden: 16,
      heads: 2,
      length: 5,
      positions: 0,
      vocab: 9,
      batch: 1,
    };
    const graph = families.transformer.build({ ...parameters, feedforward: 0 }, 'float32', 1);
    const counts: number[] = [];
    for (const optimization of levels) {
      const { description } = await run(jit, graph, { optimization });
      counts.push(Number.parseInt(description, 10));
    }
    for (let at = 1; at < counts.length; at++) assert.ok(counts[at]! < counts[at - 1]!, counts.join());
  });

  it('agrees with itself whatever is ablated, and tells what each leaves of the program', async () => {
    const graph = families.cnn.build({ ...cnn }, 'float32', 5);
    const whole = await run(jit, graph);
    const kernels = new Map<string, number>();
    for (const ablation of ablations) {
      const { values, program } = await run(jit, graph, { ablation });
      const found = distance(values, whole.values);
      assert.ok(found <= tolerances.float32, `${ablation} ${found}`);
      assert.ok(program !== undefined && program.lowered > 0 && program.arenaBytes > 0 && program.constantBytes > 0);
      assert.equal(program.lowered, whole.program!.lowered);
      assert.ok(program.movedBytes >= whole.program!.movedBytes, ablation);
      kernels.set(ablation, program.kernels);
    }
    assert.equal(kernels.get('none'), whole.program!.kernels);
    assert.ok(kernels.get('without-fuse')! > kernels.get('none')!);
    assert.ok(kernels.get('only-fuse')! < kernels.get('all')!);
    assert.equal(kernels.get('without-search'), kernels.get('none'));
  });

  it('says which kernels are interpreted', async () => {
    const rest: Graph = {
      ...graphOf([nodeOf('Mod', 'rest', ['x', 'divisor'], ['y'], { fmod: { kind: 'int', value: 1 } })]),
      constants: [
        {
          name: 'divisor',
          type: { type: 'float32', shape: [1] },
          content: { kind: 'data', data: Float32Array.of(0.3) },
          counts: 'shape',
        },
      ],
    };
    const { values, description } = await run(jit, rest);
    assert.ok(distance(values, (await run(ort, rest)).values) < 1e-6);
    assert.match(description, /^0 kernels in WebAssembly, 1 interpreted \(.*remainder.*\)$/);
  });

  it('compiles for the sizes of open dimensions', async () => {
    const bytes = bytesOf('samples/models/tiny-classifier.onnx');
    const session = await jit.load({ kind: 'bytes', bytes }, { ...once, dimensions: new Map([['N', 4]]) });
    assert.deepEqual(session.inputs[0]?.shape, [4, 3, 32, 32]);
    const error = await rejection(() => jit.load({ kind: 'bytes', bytes }, once));
    assert.equal(error.code, 'dimension-unbound');
  });

  it('refuses inputs that are not those of the model', async () => {
    const bytes = encodeModel(graphOf([nodeOf('Relu', 'relu', ['x'], ['y'])]));
    const session = await jit.load({ kind: 'bytes', bytes }, once);
    assert.throws(() => session.bind(new Map()), /input x is not float32 \[2, 3\]/);
    const short = { type: 'float32', dims: [1, 3], data: new Float32Array(3) };
    assert.throws(() => session.bind(new Map([['x', short]])), /input x is not float32 \[2, 3\]/);
  });

  const refuses = (what: string, code: Code, message: RegExp, doing: () => unknown) =>
    it(`refuses ${what}`, async () => {
      const error = await rejection(doing);
      assert.equal(error.code, code);
      assert.match(error.message, message);
      assert.notEqual(error.fix, '');
    });

  refuses('ops that are not lowered, by node', 'runtime-refused', /: Det "odd" \(it has no rule yet\)/, () =>
    jit.load({ kind: 'bytes', bytes: encodeModel(graphOf([nodeOf('Det', 'odd', ['x'], ['y'])])) }, once),
  );

  refuses('many of them, of which it names some', 'runtime-refused', /"n5" \(.*\), and 2 more\.$/, () => {
    const chain = Array.from({ length: 7 }, (_, at) =>
      nodeOf('NoSuchOp', `n${at + 1}`, [at === 0 ? 'x' : `v${at}`], [at === 6 ? 'y' : `v${at + 1}`]),
    );
    return jit.load({ kind: 'bytes', bytes: encodeModel(graphOf(chain)) }, once);
  });

  refuses('what a memory cannot hold', 'out-of-memory', /MiB/, () => {
    // 2.3 GiB of input and as much of output.
    const graph = graphOf([nodeOf('Relu', 'relu', ['x'], ['y'])], [600_000_000]);
    return jit.load({ kind: 'bytes', bytes: encodeModel(graph) }, once);
  });

  refuses('an engine without WebAssembly', 'runtime-unavailable', /no WebAssembly with vector/, () =>
    openJit(undefined),
  );

  refuses('an engine without vectors', 'runtime-unavailable', /no WebAssembly with vector/, () =>
    openJit({ ...webAssembly, validate: () => false } as WebAssemblyApi),
  );
});
