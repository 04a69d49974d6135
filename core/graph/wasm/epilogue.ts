// What a kernel does with its result before it stores it, and where: steps over the result and other operands, four
// neighbours along the last axis at a time.
import type { ElementType } from '../graph.ts';
import type { Step } from '../program/scalar.ts';
import { type I32, plus, shuffle32, storeLane, times, type V128 } from './code.ts';
import { evaluate } from './formula.ts';
import type { OperandView } from './kernel.ts';
import { bind, type Lanes } from './lanes.ts';
import { transpose4 } from './pack.ts';
import { at, gatherQuad, type Quad, scatterQuad, splatQuad, storeQuad, widths } from './quad.ts';

/** Register 0 is the result, then come the operands, then the steps; the last register is stored. */
export interface Epilogue {
  readonly operands: readonly OperandView[];
  readonly steps: readonly Step[];
}

export const noEpilogue: Epilogue = { operands: [], steps: [] };

/** An operand or output at a place that code has computed; the rest of the way is constant. */
export interface Placed {
  readonly type: ElementType;
  readonly address: I32;
  /** Elements from the address. */
  readonly distance?: number;
  /** Elements along each axis that kernels unroll. */
  readonly strides: readonly number[];
}

/** The operand at `offset + sum of index * strides`. Axes without an index are left to `Placed.strides`. */
export function place(
  lanes: Lanes,
  { type, offset = 0, strides }: OperandView,
  pointer: I32,
  index: readonly (I32 | number)[],
): Placed {
  const width = widths[type];
  let address: I32 = plus(pointer, offset * width);
  strides.forEach((stride, axis) => {
    const value = index[axis];
    if (value !== undefined && value !== 0 && stride !== 0) address = plus(address, times(value, stride * width));
  });
  return { type, address: bind(lanes, address), strides };
}

/**
 * Finishes a tile: `sums[r][v]` are elements [r, 4 v ...] of the last two axes. Where the output's rows are the neighbours
 * (its channels lie in planes) blocks of four by four are turned before they are stored.
 * @param width Columns of the tile that exist.
 * @param type Of the sums: float32 or int32.
 */
export function finishTile(
  lanes: Lanes,
  epilogue: Epilogue,
  sums: readonly (readonly V128[])[],
  operands: readonly Placed[],
  output: Placed,
  width: number,
  type: ElementType = 'float32',
): void {
  const turned = output.strides[0] === 1 && output.strides[1] !== 1 && output.type === 'float32';
  const registers = (r: number, v: number): Quad => {
    const count = Math.min(4, width - 4 * v);
    const result: Quad = { type, parts: [sums[r]![v]!] };
    if (epilogue.steps.length === 0) return result;
    const values = operands.map((operand) => {
      const distance = distanceOf(operand, [r, v * 4]);
      const stride = operand.strides.at(-1)!;
      if (count === 1) return splatQuad(lanes, operand.type, operand.address, distance);
      return gatherQuad(lanes, operand.type, operand.address, distance, stride, stride === 1 ? 4 : count);
    });
    return evaluate(lanes, epilogue.steps, [result, ...values]);
  };
  for (let v = 0; v * 4 < width; v++) {
    const count = Math.min(4, width - 4 * v);
    const quads = turned ? Math.floor(sums.length / 4) : 0;
    for (let quad = 0; quad < quads; quad++) {
      const rows = [0, 1, 2, 3].map((r) => bind(lanes, registers(quad * 4 + r, v).parts[0]!));
      transpose4(lanes, rows)
        .slice(0, count)
        .forEach((column, lane) => {
          storeQuad(lanes, floatQuad(column), output.address, distanceOf(output, [quad * 4, v * 4 + lane]));
        });
    }
    let rest = quads * 4;
    if (turned && sums.length - rest >= 2) {
      const [a, b] = [0, 1].map((r) => bind(lanes, registers(rest + r, v).parts[0]!)) as [V128, V128];
      const pairs = [bind(lanes, shuffle32(a, b, [0, 4, 1, 5])), bind(lanes, shuffle32(a, b, [2, 6, 3, 7]))];
      for (let column = 0; column < count; column++) {
        const [address, offset] = at(output.address, distanceOf(output, [rest, v * 4 + column]));
        lanes.code.do(storeLane('v128.store64_lane', address, pairs[column >> 1]!, column & 1, offset));
      }
      rest += 2;
    }
    for (let r = rest; r < sums.length; r++) {
      const { parts } = registers(r, v);
      const distance = distanceOf(output, [r, v * 4]);
      scatterQuad(lanes, { type: output.type, parts }, output.address, distance, output.strides[1]!, count);
    }
  }
}

export function floatQuad(value: V128): Quad {
  return { type: 'float32', parts: [value] };
}

function distanceOf({ type, distance = 0, strides }: Placed, index: readonly number[]): number {
  return index.reduce((sum, step, axis) => sum + step * strides[axis]!, distance) * widths[type];
}
