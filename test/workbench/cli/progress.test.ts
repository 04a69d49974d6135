import assert from 'node:assert/strict';
import type { RunStatus } from '@edgewright/schemas/wire.js';
import { plainLine } from '@edgewright/workbench/cli/plain.js';
import { advance, type Progress, renderProgress, startProgress } from '@edgewright/workbench/cli/progress.js';
import type { RunEvent } from '@edgewright/workbench/runs/event.js';
import { countStatus } from '@edgewright/workbench/runs/status.js';
import { namingOf } from '@edgewright/workbench/text/naming.js';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { matchSnapshot } from '../../snapshot.ts';
import { ceilingRecord, failureRecord, pointOf, pointRecord, runRecord, sample, stateRecord } from '../records.ts';

const status: RunStatus = {
  run: 'run',
  name: 'quick',
  state: 'running',
  slots: 90,
  done: 30,
  failed: 0,
  cursor: 33,
  timeLeft: 155_000,
  current: { slot: 30, model: pointOf(3).model, runtime: 'ort', phase: 'steady', iterations: 230 },
};

const stored = (device: string, record: Parameters<typeof advance>[1] & { kind: 'record' }) => ({ ...record, device });
const points = (device: string, count: number): RunEvent[] =>
  Array.from({ length: count }, (_, slot) =>
    stored(device, { device, kind: 'record', cursor: slot, record: pointRecord(slot) }),
  );

const naming = namingOf(`edgewright: sweep/v1
name: quick
models:
  - family: fc
    axes: { layers: [1, 2, 3, 4], nodes: 64 }
execution: { runtime: [ort, ort-web] }
`);

/** Events with the second at which they come. */
function play(devices: readonly string[], events: readonly (readonly [second: number, event: RunEvent])[]): Progress {
  let progress = startProgress(
    'quick',
    naming,
    devices.map((device) => countStatus(device).status()),
    0,
  );
  for (const [second, event] of events) progress = advance(progress, event, 1000 * second);
  return progress;
}

const pictures: readonly (readonly [name: string, now: number, progress: Progress])[] = [
  ['before the devices answer', 0, play(['pi', 'nano-in-the-lab-on-the-left'], [])],
  [
    'under way on two devices, one of them without a link',
    83_000,
    play(
      ['pi', 'nano'],
      [
        [1, { device: 'pi', kind: 'linked', address: 'ws://pi:7317' }],
        [1, { device: 'pi', kind: 'status', status: { ...status, timeLeft: null } }],
        ...points('pi', 31).map((event) => [20, event] as const),
        [21, { device: 'pi', kind: 'record', cursor: 40, record: failureRecord(40) }],
        [22, { device: 'pi', kind: 'sample', sample: sample() }],
        [22, { device: 'pi', kind: 'status', status }],
        [23, { device: 'nano', kind: 'status', status: { ...status, current: null, state: 'queued', timeLeft: null } }],
        [24, { device: 'nano', kind: 'dropped', code: 'link-lost', message: 'Nothing was heard.', wait: 4000 }],
      ],
    ),
  ],
  [
    'at the end: one finished, one failed, one refused',
    3_725_000,
    play(
      ['pi', 'nano', 'phone'],
      [
        [1, { device: 'pi', kind: 'record', cursor: 1, record: runRecord(2) }],
        ...points('pi', 2).map((event) => [20, event] as const),
        [30, { device: 'pi', kind: 'ended', state: 'finished' }],
        [30, { device: 'nano', kind: 'failed', code: 'disk-full', message: 'The disk is full.', fix: 'Free space.' }],
        [30, { device: 'phone', kind: 'refused', diagnostics: [] }],
      ],
    ),
  ],
  [
    'sending a model',
    5_000,
    play(['pi'], [[1, { device: 'pi', kind: 'sending', artifact: 'models/own.onnx', sent: 4_000, bytes: 9_000 }]]),
  ],
];

