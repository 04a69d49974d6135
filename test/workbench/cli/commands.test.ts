// Commands that need no device: their text at 80 columns, their JSON, their exit codes.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRun, recordsPath } from '@edgewright/workbench/runs/folder.js';
import { formatLine } from '@edgewright/workbench/runs/line.js';
import stringWidth from 'string-width';
import { matchSnapshot } from '../../snapshot.ts';
import { temporaryFolder } from '../folder.ts';
import { failureRecord, wholeRun } from '../records.ts';
import { edgewright, type Outcome } from './terminal.ts';

const good = `edgewright: sweep/v1
name: good
models:
  - family: fc
    axes:
      layers: [1, 2]
      nodes: { from: 32, to: 128, times: 2 }
    constraint: ["nodes <= 128 / layers"]
  - family: cnn
    name: small
    axes: { blocks: [1, [1, 2, 1, 1]], image: 32, filters: [8, 16] }
execution:
  runtime: [ort, ort-web]
`;

const bad = `edgewright: sweep/v1
name: bad
models:
  - family: fc
    axis:
      layers: [1, 2]
  - family: cnn
    axes:
      image: { from: 32, to: 100, times: 2 }
execution:
  runtime: [ort, tensorflow]
`;

const fleet = `edgewright: fleet/v1
devices:
  - name: pi
    address: ws://pi:7317
`;

