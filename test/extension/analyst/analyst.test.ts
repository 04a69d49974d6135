// The analyst as the host has it: a real thread, real files, and folders that were not written by Edgewright.
import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { formatLine } from '@edgewright/workbench/runs/line.js';
import { type Analyst, AnalystClosed, startAnalyst } from 'edgewright/analyst/analyst.js';
import type { AnalysisQuery, Overview } from 'edgewright/protocol.js';
import { makeRecords } from '../../fixtures/records.ts';
import { writeRunFolder } from '../../fixtures/runfolder.ts';

const script = new URL(import.meta.resolve('edgewright/analyst/worker.js'));
const query: AnalysisQuery = {
  kind: 'heatmap',
  model: undefined,
  metric: 'latency',
  x: undefined,
  y: undefined,
  by: undefined,
  levels: undefined,
  filter: {},
};

describe('the analyst', () => {
  let parent: string;
  let analyst: Analyst | undefined;

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'edgewright-analyst-'));
  });

  afterEach(async () => {
    await analyst?.close();
    analyst = undefined;
    rmSync(parent, { recursive: true, force: true });
  });

  function opened(...folders: readonly string[]): Analyst {
    analyst = startAnalyst(script, folders);
    return analyst;
  }

  async function overviewOf(from: Analyst): Promise<Overview> {
    const answer = await from.ask({ kind: 'overview' });
    assert.ok(answer.kind === 'overview');
    return answer.overview;
  }

  function recordsFile(folder: string, device = 'pi-5'): string {
    return join(folder, 'records', `${device}.jsonl`);
  }

  it('reads a run and answers what is asked of it', async () => {
    const records = makeRecords({ count: 200, latencies: 40 });
    const from = opened(writeRunFolder(parent, records));
    const { rows } = await from.opened;
    const overview = await overviewOf(from);
    assert.equal(overview.rows.count, rows);
    assert.deepEqual(overview.findings, []);
    const charts = await from.ask({ kind: 'charts', query });
    assert.ok(charts.kind === 'charts' && charts.blocks[0]?.charts.length === 4);
  });

  it('fetches raw latencies from the file', async () => {
    const records = makeRecords({ count: 60, latencies: 25 });
    const from = opened(writeRunFolder(parent, records));
    const { rows } = await overviewOf(from);
    const slots = records.filter((record) => record.kind === 'point' || record.kind === 'failure');
    for (const row of [0, 7, rows.count - 1]) {
      const answer = await from.ask({ kind: 'measurement', row });
      assert.ok(answer.kind === 'measurement');
      const slot = slots[row] as (typeof slots)[number];
      assert.deepEqual([...answer.measurement.latencies], slot.kind === 'point' ? slot.latencies : []);
      const titles = answer.measurement.facts.map(({ title }) => title);
      assert.ok(titles.includes('Point') && titles.includes('Environment'));
      assert.match(JSON.stringify(answer.measurement.facts), /Cortex-A7/);
    }
  });

  it('says what failed and what to do', async () => {
    const from = opened(writeRunFolder(parent, makeRecords({ count: 400 })));
    const { rows } = await overviewOf(from);
    const row = rows.status.findIndex((status) => rows.statuses[status] === 'out-of-memory');
    const answer = await from.ask({ kind: 'measurement', row });
    assert.ok(answer.kind === 'measurement');
    assert.equal(answer.measurement.status, 'out-of-memory');
    assert.match(answer.measurement.notes.join(), /grew past its limit of memory. \(in load\)/);
    assert.match(answer.measurement.fix ?? '', /Take fewer nodes/);
    assert.match(JSON.stringify(answer.measurement.facts), /SIGKILL/);
  });

  it('answers the newest of several questions about one chart', async () => {
    const from = opened(writeRunFolder(parent, makeRecords({ count: 400 })));
    const asked = ['jetson', 'pi-5', 'jetson'].map((device) =>
      from.ask({ kind: 'charts', query: { ...query, filter: { device: [device] } } }),
    );
    const other = from.ask({ kind: 'charts', query: { ...query, kind: 'boxplot' } });
    const kinds = (await Promise.all(asked)).map(({ kind }) => kind);
    assert.deepEqual(kinds, ['obsolete', 'obsolete', 'charts']);
    assert.equal((await other).kind, 'charts');
  });

  it('takes in what is added, and tells how much', async () => {
    const records = makeRecords({ count: 100, devices: ['pi-5'] });
    const folder = writeRunFolder(parent, records.slice(0, 60));
    const from = opened(folder);
    const before = (await overviewOf(from)).rows.count;
    const rest = records.slice(60).map((record, at) => formatLine({ cursor: 61 + at, record }));
    const torn = (rest[0] as string).slice(0, 100);
    appendFileSync(recordsFile(folder), torn);
    assert.deepEqual(await from.refresh(), { rows: before, grown: 0 });
    appendFileSync(recordsFile(folder), (rest[0] as string).slice(100) + rest.slice(1).join(''));
    const { rows, grown } = await from.refresh();
    assert.equal(rows - before, grown);
    assert.ok(grown > 30);
    assert.equal((await overviewOf(from)).rows.count, rows);
    assert.deepEqual(await from.refresh(), { rows, grown: 0 });
  });

  it('reads anew what was replaced', async () => {
    const records = makeRecords({ count: 40, devices: ['pi-5'] });
    const folder = writeRunFolder(parent, records);
    const from = opened(folder);
    await overviewOf(from);
    truncateSync(recordsFile(folder), 0);
    assert.equal((await from.refresh()).rows, 0);
    assert.equal((await overviewOf(from)).rows.count, 0);
  });

  it('puts what a re-run measured in place of what failed', async () => {
    const records = makeRecords({ count: 400, devices: ['pi-5'] });
    const folder = writeRunFolder(parent, records);
    const failed = records.find(({ kind }) => kind === 'failure');
    const model = records.find(({ kind }) => kind === 'point');
    assert.ok(failed?.kind === 'failure' && model?.kind === 'point');
    const again: DurableRecord = { ...model, run: 'again', id: 'again-1', point: failed.point, repeat: failed.repeat };
    const other = join(parent, '2026-03-03T080000Z-made-up-again0');
    mkdirSync(join(other, 'records'), { recursive: true });
    const head = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    writeFileSync(join(other, 'run.json'), JSON.stringify({ ...head, id: 'again', rerunOf: head.id }));
    writeFileSync(recordsFile(other), formatLine({ cursor: 1, record: again }));
    const from = opened(folder);
    const { counts, rows } = await overviewOf(from);
    const all = records.filter(({ kind }) => kind === 'failure').length;
    assert.equal(counts.failures, all - 1);
    assert.equal(rows.count, records.filter(({ kind }) => kind === 'point' || kind === 'failure').length);
    appendFileSync(recordsFile(other), formatLine({ cursor: 2, record: { ...again, id: 'again-2' } }));
    assert.equal((await from.refresh()).rows, rows.count);
  });

  it('writes the report, CSV and Parquet', async () => {
    const from = opened(writeRunFolder(parent, makeRecords({ count: 60 })));
    await from.opened;
    const report = await from.report(join(parent, 'report.html'));
    assert.match(readFileSync(report, 'utf8'), /^<!doctype html>/i);
    const [csv] = await from.exportTable('csv', join(parent, 'rows.csv'));
    assert.ok(readFileSync(csv as string, 'utf8').split('\n').length > 60);
    const [parquet] = await from.exportTable('parquet', join(parent, 'rows.parquet'));
    assert.equal(
      readFileSync(parquet as string)
        .subarray(0, 4)
        .toString(),
      'PAR1',
    );
    await assert.rejects(from.report(join(parent, 'no', 'such', 'folder.html')), CodedError);
  });

  describe('of a folder that is not as it should be', () => {
    const spoilers: readonly (readonly [string, (folder: string) => void, RegExp])[] = [
      ['a torn last line', (folder) => appendFileSync(recordsFile(folder), '{"cursor":1,"rec'), /torn/],
      ['a line of no JSON', (folder) => appendFileSync(recordsFile(folder), 'ten green bottles\n'), /no record/],
      [
        'a record of another shape',
        (folder) => appendFileSync(recordsFile(folder), line({ kind: 'point' })),
        /run is no text/,
      ],
      [
        'a record with an empty body',
        (folder) => appendFileSync(recordsFile(folder), line({ kind: 'run' })),
        /no record/,
      ],
      [
        'a record whose numbers are words',
        (folder) => appendFileSync(recordsFile(folder), line({ ...pointIn(folder), summary: { median: 'long' } })),
        /summary.median is no number/,
      ],
      ['an unknown kind of record', (folder) => appendFileSync(recordsFile(folder), line({ kind: 'poem' })), /poem/],
      ['a folder in place of a file', (folder) => mkdirSync(recordsFile(folder, 'phone')), /cannot be read \(EISDIR\)/],
      [
        'zeros in place of a line',
        (folder) => appendFileSync(recordsFile(folder), `${'\0'.repeat(5000)}\n`),
        /no record/,
      ],
    ];
    for (const [name, spoil, message] of spoilers) {
      it(`${name} is a finding, and the rest is read`, async () => {
        const folder = writeRunFolder(parent, makeRecords({ count: 50 }));
        spoil(folder);
        const { findings, rows } = await overviewOf(opened(folder));
        assert.equal(findings.length, 1);
        assert.match(findings[0]?.message ?? '', message);
        assert.ok(rows.count >= 50);
      });
    }

    it('many broken lines are counted, not all kept', async () => {
      const folder = writeRunFolder(parent, makeRecords({ count: 20 }));
      appendFileSync(recordsFile(folder), 'x\n'.repeat(1000));
      const { findings, findingsOmitted } = await overviewOf(opened(folder));
      assert.equal(findings.length + findingsOmitted, 1000);
      assert.equal(findings.length, 200);
    });

    it('a line past every limit is not held', async function () {
      this.timeout(60_000);
      const folder = writeRunFolder(parent, makeRecords({ count: 20 }));
      const piece = 'y'.repeat(16 << 20);
      for (let at = 0; at < 5; at++) appendFileSync(recordsFile(folder), piece);
      appendFileSync(
        recordsFile(folder),
        `\n${line({ kind: 'state', id: 's', run: 'made-up-1', device: 'pi-5', state: 'paused', reason: '' })}`,
      );
      const { findings, rows } = await overviewOf(opened(folder));
      assert.match(findings[0]?.message ?? '', /longer than 64 MB/);
      assert.ok(rows.count >= 20);
    });

    it('without records it is empty', async () => {
      const folder = writeRunFolder(parent, []);
      rmSync(join(folder, 'records'), { recursive: true });
      const from = opened(folder);
      assert.deepEqual(await from.opened, { rows: 0, grown: 0 });
      assert.equal((await overviewOf(from)).rows.count, 0);
      const answer = await from.ask({ kind: 'charts', query });
      assert.ok(answer.kind === 'charts' && answer.blocks[0]?.refusals.length === 1);
    });

    it('without a head it cannot be opened, and every question says so', async () => {
      const from = opened(join(parent, 'nothing'));
      await assert.rejects(from.opened, { code: 'run-not-found' });
      await assert.rejects(from.ask({ kind: 'overview' }), { code: 'run-not-found' });
    });

    it('it can be opened once it is there', async () => {
      const from = opened(join(parent, '2026-03-02T080000Z-made-up-000000'));
      await assert.rejects(from.opened, { code: 'run-not-found' });
      writeRunFolder(parent, makeRecords({ count: 20 }));
      assert.ok((await overviewOf(from)).rows.count >= 20);
    });

    it('a head that is no head is refused', async () => {
      const folder = writeRunFolder(parent, makeRecords({ count: 20 }));
      writeFileSync(join(folder, 'run.json'), '{"edgewright": "poem/v1"}');
      await assert.rejects(opened(folder).opened, { code: 'run-broken' });
    });

    it('a record that went from the file is told', async () => {
      const folder = writeRunFolder(parent, makeRecords({ count: 20 }));
      const from = opened(folder);
      await overviewOf(from);
      for (const name of readdirSync(join(folder, 'records'))) truncateSync(join(folder, 'records', name), 10);
      await assert.rejects(from.ask({ kind: 'measurement', row: 3 }), { code: 'run-broken' });
    });
  });

  it('answers a row that is not there with a fault', async () => {
    const from = opened(writeRunFolder(parent, makeRecords({ count: 20 })));
    await assert.rejects(from.ask({ kind: 'measurement', row: 12_345 }), /no row 12345/);
    await assert.rejects(from.ask({ kind: 'measurement', row: -1 }), /no row/);
  });

  it('lets nobody wait who asked before it was closed', async () => {
    const from = opened(writeRunFolder(parent, makeRecords({ count: 20 })));
    const asked = assert.rejects(from.ask({ kind: 'overview' }), AnalystClosed);
    await from.close();
    await asked;
    await assert.rejects(from.ask({ kind: 'overview' }), AnalystClosed);
    assert.ok(existsSync(parent));
  });
});

function line(record: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ cursor: 99_999, record: { id: 'odd', ...record } })}\n`;
}

function pointIn(folder: string): Readonly<Record<string, unknown>> {
  const lines = readFileSync(join(folder, 'records', 'pi-5.jsonl'), 'utf8').split('\n');
  const found = lines.find((text) => text.includes('"kind":"point"')) as string;
  return { ...JSON.parse(found).record, id: 'odd' };
}
