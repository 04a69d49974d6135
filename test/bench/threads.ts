// Our runtime on one thread and on several, in one process and in turns: single layers from small to large, and networks.
// Threads are worth what the clock says, and only if nobody else wants the processors: beside the medians over the rounds
// stands the ratio of the fastest times, which are the least disturbed. Words after the name choose cases; THREADS says how
// many (2), LEAST from which work on they share a call.
import { performance } from 'node:perf_hooks';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import type { Session } from '@edgewright/agent/runtimes/runtime.js';
import type { Graph } from '@edgewright/core/graph/graph.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { GraphBuilder } from '@edgewright/core/models/builder.js';
import { families } from '@edgewright/core/models/families.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Parameters } from '@edgewright/schemas/generated/record.js';

const rounds = 21;
/** Milliseconds of one side in a round. */
const roundTime = 15;
const threads = Number(process.env.THREADS ?? 2);
const wanted = process.argv.slice(2);

const residual = { block: 'residual', blocks: 2, channels: 3, output: 1000, batch: 1 } as const;

const cases: Readonly<Record<string, () => Graph>> = {
  ...Object.fromEntries([16, 32, 64, 128, 256, 512, 1024].map((n) => [`matmul ${n}^3`, () => product(n, n, n)])),
  'matmul 1 x 1024 x 1024': () => product(1, 1024, 1024),
  'matmul 1 x 4096 x 4096': () => product(1, 4096, 4096),
  'matmul 16 x 1024 x 1024': () => product(16, 1024, 1024),
  'conv 7x7/2 3-64 @224': () => convolution(3, 64, 224, 7, 2),
  'conv 3x3 64-64 @56': () => convolution(64, 64, 56, 3, 1),
  'conv 3x3/2 64-128 @56': () => convolution(64, 128, 56, 3, 2),
  'conv 3x3 128-128 @28': () => convolution(128, 128, 28, 3, 1),
  'conv 3x3 256-256 @14': () => convolution(256, 256, 14, 3, 1),
  'conv 3x3/2 256-512 @14': () => convolution(256, 512, 14, 3, 2),
  'conv 3x3 512-512 @7': () => convolution(512, 512, 7, 3, 1),
  'conv 1x1 96-24 @56': () => convolution(96, 24, 56, 1, 1),
  'conv 1x1 160-960 @7': () => convolution(160, 960, 7, 1, 1),
  'Relu 1M': () => unary('Relu', 1 << 20),
  'Sigmoid 64k': () => unary('Sigmoid', 1 << 16),
  'Sigmoid 4k': () => unary('Sigmoid', 1 << 12),
  'softmax 1000 x 1000': () => unary('Softmax', 1000, 1000),
  'fc, 4 layers of 64': () => network('fc', { layers: 4, nodes: 64, input: 64, output: 10, batch: 1 }),
  'fc, 8 layers of 1024, batch 16': () =>
    network('fc', { layers: 8, nodes: 1024, input: 1024, output: 1024, batch: 16 }),
  'cnn of 8 filters, 32 x 32': () => network('cnn', { ...residual, filters: 8, image: 32 }),
  'cnn as ResNet-18, 224 x 224': () => network('cnn', { ...residual, filters: 64, image: 224 }),
  'mobile 1.0, 224 x 224': () =>
    network('mobile', { width: 1, depth: 1, expansion: 6, image: 224, channels: 3, output: 1000, batch: 1 }),
  'transformer, 4 layers of 256, 128 tokens': () =>
    network('transformer', {
      kind: 'encoder',
      layers: 4,
      heads: 4,
      hidden: 256,
      feedforward: 1024,
      length: 128,
      positions: 128,
      vocab: 1000,
      batch: 1,
    }),
  'LSTM of 512, 50 steps': () =>
    network('rnn', { cell: 'lstm', layers: 1, embed: 512, length: 50, vocab: 1000, batch: 1 }),
};

