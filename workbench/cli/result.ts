// What came of a point in one line: the figures first and in columns, so that the eye can run down them.
import { formatTime } from '@edgewright/core/analysis/number.js';
import type { FailureRecord, PointRecord } from '@edgewright/schemas/generated/record.js';
import type { Naming } from '../text/naming.ts';
import { pad } from './table.ts';

/** "1.07 ms ± 2.4 %  transformer layers 4, length 64 on ort"; a verdict that is not ok stands before the name. */
export function formatResult(record: PointRecord | FailureRecord, naming: Naming): string {
  const role = record.role === 'reference' ? ' (reference)' : '';
  const name = `${naming.point(record.point)}${role}`;
  if (record.kind === 'failure') return `failed [${record.code}] ${name}: ${record.message}`;
  const { median, interval } = record.summary;
  const percent = 100 * interval.halfWidth;
  const halfWidth = Number.isFinite(percent) ? percent.toFixed(percent < 99.95 ? 1 : 0) : '?';
  const verdict = record.verdict.kind === 'ok' ? '' : `${record.verdict.kind}: `;
  return `${pad(formatTime(median), 7, 'right')} ±${pad(halfWidth, 4, 'right')} %  ${verdict}${name}`;
}
