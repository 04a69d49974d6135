// The search inside the compiler: of every kernel the candidate that the device's rates predict to be the fastest.
import type { Kernel } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { type Candidate, candidatesOf, describeCandidate, loopBody } from '../wasm/backend/candidates.ts';
import { predictWork, type Rates } from './calibration.ts';
import { type Choose, packedWeights, workOf } from './work.ts';

/** A kernel of a plan. Times are of one inference, in ms. */
export interface KernelPlan {
  /** Its index in the program; of a loop's body behind the loop's, as in `3/0`. */
  readonly kernel: string;
  readonly kind: Kernel['kind'];
  /** Of the imported graph, as far as they are known. */
  readonly nodes: readonly number[];
  /** '' where the kernel has one way alone. */
  readonly algorithm: string;
  readonly candidate?: Candidate;
  /** Left out where nothing of its kind was measured. */
  readonly predicted?: number;
  /** The other candidates, the fastest first. */
  readonly alternatives: readonly { readonly algorithm: string; readonly predicted?: number }[];
}

export type Choices = ReadonlyMap<Kernel, Candidate>;

export interface KernelSearch {
  readonly kernels: readonly KernelPlan[];
  readonly choices: Choices;
}

/**
 * @param rates Undefined: each kernel takes the candidate of the rules, and nothing is predicted.
 * @param threads More than one leave out what only one can do. Predictions are those of one.
 */
export function planKernels(program: Program, rates: Rates | undefined, threads = 1): KernelSearch {
  const choices = new Map<Kernel, Candidate>();
  return { kernels: planBody({ rates, threads, choices }, program, '', 1), choices };
}

interface Search {
  readonly rates: Rates | undefined;
  readonly threads: number;
  readonly choices: Map<Kernel, Candidate>;
}

/** Milliseconds; undefined where nothing of its kind was measured. */
export function predictKernel(
  program: Program,
  kernel: Kernel,
  rates: Rates | undefined,
  choose: Choose,
): number | undefined {
  if (rates === undefined) return undefined;
  let sum = 0;
  for (const work of workOf(program, kernel, choose)) {
    const time = predictWork(rates, work);
    if (time === undefined) return undefined;
    sum += time;
  }
  return sum / 1e6;
}

function planBody(search: Search, program: Program, path: string, times: number): readonly KernelPlan[] {
  const { rates, threads, choices } = search;
  return program.kernels.flatMap((kernel, at): readonly KernelPlan[] => {
    const place = `${path}${at}`;
    const nodes = kernel.nodes ?? [];
    if (kernel.kind === 'loop') {
      const body = loopBody(program, kernel);
      const turns = kernel.count !== undefined && 'fixed' in kernel.count ? kernel.count.fixed : 1;
      const inner = planBody(search, body, `${place}/`, times * turns);
      const whole = predictKernel(program, kernel, rates, (_, each) => choices.get(each));
      const own: KernelPlan = {
        kernel: place,
        kind: 'loop',
        nodes,
        algorithm: '',
        ...timed(whole, times),
        alternatives: [],
      };
      return [own, ...inner];
    }
    const all = candidatesOf(program, kernel);
    const candidates = threads === 1 ? all : all.filter(({ algorithm }) => algorithm !== 'strassen');
    const predictions = candidates.map((candidate) => ({
      candidate,
      algorithm: describeCandidate(candidate),
      time: predictKernel(program, kernel, rates, () => candidate),
    }));
    const [best, ...others] = ranked(program, kernel, predictions);
    if (best === undefined) {
      const time = predictKernel(program, kernel, rates, () => undefined);
      return [{ kernel: place, kind: kernel.kind, nodes, algorithm: '', ...timed(time, times), alternatives: [] }];
    }
    choices.set(kernel, best.candidate);
    return [
      {
        kernel: place,
        kind: kernel.kind,
        nodes,
        algorithm: best.algorithm,
        candidate: best.candidate,
        ...timed(best.time, times),
        alternatives: others.map(({ algorithm, time }) => ({ algorithm, ...timed(time, times) })),
      },
    ];
  });
}

/** Half of the predictions err by no more than this [docs/compiler.md]. */
const predictionError = 0.066;

/**
 * The fastest first; but before it the one with the fewest packed weights among those that are predicted to be as fast within
 * the error of predictions: what is not known to be faster is not worth the time and the memory of loading it.
 */
function ranked<T extends { readonly candidate: Candidate; readonly time: number | undefined }>(
  program: Program,
  kernel: Kernel,
  predictions: readonly T[],
): readonly T[] {
  const timeOf = ({ time }: T): number => time ?? Number.POSITIVE_INFINITY;
  const sorted = predictions.toSorted((a, b) => timeOf(a) - timeOf(b));
  const [fastest] = sorted;
  if (fastest?.time === undefined) return sorted;
  const limit = fastest.time * (1 + predictionError);
  const weights = ({ candidate }: T): number => packedWeights(program, kernel, candidate);
  const least = sorted.filter((each) => timeOf(each) <= limit).reduce((a, b) => (weights(b) < weights(a) ? b : a));
  return [least, ...sorted.filter((each) => each !== least)];
}

function timed(time: number | undefined, times: number): { readonly predicted?: number } {
  return time === undefined ? {} : { predicted: time * times };
}
