import assert from 'node:assert/strict';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { formatDiagnostic } from '@edgewright/workbench/cli/excerpt.js';
import { cut, formatTable } from '@edgewright/workbench/cli/table.js';
import { formatBytes, formatCount, formatDuration } from '@edgewright/workbench/text/units.js';
import fc from 'fast-check';
import stringWidth from 'string-width';

describe('figures', () => {
  it('have three digits and a unit', () => {
    const counts: [value: number, text: string][] = [
      [0, '0'],
      [7, '7'],
      [999, '999'],
      [1000, '1.00 k'],
      [25_557_032, '25.6 M'],
      [999_600, '1.00 M'],
      [4.089e9, '4.09 G'],
    ];
    for (const [value, text] of counts) assert.equal(formatCount(value), text);
    const sizes: [value: number, text: string][] = [
      [0, '0 B'],
      [1023, '1023 B'],
      [1024, '1.00 KiB'],
      [1536, '1.50 KiB'],
      [2 ** 20 - 1, '1.00 MiB'],
      [8 * 2 ** 30, '8.00 GiB'],
    ];
    for (const [value, text] of sizes) assert.equal(formatBytes(value), text);
    const times: [value: number, text: string][] = [
      [0, '0 ms'],
      [999, '999 ms'],
      [1000, '1 s'],
      [59_499, '59 s'],
      [93_000, '1 min 33 s'],
      [3_600_000, '1 h 0 min'],
    ];
    for (const [value, text] of times) assert.equal(formatDuration(value), text);
  });
});

describe('tables', () => {
  it('leave out what they can do without, the last first', () => {
    const columns = [
      { title: 'name', shrinks: true },
      { title: 'first', isSpare: true },
      { title: 'second', isSpare: true },
      { title: 'n' },
    ];
    const heads = (width: number) =>
      formatTable(columns, [['a long name', '1', '2', '3']], width)
        .split(/\s+/)
        .slice(0, 4);
    assert.deepEqual(heads(29), ['name', 'first', 'second', 'n']);
    assert.deepEqual(heads(28).slice(0, 3), ['name', 'first', 'n']);
    assert.deepEqual(heads(20).slice(0, 2), ['name', 'n']);
  });

  it('fit the width as long as their columns that shrink have room', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.includes('\n'));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 5 }), fc.integer({ min: 30, max: 80 }), (rows, width) => {
        const columns = [
          { title: 'a', shrinks: true },
          { title: 'b', shrinks: true },
          { title: 'n', align: 'right' as const },
        ];
        const text = formatTable(
          columns,
          rows.map((row) => [...row, '12']),
          width,
        );
        for (const line of text.split('\n')) assert.ok(stringWidth(line) <= width, line);
      }),
    );
  });

  it('cut with an ellipsis by the width that is seen', () => {
    assert.equal(cut('日本語', 5), '日本…');
    assert.equal(cut('short', 5), 'short');
  });
});

describe('diagnostics', () => {
  const print = (text: string, place: Diagnostic['place'], width = 80) =>
    formatDiagnostic(
      { code: 'unknown-key', severity: 'error', path: [], message: 'What.', fix: 'How.', ...(place && { place }) },
      'a.yaml',
      text,
      { paint: (_tone, shown) => shown, width },
    );

  it('show the line with a caret under the place', () => {
    const text = 'name: x\nmodel: fc\n';
    assert.equal(
      print(text, { line: 2, column: 1, offset: 8, length: 5 }),
      [
        'error[unknown-key]: What.',
        '  at a.yaml:2:1',
        '    |',
        '  2 | model: fc',
        '    | ^^^^^',
        '  fix: How.',
        '',
      ].join('\n'),
    );
  });

  it('without a place name the file', () => {
    assert.equal(print('', undefined), 'error[unknown-key]: What.\n  at a.yaml\n  fix: How.\n');
  });

  it('keep the caret under wide characters, at the end of a line and in a line that is too long', () => {
    assert.match(print('日本: x', { line: 1, column: 5, offset: 4, length: 1 }), /\n {2}1 \| 日本: x\n {4}\| {7}\^\n/);
    assert.match(print('abc', { line: 1, column: 4, offset: 3, length: 0 }), /\n {4}\| {4}\^\n/);
    const long = `${'a'.repeat(300)}WRONG${'b'.repeat(300)}`;
    const shown = print(long, { line: 1, column: 301, offset: 300, length: 5 }).split('\n');
    assert.ok(shown.every((line) => line.length <= 80));
    const at = shown[4].indexOf('^');
    assert.equal(shown[3].slice(at, at + 5), 'WRONG');
  });
});
