// What a model may ask of the compiler: a file of a few bytes can name tensors of petabytes.
import { CodedError } from '@edgewright/schemas/codes.js';

export interface Limits {
  /** Bytes of one tensor. A WebAssembly memory of 32 bits ends at 4 GiB. */
  readonly maxTensorBytes: number;
  /** Bytes of all tensors together, before memory is shared. */
  readonly maxBytes: number;
  /** Kernels, also those of subprograms. Loops of few nodes can be unrolled to many. */
  readonly maxKernels: number;
  /** Regions of one raster; past it, data is gathered by an index. */
  readonly maxRegions: number;
  /** Dimensions of one tensor. */
  readonly maxRank: number;
  /** Elements of a tensor that is computed while compiling, as shapes are. */
  readonly maxFolded: number;
  /** Elements of all lists that are written out while compiling, as of indices, windows and ranges. */
  readonly maxListed: number;
  /** Multiplications, or elements, that are computed while compiling to know shapes. */
  readonly maxWork: number;
  /** Iterations of a loop that is unrolled because its shapes change. */
  readonly maxUnrolled: number;
  /** Graphs and functions inside each other. */
  readonly maxDepth: number;
}

export const defaultLimits: Limits = {
  maxTensorBytes: 2 ** 32,
  maxBytes: 2 ** 36,
  maxKernels: 1_000_000,
  maxRegions: 256,
  maxRank: 32,
  maxFolded: 65_536,
  maxListed: 2 ** 25,
  maxWork: 2 ** 26,
  maxUnrolled: 64,
  maxDepth: 32,
};

export function tooLarge(what: string): CodedError {
  return new CodedError(
    'graph-too-large',
    `The model makes ${what}, which is beyond a limit of the compiler.`,
    'Bind smaller sizes to its dimensions, or raise the limit.',
  );
}
