// What threads share of a program, and where it is cut.
import assert from 'node:assert/strict';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { callsOf } from '@edgewright/core/graph/wasm/backend/machine.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { cutsOf, isWorthSharing } from '@edgewright/core/graph/wasm/backend/sharing.js';
import { families } from '@edgewright/core/models/families.js';
import type { Parameters } from '@edgewright/schemas/generated/record.js';
import fc from 'fast-check';

function programOf(name: keyof typeof families, parameters: Parameters): Program {
  return optimise(lowerGraph(families[name].build(parameters, 'float32', 1)).program!, { verify: false });
}

const lstm = (embed: number) => programOf('rnn', { cell: 'lstm', layers: 1, embed, length: 3, vocab: 20, batch: 1 });
const wide = (nodes: number) => programOf('fc', { layers: 2, nodes, input: nodes, output: 10, batch: 1 });

describe('cuts of calls', () => {
  it('cover the range once, in order, with no more parts than it has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 5000 }),
        fc.double({ min: 1e6, max: 1e12, noNaN: true }),
        fc.integer({ min: 2, max: 256 }),
        (range, work, threads) => {
          const cuts = cutsOf({ range, work }, { threads })!;
          assert.deepEqual([cuts[0], cuts.at(-1)], [0, range]);
          for (let at = 1; at < cuts.length; at++) assert.ok(cuts[at]! > cuts[at - 1]!, cuts.join());
        },
      ),
    );
  });

  it('leave what is small, or cannot be cut, to one thread', () => {
    assert.equal(cutsOf({ range: 100, work: 1000 }, { threads: 2 }), undefined);
    assert.equal(cutsOf({ range: 1, work: 1e9 }, { threads: 2 }), undefined);
    assert.equal(cutsOf({ range: 100, work: 1e9 }, { threads: 1 }), undefined);
    assert.deepEqual(cutsOf({ range: 9, work: 0 }, { threads: 2, leastWork: 0 }), [0, 5, 9]);
    assert.deepEqual(cutsOf({ range: 3, work: 9 }, { threads: 2, leastWork: 0 }), [0, 1, 2, 3]);
  });
});

describe('sharing', () => {
  it('is for programs whose kernels are large, in loops too, beside what is copied in and out', () => {
    assert.equal(isWorthSharing(wide(64), 4), false);
    assert.equal(isWorthSharing(wide(1024), 4), true);
    assert.equal(isWorthSharing(wide(1024), 1), false);
    assert.equal(isWorthSharing(lstm(16), 4), false);
    assert.equal(isWorthSharing(lstm(512), 4), true);
    const copy = { type: 'float32', shape: [4_000_000] } as const;
    const view = { tensor: 0, offset: 0, size: copy.shape, strides: [1] };
    const program: Program = {
      name: 'copy',
      tensors: [copy, copy],
      inputs: [{ name: 'x', tensor: 0 }],
      outputs: [{ name: 'y', tensor: 1 }],
      kernels: [{ kind: 'elementwise', output: 1, size: copy.shape, operands: [view], body: [] }],
    };
    assert.equal(isWorthSharing(program, 4), false);
  });

  it('cuts what is large in a loop, and has the rest in few calls', () => {
    const program = lstm(512);
    const plan = planMemory(program);
    const target = { relaxed: false, shared: true };
    const { steps, chain } = translateProgram(program, plan, { target, sharing: { threads: 2 } });
    const cut = callsOf(steps).filter(({ cuts }) => cuts !== undefined);
    assert.ok(cut.length > 0 && cut.length < callsOf(steps).length);
    const loop = chain.find(({ kind }) => kind === 'loop');
    assert.ok(loop?.kind === 'loop' && loop.body.some((link) => link.kind === 'call' && link.cuts !== undefined));
    assert.ok(loop.body.every((link) => link.kind === 'chain' || (link.kind === 'call' && link.cuts !== undefined)));
  });
});
