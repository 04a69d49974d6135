// The device's journal: every run, every record, and which slots may have been begun. What a method wrote is on the disk
// when it returns.
import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { CeilingRecord, DurableRecord, RunState } from '@edgewright/schemas/generated/record.js';
import { coded } from './faults.ts';
import { openDatabase } from './open.ts';

/** Limits of the journal; every one can be set. */
export const storeLimits = {
  /** Bytes of the journal: the agent shares its disk with others. */
  storeBytes: 2 * 2 ** 30,
} as const;

export interface StoreOptions extends Partial<typeof storeLimits> {
  /** Artifacts that a run named which the journal has removed; other runs may name them still. */
  readonly onForgotten?: (artifacts: readonly string[]) => void;
}

export interface StoredRun {
  readonly id: string;
  readonly name: string;
  readonly sweep: string;
  readonly artifacts: Readonly<Record<string, string>>;
  /** Ids of the points that were asked for; undefined: all. */
  readonly points?: readonly string[] | undefined;
  readonly state: RunState;
  readonly slots: number;
  /** Hash of what is measured in which order. */
  readonly plan: string;
  /** Slots with a point or failure record. */
  readonly done: number;
  readonly failed: number;
  /** Cursor of the last record. */
  readonly cursor: number;
  /** The greatest cursor that a workbench has made durable. */
  readonly acknowledged: number;
  /** Milliseconds of running so far. */
  readonly spent: number;
}

export type NewRun = Pick<StoredRun, 'id' | 'name' | 'sweep' | 'artifacts' | 'points' | 'state' | 'slots' | 'plan'>;

export interface JournalRecord {
  readonly cursor: number;
  readonly record: DurableRecord;
}

/** A slot that may have been begun and has no record. */
export interface Mark {
  readonly slot: number;
  readonly attempt: number;
}

/** What one transaction changes in a run. */
export interface Change {
  readonly records?: readonly DurableRecord[];
  readonly state?: RunState;
  readonly mark?: Mark;
  readonly spent?: number;
}

export interface Store {
  readonly path: string;
  setting(name: string): string | undefined;
  setSetting(name: string, value: string): void;
  /** Adds a run behind all others, with its first records. */
  addRun(run: NewRun, records: readonly DurableRecord[]): void;
  run(id: string): StoredRun | undefined;
  /** In the order of arrival. */
  runs(): StoredRun[];
  /** SHA-256 of every artifact that a run names. */
  artifacts(): ReadonlySet<string>;
  /** A record whose id is there already is let pass. `store-full` when nothing could be written. */
  append(run: string, change: Change): void;
  /** Records past `after` in order: at least one if there is any, at most `count` and about `bytes`. */
  records(run: string, after: number, count: number, bytes: number): JournalRecord[];
  marks(run: string): Mark[];
  unmark(run: string, slot: number): void;
  recordedSlots(run: string): ReadonlySet<number>;
  /** How many state records the run has. */
  countStates(run: string): number;
  acknowledge(run: string, cursor: number): void;
  forget(run: string): void;
  ceiling(fingerprint: string, combination: string): Pick<CeilingRecord, 'flops' | 'bandwidth'> | undefined;
  setCeiling(fingerprint: string, combination: string, value: Pick<CeilingRecord, 'flops' | 'bandwidth'>): void;
  close(): void;
}

