// The table of docs/scripts.md names the test of each row, and the test is there.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('.', import.meta.url);

describe('docs/scripts.md', () => {
  it('names tests that there are, one at least a row', () => {
    const own = new URL(import.meta.url).pathname;
    const tests = readdirSync(folder)
      .map((name) => new URL(name, folder))
      .filter(({ pathname }) => pathname.endsWith('.test.ts') && pathname !== own)
      .map((url) => readFileSync(url, 'utf8'))
      .join('\n');
    const docs = readFileSync(new URL('../../../../docs/scripts.md', import.meta.url), 'utf8');
    const [, body = ''] = docs.split(/^\| the script .*\n\| -.*\n/m);
    const rows = body.split('\n\n')[0]?.split('\n') ?? [];
    assert.ok(rows.length > 5);
    for (const row of rows) {
      const named = [...row.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => name);
      assert.ok(named.length > 0, row);
      for (const name of named) assert.ok(tests.includes(name), name);
    }
  });
});
