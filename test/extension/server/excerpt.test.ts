import assert from 'node:assert/strict';
import { excerptAt } from 'edgewright/server/excerpt.js';

describe('an excerpt', () => {
  check(
    'has the ancestors, and neighbours without what hangs below them',
    [
      'name: a',
      'models:',
      '  - family: fc',
      '    axes:',
      '      nodes:',
      '        - 1',
      '      layers: 2',
      '    constraint:',
      '      - nodes < $0',
      '    name: small',
      '  - family: cnn',
      '    axes: { filters: 3 }',
      'execution:',
      '  runtime: ort',
      'seed: 3',
    ],
    [
      'name: a',
      'models:',
      '  - family: fc',
      '    axes: {}',
      '    constraint:',
      '      - nodes < ',
      '    name: small',
      'execution: {}',
      'seed: 3',
    ],
  );
  check(
    'keeps brackets over lines whole',
    ['models:', '  - axes: {', '      nodes: 3,', '      $0', '    }', '    name: a', 'seed: 1'],
    ['models:', '  - axes: {', '      nodes: 3,', '      ', '    }', '    name: a', 'seed: 1'],
  );
  check(
    'keeps texts whole',
    ['constraint:', '  - |', '    nodes', '      < $0', '    && layers', '  - macs', 'seed: 1'],
    ['constraint:', '  - |', '    nodes', '      < ', '    && layers', 'seed: 1'],
  );
  check('leaves out brackets of neighbours that go on', ['zip: [', '  a', ']', 'na$0'], ['zip: {}', 'na']);
  check(
    'puts a word alone behind its neighbours',
    ['execution:', '  thr$0', '  runtime: ort', 'seed: 1'],
    ['execution:', '  runtime: ort', '  thr', 'seed: 1'],
  );
  check(
    'reads lists at the indentation of their key',
    ['models:', '- family: fc', '  na$0', '- family: cnn', 'seed: 1'],
    ['models:', '- family: fc', '  na', 'seed: 1'],
  );
  check(
    'has nothing of the item before',
    ['models:', '  - family: fc', '    name: a', '  - fam$0'],
    ['models:', '  - fam'],
  );
  check('leaves comments out', ['# a', 'name: a', '# b', 'se$0'], ['name: a', 'se']);
  check('of nothing', ['$0'], ['']);

  it('is small however long the document is', () => {
    const models = Array.from({ length: 2000 }, (_, index) => [
      `  - family: fc`,
      `    name: m${index}`,
      '    axes:',
      '      nodes: 3',
    ]);
    const lines = ['models:', ...models.flat()];
    assert.ok(excerptAt(lines, 4002, 4).lines.length < 10);
  });

  it('of a list of thousands is cut', () => {
    const lines = ['axes: [', ...Array.from({ length: 5000 }, (_, index) => `  ${index},`), ']'];
    assert.ok(excerptAt(lines, 2500, 2).lines.length < 1000);
  });

  function check(title: string, marked: readonly string[], expected: readonly string[]): void {
    it(title, () => {
      const line = marked.findIndex((text) => text.includes('$0'));
      const lines = marked.map((text) => text.replace('$0', ''));
      const excerpt = excerptAt(lines, line, marked[line]?.indexOf('$0') ?? 0);
      assert.deepEqual(excerpt.text.split('\n').slice(0, -1), expected);
      assert.equal(excerpt.lines[excerpt.line], line);
    });
  }
});