/** Opens or makes the journal. Throws `store-locked`, `store-corrupt`, `store-newer`, `store-full` or `store-failed`. */
export function openStore(path: string, options: StoreOptions = {}): Store {
  const database = openDatabase(path, options.storeBytes ?? storeLimits.storeBytes);
  const sql = prepare(database);
  const guard = <T>(work: () => T): T => coded(path, work);

  return {
    path,
    setting: (name) => guard(() => (sql.getSetting.get(name) as { value: string } | undefined)?.value),
    setSetting: (name, value) => guard(() => void sql.setSetting.run(name, value)),
    addRun(run, records) {
      const { id, name, sweep, artifacts, points, state, slots, plan } = run;
      const chosen = points === undefined ? null : JSON.stringify(points);
      write(() => {
        sql.addRun.run(id, name, sweep, JSON.stringify(artifacts), chosen, state, slots, plan);
        insert(id, records);
      });
    },
    run: (id) => guard(() => toRun(sql.getRun.get(id))),
    runs: () => guard(() => sql.getRuns.all().flatMap((row) => toRun(row) ?? [])),
    artifacts: () =>
      guard(() => new Set(sql.getArtifacts.all().map((row) => (row as unknown as { value: string }).value))),
    append(run, change) {
      write(() => {
        insert(run, change.records ?? []);
        if (change.mark !== undefined) sql.setMark.run(run, change.mark.slot, change.mark.attempt);
        if (change.state !== undefined) sql.setState.run(change.state, run);
        if (change.spent !== undefined) sql.setSpent.run(change.spent, run);
      });
    },
    records: (run, after, count, bytes) => guard(() => readRecords(run, after, count, bytes)),
    marks: (run) => guard(() => sql.getMarks.all(run) as unknown as Mark[]),
    unmark: (run, slot) => write(() => sql.deleteMark.run(run, slot)),
    recordedSlots: (run) =>
      guard(() => new Set(sql.getSlots.all(run).map((row) => (row as unknown as { slot: number }).slot))),
    countStates: (run) => guard(() => (sql.countStates.get(run) as unknown as { n: number }).n),
    acknowledge: (run, cursor) => write(() => sql.acknowledge.run(cursor, run)),
    forget(run) {
      const named = namedBy(run);
      write(() => remove(run));
      options.onForgotten?.(named);
    },
    ceiling(fingerprint, combination) {
      const row = guard(() => sql.getCeiling.get(fingerprint, combination)) as { body: string } | undefined;
      return row && JSON.parse(row.body);
    },
    setCeiling: (fingerprint, combination, value) =>
      write(() => sql.setCeiling.run(fingerprint, combination, JSON.stringify(value))),
    close: () => database.close(),
  };

  /** One transaction. When the journal is full, the oldest runs that are finished and acknowledged make room. */
  function write(work: () => void): void {
    for (;;) {
      try {
        transact(work);
        return;
      } catch (error) {
        if (!(error instanceof CodedError) || error.code !== 'store-full') throw error;
        const spare = sql.getSpare.get() as { id: string } | undefined;
        if (spare === undefined) throw error;
        const named = namedBy(spare.id);
        transact(() => remove(spare.id));
        options.onForgotten?.(named);
      }
    }
  }

  function transact(work: () => void): void {
    guard(() => {
      database.exec('BEGIN IMMEDIATE');
      try {
        work();
        database.exec('COMMIT');
      } catch (error) {
        // SQLite rolls back by itself when the disk is full; then there is nothing left to roll back.
        try {
          database.exec('ROLLBACK');
        } catch {}
        throw error;
      }
    });
  }

  function insert(run: string, records: readonly DurableRecord[]): void {
    for (const record of records) {
      const slot = record.kind === 'point' || record.kind === 'failure' ? record.slot : null;
      const { changes } = sql.addRecord.run(run, record.id, slot, JSON.stringify(record), run);
      if (changes === 0) continue;
      sql.count.run(slot === null ? 0 : 1, record.kind === 'failure' ? 1 : 0, run);
      if (slot !== null) sql.deleteMark.run(run, slot);
    }
  }

  function readRecords(run: string, after: number, count: number, bytes: number): JournalRecord[] {
    const found: JournalRecord[] = [];
    let size = 0;
    for (const row of sql.getRecords.iterate(run, after, count)) {
      const { cursor, body } = row as unknown as { cursor: number; body: string };
      size += body.length;
      if (found.length > 0 && size > bytes) break;
      found.push({ cursor, record: JSON.parse(body) as DurableRecord });
    }
    return found;
  }

  function namedBy(run: string): readonly string[] {
    return Object.values(guard(() => toRun(sql.getRun.get(run)))?.artifacts ?? {});
  }

  function remove(run: string): void {
    sql.deleteRecords.run(run);
    sql.deleteMarks.run(run);
    sql.deleteRun.run(run);
  }
}

function prepare(database: DatabaseSync) {
  return {
    getSetting: database.prepare('SELECT value FROM setting WHERE name = ?'),
    setSetting: database.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)'),
    addRun: database.prepare(
      `INSERT INTO run (id, position, name, sweep, artifacts, points, state, slots, plan)
       VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM run), ?, ?, ?, ?, ?, ?, ?)`,
    ),
    getRun: database.prepare('SELECT * FROM run WHERE id = ?'),
    getRuns: database.prepare('SELECT * FROM run ORDER BY position'),
    getArtifacts: database.prepare('SELECT DISTINCT value FROM run, json_each(run.artifacts)'),
    getSpare: database.prepare(
      `SELECT id FROM run WHERE state IN ('finished', 'cancelled') AND acknowledged >= cursor ORDER BY position LIMIT 1`,
    ),
    setState: database.prepare('UPDATE run SET state = ? WHERE id = ?'),
    setSpent: database.prepare('UPDATE run SET spent = ? WHERE id = ?'),
    acknowledge: database.prepare('UPDATE run SET acknowledged = max(acknowledged, ?) WHERE id = ?'),
    count: database.prepare('UPDATE run SET cursor = cursor + 1, done = done + ?, failed = failed + ? WHERE id = ?'),
    deleteRun: database.prepare('DELETE FROM run WHERE id = ?'),
    addRecord: database.prepare(
      `INSERT INTO record (run, id, slot, body, cursor)
       VALUES (?, ?, ?, ?, (SELECT cursor + 1 FROM run WHERE id = ?)) ON CONFLICT (run, id) DO NOTHING`,
    ),
    getRecords: database.prepare(
      'SELECT cursor, body FROM record WHERE run = ? AND cursor > ? ORDER BY cursor LIMIT ?',
    ),
    getSlots: database.prepare('SELECT slot FROM record WHERE run = ? AND slot IS NOT NULL'),
    countStates: database.prepare(`SELECT count(*) AS n FROM record WHERE run = ? AND id GLOB 'state:*'`),
    deleteRecords: database.prepare('DELETE FROM record WHERE run = ?'),
    setMark: database.prepare('INSERT OR REPLACE INTO mark (run, slot, attempt) VALUES (?, ?, ?)'),
    getMarks: database.prepare('SELECT slot, attempt FROM mark WHERE run = ? ORDER BY slot'),
    deleteMark: database.prepare('DELETE FROM mark WHERE run = ? AND slot = ?'),
    deleteMarks: database.prepare('DELETE FROM mark WHERE run = ?'),
    getCeiling: database.prepare('SELECT body FROM ceiling WHERE fingerprint = ? AND combination = ?'),
    setCeiling: database.prepare('INSERT OR REPLACE INTO ceiling (fingerprint, combination, body) VALUES (?, ?, ?)'),
  };
}

function toRun(row: unknown): StoredRun | undefined {
  if (row === undefined) return undefined;
  const { artifacts, points, ...rest } = row as Row;
  return {
    ...rest,
    artifacts: JSON.parse(artifacts) as Record<string, string>,
    ...(points !== null && { points: JSON.parse(points) as string[] }),
  };
}

type Row = Omit<StoredRun, 'artifacts' | 'points'> & { readonly artifacts: string; readonly points: string | null };
