import assert from 'node:assert/strict';
import type { OpenGraph } from '@edgewright/core/graph/graph.js';
import { elements } from '@edgewright/core/graph/graph.js';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { verifyProgram } from '@edgewright/core/graph/program/verify.js';
import type { Tensor } from '@edgewright/core/graph/tensor.js';
import { printGraph } from '@edgewright/core/graph/text.js';
import { relaxedProbe } from '@edgewright/core/graph/wasm/module.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { seededRandom } from '@edgewright/core/random.js';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { difference } from './cases.ts';
import { randomGraph } from './fuzz.ts';
import { prepare } from './wasm/execute.ts';

const relaxed = WebAssembly.validate(relaxedProbe());

/** FUZZ_SEED=n repeats one run; FUZZ_RUNS=n runs longer. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.FUZZ_RUNS ?? 600);

function typesOf(graph: OpenGraph) {
  const { program, types, unsupported } = lowerGraph(graph);
  return program === undefined || unsupported.length > 0 ? undefined : types;
}

async function runOrt(graph: OpenGraph, inputs: readonly Tensor[]): Promise<readonly Tensor[] | undefined> {
  const types = typesOf(graph)!;
  const outputs = graph.outputs.map(({ name }) => ({ name, type: types.get(name)! }));
  const bytes = encodeModel({ ...graph, outputs, values: new Map() });
  try {
    const session = await InferenceSession.create(bytes, {
      logSeverityLevel: 4,
      graphOptimizationLevel: 'disabled',
      intraOpNumThreads: 1,
    });
    const feeds = Object.fromEntries(
      graph.inputs.map(({ name }, at) => [
        name,
        new OrtTensor('float32', inputs[at]!.data as Float32Array, inputs[at]!.shape),
      ]),
    );
    const made = await session.run(feeds);
    await session.release();
    return outputs.map(({ name, type }): Tensor => {
      const { data, dims } = made[name]!;
      return { type: type.type, shape: dims, data: data as Tensor['data'] };
    });
  } catch {
    // onnxruntime does not take it: a shape of size 0, or a mode that it lacks.
    return undefined;
  }
}

describe('random graphs', function () {
  this.timeout(300_000);

  it('give what onnxruntime gives, before and after the passes and compiled', async () => {
    console.log(`      seed ${seed}`);
    const random = seededRandom(seed);
    const seen = new Map<string, number>();
    let compared = 0;
    for (let run = 0; run < runs; run++) {
      const { graph, inputs } = randomGraph(random, 1 + random.below(5), typesOf);
      if (graph.nodes.length === 0) continue;
      const label = `seed ${seed}, graph ${run}:\n${printGraph(graph)}`;
      const program = lowerGraph(graph).program!;
      verifyProgram(program);
      const made = interpret(program, inputs);
      let optimised: readonly Tensor[];
      let compiled: readonly Tensor[];
      try {
        optimised = interpret(optimise(program, { exact: true }), inputs);
        compiled = prepare(optimise(program), { relaxed, shared: false }, 1 + random.below(3)).run(inputs);
      } catch (error) {
        throw new Error(label, { cause: error });
      }
      for (const [at, tensor] of made.entries())
        assert.equal(difference(optimised[at]!, tensor, 0, 0), undefined, label);
      const expected = await runOrt(graph, inputs);
      if (expected === undefined) continue;
      // Errors of single precision grow along the chain; powers and products make them large.
      const scale = 1e-4 * Math.max(1, ...expected.map(greatest).filter(Number.isFinite));
      const ambiguous =
        graph.nodes.some(({ op }) => /ArgM|TopK|Hardmax|Round|Floor|Ceil|Sign|Quantize/.test(op)) &&
        graph.nodes.length > 1;
      for (const [how, results] of [
        ['interpreted', made],
        ['compiled', compiled],
      ] as const)
        for (const [at, tensor] of expected.entries()) {
          const off = difference(results[at]!, tensor, 1e-3, scale);
          // A step amplifies the last bit: of such chains the shapes alone are compared.
          if (off !== undefined && !(ambiguous && `${results[at]!.shape}` === `${tensor.shape}`))
            assert.fail(`${how}: ${off}\n${label}`);
        }
      compared++;
      for (const { op } of graph.nodes) seen.set(op, (seen.get(op) ?? 0) + 1);
    }
    console.log(`      ${compared} of ${runs} compared, ${seen.size} ops`);
    assert.ok(compared > 0.6 * runs, `${compared} compared`);
  });
});

function greatest({ data, shape }: Tensor): number {
  let result = 0;
  for (let at = 0; at < elements(shape); at++) result = Math.max(result, Math.abs(Number(data[at])));
  return result;
}
