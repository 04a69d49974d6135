// The agent's folder, and where it is by default.
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';

export interface DataFolder {
  readonly path: string;
  readonly journal: string;
  /** Store of the tasks. */
  readonly tasks: string;
  readonly token: string;
  /** Keys whose tasks may have the rights of the agent. */
  readonly trusted: string;
  /** Folder of what sources of tasks show to others, or want to be shown. */
  readonly secrets: string;
  readonly artifacts: string;
  /** What was measured of the device, and plans that rest on it. */
  readonly device: string;
  /** For files that are not needed after a crash. */
  readonly scratch: string;
}

/** XDG's folder for data of the user: https://specifications.freedesktop.org/basedir-spec */
export function defaultDataPath(environment: NodeJS.ProcessEnv): string {
  const base = environment.XDG_DATA_HOME;
  return join(base === undefined || base === '' ? join(homedir(), '.local', 'share') : base, 'edgewright-agent');
}

/** Makes the folder where it is missing. Throws `store-failed`. */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new CodedError(
      'store-failed',
      `Cannot make the folder ${path}: ${(error as Error).message}.`,
      'Give a folder that the agent may write with --data.',
    );
  }
  return {
    path,
    journal: join(path, 'journal.db'),
    tasks: join(path, 'tasks.sqlite'),
    token: join(path, 'token'),
    trusted: join(path, 'trusted-keys'),
    secrets: join(path, 'secrets'),
    artifacts: join(path, 'artifacts'),
    device: join(path, 'device'),
    scratch: join(path, 'scratch'),
  };
}
