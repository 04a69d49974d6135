// Attained FLOP/s against the measured roofs of device, runtime, threads and precision.
import type { Ceiling, CeilingRecord, Precision, RuntimeName } from '@edgewright/schemas/generated/record.js';
import { quantile } from '../quantile.ts';
import { observe } from './observation.ts';
import type { Refusal } from './refusal.ts';
import { ceilingIndex, type Row } from './table.ts';

export interface Roofline {
  readonly kind: 'roofline';
  /** Undefined: points of every model together. */
  readonly model: string | undefined;
  readonly groups: readonly RoofGroup[];
  /** Points without a ceiling, which are in no group. */
  readonly unroofed: readonly (RoofKey & { readonly points: number })[];
  /** That the bytes are a model of compulsory traffic, for the caption. */
  readonly bytesNote: string;
}

export interface RoofKey {
  readonly device: string;
  readonly runtime: RuntimeName;
  readonly threads: number;
  readonly precision: Precision;
}

export interface RoofGroup extends RoofKey {
  /** FLOP/s. */
  readonly peak: number;
  /** B/s: the best over all working sets, caches included. */
  readonly bandwidth: number;
  /** FLOP/B at which `peak` and `bandwidth` meet. */
  readonly ridge: number;
  /** Of the largest working set measured; undefined where its size is not recorded or it is as fast as the best. */
  readonly memory: MemoryRoof | undefined;
  /** How the ceilings were measured. */
  readonly method: { readonly flops: string; readonly bandwidth: string };
  readonly points: readonly RooflinePoint[];
  readonly memoryBound: number;
  readonly computeBound: number;
  /** Points above the roof: the ceiling is too low or the bytes are too many for them. */
  readonly aboveRoof: number;
  /** Quartiles of attained / roof; undefined where there is no point. */
  readonly attained: { readonly low: number; readonly median: number; readonly high: number } | undefined;
}

export interface MemoryRoof {
  /** Of the working set. */
  readonly bytes: number;
  /** B/s. */
  readonly bandwidth: number;
  /** FLOP/B. */
  readonly ridge: number;
}

export interface RooflinePoint {
  readonly point: string;
  readonly model: string;
  /** FLOP/B by the model of compulsory traffic. */
  readonly intensity: number;
  /** FLOP/s. */
  readonly flops: number;
  /** Bytes: weights and the activations alive at once. */
  readonly workingSet: number;
  /** FLOP/s: min(peak, intensity x bandwidth), with the bandwidth of the working set. */
  readonly roof: number;
  /** flops / roof. */
  readonly attained: number;
  readonly bound: 'memory' | 'compute';
}

/** `rows` without reference measurements, of one model or of all. Ceilings as measured on the devices. */
export function roofline(rows: readonly Row[], ceilings: readonly CeilingRecord[]): Roofline | Refusal {
  const models = new Set(rows.map((row) => row.model));
  const model = models.size === 1 ? rows[0]?.model : undefined;
  const refuse = (reason: string, fix: string): Refusal => ({
    kind: 'refusal',
    analysis: 'roofline',
    model,
    reason,
    fix,
  });
  const { list } = observe(rows, 'flops');
  if (list.length === 0) return refuse('No point was measured.', 'Look at the failures of the run.');
  const ceilingOf = ceilingIndex(ceilings);
  const groups = new Map<string, { ceiling: CeilingRecord; key: RoofKey; points: RooflinePoint[] }>();
  const unroofed = new Map<string, RoofKey & { points: number }>();
  for (const { row, value } of list) {
    const { device, runtime, threads, precision, cost } = row;
    const key = { device, runtime, threads, precision };
    const name = `${device}\n${runtime}\n${threads}\n${precision}`;
    const ceiling = ceilingOf(row);
    if (!ceiling) {
      unroofed.set(name, { ...key, points: (unroofed.get(name)?.points ?? 0) + 1 });
      continue;
    }
    if (cost.trafficBytes <= 0) continue;
    const group = groups.get(name) ?? { ceiling, key, points: [] };
    groups.set(name, group);
    const intensity = cost.flops / cost.trafficBytes;
    const workingSet = cost.weightBytes + cost.activationBytes;
    const roof = roofAt(intensity, ceiling.flops.value, bandwidthFor(workingSet, ceiling.bandwidth));
    const { point, model: of } = row;
    group.points.push({ point, model: of, intensity, workingSet, flops: value, ...roof, attained: value / roof.roof });
  }
  if (groups.size === 0) {
    return refuse(
      'No ceiling was measured for these points.',
      'Let the agent measure ceilings, then run the sweep again.',
    );
  }
  const built = [...groups.values()].map(({ ceiling, key, points }) => groupOf(ceiling, key, points));
  return { kind: 'roofline', model, groups: built, unroofed: [...unroofed.values()], bytesNote };
}

/** The roof over an intensity (FLOP/B), from peak (FLOP/s) and bandwidth (B/s). Source: Williams, Waterman and Patterson 2009. */
export function roofAt(intensity: number, peak: number, bandwidth: number) {
  const slope = intensity * bandwidth;
  return slope < peak ? ({ roof: slope, bound: 'memory' } as const) : ({ roof: peak, bound: 'compute' } as const);
}

/**
 * B/s at which a working set can be read at most: the best of the measured sets at least as large, for what fits into
 * less can be read as fast. Beyond the largest its own; where no sizes are recorded the best of all.
 */
export function bandwidthFor(workingSet: number, { value, samples, sizes }: Ceiling): number {
  if (sizes === undefined || sizes.length !== samples.length || sizes.length === 0) return value;
  const fitting = samples.filter((_, at) => (sizes[at] as number) >= workingSet);
  return fitting.length > 0 ? Math.max(...fitting) : (samples.at(-1) as number);
}

const bytesNote =
  'Bytes are a model, not a measurement: weights read once, every activation written once and read once by each consumer. ' +
  'Real traffic is more where caches overflow and less where they hold activations.';

function groupOf(ceiling: CeilingRecord, key: RoofKey, points: readonly RooflinePoint[]): RoofGroup {
  const [peak, bandwidth] = [ceiling.flops.value, ceiling.bandwidth.value];
  const sorted = Float64Array.from(points, (point) => point.attained).sort();
  const at = (q: number) => quantile(sorted, q, 7);
  const memoryBound = points.filter((point) => point.bound === 'memory').length;
  return {
    ...key,
    peak,
    bandwidth,
    ridge: peak / bandwidth,
    memory: memoryRoof(ceiling),
    method: { flops: ceiling.flops.method, bandwidth: ceiling.bandwidth.method },
    points,
    memoryBound,
    computeBound: points.length - memoryBound,
    aboveRoof: points.filter((point) => point.attained > 1).length,
    attained: sorted.length === 0 ? undefined : { low: at(0.25), median: at(0.5), high: at(0.75) },
  };
}

/** Undefined where sizes are not recorded, or the largest working set is read as fast as any. */
export function memoryRoof({ flops, bandwidth }: CeilingRecord): MemoryRoof | undefined {
  const bytes = bandwidth.sizes?.at(-1);
  const slowest = bytes === undefined ? bandwidth.value : bandwidthFor(bytes, bandwidth);
  if (bytes === undefined || slowest >= bandwidth.value) return undefined;
  return { bytes, bandwidth: slowest, ridge: flops.value / slowest };
}
