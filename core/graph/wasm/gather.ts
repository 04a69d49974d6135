// Copies at indices that are read when the code runs. Axes that no index depends on are copied as a block.
import { fuseAxes } from '../program/view.ts';
import { type I32, type I64, i32, i64, load, plus, select, times } from './code.ts';
import { type Kernel, kernelFunction, numbered } from './kernel.ts';
import type { Lanes } from './lanes.ts';
import type { ModuleBuilder } from './module.ts';
import { copyRun } from './raster.ts';
import { addressAt, unravel } from './unravel.ts';

export interface GatherIndex {
  readonly type: 'int32' | 'int64';
  /** Of the indices, over `size`. */
  readonly offset: number;
  readonly strides: readonly number[];
  /** Elements of the source that an index of 1 moves. */
  readonly step: number;
  /** Indices lie in [-extent, extent); others are taken to the nearest that is inside, so that nothing else is read. */
  readonly extent: number;
}

export interface GatherShape {
  /** Bytes of an element. */
  readonly width: 1 | 2 | 4 | 8;
  /** Of the output, row-major. */
  readonly size: readonly number[];
  readonly source: { readonly offset: number; readonly strides: readonly number[] };
  readonly indices: readonly GatherIndex[];
}

/** Pointers: `source`, `index0`..., `output`. Range: blocks. */
export function emitGather(module: ModuleBuilder, name: string, { width, size, source, indices }: GatherShape): Kernel {
  const { code, index, pointers, begin, end } = kernelFunction(module, name, indices.length + 2);
  const lanes: Lanes = { module, code, constants: 'in place' };
  // Trailing axes on which nothing depends.
  let axes = size.length;
  while (axes > 0 && indices.every(({ strides }) => strides[axes - 1] === 0)) axes--;
  const outer = size.slice(0, axes);
  const inner = fuseAxes(size.slice(axes), [source.strides.slice(axes)]);
  const count = outer.reduce((product, each) => product * each, 1);
  const elements = size.slice(axes).reduce((product, each) => product * each, 1);
  const copy = (axis: number, from: I32, to: I32, fused: readonly number[], strides: readonly number[]): void => {
    if (axis === fused.length || (axis === fused.length - 1 && strides[axis] === 1)) {
      copyRun(lanes, to, from, (axis === fused.length ? 1 : fused[axis]!) * width);
      return;
    }
    const [s, t] = [code.let(from), code.let(to)];
    const step = fused.slice(axis + 1).reduce((product, each) => product * each, width);
    code.repeat(fused[axis]!, () => {
      copy(axis + 1, s, t, fused, strides);
      code.advance(s, strides[axis]! * width);
      code.advance(t, step);
    });
  };
  if (count * elements > 0)
    code.for(begin, end, 1, (which) => {
      const at = unravel(lanes, which, outer);
      let from = addressAt(pointers[0]!, source, at, width);
      indices.forEach((each, i) => {
        from = plus(from, times(indexAt(lanes, each, pointers[1 + i]!, at), each.step * width));
      });
      copy(
        0,
        code.let(from),
        code.let(plus(pointers.at(-1)!, times(which, elements * width))),
        inner.size,
        inner.strides[0]!,
      );
    });
  return {
    index,
    pointers: ['source', ...numbered('index', indices.length), 'output'],
    range: elements === 0 ? 0 : count,
    scratch: 0,
  };
}

/** The index at a place of the index space, counted from the begin and inside of its extent. */
export function indexAt({ code }: Lanes, index: GatherIndex, pointer: I32, at: readonly I32[]): I32 {
  const { type, extent } = index;
  const address = addressAt(pointer, index, at, type === 'int64' ? 8 : 4);
  const raw = code.let(type === 'int64' ? narrow(code.let(load('i64.load', address))) : load('i32.load', address));
  const wrapped = code.let(select(i32.add(raw, extent), raw, i32.lt_s(raw, 0)));
  const low = code.let(select(wrapped, { kind: 'constant', type: 'i32', value: 0 }, i32.gt_s(wrapped, 0)));
  return code.let(select(low, { kind: 'constant', type: 'i32', value: extent - 1 }, i32.lt_s(low, extent - 1)));
}

/** Saturates, so that what does not fit stays outside. */
function narrow(value: I64): I32 {
  const low = select<'i64'>(
    value,
    { kind: 'constant', type: 'i64', value: -0x40000000n },
    i64.gt_s(value, -0x40000000n),
  );
  const both = select<'i64'>(low, { kind: 'constant', type: 'i64', value: 0x40000000n }, i64.lt_s(low, 0x40000000n));
  return i32.wrap_i64(both);
}
