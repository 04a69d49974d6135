// No text makes a feature throw: every prefix of a sample as it is typed, and what nobody would type.
import assert from 'node:assert/strict';
import { complete } from 'edgewright/server/completion.js';
import { diagnosticOf, linker } from 'edgewright/server/diagnostics.js';
import { findInText } from 'edgewright/server/findings.js';
import { fixes } from 'edgewright/server/fixes.js';
import { folding } from 'edgewright/server/folding.js';
import { hover } from 'edgewright/server/hover.js';
import { inlays } from 'edgewright/server/inlays.js';
import { lenses } from 'edgewright/server/lenses.js';
import { fileAt, links } from 'edgewright/server/links.js';
import { definition, prepareRename, references, rename } from 'edgewright/server/references.js';
import { createSchemaHelp } from 'edgewright/server/schema.js';
import { readSource, type Source } from 'edgewright/server/source.js';
import { symbols } from 'edgewright/server/symbols.js';
import { packTokens } from 'edgewright/server/tokens.js';
import fc from 'fast-check';
import { filesEnding, textOf } from '../../repository/source.ts';

const help = createSchemaHelp();

/** Everything that a client may ask at a place. */
function askAll(source: Source, offset: number): void {
  const { diagnostics } = findInText(source, []);
  const told = diagnostics.map((found) => ({ found, diagnostic: diagnosticOf(source, found, linker('x:{code}')) }));
  const everything = { start: { line: 0, character: 0 }, end: { line: source.lines.lineCount, character: 0 } };
  for (const { diagnostic } of told) {
    const { start, end } = diagnostic.range;
    assert.ok(start.line < end.line || (start.line === end.line && start.character <= end.character));
  }
  fixes(source, told, everything);
  complete(source, offset, () => ['N']);
  hover(source, offset, undefined);
  inlays(source, { start: 0, end: source.text.length }, undefined);
  lenses(source, undefined);
  definition(source, offset);
  references(source, offset, true);
  prepareRename(source, offset);
  rename(source, offset, 'other');
  symbols(source);
  folding(source);
  links(source);
  fileAt(source, offset);
  packTokens(source);
}

function read(text: string, name = 'test.sweep.yaml'): Source {
  const source = readSource(`file:///work/${name}`, 1, text);
  assert.ok(source);
  return source;
}

describe('every prefix of a sample', () => {
  for (const path of [...filesEnding('.yaml', 'samples/sweeps'), ...filesEnding('.yaml', 'samples/fleets')]) {
    it(`${path}, character by character`, () => {
      const text = textOf(path);
      const name = path.includes('fleet') ? 'a.fleet.yaml' : 'a.sweep.yaml';
      for (let length = 0; length <= text.length; length++) askAll(read(text.slice(0, length), name), length);
    });
  }

  it('through the schema too', async () => {
    const text = textOf('samples/sweeps/threads.sweep.yaml');
    for (let length = 0; length <= text.length; length += 3) {
      const source = read(text.slice(0, length));
      await help.complete(source, length);
      await help.hover(source, length);
      await help.validate(source);
    }
  });

  it('at every place of the whole', () => {
    const text = textOf('samples/sweeps/edge-fc.sweep.yaml');
    const source = read(text);
    for (let offset = 0; offset <= text.length; offset++) {
      complete(source, offset, () => []);
      hover(source, offset, undefined);
      references(source, offset, true);
      rename(source, offset, 'other');
    }
  });
});

