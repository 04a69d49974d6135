// What the search's choices cost against exhaustive measurement. The device is calibrated, then every graph planned: its
// kernels' candidates are all measured, each kernel alone, in turns, one thread, the fastest of the rounds. Regret is the
// time of what was chosen over that of the best; that of the rules stands beside it. Words after the name choose graphs:
// `node --conditions=edgewright-source test/bench/search.ts cnn`.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibrateCompiler, prepare } from '@edgewright/agent/runtimes/calibrate.js';
import { timeTogether } from '@edgewright/agent/runtimes/stopwatch.js';
import { compileModel } from '@edgewright/core/graph/compile.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { outputsOf, readsOf, renumber } from '@edgewright/core/graph/program/reads.js';
import { planKernels, predictKernel } from '@edgewright/core/graph/search/kernels.js';
import { candidatesOf, loopBody } from '@edgewright/core/graph/wasm/backend/candidates.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { familyOf } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import type { FamilyName } from '@edgewright/schemas/generated/record.js';

const sweep = `edgewright: sweep/v1
name: search
models:
  - { family: fc, axes: { layers: [2], nodes: [64, 256, 1024], batch: [1, 4, 32] } }
  - { family: cnn, axes: { filters: [8, 16, 32, 64], image: [32, 64, 128] } }
  - { family: rnn, axes: { cell: [rnn, lstm, gru], embed: [64, 256] } }
  - { family: transformer, axes: { layers: [2], hidden: [64, 128, 256], length: [16, 64, 128] } }
  - { family: mobile, axes: { width: [0.25, 0.5, 1], image: [64, 128] } }
`;

/** Cases of the ONNX project whose weights are numbers of one value: networks without their files. */
const light = new URL('../../../shared/onnx-cases/light/', import.meta.url).pathname;

interface Model {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

interface Measured {
  /** Nanoseconds by candidate, in order. */
  readonly times: readonly number[];
  readonly predicted: readonly number[];
}

const wanted = process.argv.slice(2);
const api = webAssembly!;
const begin = performance.now();
const rates = await calibrateCompiler(api);
console.log(`calibrated in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
const known = new Map<string, Measured>();
const graphs: { regret: number; rules: number }[] = [];
const plannings: number[] = [];
console.log(`${'graph'.padEnd(56)} kernels  regret   rules  planned in ms`);
for (const { name, bytes } of [...familyModels(), ...lightModels()]) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  const { program } = compileModel(decodeModel(bytes()));
  if (program === undefined) continue;
  const start = performance.now();
  planKernels(program, rates);
  const planning = performance.now() - start;
  plannings.push(planning);
  let [count, chosen, best, rules] = [0, 0, 0, 0];
  for (const { body, kernel, times } of choosable(program, 1)) {
    const measured = await measure(body, kernel);
    const least = indexOfLeast(measured.predicted);
    count++;
    chosen += times * measured.times[least]!;
    best += times * Math.min(...measured.times);
    rules += times * measured.times[0]!;
  }
  if (count === 0) continue;
  graphs.push({ regret: chosen / best - 1, rules: rules / best - 1 });
  const numbers = [chosen / best - 1, rules / best - 1].map((value) => `${(100 * value).toFixed(1)} %`.padStart(7));
  console.log(
    `${name.padEnd(56)} ${String(count).padStart(7)} ${numbers.join(' ')} ${planning.toFixed(1).padStart(8)}`,
  );
}
const every = [...known.values()];
const errors = every.flatMap(({ times, predicted }) =>
  times.map((time, at) => Math.abs(Math.log(predicted[at]! / time))),
);
console.log(`\n${graphs.length} graphs, ${every.length} different kernels with ${errors.length} candidates`);
print(
  'regret of graphs',
  graphs.map(({ regret }) => regret),
);
print(
  'that of the rules',
  graphs.map((each) => each.rules),
);
print('regret of kernels', every.map(loss));
print('prediction error, |ln(predicted / measured)|', errors);
console.log(`planning: at most ${Math.max(...plannings).toFixed(1)} ms`);
process.exit(0);

function loss({ times, predicted }: Measured): number {
  return times[indexOfLeast(predicted)]! / Math.min(...times) - 1;
}

function print(name: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => `${(100 * sorted[Math.floor(share * (sorted.length - 1))]!).toFixed(1)} %`;
  console.log(`${name}: median ${at(0.5)}, 90th percentile ${at(0.9)}, greatest ${at(1)}`);
}

function indexOfLeast(values: readonly number[]): number {
  return values.indexOf(Math.min(...values));
}

interface Choosable {
  readonly body: Program;
  readonly kernel: Kernel;
  /** How often an inference runs it. */
  readonly times: number;
}

function choosable(program: Program, times: number): readonly Choosable[] {
  return program.kernels.flatMap((kernel): readonly Choosable[] => {
    if (kernel.kind === 'loop') {
      const turns = kernel.count !== undefined && 'fixed' in kernel.count ? kernel.count.fixed : 1;
      return choosable(loopBody(program, kernel), times * turns);
    }
    return candidatesOf(program, kernel).length > 1 ? [{ body: program, kernel, times }] : [];
  });
}

async function measure(body: Program, kernel: Kernel): Promise<Measured> {
  const { program, kernel: alone } = extract(body, kernel);
  const shapes = program.tensors.map(({ type, shape, constant }) => `${type}${shape}${constant ? 'c' : ''}`);
  const { nodes: _, ...plain } = alone;
  const key = JSON.stringify([shapes, plain], (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
  const seen = known.get(key);
  if (seen !== undefined) return seen;
  const candidates = candidatesOf(program, alone);
  const runs = candidates.map((candidate) => prepare(api, program, alone, candidate));
  const times = await timeTogether(runs, { rounds: 9, warm: 8, least: 0.5 });
  const predicted = candidates.map((candidate) => predictKernel(program, alone, rates, () => candidate)! * 1e6);
  const measured = { times, predicted };
  known.set(key, measured);
  return measured;
}

/** A program of the kernel alone: what it reads and is not constant are the inputs. */
function extract(body: Program, kernel: Kernel): { readonly program: Program; readonly kernel: Kernel } {
  const reads = [...new Set(readsOf(kernel))];
  const made = outputsOf(kernel);
  const ids = new Map([...reads, ...made].map((id, at) => [id, at]));
  const renamed = renumber(kernel, (id) => ids.get(id)!);
  const port = (id: number) => ({ name: String(id), tensor: ids.get(id)! });
  const program: Program = {
    name: 'kernel',
    tensors: [...ids.keys()].map((id) => body.tensors[id]!),
    inputs: reads.filter((id) => body.tensors[id]!.constant === undefined).map(port),
    outputs: made.map(port),
    kernels: [renamed],
  };
  return { program, kernel: renamed };
}

function familyModels(): readonly Model[] {
  return (checkSweep(sweep, new Map()).points ?? []).map(({ point }): Model => {
    const { family, parameters } = point.model;
    const axes = Object.entries(parameters).filter(([name]) =>
      ['nodes', 'batch', 'filters', 'image', 'cell', 'embed', 'hidden', 'length', 'width'].includes(name),
    );
    return {
      name: `${family} ${axes.map(([name, value]) => `${name} ${value}`).join(' ')}`,
      bytes: () => encodeModel(familyOf(family as Exclude<FamilyName, 'onnx'>).build(parameters, 'float32', 1)),
    };
  });
}

function lightModels(): readonly Model[] {
  if (!existsSync(light)) return [];
  return readdirSync(light)
    .filter((name) => name.endsWith('.onnx'))
    .map((name) => ({ name, bytes: () => readFileSync(join(light, name)) }));
}
