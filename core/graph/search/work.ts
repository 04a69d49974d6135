// What a kernel has to do, in numbers that a device has rates for: multiplications, bytes, elements by the class of function.
// One description serves all runtimes, each with rates of its own.
import { bytesOf, elements } from '../graph.ts';
import type { Convolution, Epilogue, Kernel, Loop, Matmul, Pool, Raster } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import { outputsOf, readsOf } from '../program/reads.ts';
import type { ScalarName, Step } from '../program/scalar.ts';
import type { View } from '../program/view.ts';
import { type Candidate, candidatesOf, loopBody } from '../wasm/backend/candidates.ts';

/** Work of one kind: what is measured together is predicted together. */
export interface Work {
  readonly group: string;
  /** Each at least 0. */
  readonly terms: Readonly<Record<string, number>>;
  /** How often it is done, as in a loop; 1 where left out. */
  readonly times?: number;
}

/** The candidate that a kernel takes; undefined where it has none. */
export type Choose = (program: Program, kernel: Kernel) => Candidate | undefined;

/** What another runtime is taken to do: no transform, weights packed. */
export const plainCandidate: Choose = (program, kernel) => {
  const candidates = candidatesOf(program, kernel);
  return candidates.find(({ algorithm }) => algorithm === 'direct' || algorithm === 'packed') ?? candidates[0];
};

/**
 * Elements of constant weights as they are packed for a candidate: what is made when a program is loaded and held while it is
 * there. 0 where they are not constant.
 */
export function packedWeights({ tensors }: Program, kernel: Kernel, candidate: Candidate): number {
  if (kernel.kind === 'conv') {
    const { x, w } = kernel;
    if (tensors[w.tensor]!.constant === undefined) return 0;
    const [groups, inputs] = x.size.slice(1) as [number, number];
    const columns = padded(w.size[1]!, 8);
    if (candidate.algorithm === 'winograd') return (candidate.unit + 2) ** 2 * inputs * columns;
    return elements(w.size.slice(3)) * groups * inputs * columns;
  }
  if (kernel.kind === 'matmul') {
    const { a, b } = kernel;
    if (tensors[b.tensor]!.constant === undefined) return 0;
    const elementsOfB = last(a) * padded(last(b), 8);
    return candidate.algorithm === 'strassen' ? (7 / 4) ** candidate.depth * elementsOfB : elementsOfB;
  }
  return 0;
}

export function workOf(program: Program, kernel: Kernel, choose: Choose): readonly Work[] {
  switch (kernel.kind) {
    case 'conv':
      return ofConvolution(program, kernel, choose(program, kernel));
    case 'matmul':
      return ofProduct(program, kernel, choose(program, kernel));
    case 'elementwise':
      return [ofElementwise(kernel.size, kernel.operands, kernel.body)];
    case 'raster':
      return [ofRaster(kernel)];
    case 'pool':
      return [ofPool(kernel)];
    case 'reduce':
    case 'softmax':
    case 'normalize': {
      const count = elements(kernel.x.size);
      const isAlong = kernel.x.strides.at(-1) === 1 || kernel.x.size.at(-1) === 1;
      const rows = kernel.kind === 'reduce' ? elements(kernel.x.size.slice(0, kernel.kept)) : count / last(kernel.x);
      return [{ group: `${kernel.kind}${isAlong ? '' : ' across'}`, terms: { elements: count, rows, call: 1 } }];
    }
    case 'gather':
      return [{ group: 'gather', terms: { elements: elements(kernel.source.size), call: 1 } }];
    case 'loop':
      return ofLoop(program, kernel, choose);
    default: {
      const ids = [...readsOf(kernel), ...outputsOf(kernel)];
      const count = ids.reduce((sum, id) => sum + elements(program.tensors[id]!.shape), 0);
      return [{ group: kernel.kind, terms: { elements: count, call: 1 } }];
    }
  }
}

function last({ size }: View): number {
  return Math.max(1, size.at(-1) ?? 1);
}

function padded(count: number, to: number): number {
  return Math.ceil(count / to) * to;
}

/** Bytes, and those past what a second- and a last-level cache hold: each is slower to read again. */
function streamed(bytes: number): Readonly<Record<string, number>> {
  return { bytes, beyond: Math.max(0, bytes - 2 ** 19), far: Math.max(0, bytes - 2 ** 23) };
}

