// Fused element-wise kernels against the meaning of scalar functions, over types, broadcasts and strides.

import type { ElementType } from '@edgewright/core/graph/graph.js';
import { evaluatorOf } from '@edgewright/core/graph/interpret/scalars.js';
import { type ScalarName, type Step, scalarFunctions } from '@edgewright/core/graph/program/scalar.js';
import { allocate, readerOf, type Scalar, writerOf } from '@edgewright/core/graph/tensor.js';
import { emitElementwise } from '@edgewright/core/graph/wasm/elementwise.js';
import { isVectorised } from '@edgewright/core/graph/wasm/formula.js';
import * as fc from 'fast-check';
import { base, cut, Machine, noise } from './machine.ts';

const types = [
  ...(['float32', 'float16', 'bfloat16', 'float64', 'int64', 'uint64', 'int32', 'uint32'] as const),
  ...(['int16', 'uint16', 'int8', 'uint8', 'bool'] as const),
];
const names = (Object.keys(scalarFunctions) as ScalarName[]).filter((name) => name !== 'constant');

describe('element-wise', () => {
  for (const type of types)
    it(`functions of ${type} mean what scalar.ts says`, () => {
      for (const fn of names)
        for (const result of fn === 'cast' || fn === 'bitcast' ? types : [resultOf(fn, type)]) {
          const count = scalarFunctions[fn].arguments;
          const step: Step = { fn, type: result, arguments: [0, 1, 2].slice(0, count) };
          const operands: ElementType[] = fn === 'select' ? ['bool', type, type] : new Array(count).fill(type);
          if (!isVectorised(step, operands.at(-1)!)) continue;
          checkStep(step, operands);
        }
    });

  it('reads any view and stores any type', () => {
    const views = fc.record({
      size: fc.array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.constantFrom(33, 64)), { maxLength: 3 }),
      kinds: fc.array(fc.constantFrom('dense', 'row', 'column', 'turned', 'reversed', 'scalar'), {
        minLength: 2,
        maxLength: 3,
      }),
      type: fc.constantFrom(...types),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(views, ({ size, kinds, type, part }) => {
        const count = size.reduce((product, each) => product * each, 1);
        if (count > 20_000) return;
        const operands = kinds.map((kind) => ({ type, ...viewOf(kind, size) }));
        const fn = type === 'bool' ? 'xor' : 'add';
        const steps = kinds.slice(1).map((_, at): Step => {
          const left = at === 0 ? 0 : kinds.length + at - 1;
          return { fn, type, arguments: [left, at + 1] };
        });
        const machine = new Machine(base);
        const kernel = emitElementwise(machine.module, 'elementwise', { size, operands, steps, output: type });
        const data = kinds.map((_, at) => filled(type, count + 1, at));
        const output = allocate(type, count);
        const target = machine.reserve(output.byteLength);
        cut(machine, kernel, [...data.map((each) => machine.put(each as Float32Array)), target], part);
        new Uint8Array(output.buffer).set(machine.bytes(target, output.byteLength));
        const read = data.map((each) => readerOf(type, each));
        const evaluators = steps.map((step) => evaluatorOf(step, () => type));
        let position = 0;
        visit(size, (index) => {
          const registers: Scalar[] = operands.map(({ offset, strides }, o) =>
            read[o]!(index.reduce((sum, each, axis) => sum + each * strides[axis]!, offset)),
          );
          for (const each of evaluators) registers.push(each(registers));
          compare(readerOf(type, output)(position++), registers.at(-1)!, `${type} ${kinds} ${size} at ${index}`);
        });
      }),
      { numRuns: 300 },
    );
  });
});

