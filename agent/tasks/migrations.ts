// The shape of the store of the tasks, as the steps that led to it; see agent/store/migrations.ts.

export const migrations: readonly string[] = [
  `
  -- What should be on this device.
  CREATE TABLE task (
    name        TEXT PRIMARY KEY,
    -- Order of arrival.
    position    INTEGER NOT NULL,
    document    TEXT NOT NULL,
    -- JSON: SHA-256 by path.
    artifacts   TEXT NOT NULL,
    version     TEXT NOT NULL,
    deployed_at REAL NOT NULL
  ) WITHOUT ROWID;

  -- What a feed saw since its snapshot, in order: events, and times at which its clock was looked at.
  CREATE TABLE entry (
    cursor INTEGER PRIMARY KEY AUTOINCREMENT,
    feed   TEXT NOT NULL,
    body   TEXT NOT NULL
  );

  -- State of the triggers and pipelines of a feed when it had seen all up to the cursor.
  CREATE TABLE snapshot (
    feed   TEXT PRIMARY KEY,
    cursor INTEGER NOT NULL,
    body   TEXT NOT NULL
  ) WITHOUT ROWID;

  -- Firings since the snapshot of their feed that are over.
  CREATE TABLE done (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    feed    TEXT NOT NULL,
    id      TEXT NOT NULL UNIQUE,
    outcome TEXT NOT NULL
  );

  -- Results for workbenches.
  CREATE TABLE result (
    cursor INTEGER PRIMARY KEY AUTOINCREMENT,
    task   TEXT NOT NULL,
    id     TEXT NOT NULL UNIQUE,
    urgent INTEGER NOT NULL,
    body   TEXT NOT NULL,
    acknowledged INTEGER NOT NULL DEFAULT 0
  );
  CREATE INDEX result_of_task ON result (task, cursor);

  -- Results and lines that stay on the device; the oldest go.
  CREATE TABLE log (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    task   TEXT NOT NULL,
    body   TEXT NOT NULL
  );
  CREATE INDEX log_of_task ON log (task, number);
  `,
  `
  -- Where a source of a feed was: it goes on from there.
  CREATE TABLE source_state (
    feed   TEXT NOT NULL,
    source TEXT NOT NULL,
    body   TEXT NOT NULL,
    PRIMARY KEY (feed, source)
  ) WITHOUT ROWID;
  `,
  `
  -- When a result was stored, milliseconds since 1970; of older ones when their firing was.
  ALTER TABLE result ADD COLUMN at REAL NOT NULL DEFAULT 0;
  UPDATE result SET at = json_extract(body, '$.time');
  -- Results that workbenches acknowledged since the task was deployed.
  ALTER TABLE task ADD COLUMN acknowledged INTEGER NOT NULL DEFAULT 0;
  `,
  `
  -- Public key of who signed it; NULL where nobody did.
  ALTER TABLE task ADD COLUMN signer TEXT;
  `,
];
