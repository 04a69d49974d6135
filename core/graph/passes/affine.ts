// Scales and shifts by constants: a chain of them becomes one product and one sum, and a scale right behind a convolution or a
// product goes into its weights, as that of a batch normalisation. Results differ by the rounding of what is computed once
// while compiling. Only float32.
import { elements } from '../graph.ts';
import { materialise } from '../program/content.ts';
import type { Convolution, Epilogue, Kernel, Matmul } from '../program/kernel.ts';
import type { Program } from '../program/program.ts';
import type { Step } from '../program/scalar.ts';
import { denseStrides, type View } from '../program/view.ts';
import { outputSize } from './fuse.ts';
import { type Factors, TensorList } from './rewrite.ts';

/** Elements of a constant that is made from two. */
const maxElements = 65_536;
/** Of a shift that another constant is joined to. */
const largest = 65_536;

export function foldAffine(program: Program): Program {
  const list = new TensorList(program);
  const kernels = program.kernels.map((kernel): Kernel => {
    switch (kernel.kind) {
      case 'elementwise':
        return { ...kernel, ...rewrite(list, kernel, kernel.size, 0).body };
      case 'reduce':
      case 'normalize':
      case 'matmul':
      case 'conv': {
        const size = outputSize(kernel);
        const isWeighted = kernel.kind === 'conv' || kernel.kind === 'matmul';
        const { body, scale } = rewrite(list, kernel.epilogue, size, 1, isWeighted && scalesOf(list, kernel));
        const scaled = isWeighted && scale !== undefined ? withScale(list, kernel, scale) : kernel;
        return { ...scaled, epilogue: body };
      }
      default:
        return kernel;
    }
  });
  return { ...program, kernels, tensors: list.tensors };
}

/** What a register is: scale * base + shift. */
interface Affine {
  readonly base: number;
  /** That it was made of. */
  readonly steps: number;
  readonly scale?: Factors | undefined;
  readonly shift?: Factors | undefined;
}

interface Rewritten {
  readonly body: Epilogue;
  /** What the kernel's own result is to be multiplied with. */
  readonly scale?: Factors | undefined;
}

/**
 * @param results Registers before the operands: 1 in an epilogue.
 * @param takes Whether the kernel takes a scale of its result upon itself.
 */
function rewrite(
  list: TensorList,
  { operands, body }: Epilogue,
  size: readonly number[],
  results: 0 | 1,
  takes: false | ((scale: Factors) => boolean) = false,
): Rewritten {
  const unchanged = { body: { operands, body } };
  const first = results + operands.length;
  const constants = new Map<number, Factors>();
  for (const [at, view] of operands.entries()) {
    const values = valuesOf(list, view);
    if (values !== undefined) constants.set(results + at, values);
  }
  for (const [at, { fn, type, value }] of body.entries())
    if (fn === 'constant' && type === 'float32')
      constants.set(first + at, { data: [Number(value)], strides: size.map(() => 0) });
  const uses = new Map<number, number>();
  for (const { arguments: from } of body)
    for (const register of from) uses.set(register, (uses.get(register) ?? 0) + 1);
  const typeOf = (register: number): string =>
    register < results
      ? 'float32'
      : register < first
        ? list.tensors[operands[register - results]!.tensor]!.type
        : body[register - first]!.type;

  // What each register is, where its only reader may take it over.
  const known = new Map<number, Affine>();
  let isShorter = false;
  for (const [at, step] of body.entries()) {
    const made = step.type === 'float32' ? affineOf(step, constants, size) : undefined;
    if (made === undefined || typeOf(made.base) !== 'float32') continue;
    const inner = uses.get(made.base) === 1 ? known.get(made.base) : undefined;
    const joined = (inner && join(inner, made, size)) ?? made;
    if (joined.steps > (joined.scale ? 1 : 0) + (joined.shift ? 1 : 0) || step.fn === 'div') isShorter = true;
    known.set(first + at, joined);
  }
  const own = [...known.values()].filter(({ base, scale }) => base === 0 && scale !== undefined && results === 1);
  const taken = takes !== false && uses.get(0) === 1 && own.length > 0 ? lastOf(own).scale : undefined;
  const scale = taken !== undefined && takes !== false && takes(taken) ? taken : undefined;
  if (!isShorter && scale === undefined) return unchanged;
  return { body: rebuild(list, { operands, body }, size, results, known, uses, scale), scale };
}