describe('commands', () => {
  const folder = temporaryFolder();
  beforeEach(() => {
    for (const [name, text] of Object.entries({ good, bad, fleet }))
      writeFileSync(join(folder(), `${name}.yaml`), text);
  });
  const call = (...argv: string[]) => edgewright({ cwd: folder() }, ...argv);
  /** Makes a run with a failure in the default folder. */
  const makeRun = async (started = '2026-01-02T03:04:05Z'): Promise<string> => {
    const devices = [{ name: 'pi', id: 'device-id', address: 'ws://127.0.0.1:1' }];
    const head = { name: 'quick', program: 'edgewright 0.1.0', sweep: good, artifacts: {}, devices };
    const run = await createRun(join(folder(), 'runs'), head, new Date(started));
    const records = wholeRun(4).map((stored) =>
      stored.record.id === 'slot-2' ? { ...stored, record: failureRecord(2) } : stored,
    );
    const own = records.map((stored) => ({ ...stored, record: { ...stored.record, run: run.head.id } }));
    writeFileSync(recordsPath(run, 'pi'), own.map(formatLine).join(''));
    return run.path;
  };
  const normal = (outcome: Outcome): string =>
    [`exit ${outcome.code}`, outcome.out, outcome.err === '' ? '' : `--- stderr\n${outcome.err}`]
      .join('\n')
      .replaceAll(folder(), '<folder>')
      .replace(/quick-[0-9a-z]{6}/g, 'quick-000000')
      .replace(/"run": "[0-9a-z]{26}"/g, '"run": "<id>"')
      .trimEnd()
      .concat('\n');
  const texts: readonly (readonly [name: string, argv: readonly string[]])[] = [
    ['check', ['check', 'good.yaml', 'fleet.yaml']],
    ['check-bad', ['check', 'bad.yaml', 'good.yaml']],
    ['check-missing', ['check', 'none.yaml']],
    ['estimate', ['estimate', 'good.yaml']],
    ['estimate-bad', ['estimate', 'bad.yaml']],
    ['runs-none', ['runs']],
    ['run-none', ['show', 'nothing']],
    ['run-without-device', ['run', 'good.yaml']],
    ['run-bad-address', ['run', 'good.yaml', '-d', 'http://pi']],
    ['run-without-token', ['run', 'good.yaml', '-d', 'pi:7317']],
    ['run-bad', ['run', 'bad.yaml', '-d', 'pi:7317']],
    ['fleet-selection', ['devices', '--fleet', 'fleet.yaml', '--on', 'nano']],
    ['code', ['codes', 'out-of-memory']],
    ['code-unknown', ['codes', 'out-of-memry']],
    ['unknown-command', ['chek', 'good.yaml']],
    ['unknown-option', ['check', 'good.yaml', '--jsn']],
    ['missing-argument', ['check']],
    ['no-command', []],
    ['bad-port', ['run', 'good.yaml', '--listen', '99999']],
    ['help', ['--help']],
    ['help-run', ['run', '--help']],
  ];

  for (const [name, argv] of texts) {
    it(`edgewright ${argv.join(' ')}`, async () => {
      const outcome = await call(...argv);
      for (const line of outcome.out.split('\n')) assert.ok(stringWidth(line) <= 80 || line.includes(': '), line);
      matchSnapshot(`workbench/cli/snapshots/${name}.txt`, normal(outcome));
    });
  }

  it('show a run, and list runs', async () => {
    await makeRun();
    for (const argv of [['show', 'latest'], ['runs'], ['show', 'latest', '--json'], ['runs', '--json']]) {
      const outcome = await call(...argv);
      matchSnapshot(`workbench/cli/snapshots/made-${argv.join('-').replace('--', '')}.txt`, normal(outcome));
    }
  });

  it('export a run', async () => {
    await makeRun();
    const made = await call('export', 'latest', '--format', 'csv', '-o', 'x.csv', '--json');
    const { file, rows, columns } = JSON.parse(made.out);
    assert.deepEqual([made.code, file, rows], [0, join(folder(), 'x.csv'), 4]);
    assert.ok(columns.includes('median'));
    assert.equal((await call('export', 'latest', '--format', 'xml', '-o', 'x')).code, 2);
  });

  it('have exit codes that scripts can rely on', async () => {
    await makeRun();
    const cases: [code: number, ...argv: string[]][] = [
      [0, 'check', 'good.yaml'],
      [1, 'check', 'bad.yaml'],
      [1, 'show', 'latest'],
      [2, 'check'],
      [2, 'show', 'nothing'],
      [3, 'devices', '-d', '127.0.0.1:1', '--token-file', 'good.yaml'],
      [3, 'pause', 'latest', '--token-file', 'good.yaml'],
      [4, 'check', 'none.yaml'],
      [4, 'export', 'latest', '--format', 'csv', '-o', 'none/x.csv'],
      [0, '--version'],
      [0, 'help', 'check'],
    ];
    for (const [code, ...argv] of cases) assert.equal((await call(...argv)).code, code, argv.join(' '));
  });

  it('say that a run has nothing to report on yet', async () => {
    const head = { name: 'new', program: '', sweep: good, artifacts: {}, devices: [] };
    await createRun(join(folder(), 'runs'), head, new Date('2026-02-02T03:04:05Z'));
    const { code, err } = await call('report', 'new');
    assert.equal(code, 1);
    assert.match(err, /^error\[run-empty\]/);
  });

  it('report on a run, and compare its sides', async () => {
    await makeRun();
    assert.match((await call('report', 'latest', '-o', 'r.html')).out, /report: r\.html\n$/);
    assert.match(readFileSync(join(folder(), 'r.html'), 'utf8'), /^<!doctype html>/);
    const alone = await call('compare', 'latest', '--by', 'device');
    assert.deepEqual([alone.code, alone.err.includes('There is only one device, pi')], [2, true]);
    const again = await makeRun('2026-01-03T00:00:00Z');
    const both = await call('compare', 'latest', again, '--json');
    assert.equal(both.code, 2, 'the latest is the same run');
    const [first] = JSON.parse((await call('runs', '--json')).out);
    const two = JSON.parse((await call('compare', first.folder, again, '--json')).out);
    assert.equal(two.comparisons[0].comparison.n, 3);
  });

  it('check takes a file for what its name says, where the file says nothing', async () => {
    for (const [name, text, fix] of [
      ['x.task.yaml', 'models: 3\n', 'edgewright: task/v1'],
      ['list.task.yaml', '- a\n', 'edgewright: task/v1'],
      ['home.fleet.yaml', 'a: 1\n', 'edgewright: fleet/v1'],
      ['fleet.yaml', 'a: 1\n', 'edgewright: fleet/v1'],
      ['any.yaml', 'a: 1\n', 'edgewright: sweep/v1'],
    ] as const) {
      writeFileSync(join(folder(), name), text);
      const { code, out } = await call('check', name);
      assert.equal(code, 1);
      assert.ok(out.includes(fix), `${name}: ${out}`);
    }
  });

  it('with --json say every failure as an object on the standard output', async () => {
    for (const argv of [
      ['check', 'none.yaml'],
      ['show', 'nothing'],
      ['run', 'good.yaml'],
      ['nonsense'],
      ['check'],
      ['codes', 'nonsense'],
      ['doctor', 'http://x'],
    ]) {
      const { code, out, err } = await call(...argv, '--json');
      assert.ok(code > 0);
      assert.equal(err, '');
      const { error } = JSON.parse(out);
      assert.deepEqual(Object.keys(error), ['code', 'message', 'fix'], argv.join(' '));
    }
  });

  it('estimate --json is an array of points with costs and axis values', async () => {
    const points = JSON.parse((await call('estimate', 'good.yaml', '--json')).out);
    assert.equal(points.length, 2 * (5 + 4));
    const [first] = points.filter((point: { model: string }) => point.model === 'small');
    assert.deepEqual(
      Object.keys(first)
        .filter((key) =>
          [
            'parameters',
            'macs',
            'flops',
            'weightBytes',
            'activationBytes',
            'id',
            'family',
            'runtime',
            'image',
            'filters',
          ].includes(key),
        )
        .sort(),
      ['activationBytes', 'family', 'filters', 'flops', 'id', 'image', 'macs', 'parameters', 'runtime', 'weightBytes'],
    );
  });

  it('estimate --like takes the ceilings of a run', async () => {
    await makeRun();
    const assumed = await call('estimate', 'good.yaml');
    const measured = await call('estimate', 'good.yaml', '--like', 'latest');
    assert.deepEqual([assumed.code, measured.code], [0, 0]);
    assert.match(assumed.out, /Assumes a device/);
    assert.doesNotMatch(measured.out, /Assumes a device/);
  });

  it('a run of a broken document writes nothing', async () => {
    const { code, out } = await call('run', 'bad.yaml', '-d', 'pi:7317', '--json');
    assert.equal(code, 1);
    const { event, ok, diagnostics } = JSON.parse(out);
    assert.deepEqual([event, ok, diagnostics.length > 0], ['checked', false, true]);
    assert.deepEqual(JSON.parse((await call('runs', '--json')).out), []);
  });
});
