import assert from 'node:assert/strict';
import { parseFleet } from '@edgewright/schemas/fleet.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { complete } from 'edgewright/server/completion.js';
import { mergeCompletion } from 'edgewright/server/merge.js';
import { createSchemaHelp } from 'edgewright/server/schema.js';
import { plainText } from 'edgewright/server/snippets.js';
import type { CompletionItem } from 'vscode-languageserver/node';
import { atCursor, edited, yaml } from './fixture.ts';

const help = createSchemaHelp();

async function itemsAt(marked: string, name?: string): Promise<readonly CompletionItem[]> {
  const { source, offset } = atCursor(marked, name);
  const ours = complete(source, offset, () => ['N', 'height']);
  return mergeCompletion(ours.items, ours.isWhole ? [] : await help.complete(source, offset));
}

/** What the text is once the item of this label is taken, placeholders filled in. */
async function accept(marked: string, label: string, name?: string): Promise<string> {
  const at = atCursor(marked, name);
  const items = await itemsAt(marked, name);
  const item = items.find((other) => other.label === label);
  assert.ok(item, `no "${label}" among ${items.map((other) => other.label).join(', ')}`);
  const { textEdit } = item;
  assert.ok(textEdit && 'range' in textEdit);
  const indent = /^\s*/.exec(at.source.text.split('\n')[textEdit.range.start.line] ?? '')?.[0] ?? '';
  const newText = plainText(textEdit.newText).replaceAll('\n', `\n${indent}`);
  return edited(at, [{ range: textEdit.range, newText }]);
}

const head = 'edgewright: sweep/v1\nname: a\n';
const fc = `${head}models:\n  - family: fc\n    name: small\n    axes: { nodes: [1, 2], layers: 3 }\n`;

