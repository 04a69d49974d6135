// Records to read in tests.
import type { PointRecord, SensorSample } from '@edgewright/schemas/generated/record.js';

const sample: SensorSample = {
  time: '2026-01-01T00:00:00.000Z',
  busy: { value: 0.25 },
  available: { value: 1e9 },
  frequency: { value: 1800 },
  temperature: { unavailable: 'There is no thermal zone.', fix: 'None: this machine does not tell it.' },
  throttle: { active: false, flags: [], count: 0 },
};

/** A point record with so many latencies. */
export function pointRecord(latencies: number): PointRecord {
  return {
    kind: 'point',
    id: 'r:d:0',
    run: 'r',
    device: 'd',
    time: '2026-01-01T00:00:00.000Z',
    fingerprint: 'f',
    slot: 0,
    role: 'point',
    repeat: 0,
    point: {
      id: 'p',
      seed: 1,
      model: { name: 'fc', family: 'fc', parameters: { layers: 4, nodes: 128, input: 256, output: 10, batch: 1 } },
      execution: {
        runtime: 'ort',
        threads: 1,
        precision: 'float32',
        optimization: 'all',
        scenario: { kind: 'single-stream' },
      },
    },
    cost: { parameters: 1, macs: 1, flops: 2, weightBytes: 4, activationBytes: 4, trafficBytes: 8 },
    attempt: 1,
    phases: { generate: 1, load: 1, first: 1, warmup: 1, steady: 1 },
    items: 1,
    latencies: Array.from({ length: latencies }, (_, index) => 1 + ((index * 37) % 101) / 997),
    summary: {
      n: latencies,
      mean: 1,
      sd: 0.1,
      min: 0.9,
      max: 1.2,
      median: 1,
      interval: { low: 0.99, high: 1.01, confidence: 0.95, halfWidth: 0.01, effective: 100 },
      percentiles: [
        { p: 50, value: 1, needed: 7 },
        { p: 99, value: null, bound: null, needed: 459 },
      ],
      throughput: 1000,
    },
    verdict: { kind: 'ok', reasons: [] },
    memory: { before: 1e6, loaded: 2e6, peak: 3e6 },
    telemetry: { start: sample, end: sample, othersBusy: { value: 0 } },
    runtimeVersion: '1.30.0',
    output: { elements: 10, mean: 0.1, absMax: 0.5, finite: true },
  };
}
