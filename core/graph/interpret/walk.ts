// Visiting an index space in row-major order with the addresses that strides give.
import { fuseAxes } from '../program/view.ts';

export interface Walked {
  readonly offset: number;
  readonly strides: readonly number[];
}

/**
 * @param maps Affine maps of the index space.
 * @param visit `addresses` has one entry a map and is reused; `position` counts the indices.
 */
export function walk(
  size: readonly number[],
  maps: readonly Walked[],
  visit: (addresses: readonly number[], position: number) => void,
): void {
  if (size.includes(0)) return;
  // Fewer axes are fewer carries.
  const axes = fuseAxes(
    size,
    maps.map(({ strides }) => strides),
  );
  const addresses = maps.map(({ offset }) => offset);
  const index = new Array<number>(axes.size.length).fill(0);
  for (let position = 0; ; position++) {
    visit(addresses, position);
    let axis = index.length - 1;
    for (; axis >= 0; axis--) {
      index[axis]!++;
      const isInside = index[axis]! < axes.size[axis]!;
      const moved = isInside ? 1 : 1 - axes.size[axis]!;
      for (let at = 0; at < addresses.length; at++) addresses[at]! += moved * axes.strides[at]![axis]!;
      if (isInside) break;
      index[axis] = 0;
    }
    if (axis < 0) return;
  }
}
