// Records of a run to what its page needs of them: figures in columns, and words for the newest.
import type {
  DurableRecord,
  FailureRecord,
  PointRecord,
  Reading,
  SensorSample,
} from '@edgewright/schemas/generated/record.js';
import { failedVerdict, type LatestPoint, type LiveResults, type LiveSample, verdictOrder } from '../protocol.ts';
import { slotKey } from './plan.ts';

export type ResultRecord = PointRecord | FailureRecord;

export function isResult(record: DurableRecord): record is ResultRecord {
  return record.kind === 'point' || record.kind === 'failure';
}

/** Words of a batch at most. */
const mostLatest = 20;

/** `device` is the place in the run's devices. Records of slots that are not planned are left out of the columns. */
export function resultsOf(
  device: number,
  records: readonly ResultRecord[],
  places: ReadonlyMap<string, number>,
  nameOf: (point: PointRecord['point']) => string,
): LiveResults {
  const planned = records.flatMap((record) => {
    const place = places.get(slotKey(record.point, record.role, record.repeat));
    return place === undefined ? [] : [{ record, place }];
  });
  const column = (value: (record: PointRecord) => number) =>
    Float64Array.from(planned, ({ record }) => (record.kind === 'point' ? value(record) : Number.NaN));
  return {
    device,
    slot: Int32Array.from(planned, ({ place }) => place),
    median: column(({ summary }) => summary.median),
    low: column(({ summary }) => summary.interval.low),
    high: column(({ summary }) => summary.interval.high),
    throughput: column(({ summary }) => summary.throughput),
    flops: column(({ cost, summary }) => (cost.flops * 1000) / summary.median),
    verdict: Uint8Array.from(planned, ({ record }) =>
      record.kind === 'point' ? verdictOrder.indexOf(record.verdict.kind) : failedVerdict,
    ),
    latest: records.slice(-mostLatest).map((record) => latestOf(record, nameOf)),
  };
}

function latestOf(record: ResultRecord, nameOf: (point: PointRecord['point']) => string): LatestPoint {
  const name = `${nameOf(record.point)}${record.role === 'reference' ? ' (reference)' : ''}`;
  const { slot, time } = record;
  if (record.kind === 'failure') {
    const { code, message, fix } = record;
    return { slot, time, name, result: { kind: 'failed', code, message, fix } };
  }
  const { median, interval } = record.summary;
  const { kind: verdict, reasons } = record.verdict;
  return { slot, time, name, result: { kind: 'measured', median, halfWidth: interval.halfWidth, verdict, reasons } };
}

export function liveSample(device: number, sample: SensorSample): LiveSample {
  const missing: { -readonly [name in keyof LiveSample['missing']]: string } = {};
  const value = (name: 'busy' | 'available' | 'frequency' | 'temperature' | 'power', reading: Reading | undefined) => {
    if (reading !== undefined && 'value' in reading) return reading.value;
    missing[name] =
      reading === undefined ? 'The agent is older than this reading.' : `${reading.unavailable}. ${reading.fix}`;
    return null;
  };
  const { throttle } = sample;
  if ('unavailable' in throttle) missing.throttle = `${throttle.unavailable}. ${throttle.fix}`;
  return {
    device,
    time: Date.parse(sample.time),
    busy: value('busy', sample.busy),
    available: value('available', sample.available),
    frequency: value('frequency', sample.frequency),
    temperature: value('temperature', sample.temperature),
    power: value('power', sample.power),
    isThrottled: 'active' in throttle ? throttle.active : null,
    missing,
  };
}