function ofConvolution(program: Program, kernel: Convolution, candidate: Candidate | undefined): readonly Work[] {
  const { x, w, size } = kernel;
  const [batch, groups, inputs] = x.size as [number, number, number];
  const outputs = w.size[1]!;
  const taps = elements(w.size.slice(3));
  const pixels = batch * elements(size);
  const read = elements(x.size);
  const made = pixels * groups * outputs;
  const after = ofEpilogue(kernel.epilogue, made);
  const isSteps = kernel.strides.some((stride) => stride > 1);
  switch (candidate?.algorithm) {
    case 'depthwise':
      return [
        {
          group: `depthwise${isSteps ? ' strided' : ''}`,
          terms: { macs: pixels * padded(groups, 4) * taps, read, made, call: 1 },
        },
        ...after,
      ];
    case 'planes': {
      const n = elements(size);
      return [
        { group: 'planes', terms: { ...product(outputs, n, inputs, batch), ...streamed(read * 4), made, call: 1 } },
        ...after,
      ];
    }
    case 'winograd': {
      const { unit } = candidate;
      const tiles = batch * size.reduce((count, each) => count * Math.ceil(each / unit), 1);
      const points = (unit + 2) ** 2;
      const weights = points * inputs * padded(outputs, 8);
      return [
        {
          group: `winograd ${unit}`,
          terms: {
            macs: tiles * weights,
            into: tiles * points * padded(inputs, 4),
            from: tiles * points * padded(outputs, 8),
            ...streamed(weights * 4),
            call: 1,
          },
        },
        ...after,
      ];
    }
    default: {
      const rows = elements(size.slice(0, -1)) * batch;
      // Tiles end with an image's row, but for a small image under a 1 x 1 kernel.
      const across = taps === 1 && !isSteps ? pixels : rows * padded(size.at(-1)!, isSteps || taps > 1 ? 2 : 1);
      const k = taps * inputs;
      return [
        {
          group: `direct${taps === 1 ? ' 1x1' : ''}${groups > 1 ? ' grouped' : ''}`,
          terms: {
            macs: across * groups * padded(outputs, 8) * k,
            tiles: (across / 6) * groups * Math.ceil(outputs / 8),
            read,
            made,
            ...streamed(groups * k * padded(outputs, 8) * 4),
            call: 1,
          },
        },
        ...packing(program, w.tensor, elements(w.size)),
        ...after,
      ];
    }
  }
}

/** Weights that are computed are packed each time. */
function packing({ tensors }: Program, id: number, count: number): readonly Work[] {
  return tensors[id]!.constant === undefined ? [{ group: 'pack', terms: { elements: count, call: 1 } }] : [];
}

function product(m: number, n: number, k: number, count: number): Readonly<Record<string, number>> {
  const rows = Math.ceil(m / 6);
  const columns = Math.ceil(n / 8);
  return { macs: count * m * columns * 8 * k, steps: count * rows * columns * k, tiles: count * rows * columns };
}

function ofProduct(program: Program, kernel: Matmul, candidate: Candidate | undefined): readonly Work[] {
  const { a, b } = kernel;
  const count = elements(a.size.slice(0, -2));
  const [m, k] = a.size.slice(-2) as [number, number];
  const n = last(b);
  const made = count * m * n;
  const after = ofEpilogue(kernel.epilogue, made);
  const distinct = elements(b.size.slice(0, -2).map((size, axis) => (b.strides[axis] === 0 ? 1 : size)));
  const weights = distinct * k * padded(n, 8);
  const isRow = m === 1 && count === 1;
  switch (candidate?.algorithm) {
    case 'strassen': {
      const side = 2 ** candidate.depth;
      const leaves = 7 ** candidate.depth;
      // Sums of A and of results on each level: 4 quarters of one and 7 of the other [strassen.ts].
      let sums = 0;
      for (let level = 1; level <= candidate.depth; level++)
        sums += (7 ** (level - 1) * (4 * m * k + 3 * m * n)) / 4 ** level;
      const leaf = product(m / side, n / side, k / side, leaves);
      const packed = leaves * (k / side) * (n / side) * 4;
      return [
        { group: `strassen ${candidate.depth}`, terms: { ...leaf, sums, ...streamed(packed), call: 1 } },
        ...(kernel.epilogue.body.length > 0
          ? [ofElementwise([m, n], [a, ...kernel.epilogue.operands], kernel.epilogue.body)]
          : []),
      ];
    }
    case 'rows':
      return [
        {
          group: `rows${m < 8 ? ' few' : ''}`,
          terms: { ...product(m, n, k, count), ...streamed(weights * 4), made, call: 1 },
        },
        ...after,
      ];
    case undefined:
      return [{ group: `matmul of ${kernel.type}`, terms: { elements: made * k, call: 1 } }, ...after];
    default:
      return [
        {
          group: isRow ? 'row' : m < 8 ? 'packed few' : 'packed',
          terms: { ...product(m, n, k, count), ...streamed(weights * 4), made, call: 1 },
        },
        ...packing(program, b.tensor, distinct * k * n),
        ...after,
      ];
  }
}

