// Our runtime on one thread and on several, in one process and in turns: single layers from small to large, and networks.
// Threads are worth what the clock says, and only if nobody else wants the processors. The figure that counts is the median
// over the rounds of the ratio of a round; its quartiles tell how much the rounds were disturbed. Words after the name choose
// cases; THREADS says how many (2), LEAST from which work on they share a call.
import { performance } from 'node:perf_hooks';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import type { Session } from '@edgewright/agent/runtimes/runtime.js';
import type { Graph } from '@edgewright/core/graph/graph.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { GraphBuilder } from '@edgewright/core/models/builder.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { networks, smallNetworks } from './cases/networks.ts';

const rounds = 21;
/** Milliseconds of one side in a round. */
const roundTime = 15;
const threads = Number(process.env.THREADS ?? 2);
const wanted = process.argv.slice(2);

const cases: Readonly<Record<string, () => Graph>> = {
  ...Object.fromEntries([16, 32, 64, 128, 256, 512, 1024].map((n) => [`matmul ${n}^3`, () => product(n, n, n)])),
  'matmul 1 x 1024 x 1024': () => product(1, 1024, 1024),
  'matmul 1 x 4096 x 4096': () => product(1, 4096, 4096),
  'matmul 16 x 1024 x 1024': () => product(16, 1024, 1024),
  'conv 7x7/2 3-64 @224': () => convolution(3, 64, 224, 7, 2),
  'conv 3x3 64-64 @56': () => convolution(64, 64, 56, 3, 1),
  '4 x conv 3x3 64-64 @56': () => convolution(64, 64, 56, 3, 1, 4),
  'conv 3x3/2 64-128 @56': () => convolution(64, 128, 56, 3, 2),
  'conv 3x3 128-128 @28': () => convolution(128, 128, 28, 3, 1),
  '4 x conv 3x3 128-128 @28': () => convolution(128, 128, 28, 3, 1, 4),
  'conv 3x3 256-256 @14': () => convolution(256, 256, 14, 3, 1),
  'conv 3x3/2 256-512 @14': () => convolution(256, 512, 14, 3, 2),
  'conv 3x3 512-512 @7': () => convolution(512, 512, 7, 3, 1),
  'conv 1x1 96-24 @56': () => convolution(96, 24, 56, 1, 1),
  'conv 1x1 160-960 @7': () => convolution(160, 960, 7, 1, 1),
  'Relu 1M': () => unary('Relu', 1 << 20),
  'Sigmoid 64k': () => unary('Sigmoid', 1 << 16),
  'Sigmoid 4k': () => unary('Sigmoid', 1 << 12),
  'softmax 1000 x 1000': () => unary('Softmax', 1000, 1000),
  ...smallNetworks,
  ...networks,
};

const jit = openJit(webAssembly, process.env.LEAST === undefined ? {} : { leastWork: Number(process.env.LEAST) });
console.log(
  `  ${jit.providers}, ${rounds} rounds; ms of the clock, medians; medians of ratios, of CPU time of the process last\n`,
);
console.log(`  ${'case'.padEnd(42)} 1 thread ${threads} threads     ratio  quartiles    CPU ${threads}/1`);
for (const [name, graph] of Object.entries(cases))
  if (wanted.length === 0 || wanted.some((word) => name.includes(word))) await compare(name, graph());

interface Time {
  /** Of one inference, ms. */
  readonly wall: number;
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
  const ratios = one.map(({ wall }, round) => wall / more[round]!.wall);
  const figures = [
    ...times.map((list) => median(list.map(({ wall }) => wall)).toFixed(4)),
    median(ratios).toFixed(2),
    [1 / 4, 3 / 4].map((part) => quantile(ratios, part).toFixed(2)).join('-'),
    median(one.map(({ cpu }, round) => more[round]!.cpu / cpu)).toFixed(2),
  ];
  console.log(`  ${name.padEnd(42)} ${figures.map((figure) => figure.padStart(9)).join(' ')}`);
}

/** Inferences of a round, after as many as let the engine compile its best code. */
async function countIn(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  let done = 0;
  for (; done < 5 || performance.now() - begin < 300; done++) await run();
  return Math.max(3, Math.round(roundTime / (await time(run, 3)).wall));
}

async function time(run: () => Promise<unknown>, count: number): Promise<Time> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  for (let done = 0; done < count; done++) await run();
  const wall = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  return { wall: wall / count, cpu: (user + system) / 1000 / count };
}

function product(m: number, k: number, n: number): Graph {
  return graphOf([m, k], (builder, x) =>
    builder.node('MatMul', 'product', [x, builder.parameter('w', [k, n], Math.sqrt(3 / k))]),
  );
}

/** `layers` one after another: of one alone copying in and out, which threads do not share, is a tenth of the time. */
function convolution(input: number, output: number, image: number, kernel: number, stride: number, layers = 1): Graph {
  return graphOf([1, input, image, image], (builder, x) =>
    Array.from({ length: layers }).reduce<string>(
      (from, _, at) => builder.convolution(`conv${at}`, from, { input, output, kernel, stride }),
      x,
    ),
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
  return quantile(list, 1 / 2);
}

function quantile(list: readonly number[], part: number): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length * part)]!;
}
