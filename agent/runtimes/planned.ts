// Models that jit does not have alone: parts on onnxruntime, because nodes are not compiled, or because a part was found to be
// faster there.
import type { Compiled } from '@edgewright/core/graph/compile.js';
import type { OpenGraph } from '@edgewright/core/graph/graph.js';
import { cutGraph } from '@edgewright/core/graph/search/cut.js';
import { type Alternative, type Plan, planModel } from '@edgewright/core/graph/search/plan.js';
import type { WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeModel, needsExternal } from '@edgewright/core/onnx/write.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { deviceCalibration } from './calibration.ts';
import { joinSessions, type SessionPart } from './mixed.ts';
import { keepPlan, keptPlan } from './plans.ts';
import type { LoadOptions, Runtime, Session, Tensor } from './runtime.ts';
import { type Rounds, timeTogether } from './stopwatch.ts';

export interface PlanningOptions {
  /** The agent's data folder; undefined: nothing is measured of the device, and nothing kept. */
  readonly data?: string | undefined;
  /** Measures the device, or knows what was measured. */
  readonly calibrate?: typeof deviceCalibration | undefined;
  /** Opens the onnxruntimes that parts may go to, those to be preferred first. */
  readonly others?: ((threads: number) => Promise<readonly Runtime[]>) | undefined;
  /** How long plans are tried. */
  readonly trial?: Rounds | undefined;
}

export interface Planning extends PlanningOptions {
  readonly api: WebAssemblyApi;
  /** Opens what is compiled whole. */
  readonly open: (compiled: Compiled) => Promise<Session>;
  /** As the model was compiled. */
  readonly recompile: (graph: OpenGraph) => Compiled;
  /** Of the model and of all that it was compiled with. */
  readonly identity: () => Promise<string>;
}

/** Rejects with `runtime-refused` where a node can run nowhere. */
export async function openPlanned(compiled: Compiled, load: LoadOptions, planning: Planning): Promise<Session> {
  const isMixed = load.mixed === true;
  const all = (await planning.others?.(load.threads)) ?? [];
  const others = all.filter(({ name }) => load.runtimes === undefined || load.runtimes.includes(name));
  const { data } = planning;
  // One is enough for what is not compiled.
  if (!isMixed || data === undefined) {
    const used = others.slice(0, 1);
    const plan = planModel(compiled, { others: used.map(({ name }) => name), isMixed: false });
    if (plan === undefined) throw notLowered(compiled.unsupported);
    return openPlan(compiled, plan, load, used, planning);
  }
  const { api, identity, calibrate = deviceCalibration } = planning;
  const calibration = await calibrate({ folder: data, api, others, threads: load.threads });
  const key = [await identity(), load.threads, calibration.fingerprint];
  const known = await keptPlan(data, key);
  const names = new Set<string>(['jit', ...others.map(({ name }) => name)]);
  const fits =
    known?.parts.at(-1)?.to === compiled.graph.nodes.length && known.parts.every(({ runtime }) => names.has(runtime));
  if (known !== undefined && fits) return openPlan(compiled, known, load, others, planning);
  // Without a rate it is the compiler's anyway, and who waits would wait for the plan too.
  const isBlind = load.untried === true && Object.keys(calibration.runtimes).length === 0;
  if (isBlind && compiled.program !== undefined && compiled.unsupported.length === 0) return planning.open(compiled);
  const plan = planModel(compiled, { calibration, others: others.map(({ name }) => name), isMixed });
  if (plan === undefined) throw notLowered(compiled.unsupported);
  const plans = [plan, ...plan.alternatives.map((alternative) => singlePlan(compiled, plan, alternative))];
  if (load.untried === true) return openFirst(compiled, plans, load, others, planning);
  const session = await tryPlans(compiled, plans, load, others, planning);
  // One that could not be tried, or is not kept in a folder that cannot be written, is tried again.
  if (session.plan?.measured !== undefined) await keepPlan(data, key, session.plan).catch(() => undefined);
  return session;
}

/** A runtime alone is kept unless parts are faster by more than this: predictions of parts err to their favour. */
const margin = 0.98;

/** Short rounds, many of them: one that nothing disturbs is enough. */
const trial: Rounds = { rounds: 25, warm: 50, least: 1 };

/** The first that opens. Rejects as the first does not. */
async function openFirst(
  compiled: Compiled,
  plans: readonly Plan[],
  load: LoadOptions,
  others: readonly Runtime[],
  planning: Planning,
): Promise<Session> {
  const faults: unknown[] = [];
  for (const plan of plans) {
    try {
      return await openPlan(compiled, plan, load, others, planning);
    } catch (error) {
      faults.push(error);
    }
  }
  throw faults[0];
}

/**
 * Opens the plan and every runtime alone, and tries them in turns: what is predicted to be the fastest may not be. One that
 * refuses the model, or fails, is out. Rejects as the first where none opens.
 */
async function tryPlans(
  compiled: Compiled,
  plans: readonly Plan[],
  load: LoadOptions,
  others: readonly Runtime[],
  planning: Planning,
): Promise<Session> {
  const opened: { readonly plan: Plan; readonly session: Session }[] = [];
  const faults: unknown[] = [];
  try {
    for (const plan of plans) {
      try {
        opened.push({ plan, session: await openPlan(compiled, plan, load, others, planning) });
      } catch (error) {
        faults.push(error);
      }
    }
    if (opened.length === 0) throw faults[0];
    const times = await timesOf(
      compiled,
      opened.map(({ session }) => session),
      planning.trial ?? trial,
    );
    const weighed = times.map((time, at) => (opened[at]!.plan.parts.length > 1 ? time / margin : time));
    const best = weighed.indexOf(Math.min(...weighed));
    const [{ plan, session }] = opened.splice(best, 1) as [(typeof opened)[number]];
    // What failed has no time.
    const measured = (at: number) => (Number.isFinite(times[at]) ? { measured: times[at]! } : {});
    const alternatives = opened.map((other, at): Alternative => {
      const runtime = other.plan.parts.map((part) => part.runtime).join(' + ');
      const { predicted } = other.plan;
      return { runtime, ...(predicted !== undefined && { predicted }), ...measured(at < best ? at : at + 1) };
    });
    return { ...session, plan: { ...plan, ...measured(best), alternatives } };
  } finally {
    for (const { session } of opened) await session.close();
  }
}

