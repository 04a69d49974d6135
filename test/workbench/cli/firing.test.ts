// A firing that was executed, in a terminal of 80 columns: what one debugs a script by is there whole.
import assert from 'node:assert/strict';
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import type { TriedResult } from '@edgewright/schemas/deployment.js';
import { executedText, formatFiring } from '@edgewright/workbench/cli/firing.js';
import { hang } from '@edgewright/workbench/cli/wrap.js';
import fc from 'fast-check';
import stringWidth from 'string-width';

const io = { width: 80, paint: (_tone: string, text: string) => text } as Parameters<typeof formatFiring>[1];

const firing: SimulatedFiring = {
  firing: {
    ...{ task: 'door', time: 1000, kind: 'match', key: 'front', late: false },
    events: [{ time: 1000, event: 'open', fields: { door: 'front' }, step: 0, seq: 1 }],
  },
  computed: undefined,
  outputs: [],
};
const execution: TriedResult = {
  id: '',
  results: [{ 'script.open': true, 'script.inner': 3 }],
  emitted: [{ event: 'rang', fields: { times: 2 } }],
  log: [
    { time: 0, level: 'info', text: 'one\n\ttwo' },
    { time: 0, level: 'warning', text: `${'a rather long line that goes on '.repeat(4)}and ends: HERE` },
  ],
  phases: { prepare: 1, script: 4, total: 6 },
};
const outputs = [{ to: 'outbox', values: { 'script.open': true } }] as const;

describe('a firing that was executed', () => {
  it('has what it took, emits, says, lets leave and keeps', () => {
    const text = formatFiring({ ...firing, outputs, execution }, io);
    assert.deepEqual(text.split('\n'), [
      '1970-01-01T00:00:01.000Z  door  front',
      '  00:00:01.000  open door=front',
      '  executed  6 ms (prepare 1 ms, script 4 ms)',
      '  emits  rang times=2',
      '  says  one',
      '          two',
      '  warning  a rather long line that goes on a rather long line that goes on a',
      '           rather long line that goes on a rather long line that goes on and',
      '           ends: HERE',
      '  leaves  script.open=true',
      '  keeps  script.inner=3',
    ]);
  });

  it('has where it failed the reason, the code and what to do', () => {
    const failure = {
      code: 'task-script',
      message: `TypeError: ${'no such entry '.repeat(6)}(line 3)`,
      fix: 'Mend it.',
    };
    const text = formatFiring(
      { ...firing, execution: { ...execution, results: [], emitted: [], log: [], failure } },
      io,
    );
    assert.deepEqual(text.split('\n').slice(2), [
      '  failed  TypeError: no such entry no such entry no such entry no such entry no',
      '          such entry no such entry (line 3) (task-script, after 6 ms (prepare 1',
      '          ms, script 4 ms))',
      '  fix  Mend it.',
    ]);
  });

  it('counts in what all took together, the failed apart', () => {
    const failed = { ...execution, phases: { total: 99 }, failure: { code: 'task-script', message: '', fix: '' } };
    const slow = { ...execution, phases: { script: 6, total: 8 } };
    assert.equal(
      executedText([execution, failed, slow], io),
      '3 executed, 1 failed; median 7 ms (prepare 1 ms, script 5 ms)\n',
    );
    assert.equal(executedText([failed], io), '1 executed, 1 failed\n');
  });
});

describe('text that hangs', () => {
  it('is never wider than the terminal, and loses nothing but blanks where it is short enough', () => {
    const words = fc.array(fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constant('\n')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 90 }), (parts, width) => {
        const lines = hang('  says  ', parts.join(' '), width);
        for (const line of lines) assert.ok(stringWidth(line) <= width, line);
      }),
      { numRuns: 300 },
    );
    const [first, ...rest] = hang('  says  ', 'a'.repeat(100), 40);
    assert.deepEqual([first, rest.map((line) => line.trim().length)], [`  says  ${'a'.repeat(32)}`, [32, 32, 4]]);
  });

  it('ends after twenty lines, and says so', () => {
    const lines = hang('> ', Array.from({ length: 50 }, (_, at) => `${at}`).join('\n'), 40);
    assert.deepEqual([lines.length, lines.at(-2), lines.at(-1)], [20, '  18', '  ... 31 lines more']);
  });

  it('obeys no terminal', () => assert.deepEqual(hang('> ', 'a\x1b[31mb', 40), ['> a\ufffd[31mb']));
});
