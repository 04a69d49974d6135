// The one form that every analysis takes: a row a slot. Raw latencies stay where they are; a row holds the place of
// its record in the input, so that records may be read as a stream and dropped.
import type {
  CeilingRecord,
  Cost,
  DurableRecord,
  FailureRecord,
  FamilyName,
  ParameterValue,
  PointRecord,
  Precision,
  ProgramFigures,
  RunRecord,
  RuntimeName,
  Scenario,
  SlotRole,
  StateRecord,
  VerdictKind,
} from '@edgewright/schemas/generated/record.js';

export interface Table {
  readonly rows: readonly Row[];
  readonly runs: readonly RunRecord[];
  readonly ceilings: readonly CeilingRecord[];
  readonly states: readonly StateRecord[];
}

/** A list such as blocks per group is one level and reads `[3, 4, 6, 3]`. */
export type AxisValue = number | string | boolean;

export interface Row {
  /** Of the record. */
  readonly id: string;
  /** Place of the record in the input of `tableOf`, from 0: the handle to its raw latencies. */
  readonly source: number;
  /** Hash of what was measured: the same on every device and in every repeat. */
  readonly point: string;
  /** Number of the point on its device, from 0: equal in its repeats and in no other row of the table. */
  readonly configuration: number;
  readonly run: string;
  readonly device: string;
  readonly fingerprint: string;
  readonly model: string;
  readonly family: FamilyName;
  /** SHA-256 of the file, for onnx. */
  readonly artifact: string | undefined;
  /** Every parameter of the model, then runtime, threads, precision, optimization, ablation and scenario. Rows of one point share it. */
  readonly axes: Readonly<Record<string, AxisValue>>;
  readonly runtime: RuntimeName;
  readonly threads: number;
  readonly precision: Precision;
  readonly cost: Cost;
  readonly role: SlotRole;
  readonly repeat: number;
  readonly status: RowStatus;
  /** Undefined in a row that failed. */
  readonly measured: RowMeasured | undefined;
}

export type RowStatus =
  | { readonly kind: 'measured'; readonly verdict: VerdictKind }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly phase: FailureRecord['phase'];
      readonly message: string;
      readonly fix: string;
    };

export interface RowMeasured {
  readonly items: number;
  /** ms: the median and its confidence interval, with the number of effective samples behind it. */
  readonly latency: {
    readonly median: number;
    readonly low: number;
    readonly high: number;
    readonly confidence: number;
    readonly effective: number;
  };
  /** Items a second. */
  readonly throughput: number;
  /** FLOP/s: FLOPs of one inference by the median latency. */
  readonly flops: number;
  /** `flops` as a fraction of the measured ceiling of the same device, runtime, threads and precision; undefined without one. */
  readonly utilisation: number | undefined;
  /** Of the program that jit made; undefined for other runtimes. */
  readonly program: ProgramFigures | undefined;
}

/** One pass over the records. Rows keep the order of the input; a record seen twice (by run and id) counts once. */
export function tableOf(records: Iterable<DurableRecord>): Table {
  const builder = tableBuilder();
  for (const record of records) builder.add(record);
  return builder.table();
}

export interface TableBuilder {
  /** Place of its row in the table; undefined where the record makes none. */
  readonly add: (record: DurableRecord) => number | undefined;
  /** Of the records added so far. Tables of one builder share their rows. */
  readonly table: () => Table;
}

/** For records that come as a stream: none is kept, and texts and costs that rows have in common are held once. */
export function tableBuilder(): TableBuilder {
  const rows: Building[] = [];
  const runs: RunRecord[] = [];
  const ceilings: CeilingRecord[] = [];
  const states: StateRecord[] = [];
  const shared: SharedValues = { axes: new Map(), costs: new Map(), configurations: new Map(), texts: new Map() };
  const seen = new Map<string, Set<string>>();
  let source = -1;
  const add = (record: DurableRecord) => {
    source++;
    if (isSeen(seen, record)) return undefined;
    switch (record.kind) {
      case 'run':
        runs.push(record);
        return undefined;
      case 'ceiling':
        ceilings.push(record);
        return undefined;
      case 'state':
        states.push(record);
        return undefined;
      default:
        return rows.push(rowOf(record, source, shared)) - 1;
    }
  };
  const table = () => {
    const ceilingOf = ceilingIndex(ceilings);
    for (const { measured, ...row } of rows) {
      const ceiling = measured && ceilingOf(row);
      if (measured && ceiling) measured.utilisation = measured.flops / ceiling.flops.value;
    }
    return { rows: [...rows], runs: [...runs], ceilings: [...ceilings], states: [...states] };
  };
  return { add, table };
}

