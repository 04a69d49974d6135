// Fused element-wise loops: a body of scalar functions over views, four elements at a time, with constants in registers.
import type { ElementType } from '../graph.ts';
import type { Step } from '../program/scalar.ts';
import { denseStrides, fuseAxes } from '../program/view.ts';
import { constant, type I32, i32, plus, select, times } from './code.ts';
import { evaluate } from './formula.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered, type OperandView } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { bindQuad, gatherQuad, type Quad, splatQuad, storeQuad, widths } from './quad.ts';
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

/**
 * Pointers: `operand0`..., `output`. Range: rows, or pieces of rows. May run in place on an operand that is read at the
 * output's own index and has elements of the same width.
 */
export function emitElementwise(module: ModuleBuilder, name: string, shape: ElementwiseShape): Kernel {
  const { operands, steps, output } = shape;
  const dense = denseStrides(shape.size);
  const fused = fuseAxes(shape.size, [dense, ...operands.map(({ strides }) => strides)]);
  const size = fused.size.length === 0 ? [1] : fused.size;
  const strides = fused.strides.slice(1).map((list) => (list.length === 0 ? [0] : list));
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
    const quad = (at: number, count: number): void => {
      const registers = operands.map(({ type }, o): Quad => {
        const stride = strides[o]!.at(-1)!;
        const known = repeated[o];
        if (known !== undefined) return known;
        const distance = at * 4 * stride * widths[type];
        return gatherQuad(lanes, type, walks[o]!, distance, stride, stride === 1 ? 4 : count);
      });
      const value = steps.length === 0 ? registers[0]! : evaluate(lanes, steps, registers);
      storeQuad(lanes, { type: output, parts: value.parts }, out, at * 4 * widths[output], count);
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
