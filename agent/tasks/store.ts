// The tasks' own store, tasks.sqlite: what should be here, what was seen, what came of it. Writes are committed in groups.
import type { DatabaseSync } from 'node:sqlite';
import type { TaskResult } from '@edgewright/schemas/deployment.js';
import { coded } from '../store/faults.ts';
import { openDatabase } from '../store/open.ts';
import { type Acknowledged, type Backlog, Backlogs } from './backlog.ts';
import { type CommitCounters, type CommitLimits, defaultCommitLimits, openCommits, tasksFull } from './commit.ts';
import type { SourcePlace } from './intake.ts';
import { migrations } from './migrations.ts';

/** Every limit can be set. */
export interface TaskStoreLimits extends CommitLimits {
  /** Bytes of the file. */
  readonly storeBytes: number;
  /** Bytes of what was seen since the snapshots. */
  readonly entryBytes: number;
  /** Bytes of results that no workbench has acknowledged. */
  readonly resultBytes: number;
  /** Acknowledged results of a task that are kept for others who look. */
  readonly keptResults: number;
  /** Rows of the log of a task. */
  readonly logRows: number;
}

export const defaultTaskStoreLimits: TaskStoreLimits = {
  ...defaultCommitLimits,
  storeBytes: 512 * 2 ** 20,
  entryBytes: 64 * 2 ** 20,
  resultBytes: 256 * 2 ** 20,
  keptResults: 1000,
  logRows: 1000,
};

export interface StoredTask {
  readonly name: string;
  readonly document: string;
  readonly artifacts: Readonly<Record<string, string>>;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly deployedAt: number;
  /** Public key of who signed it, verified when it came. */
  readonly signer: string | undefined;
}

export interface StoredEntry {
  readonly cursor: number;
  readonly body: string;
}

export interface StoredSnapshot {
  readonly cursor: number;
  readonly body: string;
}

export interface StoredResult {
  readonly cursor: number;
  readonly task: string;
  readonly isUrgent: boolean;
  /** Of the result as JSON. */
  readonly bytes: number;
  readonly result: TaskResult;
}

