// Durable records for the tests of the analysis: everything beside what a test names is the same.
import type {
  CeilingRecord,
  Cost,
  Execution,
  FailureRecord,
  Parameters,
  Point,
  PointRecord,
  ProgramFigures,
  Reading,
  VerdictKind,
} from '@edgewright/schemas/generated/record.js';

const time = '2026-01-01T00:00:00.000Z';
const none: Reading = { unavailable: 'no sensor', fix: 'none' };
const cost: Cost = {
  parameters: 1e4,
  macs: 5e5,
  flops: 1e6,
  weightBytes: 4e4,
  activationBytes: 1e3,
  trafficBytes: 5e4,
};

const figures: ProgramFigures = {
  lowered: 40,
  kernels: 20,
  interpreted: 0,
  movedBytes: 1e6,
  arenaBytes: 1e5,
  constantBytes: 1e4,
};

export interface Given {
  readonly parameters: Parameters;
  readonly execution?: Partial<Execution>;
  readonly device?: string;
  readonly run?: string;
  readonly model?: string;
  readonly repeat?: number;
  readonly role?: 'point' | 'reference';
  readonly cost?: Partial<Cost>;
}

/** `latency` in ms; `width` is the half-width of its interval as a fraction. */
export function measured(
  given: Given & {
    readonly latency: number;
    readonly width?: number;
    readonly verdict?: VerdictKind;
    readonly program?: Partial<ProgramFigures>;
  },
): PointRecord {
  const { latency, width = 0.01, verdict = 'ok', program } = given;
  const interval = { low: latency * (1 - width), high: latency * (1 + width), confidence: 0.95, halfWidth: width };
  const throughput = 1000 / latency;
  const values = { n: 100, mean: latency, sd: 0.1, min: latency, max: latency, median: latency, percentiles: [] };
  const sample = {
    time,
    busy: none,
    available: none,
    frequency: none,
    temperature: none,
    throttle: { active: false, flags: [] },
  };
  return {
    ...headOf(given),
    kind: 'point',
    phases: { generate: 1, load: 1, first: 1, warmup: 1, steady: 1 },
    items: 1,
    latencies: [latency],
    summary: { ...values, interval: { ...interval, effective: 100 }, throughput },
    verdict: { kind: verdict, reasons: [] },
    memory: { before: 1, loaded: 2, peak: 3 },
    telemetry: { start: sample, end: sample, othersBusy: none },
    runtimeVersion: '1.0.0',
    ...(program && { program: { ...figures, ...program } }),
  };
}

export function failed(given: Given & { readonly code: string }): FailureRecord {
  const { code } = given;
  return {
    ...headOf(given),
    kind: 'failure',
    phase: 'load',
    code,
    message: 'It failed.',
    fix: 'Make it smaller.',
    detail: {},
  };
}

export function ceiling(
  given: Partial<CeilingRecord> & { readonly peak: number; readonly bytes: number },
): CeilingRecord {
  const { peak, bytes, ...rest } = given;
  const of = (value: number) => ({ value, samples: [value], method: 'test' });
  const key = { device: 'pi', fingerprint: 'f', runtime: 'ort', threads: 1, precision: 'float32' } as const;
  const id = `ceiling ${JSON.stringify(rest)}`;
  return { kind: 'ceiling', id, run: 'r', time, ...key, flops: of(peak), bandwidth: of(bytes), ...rest };
}

/** Every combination of the levels. */
export function grid<Axes extends Record<string, readonly (number | string)[]>>(
  axes: Axes,
): { [Name in keyof Axes]: Axes[Name][number] }[] {
  let cells: Record<string, number | string>[] = [{}];
  for (const [name, levels] of Object.entries(axes)) {
    cells = cells.flatMap((cell) => levels.map((level) => ({ ...cell, [name]: level })));
  }
  return cells as { [Name in keyof Axes]: Axes[Name][number] }[];
}

function headOf(given: Given) {
  const execution: Execution = {
    runtime: 'ort',
    threads: 1,
    precision: 'float32',
    optimization: 'all',
    scenario: { kind: 'single-stream' },
    ...given.execution,
  };
  const { parameters, run = 'r', device = 'pi', model = 'fc', repeat = 0, role = 'point' } = given;
  const id = JSON.stringify([model, parameters, execution]);
  const point: Point = { id, seed: 1, model: { name: model, family: 'fc', parameters }, execution };
  const place = { run, device, time, fingerprint: 'f', slot: 0, role, repeat, attempt: 1 };
  return { id: `${device} ${id} ${role} ${repeat}`, ...place, point, cost: { ...cost, ...given.cost } };
}
