// A folder of its own for each test, gone afterwards.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Call inside `describe`; the function returned gives the folder of the test that runs. */
export function temporaryFolder(): () => string {
  let path = '';
  beforeEach(() => {
    path = mkdtempSync(join(tmpdir(), 'edgewright-workbench-'));
  });
  afterEach(() => rmSync(path, { recursive: true, force: true }));
  return () => path;
}
