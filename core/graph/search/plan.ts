// The plan of a model: which runtime has which nodes and why, which algorithm each kernel takes, what each is predicted to
// take, and what the alternatives were. A document: it is kept, and shown.
import type { Compiled } from '../compile.ts';
import { bytesOf } from '../graph.ts';
import { operationsOf } from '../operations.ts';
import { readNames } from '../order.ts';
import { type Calibration, predictWork, type Rates } from './calibration.ts';
import { type KernelPlan, planKernels } from './kernels.ts';
import { costOfPart, type Part, type Partitioning, type PartitionValue, partition } from './partition.ts';
import { type Choose, plainCandidate, workOf } from './work.ts';

export interface Plan {
  readonly version: 1;
  /** Of the calibration that it rests on; '' where there is none, and then nothing is predicted. */
  readonly fingerprint: string;
  readonly parts: readonly PartPlan[];
  /** Of the program of the whole graph. */
  readonly kernels: readonly KernelPlan[];
  /** Of one inference, in ms. */
  readonly predicted?: number;
  /** ms of one inference, where it was tried. */
  readonly measured?: number;
  /** Other plans that were considered, such as one runtime alone. */
  readonly alternatives: readonly Alternative[];
}

export interface PartPlan {
  readonly runtime: string;
  /** Nodes [from, to) of the imported graph. */
  readonly from: number;
  readonly to: number;
  readonly reason: string;
  readonly predicted?: number;
  /** The same nodes on other runtimes. */
  readonly alternatives: readonly Alternative[];
}

export interface Alternative {
  readonly runtime: string;
  /** ms of one inference. */
  readonly predicted?: number;
  /** ms of one inference, where it was tried. */
  readonly measured?: number;
}

/** Whether it has the form of a plan: what is read from a file may be anything. */
export function isPlan(value: unknown): value is Plan {
  const { version, fingerprint, parts, kernels } = (value ?? {}) as Partial<Record<keyof Plan, unknown>>;
  if (version !== 1 || typeof fingerprint !== 'string' || !Array.isArray(parts) || !Array.isArray(kernels))
    return false;
  let next = 0;
  // The parts are all nodes in order.
  return parts.every((part: Partial<Record<keyof PartPlan, unknown>> | null) => {
    const isNext = part?.from === next && Number.isInteger(part.to) && (part.to as number) > next;
    next = Number(part?.to);
    return isNext && typeof part?.runtime === 'string' && typeof part.reason === 'string';
  });
}

export interface PlanOptions {
  readonly calibration?: Calibration | undefined;
  /** Runtimes that nodes may go to beside jit, in order of preference. */
  readonly others: readonly string[];
  /** Whether nodes that are lowered may go to them too, where that is predicted to be faster. */
  readonly isMixed: boolean;
}

/** ms beside which no prediction counts: a node that is compiled goes to another runtime only where it must. */
const avoided = 1e6;

/**
 * @returns undefined where a node can run on none of the runtimes
 */
export function planModel(compiled: Compiled, options: PlanOptions): Plan | undefined {
  const { calibration, others, isMixed } = options;
  const { graph, program, unsupported } = compiled;
  const runtimes = ['jit', ...others];
  const rates = calibration?.runtimes;
  const { kernels } = program === undefined ? { kernels: [] } : planKernels(program, rates?.jit);
  const places = new Map(graph.nodes.map((node, at) => [node, at]));
  const reasons = new Map(
    unsupported.map(({ node, op, reason }) => [places.get(node), `${op} "${node.name}": ${reason}`]),
  );
  const costs = runtimes.map((name) => nodeCosts(compiled, kernels, name, rates?.[name]));
  const canMix = isMixed && runtimes.every((name) => rates?.[name] !== undefined);
  const free: Partitioning = {
    nodes: graph.nodes.length,
    runtimes,
    cost: (runtime, node) => {
      const isNowhere = isPlaceholder(graph.nodes[node]!.op) || (runtime === 0 && reasons.has(node));
      return isNowhere ? Number.POSITIVE_INFINITY : costs[runtime]![node]!;
    },
    // Without rates the fewest parts are the best, on the runtime that comes first.
    start: (runtime) => (rates?.[runtimes[runtime]!]?.inference ?? 1e6 * (1 + runtime)) / 1e6,
    perByte: (calibration?.copy ?? 0) / 1e6,
    values: valuesOf(compiled),
  };
  const isAvoided = (runtime: number, node: number): boolean => !canMix && runtime > 0 && !reasons.has(node);
  const cut = partition({
    ...free,
    cost: (runtime, node) => free.cost(runtime, node) + (isAvoided(runtime, node) ? avoided : 0),
  });
  if (cut === undefined) return undefined;
  const parts = canMix ? worthCutting(free, cut) : cut;
  const isPredicted = rates !== undefined && program !== undefined;
  /** On each runtime that can have the nodes. */
  const predictions = (from: number, to: number): readonly Alternative[] =>
    costOfPart(free, from, to).flatMap((cost, at) =>
      cost === Number.POSITIVE_INFINITY
        ? []
        : [{ runtime: runtimes[at]!, ...(isPredicted && rates[runtimes[at]!] !== undefined && { predicted: cost }) }],
    );
  const planned = parts.map(({ from, to, runtime }): PartPlan => {
    const all = predictions(from, to);
    const own = all.find((each) => each.runtime === runtime);
    const alternatives = parts.length === 1 ? [] : all.filter((each) => each !== own);
    return { from, to, reason: reasonOf(runtime, from, to, reasons), ...own!, alternatives };
  });
  const sum = planned.reduce((total, { predicted = Number.NaN }) => total + predicted, 0);
  const whole = planned.length === 1 ? planned[0]!.runtime : '';
  return {
    version: 1,
    fingerprint: calibration?.fingerprint ?? '',
    parts: planned,
    kernels,
    ...(Number.isFinite(sum) && { predicted: sum }),
    alternatives: predictions(0, graph.nodes.length).filter(({ runtime }) => runtime !== whole),
  };
}