describe('live progress', () => {
  for (const width of [80, 40]) {
    it(`fits ${width} columns`, () => {
      const text = pictures.map(
        ([name, now, progress]) => `# ${name}\n${renderProgress(progress, now, { width, height: 24 }).join('\n')}\n`,
      );
      matchSnapshot(`workbench/cli/snapshots/progress-${width}.txt`, text.join('\n'));
    });
  }

  it('is never wider than the terminal', () => {
    const progress = fc.constantFrom(...pictures.map(([, now, one]) => ({ now, one })));
    fc.assert(
      fc.property(progress, fc.integer({ min: 40, max: 200 }), ({ now, one }, width) => {
        for (const line of renderProgress(one, now, { width, height: 24 })) assert.ok(stringWidth(line) <= width, line);
      }),
    );
  });

  it('counts what is in the run folder already', () => {
    const known = countStatus('pi');
    for (const record of [runRecord(4), pointRecord(0), failureRecord(1)]) known.add(record);
    const progress = startProgress('quick', naming, [known.status()], 0);
    assert.match(renderProgress(progress, 0, { width: 80, height: 24 })[1], / 2\/4 {2}50 %/);
  });
});

describe('names of points', () => {
  const { model, execution } = pointOf(1, { layers: 2, nodes: 64, batch: 8 });

  it('say what varies in the sweep and no more', () => {
    const point = { model, execution };
    const sweep = (axes: string, more: string) =>
      namingOf(
        `edgewright: sweep/v1\nname: a\nmodels:\n  - { family: fc, axes: { ${axes} } }\nexecution: { ${more} }\n`,
      );
    assert.equal(sweep('layers: 2', 'threads: 1').point(point), 'fc');
    assert.equal(sweep('layers: [1, 2], batch: 8', 'threads: 1').point(point), 'fc layers 2');
    assert.equal(
      sweep('layers: [1, 2], batch: [1, 8]', 'runtime: [ort, ort-web], threads: [1, 2]').point(point),
      'fc layers 2, batch 8 on ort, 1 thread',
    );
  });

  it('say all where the sweep cannot be read', () => {
    const text = 'fc layers 2, nodes 64, batch 8 on ort, 1 thread, float32, optimization all, single-stream';
    assert.equal(namingOf('no sweep').point({ model, execution }), text);
  });
});

describe('plain lines', () => {
  it('are one for each event that matters', () => {
    const events: readonly RunEvent[] = [
      { device: 'pi', kind: 'repaired', bytes: 17 },
      { device: 'pi', kind: 'linked', address: 'ws://pi:7317' },
      { device: 'pi', kind: 'sending', artifact: 'own.onnx', sent: 4, bytes: 9 },
      { device: 'pi', kind: 'sending', artifact: 'own.onnx', sent: 9, bytes: 9 },
      { device: 'pi', kind: 'status', status },
      { device: 'pi', kind: 'sample', sample: sample() },
      { device: 'pi', kind: 'record', cursor: 1, record: runRecord(90) },
      { device: 'pi', kind: 'record', cursor: 2, record: stateRecord('running') },
      { device: 'pi', kind: 'record', cursor: 3, record: ceilingRecord() },
      { device: 'pi', kind: 'record', cursor: 4, record: pointRecord(0) },
      { device: 'pi', kind: 'record', cursor: 5, record: failureRecord(1) },
      { device: 'pi', kind: 'dropped', code: 'link-lost', message: 'Nothing was heard.', wait: 750 },
      { device: 'pi', kind: 'refused', diagnostics: [] },
      { device: 'pi', kind: 'failed', code: 'disk-full', message: 'The disk is full.', fix: 'Free space.' },
      { device: 'pi', kind: 'ended', state: 'cancelled' },
    ];
    const linesOf = (isNamed: boolean) =>
      events.map((event) => plainLine(event, { done: 7, slots: 90, naming, isNamed }) ?? `(nothing of ${event.kind})`);
    const lines = ['# one device', ...linesOf(false), '', '# several devices', ...linesOf(true)];
    matchSnapshot('workbench/cli/snapshots/plain.txt', `${lines.join('\n')}\n`);
  });
});
