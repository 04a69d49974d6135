// What a kernel has to do, from its description alone: bytes that it reads and writes, multiplications with additions.
import { bytesOf, elementBytes, elements } from '../graph.ts';
import type { Kernel } from './kernel.ts';
import type { Program } from './program.ts';
import { outputsOf, viewsOf, wholeReadsOf } from './reads.ts';
import type { View } from './view.ts';

/** Of a program with its subprograms. */
export interface Figures {
  /** Of subprograms too, each counted once; so with rasters and regions. */
  readonly kernels: number;
  readonly rasters: number;
  /** Of all rasters. */
  readonly regions: number;
  /** Read and written by all kernels; loops as often as they are known to run. */
  readonly bytes: number;
}

export function figuresOf(program: Program): Figures {
  let [kernels, rasters, regions] = [0, 0, 0];
  const count = ({ kernels: list }: Program): void => {
    for (const kernel of list) {
      kernels++;
      if (kernel.kind === 'raster') {
        rasters++;
        regions += kernel.regions.length;
      }
      for (const { program: body } of bodiesOf(kernel)) count(body);
    }
  };
  count(program);
  return { kernels, rasters, regions, bytes: bytesMoved(program) };
}

/** Iterations of a loop that is run while compiling. */
export const foldedIterations = 1000;

/** Multiplications, or elements read or made, of a kernel that is run while compiling: an upper bound. */
export function foldingWork({ tensors }: Pick<Program, 'tensors'>, kernel: Kernel): number {
  const count = outputsOf(kernel).reduce((sum, id) => sum + elements(tensors[id]!.shape), 0);
  switch (kernel.kind) {
    case 'matmul':
      return count * kernel.a.size[kernel.a.size.length - 1]!;
    case 'conv':
      return count * elements(kernel.w.size.slice(2));
    case 'pool':
      return count * elements(kernel.kernel);
    case 'reduce':
    case 'argreduce':
      return count + elements(kernel.x.size);
    case 'scatter':
      return count + elements(kernel.updates.size);
    case 'if':
    case 'loop': {
      const bodies = bodiesOf(kernel).map(({ program }) =>
        program.kernels.reduce((sum, inner) => sum + foldingWork(program, inner), 1),
      );
      return count + (kernel.kind === 'loop' ? foldedIterations : 1) * Math.max(...bodies);
    }
    default:
      return count;
  }
}

/** Of all tensors that are constant, in subprograms too. */
export function constantBytes({ tensors, kernels }: Program): number {
  const own = tensors.reduce((sum, tensor) => sum + (tensor.constant === undefined ? 0 : bytesOf(tensor)), 0);
  const bodies = kernels.flatMap(bodiesOf);
  return bodies.reduce((sum, { program }) => sum + constantBytes(program), own);
}

/** Those of subprograms too, each counted once. */
export function countKernels({ kernels }: Program): number {
  return kernels.reduce(
    (sum, kernel) => sum + bodiesOf(kernel).reduce((inner, { program }) => inner + countKernels(program), 1),
    0,
  );
}

/** Read and written by all kernels; loops as often as they are known to run. */
export function bytesMoved(program: Program): number {
  return program.kernels.reduce((sum, kernel) => sum + trafficOf(program, kernel), 0);
}

/** Bytes that a kernel reads and writes: what a view reads twice counts once, what two views read counts twice. */
export function trafficOf(program: Program, kernel: Kernel): number {
  const bodies = bodiesOf(kernel);
  if (bodies.length > 0) return bodies.reduce((sum, { program: body, times }) => sum + times * bytesMoved(body), 0);
  const { tensors } = program;
  const read = viewsOf(kernel).reduce((sum, view) => sum + bytesRead(program, view), 0);
  const whole = wholeReadsOf(kernel).reduce((sum, id) => sum + bytesOf(tensors[id]!), 0);
  return read + whole + outputsOf(kernel).reduce((sum, id) => sum + bytesOf(tensors[id]!), 0);
}

function bytesRead({ tensors }: Program, { tensor, size, strides }: View): number {
  const { type, shape } = tensors[tensor]!;
  const distinct = size.reduce(
    (product, count, axis) => (strides[axis] === 0 && count > 0 ? product : product * count),
    1,
  );
  return elementBytes[type] * Math.min(distinct, elements(shape));
}

/** Multiplications with an addition; undefined of kernels that are no sums of products. */
export function macsOf(program: Program, kernel: Kernel): number | undefined {
  switch (kernel.kind) {
    case 'matmul':
      return elements(kernel.a.size) * kernel.b.size.at(-1)!;
    case 'conv':
      return elements(program.tensors[kernel.output]!.shape) * elements(kernel.w.size.slice(2));
    default: {
      const known = bodiesOf(kernel).flatMap(({ program: body, times }) =>
        body.kernels.map((each) => times * (macsOf(body, each) ?? 0)),
      );
      const sum = known.reduce((total, macs) => total + macs, 0);
      return sum > 0 ? sum : undefined;
    }
  }
}

/** The programs in a kernel and how often each runs: of two branches each once, of a loop without a fixed count once. */
function bodiesOf(kernel: Kernel): readonly { readonly program: Program; readonly times: number }[] {
  if (kernel.kind === 'if') return [kernel.yes, kernel.no].map((program) => ({ program, times: 1 }));
  if (kernel.kind !== 'loop') return [];
  return [{ program: kernel.body, times: kernel.count && 'fixed' in kernel.count ? kernel.count.fixed : 1 }];
}
