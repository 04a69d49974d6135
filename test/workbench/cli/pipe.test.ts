// The program in a pipe whose reader leaves, as `| head` does.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../folder.ts';

const program = fileURLToPath(new URL('../../../workbench/bin/edgewright.mjs', import.meta.url));

const task = `edgewright: task/v1
name: clicks
events: { click: { item: string } }
trigger: { event: click }
`;

describe('the program in a pipe', () => {
  const folder = temporaryFolder();

  it('ends as SIGPIPE would end it, without a word, when nobody reads on', () => {
    // Far more than a pipe holds.
    const events = Array.from({ length: 5_000 }, (_, n) => {
      return `${JSON.stringify({ time: Date.UTC(2026, 0, 5) + n, event: 'click', item: `item ${n}` })}\n`;
    });
    writeFileSync(join(folder(), 'clicks.task.yaml'), task);
    writeFileSync(join(folder(), 'clicks.jsonl'), events.join(''));
    for (const json of ['', '--json']) {
      const line = `"$0" "$1" simulate clicks.task.yaml --events clicks.jsonl ${json} | head -n 1; echo "\${PIPESTATUS[0]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', line, process.execPath, program], {
        cwd: folder(),
        encoding: 'utf8',
      });
      const [first, code] = stdout.split('\n');
      assert.deepEqual([stderr, code], ['', '141']);
      assert.match(first ?? '', json === '' ? /^2026-01-05T00:00:00\.000Z/ : /^\{/);
    }
  });
});