/** What a body costs beside the kernel that it is part of: nothing for a few simple steps. */
function ofEpilogue({ body }: Epilogue, count: number): readonly Work[] {
  const terms = stepTerms(body, count);
  return Object.keys(terms).length === 0 ? [] : [{ group: 'elementwise', terms }];
}

const classes: Partial<Record<ScalarName, string>> = {
  exp: 'exp',
  sigmoid: 'exp',
  tanh: 'tanh',
  sinh: 'tanh',
  cosh: 'tanh',
  erf: 'erf',
  log: 'exp',
  sqrt: 'divide',
  div: 'divide',
  reciprocal: 'divide',
  mod: 'divide',
  remainder: 'divide',
  sin: 'sine',
  cos: 'sine',
  tan: 'sine',
  asin: 'sine',
  acos: 'sine',
  atan: 'sine',
  asinh: 'sine',
  acosh: 'sine',
  atanh: 'sine',
  pow: 'pow',
};

function stepTerms(body: readonly Step[], count: number): Record<string, number> {
  const terms: Record<string, number> = {};
  for (const { fn } of body) {
    const name = classes[fn];
    if (name !== undefined) terms[name] = (terms[name] ?? 0) + count;
  }
  return terms;
}

function ofElementwise(size: readonly number[], operands: readonly View[], body: readonly Step[]): Work {
  const count = elements(size);
  const simple = body.filter(({ fn }) => classes[fn] === undefined && fn !== 'constant').length;
  // An operand that does not run along the last axis is gathered element by element.
  const scattered = operands.filter(({ strides }) => Math.abs(strides.at(-1) ?? 1) > 1).length;
  const read = operands.reduce((sum, view) => sum + touched(view), 0);
  return {
    group: 'elementwise',
    terms: {
      simple: count * simple,
      ...stepTerms(body, count),
      scattered: count * scattered,
      ...streamed((read + count) * 4),
      rows: count / Math.max(1, size.at(-1) ?? 1),
      call: 1,
    },
  };
}

function touched({ size, strides }: View): number {
  return elements(size.map((count, axis) => (strides[axis] === 0 ? 1 : count)));
}

function ofRaster({ regions, output: _, fill: __ }: Raster): Work {
  let runs = 0;
  let count = 0;
  let scattered = 0;
  for (const { source, destination } of regions) {
    const size = elements(source.size);
    const isRun = Math.abs(source.strides.at(-1) ?? 1) <= 1 && (destination.strides.at(-1) ?? 1) === 1;
    if (isRun) runs += size / Math.max(1, source.size.at(-1) ?? 1);
    else scattered += size;
    count += size;
  }
  return { group: 'raster', terms: { ...streamed(count * 8), scattered, runs, regions: regions.length, call: 1 } };
}

function ofPool({ x, kernel, size, fn }: Pool): Work {
  const outer = elements(x.size.slice(0, x.size.length - size.length));
  const made = outer * elements(size);
  const group = fn === 'max' ? 'pool max' : 'pool sum';
  return { group, terms: { taps: made * elements(kernel), read: elements(x.size), made, call: 1 } };
}

/** What goes round, and the slices and states that are copied in every turn. */
function ofLoop(program: Program, kernel: Loop, choose: Choose): readonly Work[] {
  const { count } = kernel;
  const body = loopBody(program, kernel);
  const times = count !== undefined && 'fixed' in count ? count.fixed : 1;
  const inner = body.kernels.flatMap((each) => workOf(body, each, choose));
  const copied = [...body.inputs.slice(1, 1 + kernel.states.length + kernel.scanned.length), ...body.outputs];
  const bytes = copied.reduce((sum, { tensor }) => sum + bytesOf(body.tensors[tensor]!), 0);
  const moves: Work = {
    group: 'raster',
    terms: { ...streamed(2 * bytes), scattered: 0, runs: copied.length, regions: copied.length, call: copied.length },
  };
  return [...inner, moves].map((work) => ({ ...work, times: (work.times ?? 1) * times }));
}
