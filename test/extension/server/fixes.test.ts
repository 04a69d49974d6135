import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { ChosenDevice } from '@edgewright/core/sweep/fit.js';
import { diagnosticOf, linker } from 'edgewright/server/diagnostics.js';
import { expand } from 'edgewright/server/expansion.js';
import { findInText } from 'edgewright/server/findings.js';
import { fixes } from 'edgewright/server/fixes.js';
import { edited, sourceOf } from './fixture.ts';

const head = 'edgewright: sweep/v1\nname: a\n';
const fc = `${head}models:\n  - family: fc\n`;
const beside = (lines: string) => `${fc}    axes: { nodes: [64, 128], layers: [1, 2, 3] }\n    ${lines}\n`;
const sweep = (lines: string) => `${beside('# no more')}${lines}\n`;

/** Beside the models of the samples. */
const file = fileURLToPath(new URL('../../../samples/sweeps/test.sweep.yaml', import.meta.url));
const device: ChosenDevice = {
  name: 'pi',
  runtimes: [{ name: 'ort' }, { name: 'ort-web' }],
  memory: 8 * 2 ** 20,
  speeds: [],
};
const onnx = (axes: string) =>
  `${head}models:\n  - family: onnx\n    file: ../models/tiny-classifier.onnx\n    axes: ${axes}\n`;

