// A unit of work to its place in an index space.
import type { Addressing } from '../copy.ts';
import { constant, type I32, i32, plus, times } from './code.ts';
import type { Lanes } from './lanes.ts';

/** Row-major position to indices. */
export function unravel(lanes: Lanes, position: I32, sizes: readonly number[]): I32[] {
  const { code } = lanes;
  const index: I32[] = new Array(sizes.length);
  let rest: I32 = position;
  for (let axis = sizes.length - 1; axis >= 0; axis--) {
    const size = sizes[axis]!;
    if (size === 1) index[axis] = constant('i32', 0);
    else if (axis === 0) index[axis] = rest;
    else {
      const quotient = code.let(i32.div_u(rest, size));
      index[axis] = code.let(i32.sub(rest, times(quotient, size)));
      rest = quotient;
    }
  }
  return index;
}

/** Where the element at indices lies. @param bytes Of one element. */
export function addressAt(pointer: I32, { offset, strides }: Addressing, at: readonly I32[], bytes: number): I32 {
  return at.reduce<I32>(
    (sum, each, axis) => plus(sum, times(each, strides[axis]! * bytes)),
    plus(pointer, offset * bytes),
  );
}
