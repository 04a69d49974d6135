// Results as they arrive, in columns of a fixed size, and a heat map over them that is kept up to date cell by cell.
// What a run holds in memory depends on its plan, not on how long it lasts.
import { type AxisInfo, regionOf } from './axes.ts';
import type { HeatCell, Heatmap, MissingReason } from './heatmap.ts';
import type { Metric, ProgramMetric } from './metric.ts';
import type { AxisValue } from './table.ts';

/** A slot an entry in every column; `levels` is `slots` x `axes.length`, slot after slot, -1 where the slot's model has no such axis. */
export interface SlotPlan {
  readonly models: readonly string[];
  readonly axes: readonly {
    readonly name: string;
    readonly levels: readonly string[];
    readonly isNumeric: boolean;
    readonly origin: 'model' | 'execution';
  }[];
  readonly slots: number;
  readonly model: Uint8Array;
  /** 1 for a measurement of the reference point. */
  readonly reference: Uint8Array;
  readonly levels: Int16Array;
}

/** Columns equally long: ms, items/s, FLOP/s; NaN for a failure. */
export interface SlotResults {
  /** Place among the devices. */
  readonly device: number;
  readonly slot: Int32Array;
  readonly median: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly throughput: Float64Array;
  readonly flops: Float64Array;
  readonly verdict: Uint8Array;
}

export type LiveMetric = Exclude<Metric, 'utilisation' | ProgramMetric>;

/** An axis with the levels that one model has; `device` is one where there are several. */
export interface LiveAxis {
  readonly name: string;
  readonly origin: AxisInfo['origin'];
  readonly levels: readonly string[];
}

export interface LiveQuery {
  readonly metric: LiveMetric;
  readonly model: string;
  readonly x: string;
  readonly y: string;
  /** Level at which other axes are held; an axis without an entry is averaged over. */
  readonly held: Readonly<Record<string, string>>;
}

export interface LiveTable {
  /** A result of a slot that has one already takes its place. Slots out of the plan are left out. */
  add(results: SlotResults): void;
  /** Measurements with this verdict, over all devices. */
  count(verdict: number): number;
  /** Axes of the model with two levels or more. */
  axesOf(model: string): readonly LiveAxis[];
  /**
   * Undefined where the model or an axis is not in the plan. Costs a pass over the slots where the query is another than
   * last time, else a pass over the cells that changed; where none did it is the very map of last time.
   */
  map(query: LiveQuery): Heatmap | undefined;
}

/** The two axes to show first: of the model before those of execution, and of more levels before fewer; undefined with fewer than two. */
export function firstAxes(axes: readonly LiveAxis[]): readonly [x: string, y: string] | undefined {
  const ranks: Readonly<Record<LiveAxis['origin'], number>> = { model: 0, execution: 1, device: 2 };
  const sorted = axes.toSorted(
    (left, right) => ranks[left.origin] - ranks[right.origin] || right.levels.length - left.levels.length,
  );
  const [x, y] = sorted;
  return x === undefined || y === undefined ? undefined : [x.name, y.name];
}

/** Of one run on `devices`. Memory: 41 bytes a slot and device. */
export function liveTable(plan: SlotPlan, devices: readonly string[]): LiveTable {
  const columns = devices.map(() => newColumns(plan.slots));
  const verdicts = new Uint32Array(256);
  const axes = new Map<string, readonly KnownAxis[]>();
  let grid: Grid | undefined;
  const known = (model: string): readonly KnownAxis[] => {
    const found = axes.get(model) ?? axesIn(plan, devices, model);
    axes.set(model, found);
    return found;
  };
  return {
    add(results) {
      const to = columns[results.device];
      if (to === undefined) return;
      for (const [at, slot] of results.slot.entries()) {
        if (slot < 0 || slot >= plan.slots) continue;
        const isAgain = to.state[slot] !== notYet;
        if (isAgain) verdicts[to.verdict[slot]!]!--;
        write(to, slot, results, at);
        verdicts[to.verdict[slot]!]!++;
        // What a cell summed cannot be taken out of its least and greatest again.
        if (isAgain) grid = undefined;
        else grid?.add(results.device, slot);
      }
    },
    count: (verdict) => verdicts[verdict] ?? 0,
    axesOf: (model) => known(model).map(({ name, origin, levels }) => ({ name, origin, levels })),
    map(query) {
      const key = JSON.stringify(query);
      if (grid?.key !== key) grid = newGrid(plan, devices, columns, known(query.model), query, key);
      return grid?.map();
    },
  };
}

