// The columns of an exported run: a row a slot, measured or failed. docs/cli.md lists them.
import type {
  Cost,
  FailureRecord,
  ParameterValue,
  PointRecord,
  ProgramFigures,
  Reading,
  Scenario,
} from '@edgewright/schemas/generated/record.js';

export type SlotRecord = PointRecord | FailureRecord;

/** `integer` is in the range of INT32; what may be larger is `number`, a double. */
export type ColumnType = 'text' | 'number' | 'integer' | 'boolean' | 'numbers';
export type Cell = string | number | boolean | readonly number[] | null;

export interface ExportColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** Null where the record has no such value. */
  readonly cell: (record: SlotRecord, device: string) => Cell;
}

/** What the columns depend on, from a first pass over the records. */
export interface ColumnSurvey {
  add(record: SlotRecord): void;
  /** Columns in their order: who, what, how, cost, result, circumstances. */
  columns(): readonly ExportColumn[];
}

export function surveyColumns(): ColumnSurvey {
  const axes = new Map<string, ColumnType>();
  const percentiles = new Set<number>();
  return {
    add(record) {
      for (const [name, value] of Object.entries(record.point.model.parameters)) {
        axes.set(name, join(axes.get(name), typeOf(value)));
      }
      if (record.kind === 'point') for (const { p } of record.summary.percentiles) percentiles.add(p);
    },
    columns: () => [
      ...identity,
      ...[...axes].map(([name, type]) => axisColumn(name, type)),
      ...execution,
      ...costs,
      ...result,
      ...[...percentiles].sort((a, b) => a - b).map(percentileColumn),
      ...figures,
      ...circumstances,
    ],
  };
}

const identity: readonly ExportColumn[] = [
  text('device', (_, device) => device),
  text('run', ({ run }) => run),
  text('time', ({ time }) => time),
  integer('slot', ({ slot }) => slot),
  text('role', ({ role }) => role),
  integer('repeat', ({ repeat }) => repeat),
  integer('attempt', ({ attempt }) => attempt),
  text('status', ({ kind }) => (kind === 'point' ? 'measured' : 'failed')),
  text(
    'verdict',
    ofPoint(({ verdict }) => verdict.kind),
  ),
  text(
    'reasons',
    ofPoint(({ verdict }) => verdict.reasons.join('; ')),
  ),
  text(
    'code',
    ofFailure(({ code }) => code),
  ),
  text(
    'phase',
    ofFailure(({ phase }) => phase),
  ),
  text(
    'message',
    ofFailure(({ message }) => message),
  ),
  text('point', ({ point }) => point.id),
  text('model', ({ point }) => point.model.name),
  text('family', ({ point }) => point.model.family),
  text('artifact', ({ point }) => point.model.artifact ?? null),
];

const execution: readonly ExportColumn[] = [
  text('runtime', ({ point }) => point.execution.runtime),
  integer('threads', ({ point }) => point.execution.threads),
  text('precision', ({ point }) => point.execution.precision),
  text('optimization', ({ point }) => point.execution.optimization),
  text('ablation', ({ point }) => point.execution.ablation ?? 'none'),
  text('scenario', ({ point }) => scenarioText(point.execution.scenario)),
  text(
    'runtimeVersion',
    ofPoint(({ runtimeVersion }) => runtimeVersion),
  ),
];

const costs: readonly ExportColumn[] = (
  ['parameters', 'macs', 'flops', 'weightBytes', 'activationBytes', 'trafficBytes'] satisfies (keyof Cost)[]
).map((name) => number(name, ({ cost }) => cost[name]));

const result: readonly ExportColumn[] = [
  integer(
    'items',
    ofPoint(({ items }) => items),
  ),
  integer(
    'n',
    ofPoint(({ summary }) => summary.n),
  ),
  number(
    'median',
    ofPoint(({ summary }) => summary.median),
  ),
  number(
    'low',
    ofPoint(({ summary }) => summary.interval.low),
  ),
  number(
    'high',
    ofPoint(({ summary }) => summary.interval.high),
  ),
  number(
    'confidence',
    ofPoint(({ summary }) => summary.interval.confidence),
  ),
  number(
    'halfWidth',
    ofPoint(({ summary }) => summary.interval.halfWidth),
  ),
  number(
    'effective',
    ofPoint(({ summary }) => summary.interval.effective),
  ),
  number(
    'mean',
    ofPoint(({ summary }) => summary.mean),
  ),
  number(
    'sd',
    ofPoint(({ summary }) => summary.sd),
  ),
  number(
    'min',
    ofPoint(({ summary }) => summary.min),
  ),
  number(
    'max',
    ofPoint(({ summary }) => summary.max),
  ),
  number(
    'throughput',
    ofPoint(({ summary }) => summary.throughput),
  ),
];

