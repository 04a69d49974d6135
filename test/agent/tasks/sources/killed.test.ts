// An agent that is killed while it follows a file: every line comes once, whatever moment it was.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTaskStore } from '@edgewright/agent/tasks/store.js';
import { until } from './bench.ts';

const host = fileURLToPath(new URL('./host.ts', import.meta.url));

describe('an agent that is killed while it follows a file', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-killed-'));
  let running: ChildProcess | undefined;
  after(() => {
    running?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('misses no line and gives none twice, also where the file is rotated while it is away', async () => {
    const path = join(folder, 'n.jsonl');
    const document = `
edgewright: task/v1
name: counting
events: { a: { n: number } }
sources: [{ kind: file, path: ${path} }]
trigger: { event: a }
outputs: [{ to: outbox, fields: [a.n] }]
privacy: { leave: [a.n] }
`;
    writeFileSync(path, '');
    let written = 0;
    const write = (count: number): void => {
      const lines = Array.from({ length: count }, (_, n) => `{"event":"a","n":${written + n}}\n`);
      written += count;
      appendFileSync(path, lines.join(''));
    };
    /** Until so many results are there, or for a while in which it is killed wherever it is. */
    const run = async (results: number, time: number): Promise<void> => {
      let last = -1;
      const child = spawn(process.execPath, ['--conditions=edgewright-source', host, folder, document], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      running = child;
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        last = Number(text.trim().split('\n').at(-1)) || Math.max(last, 0);
      });
      await until(() => last >= 0, 20_000);
      write(700);
      if (results > 0) await until(() => last >= results, 20_000);
      else await new Promise((resolve) => setTimeout(resolve, time));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('close', resolve));
    };
    await run(1, 0);
    await run(0, 260);
    write(50);
    renameSync(path, `${path}.1`);
    writeFileSync(path, '');
    write(50);
    await run(0, 320);
    await run(written + 700, 0);
    const store = openTaskStore(join(folder, 'tasks.sqlite'));
    const seen = store.results(0, 10_000, 1e9).map(({ result }) => result.values['a.n']);
    store.close();
    assert.equal(seen.length, written);
    assert.deepEqual(
      seen.toSorted((a, b) => Number(a) - Number(b)),
      Array.from({ length: written }, (_, n) => n),
    );
  });
});
