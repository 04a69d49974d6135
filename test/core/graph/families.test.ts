import assert from 'node:assert/strict';
import { countGraph } from '@edgewright/core/graph/count.js';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { families } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { seededRandom } from '@edgewright/core/random.js';
import fc from 'fast-check';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { type GeneratedName, smallParameters } from '../models/arbitrary.ts';
import { difference } from './cases.ts';
import { randomTensor } from './fuzz.ts';

const samples = (Object.keys(smallParameters) as GeneratedName[]).flatMap((name) =>
  fc
    .sample(smallParameters[name] as (typeof smallParameters)['fc'], { seed: 3, numRuns: 4 })
    .map((parameters) => ({ name, parameters })),
);

describe('the families', function () {
  this.timeout(120_000);

  it('are lowered whole, from the graph and from its file, and give what onnxruntime gives', async () => {
    for (const { name, parameters } of samples) {
      const graph = families[name].build(parameters, 'float32', 1);
      // Networks of millions of operations take the interpreter minutes.
      if (countGraph(graph).cost.macs > 3e6) continue;
      const label = `${name} ${JSON.stringify(parameters)}`;
      const lowered = lowerGraph(graph);
      assert.deepEqual(lowered.unsupported, [], label);
      for (const [value, type] of graph.values) assert.deepEqual(lowered.types.get(value), type, `${label} ${value}`);
      const program = optimise(lowered.program!);
      const bytes = encodeModel(graph);
      const again = optimise(lowerGraph(importModel(decodeModel(bytes))).program!);
      const random = seededRandom(7);
      const inputs = graph.inputs.map(({ type: { type, shape }, below }): Tensor => {
        if (below === undefined) return randomTensor(random, shape, type);
        const count = shape.reduce((product, size) => product * size, 1);
        return tensorOf(
          type,
          shape,
          Array.from({ length: count }, () => BigInt(random.below(below))),
        );
      });
      const made = interpret(program, inputs);
      assert.deepEqual(interpret(again, inputs), made, label);
      const session = await InferenceSession.create(bytes, { logSeverityLevel: 4 });
      const feeds = graph.inputs.map(
        ({ name, type }, at) =>
          [name, new OrtTensor(type.type as 'float32', inputs[at]!.data as Float32Array, type.shape)] as const,
      );
      const expected = await session.run(Object.fromEntries(feeds));
      await session.release();
      for (const [at, { name: output, type }] of graph.outputs.entries()) {
        const tensor: Tensor = { ...type, data: expected[output]!.data as Float32Array };
        assert.equal(difference(made[at]!, tensor, 1e-3, 1e-4), undefined, label);
      }
    }
  });

  it('need fewer kernels and less memory after the passes', () => {
    for (const { name, parameters } of samples) {
      const { program } = lowerGraph(families[name].build(parameters, 'float32', 1));
      const optimised = optimise(program!, { fold: false });
      assert.ok(optimised.kernels.length <= program!.kernels.length);
      const plan = planMemory(optimised);
      assert.ok(plan.bytes <= planMemory(program!).total, name);
    }
  });
});
