// Branches and loops as WebAssembly, against the interpreter: step by step and in as few calls as can be.
import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { numbersOf, type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { bytesOf } from '@edgewright/core/graph/wasm/backend/machine.js';
import { hostSteps } from '@edgewright/core/graph/wasm/backend/runs.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { prepare } from './execute.ts';
import { base } from './machine.ts';

const bool = (value: number): Tensor => tensorOf('bool', [], [value]);
const count = (value: number): Tensor => tensorOf('int64', [], [BigInt(value)]);
const vector = (...values: number[]): Tensor => tensorOf('float32', [values.length], values);

function compile(text: string) {
  const program = optimise(lowerGraph(parseGraph(text.replaceAll(/\n\s+/g, '\n'))).program!);
  const { run, translated } = prepare(program, base);
  assert.deepEqual(hostSteps(translated.steps), []);
  const start = instantiate(webAssembly!, program, translated);
  const chained = (inputs: readonly Tensor[]): readonly Tensor[] => {
    const made = start(inputs.map(({ data }) => bytesOf(data)));
    return program.outputs.map((_, at) => made(at));
  };
  return { program, run, chained, chain: translated.chain };
}

/** Each list of inputs one after another, so that what one leaves in memory is there for the next. */
function check(text: string, ...sets: readonly (readonly [inputs: readonly Tensor[], expected: readonly number[]])[]) {
  const { program, run, chained } = compile(text);
  for (const [inputs, expected] of [...sets, ...sets]) {
    const made = interpret(program, inputs);
    assert.deepEqual(made.flatMap(numbersOf), expected);
    assert.deepEqual(run(inputs), made);
    assert.deepEqual(chained(inputs), made);
  }
}

const branch = `graph "g" opset 17
  input c: bool[]
  input x: float32[3]
  constant three: float32[3] = data 3 3 3 shape
  k = Neg(x)
  y, z = If(c) {then_branch: graph; else_branch: graph}
    graph "yes"
    a = Add(x, k)
    output a
    output x
    end
    graph "no"
    constant two: float32[] = data 2 shape
    b = Mul(k, two)
    d = Add(b, three)
    output b
    output d
    end
  output y
  output z
`;

const loop = (inputs: string, call: string): string => `graph "g" opset 17
  ${inputs}
  constant limit: float32[] = data 50 shape
  y = ${call} {body: graph}
    graph "body"
    input i
    input c
    input s
    t = Add(s, x)
    sum = ReduceSum(t) {keepdims: int 0}
    going = Less(sum, limit)
    output going
    output t
    end
  output y
`;

describe('control as WebAssembly', () => {
  it('takes one of two branches', () => {
    check(
      branch,
      [
        [bool(1), vector(1, 2, 3)],
        [0, 0, 0, 1, 2, 3],
      ],
      [
        [bool(0), vector(1, 2, 3)],
        [-2, -4, -6, 1, -1, -3],
      ],
    );
  });

  it('runs as often as an input says, or until the condition fails', () => {
    check(
      loop('input n: int64[]\ninput g: bool[]\ninput x: float32[2]', 'Loop(n, g, x)'),
      [
        [count(3), bool(1), vector(1, 2)],
        [4, 8],
      ],
      [
        [count(100), bool(1), vector(1, 2)],
        [17, 34],
      ],
      [
        [count(0), bool(1), vector(1, 2)],
        [1, 2],
      ],
      [
        [count(5), bool(0), vector(1, 2)],
        [1, 2],
      ],
    );
  });

  it('runs until the condition fails, at most so often', () => {
    const text = loop('input x: float32[2]\nconstant n: int64[] = data 9 shape', 'Loop(n, _, x)');
    check(text, [[vector(1, 2)], [10, 20]], [[vector(10, 20)], [20, 40]]);
    assert.deepEqual(
      compile(text).chain.map(({ kind }) => kind),
      ['chain'],
    );
  });

  it('is done inside of one another', () => {
    const nested = `graph "g" opset 17
  input n: int64[]
  input x: float32[2]
  constant three: int64[] = data 3 shape
  y = Loop(n, _, x) {body: graph}
    graph "outer"
    input i
    input c
    input s
    constant one: int64[] = data 1 shape
    odd = Mod(i, two)
    is = Equal(odd, one)
    t = If(is) {then_branch: graph; else_branch: graph}
      graph "yes"
      a = Loop(three, _, s) {body: graph}
        graph "inner"
        input j
        input d
        input r
        u = Add(r, x)
        output d
        output u
        end
      output a
      end
      graph "no"
      b = Neg(s)
      output b
      end
    output c
    output t
    end
  output y
`.replace('constant three', 'constant two: int64[] = data 2 shape\n  constant three');
    check(
      nested,
      [
        [count(4), vector(1, 2)],
        [1, 2],
      ],
      [
        [count(3), vector(1, 2)],
        [-2, -4],
      ],
      [
        [count(0), vector(5, 6)],
        [5, 6],
      ],
    );
  });

  it('that does not end is an error', () => {
    const { chained } = compile(loop('input x: float32[2]', 'Loop(_, _, x)'));
    assert.throws(() => chained([vector(0, 0)]), { code: 'graph-endless' });
    assert.deepEqual(chained([vector(20, 20)]).flatMap(numbersOf), [40, 40]);
  });
});