/** Milliseconds of an inference of each; infinite where it fails with inputs that are made for it. */
async function timesOf({ graph }: Compiled, sessions: readonly Session[], rounds: Rounds): Promise<readonly number[]> {
  const runs = new Map<number, () => Promise<unknown>>();
  for (const [at, session] of sessions.entries()) {
    try {
      const run = session.bind(makeInputs(graph.inputs, 1) as ReadonlyMap<string, Tensor>);
      await run();
      runs.set(at, run);
    } catch {
      // Made inputs need not suit a model: what is wrong with it is told by those that it is given.
    }
  }
  const times = await timeTogether([...runs.values()], rounds);
  const known = new Map([...runs.keys()].map((at, index) => [at, times[index]! / 1e6]));
  return sessions.map((_, at) => known.get(at) ?? Number.POSITIVE_INFINITY);
}

function singlePlan({ graph }: Compiled, plan: Plan, { runtime, predicted }: Alternative): Plan {
  const time = predicted === undefined ? {} : { predicted };
  const part = {
    runtime,
    from: 0,
    to: graph.nodes.length,
    reason: 'the fastest when tried',
    ...time,
    alternatives: [],
  };
  const { predicted: _, ...rest } = plan;
  return { ...rest, ...time, parts: [part], alternatives: [] };
}

async function openPlan(
  compiled: Compiled,
  plan: Plan,
  load: LoadOptions,
  others: readonly Runtime[],
  { open, recompile }: Planning,
): Promise<Session> {
  const { graph } = compiled;
  const parts: SessionPart[] = [];
  try {
    for (const { runtime, from, to } of plan.parts) {
      const isWhole = from === 0 && to === graph.nodes.length;
      const part = isWhole ? graph : cutGraph(compiled, from, to);
      const session = await openPart(runtime, part, isWhole ? compiled : undefined);
      const [inputs, outputs] = [part.inputs, part.outputs].map((list) => list.map(({ name }) => name));
      parts.push({ session, inputs: inputs!, outputs: outputs! });
    }
  } catch (error) {
    for (const { session } of parts) await session.close();
    throw error;
  }
  const [only] = parts;
  if (only !== undefined && parts.length === 1)
    return { ...only.session, description: describePlan(plan, parts), plan };
  const inputs = graph.inputs.map(({ name, type: { type, shape } }) => ({ name, type, shape }));
  const outputs = graph.outputs.map(({ name }) => name);
  return { ...joinSessions(parts, inputs, outputs, describePlan(plan, parts)), plan };

  async function openPart(name: string, part: OpenGraph, whole: Compiled | undefined): Promise<Session> {
    if (name === 'jit') return open(whole ?? recompile(part));
    const runtime = others.find((each) => each.name === name);
    if (runtime === undefined) throw new Error(`a plan with ${name}, which is not open`);
    try {
      return await runtime.load({ kind: 'bytes', bytes: written(part) }, load);
    } catch (error) {
      const isForced = part.nodes.some((node) => compiled.unsupported.some((each) => each.node === node));
      const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
      // What ran out of memory was not refused.
      if (error instanceof CodedError || !isForced || /alloc|memory/i.test(reason)) throw error;
      throw notLowered(compiled.unsupported, `${name} refuses them (${reason})`);
    }
  }
}

function written(part: OpenGraph): Uint8Array {
  const opsets = new Set(part.nodes.map(({ opset }) => opset ?? part.opset));
  if (opsets.size > 1 || needsExternal(part))
    throw new CodedError(
      'runtime-refused',
      opsets.size > 1
        ? `A part of the model has nodes of the opsets ${[...opsets].join(' and ')}, and no file can have both.`
        : 'A part of the model that jit does not compile has more weights than one file holds.',
      'Sweep this model over ort or ort-web.',
    );
  const [opset = part.opset] = opsets;
  return encodeModel({ ...part, opset });
}

/** Such as `jit: nodes 0 to 11 (12 kernels in WebAssembly); ort: node 12 (not compiled: ...)`. */
function describePlan({ parts }: Plan, sessions: readonly SessionPart[]): string {
  return parts
    .map(({ runtime, from, to, reason }, at) => {
      const nodes = to - from === 1 ? `node ${from}` : `nodes ${from} to ${to - 1}`;
      return `${runtime}: ${nodes} (${sessions[at]!.session.description || reason})`;
    })
    .join('; ');
}

/** Nodes that a message names: those behind the first often only follow from it. */
const named = 5;

/** @param why No other runtime has them. */
export function notLowered(unsupported: Compiled['unsupported'], why = 'no onnxruntime is there for them'): CodedError {
  const nodes = unsupported.slice(0, named).map(({ node, op, reason }) => `${op} "${node.name}" (${reason})`);
  const rest = unsupported.length > named ? `, and ${unsupported.length - named} more` : '';
  return new CodedError(
    'runtime-refused',
    `jit does not execute nodes of the model, and ${why}: ${nodes.join(', ')}${rest}.`,
    'Install onnxruntime-node or onnxruntime-web beside the agent, or export the model without these ops.',
  );
}
