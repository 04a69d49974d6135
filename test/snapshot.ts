// Text that a test expects to stay as it is. A mismatch leaves the new text beside the old one, as `.actual`.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Compares `text` with the snapshot at `path`, which is relative to `test/`. A missing snapshot is written, but not in
 * CI, where nobody would look at it; `UPDATE=1` rewrites a snapshot that differs.
 */
export function matchSnapshot(path: string, text: string): void {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const actual = `${file}.actual`;
  const expected = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  if (expected === text) {
    rmSync(actual, { force: true });
    return;
  }
  if (process.env.UPDATE === '1' || (expected === undefined && process.env.CI === undefined)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    rmSync(actual, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(actual, text);
  assert.ok(expected !== undefined, `there is no snapshot ${path}: run the test outside CI and commit what it writes`);
  assert.equal(text, expected, `differs from ${path}; the new text is in ${path}.actual, UPDATE=1 accepts it`);
}
