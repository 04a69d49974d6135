// What an editor waits for while a sweep of 5,000 lines is typed, beside plain yaml-language-server with the same schema.
// The goal is 95 of 100 within 100 ms. Expansions run in a thread of their own and wait for a pause in typing: none is
// in these numbers. yaml-language-server waits 200 ms before it validates; that is in its numbers, as it is in its users'.
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { type Client, startCommand, startServer } from '../extension/server/client.ts';

const rounds = 60;
const warmup = 10;
const uri = 'file:///work/bench.sweep.yaml';
const root = fileURLToPath(new URL('../..', import.meta.url));

const lines = longSweep();
const text = lines.join('\n');
/** The line of an expression in the middle, which is typed in, and that of a key below a model. */
const typed = lines.findIndex((line, index) => index > 2500 && line.includes('nodes * layers'));
const asked = lines.findIndex((line, index) => index > typed && line.startsWith('    name:'));

const ours = await startServer({ delay: 600_000 });
const plain = await startCommand({
  args: [`${root}node_modules/yaml-language-server/bin/yaml-language-server`, '--stdio'],
  settings: {
    yaml: {
      schemas: { [`file://${root}schemas/sweep.schema.json`]: ['*.sweep.yaml'] },
      schemaStore: { enable: false },
      kubernetesCRDStore: { enable: false },
      validate: true,
      hover: true,
      completion: true,
    },
  },
});
await plain.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });

interface Times {
  readonly diagnostics: number[];
  readonly completion: number[];
  readonly proposals: number[];
}

const measured = new Map<string, { client: Client; times: Times }>([
  ['edgewright', { client: ours, times: { diagnostics: [], completion: [], proposals: [] } }],
  ['yaml-language-server', { client: plain, times: { diagnostics: [], completion: [], proposals: [] } }],
]);

for (const { client } of measured.values()) {
  await client.open(uri, text);
  await client.diagnostics(uri);
}
for (let round = 0; round < rounds + warmup; round++) {
  for (const { client, times } of measured.values()) {
    const diagnostics = await keystroke(client, round);
    const { time, proposals } = await completion(client, round);
    // What the change before the completion set off is over before the next turn.
    await client.diagnostics(uri);
    await new Promise((resolve) => setTimeout(resolve, 50));
    if (round < warmup) continue;
    times.diagnostics.push(diagnostics);
    times.completion.push(time);
    times.proposals.push(proposals);
  }
}

console.log(`  ${lines.length} lines, ${rounds} keystrokes each, in turns; milliseconds\n`);
console.log(
  `  ${''.padEnd(24)}${'diagnostics p50'.padStart(16)}${'p95'.padStart(8)}${'completion p50'.padStart(16)}${'p95'.padStart(8)}`,
);
for (const [name, { client, times }] of measured) {
  const [diagnostics, completions] = [times.diagnostics, times.completion];
  const cells = [
    quantile(diagnostics, 0.5),
    quantile(diagnostics, 0.95),
    quantile(completions, 0.5),
    quantile(completions, 0.95),
  ];
  const widths = [16, 8, 16, 8];
  console.log(
    `  ${name.padEnd(24)}${cells.map((cell, index) => cell.toFixed(0).padStart(widths[index] ?? 8)).join('')}`,
  );
  if (quantile(times.proposals, 0) === 0) console.log('    (some completions proposed nothing)');
  await client.stop();
}

/** A digit more or less at the end of an expression: until it is checked. */
async function keystroke(client: Client, round: number): Promise<number> {
  const begin = performance.now();
  await type(client, round % 2 === 0);
  await client.diagnostics(uri);
  return performance.now() - begin;
}

/** A digit, and behind it the question that the editor asks at once: what keys a model can have. */
async function completion(client: Client, round: number): Promise<{ time: number; proposals: number }> {
  const begin = performance.now();
  await type(client, round % 2 !== 0);
  const position = { line: asked, character: 4 };
  const list = await client.ask<{ items: unknown[] } | null>('textDocument/completion', {
    textDocument: { uri },
    position,
  });
  return { time: performance.now() - begin, proposals: list?.items.length ?? 0 };
}

async function type(client: Client, isMore: boolean): Promise<void> {
  const end = lines[typed]?.length ?? 0;
  const start = { line: typed, character: end };
  const range = isMore ? { start, end: start } : { start, end: { line: typed, character: end + 1 } };
  await client.change(uri, { text: isMore ? '1' : '', range });
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

function longSweep(): string[] {
  const models = Array.from({ length: 60 }, (_, model) => [
    '  - family: fc',
    `    name: model-${model}`,
    '    axes:',
    '      layers: { from: 1, to: 64, times: 2 }',
    '      nodes:',
    ...Array.from({ length: 75 }, (_, index) => `        - ${index + 1}`),
    '    constraint:',
    '      - nodes * layers < 4000',
    '      - macs < 1e6',
  ]);
  return ['edgewright: sweep/v1', 'name: long', 'models:', ...models.flat(), ''];
}