function checkStep(step: Step, operands: readonly ElementType[]): void {
  const count = 203;
  const machine = new Machine(base);
  const kernel = emitElementwise(machine.module, 'step', {
    size: [count],
    operands: operands.map((type) => ({ type, strides: [1] })),
    steps: [step],
    output: step.type,
  });
  const data = operands.map((type, at) => filled(type, count, at + (step.fn === 'pow' ? 5 : 0)));
  const output = allocate(step.type, count);
  const target = machine.reserve(output.byteLength);
  machine.run(kernel, [...data.map((each) => machine.put(each as Float32Array)), target]);
  new Uint8Array(output.buffer).set(machine.bytes(target, output.byteLength));
  const read = operands.map((type, at) => readerOf(type, data[at]!));
  const evaluate = evaluatorOf(step, (register) => operands[register]!);
  for (let at = 0; at < count; at++) {
    const registers = read.map((each) => each(at));
    // Outside of the range a cast is undefined.
    if (step.fn === 'cast' && !isFloatName(step.type) && isFloatName(operands[0]!)) {
      const value = Number(registers[0]);
      if (!(Math.abs(value) < 100) || (value < 0 && step.type.startsWith('uint'))) continue;
    }
    compare(
      readerOf(step.type, output)(at),
      evaluate(registers),
      `${step.fn} of ${operands} to ${step.type}: ${registers}`,
    );
  }
}

function compare(actual: Scalar, expected: Scalar, what: string): void {
  if (Object.is(actual, expected) || actual === expected) return;
  const [a, b] = [Number(actual), Number(expected)];
  // float16 results may be rounded twice.
  const tolerance = 2e-3 * Math.abs(b) + 1e-6;
  const rounded = /float16/.test(what) ? tolerance * (what.includes('bfloat16') ? 8 : 1) : 2e-6 * Math.abs(b) + 1e-37;
  if (typeof expected === 'number' && /float/.test(what) && Math.abs(a - b) <= rounded) return;
  throw new Error(`${what} is ${actual}, expected ${expected}`);
}

function resultOf(fn: ScalarName, type: ElementType): ElementType {
  return scalarFunctions[fn].result === 'bool' ? 'bool' : type;
}

function isFloatName(type: ElementType): boolean {
  return type.includes('float');
}

/** Small values of both signs, repeated, and for floats fractions; equal ones occur. */
function filled(type: ElementType, count: number, seed: number): ReturnType<typeof allocate> {
  const data = allocate(type, count);
  const write = writerOf(type, data);
  const random = noise(count, seed + 1);
  for (let at = 0; at < count; at++) {
    const value = random[at]!;
    if (type === 'bool') write(at, value > 0 ? 1 : 0);
    else if (type === 'int64' || type === 'uint64')
      write(at, BigInt.asUintN(type === 'uint64' ? 63 : 64, BigInt(Math.round(value * 9))) as never);
    else if (isFloatName(type)) write(at, at % 7 === 0 ? Math.round(value * 3) : value * 4);
    else write(at, Math.round(type.startsWith('u') ? Math.abs(value * 9) : value * 9));
  }
  return data;
}

function viewOf(kind: string, size: readonly number[]): { offset: number; strides: number[] } {
  const dense = size.map((_, axis) => size.slice(axis + 1).reduce((product, each) => product * each, 1));
  const last = size.length - 1;
  if (kind === 'scalar') return { offset: 1, strides: size.map(() => 0) };
  if (kind === 'row') return { offset: 0, strides: dense.map((stride, axis) => (axis === last ? stride : 0)) };
  if (kind === 'column')
    return {
      offset: 0,
      strides: dense.map((stride, axis) => (axis === last ? 0 : Math.round(stride / Math.max(1, size[last]!)))),
    };
  if (kind === 'turned') {
    const strides = size.map((_, axis) => size.slice(0, axis).reduce((product, each) => product * each, 1));
    return { offset: 0, strides };
  }
  if (kind === 'reversed')
    return {
      offset: dense.reduce((sum, stride, axis) => sum + stride * Math.max(0, size[axis]! - 1), 0),
      strides: dense.map((stride) => -stride),
    };
  return { offset: 0, strides: dense };
}

function visit(size: readonly number[], each: (index: readonly number[]) => void, index: number[] = []): void {
  if (index.length === size.length) {
    each(index);
    return;
  }
  for (let at = 0; at < size[index.length]!; at++) visit(size, each, [...index, at]);
}
