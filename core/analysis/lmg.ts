// Shares of R2 by Lindeman, Merenda and Gold: each group's gain, averaged over all orders of entry. Exact, by all
// subsets. Sources: Lindeman, Merenda and Gold 1980; Grömping 2006 (R package relaimpo).
import { Elimination, type Square } from './elimination.ts';

/** Groups past which all subsets are too many. */
export const lmgLimit = 12;

/** One share a group; they sum to R2. `groups` hold places in the matrix. At most `lmgLimit` groups. */
export function lmgShares(matrix: Square, target: Float64Array, groups: readonly (readonly number[])[]): Float64Array {
  const p = groups.length;
  if (p > lmgLimit) throw new Error(`shares of ${p} groups`);
  const r2 = subsetR2(matrix, target, groups);
  const weights = Array.from({ length: p }, (_, size) => 1 / (p * binomial(p - 1, size)));
  const shares = new Float64Array(p);
  for (let subset = 0; subset < r2.length; subset++) {
    const weight = weights[bitCount(subset)] as number;
    for (let group = 0; group < p; group++) {
      if (subset & (1 << group)) continue;
      const gain = (r2[subset | (1 << group)] as number) - (r2[subset] as number);
      shares[group] = (shares[group] as number) + weight * gain;
    }
  }
  return shares;
}

/** R2 of every subset of groups, at the bit mask of the subset. */
function subsetR2(matrix: Square, target: Float64Array, groups: readonly (readonly number[])[]): Float64Array {
  const elimination = new Elimination(matrix, target);
  const r2 = new Float64Array(2 ** groups.length);
  const visit = (subset: number, from: number) => {
    for (let group = from; group < groups.length; group++) {
      const next = subset | (1 << group);
      let taken = 0;
      let gain = 0;
      for (const column of groups[group] as readonly number[]) {
        const part = elimination.take(column, 1e-12);
        if (part === undefined) continue;
        taken++;
        gain += part;
      }
      r2[next] = (r2[subset] as number) + gain;
      visit(next, group + 1);
      elimination.release(taken);
    }
  };
  visit(0, 0);
  return r2;
}

function binomial(n: number, k: number): number {
  let result = 1;
  for (let at = 1; at <= k; at++) result = (result * (n - k + at)) / at;
  return result;
}

function bitCount(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
