// What it costs to keep events: one commit for each beside groups of them. Bytes are those that this process wrote, by the
// kernel's count (/proc/self/io), over the bytes of the events as JSON.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTaskStore } from '@edgewright/agent/tasks/store.js';

const events = 4_000;
const atOnce = [1, 16, 256] as const;

console.log('group    events/s   commits   ms a commit   bytes written / bytes of events');
for (const writes of atOnce) {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-storage-'));
  const store = openTaskStore(join(folder, 'tasks.sqlite'), { writes, entryBytes: 1e9 });
  const bodies = Array.from({ length: events }, (_, n) =>
    JSON.stringify({
      kind: 'event',
      event: { time: 1767225600000 + n, event: 'click', fields: { item: `i${n}`, x: n / 7 } },
    }),
  );
  const payload = bodies.reduce((sum, body) => sum + body.length, 0);
  const before = { ...store.counters };
  const writtenBefore = written();
  const begin = performance.now();
  const all = bodies.map((body) => store.append('feed', [body], undefined, () => {}));
  store.flush();
  await Promise.all(all);
  const time = performance.now() - begin;
  const commits = store.counters.commits - before.commits;
  const each = (store.counters.time - before.time) / commits;
  // With what moves the log of SQLite into its file.
  store.close();
  const bytes = written() - writtenBefore;
  console.log(
    [
      String(writes).padStart(5),
      Math.round((events / time) * 1000)
        .toString()
        .padStart(11),
      String(commits).padStart(9),
      each.toFixed(3).padStart(13),
      (bytes / payload).toFixed(1).padStart(12),
    ].join(' '),
  );
  rmSync(folder, { recursive: true });
}

/** Bytes that this process had the system write, files in memory included. */
function written(): number {
  return Number(/^wchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
}
