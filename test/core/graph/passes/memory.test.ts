import assert from 'node:assert/strict';
import { bytesOf } from '@edgewright/core/graph/graph.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { outputsOf, readsOf } from '@edgewright/core/graph/program/reads.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { seededRandom } from '@edgewright/core/random.js';
import { randomGraph } from '../fuzz.ts';

function programOf(text: string): Program {
  return lowerGraph(parseGraph(text)).program!;
}

/** A chain of four products of a matrix. */
const chain = programOf(`graph "chain" opset 17
  input x: float32[16,16]
  a = MatMul(x, x)
  b = MatMul(a, x)
  c = Relu(b)
  d = MatMul(c, x)
  output d
`);

/** When each tensor is live: from the kernel that makes it to the last that reads it. */
function livesOf(program: Program): ReadonlyMap<number, readonly [number, number]> {
  const lives = new Map<number, [number, number]>();
  for (const [at, kernel] of program.kernels.entries()) {
    for (const id of outputsOf(kernel)) lives.set(id, [at, at]);
    for (const id of readsOf(kernel)) if (lives.has(id)) lives.get(id)![1] = at;
  }
  for (const { tensor } of program.outputs) if (lives.has(tensor)) lives.get(tensor)![1] = program.kernels.length;
  return lives;
}

/** No two tensors that are live together overlap, but a result and the operand whose place it takes. */
function check(program: Program): void {
  const plan = planMemory(program);
  const lives = [...livesOf(program)];
  for (const [a, [firstA, lastA]] of lives) {
    const [startA, endA] = [plan.offsets.get(a)!, plan.offsets.get(a)! + bytesOf(program.tensors[a]!)];
    assert.ok(startA >= 0 && endA <= plan.bytes && startA % 64 === 0);
    for (const [b, [firstB, lastB]] of lives) {
      if (a >= b) continue;
      const startB = plan.offsets.get(b)!;
      const meet = Math.max(firstA, firstB) <= Math.min(lastA, lastB);
      const overlap = startA < startB + bytesOf(program.tensors[b]!) && startB < endA;
      if (!meet || !overlap || startA === endA || bytesOf(program.tensors[b]!) === 0) continue;
      const at = Math.max(firstA, firstB);
      const isTaken = Math.min(lastA, lastB) === at && program.kernels[at]!.kind === 'elementwise' && startA === startB;
      assert.ok(isTaken, `tensors ${a} and ${b} overlap`);
    }
  }
  assert.ok(plan.peak <= plan.bytes && plan.bytes <= plan.total);
}

describe('the memory plan', () => {
  it('shares memory between tensors that do not live together', () => {
    const bytes = 16 * 16 * 4;
    const plan = planMemory(chain);
    assert.deepEqual([plan.total, plan.peak, plan.bytes], [3 * bytes, 2 * bytes, 2 * bytes]);
  });

  it('has a switch for each saving', () => {
    const bytes = 16 * 16 * 4;
    assert.equal(planMemory(chain, { reuse: false, inPlace: false }).bytes, 4 * bytes);
    assert.equal(planMemory(chain, { reuse: false }).bytes, 3 * bytes);
  });

  it('keeps inputs and constants out of the arena', () => {
    const { offsets } = planMemory(chain);
    assert.deepEqual([...offsets.keys()].sort(), chain.kernels.flatMap(outputsOf).sort());
  });

  it('of random programs lays nothing over what is still read', () => {
    const random = seededRandom(11);
    const typesOf = (graph: Parameters<typeof lowerGraph>[0]) => {
      const { program, types, unsupported } = lowerGraph(graph);
      return program && unsupported.length === 0 ? types : undefined;
    };
    for (let run = 0; run < 150; run++) {
      const { graph } = randomGraph(random, 6, typesOf);
      const program = lowerGraph(graph).program!;
      check(program);
      check(optimise(program));
    }
  });
});
