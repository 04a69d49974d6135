// Which calls are worth more than one thread, and where their ranges are cut. It depends on sizes alone, so that a program is
// shared in the same way on every device and in every run.
import { bytesOf, elements } from '../../graph.ts';
import type { Kernel } from '../../program/kernel.ts';
import type { Program } from '../../program/program.ts';
import type { ScalarName, Step } from '../../program/scalar.ts';
import { macsOf, trafficOf } from '../../program/work.ts';

export interface Sharing {
  readonly threads: number;
  /** Work from which on a call is shared. */
  readonly leastWork?: number | undefined;
}

/**
 * Work is counted in multiplications with additions, of which one thread of a desktop processor does about 25 in a
 * nanosecond. To publish a call and to see its end takes some 0.6 us, and its data follow from cache to cache: of products,
 * 64^3 (310,000) gained or lost from run to run, 128^3 was 1.5 times as fast on two threads (`npm run bench threads`).
 */
const usualLeast = 400_000;

/** No part has less of the least work: taking one costs some 150 ns where its word is in another cache. */
const shareOfPart = 1 / 4;

/**
 * More parts even out what a thread loses to others on its processor; but each copies rows and streams weights anew: with
 * four, Winograd's 128 channels on 28 x 28 took 1.4 times as long as with two.
 */
const partsOfThread = 2;

/** One byte moved, in or out of caches. */
const workOfByte = 1;
/** What one byte of an input or output takes longer with shared memory. */
const workOfSharedByte = 5;

/** Functions that are polynomials, or wait for the divider. */
const slow: ReadonlySet<ScalarName> = new Set([
  'exp',
  'log',
  'sin',
  'cos',
  'tan',
  'asin',
  'acos',
  'atan',
  'sinh',
  'cosh',
  'tanh',
  'asinh',
  'acosh',
  'atanh',
  'erf',
  'sigmoid',
  'pow',
  'mod',
]);

/**
 * Whether threads save more than shared memory costs: engines copy inputs into it and outputs out of it at a quarter of the
 * speed, and half of them pass from one thread's cache to another's.
 */
export function isWorthSharing(program: Program, threads: number): boolean {
  const ports = [...program.inputs, ...program.outputs];
  const copied = ports.reduce((sum, { tensor }) => sum + bytesOf(program.tensors[tensor]!), 0);
  const saved = sharedWork(program) * (1 - 1 / threads);
  return saved > copied * workOfSharedByte;
}

/** Of kernels that have the least work, loops as often as they are known to run. */
function sharedWork(program: Program): number {
  return program.kernels.reduce((sum, kernel) => {
    if (kernel.kind === 'loop') {
      const count = kernel.count && 'fixed' in kernel.count ? kernel.count.fixed : 1;
      return sum + count * sharedWork(kernel.body);
    }
    const work = workOf(program, kernel);
    return work < usualLeast ? sum : sum + work;
  }, 0);
}

/** Of one run of a kernel. */
export function workOf(program: Program, kernel: Kernel): number {
  const moved = workOfByte * trafficOf(program, kernel);
  switch (kernel.kind) {
    case 'elementwise':
      return moved + elements(kernel.size) * workOfSteps(kernel.body);
    case 'softmax':
      return moved + elements(kernel.x.size) * workOfFunction('exp');
    case 'matmul':
    case 'conv': {
      const result = elements(program.tensors[kernel.output]!.shape);
      return moved + (macsOf(program, kernel) ?? 0) + result * workOfSteps(kernel.epilogue.body);
    }
    case 'pool':
      return moved + elements(program.tensors[kernel.output]!.shape) * elements(kernel.kernel);
    default:
      return moved;
  }
}

/** Of a copy of so many bytes. */
export function workOfCopy(bytes: number): number {
  return 2 * bytes * workOfByte;
}

function workOfSteps(steps: readonly Step[]): number {
  return steps.reduce((sum, { fn }) => sum + workOfFunction(fn), 0);
}

function workOfFunction(fn: ScalarName): number {
  return slow.has(fn) ? 20 : 1;
}

/**
 * @param range Of the call: it can be cut anywhere.
 * @returns where parts begin, ascending, and the end of the last; undefined where one thread does all of it
 */
export function cutsOf(
  { range, work }: { readonly range: number; readonly work: number },
  { threads, leastWork = usualLeast }: Sharing,
): readonly number[] | undefined {
  if (threads < 2 || range < 2 || work < leastWork) return undefined;
  const most = Math.min(range, Math.max(threads, Math.floor(work / Math.max(1, leastWork * shareOfPart))));
  const parts = Math.min(most, threads * partsOfThread);
  return Array.from({ length: parts + 1 }, (_, at) => Math.round((range * at) / parts));
}