const notYet = 0;
const measured = 1;
const failed = 2;

interface Columns {
  readonly state: Uint8Array;
  readonly verdict: Uint8Array;
  readonly latency: { readonly value: Float64Array; readonly low: Float64Array; readonly high: Float64Array };
  readonly throughput: Float64Array;
  readonly flops: Float64Array;
}

function newColumns(slots: number): Columns {
  const numbers = () => new Float64Array(slots);
  return {
    state: new Uint8Array(slots),
    verdict: new Uint8Array(slots),
    latency: { value: numbers(), low: numbers(), high: numbers() },
    throughput: numbers(),
    flops: numbers(),
  };
}

function write(to: Columns, slot: number, from: SlotResults, at: number): void {
  const median = from.median[at]!;
  to.state[slot] = median > 0 ? measured : failed;
  to.verdict[slot] = from.verdict[at]!;
  to.latency.value[slot] = median;
  to.latency.low[slot] = from.low[at]!;
  to.latency.high[slot] = from.high[at]!;
  to.throughput[slot] = from.throughput[at]!;
  to.flops[slot] = from.flops[at]!;
}

interface KnownAxis extends LiveAxis {
  readonly isNumeric: boolean;
  /** Place of the axis in the plan; -1 for the device. */
  readonly axis: number;
  /** By level of the plan: place in `levels`, -1 where the model does not have it. */
  readonly places: Int16Array;
}

function axesIn(plan: SlotPlan, devices: readonly string[], model: string): readonly KnownAxis[] {
  const wanted = plan.models.indexOf(model);
  const found = plan.axes.map(({ name, origin, isNumeric, levels }, axis): KnownAxis => {
    const places = new Int16Array(levels.length).fill(-1);
    for (let slot = 0; slot < plan.slots; slot++) {
      const level = plan.levels[slot * plan.axes.length + axis]!;
      if (plan.model[slot] === wanted && plan.reference[slot] === 0 && level >= 0) places[level] = 0;
    }
    const had = levels.filter((_, level) => places[level] === 0);
    let next = 0;
    for (const [level, place] of places.entries()) if (place === 0) places[level] = next++;
    return { name, origin, isNumeric, axis, places, levels: had };
  });
  const device: KnownAxis = {
    name: 'device',
    origin: 'device',
    isNumeric: false,
    axis: -1,
    places: Int16Array.from(devices.keys()),
    levels: devices,
  };
  return [...found, device].filter(({ levels }) => levels.length > 1);
}

interface Grid {
  readonly key: string;
  add(device: number, slot: number): void;
  map(): Heatmap;
}

