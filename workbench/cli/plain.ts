// A run told in plain lines, for logs and CI: a line an event that matters, and one a point.
import { formatUnit } from '@edgewright/core/analysis/number.js';
import type { RunEvent } from '../runs/event.ts';
import type { Naming } from '../text/naming.ts';
import { countText, formatDuration } from '../text/units.ts';
import { formatResult } from './result.ts';

export interface PlainState {
  /** Of the event's device. */
  readonly done: number;
  readonly slots: number;
  readonly naming: Naming;
  /** Whether lines need the name of their device: there are several. */
  readonly isNamed: boolean;
}

/** The line of an event; undefined where it is not worth one. */
export function plainLine(event: RunEvent, state: PlainState): string | undefined {
  const text = textOf(event, state);
  return text === undefined || !state.isNamed ? text : `${event.device}: ${text}`;
}

function textOf(event: RunEvent, state: PlainState): string | undefined {
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
      return `refused the sweep: ${event.diagnostics.length} finding${event.diagnostics.length === 1 ? '' : 's'}`;
    case 'record':
      return recordText(event.record, state);
    // Of a single device both are told at once by what ends the command; among several it may take hours yet.
    case 'ended':
      return state.isNamed ? `${event.state}, ${state.done}/${state.slots}` : undefined;
    case 'failed':
      return state.isNamed ? `failed [${event.code}]: ${event.message}` : undefined;
    case 'status':
    case 'sample':
      return undefined;
  }
}

function recordText(
  record: Extract<RunEvent, { kind: 'record' }>['record'],
  { done, slots, naming }: PlainState,
): string | undefined {
  switch (record.kind) {
    case 'run':
      return countText(record.points, record.slots);
    case 'ceiling': {
      const { runtime, threads, flops, bandwidth } = record;
      const where = `${runtime}, ${threads} thread${threads === 1 ? '' : 's'}`;
      return `ceiling of ${where}: ${formatUnit(flops.value, 'FLOP/s')}, ${formatUnit(bandwidth.value, 'B/s')}`;
    }
    case 'point':
    case 'failure': {
      const total = slots === 0 ? '?' : String(slots);
      return `${String(done).padStart(total.length)}/${total}  ${formatResult(record, naming)}`;
    }
    case 'state':
      // A run begins queued, and its end is told with what came of it.
      if (record.state === 'queued' || record.state === 'finished') return undefined;
      return record.reason === '' ? record.state : `${record.state}: ${record.reason}`;
  }
}
