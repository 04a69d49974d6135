// Fused element-wise loops: a body of scalar functions over views, four elements at a time, with constants in registers.
import type { ElementType } from '../graph.ts';
import type { Step } from '../program/scalar.ts';
import { denseStrides, fuseAxes } from '../program/view.ts';
import { constant, type I32, i32, load, plus, select, shuffle32, times, type V128 } from './code.ts';
import { evaluate } from './formula.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered, type OperandView } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { at, bindQuad, gatherQuad, type Quad, splatQuad, storeQuad, widths } from './quad.ts';
import { unravel } from './unravel.ts';

export interface ElementwiseShape {
  readonly size: readonly number[];
  /** Over `size`; registers 0... */
  readonly operands: readonly OperandView[];
  readonly steps: readonly Step[];
  /** Row-major. */
  readonly output: ElementType;
}

/** Elements of a row that are a unit of work where there are few rows. */
const chunk = 4096;

/** The axes of the loops, and the strides of each operand over them: a stride of 1/2 or 1/4 repeats every element. */
function withoutRepeats(
  { size, strides: [, ...strides] }: ReturnType<typeof fuseAxes>,
  operands: readonly OperandView[],
): { readonly size: readonly number[]; readonly strides: readonly (readonly number[])[] } {
  if (size.length === 0) return { size: [1], strides: strides.map(() => [0]) };
  const count = size.at(-1)!;
  const isRepeat = (list: readonly number[], o: number): boolean =>
    list.at(-1) === 0 && list.at(-2) === 1 && widths[operands[o]!.type] === 4;
  const isOne = (list: readonly number[]): boolean => list.at(-2) === list.at(-1)! * count;
  const isShort = size.length > 1 && (count === 2 || count === 4);
  if (!isShort || !strides.every((list, o) => isRepeat(list, o) || isOne(list))) return { size, strides };
  return {
    size: [...size.slice(0, -2), size.at(-2)! * count],
    strides: strides.map((list, o) => [...list.slice(0, -2), isRepeat(list, o) ? 1 / count : list.at(-1)!]),
  };
}

/** Four elements, of which there are two or one in memory. */
function repeatQuad(address: I32, distance: number, stride: number): V128 {
  if (stride === 0.25) return load('v128.load32_splat', ...at(address, distance));
  const two = load('v128.load64_zero', ...at(address, distance));
  return shuffle32(two, two, [0, 0, 1, 1]);
}

/**
 * Pointers: `operand0`..., `output`. Range: rows, or pieces of rows. May run in place on an operand that is read at the
 * output's own index and has elements of the same width.
 */
export function emitElementwise(module: ModuleBuilder, name: string, shape: ElementwiseShape): Kernel {
  const { operands, steps, output } = shape;
  const dense = denseStrides(shape.size);
  const { size, strides } = withoutRepeats(
    fuseAxes(shape.size, [dense, ...operands.map(({ strides }) => strides)]),
    operands,
  );
  const { code, index, pointers, begin, end } = kernelFunction(module, name, operands.length + 1);
  const lanes: Lanes = { module, code, constants: 'hoisted' };
  const n = size.at(-1)!;
  const outer = size.slice(0, -1);
  const rows = outer.reduce((product, each) => product * each, 1);
  const pieces = rows >= 16 || n <= chunk ? 1 : ceilDiv(n, chunk);
  const target = pointers.at(-1)!;
  const wide = [output, ...operands.map(({ type }) => type)].some((type) => widths[type] === 8);
  const unroll = wide || steps.length > 12 ? 2 : 4;

  const piece = (row: I32, from: I32 | number, to: I32 | number): void => {
    const index = unravel(lanes, row, outer);
    const walks = operands.map(({ type, offset = 0 }, o) => {
      let address: I32 = plus(pointers[o]!, offset * widths[type]);
      index.forEach((each, axis) => {
        address = plus(address, times(each, strides[o]![axis]! * widths[type]));
      });
      const stride = strides[o]!.at(-1)! * widths[type];
      return code.let(from === 0 ? address : plus(address, times(from, stride)));
    });
    const out = code.let(plus(plus(target, times(row, n * widths[output])), times(from, widths[output])));
    const repeated: (Quad | undefined)[] = operands.map(({ type }, o) =>
      strides[o]!.at(-1) === 0 ? bindQuad(lanes, splatQuad(lanes, type, walks[o]!)) : undefined,
    );
    const quad = (place: number, count: number): void => {
      const registers = operands.map(({ type }, o): Quad => {
        const stride = strides[o]!.at(-1)!;
        const known = repeated[o];
        if (known !== undefined) return known;
        const distance = place * 4 * stride * widths[type];
        if (stride > 0 && stride < 1) return { type, parts: [repeatQuad(walks[o]!, distance, stride)] };
        return gatherQuad(lanes, type, walks[o]!, distance, stride, stride === 1 ? 4 : count);
      });
      const value = steps.length === 0 ? registers[0]! : evaluate(lanes, steps, registers);
      storeQuad(lanes, { type: output, parts: value.parts }, out, place * 4 * widths[output], count);
    };
    const advance = (elements: number): void => {
      operands.forEach(({ type }, o) => {
        code.advance(walks[o]!, elements * strides[o]!.at(-1)! * widths[type]);
      });
      code.advance(out, elements * widths[output]);
    };
    const quads = (count: number): void => {
      for (let at = 0; at < count; at++) quad(at, 4);
      advance(count * 4);
    };
    if (typeof to === 'number') {
      const all = Math.floor(n / 4);
      code.repeat(Math.floor(all / unroll), () => quads(unroll));
      if (all % unroll > 0) quads(all % unroll);
      if (n % 4 > 0) quad(0, n % 4);
      return;
    }
    const whole = code.let(i32.shr_u(i32.sub(to, typeof from === 'number' ? constant('i32', from) : from), 2));
    const turns = code.let(i32.div_u(whole, unroll));
    code.for(0, turns, 1, () => quads(unroll));
    code.for(times(turns, unroll), whole, 1, () => quads(1));
    if (n % 4 > 0) code.if(i32.eq(to, n), () => quad(0, n % 4));
  };

  if (rows > 0 && n > 0)
    code.for(begin, end, 1, (unit) => {
      if (pieces === 1) {
        piece(unit, 0, n);
        return;
      }
      const row = rows === 1 ? constant('i32', 0) : code.let(i32.div_u(unit, pieces));
      const from = code.let(times(rows === 1 ? unit : i32.sub(unit, times(row, pieces)), chunk));
      const last = code.let(plus(from, chunk));
      piece(row, from, code.let(select(last, constant('i32', n), i32.lt_s(last, n))));
    });
  return {
    index,
    pointers: [...numbered('operand', operands.length), 'output'],
    range: n === 0 ? 0 : rows * pieces,
    scratch: 0,
  };
}
