import assert from 'node:assert/strict';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { candidatesOf } from '@edgewright/core/graph/wasm/backend/candidates.js';
import { plainChoices } from '@edgewright/core/graph/wasm/backend/plain.js';
import { families } from '@edgewright/core/models/families.js';

describe('plain algorithms', () => {
  it('have no transform where the rules have one, and are candidates of the kernel', () => {
    const parameters = { block: 'residual', blocks: [1], filters: 32, image: 64, channels: 3, output: 10, batch: 1 };
    const program = optimise(lowerGraph(families.cnn.build(parameters as never, 'float32', 1)).program!);
    const choices = plainChoices(program);
    const transformed = program.kernels.filter((kernel) => candidatesOf(program, kernel)[0]?.algorithm === 'winograd');
    assert.ok(transformed.length > 0);
    for (const kernel of transformed) assert.equal(choices.get(kernel)?.algorithm, 'direct');
    for (const [kernel, choice] of choices)
      assert.ok(candidatesOf(program, kernel).some(({ algorithm }) => algorithm === choice.algorithm));
  });
});
