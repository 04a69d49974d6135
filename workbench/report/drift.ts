// Measurements of the reference point, by device, in order of time.
import type { DriftSeries } from '@edgewright/core/analysis/charts/drift.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';

type Sample = DriftSeries['samples'][number];

/** A series a run, device and reference point. Minutes count from the first record of the run. */
export function driftOf(records: Iterable<DurableRecord>): readonly DriftSeries[] {
  const begun = new Map<string, number>();
  const series = new Map<string, { readonly name: string; readonly samples: Sample[] }>();
  for (const record of records) {
    const time = Date.parse(record.time);
    const run = `${record.run} ${record.device}`;
    const begin = Math.min(begun.get(run) ?? time, time);
    begun.set(run, begin);
    if (record.kind !== 'point' || record.role !== 'reference') continue;
    const key = `${run} ${record.point.id}`;
    const one = series.get(key) ?? {
      name: `${record.device}, ${record.point.model.name}, ${record.point.execution.runtime}`,
      samples: [],
    };
    series.set(key, one);
    const { median, interval } = record.summary;
    one.samples.push({ minutes: (time - begin) / 60_000, median, low: interval.low, high: interval.high });
  }
  return [...series.values()].map(({ name, samples }) => ({
    name,
    samples: samples.sort((a, b) => a.minutes - b.minutes),
  }));
}
