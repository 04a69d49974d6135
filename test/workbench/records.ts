// Records as an agent makes them, for tests of what the workbench does with them.
import type {
  CeilingRecord,
  Cost,
  DurableRecord,
  FailureRecord,
  Point,
  PointRecord,
  Reading,
  RunRecord,
  SensorSample,
  StateRecord,
} from '@edgewright/schemas/generated/record.js';
import type { StoredRecord } from '@edgewright/workbench/runs/line.js';

const cost: Cost = {
  parameters: 4554,
  macs: 4512,
  flops: 9098,
  weightBytes: 18216,
  activationBytes: 1088,
  trafficBytes: 19792,
};

const time = '2026-01-02T03:04:05.000Z';
const base = { run: 'run', device: 'device-id', time, fingerprint: 'f00d' } as const;

export function runRecord(slots: number): RunRecord {
  return {
    ...base,
    kind: 'run',
    id: 'run',
    sweep: 'edgewright: sweep/v1',
    slots,
    points: slots,
    agent: '0.1.0',
    profile: {
      hostname: 'pi',
      board: 'Raspberry Pi 5 Model B',
      soc: 'bcm2712',
      arch: 'arm64',
      platform: 'linux',
      os: 'Debian GNU/Linux 12',
      kernel: '6.6.31',
      cpu: 'Cortex-A76',
      cores: 4,
      maxFrequency: { value: 2400 },
      governor: 'ondemand',
      memory: 8 * 2 ** 30,
      node: '24.0.0',
      runtimes: [
        { name: 'ort', version: '1.30.0' },
        { name: 'ort-web', version: '', unavailable: 'the package is not installed', fix: 'Install it.' },
      ],
      clockResolution: 40,
      powerMode: '',
      sensors: ['/sys/class/thermal/thermal_zone0/temp'],
    },
  };
}

export function pointOf(
  slot: number,
  parameters: Point['model']['parameters'] = { layers: 1 + slot, nodes: 64 },
): Point {
  return {
    id: `point-${slot}`,
    seed: 1,
    model: { name: 'fc', family: 'fc', parameters },
    execution: {
      runtime: 'ort',
      threads: 1,
      precision: 'float32',
      optimization: 'all',
      scenario: { kind: 'single-stream' },
    },
  };
}

export function sample(temperature: Reading = { value: 48.25 }): SensorSample {
  return {
    time,
    busy: { value: 0.25 },
    available: { value: 3 * 2 ** 30 },
    frequency: { value: 1800 },
    temperature,
    throttle: { active: false, flags: [] },
  };
}

export function pointRecord(slot: number, changes: Partial<PointRecord> = {}): PointRecord {
  return {
    ...base,
    kind: 'point',
    id: `slot-${slot}`,
    slot,
    role: 'point',
    repeat: 0,
    point: pointOf(slot),
    cost,
    attempt: 1,
    phases: { generate: 1, load: 2, first: 3, warmup: 4, steady: 5 },
    items: 1,
    latencies: [1.5, 1.25, 2],
    summary: {
      n: 3,
      mean: 1.583,
      sd: 0.38,
      min: 1.25,
      max: 2,
      median: 1.5,
      interval: { low: 1.25, high: 2, confidence: 0.95, halfWidth: 0.25, effective: 3 },
      percentiles: [
        { p: 50, value: 1.5, needed: 1 },
        { p: 99, value: null, needed: 662 },
      ],
      throughput: 631.6,
    },
    verdict: { kind: 'ok', reasons: [] },
    memory: { before: 1e8, loaded: 1.1e8, peak: 1.2e8 },
    telemetry: { start: sample(), end: sample({ unavailable: 'no zone', fix: 'None.' }), othersBusy: { value: 0.01 } },
    runtimeVersion: '1.30.0',
    ...changes,
  };
}

export function failureRecord(slot: number): FailureRecord {
  return {
    ...base,
    kind: 'failure',
    id: `slot-${slot}`,
    slot,
    role: 'point',
    repeat: 0,
    point: pointOf(slot),
    cost,
    attempt: 1,
    phase: 'load',
    code: 'out-of-memory',
    message: 'The process grew past 256 MiB.',
    fix: 'Raise `measure.memoryLimit`.',
    detail: { signal: 'SIGKILL', peak: 268435456 },
  };
}

export function ceilingRecord(): CeilingRecord {
  return {
    ...base,
    kind: 'ceiling',
    id: 'ceiling-ort-1',
    runtime: 'ort',
    threads: 1,
    precision: 'float32',
    flops: { value: 40e9, samples: [39e9, 40e9], method: 'matrix product' },
    bandwidth: { value: 10e9, samples: [10e9], method: 'copy' },
  };
}

export function stateRecord(state: StateRecord['state'], number = 0): StateRecord {
  return { ...base, kind: 'state', id: `state-${state}-${number}`, state, reason: '' };
}

/** The records of a whole run of so many points, with cursors from 1. */
export function wholeRun(slots: number): readonly StoredRecord[] {
  const records: DurableRecord[] = [
    runRecord(slots),
    stateRecord('running'),
    ceilingRecord(),
    ...Array.from({ length: slots }, (_, slot) => pointRecord(slot)),
    stateRecord('finished'),
  ];
  return records.map((record, index) => ({ cursor: index + 1, record }));
}
