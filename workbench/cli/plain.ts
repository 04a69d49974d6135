// A run told in plain lines, for logs and CI: a line an event that matters, and one a point.
import type { RunEvent } from '../runs/event.ts';
import { formatPoint } from './slot.ts';
import { formatDuration } from './units.ts';

/** The line of an event; undefined where it is not worth one. `done` and `slots` are of its device. */
export function plainLine(event: RunEvent, done: number, slots: number): string | undefined {
  const text = textOf(event, `${done}/${slots === 0 ? '?' : slots}`);
  return text === undefined ? undefined : `${event.device}: ${text}`;
}

function textOf(event: RunEvent, count: string): string | undefined {
  switch (event.kind) {
    case 'linked':
      return `linked (${event.address})`;
    case 'dropped':
      return `link lost [${event.code}]: ${event.message} Next try in ${formatDuration(event.wait)}.`;
    case 'repaired':
      return `cut off a torn last line of ${event.bytes} bytes; the device sends that record again`;
    case 'sending':
      return event.sent === event.bytes ? `sent ${event.artifact}` : undefined;
    case 'refused':
      return `refused the sweep: ${event.diagnostics.length} findings`;
    case 'record':
      return recordText(event.record, count);
    case 'ended':
      return `${event.state} ${count}`;
    case 'failed':
      return `failed [${event.code}]: ${event.message}`;
    case 'status':
    case 'sample':
      return undefined;
  }
}

function recordText(record: Extract<RunEvent, { kind: 'record' }>['record'], count: string): string | undefined {
  switch (record.kind) {
    case 'run':
      return `${record.points} points in ${record.slots} slots`;
    case 'ceiling':
      return `ceiling of ${record.runtime}, ${record.threads} thread${record.threads === 1 ? '' : 's'}: ${(record.flops.value / 1e9).toFixed(1)} GFLOP/s, ${(record.bandwidth.value / 1e9).toFixed(1)} GB/s`;
    case 'point': {
      const { median, interval } = record.summary;
      const plusMinus = `${(100 * interval.halfWidth).toFixed(1)} %`;
      return `${count} ${formatPoint(record.point)}: ${median.toPrecision(4)} ms +-${plusMinus}, ${record.verdict.kind}`;
    }
    case 'failure':
      return `${count} ${formatPoint(record.point)}: failed [${record.code}] ${record.message}`;
    case 'state':
      return `${record.state}${record.reason === '' ? '' : `: ${record.reason}`}`;
  }
}
