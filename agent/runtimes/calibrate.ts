// Measures what a device does of each kind of work, once: the graphs are core's, the clock and the runtimes are here.
import { performance } from 'node:perf_hooks';
import { bytesOf, type Graph, type TensorType } from '@edgewright/core/graph/graph.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { fitRates, type Rates, type Sample } from '@edgewright/core/graph/search/calibration.js';
import { type CalibrationGraph, calibrationGraphs } from '@edgewright/core/graph/search/samples.js';
import { type Choose, plainCandidate, type Work, workOf } from '@edgewright/core/graph/search/work.js';
import { type Candidate, candidatesOf } from '@edgewright/core/graph/wasm/backend/candidates.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { targetOf, type WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Runtime, Tensor } from './runtime.ts';
import { type Run, timeTogether } from './stopwatch.ts';

/** Of our compiler, on one thread: each candidate of every kernel. */
export async function calibrateCompiler(api: WebAssemblyApi, graphs = calibrationGraphs()): Promise<Rates> {
  return fit(await measureCompiled(api, graphs));
}

/** Of an onnxruntime. */
export async function calibrateRuntime(
  runtime: Runtime,
  threads: number,
  graphs = calibrationGraphs(),
): Promise<Rates> {
  return fit(await measureRuntime(runtime, threads, graphs));
}

/** The first graph does nothing: what is left of its time once its own work is taken is the inference's. */
function fit(samples: readonly Sample[]): Rates {
  return fitRates(samples, samples[0]!.time * idle);
}

/** The share of the smallest inference that is not its one node's. */
const idle = 0.8;

/** Every candidate of the compiler's. */
async function measureCompiled(api: WebAssemblyApi, graphs: readonly CalibrationGraph[]): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const { build } of graphs) {
    const program = compiled(build());
    const kernel = mainOf(program);
    const candidates = candidatesOf(program, kernel);
    const choices = candidates.length === 0 ? [undefined] : candidates;
    const runs = choices.map((candidate) => prepare(api, program, kernel, candidate));
    for (const [at, time] of (await timeTogether(runs)).entries())
      samples.push({ works: worksOf(program, kernel, () => choices[at]), time });
  }
  return samples;
}

function compiled(graph: Graph): Program {
  return optimise(lowerGraph(graph).program!, { verify: false });
}

/** The kernel that a graph of one node is measured for: others of it only move data. */
function mainOf({ kernels }: Program): Kernel {
  return kernels.find(({ kind }) => kind !== 'raster') ?? kernels.at(-1)!;
}

/** Of the whole program, the main kernel's first. */
function worksOf(program: Program, kernel: Kernel, choose: Choose): readonly Work[] {
  return [kernel, ...program.kernels.filter((each) => each !== kernel)].flatMap((each) =>
    workOf(program, each, choose),
  );
}

/** A run of the program alone. What weights are does not change the time, so that none are packed. */
export function prepare(api: WebAssemblyApi, program: Program, kernel: Kernel, candidate: Candidate | undefined): Run {
  const choices = new Map(candidate === undefined ? [] : [[kernel, candidate] as const]);
  const translated = translateProgram(program, planMemory(program), { target: targetOf(api), choices });
  // Memory that was never written is one page of zeros to the processor.
  const all = { address: 64, bytes: translated.scratch - 64, write: (target: Uint8Array) => target.fill(halves) };
  const run = instantiate(api, program, { ...translated, constants: [all] });
  run(program.inputs.map(({ tensor }) => filled(program.tensors[tensor]!)));
  return () => run([]);
}

/** As float32 about 0.75: neither zero nor denormal. */
const halves = 0x3f;

/** Indices are 0, which is in range. */
function filled({ type, shape }: TensorType): Uint8Array {
  const bytes = new Uint8Array(bytesOf({ type, shape }));
  return type.startsWith('float') ? bytes.fill(halves) : bytes;
}

/** The same graphs by another runtime, as whole inferences. */
async function measureRuntime(
  runtime: Runtime,
  threads: number,
  graphs: readonly CalibrationGraph[],
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const { build } of graphs) {
    const graph = build();
    const program = compiled(graph);
    const kernel = mainOf(program);
    const session = await runtime.load({ kind: 'bytes', bytes: encodeModel(graph) }, { threads, optimization: 'all' });
    const run = session.bind(makeInputs(graph.inputs, 1) as ReadonlyMap<string, Tensor>);
    const [time] = await timeTogether([run]);
    await session.close();
    samples.push({ works: worksOf(program, kernel, plainCandidate), time: time! });
  }
  return samples;
}

/** Nanoseconds a byte: out of one runtime's memory into new memory, and into another's, as what passes between parts. */
export function copyRate(): number {
  const [from, to] = [new Uint8Array(2 ** 20), new Uint8Array(2 ** 20)];
  const times = Array.from({ length: 30 }, () => {
    const begin = performance.now();
    to.set(from.slice());
    return performance.now() - begin;
  });
  // New memory is not always cheap: not the fastest.
  times.sort((a, b) => a - b);
  return (times[Math.floor(times.length / 2)]! * 1e6) / from.length / 2;
}
