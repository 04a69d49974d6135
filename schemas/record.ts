// A line of a run file to a record.
import type { Code } from './codes.ts';
import type { DurableRecord } from './generated/record.ts';
import * as shapes from './generated/record-shapes.ts';
import { messageOf } from './params.ts';
import type { Validator } from './shape.ts';

export type ParsedRecord =
  | { readonly kind: 'ok'; readonly record: DurableRecord }
  | { readonly kind: 'refused'; readonly code: Code; readonly message: string; readonly fix: string };

/** Checks every field against the schema: a reader of the record need not. Never throws. */
export function parseRecord(line: string): ParsedRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const cut = line.trimEnd().endsWith('}') ? '' : ' It has no closing brace, so it was cut while it was written.';
    const message = `The line is not JSON.${cut}`;
    return {
      kind: 'refused',
      code: 'record-not-json',
      message,
      fix: 'Remove the line; resuming the run fetches the record again.',
    };
  }
  return checkRecord(value);
}

/** As parseRecord, of a value that is parsed. */
export function checkRecord(value: unknown): ParsedRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return misshapen('record must be an object');
  const { kind } = value as { kind?: unknown };
  const validate =
    typeof kind === 'string' && Object.hasOwn(recordShapes, kind)
      ? recordShapes[kind as DurableRecord['kind']]
      : undefined;
  if (validate === undefined) {
    return misshapen(
      `record.kind is ${JSON.stringify(kind)?.slice(0, 60)}, and must be one of ${Object.keys(recordShapes).join(', ')}`,
    );
  }
  if (!validate(value)) return misshapen(messageOf(validate.errors?.[0], 'record'));
  return { kind: 'ok', record: value as DurableRecord };
}

const recordShapes = {
  run: shapes.runRecord,
  ceiling: shapes.ceilingRecord,
  point: shapes.pointRecord,
  failure: shapes.failureRecord,
  state: shapes.stateRecord,
} as Readonly<Record<DurableRecord['kind'], Validator>>;

function misshapen(message: string): ParsedRecord {
  const fix = 'Read the run with the version of Edgewright that wrote it, or remove the line.';
  return { kind: 'refused', code: 'record-shape', message: `The line is no record: ${message}.`, fix };
}
