// Writes at indices that are read when the code runs, into a copy of the data. Several updates may meet the same element, and
// they count in order: one worker does all. Axes that no index depends on are written as a block.
import type { ElementType } from '../graph.ts';
import { fuseAxes } from '../program/view.ts';
import { type I32, i32, memory, plus, times } from './code.ts';
import { elementsOf } from './element.ts';
import { type GatherIndex, indexAt } from './gather.ts';
import { type Kernel, kernelFunction, numbered } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { widths } from './quad.ts';
import { copyRun } from './raster.ts';
import { addressAt, unravel } from './unravel.ts';

export interface ScatterShape {
  readonly type: ElementType;
  /** Elements of the data. */
  readonly total: number;
  /** Of the updates. */
  readonly size: readonly number[];
  readonly updates: { readonly offset: number; readonly strides: readonly number[] };
  readonly target: { readonly offset: number; readonly strides: readonly number[] };
  /** `step` in elements of the data. */
  readonly indices: readonly GatherIndex[];
  readonly reduction: 'none' | 'add' | 'mul' | 'max' | 'min';
}

/** Pointers: `data`, `updates`, `index0`..., `output`. Range: 1. */
export function emitScatter(module: ModuleBuilder, name: string, shape: ScatterShape): Kernel {
  const { type, total, size, updates, target, indices, reduction } = shape;
  const width = widths[type];
  const elements = reduction === 'none' ? undefined : elementsOf(type);
  if (reduction !== 'none' && elements === undefined) throw new Error(`no code for ${reduction} of ${type}`);
  const { code, index, pointers, begin, end } = kernelFunction(module, name, indices.length + 3);
  const lanes: Lanes = { module, code, constants: 'in place' };
  const output = pointers.at(-1)!;
  let axes = size.length;
  while (axes > 0 && indices.every(({ strides }) => strides[axes - 1] === 0)) axes--;
  const outer = size.slice(0, axes);
  const inner = fuseAxes(size.slice(axes), [updates.strides.slice(axes), target.strides.slice(axes)]);
  const count = outer.reduce((product, each) => product * each, 1);
  const write = (axis: number, from: I32, to: I32): void => {
    const [fromStep, toStep] = [inner.strides[0]![axis], inner.strides[1]![axis]];
    if (axis === inner.size.length || (elements === undefined && isLast(axis) && fromStep === 1 && toStep === 1)) {
      if (elements === undefined) {
        copyRun(lanes, to, from, (inner.size[axis] ?? 1) * width);
        return;
      }
      const [old, value] = [code.let(elements.load(to)), code.let(elements.load(from))];
      code.do(elements.store(to, elements[reduction as 'add'](old, value)));
      return;
    }
    const [f, t] = [code.let(from), code.let(to)];
    code.repeat(inner.size[axis]!, () => {
      write(axis + 1, f, t);
      code.advance(f, fromStep! * width);
      code.advance(t, toStep! * width);
    });
  };
  const isLast = (axis: number): boolean => axis === inner.size.length - 1;
  code.if(i32.lt_s(begin, end), () => {
    code.do(memory.copy(output, pointers[0]!, total * width));
    if (inner.size.includes(0)) return;
    code.for(0, count, 1, (which) => {
      const at = unravel(lanes, which, outer);
      const to = indices.reduce(
        (sum, each, i) => plus(sum, times(indexAt(lanes, each, pointers[2 + i]!, at), each.step * width)),
        addressAt(output, target, at, width),
      );
      write(0, code.let(addressAt(pointers[1]!, updates, at, width)), code.let(to));
    });
  });
  return {
    index,
    pointers: ['data', 'updates', ...numbered('index', indices.length), 'output'],
    range: total === 0 ? 0 : 1,
    scratch: 0,
  };
}
