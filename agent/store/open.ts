// Opening the journal: settings of SQLite, the lock, the schema's version.
import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@edgewright/schemas/codes.js';
import { coded, corruptStore } from './faults.ts';
import { migrations } from './migrations.ts';

/**
 * A database of the form that `steps` lead to, which this process alone uses until it is closed or the process dies.
 * Errors: `store-locked`, `store-corrupt`, `store-newer`, `store-full`, `store-failed`; the file is left as it was.
 */
export function openDatabase(path: string, maxBytes: number, steps: readonly string[] = migrations): DatabaseSync {
  return coded(path, () => {
    const isOld = existsSync(path) && statSync(path).size > 0;
    const database = new DatabaseSync(path);
    try {
      // Exclusive: the lock is the kernel's, so that it ends with the process, whatever kills it.
      database.exec('PRAGMA locking_mode = EXCLUSIVE');
      // FULL: a commit is on the disk when it returns, also after a loss of power.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
      // Takes the lock now rather than at the first write.
      database.exec('BEGIN IMMEDIATE; COMMIT');
      if (isOld) check(database, path);
      migrate(database, path, steps);
      const { page_size: pageSize } = database.prepare('PRAGMA page_size').get() as { page_size: number };
      database.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / pageSize))}`);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function check(database: DatabaseSync, path: string): void {
  const { quick_check: verdict } = database.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (verdict !== 'ok') throw corruptStore(path, verdict);
}

function migrate(database: DatabaseSync, path: string, steps: readonly string[]): void {
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > steps.length) {
    throw new CodedError(
      'store-newer',
      `The journal ${path} has the form ${version} of a newer agent; this one knows forms up to ${steps.length}.`,
      'Update the agent, or give it another folder with --data.',
    );
  }
  for (const [index, step] of steps.entries()) {
    if (index >= version) database.exec(`BEGIN; ${step}; PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}
