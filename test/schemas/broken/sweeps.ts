// Broken sweep documents: what a person gets wrong, one mistake a case where that is possible.
import type { Code } from '@edgewright/schemas/codes.js';

export interface DocumentCase {
  readonly title: string;
  readonly text: string;
  /** Codes in the order of the text. */
  readonly codes: readonly Code[];
}

const head = 'edgewright: sweep/v1\nname: broken\n';
const fc = `${head}models:\n  - family: fc\n`;

/** A fully connected model with these lines below `axes:`. */
const axes = (lines: string) => `${fc}    axes: ${lines}\n`;
/** Lines beside `axes` of a model with two axes. */
const beside = (lines: string) => `${fc}    axes: {nodes: [64, 128], layers: [1, 2, 4], batch: 8}\n    ${lines}\n`;
/** Lines at the top level of a sound sweep. */
const top = (lines: string) => `${head}models: [{family: fc, axes: {nodes: [64, 128], layers: [1, 2]}}]\n${lines}\n`;

export const brokenSweeps: readonly DocumentCase[] = [
  // YAML
  { title: 'an empty file', text: '', codes: ['document-empty'] },
  { title: 'a file with comments alone', text: '# a sweep\n', codes: ['document-empty'] },
  { title: 'a tab as indentation', text: `${head}models:\n\t- family: fc\n`, codes: ['yaml-tab'] },
  { title: 'a quote that is not closed', text: `${head}description: "open\nmodels: []\n`, codes: ['yaml-syntax'] },
  { title: 'a bracket that is not closed', text: axes('{nodes: [64, 128}'), codes: ['yaml-syntax'] },
  { title: 'a line at the wrong indentation', text: `${fc}   axes: {nodes: 64}\n`, codes: ['yaml-syntax'] },
  { title: 'two documents in one file', text: `${fc}---\n${fc}`, codes: ['yaml-documents'] },
  { title: 'a key twice', text: `${fc}    axes: {nodes: 64}\n    axes: {layers: 2}\n`, codes: ['yaml-duplicate-key'] },
  { title: 'an alias without an anchor', text: axes('{nodes: *sizes}'), codes: ['yaml-alias'] },
  { title: 'an alias inside what it names', text: axes('&all {nodes: [64, *all]}'), codes: ['yaml-alias'] },
  {
    title: 'aliases that multiply',
    text: `a: &a [1, 1, 1, 1, 1, 1, 1, 1]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n`,
    codes: ['yaml-alias'],
  },
  { title: 'a tag that is not known', text: axes('{nodes: !size 64}'), codes: ['yaml-tag'] },
  { title: 'nesting without end', text: '['.repeat(40) + ']'.repeat(40), codes: ['document-too-deep'] },
  { title: 'a key that changes objects', text: `${fc}    __proto__: {name: x}\n`, codes: ['forbidden-key'] },
  { title: 'a key that is no string', text: `${head}? [models]\n: 1\n`, codes: ['forbidden-key'] },
  { title: 'JSON of a list', text: '[1, 2]\n', codes: ['wrong-type'] },
  { title: 'plain text', text: 'measure my phone\n', codes: ['wrong-type'] },

  // Kind and shape
  { title: 'no version', text: 'name: broken\nmodels: [{family: fc}]\n', codes: ['missing-key'] },
  { title: 'a version to come', text: 'edgewright: sweep/v2\nname: broken\nmodules: []\n', codes: ['document-kind'] },
  {
    title: 'a fleet instead of a sweep',
    text: 'edgewright: fleet/v1\ndevices: [{name: pi}]\n',
    codes: ['document-kind'],
  },
  {
    title: 'a version that is none',
    text: 'edgewright: 1\nname: broken\nmodels: [{family: fc}]\n',
    codes: ['document-kind'],
  },
  {
    title: 'a version that is half written',
    text: 'edgewright: sweep/1\nname: broken\nmodels: [{family: fc}]\n',
    codes: ['document-kind'],
  },
  { title: 'a misspelt key', text: `${head}modles: [{family: fc}]\n`, codes: ['unknown-key'] },
  { title: 'a foreign key', text: top('parameters: {lr: 0.1}'), codes: ['unknown-key'] },
  { title: 'merge keys of YAML 1.1', text: `${fc}    <<: {name: x}\n`, codes: ['unknown-key'] },
  {
    title: 'a name with blanks',
    text: 'edgewright: sweep/v1\nname: My Sweep\nmodels: [{family: fc}]\n',
    codes: ['bad-format'],
  },
  {
    title: 'a name that is a number',
    text: 'edgewright: sweep/v1\nname: 2024\nmodels: [{family: fc}]\n',
    codes: ['wrong-type'],
  },
  { title: 'no models', text: `${head}models: []\n`, codes: ['wrong-length'] },
  { title: 'models without a value', text: `${head}models:\n`, codes: ['wrong-type'] },
  { title: 'one model instead of a list', text: `${head}models:\n  family: fc\n`, codes: ['wrong-type'] },
  { title: 'a seed below 0', text: top('seed: -1'), codes: ['out-of-range'] },
  { title: 'a model without a family', text: `${head}models:\n  - axes: {nodes: 64}\n`, codes: ['missing-key'] },
  {
    title: 'a misspelt family',
    text: `${head}models:\n  - family: transfomer\n    axes: {hidden: 64}\n`,
    codes: ['not-one-of'],
  },
  { title: 'an unknown family', text: `${head}models:\n  - family: gan\n`, codes: ['not-one-of'] },
  {
    title: 'onnx without a file',
    text: `${head}models:\n  - family: onnx\n    axes: {n: 1}\n`,
    codes: ['missing-key'],
  },
  {
    title: 'two models of one name',
    text: `${head}models:\n  - family: fc\n  - family: fc\n    axes: {nodes: 64}\n`,
    codes: ['duplicate-name'],
  },

  // Axes
  { title: 'a misspelt axis', text: axes('{node: 64}'), codes: ['unknown-key'] },
  { title: 'an axis of another family', text: axes('{filters: 64}'), codes: ['unknown-key'] },
  { title: 'a number in quotes', text: axes('{nodes: ["64", 128]}'), codes: ['wrong-type'] },
  { title: 'a fraction of a layer', text: axes('{layers: 2.5}'), codes: ['wrong-type'] },
  { title: 'an axis without a value', text: axes('{nodes: }'), codes: ['wrong-type'] },
  { title: 'too many nodes', text: axes('{nodes: 100000}'), codes: ['out-of-range'] },
  { title: 'no batch at all', text: axes('{batch: [0, 1]}'), codes: ['out-of-range'] },
  { title: 'an empty list', text: axes('{nodes: []}'), codes: ['wrong-length'] },
  { title: 'a value twice', text: axes('{nodes: [64, 128, 64]}'), codes: ['duplicate-value'] },
  { title: 'a range as a string', text: axes('{nodes: 32..512}'), codes: ['wrong-type'] },
  {
    title: 'the range of another tool',
    text: axes('{nodes: {start: 32, stop: 512, step: 32}}'),
    codes: ['unknown-key', 'unknown-key'],
  },
  { title: 'a range without a start', text: axes('{nodes: {to: 512, times: 2}}'), codes: ['missing-key'] },
  { title: 'a range without an end', text: axes('{nodes: {from: 32, times: 2}}'), codes: ['axis-range-end'] },
  {
    title: 'a range with two ends',
    text: axes('{nodes: {from: 32, to: 64, below: 65, times: 2}}'),
    codes: ['axis-range-end'],
  },
  { title: 'a range that stands still', text: axes('{nodes: {from: 32, to: 64}}'), codes: ['axis-range-step'] },
  {
    title: 'a range that adds and multiplies',
    text: axes('{nodes: {from: 32, to: 64, step: 32, times: 2}}'),
    codes: ['axis-range-step'],
  },
  {
    title: 'a range that misses its end',
    text: axes('{nodes: {from: 32, to: 500, times: 2}}'),
    codes: ['axis-range-misses-end'],
  },
  {
    title: 'a range that misses its end by addition',
    text: axes('{nodes: {from: 2, to: 64, step: 8}}'),
    codes: ['axis-range-misses-end'],
  },
  { title: 'a range backwards', text: axes('{nodes: {from: 512, to: 32, times: 2}}'), codes: ['axis-range-empty'] },
  { title: 'a range of no width', text: axes('{nodes: {from: 32, below: 32, step: 1}}'), codes: ['axis-range-empty'] },
  {
    title: 'a range that multiplies from 0',
    text: axes('{nodes: {from: 0, to: 64, times: 2}}'),
    codes: ['axis-range-start'],
  },
  { title: 'a step of 0', text: axes('{nodes: {from: 1, to: 64, step: 0}}'), codes: ['out-of-range'] },
  { title: 'a factor of 1', text: axes('{nodes: {from: 1, to: 64, times: 1}}'), codes: ['out-of-range'] },
  {
    title: 'a range past the bound',
    text: axes('{nodes: {from: 32768, to: 131072, times: 2}}'),
    codes: ['out-of-range'],
  },
  { title: 'a range between whole numbers', text: axes('{nodes: {from: 1, to: 2, step: 0.5}}'), codes: ['wrong-type'] },
  { title: 'a bound of a range in quotes', text: axes('{nodes: {from: "1", to: 2, step: 1}}'), codes: ['wrong-type'] },
  {
    title: 'an axis of millions',
    text: `${head}models: [{family: mobile, axes: {width: {from: 1, to: 2, step: 0.0000001}}}]\n`,
    codes: ['axis-too-long'],
  },
  {
    title: 'a misspelt cell',
    text: `${head}models: [{family: rnn, axes: {cell: [lstm, gro]}}]\n`,
    codes: ['not-one-of'],
  },
  {
    title: 'a range of names',
    text: `${head}models: [{family: rnn, axes: {cell: {from: 1, to: 2, step: 1}}}]\n`,
    codes: ['wrong-type'],
  },
  {
    title: 'blocks for nine groups',
    text: `${head}models: [{family: cnn, axes: {blocks: [[1, 1, 1, 1, 1, 1, 1, 1, 1]]}}]\n`,
    codes: ['wrong-length'],
  },
  {
    title: 'blocks by group without a second pair of brackets',
    text: `${head}models: [{family: cnn, axes: {blocks: [3, 4, 6, 3]}}]\n`,
    codes: ['duplicate-value'],
  },

  // Rules between axes
  { title: 'zip with an unknown axis', text: beside('zip: [[nodes, layer]]'), codes: ['unknown-axis'] },
  { title: 'zip of unequal lists', text: beside('zip: [[nodes, layers]]'), codes: ['zip-unequal'] },
  { title: 'zip of one axis twice', text: beside('zip: [[nodes, nodes]]'), codes: ['zip-overlap'] },
  { title: 'zip of one name', text: beside('zip: [[nodes]]'), codes: ['wrong-length'] },
  { title: 'zip that is not nested', text: beside('zip: [nodes, layers]'), codes: ['wrong-type'] },
  { title: 'when for no axis', text: beside('when: {output: nodes > 64}'), codes: ['unknown-axis'] },
  { title: 'when for one value', text: beside('when: {batch: nodes > 64}'), codes: ['when-without-effect'] },
  { title: 'when of itself', text: beside('when: {nodes: nodes > 64}'), codes: ['dependency-cycle'] },
  {
    title: 'when in a circle',
    text: beside('when: {nodes: layers > 1, layers: nodes > 64}'),
    codes: ['dependency-cycle'],
  },
  { title: 'derive an axis', text: beside('derive: {nodes: layers * 64}'), codes: ['derived-axis'] },
  { title: 'derive an unknown parameter', text: beside('derive: {outputs: nodes / 4}'), codes: ['unknown-axis'] },
  { title: 'derive in a circle', text: beside('derive: {input: output, output: input}'), codes: ['dependency-cycle'] },
  { title: 'derive a number from a string', text: beside('derive: {output: "\'many\'"}'), codes: ['expression-type'] },
  {
    title: 'a batch dimension without a value',
    text: `${head}models: [{family: onnx, file: a.onnx, batch: N, axes: {M: 1}}]\n`,
    codes: ['unknown-axis'],
  },

  // Expressions
  { title: 'a misspelt name', text: beside('constraint: [nodse <= 64]'), codes: ['expression-name'] },
  { title: 'an unknown name', text: beside('constraint: [latency < 10]'), codes: ['expression-name'] },
  { title: 'macs in when', text: beside('when: {nodes: macs > 1000}'), codes: ['expression-name'] },
  { title: 'a number as a constraint', text: beside('constraint: [nodes * 2]'), codes: ['expression-type'] },
  { title: 'constraint without a list', text: beside('constraint: nodes <= 64'), codes: ['wrong-type'] },
  { title: 'and instead of &&', text: beside('constraint: [nodes > 1 and layers > 1]'), codes: ['expression-syntax'] },
  { title: 'not instead of !', text: beside('constraint: ["not (nodes > 1)"]'), codes: ['expression-syntax'] },
  { title: 'a single =', text: beside('constraint: [nodes = 64]'), codes: ['expression-syntax'] },
  { title: '===', text: beside('constraint: [nodes === 64]'), codes: ['expression-syntax'] },
  { title: '^ as a power', text: beside('constraint: [2 ^ layers < 8]'), codes: ['expression-syntax'] },
  { title: 'an expression that ends too early', text: beside('constraint: [nodes <=]'), codes: ['expression-syntax'] },
  { title: 'an unknown function', text: beside('constraint: [log(nodes) < 4]'), codes: ['expression-syntax'] },
  { title: 'a misspelt function', text: beside('constraint: [flor(nodes) < 4]'), codes: ['expression-syntax'] },
  { title: 'too many arguments', text: beside('constraint: ["abs(nodes, 2) < 4"]'), codes: ['expression-syntax'] },
  { title: 'a member of a name', text: beside('constraint: [nodes.length < 4]'), codes: ['expression-syntax'] },
  { title: 'code', text: beside('constraint: ["(() => process.exit())()"]'), codes: ['expression-syntax'] },
  {
    title: 'an expression without end',
    text: beside(`constraint: ["${'('.repeat(60)}1${')'.repeat(60)} > 0"]`),
    codes: ['expression-syntax'],
  },
  {
    title: 'a string compared with a number',
    text: beside('constraint: ["nodes == \'64\'"]'),
    codes: ['expression-type'],
  },
  { title: 'a number as a condition', text: beside('constraint: [nodes && layers > 1]'), codes: ['expression-type'] },
  {
    title: 'a runtime that is none',
    text: top('constraint: ["runtime == \'ortweb\'"]'),
    codes: ['expression-constant'],
  },

  // Execution
  { title: 'an unknown runtime', text: top('execution: {runtime: tflite}'), codes: ['not-one-of'] },
  { title: 'a misspelt runtime in a list', text: top('execution: {runtime: [ort, ort_web]}'), codes: ['not-one-of'] },
  { title: 'a runtime twice', text: top('execution: {runtime: [ort, ort]}'), codes: ['duplicate-value'] },
  { title: 'no threads', text: top('execution: {threads: 0}'), codes: ['out-of-range'] },
  {
    title: 'a fixed rate without a rate',
    text: top('execution: {scenario: {kind: fixed-rate}}'),
    codes: ['missing-key'],
  },
  { title: 'a fixed rate in one word', text: top('execution: {scenario: fixed-rate}'), codes: ['not-one-of'] },
  {
    title: 'an idle gap without a unit',
    text: top('execution: {scenario: {kind: idle-gap, gap: 500}}'),
    codes: ['wrong-type'],
  },
  {
    title: 'a rate for a single stream',
    text: top('execution: {scenario: {kind: single-stream, rate: 30}}'),
    codes: ['scenario-key'],
  },
  {
    title: 'when for no axis of execution',
    text: top('execution: {threads: [1, 2], when: {thread: "runtime == \'ort\'"}}'),
    codes: ['unknown-axis'],
  },

  {
    title: 'optimisations of jit taken away from another runtime',
    text: top('execution: {runtime: ort, ablation: [none, without-fuse]}'),
    codes: ['unused-key'],
  },
  {
    title: 'an optimisation that is none',
    text: top('execution: {runtime: jit, ablation: [none, without-fusion]}'),
    codes: ['not-one-of'],
  },
  {
    title: 'ablation without what it is set against',
    text: top('execution: {runtime: jit, ablation: [without-fuse, only-vertical]}'),
    codes: ['ablation-base', 'ablation-base'],
  },
  { title: 'a runtime without a value', text: top('execution: {runtime: }'), codes: ['not-one-of'] },

  // Measuring and the rest
  { title: 'a duration without a unit', text: top('measure: {minTime: "5"}'), codes: ['bad-format'] },
  { title: 'a unit that is not known', text: top('measure: {maxTime: 2 minutes}'), codes: ['bad-format'] },
  { title: 'the least above the greatest time', text: top('measure: {minTime: 20s}'), codes: ['reversed-limits'] },
  {
    title: 'the least above the greatest count',
    text: top('measure: {minIterations: 100, maxIterations: 50, percentiles: [50]}'),
    codes: ['reversed-limits'],
  },
  { title: 'a timeout shorter than measuring', text: top('measure: {timeout: 5s}'), codes: ['timeout-too-short'] },
  {
    title: 'a percentile that cannot be reached',
    text: top('measure: {maxIterations: 100}'),
    codes: ['percentile-unreachable'],
  },
  { title: 'a percentile above 100', text: top('measure: {percentiles: [50, 101]}'), codes: ['out-of-range'] },
  { title: 'a percentile twice', text: top('measure: {percentiles: [50, 50]}'), codes: ['duplicate-value'] },
  { title: 'a duration of years', text: top('budget: {time: 10000h}'), codes: ['out-of-range'] },
  { title: 'a size in bits', text: top('measure: {memoryLimit: 256Mbit}'), codes: ['bad-format'] },
  { title: 'sampling without points', text: top('sampling: {method: sobol}'), codes: ['sampling-points'] },
  { title: 'points for a grid', text: top('sampling: {method: grid, points: 10}'), codes: ['unused-key'] },
  {
    title: 'more points than the budget',
    text: top('sampling: {method: random, points: 100}\nbudget: {points: 50}'),
    codes: ['over-budget'],
  },
  { title: 'order by an unknown axis', text: top('order: {method: blocked, by: [runtimes]}'), codes: ['unknown-axis'] },
  { title: 'order by an axis without blocks', text: top('order: {by: [nodes]}'), codes: ['unused-key'] },
  { title: 'a reference without a number', text: top('order: {reference: 20}'), codes: ['wrong-type'] },
  {
    title: 'an analysis of an unknown model',
    text: top('analyses: [{kind: heatmap, model: cnn}]'),
    codes: ['unknown-model'],
  },
  {
    title: 'a heat map of an unknown axis',
    text: top('analyses: [{kind: heatmap, x: nodes, y: bach}]'),
    codes: ['unknown-axis'],
  },
  { title: 'a heat map with one axis', text: top('analyses: [{kind: heatmap, x: nodes}]'), codes: ['analysis-axes'] },
  {
    title: 'a heat map of an axis with itself',
    text: top('analyses: [{kind: heatmap, x: nodes, y: nodes}]'),
    codes: ['analysis-axes'],
  },
  {
    title: 'a metric for an ablation',
    text: top('analyses: [{kind: ablation, metric: kernels}]'),
    codes: ['unused-key'],
  },
  { title: 'an axis for a roofline', text: top('analyses: [{kind: roofline, x: nodes}]'), codes: ['unused-key'] },
  { title: 'an unknown analysis', text: top('analyses: [{kind: pie}]'), codes: ['not-one-of'] },

  // Many at once
  { title: 'a file of the wrong kind', text: '# data\n'.repeat(800_000), codes: ['document-too-large'] },
  {
    title: 'mistakes without end',
    text: top(Array.from({ length: 120 }, (_, index) => `key${index}: 1`).join('\n')),
    codes: [...Array.from({ length: 100 }, () => 'unknown-key' as const), 'more-errors'],
  },
  {
    title: 'several mistakes',
    text: `${head}models:\n  - family: fc\n    axes: {node: 64, layers: 0}\nexecution: {runtime: or, threads: two}\nmeasure: {maxTime: 2}\n`,
    codes: ['unknown-key', 'out-of-range', 'not-one-of', 'wrong-type', 'wrong-type'],
  },
];
