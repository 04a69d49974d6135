// Every row in typed columns: what a view filters, counts, sorts and draws without an object a row.
import type { VerdictKind } from '@edgewright/schemas/generated/record.js';
import { type AxisInfo, levelIn } from './axes.ts';
import type { AxisValue, Table } from './table.ts';

/** The first of `RowColumns.statuses`. */
const verdicts: readonly VerdictKind[] = ['ok', 'wide', 'drifting', 'throttled', 'bimodal'];

/** A row each of the table, in its order; columns equally long. NaN where there is no value. */
export interface RowColumns {
  readonly count: number;
  readonly devices: readonly string[];
  readonly runs: readonly string[];
  readonly models: readonly string[];
  /** Verdicts, then codes of failures. */
  readonly statuses: readonly string[];
  readonly device: Uint16Array;
  readonly run: Uint16Array;
  readonly model: Uint16Array;
  readonly status: Uint16Array;
  /** 1 for a measurement of the reference point. */
  readonly reference: Uint8Array;
  /** `count` x number of axes, row after row: place of the level, -1 where the model has no such axis. */
  readonly levels: Int16Array;
  /** ms: the median and its confidence interval. */
  readonly median: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Items/s. */
  readonly throughput: Float64Array;
  /** FLOP/s. */
  readonly flops: Float64Array;
  /** Share of the measured peak, 0 to 1. */
  readonly utilisation: Float64Array;
  /** FLOP per byte. */
  readonly intensity: Float64Array;
  /** Of the program that jit made: its kernels, what they move in an inference, and the memory of what lies between them. */
  readonly kernels: Float64Array;
  readonly movedBytes: Float64Array;
  readonly arenaBytes: Float64Array;
}

/** `axes` give the levels their places. `runNames`: how runs are shown, by id. */
export function columnsOf(
  { rows }: Pick<Table, 'rows'>,
  axes: readonly AxisInfo[],
  runNames: ReadonlyMap<string, string> = new Map(),
): RowColumns {
  const count = rows.length;
  const [devices, runs, models] = [dictionary(), dictionary(), dictionary()];
  const statuses = dictionary(verdicts);
  const words = () => new Uint16Array(count);
  const numbers = () => new Float64Array(count).fill(Number.NaN);
  const column = { device: words(), run: words(), model: words(), status: words(), reference: new Uint8Array(count) };
  const [median, low, high] = [numbers(), numbers(), numbers()];
  const [throughput, flops, utilisation, intensity] = [numbers(), numbers(), numbers(), numbers()];
  const [kernels, movedBytes, arenaBytes] = [numbers(), numbers(), numbers()];
  const levels = new Int16Array(count * axes.length);
  const placesOf = levelPlaces(axes);
  for (const [at, row] of rows.entries()) {
    column.device[at] = devices.place(row.device);
    column.run[at] = runs.place(runNames.get(row.run) ?? row.run);
    column.model[at] = models.place(row.model);
    column.status[at] = statuses.place(row.status.kind === 'failed' ? row.status.code : row.status.verdict);
    column.reference[at] = row.role === 'reference' ? 1 : 0;
    levels.set(placesOf(row), at * axes.length);
    const { measured, cost } = row;
    if (cost.trafficBytes > 0) intensity[at] = cost.flops / cost.trafficBytes;
    if (!measured) continue;
    median[at] = measured.latency.median;
    low[at] = measured.latency.low;
    high[at] = measured.latency.high;
    throughput[at] = measured.throughput;
    flops[at] = measured.flops;
    utilisation[at] = measured.utilisation ?? Number.NaN;
    if (measured.program === undefined) continue;
    kernels[at] = measured.program.kernels;
    movedBytes[at] = measured.program.movedBytes;
    arenaBytes[at] = measured.program.arenaBytes;
  }
  const entries = { devices: devices.entries(), runs: runs.entries(), models: models.entries() };
  const metrics = { median, low, high, throughput, flops, utilisation, intensity, kernels, movedBytes, arenaBytes };
  return { count, ...entries, statuses: statuses.entries(), ...column, levels, ...metrics };
}

/** Axes that are no parameter: what a row belongs to; `fate` says whether it was measured. They hide an axis of a model of the same name. */
export const facetNames = ['device', 'run', 'model', 'status', 'fate'] as const;
export type FacetName = (typeof facetNames)[number];

/** Levels kept, by the name of an axis or of a facet; one without an entry keeps all. */
export type LevelFilter = Readonly<Record<string, readonly string[]>>;

/** What an axis or a facet says of every row: place of the level, -1 where it says nothing. */
export interface LevelColumn {
  readonly name: string;
  readonly levels: readonly string[];
  readonly at: (row: number) => number;
}

/** The facets, then the axes, which are those that `columns` was made with. */
export function levelColumns(
  columns: RowColumns,
  axes: readonly { readonly name: string; readonly levels: readonly unknown[] }[],
): readonly LevelColumn[] {
  const { devices, runs, models, statuses, device, run, model, status, levels } = columns;
  const facet = (name: FacetName, texts: readonly string[], places: Uint16Array): LevelColumn => {
    return { name, levels: texts, at: (row) => places[row] as number };
  };
  const facets = [
    facet('model', models, model),
    facet('device', devices, device),
    facet('run', runs, run),
    facet('status', statuses, status),
    {
      name: 'fate',
      levels: ['measured', 'failed'],
      at: (row: number) => ((status[row] as number) < verdicts.length ? 0 : 1),
    },
  ];
  const own = axes.flatMap(({ name, levels: texts }, place): LevelColumn[] => {
    if ((facetNames as readonly string[]).includes(name)) return [];
    const at = (row: number) => levels[row * axes.length + place] as number;
    return [{ name, levels: texts.map(String), at }];
  });
  return [...facets, ...own];
}

/** 1 for every row that the filter keeps. A filter on an axis says nothing of a model that does not have it. */
export function rowsKept(count: number, columns: readonly LevelColumn[], filter: LevelFilter): Uint8Array {
  const kept = new Uint8Array(count).fill(1);
  for (const { name, levels, at } of columns) {
    const wanted = filter[name];
    if (wanted === undefined) continue;
    const isWanted = levels.map((level) => wanted.includes(level));
    for (let row = 0; row < count; row++) {
      const level = at(row);
      if (level >= 0 && !isWanted[level]) kept[row] = 0;
    }
  }
  return kept;
}

function levelPlaces(axes: readonly AxisInfo[]) {
  const places = axes.map(
    ({ levels }) => new Map<AxisValue | undefined, number>(levels.map((level, at) => [level, at])),
  );
  return (row: Table['rows'][number]) => axes.map(({ name }, at) => places[at]?.get(levelIn(row, name)) ?? -1);
}

function dictionary(known: readonly string[] = []) {
  const places = new Map<string, number>(known.map((text, place) => [text, place]));
  return {
    place: (text: string): number => {
      const place = places.get(text) ?? places.size;
      places.set(text, place);
      return place;
    },
    entries: (): readonly string[] => [...places.keys()],
  };
}
