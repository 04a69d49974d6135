import assert from 'node:assert/strict';
import { folding } from 'edgewright/server/folding.js';
import { fileAt, links } from 'edgewright/server/links.js';
import { symbols } from 'edgewright/server/symbols.js';
import { packTokens, tokens } from 'edgewright/server/tokens.js';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { annotated, atCursor, offsetsOf, sourceOf, unmarked, yaml } from './fixture.ts';

describe('the outline', () => {
  check(
    'of a sweep',
    yaml`
    edgewright: sweep/v1
    name: a
    models:
      - family: fc
        name: small
        axes: { nodes: [1, 2], layers: 3 }
      - family: cnn
    execution:
      runtime: ort
  `,
    ['name a', 'models', '  small fc', '    nodes', '    layers 3', '  cnn', 'execution', '  runtime ort'],
  );
  check(
    'of a fleet',
    'edgewright: fleet/v1\ndevices:\n  - name: pi\n    address: ws://pi:1\n  - labels: { a: b }\n',
    ['devices', '  pi ws://pi:1', '  device 2'],
    'fleet.yaml',
  );
  check('of a text with faults', 'name: a\nmodels:\n  - family: fc\n    axes: { nodes: [1\n', [
    'name a',
    'models',
    '  fc',
    '    nodes',
  ]);
  check('of nothing', '', []);

  function check(title: string, text: string, expected: readonly string[], name?: string): void {
    it(title, () => {
      const found = symbols(sourceOf(text, name));
      assert.deepEqual(
        found.flatMap((symbol) => lined(symbol, '')),
        expected,
      );
      for (const symbol of found) assertInside(symbol);
    });
  }

  function lined({ name, detail, children }: DocumentSymbol, indent: string): string[] {
    return [
      `${indent}${name} ${detail ?? ''}`.trimEnd(),
      ...(children ?? []).flatMap((child) => lined(child, `${indent}  `)),
    ];
  }

  /** An editor refuses all symbols if the selection of one is outside it. */
  function assertInside({ range, selectionRange, children }: DocumentSymbol): void {
    const key = ({ line, character }: { line: number; character: number }) => line * 10_000 + character;
    assert.ok(key(range.start) <= key(selectionRange.start) && key(selectionRange.end) <= key(range.end));
    for (const child of children ?? []) assertInside(child);
  }
});

describe('folding', () => {
  check(
    'of maps, lists and comments',
    [
      '# one',
      '# two',
      'models:',
      '  - family: fc',
      '    axes: {',
      '      nodes: 3,',
      '    }',
      '',
      '  - family: cnn',
      'execution:',
      '  runtime: ort',
      '',
    ],
    ['0-1 comment', '2-8', '3-6', '4-6', '9-10'],
  );
  check(
    'of a list at the indentation of its key',
    ['models:', '- family: fc', '  name: a', '- family: cnn', 'name: b'],
    ['0-3', '1-2'],
  );
  check('of nothing', [''], []);

  function check(title: string, lines: readonly string[], expected: readonly string[]): void {
    it(title, () => {
      const found = folding(sourceOf(lines.join('\n'))).map(({ startLine, endLine, kind }) =>
        `${startLine}-${endLine} ${kind ?? ''}`.trim(),
      );
      assert.deepEqual(found, expected);
    });
  }
});

describe('tokens of expressions', () => {
  check(yaml`
    edgewright: sweep/v1
    models:
      - family: fc
        axes: { nodes: 3 }
        derive: { input: "min(nodes, 4)" }
                          ^^^ function
                              ^^^^^ variable
                                     ^ number
        constraint:
          - "macs <= MiB"
             ^^^^ variable readonly
                  ^^ operator
                     ^^^ enumMember readonly
    constraint:
      - runtime == 'ort' && nowhere
        ^^^^^^^ property
                ^^ operator
                   ^^^^^ string
                         ^^ operator
  `);

  it('are packed relative to each other', () => {
    const source = sourceOf('models: [{ family: fc, constraint: [nodes < 3] }]\nconstraint: [macs > 1]\n');
    assert.deepEqual(
      packTokens(source),
      [0, 36, 5, 0, 0, 0, 6, 1, 4, 0, 0, 2, 1, 2, 0, 1, 13, 4, 0, 3, 0, 5, 1, 4, 0, 0, 2, 1, 2, 0],
    );
  });

  function check(marked: string): void {
    it('tell names from functions and numbers', () => {
      const text = unmarked(marked);
      const marks = tokens(sourceOf(text)).map(({ start, length, type, modifiers }) => ({
        start,
        end: start + length,
        note: modifiers.includes('readonly') ? `${type} readonly` : type,
      }));
      assert.equal(annotated(text, marks), marked);
    });
  }
});

describe('links', () => {
  check(
    'to models and the schema',
    yaml`
    # yaml-language-server: $schema=../schemas/sweep.schema.json
                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ file:///schemas/sweep.schema.json
    models:
      - family: onnx
        file: ../models/a b.onnx
              ^^^^^^^^^^^^^^^^^^ file:///models/a%20b.onnx
      - family: onnx
        file: "b.onnx"
               ^^^^^^ file:///work/b.onnx
  `,
  );
  check(
    'to tokens',
    yaml`
    devices:
      - { name: a, token: { file: tokens/a } }
                                  ^^^^^^^^ file:///work/tokens/a
      - { name: b, token: { env: TOKEN } }
  `,
    'fleet.yaml',
  );

  it('are where a definition leads', () => {
    const { source, offset } = atCursor('models: [{ family: onnx, file: mo$0del.onnx }]\n');
    assert.equal(fileAt(source, offset), 'file:///work/model.onnx');
  });

  function check(title: string, marked: string, name?: string): void {
    it(title, () => {
      const text = unmarked(marked);
      const source = sourceOf(text, name);
      const marks = links(source).map(({ range, target }) => ({ ...offsetsOf(source, range), note: target ?? '' }));
      assert.equal(annotated(text, marks), marked);
    });
  }
});