describe('quick fixes', () => {
  check('a dimension without a value', onnx('{}'), 'Write N: 1', onnx('{ N: 1 }'));
  check('a dimension that does not exist', onnx('{ N: 1, M: 2 }'), 'Remove M', onnx('{ N: 1 }'));
  check('no axes at all', onnx('{}').replace('    axes: {}\n', ''), 'Write N: 1', onnx('{ N: 1 }'));
  check(
    'points that are too large',
    `${fc}    axes: { nodes: [64, 4096] }\n`,
    'Write constraint: [weightBytes + activationBytes <= 8 * MiB]',
    `${fc}    axes: { nodes: [64, 4096] }\n    constraint: [weightBytes + activationBytes <= 8 * MiB]\n`,
  );
  for (const [title, before, after] of [
    ['has none', '', 'privacy: { leave: [a.y] }\n'],
    ['is empty', 'privacy: { leave: [] }\n', 'privacy: { leave: [a.y] }\n'],
    ['has some', 'privacy: { leave: [a.x] } # said\n', 'privacy: { leave: [a.x, a.y] } # said\n'],
    [
      'has some in lines',
      'privacy:\n  leave:\n    - a.x # said\n  record: [a.x]\n',
      'privacy:\n  leave:\n    - a.x # said\n    - a.y\n  record: [a.x]\n',
    ],
  ] as const) {
    const text = (privacy: string) =>
      `edgewright: task/v1\nname: a\nevents: { a: { x: number, y: number } }\ntrigger: { event: a }\noutputs: [{ to: outbox, fields: [a.y] }]\n${privacy}`;
    check(`a field that must not leave, where privacy ${title}`, text(before), 'Add a.y to privacy.leave', text(after));
  }
  check('the nearest key', `${fc}    axis: { nodes: 3 }\n`, 'Change to axes', `${fc}    axes: { nodes: 3 }\n`);
  check(
    'a key that does not exist',
    beside('zzz: 3'),
    'Remove zzz',
    `${fc}    axes: { nodes: [64, 128], layers: [1, 2, 3] }\n`,
  );
  check(
    'a key of other tools in a range',
    `${fc}    axes: { nodes: { start: 1, to: 4, step: 1 } }\n`,
    'Change to from',
    `${fc}    axes: { nodes: { from: 1, to: 4, step: 1 } }\n`,
  );
  check('the nearest value', `${head}models:\n  - family: fcc\n`, 'Change to fc', `${head}models:\n  - family: fc\n`);
  for (const end of ['8', '16']) {
    check(
      `a range that misses its end, to ${end}`,
      `${fc}    axes: { nodes: { from: 1, to: 10, times: 2 } }\n`,
      `Change to ${end}`,
      `${fc}    axes: { nodes: { from: 1, to: ${end}, times: 2 } }\n`,
    );
  }
  check(
    'a key that is missing',
    'edgewright: sweep/v1\nmodels:\n  - family: fc\n',
    'Add name',
    'edgewright: sweep/v1\nmodels:\n  - family: fc\nname: my-sweep\n',
  );
  check('a section that is missing', `${head}`, 'Add models', `${head.trimEnd()}\nmodels:\n  - family: fc\n`);
  check(
    'the kind of the document',
    'name: a\nmodels: [{ family: fc }]\n',
    'Write edgewright: sweep/v1',
    'name: a\nmodels: [{ family: fc }]\nedgewright: sweep/v1\n',
  );
  check(
    'a wrong version',
    head.replace('v1', 'v9') + 'models: [{ family: fc }]\n',
    'Change to sweep/v1',
    `${head}models: [{ family: fc }]\n`,
  );
  check('a number in quotes', `${fc}    axes: { nodes: "64" }\n`, 'Change to 64', `${fc}    axes: { nodes: 64 }\n`);
  check(
    'a string without quotes',
    `edgewright: sweep/v1\nname: a\ndescription: 12\nmodels: [{ family: fc }]\n`,
    'Put it in quotes',
    `edgewright: sweep/v1\nname: a\ndescription: "12"\nmodels: [{ family: fc }]\n`,
  );
  check(
    'a value where a list belongs',
    beside('constraint: nodes < 100'),
    'Put it into a list',
    beside('constraint: [nodes < 100]'),
  );
  check(
    'a flat list of groups',
    beside('zip: [nodes, layers]').replace('[1, 2, 3]', '[1, 2]'),
    'Put it into a list',
    beside('zip: [[nodes, layers]]').replace('[1, 2, 3]', '[1, 2]'),
  );
  check('a fraction', `${fc}    axes: { nodes: 2.4 }\n`, 'Change to 2', `${fc}    axes: { nodes: 2 }\n`);
  check(
    'a range of other tools',
    `${fc}    axes: { nodes: 1..8 }\n`,
    'Change to {from: 1, to: 8, step: 1}',
    `${fc}    axes: { nodes: {from: 1, to: 8, step: 1} }\n`,
  );
  check(
    'tabs',
    `${head}models:\n\t- family: fc\n\t  axes: { nodes: 3 }\n`,
    'Replace tabs by spaces',
    `${head}models:\n  - family: fc\n    axes: { nodes: 3 }\n`,
  );
  check(
    'a value twice',
    `${fc}    axes: { nodes: [64, 128, 64] }\n`,
    'Remove 64',
    `${fc}    axes: { nodes: [64, 128] }\n`,
  );
  check(
    'an item of lines twice',
    `${fc}    axes:\n      nodes:\n        - 64\n        - 64 # again\n        - 128\n`,
    'Remove 64',
    `${fc}    axes:\n      nodes:\n        - 64\n        - 128\n`,
  );
  check(
    'a key twice',
    `${fc}    axes: { nodes: 64 }\n    axes:\n      layers: 2\n  - family: cnn\n`,
    'Remove axes',
    `${fc}    axes: { nodes: 64 }\n  - family: cnn\n`,
  );
  check('a key without effect', sweep('order: { by: [runtime] }'), 'Remove by', sweep('order: {  }'));
  check(
    'a key that lacks another',
    sweep('order: { by: [runtime] }'),
    'Write method: blocked',
    sweep('order: { by: [runtime], method: blocked }'),
  );
  check(
    'the first key of an item',
    sweep('analyses:\n  - metric: flops\n    kind: coverage'),
    'Remove metric',
    sweep('analyses:\n  - kind: coverage'),
  );
  check(
    'sampling without points',
    sweep('sampling:\n  method: sobol'),
    'Write points: 100',
    sweep('sampling:\n  method: sobol\n  points: 100'),
  );
  check('a budget of points', sweep('budget: { points: 2 }'), 'Change to 6', sweep('budget: { points: 6 }'));
  check(
    'a percentile without samples',
    sweep('measure: { maxIterations: 100 }').replace('maxIterations: 100', 'maxIterations: 100, percentiles: [99]'),
    'Write maxIterations: 459',
    sweep('measure: { maxIterations: 459, percentiles: [99] }'),
  );
  check(
    'a scenario in one word',
    sweep('execution:\n  scenario: idle-gap'),
    'Change to { kind: idle-gap, gap: 500ms }',
    sweep('execution:\n  scenario: { kind: idle-gap, gap: 500ms }'),
  );
  check(
    'a scenario without its rate',
    sweep('execution: { scenario: { kind: fixed-rate } }'),
    'Write rate: 30',
    sweep('execution: { scenario: { kind: fixed-rate, rate: 30 } }'),
  );
  check(
    'an axis that does not exist',
    sweep('order: { method: blocked, by: [thread] }'),
    'Change to threads',
    sweep('order: { method: blocked, by: [threads] }'),
  );
  check(
    'a model that does not exist',
    sweep('analyses: [{ kind: roofline, model: fcc }]'),
    'Change to fc',
    sweep('analyses: [{ kind: roofline, model: fc }]'),
  );
  check(
    'a derived axis',
    beside('derive: { nodes: 2 * layers, input: nodes }'),
    'Remove nodes',
    beside('derive: { input: nodes }'),
  );
  check(
    'a budget of time',
    sweep('budget:\n  time: 1s # little'),
    /^Write time: \d+s$/,
    sweep('budget:\n  time: 11s # little'),
  );
  check(
    'with CRLF',
    'edgewright: sweep/v1\r\nmodels:\r\n  - family: fc\r\n',
    'Add name',
    'edgewright: sweep/v1\r\nmodels:\r\n  - family: fc\r\nname: my-sweep\r\n',
  );

  describe('in expressions', () => {
    const expression = (source: string) => beside(`constraint:\n      - ${source}`);
    for (const [wrong, title, right] of [
      ['nodes > 1 and layers > 1', 'Change to &&', 'nodes > 1 && layers > 1'],
      ['nodes > 1 or layers > 1', 'Change to ||', 'nodes > 1 || layers > 1'],
      ['not (nodes > 1)', 'Change to !', '! (nodes > 1)'],
      ['nodes = 64', 'Change to ==', 'nodes == 64'],
      ['nodes === 64', 'Change to ==', 'nodes == 64'],
      ['nodes !== 64', 'Change to !=', 'nodes != 64'],
      ['nodes ^ 2 > 3', 'Change to **', 'nodes ** 2 > 3'],
      ['nodes > 1 & layers > 1', 'Change to &&', 'nodes > 1 && layers > 1'],
      ['nodez > 3', 'Change to nodes', 'nodes > 3'],
      ['sqr(nodes) > 3', 'Change to sqrt', 'sqrt(nodes) > 3'],
    ] as const) {
      check(wrong, expression(wrong), title, expression(right));
      check(
        `${wrong}, in a text of lines`,
        expression(`|\n        ${wrong}`),
        title,
        expression(`|\n        ${right}`),
      );
    }
    check(
      'a string',
      sweep('constraint:\n  - runtime == "ortt"'),
      'Change to ort',
      sweep('constraint:\n  - runtime == "ort"'),
    );
  });

  it('are none where the document is sound', () => {
    const source = sourceOf(beside('# sound'));
    assert.deepEqual(findInText(source, []).diagnostics, []);
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    assert.deepEqual(fixes(source, [], everything), []);
  });

  /** The fix of this title leads from the one text to the other. */
  function check(title: string, before: string, action: string | RegExp, after: string): void {
    it(title, async () => {
      const source = sourceOf(before, before.startsWith('edgewright: task') ? 'a.task.yaml' : undefined);
      const { diagnostics, sweep } = findInText(source, []);
      const expansion = sweep && (await expand({ text: before, file, devices: [device] }));
      const told = [...diagnostics, ...(expansion?.diagnostics ?? [])].map((found) => ({
        found,
        diagnostic: diagnosticOf(source, found, linker(undefined)),
      }));
      const everything = { start: { line: 0, character: 0 }, end: { line: source.lines.lineCount, character: 0 } };
      const all = fixes(source, told, everything);
      const chosen = all.find((fix) => (typeof action === 'string' ? fix.title === action : action.test(fix.title)));
      assert.ok(chosen, `no "${action}" among ${all.map((fix) => fix.title).join(', ') || 'nothing'}`);
      assert.equal(edited({ source }, chosen.edit?.changes?.[source.uri] ?? []), after);
    });
  }
});
