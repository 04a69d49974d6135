// The shape of the journal, as the steps that led to it. `PRAGMA user_version` counts the steps taken; a step that was
// once released never changes.

export const migrations: readonly string[] = [
  `
  -- device.id, profile and the like: what the agent knows of itself.
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

  CREATE TABLE run (
    id           TEXT PRIMARY KEY,
    -- Order of arrival, which is the order of running.
    position     INTEGER NOT NULL UNIQUE,
    name         TEXT NOT NULL,
    sweep        TEXT NOT NULL,
    -- JSON: SHA-256 by path.
    artifacts    TEXT NOT NULL,
    state        TEXT NOT NULL,
    slots        INTEGER NOT NULL,
    -- Hash of what is measured in which order: an agent of another version may plan the same sweep differently.
    plan         TEXT NOT NULL,
    done         INTEGER NOT NULL DEFAULT 0,
    failed       INTEGER NOT NULL DEFAULT 0,
    -- Cursor of the last record.
    cursor       INTEGER NOT NULL DEFAULT 0,
    acknowledged INTEGER NOT NULL DEFAULT 0,
    -- Milliseconds of running, for the budget.
    spent        REAL NOT NULL DEFAULT 0
  ) WITHOUT ROWID;

  -- Slots that may have been begun. Rows go when their record comes.
  CREATE TABLE mark (
    run     TEXT NOT NULL,
    slot    INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    PRIMARY KEY (run, slot)
  ) WITHOUT ROWID;

  CREATE TABLE record (
    run    TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    id     TEXT NOT NULL,
    -- Of a point or failure.
    slot   INTEGER,
    body   TEXT NOT NULL,
    PRIMARY KEY (run, cursor),
    UNIQUE (run, id)
  );

  -- Measured once for a device as it is: JSON by fingerprint and combination.
  CREATE TABLE ceiling (
    fingerprint TEXT NOT NULL,
    combination TEXT NOT NULL,
    body        TEXT NOT NULL,
    PRIMARY KEY (fingerprint, combination)
  ) WITHOUT ROWID;
  `,
  `
  -- JSON: ids of the points that were asked for; null where all were.
  ALTER TABLE run ADD COLUMN points TEXT;
  `,
];
