// One row times a packed float32 matrix. Larger than the caches, it runs at the speed at which memory delivers, which is
// highest where the matrix is read from its first byte to its last: so its panels are wider than those of tiles.
import type { Copy } from '../copy.ts';
import type { ElementType } from '../graph.ts';
import { f32x4, type I32, i32, load, plus, times } from './code.ts';
import { type Epilogue, finishTile, noEpilogue, place } from './epilogue.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered } from './kernel.ts';
import { type Lanes, madd } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { panelCopies } from './pack.ts';
import { at } from './quad.ts';
import { openTile, panelWidth } from './tile.ts';

export interface GemvShape {
  readonly n: number;
  readonly k: number;
  /** Elements between elements of the row. */
  readonly step: number;
  readonly output: ElementType;
  /** Operands over [n]. */
  readonly epilogue?: Epilogue;
}

/** Columns of a panel: eight sums, which is what two units of four cycles each keep busy. */
const widest = 32;

/** What packs B[k][n] for this kernel, into memory of zeros of `packedSize(k, n)` elements. Strides in elements. */
export function gemvCopies(
  k: number,
  n: number,
  { offset, strides }: { readonly offset: number; readonly strides: { readonly k: number; readonly n: number } },
): readonly Copy[] {
  return panelCopies(offset, [], [{ size: k, stride: strides.k }], { size: n, stride: strides.n }, widest);
}

/** Pointers: `a`, `b` (packed by `gemvCopies`), `output`, `operand0`... Range: panels. */
export function emitGemv(module: ModuleBuilder, name: string, shape: GemvShape): Kernel {
  const { n, k, step, output, epilogue = noEpilogue } = shape;
  const operandNames = numbered('operand', epilogue.operands.length);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 3 + operandNames.length);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const [a, b, target] = [pointers[0]!, pointers[1]!, pointers[2]!];
  const whole = Math.floor(n / widest);
  const tail = n % widest;
  // Of all panels alike, so that equal columns give equal results wherever they are.
  const sets = Math.max(1, Math.floor(8 / ceilDiv(Math.min(n || 1, widest), 4)));

  const panel = (which: I32, width: number): void => {
    const row = ceilDiv(width, panelWidth) * panelWidth;
    const vectors = row / 4;
    const sums = Array.from({ length: sets }, () => openTile(lanes, 1, vectors)[0]!);
    const [x, walk] = [code.let(a), code.let(plus(b, times(which, widest * k * 4)))];
    const steps = (turns: number): void => {
      for (let turn = 0; turn < turns; turn++) {
        const spread = code.let(load('v128.load32_splat', ...at(x, turn * step * 4)));
        sums[turn % sets]!.forEach((sum, v) => {
          code.set(sum, madd(lanes, spread, load('v128.load', walk, (turn * row + v * 4) * 4), sum));
        });
      }
      code.advance(x, turns * step * 4);
      code.advance(walk, turns * row * 4);
    };
    code.repeat(Math.floor(k / unroll), () => steps(unroll));
    if (k % unroll > 0) steps(k % unroll);
    for (const other of sums.slice(1))
      sums[0]!.forEach((sum, v) => {
        code.set(sum, f32x4.add(sum, other[v]!));
      });
    const column = code.let(times(which, widest));
    const placed = epilogue.operands.map((operand, o) => ({
      ...place(lanes, operand, pointers[3 + o]!, [column]),
      strides: [0, operand.strides[0]!],
    }));
    const to = { ...place(lanes, { type: output, strides: [1] }, target, [column]), strides: [0, 1] };
    finishTile(lanes, epilogue, [sums[0]!], placed, to, width);
  };

  code.for(begin, end, 1, (which) => {
    if (tail === 0) panel(which, widest);
    else if (whole === 0) panel(which, tail);
    else
      code.if(
        i32.lt_s(which, whole),
        () => panel(which, widest),
        () => panel(which, tail),
      );
  });
  const range = whole + (tail > 0 ? 1 : 0);
  return { index, pointers: ['a', 'b', 'output', ...operandNames], range, scratch: 0 };
}

/** Steps of k that one turn of the loop does. */
const unroll = 4;