/** The best ceiling for a row: of its own fingerprint where there is one, else of its device in another state. */
export function ceilingIndex(
  ceilings: readonly CeilingRecord[],
): (row: Pick<Row, 'device' | 'fingerprint' | 'runtime' | 'threads' | 'precision'>) => CeilingRecord | undefined {
  const best = new Map<string, CeilingRecord>();
  for (const ceiling of ceilings) {
    for (const key of [ceilingKey(ceiling), ceilingKey({ ...ceiling, fingerprint: '' })]) {
      const known = best.get(key);
      if (!known || ceiling.flops.value > known.flops.value) best.set(key, ceiling);
    }
  }
  return (row) => best.get(ceilingKey(row)) ?? best.get(ceilingKey({ ...row, fingerprint: '' }));
}

type Building = Omit<Row, 'measured'> & {
  readonly measured: (RowMeasured & { utilisation: number | undefined }) | undefined;
};

function isSeen(seen: Map<string, Set<string>>, { run, id }: DurableRecord): boolean {
  let ids = seen.get(run);
  if (!ids) {
    ids = new Set();
    seen.set(run, ids);
  }
  if (ids.has(id)) return true;
  ids.add(id);
  return false;
}

function ceilingKey(key: Pick<Row, 'device' | 'fingerprint' | 'runtime' | 'threads' | 'precision'>): string {
  return `${key.device}\n${key.fingerprint}\n${key.runtime}\n${key.threads}\n${key.precision}`;
}

interface SharedValues {
  readonly axes: Map<string, Row['axes']>;
  readonly costs: Map<string, Cost>;
  readonly configurations: Map<string, number>;
  readonly texts: Map<string, string>;
}

function rowOf(record: PointRecord | FailureRecord, source: number, known: SharedValues): Building {
  const { id, role, repeat, point } = record;
  const axes = once(known.axes, point.id, () => axesOfPoint(point));
  const cost = once(known.costs, point.id, () => record.cost);
  const text = (value: string) => once(known.texts, value, () => value);
  const [run, device, fingerprint] = [text(record.run), text(record.device), text(record.fingerprint)];
  const configuration = once(known.configurations, `${device}\n${point.id}`, () => known.configurations.size);
  const { name: model, family, artifact } = point.model;
  const { runtime, threads, precision } = point.execution;
  const subject = { id, source, point: point.id, configuration, run, device, fingerprint, model, family, artifact };
  const shared = { ...subject, axes, runtime, threads, precision, cost, role, repeat };
  if (record.kind === 'failure') {
    const { code, phase, message, fix } = record;
    return { ...shared, status: { kind: 'failed', code, phase, message, fix }, measured: undefined };
  }
  const { summary, items, verdict, program } = record;
  const { low, high, confidence, effective } = summary.interval;
  const latency = { median: summary.median, low, high, confidence, effective };
  const flops = (cost.flops * 1000) / summary.median;
  const measured = { items, latency, throughput: summary.throughput, flops, utilisation: undefined, program };
  return { ...shared, status: { kind: 'measured', verdict: verdict.kind }, measured };
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}

/** Model parameters, then the execution. An execution axis hides a symbolic dimension of the same name. */
export function axesOfPoint({ model, execution }: PointRecord['point']): Readonly<Record<string, AxisValue>> {
  const { runtime, threads, precision, optimization, ablation = 'none', scenario } = execution;
  const parameters = Object.entries(model.parameters).map(([name, value]) => [name, levelOf(value)] as const);
  const executed = { runtime, threads, precision, optimization, ablation, scenario: scenarioName(scenario) };
  return { ...Object.fromEntries(parameters), ...executed };
}

function levelOf(value: ParameterValue): AxisValue {
  return Array.isArray(value) ? `[${value.join(', ')}]` : value;
}

function scenarioName(scenario: Scenario): string {
  switch (scenario.kind) {
    case 'single-stream':
      return 'single-stream';
    case 'offline':
      return `offline, ${scenario.concurrency} in flight`;
    case 'fixed-rate':
      return `fixed-rate, ${scenario.rate}/s`;
    case 'idle-gap':
      return `idle-gap, ${scenario.gap} ms`;
  }
}