/**
 * A runtime that has the whole graph merges and lays out across what would be a cut, of which its rates know nothing: so parts
 * must promise more than errors of prediction.
 */
const gain = 0.8;

function worthCutting(given: Partitioning, parts: readonly Part[]): readonly Part[] {
  const alone = costOfPart(given, 0, given.nodes);
  const cost = Math.min(...alone);
  if (parts.length === 1 || parts.reduce((sum, part) => sum + part.cost, 0) < gain * cost) return parts;
  return [{ from: 0, to: given.nodes, runtime: given.runtimes[alone.indexOf(cost)]!, cost }];
}

/** What stands in a graph for a value of a type that no tensor has. */
function isPlaceholder(op: string): boolean {
  return op === 'Input' || op === 'Constant';
}

/** Nodes that a reason names. */
const named = 3;

function reasonOf(runtime: string, from: number, to: number, reasons: ReadonlyMap<number | undefined, string>): string {
  const found = [...reasons].filter(([at]) => at !== undefined && at >= from && at < to).map(([, reason]) => reason);
  if (found.length === 0) return runtime === 'jit' ? 'compiled' : 'predicted to be faster there';
  const rest = found.length > named ? `, and ${found.length - named} more` : '';
  return `not compiled: ${found.slice(0, named).join('; ')}${rest}`;
}

/** ms of each node on a runtime; a kernel's time is that of its node with the most multiplications. */
function nodeCosts(
  { graph, program, types }: Compiled,
  kernels: readonly KernelPlan[],
  runtime: string,
  rates: Rates | undefined,
): Float64Array {
  const costs = new Float64Array(graph.nodes.length);
  if (program === undefined || rates === undefined) return costs;
  const constants = new Map(graph.constants.map(({ name, type }) => [name, type]));
  const typeOf = (name: string) => types.get(name) ?? constants.get(name);
  const macsOf = (at: number): number => {
    const node = graph.nodes[at]!;
    return operationsOf(node, node.inputs.map(typeOf), node.outputs.map(typeOf))?.macs ?? 0;
  };
  const planned = new Map(kernels.map((plan) => [plan.kernel, plan]));
  for (const [at, kernel] of program.kernels.entries()) {
    if (kernel.kind === 'external') continue;
    const nodes = kernel.nodes ?? [];
    const main = nodes.reduce<number | undefined>(
      (best, node) => (best === undefined || macsOf(node) > macsOf(best) ? node : best),
      undefined,
    );
    if (main === undefined) continue;
    const time =
      runtime === 'jit' ? planned.get(String(at))?.predicted : plainTime(rates, workOf(program, kernel, plain));
    costs[main]! += time ?? 0;
  }
  return costs;
}

const plain: Choose = plainCandidate;

/** Kernels of a loop are one node of the other runtime: what a call costs is not paid for each. */
function plainTime(rates: Rates, works: readonly ReturnType<typeof workOf>[number][]): number {
  let sum = 0;
  for (const work of works) {
    const { call: _, ...terms } = work.terms;
    sum += predictWork(rates, work.times === undefined ? work : { ...work, terms }) ?? 0;
  }
  return sum / 1e6;
}

function valuesOf({ graph, types }: Compiled): readonly PartitionValue[] {
  const constants = new Set(graph.constants.map(({ name }) => name));
  const makers = new Map(graph.inputs.map(({ name }) => [name, -1]));
  for (const [at, { outputs }] of graph.nodes.entries()) for (const name of outputs) makers.set(name, at);
  const readers = new Map<string, number[]>();
  for (const [at, node] of graph.nodes.entries())
    for (const name of readNames(node)) {
      const known = readers.get(name);
      if (known === undefined) readers.set(name, [at]);
      else known.push(at);
    }
  const outputs = new Set(graph.outputs.map(({ name }) => name));
  const inputs = new Map(graph.inputs.map(({ name, type }) => [name, type]));
  return [...makers].flatMap(([name, maker]): PartitionValue[] => {
    if (name === '' || constants.has(name)) return [];
    const type = types.get(name) ?? inputs.get(name);
    return [
      {
        bytes: type === undefined ? 0 : bytesOf(type),
        maker,
        readers: readers.get(name) ?? [],
        isOutput: outputs.has(name),
        isInner: type === undefined,
      },
    ];
  });
}
