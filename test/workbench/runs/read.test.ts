import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRun } from '@edgewright/workbench/runs/content.js';
import { createRun, type Run, recordsPath } from '@edgewright/workbench/runs/folder.js';
import { formatLine } from '@edgewright/workbench/runs/line.js';
import { readLines } from '@edgewright/workbench/runs/lines.js';
import { overviewOf } from '@edgewright/workbench/runs/overview.js';
import fc from 'fast-check';
import { temporaryFolder } from '../folder.ts';
import { failureRecord, pointRecord, runRecord, wholeRun } from '../records.ts';

describe('records of a run folder', () => {
  const folder = temporaryFolder();
  const make = (devices: readonly string[]): Promise<Run> =>
    createRun(
      folder(),
      {
        name: 'quick',
        program: '',
        sweep: '',
        artifacts: {},
        devices: devices.map((name) => ({ name, id: name })),
      },
      new Date(0),
    );

  it('are those of all devices, in the order of the head, then others', async () => {
    const run = await make(['b', 'a']);
    for (const device of ['a', 'b', 'c']) {
      writeFileSync(recordsPath(run, device), formatLine({ cursor: 1, record: { ...runRecord(1), device } }));
    }
    const { records, findings } = await readRun(run.path);
    assert.deepEqual(
      records.map(({ device }) => device),
      ['b', 'a', 'c'],
    );
    assert.deepEqual(findings, []);
  });

  it('count once where lines repeat, and broken lines are told with their place', async () => {
    const run = await make(['pi']);
    const path = recordsPath(run, 'pi');
    const [head, , , point] = wholeRun(1);
    writeFileSync(path, formatLine(head));
    appendFileSync(path, '{"cursor": 2, "record": {"id": "x", "kind": "hologram"}}\n');
    appendFileSync(path, 'not json\n\n[1]\n');
    appendFileSync(path, formatLine(point) + formatLine(point));
    appendFileSync(path, '{"cursor": 9, "rec');
    const { records, findings } = await readRun(run.path);
    assert.deepEqual(records, [head.record, point.record]);
    assert.deepEqual(
      findings.map(({ line, code }) => [line, code]),
      [
        [2, 'record-shape'],
        [3, 'record-not-json'],
        [5, 'record-shape'],
        [8, 'record-not-json'],
      ],
    );
    assert.ok(findings.every(({ fix, message }) => fix !== '' && message !== ''));
  });

  it('add up to what came of the run', async () => {
    const run = await make(['pi', 'silent']);
    const records = [runRecord(3), pointRecord(0), failureRecord(1), pointRecord(0, { id: 'again' })];
    writeFileSync(
      recordsPath(run, 'pi'),
      records.map((record, index) => formatLine({ cursor: index + 1, record })).join(''),
    );
    const { devices, failures } = await overviewOf(run);
    assert.deepEqual(devices[0], {
      device: 'pi',
      state: 'queued',
      reason: '',
      slots: 3,
      done: 2,
      failed: 1,
      verdicts: { ok: 2, wide: 0, drifting: 0, throttled: 0, bimodal: 0 },
      failures: { 'out-of-memory': 1 },
      fixes: { 'out-of-memory': 'Raise `measure.memoryLimit`.' },
    });
    assert.equal(devices[1].state, undefined);
    assert.deepEqual(
      failures.map(({ device, record }) => [device, record.slot]),
      [['pi', 1]],
    );
  });
});

describe('lines of a file', () => {
  const folder = temporaryFolder();

  it('are those of the text, wherever chunks end', async () => {
    mkdirSync(join(folder(), 'lines'));
    let number = 0;
    const long = fc.constantFrom('x'.repeat(700_000), 'é'.repeat(400_000), 'short', '', '\u{1F600}');
    await fc.assert(
      fc.asyncProperty(fc.array(long, { maxLength: 6 }), fc.boolean(), async (texts, isEnded) => {
        const path = join(folder(), 'lines', String(number++ % 4));
        writeFileSync(path, texts.join('\n') + (isEnded ? '\n' : ''));
        const found = [];
        for await (const line of readLines(path)) found.push(line);
        assert.deepEqual(
          found.map(({ text }) => text),
          texts.filter((text) => text !== ''),
        );
        for (const { text, number: line } of found) assert.equal(texts[line - 1], text);
      }),
      { numRuns: 30 },
    );
  });
});
