// The rates of a device: fitted to the times of a few small programs, and asked for the time of any other. A time is a sum of
// terms, each with a rate; what the sum leaves over near a measured program is carried to its neighbours.
import type { Work } from './work.ts';

/** What a device was found to do, kept as JSON. */
export interface Calibration {
  /** Of all that the rates depend on: the device, the engine, versions, threads. */
  readonly fingerprint: string;
  /** By the runtime's name. */
  readonly runtimes: Readonly<Record<string, Rates>>;
  /** Nanoseconds in which a byte is handed from one runtime to another. */
  readonly copy: number;
}

export interface Rates {
  /** Nanoseconds of an inference that does nothing. */
  readonly inference: number;
  /** By the group of the work. */
  readonly groups: Readonly<Record<string, GroupRates>>;
}

export interface GroupRates {
  /** Nanoseconds of one of each term. */
  readonly rates: Readonly<Record<string, number>>;
  /** Where programs were measured, and the logarithm of their times over what the rates say. */
  readonly measured: readonly { readonly terms: Readonly<Record<string, number>>; readonly residual: number }[];
}

/** Whether this was once made by `fitRates`: what is read from a file may be anything. */
export function isRates(value: unknown): value is Rates {
  const { inference, groups } = (value ?? {}) as Partial<Record<keyof Rates, unknown>>;
  if (typeof inference !== 'number' || typeof groups !== 'object' || groups === null) return false;
  const areNumbers = (terms: unknown): boolean =>
    typeof terms === 'object' && terms !== null && Object.values(terms).every((each) => Number.isFinite(each));
  return Object.values(groups as Readonly<Record<string, Partial<GroupRates> | null>>).every(
    (group) =>
      areNumbers(group?.rates) &&
      Array.isArray(group?.measured) &&
      group.measured.every((each) => areNumbers(each?.terms) && Number.isFinite(each?.residual)),
  );
}

export interface Sample {
  /** The first is what the sample is there for. */
  readonly works: readonly Work[];
  /** Nanoseconds. */
  readonly time: number;
}

/**
 * Rates that are not negative, with the least squares of relative errors. Terms that no sample has get none.
 * @param inference Nanoseconds that every sample's time has beside its works.
 */
export function fitRates(samples: readonly Sample[], inference: number): Rates {
  const columns = new Map<string, { group: string; term: string; at: number }>();
  for (const { works } of samples)
    for (const { group, terms } of works)
      for (const [term, value] of Object.entries(terms)) {
        const key = `${group} ${term}`;
        if (value > 0 && !columns.has(key)) columns.set(key, { group, term, at: columns.size });
      }
  // Each row over its time, so that relative errors are squared.
  const target = Float64Array.from(samples, ({ time }) => Math.max(0, 1 - inference / time));
  const rows = samples.map(({ works }, at) => {
    const row = new Float64Array(columns.size);
    for (const { group, terms, times: count = 1 } of works)
      for (const [term, value] of Object.entries(terms))
        if (value > 0) row[columns.get(`${group} ${term}`)!.at]! += (value * count) / samples[at]!.time;
    return row;
  });
  const solved = nonNegative(rows, target, columns.size);
  const groups: Record<string, { rates: Record<string, number>; measured: GroupRates['measured'][number][] }> = {};
  for (const { group, term, at } of columns.values()) {
    groups[group] ??= { rates: {}, measured: [] };
    groups[group].rates[term] = solved[at]!;
  }
  for (const [at, { works }] of samples.entries()) {
    const [first] = works;
    const fitted = rows[at]!.reduce((sum, value, column) => sum + value * solved[column]!, 0);
    // What drowns in the inference itself tells nothing.
    if (first === undefined || fitted <= 0 || target[at]! < 0.3) continue;
    const residual = Math.max(-1, Math.min(1, Math.log(target[at]! / fitted)));
    groups[first.group]!.measured.push({ terms: first.terms, residual });
  }
  return { inference, groups };
}

/** Nanoseconds; undefined where nothing of the group was measured. */
export function predictWork({ groups }: Rates, { group, terms, times = 1 }: Work): number | undefined {
  const known = groups[group];
  if (known === undefined) return undefined;
  const sum = Object.entries(terms).reduce((total, [term, value]) => total + value * (known.rates[term] ?? 0), 0);
  return sum * times * Math.exp(residualAt(known, terms));
}

/** Doublings of the terms, in the mean, over which a residual fades. */
const reach = 1;

/** How much nearness to one sample counts against the fit itself. */
const prior = 0.25;

function residualAt({ measured }: GroupRates, terms: Readonly<Record<string, number>>): number {
  // What a kernel has beside its like, such as an epilogue's functions, is not where samples lie.
  if (terms.call === undefined) return 0;
  const entries = Object.entries(terms);
  let [sum, weights] = [0, prior];
  for (const sample of measured) {
    const squares = entries.map(([term, value]) => Math.log2((1 + value) / (1 + (sample.terms[term] ?? 0))) ** 2);
    const distance = squares.reduce((total, square) => total + square, 0) / squares.length;
    const weight = Math.exp(-distance / reach ** 2);
    sum += weight * sample.residual;
    weights += weight;
  }
  return sum / weights;
}

/** The x >= 0 of least |rows x - target|^2, by coordinate descent [Franc, Hlavac and Navara 2005]. */
function nonNegative(rows: readonly Float64Array[], target: Float64Array, count: number): Float64Array {
  const scale = Float64Array.from({ length: count }, (_, at) => {
    const norm = Math.sqrt(rows.reduce((sum, row) => sum + row[at]! ** 2, 0));
    return norm === 0 ? 1 : norm;
  });
  const gram = Array.from({ length: count }, () => new Float64Array(count));
  const right = new Float64Array(count);
  for (const [at, row] of rows.entries())
    for (let i = 0; i < count; i++) {
      if (row[i] === 0) continue;
      const value = row[i]! / scale[i]!;
      right[i]! += value * target[at]!;
      for (let j = 0; j < count; j++) gram[i]![j]! += (value * row[j]!) / scale[j]!;
    }
  const x = new Float64Array(count);
  for (let turn = 0; turn < maxTurns; turn++) {
    let moved = 0;
    for (let i = 0; i < count; i++) {
      let gradient = -right[i]!;
      for (let j = 0; j < count; j++) gradient += gram[i]![j]! * x[j]!;
      const next = Math.max(0, x[i]! - gradient / gram[i]![i]!);
      moved = Math.max(moved, Math.abs(next - x[i]!));
      x[i] = next;
    }
    if (moved < 1e-7) break;
  }
  return x.map((value, at) => value / scale[at]!);
}

const maxTurns = 20_000;
