// Quantiles of a sample by interpolation between order statistics. Source: Hyndman and Fan 1996, whose numbers of
// types are R's.

/** 6: position (n + 1) q, as Minitab and SPSS. 7: position (n - 1) q + 1, R's default. */
export type QuantileType = 6 | 7;

/** `sorted` ascending and not empty, q from 0 to 1. */
export function quantile(sorted: ArrayLike<number>, q: number, type: QuantileType = 7): number {
  const n = sorted.length;
  const position = type === 6 ? (n + 1) * q - 1 : (n - 1) * q;
  const at = Math.min(Math.max(position, 0), n - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, n - 1)] as number;
  return low + (at - below) * (high - low);
}
