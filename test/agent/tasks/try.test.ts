import assert from 'node:assert/strict';
import { tryTask } from '@edgewright/agent/tasks/try.js';
import { scripted } from './device.ts';

const document = (file: string) => `
edgewright: task/v1
name: tried
events: { a: { x: number } }
trigger: { event: a }
script: { file: ${file}, language: javascript, results: { y: number } }
outputs: [{ to: outbox, fields: [script.y] }]
privacy: { leave: [script.y] }
`;

const fired = { id: '1', time: 0, kind: 'match' as const, late: false, features: {}, tensors: {}, window: [] };

describe('trying a task', () => {
  const artifacts = { has: (sha256: string) => sha256 === 'a1', path: (sha256: string) => `/artifacts/${sha256}` };
  const files: string[] = [];
  const execution = scripted(async () => ({ results: [{ 'script.y': 1 }] }));
  const attempt = (file: string, named: Readonly<Record<string, string>>) =>
    tryTask(
      { document: document(file), artifacts: named, firings: [{ ...fired, events: [] }] },
      async (options) => {
        files.push(options.fileOf(file));
        return execution.open(options);
      },
      { artifacts, data: '', ortPath: undefined, denial: () => undefined },
      new AbortController().signal,
    );

  it('executes the file that was sent for a path', async () => {
    const [result] = await attempt('run.js', { 'run.js': 'a1' });
    assert.deepEqual([files, result?.results], [['/artifacts/a1'], [{ 'script.y': 1 }]]);
  });

  it('takes of what a script emits declared events with fields of their types alone', async () => {
    const cases: readonly (readonly [string, object, string | undefined])[] = [
      ['a', { x: 1, more: 2 }, undefined],
      ['a', { x: 'one' }, 'task-script'],
      ['a', { x: { deep: 1 } }, 'task-script'],
      ['b', {}, 'task-script'],
    ];
    for (const [event, fields, code] of cases) {
      const emitting = scripted(async () => ({ emitted: [{ event, fields: fields as Record<string, number> }] }));
      const [result] = await tryTask(
        { document: document('run.js'), artifacts: { 'run.js': 'a1' }, firings: [{ ...fired, events: [] }] },
        emitting.open,
        { artifacts, data: '', ortPath: undefined, denial: () => undefined },
        new AbortController().signal,
      );
      assert.equal(result?.failure?.code, code);
      assert.deepEqual(result?.emitted, code === undefined ? [{ event: 'a', fields: { x: 1 } }] : []);
    }
  });

  it('reads no file of the device that its document names', async () => {
    const lacking: readonly Readonly<Record<string, string>>[] = [
      {},
      { 'other.js': 'a1' },
      { '../../secrets.json': 'b2' },
    ];
    for (const named of lacking)
      await assert.rejects(attempt('../../secrets.json', named), { code: 'artifact-missing' });
    assert.equal(files.length, 1);
  });
});
