// Which rows a cloud holds.
import type { Cloud } from '../../protocol.ts';
import type { RunRows } from './rows.ts';

/** Rows kept that were measured, at the levels of the cloud, without reference measurements. */
export function membersOf(rows: RunRows, { model, axes }: Cloud, kept: Uint8Array): Int32Array {
  const wanted = [...Object.entries(axes), ...(model === undefined ? [] : [['model', model] as const])];
  const tests = wanted.flatMap(([name, level]) => {
    const facet = rows.facet(name);
    return facet === undefined ? [] : [{ places: facet.places, place: facet.levels.indexOf(level) }];
  });
  const { reference, median, intensity } = rows.columns;
  const found = new Int32Array(rows.count);
  let size = 0;
  for (let row = 0; row < rows.count; row++) {
    if (kept[row] === 0 || reference[row] === 1) continue;
    if (!((median[row] as number) > 0) || !((intensity[row] as number) > 0)) continue;
    let fits = true;
    for (const { places, place } of tests) fits &&= places[row] === place;
    if (fits) found[size++] = row;
  }
  return found.slice(0, size);
}
