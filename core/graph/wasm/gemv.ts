// One row times a packed float32 matrix. Larger than the caches, it runs at the speed at which memory delivers, and that is
// higher for a few streams side by side than for one: so several panels are read at once.
import type { ElementType } from '../graph.ts';
import { constant, f32x4, type I32, i32, load, plus, times } from './code.ts';
import { type Epilogue, finishTile, noEpilogue, place } from './epilogue.ts';
import { ceilDiv, type Kernel, kernelFunction, numbered } from './kernel.ts';
import { type Lanes, madd } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
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

export interface GemvTuning {
  /** Panels that are read side by side: 1, 2 or 4. */
  readonly streams: number;
}

export const gemvTuning: GemvTuning = { streams: 4 };

/** Pointers: `a`, `b` (packed), `output`, `operand0`... Range: groups of panels. */
export function emitGemv(module: ModuleBuilder, name: string, shape: GemvShape, { streams }: GemvTuning): Kernel {
  const { n, k, step, output, epilogue = noEpilogue } = shape;
  const operandNames = numbered('operand', epilogue.operands.length);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, 3 + operandNames.length);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const panels = ceilDiv(n, panelWidth);
  const panelBytes = k * panelWidth * 4;
  const [a, b, target] = [pointers[0]!, pointers[1]!, pointers[2]!];

  // Of all groups alike, so that equal columns give equal results wherever they are.
  const sets = Math.max(1, Math.floor(4 / streams));

  const group = (first: I32, count: number, width: number): void => {
    const sums = Array.from({ length: sets }, () => openTile(lanes, count, 2));
    const [x, walk] = [code.let(a), code.let(plus(b, times(first, panelBytes)))];
    const steps = (turns: number): void => {
      for (let turn = 0; turn < turns; turn++) {
        const spread = code.let(load('v128.load32_splat', x, turn * step * 4));
        for (let stream = 0; stream < count; stream++)
          for (let v = 0; v < 2; v++) {
            const vector = load('v128.load', walk, stream * panelBytes + turn * panelWidth * 4 + v * 16);
            const sum = sums[turn % sets]![stream]![v]!;
            code.set(sum, madd(lanes, spread, vector, sum));
          }
      }
      code.advance(x, turns * step * 4);
      code.advance(walk, turns * panelWidth * 4);
    };
    code.repeat(Math.floor(k / 4), () => steps(4));
    if (k % 4 > 0) steps(k % 4);
    for (const other of sums.slice(1))
      for (let stream = 0; stream < count; stream++)
        for (let v = 0; v < 2; v++) {
          const sum = sums[0]![stream]![v]!;
          code.set(sum, f32x4.add(sum, other[stream]![v]!));
        }
    for (let stream = 0; stream < count; stream++) {
      const column = code.let(times(plus(first, stream), panelWidth));
      const placed = epilogue.operands.map((operand, o) => ({
        ...place(lanes, operand, pointers[3 + o]!, [column]),
        strides: [0, operand.strides[0]!],
      }));
      const to = { ...place(lanes, { type: output, strides: [1] }, target, [column]), strides: [0, 1] };
      finishTile(lanes, epilogue, [sums[0]![stream]!], placed, to, stream === count - 1 ? width : panelWidth);
    }
  };

  const groups = ceilDiv(panels, streams);
  const lastCount = panels - (groups - 1) * streams;
  const lastWidth = n - (panels - 1) * panelWidth;
  const even = lastCount === streams && lastWidth === panelWidth;
  if (n > 0)
    code.for(begin, end, 1, (which) => {
      const first = code.let(times(which, streams));
      if (even) group(first, streams, panelWidth);
      else if (groups === 1) group(constant('i32', 0), lastCount, lastWidth);
      else
        code.if(
          i32.lt_s(which, groups - 1),
          () => group(first, streams, panelWidth),
          () => group(first, lastCount, lastWidth),
        );
    });
  return { index, pointers: ['a', 'b', 'output', ...operandNames], range: n === 0 ? 0 : groups, scratch: 0 };
}
