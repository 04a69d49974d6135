// Every rule of docs/triggers.md has its test, and every test of a rule stands there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { filesEnding, textOf } from '../../repository/source.ts';

const page = readFileSync(fileURLToPath(new URL('../../../docs/triggers.md', import.meta.url)), 'utf8');
const named = [...page.matchAll(/(?<=[.:,] )\*([^*\n]+)\*/g)].map(([, name]) => name ?? '');

describe('docs/triggers.md', () => {
  it('names tests that there are', () => {
    const tests = filesEnding('.test.ts', 'test/core/triggers').map(textOf).join('\n');
    const missing = named.filter((name) => {
      // Names that are made of a table are found by their parts.
      const parts = name.split(/(?<=missed while nothing ran: |as in Flink, skip: )/);
      return !parts.every((part) => tests.includes(part));
    });
    assert.deepEqual(missing, []);
    assert.ok(named.length > 60);
  });

  it('names every test of a rule', () => {
    const semantics = textOf('test/core/triggers/semantics.test.ts');
    const tests = [...semantics.matchAll(/name: '([^']+)'/g)].map(([, name]) => name ?? '');
    assert.ok(tests.length > 40);
    assert.deepEqual(
      tests.filter((name) => !named.includes(name)),
      [],
    );
  });

  it('ends every rule with a test', () => {
    const rules = page.split('\n').filter((line) => line.startsWith('- '));
    assert.deepEqual(
      rules.filter((rule) => !/\*[^*]+\*$/.test(rule)),
      [],
    );
  });
});
