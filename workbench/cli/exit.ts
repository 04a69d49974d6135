// Exit codes, and how a command says that it failed.
import { type Code, CodedError, codes } from '@edgewright/schemas/codes.js';
import { printable } from '../text/printable.ts';
import type { Io } from './io.ts';

export const exitCodes = {
  ok: 0,
  /** The command worked and found something: errors in a document, failed points in a run. */
  findings: 1,
  usage: 2,
  /** A device or the link to it. */
  device: 3,
  /** A file or the disk. */
  storage: 4,
  interrupted: 130,
} as const;

/** Of documents all are findings; everything else that has a code comes from a device or the link to it. */
const ofCode: { readonly [code in Code]?: number } = {
  usage: exitCodes.usage,
  'code-unknown': exitCodes.usage,
  'no-device': exitCodes.usage,
  'bad-address': exitCodes.usage,
  'run-not-found': exitCodes.usage,
  'run-empty': exitCodes.findings,
  'run-refused': exitCodes.findings,
  'file-unreadable': exitCodes.storage,
  'run-broken': exitCodes.storage,
  'run-busy': exitCodes.storage,
  'rerun-empty': exitCodes.findings,
  'disk-full': exitCodes.storage,
  'storage-refused': exitCodes.storage,
  'artifact-changed': exitCodes.findings,
  'graph-invalid': exitCodes.findings,
  'graph-type': exitCodes.findings,
  'graph-too-large': exitCodes.findings,
  'graph-endless': exitCodes.findings,
};

export function exitCodeOf(error: CodedError): number {
  return ofCode[error.code] ?? (codes[error.code].kind === 'document' ? exitCodes.findings : exitCodes.device);
}

/** Tells an expected failure, as text on `err` or as `{error}` on `out`, and returns the exit code. A bug is thrown on. */
export function tellFailure(error: unknown, io: Io, isJson: boolean): number {
  if (!(error instanceof CodedError)) throw error;
  const { code, message, fix } = error;
  if (isJson) io.out(`${JSON.stringify({ error: { code, message, fix } })}\n`);
  else io.err(formatFailure(error, io));
  return exitCodeOf(error);
}

export function formatFailure({ code, message, fix }: Pick<CodedError, 'code' | 'message' | 'fix'>, io: Io): string {
  return `${io.paintError('bad', `error[${code}]`)}: ${printable(message)}\n  fix: ${printable(fix)}\n`;
}
