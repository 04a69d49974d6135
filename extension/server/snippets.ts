// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of snippets are written so.
// Whole parts of documents to start from, in the notation of snippets: each is a sound document or part as it stands.
import { familyNames, familyParameters } from '@edgewright/schemas/family.js';
import type { FamilyName } from '@edgewright/schemas/generated/record.js';

export interface Snippet {
  readonly label: string;
  readonly about: string;
  readonly text: string;
}

export const wholeSweep: Snippet = {
  label: 'A sweep',
  about: 'Measures a family of models over two axes.',
  text: [
    'edgewright: sweep/v1',
    'name: ${1:my-sweep}',
    'description: ${2:Which question does it answer?}',
    '',
    'models:',
    '  - family: ${3|fc,cnn,rnn,transformer,mobile|}',
    '    axes:',
    '      ${4:batch}: { from: ${5:1}, to: ${6:16}, times: ${7:2} }',
    '',
    'execution:',
    '  runtime: ${8|ort,ort-web,jit|}',
    '',
    'budget:',
    '  time: ${9:30min}',
    '$0',
  ].join('\n'),
};

export const wholeFleet: Snippet = {
  label: 'A fleet',
  about: 'Names the devices that runs go to.',
  text: [
    'edgewright: fleet/v1',
    'devices:',
    '  - name: ${1:pi}',
    '    address: ws://${2:raspberrypi.local}:${3:7317}',
    '    token: { file: ${4:tokens/pi} }',
    '    labels: { ${5:room}: ${6:attic} }',
    '$0',
  ].join('\n'),
};

/** An item of `models`, of each family; the lines go on at the indentation of the first. */
export const modelSnippets: readonly Snippet[] = familyNames.map((family) => ({
  label: `${family} model`,
  about: `A model of the family ${family} with its axes.`,
  text: ['family: ' + family, ...axisLines(family)].join('\n'),
}));

function axisLines(family: FamilyName): readonly string[] {
  if (family === 'onnx') {
    return ['file: ${1:model.onnx}', 'axes: { ${2:N}: ${3:[1, 4]} }', 'batch: ${2:N}$0'];
  }
  const axes = [...familyParameters(family)].slice(0, 3).map(([name, { default: value }], index) => {
    const text = Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
    return `  ${name}: \${${index + 1}:[${text}]}`;
  });
  return ['axes:', ...axes.slice(0, -1), `${axes.at(-1) ?? ''}$0`];
}

/** Sections of a sweep, by their keys. */
export const sectionSnippets: readonly (Snippet & { readonly key: string })[] = [
  {
    key: 'models',
    label: 'models with one family',
    about: 'The model families to generate.',
    text: 'models:\n  - family: ${1|fc,cnn,rnn,transformer,mobile|}\n    axes:\n      ${2:batch}: ${3:[1, 8]}$0',
  },
  {
    key: 'execution',
    label: 'execution over two runtimes',
    about: 'How models are executed; every key is an axis.',
    text: 'execution:\n  runtime: [ort, ort-web]\n  threads: ${1:1}$0',
  },
  {
    key: 'measure',
    label: 'measure with times',
    about: 'When a point counts as measured.',
    text: 'measure:\n  minTime: ${1:500ms}\n  maxTime: ${2:5s}\n  repeats: ${3:1}$0',
  },
  {
    key: 'sampling',
    label: 'sampling of some points',
    about: 'Measures some of the points of the grid.',
    text: 'sampling:\n  method: ${1|sobol,random,latin-hypercube|}\n  points: ${2:100}$0',
  },
  {
    key: 'order',
    label: 'order with a reference point',
    about: 'Shuffles the points and measures one again and again.',
    text: 'order:\n  method: ${1|random,blocked,listed|}\n  reference: { every: ${2:20} }$0',
  },
  {
    key: 'budget',
    label: 'budget of time',
    about: 'What the sweep may cost at most.',
    text: 'budget:\n  time: ${1:1h}$0',
  },
  {
    key: 'analyses',
    label: 'analyses of a report',
    about: 'Heat map, regression and roofline.',
    text: 'analyses:\n  - { kind: heatmap, x: ${1:batch}, y: ${2:layers} }\n  - { kind: regression }\n  - { kind: roofline }$0',
  },
];

/** An item of `analyses`. */
export const analysisSnippets: readonly Snippet[] = [
  {
    label: 'heatmap of two axes',
    about: 'Two axes against a metric.',
    text: '{ kind: heatmap, x: ${1:batch}, y: ${2:layers} }',
  },
  {
    label: 'regression',
    about: 'Which axes drive the metric.',
    text: '{ kind: regression, metric: ${1|latency,throughput,flops|} }',
  },
  { label: 'boxplot by an axis', about: 'The spread in groups.', text: '{ kind: boxplot, by: ${1:runtime} }' },
  { label: 'ablation', about: 'What each optimisation of jit brings.', text: '{ kind: ablation }' },
  { label: 'roofline', about: 'Points under the roof of the device.', text: '{ kind: roofline }' },
];

/** Values of an axis of numbers. */
export const rangeSnippets: readonly Snippet[] = [
  {
    label: 'range that doubles',
    about: 'From a value to another, times 2 each.',
    text: '{ from: ${1:1}, to: ${2:16}, times: ${3:2} }',
  },
  {
    label: 'range in steps',
    about: 'From a value to another, by a step.',
    text: '{ from: ${1:1}, to: ${2:10}, step: ${3:1} }',
  },
  { label: 'list of values', about: 'These values and no others.', text: '[${1:1}, ${2:2}]' },
];

export const deviceSnippet: Snippet = {
  label: 'device that listens',
  about: 'A device with an address.',
  text: 'name: ${1:pi}\naddress: ws://${2:raspberrypi.local}:${3:7317}\ntoken: { file: ${4:tokens/pi} }$0',
};

/** A snippet with its placeholders filled in. */
export function plainText(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:((?:[^{}]|\{[^}]*\})*)\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '');
}