function newGrid(
  plan: SlotPlan,
  devices: readonly string[],
  columns: readonly Columns[],
  axes: readonly KnownAxis[],
  query: LiveQuery,
  key: string,
): Grid | undefined {
  const [x, y] = [query.x, query.y].map((name) => axes.find((axis) => axis.name === name));
  if (x === undefined || y === undefined || x === y) return undefined;
  const held = axes.filter((axis) => axis !== x && axis !== y && query.held[axis.name] !== undefined);
  const placeIn = (axis: KnownAxis, device: number, slot: number): number => {
    if (axis.axis < 0) return device;
    const level = plan.levels[slot * plan.axes.length + axis.axis]!;
    return level < 0 ? -1 : axis.places[level]!;
  };
  const levels = held.map((axis) => axis.levels.indexOf(query.held[axis.name]!));
  const wanted = plan.models.indexOf(query.model);
  const width = x.levels.length;
  /** -1: in no cell. */
  const cellOf = (device: number, slot: number): number => {
    if (plan.model[slot] !== wanted || plan.reference[slot] !== 0) return -1;
    for (const [at, axis] of held.entries()) if (placeIn(axis, device, slot) !== levels[at]) return -1;
    const [column, row] = [placeIn(x, device, slot), placeIn(y, device, slot)];
    return column < 0 || row < 0 ? -1 : row * width + column;
  };

  const count = width * y.levels.length;
  const planned = new Uint32Array(count);
  const failures = new Uint32Array(count);
  const points = new Uint32Array(count);
  const logs = new Float64Array(count);
  const lows = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const highs = new Float64Array(count);
  const cells: HeatCell[] = new Array(count);
  const stale = new Set<number>(cells.keys());
  const add = (device: number, slot: number): void => {
    const cell = cellOf(device, slot);
    const from = columns[device]!;
    if (cell < 0 || from.state[slot] === notYet) return;
    stale.add(cell);
    const value = query.metric === 'latency' ? from.latency.value[slot]! : from[query.metric][slot]!;
    if (from.state[slot] === failed || !(value > 0)) {
      failures[cell]!++;
      return;
    }
    const [low, high] = bounds(query.metric, from, slot, value);
    points[cell]!++;
    logs[cell]! += Math.log(value);
    lows[cell] = Math.min(lows[cell]!, low);
    highs[cell] = Math.max(highs[cell]!, high);
  };
  for (const device of devices.keys()) {
    for (let slot = 0; slot < plan.slots; slot++) {
      const cell = cellOf(device, slot);
      if (cell >= 0) planned[cell]!++;
      add(device, slot);
    }
  }

  const cellAt = (at: number): HeatCell => {
    const place = { x: at % width, y: Math.floor(at / width) };
    const missing = missingIn(planned[at]!, points[at]!, failures[at]!);
    if (points[at] === 0) return { kind: 'missing', ...place, missing };
    const value = Math.exp(logs[at]! / points[at]!);
    return { kind: 'value', ...place, value, low: lows[at]!, high: highs[at]!, points: points[at]!, missing };
  };
  let last: Heatmap | undefined;
  const infos = axes.map(infoOf);
  const head = {
    kind: 'heatmap',
    model: query.model,
    metric: query.metric,
    x: infoOf(x),
    y: infoOf(y),
    chosen: 'given',
    aggregated: axes.filter((axis) => axis !== x && axis !== y && !held.includes(axis)).map(({ name }) => name),
    fixed: held.map(({ name }) => ({ axis: name, level: query.held[name]! })),
    region: regionOf(infos),
  } as const;
  return {
    key,
    add,
    map() {
      if (last !== undefined && stale.size === 0) return last;
      for (const at of stale) cells[at] = cellAt(at);
      stale.clear();
      const range = rangeOf(cells);
      const isLog = range !== undefined && range.high >= 10 * range.low;
      last = { ...head, cells: [...cells], range, scale: isLog ? 'log' : 'linear' };
      return last;
    },
  };
}

/** The interval of one measurement in the metric; rates go the other way than time. */
function bounds(metric: LiveMetric, from: Columns, slot: number, value: number): readonly [low: number, high: number] {
  const { latency } = from;
  const [low, high] = [latency.low[slot]!, latency.high[slot]!];
  if (!(low > 0) || !(high > 0)) return [value, value];
  if (metric === 'latency') return [low, high];
  const median = latency.value[slot]!;
  return [(value * median) / high, (value * median) / low];
}

function missingIn(planned: number, points: number, failures: number): readonly MissingReason[] {
  const left = planned - points - failures;
  const reasons: MissingReason[] = [];
  if (failures > 0) reasons.push({ kind: 'failed', count: failures, detail: '' });
  if (left > 0) reasons.push({ kind: 'not-yet', count: left, detail: '' });
  if (planned === 0) reasons.push({ kind: 'not-planned', count: 0, detail: '' });
  return reasons;
}

function rangeOf(cells: readonly HeatCell[]): Heatmap['range'] {
  let [low, high] = [Number.POSITIVE_INFINITY, 0];
  for (const cell of cells) {
    if (cell.kind !== 'value') continue;
    low = Math.min(low, cell.value);
    high = Math.max(high, cell.value);
  }
  return high === 0 ? undefined : { low, high };
}

function infoOf({ name, origin, isNumeric, levels }: KnownAxis): AxisInfo {
  const kind = isNumeric ? 'numeric' : 'categorical';
  const values: readonly AxisValue[] = isNumeric ? levels.map(Number) : levels;
  return { name, origin, kind, levels: values, geometric: false };
}
