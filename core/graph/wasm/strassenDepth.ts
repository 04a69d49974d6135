// How often a matrix product should be split by Strassen's recursion. The formula is MNN's (StrassenMatmulComputor.cpp, commit
// 4d40bdbd7): a level is worth it if the memory traffic of the product it saves outweighs that of its additions.

/** Rows and columns that a tile of the machine has. */
export interface TileShape {
  readonly rows: number;
  readonly columns: number;
}

const most = 5;

/** @param penalty Of a byte of the additions against one of the product. */
export function chooseStrassenDepth(
  { m, k, n }: { readonly m: number; readonly k: number; readonly n: number },
  tile: TileShape,
  penalty = 1.5,
): number {
  for (let depth = 0; depth < most; depth++) {
    if (!isWorthSplitting(m, k, n, tile, penalty)) return depth;
    [m, k, n] = [m / 2, k / 2, n / 2];
  }
  return most;
}

function isWorthSplitting(m: number, k: number, n: number, { rows, columns }: TileShape, penalty: number): boolean {
  const mHalf = Math.floor(Math.floor(m / rows) / 2) * rows;
  const nHalf = Math.floor(Math.floor(n / columns) / 2) * columns;
  const kHalf = k / 2;
  if (mHalf === 0 || nHalf === 0 || k % 2 !== 0) return false;
  const additions = 4 * mHalf * kHalf + 4 * kHalf * nHalf + 7 * mHalf * nHalf;
  const saved = (m / rows) * (rows * nHalf + kHalf * rows + kHalf * nHalf);
  return saved - penalty * additions > 0;
}
