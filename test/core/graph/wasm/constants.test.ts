// How a constant is kept does not change what is computed from it.
import assert from 'node:assert/strict';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { materialise } from '@edgewright/core/graph/program/content.js';
import type { Content, Program, ProgramTensor } from '@edgewright/core/graph/program/program.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { families } from '@edgewright/core/models/families.js';
import { seededRandom } from '@edgewright/core/random.js';
import fc from 'fast-check';
import { type GeneratedName, smallParameters } from '../../models/arbitrary.ts';
import { randomTensor } from '../fuzz.ts';
import { prepare } from './execute.ts';
import { base } from './machine.ts';

describe('constants', () => {
  it('give the same as bytes at any address', () => {
    for (const name of Object.keys(smallParameters) as GeneratedName[]) {
      const [parameters] = fc.sample(smallParameters[name] as (typeof smallParameters)['fc'], { seed: 3, numRuns: 1 });
      const graph = families[name].build(parameters!, 'float32', 1);
      const program = optimise(lowerGraph(graph).program!);
      const expected = outputsOf(program);
      for (const skipped of [1, 2]) {
        const kept = (content: Content, { type, shape }: ProgramTensor): Content => {
          const { buffer, byteOffset, byteLength } = materialise(type, shape, content).data;
          const bytes = new Uint8Array(byteLength + skipped);
          bytes.set(new Uint8Array(buffer, byteOffset, byteLength), skipped);
          return { kind: 'bytes', bytes: bytes.subarray(skipped) };
        };
        assert.deepEqual(outputsOf(withConstants(program, kept)), expected, name);
      }
    }
  });

  it('of one value give the same as their elements', () => {
    const ops: readonly string[] = [
      'input x: float32[1,3,9,9]\nconstant s: int64[4] = data 5 3 3 3 shape\ny = Conv(x, w)',
      'input x: float32[1,3,9,9]\nconstant s: int64[4] = data 5 3 3 3 shape\ny = Conv(x, w) {strides: ints [2 2]}',
      'input x: float32[1,4,9,9]\nconstant s: int64[4] = data 4 1 3 3 shape\ny = Conv(x, w) {group: int 4}',
      'input x: float32[7,12]\nconstant s: int64[2] = data 12 10 shape\ny = MatMul(x, w)',
      'input x: float32[2,7,12]\nconstant s: int64[3] = data 2 12 10 shape\ny = MatMul(x, w)',
      'input x: float32[7,12]\nconstant s: int64[2] = data 7 12 shape\ny = Mul(x, w)',
      'input x: float16[7,12]\nconstant s: int64[2] = data 12 10 shape\ny = MatMul(x, w)',
    ];
    for (const lines of ops) {
      const type = lines.includes('float16') ? 'float16' : 'float32';
      const text = lines.replace('\ny', `\nw = ConstantOfShape(s) {value: tensor ${type}[1] data 0.375}\noutput y\ny`);
      const [made, ...rest] = text.split('\noutput y');
      const program = optimise(lowerGraph(parseGraph(`graph "g" opset 20\n${made}${rest}\noutput y\n`)).program!);
      const filled = withConstants(program, (content, { type, shape }) => {
        const [first] = materialise(type, shape, content).data;
        return type.startsWith('float') ? { kind: 'fill', value: type === 'float16' ? 0.375 : first! } : content;
      });
      assert.ok(filled.tensors.some(({ constant }) => constant?.kind === 'fill'));
      assert.deepEqual(outputsOf(filled), outputsOf(program), lines);
    }
  });
});

function withConstants(program: Program, map: (content: Content, tensor: ProgramTensor) => Content): Program {
  const tensors = program.tensors.map((tensor) =>
    tensor.constant === undefined ? tensor : { ...tensor, constant: map(tensor.constant, tensor) },
  );
  return { ...program, tensors };
}

function outputsOf(program: Program) {
  const random = seededRandom(1);
  const inputs = program.inputs.map(({ tensor }) => {
    const { type, shape } = program.tensors[tensor]!;
    // 0 is an id in every table.
    return type.startsWith('float')
      ? randomTensor(random, shape, type)
      : materialise(type, shape, { kind: 'fill', value: 0n });
  });
  return prepare(program, base).run(inputs);
}