function lastOf<T>(list: readonly T[]): T {
  return list[list.length - 1]!;
}

/** A step as scale * register + shift, where its other argument is constant. */
function affineOf(
  { fn, arguments: [a, b] }: Step,
  constants: ReadonlyMap<number, Factors>,
  size: readonly number[],
): Affine | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [left, right] = [constants.get(a), constants.get(b)];
  if ((left === undefined) === (right === undefined)) return undefined;
  const given = (left ?? right)!;
  const base = left === undefined ? a : b;
  switch (fn) {
    case 'add':
      return { base, steps: 1, shift: given };
    case 'mul':
      return { base, steps: 1, scale: given };
    case 'sub': {
      if (right !== undefined) return { base, steps: 1, shift: mapped(given, (value) => -value) };
      return { base, steps: 1, shift: given, scale: { data: [-1], strides: size.map(() => 0) } };
    }
    case 'div': {
      // The reciprocal must be a normal number.
      const isSafe = Array.from(given.data).every((value) => Math.abs(value) > 1e-30 && Math.abs(value) < 1e30);
      return right !== undefined && isSafe ? { base, steps: 1, scale: mapped(given, (value) => 1 / value) } : undefined;
    }
    default:
      return undefined;
  }
}

/** `outer` of `inner`. */
function join(inner: Affine, outer: Affine, size: readonly number[]): Affine | undefined {
  // Adding and taking away a large number rounds: that may be meant.
  if (inner.shift && Array.from(inner.shift.data).some((value) => Math.abs(value) > largest)) return undefined;
  const scale = combine(inner.scale, outer.scale, size, (a, b) => a * b);
  const scaled = combine(inner.shift, outer.scale, size, (a, b) => a * b);
  if (scale === 'large' || scaled === 'large') return undefined;
  const shift = combine(inner.shift && scaled, outer.shift, size, (a, b) => a + b);
  return shift === 'large' ? undefined : { base: inner.base, steps: inner.steps + outer.steps, scale, shift };
}

/** Element by element; the one there is where the other is missing. */
function combine(
  a: Factors | undefined,
  b: Factors | undefined,
  size: readonly number[],
  fn: (a: number, b: number) => number,
): Factors | undefined | 'large' {
  if (a === undefined || b === undefined) return a ?? b;
  const axes = size.map((count, axis) => (a.strides[axis] === 0 && b.strides[axis] === 0 ? 1 : count));
  const count = elements(axes);
  if (count > maxElements) return 'large';
  const dense = denseStrides(axes);
  const data = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    let [x, y] = [0, 0];
    for (const [axis, stride] of dense.entries()) {
      const index = Math.floor(at / stride) % axes[axis]!;
      x += index * a.strides[axis]!;
      y += index * b.strides[axis]!;
    }
    data[at] = fn(a.data[x]!, b.data[y]!);
  }
  return { data, strides: dense.map((stride, axis) => (axes[axis] === 1 ? 0 : stride)) };
}

function mapped({ data, strides }: Factors, fn: (value: number) => number): Factors {
  return { data: Float64Array.from(data, fn), strides };
}

/** Of a constant operand, with the first element it reads at 0. */
function valuesOf({ tensors }: TensorList, { tensor, offset, size, strides }: View): Factors | undefined {
  const { type, shape, constant } = tensors[tensor]!;
  if (constant === undefined || type !== 'float32' || elements(shape) > maxElements) return undefined;
  if (strides.some((stride) => stride < 0)) return undefined;
  const data = materialise(type, shape, constant).data as Float32Array;
  return { data: data.subarray(offset), strides: strides.map((stride, axis) => (size[axis] === 1 ? 0 : stride)) };
}

