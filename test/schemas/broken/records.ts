// Broken lines of a run file.
import type { Code } from '@edgewright/schemas/codes.js';

export interface RecordCase {
  readonly title: string;
  /** A line, or its value. */
  readonly line: unknown;
  readonly code: Code;
}

const state = {
  kind: 'state',
  id: 's',
  run: 'r',
  device: 'd',
  time: '2026-01-01T00:00:00Z',
  state: 'running',
  reason: '',
};

export const brokenRecords: readonly RecordCase[] = [
  { title: 'a line cut by a loss of power', line: JSON.stringify(state).slice(0, 60), code: 'record-not-json' },
  { title: 'an empty line', line: '', code: 'record-not-json' },
  { title: 'zeros of a file system', line: '\0'.repeat(20), code: 'record-not-json' },
  { title: 'a list', line: '[]', code: 'record-shape' },
  { title: 'a kind to come', line: { ...state, kind: 'task' }, code: 'record-shape' },
  { title: 'a kind of objects', line: { ...state, kind: 'constructor' }, code: 'record-shape' },
  { title: 'a state that is none', line: { ...state, state: 'asleep' }, code: 'record-shape' },
  { title: 'a record without an id', line: { ...state, id: undefined }, code: 'record-shape' },
  { title: 'a field that is unknown', line: { ...state, mood: 'good' }, code: 'record-shape' },
];
