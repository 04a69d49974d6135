// What reading costs: node --conditions=edgewright-source test/bench/documents.ts
import { performance } from 'node:perf_hooks';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import { evaluate, parseExpression } from '@edgewright/schemas/expression.js';
import { parseFrame } from '@edgewright/schemas/frame.js';
import { parseRecord } from '@edgewright/schemas/record.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { defaultLimits } from '@edgewright/schemas/wire.js';
import { textOf } from '../repository/source.ts';
import { pointRecord } from '../schemas/records.ts';

const long = longSweep();
const broken = Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`).join('\n');
const grid = textOf('samples/sweeps/paradnn-fc.sweep.yaml');
const line = JSON.stringify(pointRecord(200));
const frame = JSON.stringify({
  jsonrpc: '2.0',
  method: 'run.records',
  params: { run: 'r', records: [{ cursor: 1, record: pointRecord(20_000) }] },
});
const parsed = parseExpression('nodes * layers <= 4096 && (cell == "lstm" || nodes % 2 == 0)');
if (parsed.kind === 'error') throw new Error(parsed.message);
const { expression } = parsed;

report(`parseSweep, ${long.split('\n').length} lines`, () => parseSweep(long));
report('parseSweep, 20,000 unknown keys', () => parseSweep(broken));
report('parseSweep, 9,720 points', () => parseSweep(grid));
report('checkSweep, 9,720 points, expanded and ordered', () => checkSweep(grid, new Map()));
report('parseRecord, 10,000 records of 200 latencies', () => repeat(10_000, () => parseRecord(line)));
report('parseFrame, a record of 20,000 latencies', () => parseFrame(frame, defaultLimits));
report('evaluate, 100,000 times', () =>
  repeat(100_000, (index) => evaluate(expression, (name) => (name === 'cell' ? 'rnn' : index))),
);

/** The median of some rounds after a warm-up. */
function report(name: string, run: () => unknown): void {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).slice(2);
  const median = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  console.log(`${name.padEnd(52)}${median.toFixed(1).padStart(8)} ms`);
}

function repeat(times: number, run: (index: number) => unknown): void {
  for (let index = 0; index < times; index++) run(index);
}

function longSweep(): string {
  const models = Array.from({ length: 60 }, (_, model) => {
    const nodes = Array.from({ length: 75 }, (_, index) => `        - ${index + 1}`);
    return [
      '  - family: fc',
      `    name: model-${model}`,
      '    axes:',
      '      layers: { from: 1, to: 64, times: 2 }',
      '      nodes:',
      ...nodes,
      '    constraint:',
      '      - nodes * layers < 4000',
      '      - macs < 1e6',
    ];
  });
  return ['edgewright: sweep/v1', 'name: long', 'models:', ...models.flat()].join('\n');
}
