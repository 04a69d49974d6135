// Every measured point in columns, for the table of the report and for what a click shows.
import { axesOfPoint } from '@edgewright/core/analysis/table.js';
import type { DurableRecord, Point, PointRecord, Reading } from '@edgewright/schemas/generated/record.js';
import type { Evidence } from './live/evidence.ts';

export interface EvidenceOptions {
  /** Raw latencies embedded at most, over all rows: 400,000 make about 3 MB before compression. Rows past it carry nine quantiles. */
  readonly rawBudget: number;
}

/** Reads the records once, in order; none is kept. */
export function collectEvidence(records: Iterable<DurableRecord>, options: EvidenceOptions): Evidence {
  const devices = dictionary();
  const runs = dictionary();
  const models = new Map<string, ModelColumns>();
  const statuses = dictionary();
  const texts = dictionary();
  const rows: Mutable<
    Pick<
      Evidence,
      | 'device'
      | 'run'
      | 'model'
      | 'levels'
      | 'status'
      | 'reference'
      | 'point'
      | 'notes'
      | 'numbers'
      | 'health'
      | 'latencies'
    >
  > = {
    device: [],
    run: [],
    model: [],
    levels: [],
    status: [],
    reference: [],
    point: [],
    notes: [],
    numbers: [],
    health: [],
    latencies: [],
  };
  let left = options.rawBudget;
  let raw = 0;
  let rawOmitted = 0;
  for (const record of records) {
    if (record.kind !== 'point' && record.kind !== 'failure') continue;
    const model = columnsOf(models, record.point);
    rows.device.push(devices.place(record.device));
    rows.run.push(runs.place(record.run));
    rows.model.push(model.index);
    rows.levels.push(levelsOf(record.point, model));
    rows.reference.push(record.role === 'reference' ? 1 : 0);
    rows.point.push(record.point.id.slice(0, idLength));
    if (record.kind === 'failure') {
      rows.status.push(statuses.place(record.code));
      rows.notes.push([texts.place(`${record.message} (in ${record.phase})`), texts.place(record.fix)]);
      rows.numbers.push(null);
      rows.health.push(null);
      rows.latencies.push([]);
      if (raw === rows.latencies.length - 1) raw = rows.latencies.length;
      continue;
    }
    rows.status.push(statuses.place(record.verdict.kind));
    rows.notes.push(record.verdict.kind === 'ok' ? [] : record.verdict.reasons.map((reason) => texts.place(reason)));
    rows.numbers.push(numbersOf(record));
    rows.health.push(healthOf(record));
    if (raw === rows.latencies.length && record.latencies.length <= left) {
      left -= record.latencies.length;
      rows.latencies.push(record.latencies.map((value) => rounded(value)));
      raw = rows.latencies.length;
    } else {
      rows.latencies.push(eighths(record.latencies));
      rawOmitted += 1;
    }
  }
  return {
    devices: devices.entries(),
    runs: runs.entries(),
    models: [...models.values()].map(({ name, axes }) => ({
      name,
      axes: axes.map((axis) => ({ name: axis.name, levels: axis.levels.entries() })),
    })),
    statuses: statuses.entries(),
    texts: texts.entries(),
    ...rows,
    raw,
    rawOmitted,
  };
}

/** 48 bits of the hash: two of 100,000 points meet with a chance of 2 in 100,000. */
const idLength = 12;

/** Finds the row of a point on a device. */
export function rowIndex(evidence: Evidence): (device: string, point: string) => number {
  const rows = new Map<string, number>();
  evidence.point.forEach((point, row) => {
    if (evidence.reference[row] === 0) rows.set(`${evidence.devices[evidence.device[row]]} ${point}`, row);
  });
  return (device, point) => rows.get(`${device} ${point.slice(0, idLength)}`) ?? -1;
}

/** Level of an axis in a row, as text; undefined where the model has no such axis. */
export function levelText(evidence: Evidence, row: number, axis: string): string | undefined {
  const { axes } = evidence.models[evidence.model[row]];
  const place = axes.findIndex(({ name }) => name === axis);
  return place < 0 ? undefined : axes[place].levels[evidence.levels[row][place]];
}

type Mutable<T> = { [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

interface ModelColumns {
  readonly index: number;
  readonly name: string;
  readonly axes: { readonly name: string; readonly levels: Dictionary }[];
}

interface Dictionary {
  readonly place: (text: string) => number;
  readonly entries: () => readonly string[];
}

function dictionary(): Dictionary {
  const places = new Map<string, number>();
  return {
    place: (text) => {
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return place;
    },
    entries: () => [...places.keys()],
  };
}

function columnsOf(models: Map<string, ModelColumns>, point: Point): ModelColumns {
  const known = models.get(point.model.name);
  if (known !== undefined) return known;
  const columns = { index: models.size, name: point.model.name, axes: [] };
  models.set(point.model.name, columns);
  return columns;
}

function levelsOf(point: Point, model: ModelColumns): readonly number[] {
  const values = axesOfPoint(point);
  for (const name of Object.keys(values)) {
    if (!model.axes.some((axis) => axis.name === name)) model.axes.push({ name, levels: dictionary() });
  }
  return model.axes.map(({ name, levels }) => levels.place(String(values[name] ?? '')));
}

function numbersOf({ summary, phases }: PointRecord): readonly number[] {
  const { median, interval, throughput, n } = summary;
  const times = [phases.generate, phases.load, phases.first, phases.warmup, phases.steady];
  const latency = [median, interval.low, interval.high].map((value) => rounded(value));
  return [...latency, ...[throughput, n, ...times].map((value) => rounded(value, 4))];
}

function healthOf({ telemetry: { start, end, othersBusy } }: PointRecord): readonly (number | null)[] {
  return [start.frequency, end.frequency, start.temperature, end.temperature, othersBusy].map(numberOf);
}

function numberOf(reading: Reading): number | null {
  return 'value' in reading ? rounded(reading.value) : null;
}

function eighths(latencies: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(latencies).sort();
  if (sorted.length === 0) return [];
  return Array.from({ length: 9 }, (_, i) => {
    const place = (i / 8) * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(sorted.length - 1, below + 1);
    return rounded(sorted[below] + (sorted[above] - sorted[below]) * (place - below), 4);
  });
}

function rounded(value: number, digits = 5): number {
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  // Several times as fast as toPrecision, and exact, as long as the power of ten is a whole number.
  if (decimals >= 0 && decimals <= 15) return Math.round(value * 10 ** decimals) / 10 ** decimals;
  return Number(value.toPrecision(digits));
}