/** Steps in order, with each chain done where its last register is read by another step or is the result. */
function rebuild(
  list: TensorList,
  { operands, body }: Epilogue,
  size: readonly number[],
  results: 0 | 1,
  known: ReadonlyMap<number, Affine>,
  uses: ReadonlyMap<number, number>,
  taken: Factors | undefined,
): Epilogue {
  const first = results + operands.length;
  const made: View[] = [...operands];
  const steps: Step[] = [];
  // Registers of steps are below 0 until it is known how many operands there are.
  const places = new Map<number, number>();
  const placeOf = (register: number): number => (register < first ? register : places.get(register)!);
  const push = (step: Step): number => {
    steps.push(step);
    return -steps.length;
  };
  const operand = ({ data, strides }: Factors): number => {
    const values = Float32Array.from(data);
    if (strides.every((stride) => stride === 0))
      return push({ fn: 'constant', type: 'float32', arguments: [], value: values[0]! });
    const constant = { kind: 'data', data: values } as const;
    const tensor = list.add({ type: 'float32', shape: [values.length], constant });
    made.push({ tensor, offset: 0, size, strides });
    return results + made.length - 1;
  };
  for (const [at, step] of body.entries()) {
    const register = first + at;
    const affine = known.get(register);
    if (affine === undefined) {
      places.set(register, push({ ...step, arguments: step.arguments.map(placeOf) }));
      continue;
    }
    const reader = body.findIndex(({ arguments: from }) => from.includes(register));
    const next = reader < 0 ? undefined : known.get(first + reader);
    if (uses.get(register) === 1 && next !== undefined && next.base === affine.base) continue;
    let place = placeOf(affine.base);
    const isTaken = taken !== undefined && affine.base === 0;
    for (const [fn, values] of [['mul', isTaken ? undefined : affine.scale] as const, ['add', affine.shift] as const])
      if (values !== undefined) place = push({ fn, type: 'float32', arguments: [place, operand(values)] });
    places.set(register, place);
  }
  const count = results + made.length;
  const result = places.get(first + body.length - 1)!;
  // Nothing but a scale that the kernel takes.
  if (result === 0) return { operands: [], body: [] };
  const final = steps.map((step) => ({
    ...step,
    arguments: step.arguments.map((place) => (place < 0 ? count - place - 1 : place)),
  }));
  return withoutUnused({ operands: made, body: final }, results);
}

/** Operands and constants that no step reads go. */
function withoutUnused({ operands, body }: Epilogue, results: 0 | 1): Epilogue {
  const first = results + operands.length;
  const used = new Set([first + body.length - 1]);
  for (let at = body.length - 1; at >= 0; at--)
    if (used.has(first + at)) for (const register of body[at]!.arguments) used.add(register);
  const keptOperands = operands.filter((_, at) => used.has(results + at));
  const keptSteps = body.filter((_, at) => used.has(first + at));
  const places = new Map<number, number>();
  if (results === 1) places.set(0, 0);
  let next: number = results;
  for (const [at] of operands.entries()) if (used.has(results + at)) places.set(results + at, next++);
  for (const [at] of body.entries()) if (used.has(first + at)) places.set(first + at, next++);
  return {
    operands: keptOperands,
    body: keptSteps.map((step) => ({ ...step, arguments: step.arguments.map((register) => places.get(register)!) })),
  };
}

/** Whether weights take a scale: it must go by output channels alone, and be less work than it saves in a few inferences. */
function scalesOf({ tensors }: TensorList, kernel: Convolution | Matmul): (scale: Factors) => boolean {
  const weights = kernel.kind === 'conv' ? kernel.w : kernel.b;
  const { type, constant } = tensors[weights.tensor]!;
  const isPlain = kernel.kind === 'conv' ? !kernel.zeroX && !kernel.zeroW : !kernel.zeroA && !kernel.zeroB;
  const fits = constant !== undefined && type === 'float32' && kernel.type === 'float32' && isPlain;
  if (!fits || elements(weights.size) > elements(tensors[kernel.output]!.shape)) return () => false;
  if (kernel.kind === 'matmul' && kernel.b.size.length !== 2) return () => false;
  const channels = kernel.kind === 'conv' ? [1, 2] : [kernel.a.size.length - 1];
  return ({ strides }) => strides.every((stride, axis) => stride === 0 || channels.includes(axis));
}

function withScale(list: TensorList, kernel: Convolution | Matmul, { data, strides }: Factors): Convolution | Matmul {
  const weights = kernel.kind === 'conv' ? kernel.w : kernel.b;
  // Over [groups, outputs, inputs.., taps..] or [k, n].
  const steps = weights.size.map((_, axis) => {
    if (kernel.kind === 'conv') return axis < 2 ? strides[1 + axis]! : 0;
    return axis === 1 ? strides[strides.length - 1]! : 0;
  });
  const view = list.copied(weights, { data, strides: steps });
  return kernel.kind === 'conv' ? { ...kernel, w: view } : { ...kernel, b: view };
}
