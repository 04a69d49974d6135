// How a kernel reads a tensor: an affine map from the kernel's index space to elements. Broadcasts, slices, transposes
// and reversals are views, so they need no memory of their own.

/** Reads element `offset + sum of index[k] * strides[k]`, 0 <= index[k] < size[k]. A stride may be 0 or negative. */
export interface View {
  /** Id of the tensor: its index in the program's list. */
  readonly tensor: number;
  readonly offset: number;
  readonly size: readonly number[];
  /** In elements, as `offset`. */
  readonly strides: readonly number[];
}

/** Strides of a row-major array. */
export function denseStrides(size: readonly number[]): readonly number[] {
  const strides = new Array<number>(size.length).fill(1);
  for (let axis = size.length - 2; axis >= 0; axis--) strides[axis] = strides[axis + 1]! * size[axis + 1]!;
  return strides;
}

/** The whole of a row-major tensor. */
export function denseView(tensor: number, size: readonly number[]): View {
  return { tensor, offset: 0, size, strides: denseStrides(size) };
}

/** Whether the elements lie one after another from `offset` on. */
export function isDense({ size, strides }: Pick<View, 'size' | 'strides'>): boolean {
  let expected = 1;
  for (let axis = size.length - 1; axis >= 0; axis--) {
    if (size[axis] === 1) continue;
    if (strides[axis] !== expected) return false;
    expected *= size[axis]!;
  }
  return true;
}

/** Least and greatest element that is read; undefined where there is none. */
export function extentOf({
  offset,
  size,
  strides,
}: Pick<View, 'offset' | 'size' | 'strides'>): readonly [number, number] | undefined {
  let [low, high] = [offset, offset];
  for (const [axis, stride] of strides.entries()) {
    if (size[axis] === 0) return undefined;
    const reach = stride * (size[axis]! - 1);
    if (reach < 0) low += reach;
    else high += reach;
  }
  return [low, high];
}

/**
 * The fewest axes that hold the same index spaces: axes of one element go, neighbours that every list of strides steps
 * through evenly become one.
 * @param strides Lists that map the index space; each comes back with its axes fused.
 */
export function fuseAxes(
  size: readonly number[],
  strides: readonly (readonly number[])[],
): { readonly size: readonly number[]; readonly strides: readonly (readonly number[])[] } {
  const fusedSize: number[] = [];
  const fused = strides.map((): number[] => []);
  if (size.includes(0)) return { size: [0], strides: strides.map(() => [0]) };
  for (const [axis, count] of size.entries()) {
    if (count === 1) continue;
    const last = fusedSize.length - 1;
    if (last >= 0 && strides.every((list, at) => fused[at]![last] === list[axis]! * count)) {
      fusedSize[last]! *= count;
      for (const [at, list] of strides.entries()) fused[at]![last] = list[axis]!;
    } else {
      fusedSize.push(count);
      for (const [at, list] of strides.entries()) fused[at]!.push(list[axis]!);
    }
  }
  return { size: fusedSize, strides: fused };
}