const circumstances: readonly ExportColumn[] = [
  ...(['generate', 'load', 'first', 'warmup', 'steady'] as const).map((phase) =>
    number(
      `${phase}Time`,
      ofPoint(({ phases }) => phases[phase]),
    ),
  ),
  number(
    'memoryBefore',
    ofPoint(({ memory }) => memory.before),
  ),
  number(
    'memoryLoaded',
    ofPoint(({ memory }) => memory.loaded),
  ),
  number(
    'memoryPeak',
    ofPoint(({ memory }) => memory.peak),
  ),
  number(
    'othersBusy',
    ofPoint(({ telemetry }) => readingOf(telemetry.othersBusy)),
  ),
  number(
    'temperatureStart',
    ofPoint(({ telemetry }) => readingOf(telemetry.start.temperature)),
  ),
  number(
    'temperatureEnd',
    ofPoint(({ telemetry }) => readingOf(telemetry.end.temperature)),
  ),
  number(
    'frequencyStart',
    ofPoint(({ telemetry }) => readingOf(telemetry.start.frequency)),
  ),
  number(
    'frequencyEnd',
    ofPoint(({ telemetry }) => readingOf(telemetry.end.frequency)),
  ),
  text('fingerprint', ({ fingerprint }) => fingerprint),
  { name: 'latencies', type: 'numbers', cell: ofPoint(({ latencies }) => latencies) },
];

const figures: readonly ExportColumn[] = (
  ['lowered', 'kernels', 'interpreted', 'movedBytes', 'arenaBytes', 'constantBytes'] satisfies (keyof ProgramFigures)[]
).map((name) =>
  number(
    name,
    ofPoint(({ program }) => program?.[name] ?? null),
  ),
);

const fixedNames: ReadonlySet<string> = new Set(
  [...identity, ...execution, ...costs, ...result, ...figures, ...circumstances].map(({ name }) => name),
);

/** An axis that has the name of another column stands as `dimension.<name>`. */
function axisColumn(axis: string, type: ColumnType): ExportColumn {
  const cell = ({ point }: SlotRecord): Cell => {
    const value = point.model.parameters[axis] ?? null;
    return value === null || type === 'integer' || type === 'number' || type === 'boolean'
      ? (value as Cell)
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  };
  return { name: fixedNames.has(axis) ? `dimension.${axis}` : axis, type, cell };
}

function percentileColumn(p: number): ExportColumn {
  return number(
    `p${p}`,
    ofPoint(({ summary }) => summary.percentiles.find((one) => one.p === p)?.value ?? null),
  );
}

/** Lists and mixtures are text: a column has one type. */
function typeOf(value: ParameterValue): ColumnType {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value !== 'number') return 'text';
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? 'integer' : 'number';
}

function join(known: ColumnType | undefined, type: ColumnType): ColumnType {
  if (known === undefined || known === type) return type;
  const isNumeric = (one: ColumnType) => one === 'integer' || one === 'number';
  return isNumeric(known) && isNumeric(type) ? 'number' : 'text';
}

function scenarioText(scenario: Scenario): string {
  switch (scenario.kind) {
    case 'single-stream':
      return scenario.kind;
    case 'offline':
      return `offline concurrency=${scenario.concurrency}`;
    case 'fixed-rate':
      return `fixed-rate rate=${scenario.rate}`;
    case 'idle-gap':
      return `idle-gap gap=${scenario.gap}`;
  }
}

function readingOf(reading: Reading): number | null {
  return 'value' in reading ? reading.value : null;
}

function ofPoint(cell: (record: PointRecord) => Cell): (record: SlotRecord) => Cell {
  return (record) => (record.kind === 'point' ? cell(record) : null);
}

function ofFailure(cell: (record: FailureRecord) => Cell): (record: SlotRecord) => Cell {
  return (record) => (record.kind === 'failure' ? cell(record) : null);
}

function text(name: string, cell: ExportColumn['cell']): ExportColumn {
  return { name, type: 'text', cell };
}

function number(name: string, cell: ExportColumn['cell']): ExportColumn {
  return { name, type: 'number', cell };
}

function integer(name: string, cell: ExportColumn['cell']): ExportColumn {
  return { name, type: 'integer', cell };
}
