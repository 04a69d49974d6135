// The example of docs/sources.md is one, and shows every kind of source.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkTask } from '@edgewright/core/triggers/check.js';

const read = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');

describe('docs/sources.md', () => {
  const text = read('docs/sources.md');

  it('has an example of every kind, without an error or a warning', () => {
    const document = /^```yaml\n([\s\S]*?)^```/m.exec(text)?.[1] ?? '';
    const { task, diagnostics } = checkTask(document);
    assert.deepEqual(diagnostics, []);
    const schema = JSON.parse(read('schemas/task.schema.json')) as {
      definitions: { source: { properties: { kind: { enum: string[] } } } };
    };
    const { enum: kinds } = schema.definitions.source.properties.kind;
    assert.deepEqual(task?.sources.map(({ kind }) => kind).sort(), kinds.toSorted());
    for (const kind of kinds) assert.match(text, new RegExp(`^\\| \`${kind}\` +\\|`, 'm'));
  });

  it('names every key of a secret', () => {
    for (const part of ['token', 'username', 'password', 'nkey', 'creds', 'ca', 'cert', 'key'])
      assert.ok(text.includes(`\`${part}\``), part);
  });
});
