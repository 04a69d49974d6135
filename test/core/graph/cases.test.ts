import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { type Lowered, lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { verifyProgram } from '@edgewright/core/graph/program/verify.js';
import type { Tensor } from '@edgewright/core/graph/tensor.js';
import { parseGraph, printGraph } from '@edgewright/core/graph/text.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import { dimensionName } from '@edgewright/core/onnx/read.js';
import { type Case, difference, hasCases, isEligible, lightCases, smallCases } from './cases.ts';

/** Absolute tolerances wider than the suite's 1e-7, and why. */
const looser: Readonly<Record<string, number>> = {
  // The expected numbers come from a transform in float32 and are off by 2e-7 where the true value is 0.
  'node/test_dft_inverse_opset19': 1e-6,
};

/** Sizes of the model's symbolic dimensions, as the inputs have them. */
function bindingsOf({ model, sets }: Case): ReadonlyMap<string, number> {
  const stored = new Set(model.graph?.initializer?.map(({ name }) => name));
  const inputs = (model.graph?.input ?? []).filter(({ name }) => !stored.has(name));
  return new Map(
    inputs.flatMap(({ name = '', type }, at) =>
      (type?.tensorType?.shape?.dim ?? []).flatMap((dim, axis): [string, number][] => {
        const symbol = dimensionName(name, axis, dim);
        return symbol === undefined ? [] : [[symbol, sets[0]?.inputs[at]?.shape[axis] ?? 1]];
      }),
    ),
  );
}

interface Compiled {
  readonly lowered: Lowered;
  readonly given: readonly Tensor[];
  /** Whether small inputs had to be bound to their values. */
  readonly isBound: boolean;
}

function compile(item: Case, inputs: readonly Tensor[]): Compiled {
  const graph = importModel(item.model, bindingsOf(item));
  const lowered = lowerGraph(graph);
  if (!lowered.unsupported.some(({ reason }) => /on data|data decide|before it runs/.test(reason))) {
    return { lowered, given: inputs, isBound: false };
  }
  const isSize = ({ shape, data }: Tensor): boolean => shape.length <= 1 && data.length <= 64;
  const entries = graph.inputs.map(({ name }, at) => [name, inputs[at]!] as const);
  const values = new Map(entries.filter(([, tensor]) => isSize(tensor)));
  const given = entries.flatMap(([name, tensor]) => (values.has(name) ? [] : [tensor]));
  return { lowered: lowerGraph(graph, { values }), given, isBound: true };
}

const switches: readonly Parameters<typeof optimise>[1][] = [
  {},
  { exact: true },
  { exact: true, vertical: false },
  { exact: true, fuse: false },
  { fold: false, common: false, horizontal: false },
];

describe('the test cases of ONNX', function () {
  this.timeout(300_000);
  before(function () {
    if (!hasCases) this.skip();
  });

  it('are run right by the lowered program and after every choice of passes, or left to another runtime with a reason', () => {
    const counts = { eligible: 0, run: 0, bound: 0, placed: 0 };
    const reasons = new Map<string, number>();
    const wrong: string[] = [];
    for (const item of smallCases()) {
      if (!isEligible(item)) continue;
      counts.eligible++;
      for (const { inputs, outputs } of item.sets.slice(0, 1)) {
        const { lowered, given, isBound } = compile(item, inputs as readonly Tensor[]);
        const { program, unsupported } = lowered;
        if (unsupported.length > 0 || program === undefined) {
          const [first] = unsupported;
          const reason = `${first?.op}: ${first?.reason}`;
          reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
          counts.placed++;
          continue;
        }
        verifyProgram(program);
        const made = interpret(program, given);
        const off = outputs
          .map((expected, at) => difference(made[at]!, expected!, 1e-3, looser[item.name]))
          .find(Boolean);
        if (off !== undefined) wrong.push(`${item.name}: ${off}`);
        for (const choice of switches)
          checkOptimised(program, given, made, choice, `${item.name} ${JSON.stringify(choice)}`);
        counts.run++;
        if (isBound) counts.bound++;
      }
    }
    console.log(`      ${JSON.stringify(counts)}`);
    for (const [reason, count] of [...reasons].sort()) console.log(`      ${count} placed, ${reason}`);
    assert.deepEqual(wrong, []);
    assert.ok(counts.run >= 0.92 * counts.eligible, JSON.stringify(counts));
  });

  it('decomposed to the last step, give the same', () => {
    let compared = 0;
    for (const item of smallCases()) {
      if (!isEligible(item) || !/softmax|norm|attention|sce_/.test(item.name)) continue;
      const { inputs, outputs } = item.sets[0]!;
      const graph = importModel(item.model, bindingsOf(item));
      const { program, unsupported } = lowerGraph(graph, { decomposeSoftmax: true, decomposeNormalize: true });
      if (program === undefined || unsupported.length > 0) continue;
      assert.ok(
        program.kernels.every(({ kind }) => kind !== 'softmax' && kind !== 'normalize'),
        item.name,
      );
      const made = interpret(optimise(program), inputs as readonly Tensor[]);
      // In half precision every step rounds.
      const isHalf = outputs.some((tensor) => tensor?.type === 'float16');
      const off = outputs.map((expected, at) =>
        difference(made[at]!, expected!, isHalf ? 4e-3 : 1e-3, isHalf ? 1e-3 : 1e-6),
      );
      assert.equal(off.find(Boolean), undefined, item.name);
      compared++;
    }
    assert.ok(compared > 100, `${compared}`);
  });

  it('print and parse', () => {
    for (const item of smallCases()) {
      if (!isEligible(item)) continue;
      const graph = importModel(item.model, bindingsOf(item));
      const text = printGraph(graph);
      assert.equal(printGraph(parseGraph(text)), text, item.name);
    }
  });

  it('of whole networks, are lowered whole', () => {
    let count = 0;
    for (const { name, model } of lightCases()) {
      const { program, unsupported } = lowerGraph(importModel(model, new Map()));
      assert.deepEqual(unsupported, [], name);
      const optimised = optimise(program!, { fold: false });
      assert.ok(optimised.kernels.length <= program!.kernels.length, name);
      count++;
    }
    assert.ok(count >= 5);
  });
});

function checkOptimised(
  program: Program,
  inputs: readonly Tensor[],
  expected: readonly Tensor[],
  choice: Parameters<typeof optimise>[1],
  label: string,
): void {
  const made = interpret(optimise(program, choice), inputs);
  // The interpreter rounds every step alike, fused or not.
  const isExact = choice?.exact === true || choice?.fold === false;
  const [relative, absolute] = isExact ? [0, 0] : [1e-5, 1e-6];
  for (const [at, tensor] of expected.entries())
    assert.equal(difference(made[at]!, tensor, relative, absolute), undefined, label);
}
