// Files and folders over restarts of the agent: nothing that came in between is missed, and nothing comes twice.
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openFolder } from '@edgewright/agent/tasks/sources/folder.js';
import { bench, type Seen, until } from './bench.ts';

const line = (item: string): string => `${JSON.stringify({ event: 'click', item })}\n`;
const items = ({ events }: Seen): unknown[] => events.map(({ fields }) => fields.item);

describe('a source that follows a file', () => {
  const { folder, start, stop } = bench();
  const ready = (seen: Seen) => until(() => seen.troubles.length > 0);

  it('goes on after a restart where it was, with a half line and a character of many bytes', async () => {
    const path = join(folder, 'a.jsonl');
    writeFileSync(path, line('old'));
    const source = `[{ kind: file, path: ${path} }]`;
    const [before] = await start(source);
    await ready(before!);
    appendFileSync(path, `${line('sofa ü')}{"event":"cl`);
    await until(() => before!.events.length === 1);
    await stop();
    appendFileSync(path, `ick","item":"half"}\n${line('away')}`);
    const [after] = await start(source);
    await until(() => after!.events.length === 2);
    assert.deepEqual([items(before!), items(after!)], [['sofa ü'], ['half', 'away']]);
  });

  it('goes on after a restart where nothing had come, and with a file that was not there', async () => {
    const path = join(folder, 'b.jsonl');
    const source = `[{ kind: file, path: ${path} }]`;
    const [before] = await start(source);
    await ready(before!);
    await stop();
    writeFileSync(path, line('first'));
    const [after] = await start(source);
    await until(() => after!.events.length === 1);
  });

  it('reads a file that was renamed to its end, then the new one: also one that is longer', async () => {
    const path = join(folder, 'c.jsonl');
    writeFileSync(path, '');
    const [seen] = await start(`[{ kind: file, path: ${path} }]`);
    await ready(seen!);
    appendFileSync(path, line('a') + line('b').trimEnd());
    renameSync(path, `${path}.1`);
    writeFileSync(path, line('c') + line('d') + line('e'));
    await until(() => seen!.events.length === 5);
    assert.deepEqual(items(seen!), ['a', 'b', 'c', 'd', 'e']);
  });

  it('reads what was rotated away during a restart, and says so where it cannot', async () => {
    const path = join(folder, 'd.jsonl');
    writeFileSync(path, '');
    const source = `[{ kind: file, path: ${path} }]`;
    const [before] = await start(source);
    await ready(before!);
    appendFileSync(path, line('a'));
    await until(() => before!.events.length === 1);
    await stop();
    appendFileSync(path, line('b'));
    renameSync(path, `${path}.1`);
    writeFileSync(path, line('c'));
    const [after] = await start(source);
    await until(() => after!.events.length === 2);
    assert.deepEqual(items(after!), ['b', 'c']);
    assert.ok(after!.troubles.every((trouble) => trouble === null));
    await stop();
    rmSync(`${path}.1`);
    writeFileSync(`${path}.new`, line('d'));
    renameSync(`${path}.new`, path);
    const [last] = await start(source);
    await until(() => last!.events.length === 1);
    assert.ok(last!.troubles.some((trouble) => trouble?.includes('was rotated or truncated while') === true));
  });

  it('tells a truncation, and reads from the beginning what is written then, also where that is longer', async () => {
    const path = join(folder, 'e.jsonl');
    writeFileSync(path, line('old'));
    const [seen] = await start(`[{ kind: file, path: ${path} }]`);
    await ready(seen!);
    truncateSync(path);
    await until(() => seen!.troubles.at(-1)?.includes('was truncated') === true);
    appendFileSync(path, line('a'));
    await until(() => seen!.events.length === 1);
    // The same length and more, within one look.
    writeFileSync(path, line('b') + line('c'));
    await until(() => seen!.events.length === 3);
    assert.deepEqual(items(seen!), ['a', 'b', 'c']);
  });

  it('says so where it cannot be read, and goes on when it can', async () => {
    const path = join(folder, 'h.jsonl');
    mkdirSync(path);
    const [seen] = await start(`[{ kind: file, path: ${path} }]`);
    await until(() => seen!.troubles.at(-1)?.includes('EISDIR') === true);
    rmSync(path, { recursive: true });
    writeFileSync(path, line('there'));
    await until(() => seen!.troubles.at(-1) === null);
    appendFileSync(path, line('a'));
    await until(() => seen!.events.length === 1);
    assert.deepEqual(items(seen!), ['a']);
  });

  it('counts a line that is too long once, and goes on behind it', async () => {
    const path = join(folder, 'f.jsonl');
    writeFileSync(path, '');
    const source = `[{ kind: file, path: ${path} }]`;
    const [seen] = await start(source);
    await ready(seen!);
    appendFileSync(path, 'x'.repeat(3 * 2 ** 20));
    await wait(300);
    appendFileSync(path, `y\n${line('a')}`);
    await until(() => seen!.events.length === 1);
    assert.equal(seen!.refused, 1);
    await stop();
    appendFileSync(path, line('b'));
    const [after] = await start(source);
    await until(() => after!.events.length === 1);
    assert.deepEqual(items(after!), ['b']);
  });

  it('takes many lines in order, with a rate and without', async () => {
    const path = join(folder, 'g.jsonl');
    writeFileSync(path, '');
    const [fast, slow] = await start(`[{ kind: file, path: ${path} }, { kind: file, path: ${path}, rate: 50 }]`);
    await until(() => [fast!, slow!].every(({ troubles }) => troubles.length > 0));
    appendFileSync(path, Array.from({ length: 3000 }, (_, n) => line(`${n}`)).join(''));
    await until(() => fast!.events.length === 3000);
    assert.deepEqual(
      items(fast!),
      Array.from({ length: 3000 }, (_, n) => `${n}`),
    );
    assert.ok(slow!.events.length > 0 && slow!.events.length < 200);
  });
});

