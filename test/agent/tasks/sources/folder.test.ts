// What is read of the files of a folder: their text, or the events in them; what is broken, large, half written or no file.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { longestFile, readContent } from '@edgewright/agent/tasks/sources/content.js';
import { bench, type Seen, until } from './bench.ts';

describe('a source that reads the files of a folder', () => {
  const { folder, start, stop } = bench();
  let count = 0;
  /** A folder that is empty, and a source of it. */
  const place = (rest: string): { readonly path: string; readonly source: string } => {
    const path = join(folder, `f${count++}`);
    mkdirSync(path);
    return { path, source: `[{ kind: folder, path: ${path}, every: 40ms, ${rest} }]` };
  };
  const opened = async (source: string): Promise<Seen> => {
    const [seen] = await start(source);
    await until(() => seen!.troubles.length > 1);
    return seen!;
  };
  const items = ({ events }: Seen) => events.map(({ fields }) => fields.item);
  const lines = (from: number, to: number): string =>
    Array.from({ length: to - from }, (_, n) => `${JSON.stringify({ event: 'click', item: `${from + n}` })}\n`).join(
      '',
    );

  it('gives the path, and the text where it is asked for', async () => {
    const { path, source } = place('events: file, read: text');
    const seen = await opened(source);
    writeFileSync(join(path, 'a\nb "ü".txt'), 'Grüße\n');
    writeFileSync(join(path, 'empty'), '');
    await until(() => seen.events.length === 2);
    const [named, empty] = seen.events.toSorted((a, b) => String(a.fields.name).localeCompare(String(b.fields.name)));
    assert.deepEqual(
      [named?.fields.name, named?.fields.path, named?.fields.change, named?.fields.size, named?.fields.text],
      ['a\nb "ü".txt', join(path, 'a\nb "ü".txt'), 'created', 8, 'Grüße\n'],
    );
    assert.deepEqual([empty?.fields.name, empty?.fields.text], ['empty', '']);
  });

  it('gives the events of an object, a list and lines, and counts what is none', async () => {
    const { path, source } = place('events: [click, view], read: events');
    const seen = await opened(source);
    const put = async (text: string, events: number): Promise<void> => {
      writeFileSync(join(path, 'next'), text);
      await until(() => seen.events.length === events);
    };
    await put('{"event":"click","item":"a"}', 1);
    await put('[{"event":"click","item":"b"},{"event":"view"}]', 3);
    await put(`${lines(0, 2)}no event\n${lines(2, 3)}`, 6);
    assert.equal(seen.refused, 1);
    await until(() => /next has what is no event: The line is no JSON/.test(seen.troubles.at(-1) ?? ''));
    assert.deepEqual(items(seen), ['a', 'b', undefined, '0', '1', '2']);
    // A file that is right ends the trouble.
    await put(lines(3, 4), 7);
    await until(() => seen.troubles.at(-1) === null);
  });

  it('takes a file that is moved there', async () => {
    const { path, source } = place('events: click, read: events');
    const seen = await opened(source);
    writeFileSync(join(folder, 'beside'), lines(0, 3));
    renameSync(join(folder, 'beside'), join(path, 'whole'));
    await until(() => seen.events.length === 3);
  });

  it('goes on in the middle of a file after a restart, with none missed and none twice', async () => {
    const { path, source } = place('events: click, read: events, rate: 40');
    const before = await opened(source);
    writeFileSync(join(path, 'a'), lines(0, 100));
    writeFileSync(join(path, 'b'), lines(100, 120));
    await until(() => before.events.length > 0);
    await stop();
    const given = before.events.length;
    assert.ok(given < 100, `${given}`);
    const [after] = await start(source);
    await until(() => after!.events.length >= 120 - given, 10_000);
    await wait(100);
    const order = [...items(before), ...items(after!)].map(Number);
    assert.deepEqual(
      order.toSorted((a, b) => a - b),
      Array.from({ length: 120 }, (_, n) => n),
    );
  });

  it('takes a flood of files in batches, each once', async () => {
    const { path, source } = place('events: click, read: events');
    const seen = await opened(source);
    const files = 600;
    for (let n = 0; n < files; n++) writeFileSync(join(path, `${n}`), lines(2 * n, 2 * n + 2));
    await until(() => seen.events.length >= 2 * files, 20_000);
    await wait(150);
    assert.equal(new Set(items(seen)).size, 2 * files);
    assert.equal(seen.events.length, 2 * files);
  }).timeout(40_000);

  it('tells files that are too large, no text, or too long for an event; a folder goes on', async () => {
    const { path, source } = place('events: file, read: text');
    const seen = await opened(source);
    const put = async (name: string, content: string | Buffer): Promise<void> => {
      writeFileSync(join(path, name), content);
      await until(() => seen.events.some(({ fields }) => fields.name === name));
    };
    const troubled = async (name: string, content: string | Buffer, trouble: RegExp): Promise<void> => {
      const { refused } = seen;
      await put(name, content);
      assert.match(seen.troubles.at(-1) ?? '', trouble);
      assert.equal(seen.refused, refused + 1);
      assert.equal(seen.events.at(-1)?.fields.text, undefined);
    };
    await troubled('large', Buffer.alloc(longestFile + 1, 'x'), /large has 1048577 bytes, more than the 1048576/);
    await troubled('picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /picture is no text in UTF-8/);
    await troubled('long', 'x'.repeat(60_000), /long has more text than an event holds/);
    await put('right', 'right');
    await until(() => seen.troubles.at(-1) === null);
    assert.equal(seen.refused, 3);
  });

  it('reads no link, no pipe and no folder', async () => {
    const { path, source } = place('events: click, read: events');
    const seen = await opened(source);
    writeFileSync(join(folder, 'outside'), lines(0, 1));
    symlinkSync(join(folder, 'outside'), join(path, 'link'));
    execFileSync('mkfifo', [join(path, 'pipe')]);
    mkdirSync(join(path, 'below'));
    writeFileSync(join(path, 'last'), lines(9, 10));
    await until(() => seen.events.length > 0);
    await wait(150);
    assert.deepEqual(items(seen), ['9']);
  });

  it('reads nothing of a file that is another one than was seen, also where a link or a pipe took its place', async () => {
    const path = join(folder, 'seen');
    writeFileSync(path, 'abc');
    utimesSync(path, 1, 1);
    assert.deepEqual(await readContent(path, [3, 1_000]), { kind: 'text', text: 'abc' });
    for (const look of [
      [3, 2_000],
      [2, 1_000],
    ] as const)
      assert.equal((await readContent(path, look)).kind, 'moved');
    symlinkSync(path, join(folder, 'seen-link'));
    execFileSync('mkfifo', [join(folder, 'seen-pipe')]);
    for (const name of ['seen-link', 'seen-pipe', 'seen-not'])
      assert.equal((await readContent(join(folder, name), [3, 1_000])).kind, 'moved');
    // Root reads every file.
    if (process.getuid?.() !== 0) {
      chmodSync(path, 0);
      const content = await readContent(path, [3, 1_000]);
      assert.ok(content.kind === 'unreadable' && !content.isFinal);
    }
  });
});