const jit = openJit(webAssembly, process.env.LEAST === undefined ? {} : { leastWork: Number(process.env.LEAST) });
console.log(
  `  ${jit.providers}, ${rounds} rounds; ms of the clock; ratios of medians, fastest times, CPU time of the process\n`,
);
console.log(`  ${'case'.padEnd(42)} 1 thread ${threads} threads    median  fastest  CPU ${threads}/1`);
for (const [name, graph] of Object.entries(cases))
  if (wanted.length === 0 || wanted.some((word) => name.includes(word))) await compare(name, graph());

interface Time {
  /** Of one inference, ms. */
  readonly wall: number;
  readonly fastest: number;
  readonly cpu: number;
}

async function compare(name: string, graph: Graph): Promise<void> {
  const bytes = encodeModel(graph);
  const inputs = makeInputs(graph.inputs, 1);
  const sessions: Session[] = [];
  for (const count of [1, threads])
    sessions.push(await jit.load({ kind: 'bytes', bytes }, { threads: count, optimization: 'all' }));
  const runs = sessions.map((session) => session.bind(inputs));
  const counts: number[] = [];
  for (const run of runs) counts.push(await countIn(run));
  const times: [Time[], Time[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 === 0 ? [0, 1] : [1, 0]) times[side]!.push(await time(runs[side]!, counts[side]!));
  for (const session of sessions) await session.close();
  const [one, more] = times;
  const fastest = times.map((list) => Math.min(...list.map((each) => each.fastest)));
  const figures = [
    ...times.map((list) => median(list.map(({ wall }) => wall)).toFixed(4)),
    median(one.map(({ wall }, round) => wall / more[round]!.wall)).toFixed(2),
    (fastest[0]! / fastest[1]!).toFixed(2),
    median(one.map(({ cpu }, round) => more[round]!.cpu / cpu)).toFixed(2),
  ];
  console.log(`  ${name.padEnd(42)} ${figures.map((figure) => figure.padStart(9)).join(' ')}`);
}

/** Inferences of a round, after as many as let the engine compile its best code. */
async function countIn(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  let done = 0;
  for (; done < 5 || performance.now() - begin < 300; done++) await run();
  return Math.max(3, Math.round(roundTime / (await time(run, 3)).fastest));
}

async function time(run: () => Promise<unknown>, count: number): Promise<Time> {
  // So many at once that the clock is fine enough.
  const each = Math.max(1, Math.floor(count / 100));
  let fastest = Number.POSITIVE_INFINITY;
  const cpu = process.cpuUsage();
  const begin = performance.now();
  let last = begin;
  for (let done = 0; done < count; done += each) {
    for (let turn = 0; turn < each; turn++) await run();
    const now = performance.now();
    fastest = Math.min(fastest, (now - last) / each);
    last = now;
  }
  const { user, system } = process.cpuUsage(cpu);
  const all = Math.ceil(count / each) * each;
  return { wall: (last - begin) / all, fastest, cpu: (user + system) / 1000 / all };
}

function network(name: keyof typeof families, parameters: Parameters): Graph {
  return families[name].build(parameters, 'float32', 1);
}

function product(m: number, k: number, n: number): Graph {
  return graphOf([m, k], (builder, x) =>
    builder.node('MatMul', 'product', [x, builder.parameter('w', [k, n], Math.sqrt(3 / k))]),
  );
}

function convolution(input: number, output: number, image: number, kernel: number, stride: number): Graph {
  return graphOf([1, input, image, image], (builder, x) =>
    builder.convolution('conv', x, { input, output, kernel, stride }),
  );
}

function unary(op: string, ...shape: number[]): Graph {
  return graphOf(shape, (builder, x) => builder.node(op, 'y', [x]));
}

function graphOf(shape: readonly number[], add: (builder: GraphBuilder, x: string) => string): Graph {
  const builder = new GraphBuilder('bench', 'float32', 1);
  builder.output(add(builder, builder.input('x', { type: 'float32', shape })));
  return builder.finish();
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
}