describe('a source that looks at a folder', () => {
  const { folder, opened, start, stop } = bench();
  const told = ({ events }: Seen) => events.map(({ fields: { change, name } }) => `${change} ${name}`);

  it('tells files that come, change and go, when they are written', async () => {
    const path = join(folder, 'in');
    mkdirSync(join(path, 'below'), { recursive: true });
    writeFileSync(join(path, 'there'), 'x');
    const [seen] = await start(`[{ kind: folder, path: ${path}, every: 60ms, events: file }]`);
    await until(() => seen!.troubles.length > 1);
    symlinkSync(join(path, 'there'), join(path, 'link'));
    writeFileSync(join(path, 'new'), 'abc');
    await until(() => seen!.events.length === 1);
    assert.equal(seen!.events[0]?.fields.size, 3);
    appendFileSync(join(path, 'new'), 'd');
    await until(() => seen!.events.length === 2);
    rmSync(join(path, 'new'));
    await until(() => seen!.events.length === 3);
    assert.deepEqual(told(seen!), ['created new', 'changed new', 'removed new']);
  });

  it('waits with a file that is still written', async () => {
    const path = join(folder, 'slow');
    mkdirSync(path);
    const [seen] = await start(`[{ kind: folder, path: ${path}, every: 80ms, events: file }]`);
    await until(() => seen!.troubles.length > 0);
    for (let n = 0; n < 12; n++) {
      appendFileSync(join(path, 'log'), 'x'.repeat(100));
      await wait(30);
    }
    await until(() => seen!.events.length > 0);
    assert.equal(seen!.events[0]?.fields.size, 1200);
  });

  it('tells after a restart what changed in between', async () => {
    const path = join(folder, 'away');
    mkdirSync(path);
    for (const name of ['stays', 'goes', 'changes']) writeFileSync(join(path, name), name);
    const source = `[{ kind: folder, path: ${path}, every: 40ms, events: file }]`;
    const [before] = await start(source);
    await until(() => before!.troubles.length > 1);
    await stop();
    rmSync(join(path, 'goes'));
    writeFileSync(join(path, 'changes'), 'other');
    writeFileSync(join(path, '__proto__'), 'x');
    const [after] = await start(source);
    await until(() => after!.events.length === 3);
    assert.deepEqual(told(after!).sort(), ['changed changes', 'created __proto__', 'removed goes']);
    await stop();
    const [again] = await start(source);
    await until(() => again!.troubles.length > 2);
    assert.deepEqual(again!.events, []);
  });

  it('says so where it is away, and does not take its files for removed', async () => {
    const path = join(folder, 'disk');
    mkdirSync(path);
    writeFileSync(join(path, 'a'), 'a');
    const [seen] = await start(`[{ kind: folder, path: ${path}, every: 40ms, events: file }]`);
    await until(() => seen!.troubles.length > 1);
    renameSync(path, `${path}-out`);
    await until(() => seen!.troubles.at(-1)?.includes('ENOENT') === true);
    renameSync(`${path}-out`, path);
    await until(() => seen!.troubles.at(-1) === null);
    assert.deepEqual(seen!.events, []);
  });

  it('tells nothing of one with more files than it keeps', async () => {
    const path = join(folder, 'huge');
    mkdirSync(path);
    for (let n = 0; n < 51; n++) writeFileSync(join(path, `${n}`), '');
    // A source for its intake alone.
    const [seen] = await start('[{ kind: timer, events: view, every: 1h }]');
    const source = { kind: 'folder', path, events: ['file'], every: 40, rate: undefined } as const;
    opened.push(openFolder(source, seen!, 50));
    await until(() => seen!.troubles.at(-1)?.includes('more than 50 files') === true);
    rmSync(join(path, '7'));
    await until(() => seen!.troubles.at(-1) === null);
    assert.deepEqual(seen!.events, []);
  });
});

describe('a recording that is replayed', () => {
  const { folder, start, stop } = bench();
  const record = (path: string, count: number): void =>
    writeFileSync(
      path,
      Array.from(
        { length: count },
        (_, n) => `${JSON.stringify({ time: 1e12 + 100 * n, event: 'click', item: `${n}` })}\n`,
      ).join(''),
    );

  it('goes on where it was with `from: continue`, keeping the distances, and is over when it is over', async () => {
    const path = join(folder, 'r.jsonl');
    record(path, 5);
    const source = `[{ kind: replay, path: ${path}, from: continue }]`;
    const [before] = await start(source);
    await until(() => before!.events.length === 2);
    await stop();
    const given = items(before!).length;
    const begin = performance.now();
    const [after] = await start(source);
    await until(() => after!.events.length === 5 - given);
    assert.ok(performance.now() - begin >= 99 * (5 - given));
    assert.deepEqual([...items(before!), ...items(after!)], ['0', '1', '2', '3', '4']);
    await stop();
    const [over] = await start(source);
    await wait(150);
    assert.deepEqual(over!.events, []);
  });

  it('begins anew without it', async () => {
    const path = join(folder, 's.jsonl');
    record(path, 2);
    const source = `[{ kind: replay, path: ${path} }]`;
    for (let n = 0; n < 2; n++) {
      const [seen] = await start(source);
      await until(() => seen!.events.length === 2);
      await stop();
    }
  });
});