describe('completion', () => {
  describe('offers keys', () => {
    offers('at the root', `${head}$0`, ['models', 'execution', 'measure', 'analyses'], ['name', 'edgewright']);
    offers(
      'of a model',
      `${head}models:\n  - family: fc\n    $0\n`,
      ['name', 'axes', 'zip', 'constraint'],
      ['family', 'file'],
    );
    offers(
      'between others',
      `${head}models:\n  - family: fc\n    $0\n    axes: { layers: 3 }\n`,
      ['name', 'zip'],
      ['axes'],
    );
    offers(
      'of axes by family',
      `${head}models:\n  - family: cnn\n    axes:\n      $0\n`,
      ['block', 'filters'],
      ['nodes'],
    );
    offers(
      'half-typed',
      `${head}models:\n  - family: fc\n    axes:\n      no$0\n      layers: 3\n`,
      ['nodes'],
      ['layers'],
    );
    offers(
      'in brackets',
      `${head}models:\n  - family: fc\n    axes: { layers: 3, $0 }\n`,
      ['nodes', 'batch'],
      ['layers'],
    );
    offers('in a bracket that is open', `${head}models:\n  - family: fc\n    axes: { $0`, ['nodes', 'layers'], []);
    offers(
      'over lines of brackets',
      `${head}models:\n  - family: fc\n    axes: {\n      layers: 3,\n      n$0\n    }\n`,
      ['nodes'],
      ['layers'],
    );
    offers('behind a fault elsewhere', `name: "open\nmodels:\n  - family: fc\n    axes:\n      $0`, ['nodes'], []);
    offers(
      'in a list at the indentation of its key',
      `${head}models:\n- family: fc\n  axes:\n    layers: 3\n  $0\n- family: cnn\n`,
      ['zip', 'derive'],
      ['layers', 'axes'],
    );
    offers('of a section', `${head}measure:\n  $0\n`, ['minTime', 'percentiles'], []);
    offers(
      'of a file, by its dimensions',
      `${head}models:\n  - family: onnx\n    file: m.onnx\n    axes:\n      $0\n`,
      ['N', 'height'],
      [],
    );
    offers('of when, by the axes', `${fc}    when:\n      $0\n`, ['nodes', 'layers'], ['batch']);
    offers('of derive, by what is no axis', `${fc}    derive:\n      $0\n`, ['input', 'output'], ['nodes']);
  });

  describe('offers values', () => {
    offers('of an enumeration', `${head}models:\n  - family: $0\n`, ['fc', 'cnn', 'onnx'], []);
    offers('of the runtime', `${head}execution:\n  runtime: $0\n`, ['ort', 'ort-web', 'jit'], []);
    offers('of an item', `${head}execution:\n  runtime: [ort, $0]\n`, ['ort-web', 'jit'], []);
    offers(
      'of what is ablated',
      `${head}execution:\n  runtime: jit\n  ablation: [none, $0]\n`,
      ['without-vertical', 'only-fuse', 'all'],
      [],
    );
    offers(
      'of what is ablated, in an expression',
      `${fc}constraint:\n  - ablation == $0\n`,
      ['"without-vertical"', '"none"'],
      [],
    );
    offers('of a scenario', `${head}execution:\n  scenario:\n    - { kind: $0 }\n`, ['offline', 'idle-gap'], []);
    offers(
      'of an axis of words',
      `${head}models:\n  - family: cnn\n    axes:\n      block: $0\n      image: 8\n`,
      ['residual', '[residual, bottleneck]'],
      [],
    );
    offers(
      'of an axis of numbers',
      `${head}models:\n  - family: cnn\n    axes:\n      filters: $0\n`,
      ['16', 'range that doubles', 'list of values'],
      [],
    );
    offers('of zip', `${fc}    zip:\n      - [nodes, $0]\n`, ['nodes', 'layers'], ['batch']);
    offers('of order.by', `${fc}order:\n  by: [ru$0]\n`, ['runtime', 'nodes'], []);
    offers('of the model of an analysis', `${fc}analyses:\n  - kind: heatmap\n    model: $0\n`, ['small'], []);
    offers(
      'of the axes of an analysis',
      `${fc}analyses:\n  - { kind: boxplot, by: $0 }\n`,
      ['family', 'nodes', 'threads'],
      [],
    );
    offers(
      'of the dimension that counts',
      `${head}models:\n  - family: onnx\n    file: m.onnx\n    batch: $0\n`,
      ['N'],
      [],
    );
  });

  describe('inside expressions offers', () => {
    offers('names and functions', `${fc}    constraint:\n      - no$0\n`, ['nodes', 'macs', 'MiB', 'min'], ['runtime']);
    offers('no quantities in when', `${fc}    when:\n      nodes: $0\n`, ['layers', 'KiB'], ['macs']);
    offers('what the sweep may name', `${fc}constraint:\n  - $0\n`, ['runtime', 'items', 'model', 'nodes'], []);
    offers('in quotes', `${fc}    constraint:\n      - "nodes <= $0"\n`, ['layers'], ['family']);
    offers('in a text of lines', `${fc}    constraint:\n      - |\n        nodes <=\n        la$0\n`, ['layers'], []);
    offers('in a folded text', `${fc}    constraint:\n      - >-\n        nodes\n        <= $0\n`, ['layers'], []);
    offers('strings behind ==', `${fc}constraint:\n  - runtime == $0\n`, ['"ort"', '"ort-web"', '"jit"'], []);
    offers('strings in open quotes', `${fc}constraint:\n  - runtime == "o$0\n`, ['ort', 'ort-web'], ['macs']);
    offers('the models of the sweep', `${fc}constraint:\n  - model == '$0'\n`, ['small'], []);
    offers('nothing of the schema', `${fc}constraint:\n  - $0\n`, ['nodes'], ['name', 'models']);
  });

  describe('offers whole parts', () => {
    offers('of nothing', '$0', ['A sweep', 'edgewright'], []);
    offers('of the models', `${head}models:\n  - $0\n`, ['fc model', 'onnx model'], []);
    offers('of the analyses', `${fc}analyses:\n  - $0\n`, ['heatmap of two axes', 'roofline'], []);
    it('that are sound sweeps', async () => {
      const { sweep, diagnostics } = parseSweep(await accept('$0', 'A sweep'));
      assert.ok(sweep, JSON.stringify(diagnostics));
    });
    it('that are sound fleets', async () => {
      const { fleet, diagnostics } = parseFleet(await accept('$0', 'A fleet', 'fleet.yaml'));
      assert.ok(fleet, JSON.stringify(diagnostics));
    });
    for (const family of ['fc', 'cnn', 'rnn', 'transformer', 'mobile', 'onnx']) {
      for (const [how, written] of [
        ['a dash', '  - $0\n'],
        ['no dash', '  $0\n'],
      ] as const) {
        it(`that are sound models: ${family} behind ${how}`, async () => {
          const { sweep, diagnostics } = parseSweep(await accept(`${head}models:\n${written}`, `${family} model`));
          assert.ok(sweep, JSON.stringify(diagnostics));
        });
      }
    }
    for (const label of [
      'execution over two runtimes',
      'measure with times',
      'sampling of some points',
      'order with a reference point',
      'budget of time',
      'analyses of a report',
    ]) {
      it(`that are sound sections: ${label}`, async () => {
        const { sweep, diagnostics } = parseSweep(await accept(`${fc}    # here\n$0`, label));
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        // A heat map names axes that the snippet can but guess.
        assert.ok(sweep ?? errors.every(({ code }) => code === 'unknown-axis'), JSON.stringify(diagnostics));
      });
    }
  });

  describe('writes', () => {
    writes(
      'a name over what is typed',
      `${fc}    constraint:\n      - no$0\n`,
      'nodes',
      `${fc}    constraint:\n      - nodes\n`,
    );
    writes(
      'a string with its quotes',
      `${fc}constraint:\n  - runtime == $0\n`,
      '"ort"',
      `${fc}constraint:\n  - runtime == "ort"\n`,
    );
    writes(
      'other quotes inside quotes',
      `${fc}constraint:\n  - "runtime == $0"\n`,
      "'ort'",
      `${fc}constraint:\n  - "runtime == 'ort'"\n`,
    );
    writes('a call', `${fc}    constraint:\n      - lo$0\n`, 'log2', `${fc}    constraint:\n      - log2()\n`);
    writes('a key', `${fc}    derive:\n      inp$0\n`, 'input', `${fc}    derive:\n      input: \n`);
    writes(
      'a key before its colon',
      `${fc}    derive:\n      inp$0: 3\n`,
      'input',
      `${fc}    derive:\n      input: 3\n`,
    );
    writes(
      'a key by the schema',
      yaml`
      edgewright: sweep/v1
      mea$0
    `,
      'measure',
      'edgewright: sweep/v1\nmeasure:\n  \n',
    );
  });

  offers(
    'keys of a fleet',
    'edgewright: fleet/v1\ndevices:\n  - name: a\n    $0\n',
    ['address', 'labels'],
    ['name'],
    'fleet.yaml',
  );
  offers('nothing in a comment', `${head}# $0\n`, [], ['nodes', 'fc model']);
  offers('with CRLF', `${fc}constraint:\n  - runtime == $0\n`.replaceAll('\n', '\r\n'), ['"ort"'], []);

  function offers(
    title: string,
    marked: string,
    wanted: readonly string[],
    unwanted: readonly string[],
    name?: string,
  ): void {
    it(title, async () => {
      const labels = (await itemsAt(marked, name)).map(({ label }) => label);
      for (const label of wanted) assert.ok(labels.includes(label), `no ${label} in ${labels.join(', ')}`);
      for (const label of unwanted) assert.ok(!labels.includes(label), `${label} in ${labels.join(', ')}`);
      assert.equal(new Set(labels).size, labels.length, `something twice: ${labels.join(', ')}`);
    });
  }

  function writes(title: string, marked: string, label: string, expected: string): void {
    it(title, async () => assert.equal(await accept(marked, label), expected));
  }
});
