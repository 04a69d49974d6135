import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '@edgewright/workbench/runs/journal.js';
import { formatLine, parseLine, type StoredRecord } from '@edgewright/workbench/runs/line.js';
import fc from 'fast-check';
import { temporaryFolder } from '../folder.ts';
import { pointRecord, wholeRun } from '../records.ts';

describe('journal', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'records', 'pi.jsonl');
  const idsIn = (file: string) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const parsed = parseLine(line);
        return parsed.kind === 'ok' ? parsed.stored.record.id : 'broken';
      });

  it('knows its cursor again after it was closed', async () => {
    const stored = wholeRun(4);
    const first = await openJournal(path());
    assert.equal(first.cursor, 0);
    await first.append(stored.slice(0, 3));
    assert.equal(first.cursor, 3);
    await first.close();
    const seen: string[] = [];
    const second = await openJournal(path(), ({ record }) => seen.push(record.id));
    assert.equal(second.cursor, 3);
    assert.deepEqual(
      seen,
      stored.slice(0, 3).map(({ record }) => record.id),
    );
    await second.close();
  });

  it('recovers from a kill at every byte of the last batch: what was whole stays, the rest comes again', async () => {
    const stored = wholeRun(3);
    const [before, after] = [stored.slice(0, 4), stored.slice(4)];
    const kept = before.map(formatLine).join('');
    const last = after.map(formatLine).join('');
    const bytes = Buffer.from(last, 'utf8');
    const file = join(folder(), 'torn.jsonl');
    for (let cut = 0; cut <= bytes.length; cut++) {
      writeFileSync(file, Buffer.concat([Buffer.from(kept), bytes.subarray(0, cut)]));
      const journal = await openJournal(file);
      const wholeLines = bytes.subarray(0, cut).toString('latin1').split('\n').length - 1;
      assert.equal(journal.cursor, 4 + wholeLines, `cut at ${cut}`);
      assert.equal(journal.repaired > 0, cut > 0 && bytes[cut - 1] !== 0x0a, `cut at ${cut}`);
      await journal.append(stored.filter(({ cursor }) => cursor > journal.cursor));
      await journal.close();
      assert.equal(readFileSync(file, 'utf8'), kept + last, `cut at ${cut}`);
    }
  });

  it('stores each record once, however batches overlap, repeat and race', async () => {
    const stored = wholeRun(12);
    const batch = fc
      .tuple(fc.nat(stored.length), fc.nat(stored.length))
      .map(([from, to]) => stored.slice(Math.min(from, to), Math.max(from, to)));
    let number = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(batch, { maxLength: 8 }), async (batches) => {
        const file = join(folder(), `${number++}.jsonl`);
        const journal = await openJournal(file);
        const fresh = await Promise.all(batches.map((one) => journal.append(one)));
        await journal.close();
        const expected = new Set(batches.flat().map(({ record }) => record.id));
        const ids = idsIn(file);
        assert.equal(ids.length, expected.size);
        assert.deepEqual(new Set(ids), expected);
        assert.equal(fresh.flat().length, expected.size);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps text of any script and line separators inside of strings', async () => {
    const journal = await openJournal(path());
    const reasons = ['größer\u2028als', '日本語\n', '\u{1F600}'];
    const odd: StoredRecord = { cursor: 1, record: pointRecord(0, { verdict: { kind: 'wide', reasons } }) };
    await journal.append([odd]);
    await journal.close();
    const found: StoredRecord[] = [];
    await (await openJournal(path(), (stored) => found.push(stored))).close();
    assert.deepEqual(found, [odd]);
  });

  it('says that it may not write, with a code', async () => {
    writeFileSync(join(folder(), 'records'), 'a file where a folder should be');
    await assert.rejects(openJournal(path()), { name: 'CodedError', code: 'storage-refused' });
  });
});