export interface Finished {
  readonly feed: string;
  readonly id: string;
  /** JSON, for the counters when it is seen again. */
  readonly outcome: string;
  readonly results: readonly { readonly result: TaskResult; readonly isUrgent: boolean }[];
  readonly log: readonly { readonly task: string; readonly body: string }[];
  /** Bodies of entries of the same feed that it brought about. */
  readonly entries: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Written {
  /** Number of the row in `done`. */
  readonly done: number;
  readonly results: readonly number[];
  readonly entries: readonly number[];
}

export interface TaskStore {
  readonly path: string;
  readonly limits: TaskStoreLimits;
  readonly counters: Readonly<CommitCounters>;
  readonly isFull: boolean;
  /** In the order of arrival. */
  tasks(): StoredTask[];
  /** On the disk when it returns. Throws `tasks-full`. */
  putTask(task: StoredTask): void;
  removeTask(name: string): void;
  /** Throws `tasks-full` at once where they are past their bytes. `seen` hears each cursor in the order of all writes. */
  append(
    feed: string,
    bodies: readonly string[],
    place: SourcePlace | undefined,
    seen: (cursor: number, index: number) => void,
  ): Promise<void>;
  entries(feed: string, after: number): StoredEntry[];
  snapshot(feed: string): StoredSnapshot | undefined;
  /** Takes the place of the entries up to its cursor, and of the firings that were done up to a number. */
  putSnapshot(feed: string, snapshot: StoredSnapshot, done: number): Promise<void>;
  /** And what its sources knew. */
  removeFeed(feed: string): void;
  /** Undefined where nothing was put. */
  sourceState(feed: string, source: string): string | undefined;
  putSourceState(feed: string, source: string, body: string): Promise<void>;
  feeds(): readonly string[];
  done(feed: string): { readonly number: number; readonly id: string; readonly outcome: string }[];
  finish(finished: Finished, seen: (written: Written) => void): Promise<Written>;
  /** Whether results have room. */
  hasRoom(): boolean;
  /** Past `after` in order: at least one if there is any, at most `count` and about `bytes`. */
  results(after: number, count: number, bytes: number): StoredResult[];
  readonly lastResult: number;
  /** Results up to the cursor are a workbench's. Settles with the tasks that had some. */
  acknowledge(cursor: number): Promise<readonly string[]>;
  backlog(task: string): Backlog;
  log(task: string): string[];
  addLog(task: string, body: string): Promise<void>;
  flush(): void;
  close(): void;
}

/** Throws `store-locked`, `store-corrupt`, `store-newer`, `tasks-full` or `store-failed`. */
export function openTaskStore(path: string, options: Partial<TaskStoreLimits> = {}): TaskStore {
  const limits = { ...defaultTaskStoreLimits, ...options };
  const database = openDatabase(path, limits.storeBytes, migrations);
  const sql = prepare(database);
  const commits = openCommits(database, path, limits);
  const read = <T>(work: () => T): T => {
    commits.flush();
    return coded(path, work);
  };
  const one = <T>(statement: { get(...values: (string | number)[]): unknown }, ...values: (string | number)[]): T =>
    statement.get(...values) as T;
  let entryBytes = one<{ n: number }>(sql.entryBytes).n;
  let lastResult = one<{ n: number }>(sql.lastResult).n;
  /** Cursor up to which all results are. */
  let acknowledged = one<{ n: number }>(sql.lastAcknowledged).n;
  const backlogs = new Backlogs();
  for (const row of sql.acknowledgedOf.all()) {
    const { name, acknowledged: count } = row as unknown as { name: string; acknowledged: number };
    backlogs.count(name, count);
  }
  for (const row of sql.waiting.all()) {
    const { task, count, bytes, at } = row as unknown as WaitingRow;
    backlogs.add(task, count, bytes, at);
  }

  return {
    path,
    limits,
    counters: commits.counters,
    get isFull() {
      return commits.isFull;
    },
    tasks: () => read(() => sql.getTasks.all().map((row) => toTask(row as unknown as TaskRow))),
    putTask(task) {
      commits.now(() => {
        const { name, document, artifacts, version, deployedAt, signer = null } = task;
        sql.putTask.run(name, document, JSON.stringify(artifacts), version, deployedAt, signer);
      });
      backlogs.count(task.name, 0);
    },
    removeTask(name) {
      commits.now(() => {
        sql.deleteTask.run(name);
        sql.deleteLog.run(name);
      });
      backlogs.leave(name);
    },
    async append(feed, bodies, place, seen) {
      const bytes = bodies.reduce((sum, body) => sum + body.length, 0);
      if (entryBytes + bytes > limits.entryBytes) throw tasksFull('Events of the tasks have taken all their room');
      await commits.add(
        () => {
          if (place !== undefined) sql.putSourceState.run(feed, place.source, place.body);
          return bodies.map((body) => Number(sql.addEntry.run(feed, body).lastInsertRowid));
        },
        (cursors) => {
          entryBytes += bytes;
          for (const [index, cursor] of cursors.entries()) seen(cursor, index);
        },
      );
    },
    entries: (feed, after) => read(() => sql.getEntries.all(feed, after) as unknown as StoredEntry[]),
    snapshot: (feed) => read(() => sql.getSnapshot.get(feed) as unknown as StoredSnapshot | undefined),
    putSnapshot: (feed, { cursor, body }, done) =>
      commits
        .add(
          () => {
            const { n } = one<{ n: number }>(sql.bytesUpTo, feed, cursor);
            sql.putSnapshot.run(feed, cursor, body);
            sql.deleteEntries.run(feed, cursor);
            sql.deleteDone.run(feed, done);
            return n;
          },
          (bytes) => {
            entryBytes -= bytes;
          },
        )
        .then(() => {}),
    removeFeed(feed) {
      commits.now(() => {
        sql.deleteSnapshot.run(feed);
        sql.deleteEntries.run(feed, Number.MAX_SAFE_INTEGER);
        sql.deleteDone.run(feed, Number.MAX_SAFE_INTEGER);
        sql.deleteSourceStates.run(feed);
      });
      entryBytes = one<{ n: number }>(sql.entryBytes).n;
    },
    sourceState: (feed, source) =>
      read(() => (sql.getSourceState.get(feed, source) as unknown as { body: string } | undefined)?.body),
    putSourceState: (feed, source, body) => commits.add(() => void sql.putSourceState.run(feed, source, body)),
    feeds: () => read(() => sql.getFeeds.all().map((row) => (row as unknown as { feed: string }).feed)),
    done: (feed) => read(() => sql.getDone.all(feed) as unknown as { number: number; id: string; outcome: string }[]),
    finish(finished, seen) {
      let added: { readonly task: string; readonly bytes: number }[] = [];
      return commits.add(() => {
        added = [];
        const { changes, lastInsertRowid } = sql.addDone.run(finished.feed, finished.id, finished.outcome);
        const done = Number(lastInsertRowid);
        // It was done already: nothing of it comes twice.
        if (changes === 0) return { done: 0, results: [], entries: [] };
        const results = finished.results.flatMap(({ result, isUrgent }) => {
          const body = JSON.stringify(result);
          const row = sql.addResult.run(result.task, result.id, isUrgent ? 1 : 0, body, finished.at);
          if (row.changes === 0) return [];
          added.push({ task: result.task, bytes: Buffer.byteLength(body) });
          return [Number(row.lastInsertRowid)];
        });
        for (const { task, body } of finished.log) appendLog(task, body);
        const entries = finished.entries.map((body) => Number(sql.addEntry.run(finished.feed, body).lastInsertRowid));
        return { done, results, entries };
      }, told);

      function told(written: Written): void {
        for (const { task, bytes } of added) backlogs.add(task, 1, bytes, finished.at);
        if (written.entries.length > 0) entryBytes += finished.entries.reduce((sum, body) => sum + body.length, 0);
        lastResult = written.results.at(-1) ?? lastResult;
        seen(written);
      }
    },
    hasRoom: () => backlogs.bytes < limits.resultBytes,
    results: (after, count, bytes) => read(() => readResults(after, count, bytes)),
    get lastResult() {
      return lastResult;
    },
    acknowledge: (cursor) =>
      commits
        .add(
          () => {
            // What was not sent yet cannot have been received.
            const upTo = Math.min(cursor, lastResult);
            return { upTo, reached: acknowledgeUpTo(upTo) };
          },
          ({ upTo, reached }) => {
            acknowledged = Math.max(acknowledged, upTo);
            for (const each of reached) backlogs.acknowledge(each);
          },
        )
        .then(({ reached }) => reached.map(({ task }) => task)),
    backlog: (task) => backlogs.of(task),
    log: (task) => read(() => sql.getLog.all(task).map((row) => (row as unknown as { body: string }).body)),
    addLog: (task, body) => commits.add(() => appendLog(task, body)),
    flush: commits.flush,
    close() {
      commits.close();
      database.close();
    },
  };

  function appendLog(task: string, body: string): void {
    sql.addLog.run(task, body);
    sql.pruneLog.run(task, task, limits.logRows);
  }

  function acknowledgeUpTo(upTo: number): readonly Acknowledged[] {
    const reached = sql.reached.all(acknowledged, upTo) as unknown as Omit<Acknowledged, 'oldest'>[];
    sql.acknowledge.run(acknowledged, upTo);
    return reached.map((each) => {
      sql.countAcknowledged.run(each.count, each.task);
      sql.prune.run(each.task, limits.keptResults);
      const next = sql.oldestAfter.get(each.task, upTo) as unknown as { at: number } | undefined;
      return { ...each, oldest: next?.at };
    });
  }

  function readResults(after: number, count: number, bytes: number): StoredResult[] {
    const found: StoredResult[] = [];
    let size = 0;
    for (const row of sql.getResults.iterate(after, count)) {
      const { cursor, task, urgent, body } = row as unknown as ResultRow;
      size += body.length;
      if (found.length > 0 && size > bytes) break;
      found.push({ cursor, task, isUrgent: urgent === 1, bytes: Buffer.byteLength(body), result: JSON.parse(body) });
    }
    return found;
  }
}

interface TaskRow {
  readonly name: string;
  readonly document: string;
  readonly artifacts: string;
  readonly version: string;
  readonly deployed_at: number;
  readonly signer: string | null;
}

interface ResultRow {
  readonly cursor: number;
  readonly task: string;
  readonly urgent: number;
  readonly body: string;
}

interface WaitingRow {
  readonly task: string;
  readonly count: number;
  readonly bytes: number;
  /** Of the first. */
  readonly at: number;
}

function toTask({ artifacts, deployed_at: deployedAt, signer, ...rest }: TaskRow): StoredTask {
  const named = JSON.parse(artifacts) as Record<string, string>;
  return { ...rest, artifacts: named, deployedAt, signer: signer ?? undefined };
}

function prepare(database: DatabaseSync) {
  return {
    getTasks: database.prepare(
      'SELECT name, document, artifacts, version, deployed_at, signer FROM task ORDER BY position',
    ),
    putTask: database.prepare(
      `INSERT INTO task (name, document, artifacts, version, deployed_at, signer, position)
       VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM task))
       ON CONFLICT (name) DO UPDATE SET document = excluded.document, artifacts = excluded.artifacts,
         version = excluded.version, deployed_at = excluded.deployed_at, signer = excluded.signer, acknowledged = 0`,
    ),
    deleteTask: database.prepare('DELETE FROM task WHERE name = ?'),
    addEntry: database.prepare('INSERT INTO entry (feed, body) VALUES (?, ?)'),
    getEntries: database.prepare('SELECT cursor, body FROM entry WHERE feed = ? AND cursor > ? ORDER BY cursor'),
    deleteEntries: database.prepare('DELETE FROM entry WHERE feed = ? AND cursor <= ?'),
    bytesUpTo: database.prepare('SELECT coalesce(sum(length(body)), 0) AS n FROM entry WHERE feed = ? AND cursor <= ?'),
    entryBytes: database.prepare('SELECT coalesce(sum(length(body)), 0) AS n FROM entry'),
    getSnapshot: database.prepare('SELECT cursor, body FROM snapshot WHERE feed = ?'),
    putSnapshot: database.prepare('INSERT OR REPLACE INTO snapshot (feed, cursor, body) VALUES (?, ?, ?)'),
    deleteSnapshot: database.prepare('DELETE FROM snapshot WHERE feed = ?'),
    getSourceState: database.prepare('SELECT body FROM source_state WHERE feed = ? AND source = ?'),
    putSourceState: database.prepare('INSERT OR REPLACE INTO source_state (feed, source, body) VALUES (?, ?, ?)'),
    deleteSourceStates: database.prepare('DELETE FROM source_state WHERE feed = ?'),
    getFeeds: database.prepare(
      `SELECT feed FROM snapshot UNION SELECT feed FROM entry UNION SELECT feed FROM done
       UNION SELECT feed FROM source_state`,
    ),
    addDone: database.prepare('INSERT INTO done (feed, id, outcome) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING'),
    getDone: database.prepare('SELECT number, id, outcome FROM done WHERE feed = ?'),
    deleteDone: database.prepare('DELETE FROM done WHERE feed = ? AND number <= ?'),
    addResult: database.prepare(
      'INSERT INTO result (task, id, urgent, body, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
    ),
    getResults: database.prepare(
      'SELECT cursor, task, urgent, body FROM result WHERE cursor > ? ORDER BY cursor LIMIT ?',
    ),
    // Beside a `min`, SQLite gives the columns of the row that has it.
    waiting: database.prepare(
      `SELECT task, min(cursor), at, count(*) AS count, sum(octet_length(body)) AS bytes FROM result
       WHERE acknowledged = 0 GROUP BY task`,
    ),
    lastAcknowledged: database.prepare('SELECT coalesce(max(cursor), 0) AS n FROM result WHERE acknowledged = 1'),
    acknowledgedOf: database.prepare('SELECT name, acknowledged FROM task WHERE acknowledged > 0'),
    countAcknowledged: database.prepare('UPDATE task SET acknowledged = acknowledged + ? WHERE name = ?'),
    reached: database.prepare(
      `SELECT task, count(*) AS count, sum(octet_length(body)) AS bytes FROM result
       WHERE cursor > ? AND cursor <= ? AND acknowledged = 0 GROUP BY task`,
    ),
    oldestAfter: database.prepare('SELECT at FROM result WHERE task = ? AND cursor > ? ORDER BY cursor LIMIT 1'),
    lastResult: database.prepare("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'result'), 0) AS n"),
    acknowledge: database.prepare(
      'UPDATE result SET acknowledged = 1 WHERE cursor > ? AND cursor <= ? AND acknowledged = 0',
    ),
    prune: database.prepare(
      `DELETE FROM result WHERE acknowledged = 1 AND task = ?1 AND cursor <=
         (SELECT cursor FROM result WHERE task = ?1 ORDER BY cursor DESC LIMIT 1 OFFSET ?2)`,
    ),
    addLog: database.prepare('INSERT INTO log (task, body) VALUES (?, ?)'),
    pruneLog: database.prepare(
      'DELETE FROM log WHERE task = ? AND number <= (SELECT number FROM log WHERE task = ? ORDER BY number DESC LIMIT 1 OFFSET ?)',
    ),
    getLog: database.prepare('SELECT body FROM log WHERE task = ? ORDER BY number'),
    deleteLog: database.prepare('DELETE FROM log WHERE task = ?'),
  };
}
