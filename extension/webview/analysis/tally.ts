// Which rows the filters keep, and how many rows each level would have: one pass over typed columns, whatever the filters.
import type { LevelFilter } from '@edgewright/core/analysis/columns.js';
import type { Facet, RunRows } from './rows.ts';

export interface Tally {
  /** 1 for a row that every filter keeps. */
  readonly kept: Uint8Array;
  /** Without reference measurements. */
  readonly count: number;
  /** By facet and level: rows that all the other filters keep, without reference measurements. */
  readonly counts: readonly Int32Array[];
}

/** Facets in the order of `rows.facets`. A filter on an axis says nothing of rows that do not have it. */
export function tally(rows: RunRows, filter: LevelFilter): Tally {
  const { count, facets } = rows;
  const failed = new Uint8Array(count);
  const failedBy = new Uint8Array(count);
  for (const [at, { name, levels, places }] of facets.entries()) {
    const wanted = filter[name];
    if (wanted === undefined) continue;
    const isWanted = Uint8Array.from(levels, (level) => (wanted.includes(level) ? 1 : 0));
    for (let row = 0; row < count; row++) {
      const place = places[row] as number;
      if (place < 0 || isWanted[place] === 1) continue;
      failed[row] = (failed[row] as number) + 1;
      failedBy[row] = at;
    }
  }
  const kept = new Uint8Array(count);
  const counts = facets.map(({ levels }) => new Int32Array(levels.length));
  const { reference } = rows.columns;
  let total = 0;
  for (let row = 0; row < count; row++) {
    if (failed[row] === 0) kept[row] = 1;
    if (reference[row] === 1 || failed[row] !== 0) continue;
    total++;
  }
  for (const [at, { places }] of facets.entries()) {
    const own = counts[at] as Int32Array;
    for (let row = 0; row < count; row++) {
      const misses = failed[row] as number;
      if (misses > 1 || (misses === 1 && failedBy[row] !== at) || reference[row] === 1) continue;
      const place = places[row] as number;
      if (place >= 0) own[place] = (own[place] as number) + 1;
    }
  }
  return { kept, count: total, counts };
}

/** The filter with one level of a facet kept or left; without an entry where it keeps every level. */
export function toggled(filter: LevelFilter, { name, levels }: Facet, level: string): LevelFilter {
  const before = filter[name] ?? levels;
  const after = before.includes(level) ? before.filter((other) => other !== level) : [...before, level];
  return replaced(
    filter,
    name,
    after.length === levels.length ? undefined : levels.filter((one) => after.includes(one)),
  );
}

/** The filter with an entry of its own, or without one. */
export function replaced(filter: LevelFilter, name: string, levels: readonly string[] | undefined): LevelFilter {
  const { [name]: _, ...rest } = filter;
  return levels === undefined ? rest : { ...rest, [name]: levels };
}
