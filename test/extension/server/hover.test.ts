import assert from 'node:assert/strict';
import { expand } from 'edgewright/server/expansion.js';
import { hover } from 'edgewright/server/hover.js';
import { mergeHover } from 'edgewright/server/merge.js';
import { createSchemaHelp } from 'edgewright/server/schema.js';
import { atCursor } from './fixture.ts';

const help = createSchemaHelp();
const head = 'edgewright: sweep/v1\nname: a\n';
const model = (lines: string) => `${head}models:\n  - family: fc\n    name: small\n    ${lines}\n`;

describe('hover', () => {
  check(
    'on an axis: its values and what they cost',
    model('axes: { no$0des: { from: 64, to: 1024, times: 4 }, layers: [1, 2] }'),
    'nodes',
    [
      '**nodes** Units in each hidden layer.',
      '3 values: 64, 256, 1024',
      '| nodes | parameters | MACs | weights |',
      '| 64 | 17.1 k | 17.0 k | 66.8 KiB |',
      '| 1024 | 273 k | 272 k | 1.04 MiB |',
      'The other axes at their first values.',
    ],
  );
  check('on a value of an axis', model('axes: { nodes: [6$04, 128] }'), 'nodes', ['2 values: 64, 128']);
  check('on an axis of one value', model('axes: { nodes: 6$04 }'), 'nodes', ['1 value: 64']);
  check('on a long axis', model('axes: { nodes: { fr$0om: 1, to: 100, step: 1 } }'), 'nodes', [
    '100 values: 1, 2, 3,',
    ', …, 100',
  ]);
  check(
    'on an axis of lists',
    `${head}models:\n  - family: cnn\n    axes: { bl$0ocks: [1, [3, 4, 6, 3]] }\n`,
    'blocks',
    ['2 values: 1, [3, 4, 6, 3]'],
  );
  check(
    'on an axis of a group',
    model('axes: { nodes: [6$04, 128], layers: [1, 2] }\n    zip: [[nodes, layers]]'),
    'nodes',
    ['| 128 | 50.7 k |'],
  );
  check('on an axis with an error', model('axes: { nodes: { from: 1, to$0: 10, times: 2 } }'), 'nodes', ['**nodes**']);
  check('on a family: its layers and extremes', model('axes: { nodes: [64, 128] }').replace('fc', 'f$0c'), 'fc', [
    '**small** (fc)',
    '2. 4 × dense of 64…128 units, ReLU',
    '2 points',
    '| parameters | 29.6 k | 83.7 k |',
    'The model family.',
  ]);
  check('on the name of a model', model('axes: { nodes: [64, 128] }').replace('small', 'sma$0ll'), 'small', [
    '1. 256 input features',
  ]);
  check('on a family with a derived parameter', model('derive: { input: 2 * nodes }').replace('fc', 'f$0c'), 'fc', [
    '1. `2 * nodes` input features',
  ]);
  for (const family of ['cnn', 'rnn', 'transformer', 'mobile']) {
    check(
      `on the family ${family}`,
      `${head}models:\n  - family: ${family.slice(0, 1)}$0${family.slice(1)}\n`,
      family,
      [`**${family}**`, '1. ', '1 point'],
    );
  }
  check(
    'on a parameter in an expression',
    model('axes: { nodes: [64, 128] }\n    constraint: [no$0des < 100]'),
    'nodes',
    ['`nodes`: number', 'Units in each hidden layer.', 'Here 64, 128.'],
  );
  check('on a quantity', model('constraint: ["ma$0cs < 1e6"]'), 'macs', ['Multiply-accumulate']);
  check('on a function', model('constraint:\n      - |\n        min(nodes,\n          lo$0g2(layers)) < 3'), 'log2', [
    '`log2(x)`',
    'base 2',
  ]);
  check('on what is ablated', model('axes: {}\nconstraint: [abla$0tion == "none"]'), 'ablation', [
    'optimisations of jit',
  ]);
  check('on a name of the execution', model('axes: {}\nconstraint: [run$0time == "ort"]'), 'runtime', [
    '"ort" | "ort-web" | "jit"',
    'onnxruntime',
  ]);
  check(
    'on an axis of the execution',
    `${head}models: [{ family: fc }]\nexecution:\n  thre$0ads: { from: 1, to: 4, times: 2 }\n`,
    'threads',
    ['3 values: 1, 2, 4', 'Threads inside one operator.'],
  );
  check('on a key of the schema', `${head}measure:\n  min$0Time: 1s\n`, 'minTime', [
    '**minTime** Measure at least this long.',
    'Default: `1s`',
  ]);
  check(
    'on a device',
    'edgewright: fleet/v1\ndevices:\n  - name: p$0i\n    address: ws://pi:1\n    labels: { room: a }\n',
    'pi',
    ['**pi**', '`ws://pi:1`', '`room=a`'],
    'fleet.yaml',
  );
  check(
    'on a label',
    'edgewright: fleet/v1\ndevices:\n  - { name: a, labels: { room: at$0tic } }\n  - { name: b, labels: { room: attic } }\n',
    'attic',
    ['`room=attic` chooses 2 devices: a, b'],
    'fleet.yaml',
  );

  for (const [title, marked] of [
    ['an operator', model('constraint: [nodes <$0 100]')],
    ['a comment', `${head}# no$0thing\n`],
    ['an unknown key', `${head}zz$0z: 3\n`],
    ['a description', `${head}description: an$0y words\n`],
  ] as const) {
    it(`says nothing of its own on ${title}`, async () => {
      const { source, offset } = atCursor(marked);
      const own = hover(source, offset, undefined);
      assert.ok(own === undefined || own.text === '');
    });
  }

  /** The range is of `word`, and all lines are in the text. */
  function check(title: string, marked: string, word: string, lines: readonly string[], name?: string): void {
    it(title, async () => {
      const { source, offset } = atCursor(marked, name);
      const expansion =
        source.kind === 'sweep'
          ? await expand({ text: source.text, file: '/work/a.sweep.yaml', devices: [] })
          : undefined;
      const ours = hover(source, offset, expansion?.summary);
      const merged = mergeHover(source, ours, await help.hover(source, offset));
      assert.ok(merged?.range, 'nothing is said');
      for (const line of lines) assert.ok(merged.text.includes(line), `no "${line}" in\n${merged.text}`);
      assert.doesNotMatch(merged.text, /undefined|NaN|ModelSpec|\[object/);
      const { start, end } = merged.range;
      assert.equal(source.text.slice(source.lines.offsetAt(start), source.lines.offsetAt(end)), word);
    });
  }
});
