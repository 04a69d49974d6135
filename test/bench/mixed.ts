// Plans over all runtimes against the best runtime alone: the device is calibrated, each model planned, the plan tried as the
// agent does, and then it and every runtime alone measured anew, in turns, one thread. Two sessions of one runtime differ, so
// each is opened anew several times and medians are compared; where the plan is one runtime, its ratio to that runtime alone
// tells what is left of that. Beside the ratio of what was kept stands that of the plan as it was predicted, before it was
// tried. Words after the name choose models:
// `node --conditions=edgewright-source test/bench/mixed.ts mobile`.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deviceCalibration } from '@edgewright/agent/runtimes/calibration.js';
import { openJit } from '@edgewright/agent/runtimes/jit.js';
import { openOrt } from '@edgewright/agent/runtimes/ort.js';
import { openOrtWeb } from '@edgewright/agent/runtimes/ort-web.js';
import type { Session, Tensor } from '@edgewright/agent/runtimes/runtime.js';
import { timeTogether } from '@edgewright/agent/runtimes/stopwatch.js';
import { compileModel } from '@edgewright/core/graph/compile.js';
import { planModel } from '@edgewright/core/graph/search/plan.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { familyOf } from '@edgewright/core/models/families.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import type { FamilyName } from '@edgewright/schemas/generated/record.js';

const sweep = `edgewright: sweep/v1
name: mixed
models:
  - { family: fc, axes: { layers: [2, 8], nodes: [256, 1024], batch: [1, 16] } }
  - { family: cnn, axes: { filters: [8, 32], image: [32, 96] } }
  - { family: rnn, axes: { cell: [lstm, gru], embed: [64, 256] } }
  - { family: transformer, axes: { layers: [2], hidden: [64, 256], length: [32, 128] } }
  - { family: mobile, axes: { width: [0.25, 1], image: [96] } }
`;

/** Cases of the ONNX project whose weights are numbers of one value: networks without their files. */
const light = new URL('../../../shared/onnx-cases/light/', import.meta.url).pathname;

const wanted = process.argv.slice(2);
/** Of each model and runtime. */
const sessionsEach = 7;
const data = mkdtempSync(join(tmpdir(), 'mixed-'));
const load = { threads: 1, optimization: 'all' } as const;
const others = [await openOrt(), await openOrtWeb(1)];
const jit = openJit(webAssembly, { data, others: async () => others });
const begin = performance.now();
const calibration = await deviceCalibration({ folder: data, api: webAssembly!, others, threads: 1 });
await jit.prepare?.();
console.log(`calibrated in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
console.log(
  `${'model'.padEnd(46)} nodes planned in ms   jit ms   ort ms   web ms  kept/best  predicted plan/best  error`,
);
const ratios: number[] = [];
const same: number[] = [];
const predicted: number[] = [];
const errors: number[] = [];
for (const { name, bytes } of [...familyModels(), ...lightModels()])
  if (wanted.length === 0 || wanted.some((word) => name.includes(word))) await measure(name, bytes());
print('kept over the best runtime alone', ratios);
print('of these, kept is one runtime: over the same runtime opened again', same);
print('the predicted plan over the best runtime alone', predicted);
print('prediction error of runtimes alone, |ln(predicted / measured)|', errors);
rmSync(data, { recursive: true, force: true });
process.exit(0);

async function measure(name: string, bytes: Uint8Array): Promise<void> {
  const model = { kind: 'bytes', bytes } as const;
  const compiled = compileModel(decodeModel(bytes));
  const start = performance.now();
  const plan = planModel(compiled, { calibration, others: others.map((each) => each.name), isMixed: true })!;
  const planning = performance.now() - start;
  const inputs = makeInputs(compiled.graph.inputs, 1) as ReadonlyMap<string, Tensor>;
  let tried: Session['plan'];
  const times = [jit, jit, ...others].map((): number[] => []);
  for (let turn = 0; turn < sessionsEach; turn++) {
    const sessions: Session[] = [await jit.load(model, { ...load, mixed: true })];
    for (const runtime of [jit, ...others]) sessions.push(await runtime.load(model, load));
    tried ??= sessions[0]!.plan!;
    // Of long ones few rounds are enough.
    const rounds = tried.measured! > 5 ? 5 : 20;
    const made = await timeTogether(
      sessions.map((session) => session.bind(inputs)),
      { rounds, warm: 60, least: 1 },
    );
    for (const [at, time] of made.entries()) times[at]!.push(time);
    for (const session of sessions) await session.close();
  }
  const [kept, ...alone] = times.map(median) as [number, ...number[]];
  const least = Math.min(...alone);
  ratios.push(kept / least);
  const [only, ...more] = tried!.parts;
  const names = ['jit', ...others.map((each) => each.name)];
  if (more.length === 0) same.push(kept / alone[names.indexOf(only!.runtime)]!);
  // As they were tried, the plan that was predicted and the runtimes alone.
  const all = [tried!, ...tried!.alternatives];
  const runtimeOf = plan.parts.map(({ runtime }) => runtime).join(' + ');
  const first = all.find(
    (each) => ('parts' in each ? each.parts.map((part) => part.runtime).join(' + ') : each.runtime) === runtimeOf,
  );
  const singles = all.filter((each) => ('parts' in each ? each.parts.length === 1 : !each.runtime.includes('+')));
  const triedLeast = Math.min(...singles.map(({ measured }) => measured!));
  predicted.push(first!.measured! / triedLeast);
  for (const each of singles) if (each.predicted) errors.push(Math.abs(Math.log(each.predicted / each.measured!)));
  const figures = [
    String(compiled.graph.nodes.length).padStart(5),
    planning.toFixed(1).padStart(13),
    ...alone.map((time) => (time / 1e6).toFixed(3).padStart(8)),
    (kept / least).toFixed(3).padStart(10),
    (first!.measured! / triedLeast).toFixed(3).padStart(10),
  ];
  const parts = tried!.parts.map(({ runtime, from, to }) => `${runtime} ${from}-${to}`).join(', ');
  const guesses = all.map((each) => `${(each.predicted ?? 0).toFixed(2)}~${each.measured!.toFixed(2)}`).join(' ');
  console.log(`${name.padEnd(46)} ${figures.join(' ')}  ${runtimeOf} -> ${parts}; predicted~measured ${guesses}`);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function print(name: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(3);
  console.log(`${name}: median ${at(0.5)}, 90th percentile ${at(0.9)}, greatest ${at(1)} of ${values.length}`);
}

function familyModels() {
  return (checkSweep(sweep, new Map()).points ?? []).map(({ point }) => {
    const { family, parameters } = point.model;
    const words = ['layers', 'nodes', 'batch', 'filters', 'image', 'cell', 'embed', 'hidden', 'length', 'width'];
    const axes = Object.entries(parameters).filter(([name]) => words.includes(name));
    return {
      name: `${family} ${axes.map(([name, value]) => `${name} ${value}`).join(' ')}`,
      bytes: () => encodeModel(familyOf(family as Exclude<FamilyName, 'onnx'>).build(parameters, 'float32', 1)),
    };
  });
}

function lightModels() {
  if (!existsSync(light)) return [];
  return readdirSync(light)
    .filter((name) => name.endsWith('.onnx'))
    .map((name) => ({ name, bytes: () => new Uint8Array(readFileSync(join(light, name))) }));
}
