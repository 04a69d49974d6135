// A record must fit one frame of the link.
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';

/**
 * The record itself where its JSON has at most `bytes`; else with every k-th latency, k the least that fits, and a verdict
 * that says so. The summary is of all latencies either way.
 */
export function fitRecord(record: DurableRecord, bytes: number): DurableRecord {
  if (record.kind !== 'point') return record;
  const size = JSON.stringify(record).length;
  if (size <= bytes) return record;
  const ofLatencies = JSON.stringify(record.latencies).length;
  // The reason below is shorter than this.
  const room = bytes - (size - ofLatencies) - 200;
  const step = Math.max(2, Math.ceil(ofLatencies / Math.max(1, room)) + 1);
  const reason = `The record keeps every ${step}th of ${record.latencies.length} latencies: all of them would not fit ${bytes} bytes.`;
  return {
    ...record,
    latencies: record.latencies.filter((_, index) => index % step === 0),
    verdict: { ...record.verdict, reasons: [...record.verdict.reasons, reason] },
  };
}
