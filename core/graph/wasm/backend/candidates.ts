// The algorithms among which a kernel's translation can choose. Of each kernel the first is the one of the rules; the search
// (core/graph/search) replaces it where it predicts another to be faster.
import { elements } from '../../graph.ts';
import type { Convolution, Kernel, Loop, Matmul } from '../../program/kernel.ts';
import type { Program } from '../../program/program.ts';
import type { WinogradUnit } from '../winograd.ts';
import { chooseWinogradUnit } from '../winogradUnit.ts';

export type Candidate =
  /**
   * Of a convolution. `direct`: windows into scratch, channels last, times packed weights. `planes`: of 1 x 1, the product of
   * the weights and the image's planes as they lie.
   */
  | { readonly algorithm: 'direct' | 'depthwise' | 'planes' }
  /** Of a 3 x 3 convolution: F(unit, 3). */
  | { readonly algorithm: 'winograd'; readonly unit: WinogradUnit }
  /** Of a product: the right operand in panels, packed once where it is constant, or in rows as it lies. */
  | { readonly algorithm: 'packed' | 'rows' }
  /** Of a product with a constant right operand: Strassen's recursion; the epilogue follows as a pass of its own. */
  | { readonly algorithm: 'strassen'; readonly depth: number };

/** Transforms move more than they compute; by this they choose what was fastest of ResNet-18's layers (docs/compiler-kernels.md). */
const transformWeight = 2.5;

/** Transformed weights are up to seven times the plain ones: read once an inference, packed while loading, held in memory. */
const readWeight = 15;

const units = [2, 4, 6] as const satisfies readonly WinogradUnit[];

/** Past this, errors add up and blocks are small. */
const maxDepth = 3;

/** A block of Strassen's recursion has at least so many rows and columns: below, additions outweigh what they save. */
const minBlock = 64;

/** Empty where there is one way alone. `program`: in a loop, that of `loopBody`. */
export function candidatesOf(program: Program, kernel: Kernel): readonly Candidate[] {
  if (kernel.kind === 'conv') return ofConvolution(program, kernel);
  return kernel.kind === 'matmul' ? ofProduct(program, kernel) : [];
}

/** A loop's body, in which what is constant around the loop is constant. */
export function loopBody(program: Program, { body, states, scanned, captures }: Loop): Program {
  const captured = body.inputs.slice(1 + states.length + scanned.length).map(({ tensor }) => tensor);
  return withConstants(program, body, captured, captures);
}

/** @param captured Tensors of the body that are `captures` of the program around it. */
export function withConstants(
  program: Program,
  body: Program,
  captured: readonly number[],
  captures: readonly number[],
): Program {
  const constants = new Map(
    captured.flatMap((id, at) => {
      const { constant } = program.tensors[captures[at]!]!;
      return constant === undefined ? [] : [[id, constant] as const];
    }),
  );
  const tensors = body.tensors.map((tensor, id) => {
    const constant = constants.get(id);
    return constant === undefined ? tensor : { ...tensor, constant };
  });
  return { ...body, tensors };
}

export function describeCandidate(candidate: Candidate): string {
  if (candidate.algorithm === 'winograd') return `Winograd F(${candidate.unit}, 3)`;
  return candidate.algorithm === 'strassen' ? `Strassen of depth ${candidate.depth}` : candidate.algorithm;
}

const floats: ReadonlySet<string> = new Set(['float32', 'float16', 'bfloat16']);

function ofConvolution({ tensors }: Program, kernel: Convolution): readonly Candidate[] {
  const { x, w, size, strides, dilations, pads, zeroX, zeroW } = kernel;
  const [groups, outputs, inputs, ...taps] = w.size as [number, number, number, ...number[]];
  if (!floats.has(kernel.type) || zeroX || zeroW || size.length > 2) return [];
  if (inputs === 1 && outputs === 1 && groups > 1) return [{ algorithm: 'depthwise' }];
  const direct = { algorithm: 'direct' } as const;
  const isPlain = [...strides, ...dilations].every((step) => step === 1);
  if (!isPlain || groups !== 1 || elements(size) === 0) return [direct];
  if (elements(taps) === 1)
    return isPlanes(kernel, pads, x.size.slice(3)) ? [direct, { algorithm: 'planes' }] : [direct];
  if (size.length !== 2 || taps[0] !== 3 || taps[1] !== 3 || tensors[w.tensor]!.constant === undefined) return [direct];
  const image = { width: size[1]!, height: size[0]!, inputs, outputs, kernel: 3 };
  const { unit } = chooseWinogradUnit(image, 1, transformWeight, readWeight);
  const all: Candidate[] = [direct, ...units.map((each) => ({ algorithm: 'winograd', unit: each }) as const)];
  const isRule = (each: Candidate): boolean => (each.algorithm === 'winograd' ? each.unit : 1) === unit;
  return [...all.filter(isRule), ...all.filter((each) => !isRule(each))];
}

/** Whether pixels of a plane are neighbours, in the image and in what the epilogue reads, and all are taken. */
function isPlanes({ x, size, epilogue }: Convolution, pads: readonly number[], image: readonly number[]): boolean {
  const isWhole = pads.every((pad) => pad === 0) && image.every((count, axis) => count === size[axis]);
  const isRun = (strides: readonly number[]): boolean =>
    strides.length === 1 || size[0] === 1 || strides[0] === strides[1]! * size[1]!;
  const [last] = x.strides.slice(-1);
  return (
    isWhole &&
    last === 1 &&
    isRun(x.strides.slice(3)) &&
    epilogue.operands.every((view) => isRun(view.strides.slice(3)))
  );
}

function ofProduct({ tensors }: Program, { a, b, type, zeroA, zeroB, output, epilogue }: Matmul): readonly Candidate[] {
  if (!floats.has(type) || zeroA || zeroB) return [];
  const [m, k] = a.size.slice(-2) as [number, number];
  const [n] = b.size.slice(-1) as [number];
  const isConstant = tensors[b.tensor]!.constant !== undefined;
  const canBeRows = b.strides[b.strides.length - 1] === 1;
  const [packed, rows] = [{ algorithm: 'packed' }, { algorithm: 'rows' }] as const;
  const made: Candidate[] = !canBeRows ? [packed] : !isConstant && m < 8 ? [rows, packed] : [packed, rows];
  const isOne = a.size.slice(0, -2).every((size) => size === 1) && a.strides[a.strides.length - 1] === 1;
  if (!isConstant || !isOne || type !== 'float32' || tensors[output]!.type !== 'float32') return made;
  // Where the epilogue changes the type there is no place for the product's own result.
  if (epilogue.body.some((step) => step.type !== 'float32')) return made;
  for (let depth = 1; depth <= maxDepth; depth++) {
    const side = 2 ** depth;
    if ([m, n, k].every((size) => size % side === 0 && size / side >= minBlock))
      made.push({ algorithm: 'strassen', depth });
  }
  return made;
}
