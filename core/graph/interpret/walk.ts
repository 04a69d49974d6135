// Visiting an index space in row-major order with the addresses that strides give.

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
  const addresses = maps.map(({ offset }) => offset);
  const index = new Array<number>(size.length).fill(0);
  for (let position = 0; ; position++) {
    visit(addresses, position);
    let axis = size.length - 1;
    for (; axis >= 0; axis--) {
      index[axis]!++;
      const isInside = index[axis]! < size[axis]!;
      const moved = isInside ? 1 : 1 - size[axis]!;
      for (let at = 0; at < maps.length; at++) addresses[at]! += moved * maps[at]!.strides[axis]!;
      if (isInside) break;
      index[axis] = 0;
    }
    if (axis < 0) return;
  }
}
