// One line of a records file: a record with its cursor, so that the file alone says how far a device was read.
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';

export interface StoredRecord {
  /** Number of the record in the device's journal of this run; grows. */
  readonly cursor: number;
  readonly record: DurableRecord;
}

export type ParsedLine =
  | { readonly kind: 'ok'; readonly stored: StoredRecord }
  | { readonly kind: 'broken'; readonly reason: string };

const recordKinds: ReadonlySet<string> = new Set<DurableRecord['kind']>([
  'run',
  'ceiling',
  'point',
  'failure',
  'state',
]);

export function formatLine(stored: StoredRecord): string {
  return `${JSON.stringify({ cursor: stored.cursor, record: stored.record })}\n`;
}

/** Checks the frame, not the record's every field: the agent made it and a newer one may add to it. */
export function parseLine(line: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
  }
  if (!isObject(value) || !Number.isSafeInteger(value.cursor)) return { kind: 'broken', reason: 'there is no cursor' };
  const { record } = value;
  if (!isObject(record) || typeof record.id !== 'string') return { kind: 'broken', reason: 'there is no record id' };
  if (typeof record.kind !== 'string' || !recordKinds.has(record.kind)) {
    return { kind: 'broken', reason: `a record of kind ${JSON.stringify(record.kind)} is not known` };
  }
  return { kind: 'ok', stored: value as unknown as StoredRecord };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
