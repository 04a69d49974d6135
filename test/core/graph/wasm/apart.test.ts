// Programs whose kernels can be timed: the same bits, a part a kernel; and how each kernel runs.
import assert from 'node:assert/strict';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { tensorOf } from '@edgewright/core/graph/tensor.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { bytesOf } from '@edgewright/core/graph/wasm/backend/machine.js';
import { type BackendOptions, translateProgram, type WasmStep } from '@edgewright/core/graph/wasm/backend/program.js';
import { runsOf } from '@edgewright/core/graph/wasm/backend/runs.js';
import { targetOf, webAssembly } from '@edgewright/core/graph/wasm/engine.js';

/** A recurrence and a choice of the greatest between element-wise kernels. */
const text = `graph "g" opset 20
input x: float32[3,1,2]
constant w: float32[1,8,2] = random 1 0.5 0 parameter
constant r: float32[1,8,2] = random 2 0.5 0 parameter
constant k: int64[1] = data 2 shape
s = Neg(x)
h = LSTM(s, w, r) {hidden_size: int 2}
v, i = TopK(h, k) {axis: int 0}
y = Exp(v)
output y
`;

function programOf(source: string): Program {
  return optimise(lowerGraph(parseGraph(source)).program!);
}

function translate(program: Program, options: Partial<BackendOptions> = {}) {
  return translateProgram(program, planMemory(program), { target: targetOf(webAssembly), ...options });
}

describe('a program apart', () => {
  const program = programOf(text);
  const given = [bytesOf(tensorOf('float32', [3, 1, 2], [1, -2, 0.5, 3, -1, 0.25]).data)];

  it('has every kernel done by parts of its own, in order, to the same bits', () => {
    const seen: number[] = [];
    const run = instantiate(webAssembly!, program, translate(program, { apart: true }), (kernel, act) => {
      seen.push(kernel);
      act();
    });
    const made = run(given)(0);
    const kernels = program.kernels.map((_, at) => at);
    assert.deepEqual([...new Set(seen)], kernels);
    assert.deepEqual(
      seen,
      seen.toSorted((a, b) => a - b),
    );
    assert.deepEqual(made, instantiate(webAssembly!, program, translate(program))(given)(0));
  });

  it('does nothing where the part is not done', () => {
    const run = instantiate(webAssembly!, program, translate(program, { apart: true }), () => undefined);
    assert.ok(run(given)(0).data.every((value) => value === 0));
  });

  it('says of every kernel how it runs', () => {
    const { steps } = translate(program);
    const runs = runsOf(program, steps);
    assert.equal(runs.length, program.kernels.length);
    for (const { by, algorithms, reason } of runs)
      assert.deepEqual([by, reason, algorithms.length > 0], ['wasm', null, true]);
    // As if the second kernel had no code in a part of a loop.
    const host = { kind: 'host', kernel: 1, program, inputs: [], outputs: [], reason: 'no vector code' } as const;
    const loop: WasmStep = {
      kind: 'loop',
      kernel: 1,
      count: 2,
      counter: undefined,
      before: [],
      body: [host],
      after: [],
    };
    const mixed = runsOf(program, [...steps, loop, host]);
    assert.deepEqual([mixed[1]!.by, mixed[1]!.reason], ['host', 'no vector code']);
    assert.deepEqual(mixed[1]!.algorithms, runs[1]!.algorithms);
    assert.deepEqual(mixed.toSpliced(1, 1), runs.toSpliced(1, 1));
  });
});

describe('the tensors of a program', () => {
  const lines = `graph "g" opset 20
input x: float32[2,3]
same = Identity(x)
a = Add(same, same)
b = Neg(a)
t = Transpose(b) {perm: ints [1 0]}
y = MatMul(b, t)
output y
`;
  const names = ({ tensors }: Program): readonly (string | undefined)[] => tensors.map(({ name }) => name);

  it('are named after the values of the model, the first of several names', () => {
    const { program } = lowerGraph(parseGraph(lines));
    assert.deepEqual(names(program!), ['x', 'a', 'b', 't', 'y']);
  });

  it('keep their names through the passes, where they are left', () => {
    const { tensors, kernels } = programOf(lines);
    assert.deepEqual(names({ tensors } as Program), ['x', 'b', 'y']);
    assert.equal(kernels.length, 2);
  });
});