describe('a hostile document', () => {
  const fc1 = 'edgewright: sweep/v1\nname: a\nmodels:\n  - family: fc\n';
  check('nothing', '');
  check('blanks', ' \n\t\n  ');
  check('a mark of byte order', `\uFEFF${fc1}    axes: { nodes: [1, 2] }\n`);
  check('CRLF', `${fc1}    axes: { nodes: [1, 2] }\n    constraint: [nodes < 2]\n`.replaceAll('\n', '\r\n'));
  check('tabs', `${fc1}\taxes:\n\t\tnodes: 3\n`);
  check('characters of other planes', `${fc1}    name: 🎈\n    constraint: ["🎈 == 'é'"]\ndescription: 日本語\n`);
  check('half a character', `${fc1}    name: \ud83c\n`);
  check('anchors and aliases', `x: &a [64, 128]\n${fc1}    axes: { nodes: *a, layers: &b 3, input: *b }\n`);
  check('an alias of an expression', `${fc1}    constraint: [&c "nodes < 3", *c]\nconstraint: [*c]\n`);
  check('an alias of itself', `${fc1}    axes: &a { nodes: *a }\n`);
  check('merges', `base: &b { family: fc }\nmodels:\n  - <<: *b\n    name: x\n`);
  check('keys that are no strings', `${fc1}    ? [a, b]\n    : 3\n    1: 2\n    null: 3\n`);
  check(
    'dangerous keys',
    `${fc1}    axes: { __proto__: 3, constructor: [1, 2], toString: { from: 1, to: 2, step: 1 } }\n    when: { hasOwnProperty: "toString > 1" }\n`,
  );
  check(
    'values of the wrong types everywhere',
    'edgewright: [sweep]\nname: {}\nmodels: 3\nexecution: []\nconstraint: {}\nmeasure: x\norder: [1]\nanalyses: { a: 1 }\n',
  );
  check('lists of nothing', 'edgewright: sweep/v1\nmodels:\n  -\n  - ~\n  - 3\n  - []\nanalyses:\n  -\n');
  check('several documents', `${fc1}---\n${fc1}`);
  check('deep brackets', '['.repeat(5000));
  check('deep maps', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'));
  check('deep brackets inside', `${fc1}    axes: ${'['.repeat(2000)}${']'.repeat(2000)}\n`);
  check('deep expressions', `${fc1}    constraint: ["${'('.repeat(400)}nodes${')'.repeat(400)} < 3"]\n`);
  check('a long line', `${fc1}description: ${'word '.repeat(50_000)}\n`);
  check('a thousand mistakes', `${fc1}${Array.from({ length: 1000 }, (_, index) => `    key${index}: 1\n`).join('')}`);
  check('a task', 'edgewright: task/v1\nname: a\n', 'a.task.yaml');
  check('a fleet of nothing', 'edgewright: fleet/v1\ndevices:\n  -\n  - name:\n  - labels: 3\n', 'fleet.yaml');

  it('of 50 MB is told in one sentence, at once', () => {
    const text = `edgewright: sweep/v1\nname: a\nmodels:\n${'  - family: fc\n    axes: { nodes: [1, 2, 3] }\n'.repeat(1_100_000)}`;
    assert.ok(text.length > 50_000_000);
    const begin = performance.now();
    const source = read(text);
    const { diagnostics } = findInText(source, []);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['document-too-large'],
    );
    askAll(source, 25_000_000);
    assert.ok(performance.now() - begin < 2000, `${performance.now() - begin} ms`);
  });

  it('is any text at all', () => {
    const word = fc.constantFrom(
      'edgewright: sweep/v1',
      'models:',
      '- family: fc',
      'axes:',
      'nodes:',
      '{',
      '}',
      '[',
      ']',
      ',',
      ': ',
      '\n',
      '  ',
      '    ',
      '- ',
      '"',
      "'",
      '|',
      '>',
      '&a',
      '*a',
      '# ',
      'constraint:',
      'nodes < 3 &&',
      'runtime ==',
      '\t',
      '\r\n',
      '!',
      '%',
      '@',
      '🎈',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), fc.nat(), (words, at) => {
        const text = words.join('');
        askAll(read(text), at % (text.length + 1));
      }),
      { numRuns: 600 },
    );
  });

  function check(title: string, text: string, name?: string): void {
    it(title, async () => {
      const source = read(text, name);
      const step = Math.max(1, Math.floor(text.length / 12));
      for (let offset = 0; offset <= text.length; offset += step) askAll(source, offset);
      await help.complete(source, Math.floor(text.length / 2));
      await help.hover(source, Math.floor(text.length / 2));
    });
  }
});
