// Whole programs as WebAssembly: the test cases of ONNX and the families, against expected outputs and the interpreter.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { countGraph } from '@edgewright/core/graph/count.js';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Program, ProgramTensor } from '@edgewright/core/graph/program/program.js';
import type { View } from '@edgewright/core/graph/program/view.js';
import { type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { bytesOf } from '@edgewright/core/graph/wasm/backend/machine.js';
import type { WasmStep } from '@edgewright/core/graph/wasm/backend/program.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { families } from '@edgewright/core/models/families.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import { seededRandom } from '@edgewright/core/random.js';
import fc from 'fast-check';
import { InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import { type GeneratedName, smallParameters } from '../../models/arbitrary.ts';
import { difference, hasCases, isEligible, lightCases, smallCases } from '../cases.ts';
import { randomTensor } from '../fuzz.ts';
import { prepare } from './execute.ts';
import { base, noise, relaxed } from './machine.ts';

const caseFolder = join(import.meta.dirname, '../../../../../shared/onnx-cases');

describe('programs as WebAssembly', function () {
  this.timeout(300_000);

  for (const target of [base, relaxed])
    it(`give what the cases of ONNX expect, ${target.relaxed ? 'relaxed' : 'base'} SIMD`, function () {
      if (!hasCases) this.skip();
      const wrong: string[] = [];
      const reasons = new Map<string, number>();
      let [run, whole] = [0, 0];
      for (const item of smallCases()) {
        if (!isEligible(item)) continue;
        const { inputs, outputs } = item.sets[0] ?? { inputs: [], outputs: [] };
        const sizes = new Map<string, number>();
        let lowered: ReturnType<typeof lowerGraph>;
        try {
          lowered = lowerGraph(importModel(item.model, sizes));
        } catch {
          continue;
        }
        if (lowered.unsupported.length > 0 || lowered.program === undefined) continue;
        try {
          const program = optimise(lowered.program, { verify: false });
          const { translated, run: execute } = prepare(program, target);
          const made = execute(inputs as readonly Tensor[]);
          run++;
          const hosts = hostsOf(translated.steps);
          if (hosts.length === 0) whole++;
          for (const host of hosts) reasons.set(host.reason, (reasons.get(host.reason) ?? 0) + 1);
          for (const [at, expected] of outputs.entries()) {
            const found = difference(made[at]!, expected as Tensor, 1e-3, 2e-6);
            if (found !== undefined) wrong.push(`${item.name}: ${found}`);
          }
        } catch (error) {
          wrong.push(`${item.name}: ${(error as Error).stack?.split('\n').slice(0, 4).join(' ')}`);
        }
      }
      if (process.env.SHOW !== undefined) {
        console.log(`      ${run} run, ${whole} without the interpreter`);
        for (const [reason, count] of [...reasons].sort((a, b) => b[1] - a[1]).slice(0, 30))
          console.log(`      ${count} ${reason}`);
      }
      assert.deepEqual(wrong, []);
      assert.ok(run > 500 && whole > run * 0.6, `${run} run, ${whole} without the interpreter`);
    });

  it('give what onnxruntime gives, of whole networks, without the interpreter', async function () {
    if (!hasCases) this.skip();
    for (const { name, model } of lightCases()) {
      const graph = importModel(model);
      const program = optimise(lowerGraph(graph).program!);
      const random = seededRandom(3);
      const inputs = graph.inputs.map(({ type: { type, shape } }): Tensor => randomTensor(random, shape, type));
      const { translated, run } = prepare(program, relaxed);
      assert.deepEqual(hostsOf(translated.steps), [], name);
      const session = await InferenceSession.create(join(caseFolder, name), { logSeverityLevel: 4 });
      const feeds = graph.inputs.map((input, at) => {
        const { type, data, shape } = inputs[at]!;
        return [input.name, new OrtTensor(type as 'float32', data as Float32Array, shape)] as const;
      });
      const expected = await session.run(Object.fromEntries(feeds));
      await session.release();
      for (const [at, tensor] of run(inputs).entries()) {
        const data = expected[graph.outputs[at]!.name]!.data as Float32Array;
        assert.equal(difference(tensor, { ...tensor, data }, 2e-3, 1e-4), undefined, name);
      }
    }
  });

  it('give what the interpreter gives, of the families', () => {
    const samples = (Object.keys(smallParameters) as GeneratedName[]).flatMap((name) =>
      fc
        .sample(smallParameters[name] as (typeof smallParameters)['fc'], { seed: 5, numRuns: 4 })
        .map((parameters) => ({ name, parameters })),
    );
    for (const { name, parameters } of samples) {
      const graph = families[name].build(parameters, 'float32', 1);
      if (countGraph(graph).cost.macs > 3e6) continue;
      const program = optimise(lowerGraph(graph).program!);
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
      const expected = interpret(program, inputs);
      for (const target of [base, relaxed]) {
        const { run, translated } = prepare(program, target);
        const split = prepare(program, target, 3);
        assert.deepEqual(split.run(inputs), run(inputs), `${name} in parts`);
        const made = instantiate(webAssembly!, program, translated)(inputs.map(({ data }) => bytesOf(data)));
        const chained = program.outputs.map((_, at) => made(at));
        assert.deepEqual(chained, run(inputs), `${name} in as few calls as can be`);
        for (let turn = 0; turn < 2; turn++)
          for (const [at, tensor] of run(inputs).entries())
            assert.equal(
              difference(tensor, expected[at]!, 1e-3, 1e-4),
              undefined,
              `${name} ${JSON.stringify(parameters)}`,
            );
        assert.deepEqual(
          hostsOf(translated.steps).map(({ reason }) => reason),
          [],
          name,
        );
      }
    }
  });
});

describe('a product of int8 with constant weights', () => {
  it('is one kernel and exact', () => {
    for (const [type, n, m] of [
      ['uint8', 13, 5],
      ['int8', 8, 40],
    ] as const) {
      const k = 21;
      const view = (tensor: number, size: readonly number[], strides: readonly number[]): View => ({
        tensor,
        offset: 0,
        size,
        strides,
      });
      const bytes = (seed: number, length: number): Int8Array =>
        Int8Array.from(noise(length, seed), (value) => value * 127);
      const constant = (data: Int8Array | Uint8Array, shape: readonly number[]): ProgramTensor => ({
        type: data instanceof Uint8Array ? 'uint8' : 'int8',
        shape,
        constant: { kind: 'data', data },
      });
      const a = type === 'uint8' ? new Uint8Array(bytes(1, m * k).buffer) : bytes(1, m * k);
      const program: Program = {
        name: 'int8',
        tensors: [
          { type, shape: [m, k] },
          constant(bytes(2, k * n), [k, n]),
          constant(type === 'uint8' ? Uint8Array.of(128) : Int8Array.of(3), []),
          constant(bytes(3, n), [n]),
          { type: 'float32', shape: [m, n] },
        ],
        inputs: [{ name: 'a', tensor: 0 }],
        outputs: [{ name: 'y', tensor: 4 }],
        kernels: [
          {
            kind: 'matmul',
            output: 4,
            a: view(0, [m, k], [k, 1]),
            b: view(1, [k, n], [n, 1]),
            zeroA: view(2, [m, k], [0, 0]),
            zeroB: view(3, [k, n], [0, 1]),
            type: 'int32',
            epilogue: { operands: [], body: [{ fn: 'cast', type: 'float32', arguments: [0] }] },
          },
        ],
      };
      const input: Tensor = { type, shape: [m, k], data: a };
      const { run, translated } = prepare(program, base, 2);
      assert.deepEqual(
        translated.steps.map((step) => step.kind === 'call' && step.algorithm),
        ['int8'],
      );
      assert.deepEqual(run([input]), interpret(program, [input]));
    }
  });
});

function hostsOf(steps: readonly WasmStep[]): readonly Extract<WasmStep, { kind: 'host' }>[] {
  return steps.flatMap((step) =>
    step.kind === 'host' ? [step] : step.kind === 'loop' ? hostsOf([...step.before, ...step.body, ...step.after]) : [],
  );
}
