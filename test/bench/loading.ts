// What a session costs before its first result, of jit against ort-web, one thread each: CPU time of the process from the
// bytes of a model, and memory. `warm` is a fresh session where others were before it, both runtimes in turns in one process,
// medians over the rounds; `cold` is the first session of a process that has imported the runtime. `MB` is what a process
// grows by from before it imports the runtime until the first result is there and the model's bytes are let go, and the
// WebAssembly memory in it. Algorithms are chosen by rates of this machine, as an agent's are; phases are those of the rules.
// Words after the name choose models: `node --conditions=edgewright-source test/bench/loading.ts rnn resnet`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import { openOrtWeb } from '@edgewright/agent/runtimes/ort-web.js';
import type { Runtime, Tensor } from '@edgewright/agent/runtimes/runtime.js';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { pagesOf, translateProgram, writeConstants } from '@edgewright/core/graph/wasm/backend/program.js';
import { targetOf, webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { familyOf } from '@edgewright/core/models/families.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import type { FamilyName } from '@edgewright/schemas/generated/record.js';
import type { Cold } from './process/first.ts';

const rounds = 7;
/** Rounds before them, in which engines make their fast code of both runtimes. */
const warmUps = 3;
const coldRounds = 3;

interface Model {
  readonly group: string;
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

const families = `edgewright: sweep/v1
name: loading
models:
  - { family: fc, axes: { layers: [1, 16], nodes: [64, 1024] } }
  - { family: cnn, axes: { blocks: [1, 2], filters: [8, 32], image: [32, 64] } }
  - { family: rnn, axes: { cell: [rnn, lstm, gru], embed: [64, 256] } }
  - { family: transformer, axes: { layers: [1, 4], hidden: [64, 128], length: [16, 64] } }
  - { family: mobile, axes: { width: [0.25, 0.5], image: [64, 128] } }
`;

/** Cases of the ONNX project whose weights are numbers of one value: networks without their files. */
const light = new URL('../../../shared/onnx-cases/light/', import.meta.url).pathname;

const folder = mkdtempSync(join(tmpdir(), 'edgewright-loading-'));
try {
  const wanted = process.argv.slice(2);
  const models = [...familyModels(), ...lightModels()].filter(
    ({ group, name }) => wanted.length === 0 || wanted.some((word) => `${group} ${name}`.includes(word)),
  );
  await compare(models);
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(0);

async function compare(models: readonly Model[]): Promise<void> {
  const jit = openJit(webAssembly, { data: folder });
  await jit.prepare?.();
  const runtimes = [jit, await openOrtWeb(1)] as const;
  console.log(
    `  jit / ort-web ${runtimes[1].version}, ms of CPU time and MB; phases of jit in ms, medians of ${rounds}\n`,
  );
  const rows: { group: string; warm: number; cold: number; memory: number }[] = [];
  for (const { group, name, bytes: make } of models) {
    const bytes = make();
    const warm: number[][] = [[], []];
    const phases: Record<string, number>[] = [];
    for (let round = -warmUps; round < rounds; round++) {
      for (const turn of [0, 1]) {
        const at = (turn + round + warmUps) % 2;
        const time = await firstResult(runtimes[at]!, bytes);
        if (round >= 0) warm[at]!.push(time);
      }
      const parts = phasesOf(bytes);
      if (round >= 0) phases.push(parts);
    }
    writeFileSync(join(folder, 'model.onnx'), bytes);
    const cold = (['jit', 'ort-web'] as const).map((runtime) =>
      Array.from({ length: coldRounds }, () => firstOfProcess(runtime)),
    );
    const [ours, theirs] = cold.map((list) => ({
      time: median(list.map(({ time }) => time)),
      grown: median(list.map(({ grown }) => grown)),
      wasm: median(list.map(({ wasm }) => wasm)),
    })) as [Cold, Cold];
    const ratio = median(warm[0]!.map((time, round) => time / warm[1]![round]!));
    rows.push({ group, warm: ratio, cold: ours.time / theirs.time, memory: ours.grown / theirs.grown });
    const pair = (a: number, b: number): string => `${a.toFixed(1)} / ${b.toFixed(1)}`.padEnd(15);
    const parts = Object.keys(phases[0]!).map((key) => `${key} ${median(phases.map((each) => each[key]!)).toFixed(1)}`);
    console.log(
      `  ${name.padEnd(41)} warm ${pair(median(warm[0]!), median(warm[1]!))} ${ratio.toFixed(2)}  cold ${pair(ours.time, theirs.time)}` +
        `  MB ${pair(ours.grown, theirs.grown)} of which WebAssembly ${pair(ours.wasm, theirs.wasm)}`,
    );
    console.log(`  ${''.padEnd(41)} ${parts.join(', ')}`);
  }
  console.log();
  for (const group of [...new Set(rows.map((row) => row.group)), 'all']) {
    const list = group === 'all' ? rows : rows.filter((row) => row.group === group);
    const of = (key: 'warm' | 'cold' | 'memory'): string => {
      const values = list.map((row) => row[key]);
      return `${key} ${geometricMean(values).toFixed(2)}, most ${Math.max(...values).toFixed(2)}`;
    };
    console.log(
      `  ${group.padEnd(12)} ${list.length} models, jit / web: ${of('warm')}; ${of('cold')}; ${of('memory')}`,
    );
  }
}

async function firstResult(runtime: Runtime, bytes: Uint8Array): Promise<number> {
  const given = inputsOf(bytes);
  const begin = process.cpuUsage();
  const session = await runtime.load({ kind: 'bytes', bytes }, { threads: 1, optimization: 'all' });
  await session.bind(given)();
  const { user, system } = process.cpuUsage(begin);
  await session.close();
  return (user + system) / 1000;
}

function inputsOf(bytes: Uint8Array): ReadonlyMap<string, Tensor> {
  return makeInputs(importModel(decodeModel(bytes)).inputs, 1);
}

/** Of wall time. */
function phasesOf(bytes: Uint8Array): Record<string, number> {
  const api = webAssembly!;
  const times: Record<string, number> = {};
  const timed = <Result>(name: string, make: () => Result): Result => {
    const begin = performance.now();
    const result = make();
    times[name] = performance.now() - begin;
    return result;
  };
  const model = timed('decode', () => decodeModel(bytes));
  const graph = timed('import', () => importModel(model));
  const lowered = timed('lower', () => lowerGraph(graph).program!);
  const program = timed('passes', () => optimise(lowered, { verify: false }));
  const plan = timed('plan', () => planMemory(program));
  const translated = timed('translate', () => translateProgram(program, plan, { target: targetOf(api) }));
  timed('module', () => new api.Module(translated.code));
  const pages = pagesOf(translated);
  timed('constants', () =>
    writeConstants(translated, new api.Memory({ initial: pages, maximum: pages, shared: false }).buffer),
  );
  const run = instantiate(api, program, translated);
  const given = [...makeInputs(graph.inputs, 1).values()].map(
    ({ data }) => new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  );
  timed('first run', () => run(given));
  return times;
}

function firstOfProcess(runtime: 'jit' | 'ort-web'): Cold {
  const script = new URL('process/first.ts', import.meta.url).pathname;
  const options = [
    '--conditions=edgewright-source',
    '--expose-gc',
    script,
    runtime,
    join(folder, 'model.onnx'),
    folder,
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, options, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Cold;
}

function familyModels(): Model[] {
  const { sweep, points, diagnostics } = checkSweep(families, new Map());
  if (sweep === undefined || points === undefined) throw new Error(JSON.stringify(diagnostics));
  return points.map(({ point: { model } }) => {
    const family = familyOf(model.family as Exclude<FamilyName, 'onnx'>);
    const axes = sweep.models.find((each) => each.family === model.family)!.axes;
    const words = axes.map(({ name }) => `${name} ${model.parameters[name]}`);
    const bytes = (): Uint8Array => encodeModel(family.build(model.parameters, 'float32', 1));
    return { group: model.family, name: `${model.family} ${words.join(' ')}`, bytes };
  });
}

function lightModels(): Model[] {
  if (!existsSync(light)) {
    console.log(`  skipped: the cases of the ONNX project are not in ${light}`);
    return [];
  }
  return readdirSync(light)
    .filter((file) => file.endsWith('.onnx'))
    .map((file) => ({ group: 'light', name: file, bytes: () => readFileSync(join(light, file)) }));
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
