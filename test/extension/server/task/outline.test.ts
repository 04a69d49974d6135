import assert from 'node:assert/strict';
import { complete } from 'edgewright/server/completion.js';
import { findInText } from 'edgewright/server/findings.js';
import { hover } from 'edgewright/server/hover.js';
import { fileAt } from 'edgewright/server/links.js';
import { references, rename } from 'edgewright/server/references.js';
import { readSource } from 'edgewright/server/source.js';
import { symbols } from 'edgewright/server/symbols.js';
import { tokens } from 'edgewright/server/tokens.js';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { annotated, sourceOf, unmarked, yaml } from '../fixture.ts';
import { name, sampleNames, sampleText } from './fixture.ts';

describe('the outline of a task', () => {
  it('has events with fields, steps and features', () => {
    const lines = symbols(sourceOf(sampleText('feed'), name)).flatMap((symbol) => lined(symbol, ''));
    for (const line of [
      'events',
      '  exposure',
      '    price number',
      '  key page',
      '  sequence',
      '    enter visit',
      '    exposure',
      '  features',
      '    deepest',
      '  tensors',
    ])
      assert.ok(lines.includes(line), `no "${line}" in\n${lines.join('\n')}`);
  });

  it('names a step that must not come', () => {
    const text =
      'edgewright: task/v1\nevents: { a: {} }\ntrigger:\n  sequence:\n    - { event: a }\n    - { not: a }\n    - {}\n';
    const lines = symbols(sourceOf(text, name)).flatMap((symbol) => lined(symbol, ''));
    assert.deepEqual(lines.slice(-3), ['    a', '    not a', '    step 3']);
  });

  function lined({ name: own, detail, children }: DocumentSymbol, indent: string): string[] {
    return [
      `${indent}${own}${detail ? ` ${detail}` : ''}`,
      ...(children ?? []).flatMap((one) => lined(one, `${indent}  `)),
    ];
  }
});

describe('the colours of a task', () => {
  it('tell fields from functions and numbers', () => {
    const marked = yaml`
      edgewright: task/v1
      events: { a: { x: number } }
      trigger:
        sequence:
          - { event: a, as: first }
          - { event: a, where: abs(x) > first.x + unknown }
                               ^^^ function
                                   ^ variable
                                      ^ operator
                                        ^^^^^^^ variable
                                                ^ operator
    `;
    const source = sourceOf(unmarked(marked), name);
    const marks = tokens(source).map(({ start, length, type }) => ({ start, end: start + length, note: type }));
    assert.equal(annotated(source.text, marks), marked);
  });
});

describe('links of a task', () => {
  it('lead to recordings', () => {
    const source = sourceOf(sampleText('motion'), name);
    assert.equal(fileAt(source, source.text.indexOf('cameras.jsonl')), 'file:///recordings/cameras.jsonl');
  });
});

describe('a task that is half-written', () => {
  for (const sample of sampleNames) {
    it(`as far as any place of ${sample}`, () => {
      const text = sampleText(sample);
      for (let length = 0; length <= text.length; length += 2) ask(text.slice(0, length), length);
      for (let offset = 0; offset <= text.length; offset += 3) ask(text, offset);
    });
  }
  const head = 'edgewright: task/v1\n';
  for (const text of [
    'events: 3\ntrigger: []\npipeline: x\n',
    'events: { a: &a { x: number }, b: *a }\ntrigger: { event: [*a, b, 3] }\n',
    'events: { __proto__: { x: number }, 1: {} }\ntrigger: { event: __proto__, where: "__proto__.x" }\n',
    'events:\n  ? [a]\n  : { x: 1 }\ntrigger:\n  sequence:\n    -\n    - ~\n    - [1]\n    - { as: 3, where: a. }\n',
    'trigger: &t { sequence: [*t] }\n',
    'outputs: [{ fields: [".", a., .b] }]\nprivacy: { leave: [] }\n',
  ])
    it(`as ${JSON.stringify(text)}`, () => {
      for (let offset = 0; offset <= text.length; offset++) ask(head + text, head.length + offset);
    });

  function ask(text: string, offset: number): void {
    const source = readSource(`file:///work/${name}`, 1, text);
    assert.ok(source);
    findInText(source, []);
    complete(source, offset, () => []);
    hover(source, offset, undefined);
    references(source, offset, true);
    rename(source, offset, 'other');
    symbols(source);
    tokens(source);
  }
});
