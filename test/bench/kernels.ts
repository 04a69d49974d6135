// Our WebAssembly kernels against onnxruntime's WebAssembly build and its native one, one thread each, all in this process and
// in turns. Where an op's output can be its input, onnxruntime runs a chain of them, so that what a call costs besides
// falls out; else its figure is that of a whole call. Medians of the process's CPU time, which other processes disturb less
// than the clock. Whole networks follow. Words after the name choose cases: `npm run bench kernels` runs all,
// `node --conditions=edgewright-source test/bench/kernels.ts conv` some.

import type { Graph } from '@edgewright/core/graph/graph.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Tensor } from '@edgewright/core/graph/tensor.js';
import { relaxedProbe } from '@edgewright/core/graph/wasm/module.js';
import { GraphBuilder } from '@edgewright/core/models/builder.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import * as native from 'onnxruntime-node';
import * as web from 'onnxruntime-web';
import { prepare } from '../core/graph/wasm/execute.ts';
import { Machine, noise } from '../core/graph/wasm/machine.ts';
import { type Case, kernelCases } from './cases/kernels.ts';
import { networks } from './cases/networks.ts';

const rounds = 9;
const wanted = process.argv.slice(2);
const relaxed = WebAssembly.validate(relaxedProbe());
web.env.wasm.numThreads = 1;
web.env.logLevel = 'error';

console.log(
  `  relaxed SIMD ${relaxed ? 'on' : 'off'}, ${rounds} rounds; ms a run, then onnxruntime's time over ours\n`,
);
console.log(`  ${'case'.padEnd(40)} ours          web      node   web/ours  node/ours   GFLOP/s`);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.some((word) => name.includes(word));
for (const each of kernelCases) if (isWanted(each.name)) await measure(each);
for (const [name, graph] of Object.entries(networks)) if (isWanted(name)) await network(name, graph());
process.exit(0);

async function measure({ name, input, model, chain, ours, operations }: Case): Promise<void> {
  const length = input.reduce((product, size) => product * size, 1);
  // Not negative: a root has a value, and NaN is faster than numbers.
  const data = noise(length, 9).map(Math.abs);
  const build = (count: number): Uint8Array => {
    const builder = new GraphBuilder('bench', 'float32', 1);
    const x = builder.input('x', { type: 'float32', shape: input });
    builder.output(model(builder, x, count));
    return encodeModel(builder.finish());
  };
  const runs: Run[] = [];
  for (const [label, ort] of [
    ['web', web],
    ['node', native],
  ] as const) {
    const sessions = await Promise.all(
      (chain > 1 ? [1, chain] : [1]).map((count) =>
        ort.InferenceSession.create(build(count), {
          graphOptimizationLevel: chain > 1 ? 'disabled' : 'all',
          intraOpNumThreads: 1,
          interOpNumThreads: 1,
          logSeverityLevel: 3,
        }),
      ),
    );
    const feeds = { x: new ort.Tensor('float32', data, input as number[]) } as never;
    runs.push({
      name: label,
      each: sessions.map((session) => () => session.run(feeds)),
      times: sessions.map(() => []),
      repeat: 1,
    });
  }
  for (const [label, start] of Object.entries(ours)) {
    const machine = new Machine({ relaxed, shared: false });
    runs.push({ name: label, each: [start(machine)], times: [[]], repeat: 1 });
  }
  await race(runs);
  const figures = runs.map((run) => {
    const [one, many] = run.times.map(median);
    return { name: run.name, time: many === undefined ? one! : (many - one!) / (chain - 1) };
  });
  const [webTime, nodeTime, ...candidates] = figures;
  const best = candidates.filter((each) => !each.name.startsWith('(')).reduce((a, b) => (b.time < a.time ? b : a));
  const rate = operations === undefined ? '' : `${(operations / best.time / 1e6).toFixed(1)}`;
  const label =
    candidates.length > 1 ? ` ${candidates.map((each) => `${each.name} ${each.time.toFixed(3)}`).join(', ')}` : '';
  console.log(
    `  ${name.padEnd(40)} ${best.time.toFixed(4).padStart(9)} ${webTime!.time.toFixed(4).padStart(9)} ${nodeTime!.time.toFixed(4).padStart(9)} ` +
      `${(webTime!.time / best.time).toFixed(2).padStart(8)} ${(nodeTime!.time / best.time).toFixed(2).padStart(9)} ${rate.padStart(9)} ${label}`,
  );
}

interface Run {
  readonly name: string;
  readonly each: (() => unknown)[];
  readonly times: number[][];
  repeat: number;
}

/** Fills the times, in turns. */
async function race(runs: Run[]): Promise<void> {
  const now = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  for (const run of runs) {
    for (const each of run.each) for (let warm = 0; warm < 3; warm++) await each();
    const start = performance.now();
    await run.each[0]!();
    const once = performance.now() - start;
    run.repeat = Math.max(1, Math.min(run.name === 'web' || run.name === 'node' ? 20 : 2000, Math.floor(8 / once)));
  }
  for (const run of runs) for (let at = 0; at < run.repeat * 2; at++) for (const each of run.each) await each();
  await new Promise((resolve) => setTimeout(resolve, 30));
  for (let round = 0; round < rounds; round++)
    for (const run of runs)
      for (const [at, each] of run.each.entries()) {
        const start = now();
        if (run.name === 'web' || run.name === 'node') for (let turn = 0; turn < run.repeat; turn++) await each();
        else for (let turn = 0; turn < run.repeat; turn++) each();
        run.times[at]!.push((now() - start) / run.repeat);
      }
}

/** A whole network of a family, inputs and outputs copied as onnxruntime does. */
async function network(name: string, graph: Graph): Promise<void> {
  const bytes = encodeModel(graph);
  const program = optimise(lowerGraph(graph).program!);
  const { run, translated } = prepare(program, { relaxed, shared: false });
  const given = [...makeInputs(graph.inputs, 1)];
  const inputs = graph.inputs.map(({ type }, at): Tensor => ({ ...type, data: given[at]![1].data as Float32Array }));
  const runs: Run[] = [];
  for (const [label, ort] of [
    ['web', web],
    ['node', native],
  ] as const) {
    const session = await ort.InferenceSession.create(bytes, {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    });
    const feeds = Object.fromEntries(
      given.map(([input, { type, data, dims }]) => [
        input,
        new ort.Tensor(type as 'float32', data as Float32Array, dims),
      ]),
    ) as never;
    runs.push({ name: label, each: [() => session.run(feeds)], times: [[]], repeat: 1 });
  }
  runs.push({ name: 'ours', each: [() => run(inputs)], times: [[]], repeat: 1 });
  await race(runs);
  const [webTime, nodeTime, time] = runs.map(({ times }) => median(times[0]!));
  const hosts = translated.steps.filter(({ kind }) => kind === 'host').length;
  console.log(
    `  ${name.padEnd(40)} ${time!.toFixed(4).padStart(9)} ${webTime!.toFixed(4).padStart(9)} ${nodeTime!.toFixed(4).padStart(9)} ` +
      `${(webTime! / time!).toFixed(2).padStart(8)} ${(nodeTime! / time!).toFixed(2).padStart(9)}   ${translated.steps.length} steps, ${hosts} interpreted`,
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
