// What SQLite says when something is wrong with the file or the disk, as coded errors. https://www.sqlite.org/rescode.html
import { CodedError } from '@edgewright/schemas/codes.js';

const busy = 5;
const ioError = 10;
const corrupt = 11;
const full = 13;
const cannotOpen = 14;
const notDatabase = 26;

/** Runs `work` on the journal at `path`; errors of SQLite come out coded, all others as they are. */
export function coded<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translate(path, error);
  }
}

export function corruptStore(path: string, detail: string): CodedError {
  return new CodedError(
    'store-corrupt',
    `The journal ${path} is damaged: ${detail}.`,
    `Nothing was changed. Move the file away (keep it: \`sqlite3 ${path} .recover\` may save its records) and start the agent again; it begins a new journal.`,
  );
}

function translate(path: string, error: unknown): unknown {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  // Extended codes carry the primary one in their low byte.
  switch (error.errcode & 0xff) {
    case busy:
      return new CodedError(
        'store-locked',
        `Another agent uses the journal ${path}.`,
        'Stop the other agent, or give this one a folder of its own with --data.',
      );
    case full:
      return new CodedError(
        'store-full',
        `There is no space for the journal ${path}.`,
        'Free space on the disk, or forget runs that are finished; the run goes on by itself when there is space.',
      );
    case ioError:
    case cannotOpen:
      return new CodedError(
        'store-failed',
        `The journal ${path} cannot be read or written: ${error.message}.`,
        'Look at the permissions of the folder and at the health of the disk.',
      );
    case corrupt:
    case notDatabase:
      return corruptStore(path, error.message);
    default:
      return error;
  }
}
