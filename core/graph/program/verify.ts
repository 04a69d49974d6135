// Whether a program is one: between passes this finds the pass that broke it, where it broke it. What it throws is a bug.
import { bytesOf, type ElementType, elements } from '../graph.ts';
import { isDefined } from '../interpret/scalars.ts';
import { isFloat } from '../tensor.ts';
import { type Epilogue, type Index, type Kernel, type Loop, type Matmul, sumType } from './kernel.ts';
import type { Program, ProgramTensor } from './program.ts';
import { outputsOf, readsOf, viewsOf } from './reads.ts';
import { type Step, scalarFunctions } from './scalar.ts';
import { extentOf, type View } from './view.ts';

/**
 * Checks order, single assignment, types, sizes and bounds.
 * @throws Error that names the kernel
 */
export function verifyProgram(program: Program): void {
  const { tensors, inputs, outputs, kernels } = program;
  const made = new Set<number>();
  const make = (id: number, by: string): void => {
    if (tensors[id] === undefined) throw new Error(`${by}: no tensor ${id}`);
    if (made.has(id)) throw new Error(`${by}: tensor ${id} is made twice`);
    made.add(id);
  };
  for (const [id, { type, shape, constant }] of tensors.entries()) {
    if (!shape.every((size) => Number.isSafeInteger(size) && size >= 0)) throw new Error(`tensor ${id}: [${shape}]`);
    if (constant === undefined) continue;
    make(id, 'constants');
    if (constant.kind === 'data' && constant.data.length !== elements(shape)) {
      throw new Error(`tensor ${id}: ${constant.data.length} elements for [${shape}]`);
    }
    if (constant.kind === 'bytes' && constant.bytes.length !== bytesOf({ type, shape })) {
      throw new Error(`tensor ${id}: ${constant.bytes.length} bytes for ${type} [${shape}]`);
    }
  }
  for (const { name, tensor } of inputs) make(tensor, `input ${name}`);
  for (const [at, kernel] of kernels.entries()) {
    const label = `kernel ${at} (${kernel.kind})`;
    for (const id of readsOf(kernel)) if (!made.has(id)) throw new Error(`${label}: reads ${id}, which is not made`);
    for (const view of viewsOf(kernel)) checkView(view, tensors, label);
    check(kernel, tensors, label);
    for (const id of outputsOf(kernel)) make(id, label);
  }
  for (const { name, tensor } of outputs) if (!made.has(tensor)) throw new Error(`output ${name} is not made`);
}

function fail(label: string, reason: string): never {
  throw new Error(`${label}: ${reason}`);
}

function checkView(view: View, tensors: readonly ProgramTensor[], label: string): void {
  if (view.size.length !== view.strides.length) fail(label, `[${view.size}] with strides [${view.strides}]`);
  checkBounds(view, tensors[view.tensor]!, label);
}

function checkBounds(view: Pick<View, 'offset' | 'size' | 'strides'>, { shape }: ProgramTensor, label: string): void {
  const extent = extentOf(view);
  if (extent === undefined) return;
  const [low, high] = extent;
  if (low < 0 || high >= elements(shape)) fail(label, `reaches elements ${low} to ${high} of ${elements(shape)}`);
}

function check(kernel: Kernel, tensors: readonly ProgramTensor[], label: string): void {
  const typeOf = (id: number): ElementType => tensors[id]!.type;
  const sizeOf = (id: number): number => elements(tensors[id]!.shape);
  const makes = (id: number, size: readonly number[], type: ElementType): void => {
    if (sizeOf(id) !== elements(size)) fail(label, `[${size}] for an output of ${sizeOf(id)} elements`);
    if (typeOf(id) !== type) fail(label, `${type} for an output of ${typeOf(id)}`);
  };
  switch (kernel.kind) {
    case 'raster':
      for (const { source, destination } of kernel.regions) {
        if (typeOf(source.tensor) !== typeOf(kernel.output)) fail(label, 'a source of another type');
        checkBounds({ ...destination, size: source.size }, tensors[kernel.output]!, label);
      }
      return;
    case 'elementwise': {
      const { output, size, operands, body } = kernel;
      for (const view of operands) if (`${view.size}` !== `${size}`) fail(label, `[${view.size}] for [${size}]`);
      makes(
        output,
        size,
        checkBody(
          operands.map(({ tensor }) => typeOf(tensor)),
          body,
          label,
        ),
      );
      return;
    }
    case 'matmul': {
      const { a, b, output, type, epilogue } = kernel;
      checkProduct(type, [typeOf(a.tensor), typeOf(b.tensor)], label);
      const rank = a.size.length;
      const batch = a.size.slice(0, -2);
      if (b.size.length !== rank || `${batch}` !== `${b.size.slice(0, -2)}` || a.size[rank - 1] !== b.size[rank - 2]) {
        fail(label, `[${a.size}] by [${b.size}]`);
      }
      const size = [...a.size.slice(0, -1), b.size[rank - 1]!];
      makes(output, size, checkEpilogue(epilogue, size, type, typeOf, label));
      return;
    }
    case 'conv': {
      const { x, w, output, size, type, epilogue, strides, dilations, pads } = kernel;
      checkProduct(type, [typeOf(x.tensor), typeOf(w.tensor)], label);
      if (x.size[1] !== w.size[0] || x.size[2] !== w.size[2]) fail(label, `[${x.size}] by [${w.size}]`);
      const rank = x.size.length - 3;
      for (const list of [size, strides, dilations, pads])
        if (list.length !== rank) fail(label, `[${list}] for ${rank} axes`);
      const full = [x.size[0]!, w.size[0]!, w.size[1]!, ...size];
      makes(output, full, checkEpilogue(epilogue, full, type, typeOf, label));
      return;
    }
    case 'pool': {
      if (kernel.fn === 'average') mustBeFloat(typeOf(kernel.x.tensor), label);
      const size = [...kernel.x.size.slice(0, -kernel.kernel.length), ...kernel.size];
      makes(kernel.output, size, typeOf(kernel.x.tensor));
      if (kernel.indices) makes(kernel.indices.output, size, 'int64');
      return;
    }
    case 'reduce': {
      const size = kernel.x.size.slice(0, kernel.kept);
      makes(kernel.output, size, checkEpilogue(kernel.epilogue, size, typeOf(kernel.x.tensor), typeOf, label));
      return;
    }
    case 'normalize':
      mustBeFloat(typeOf(kernel.x.tensor), label);
      makes(
        kernel.output,
        kernel.x.size,
        checkEpilogue(kernel.epilogue, kernel.x.size, typeOf(kernel.x.tensor), typeOf, label),
      );
      return;
    case 'argreduce':
      makes(kernel.output, kernel.x.size.slice(0, -1), 'int64');
      return;
    case 'softmax':
      mustBeFloat(typeOf(kernel.x.tensor), label);
      makes(kernel.output, kernel.x.size, typeOf(kernel.x.tensor));
      return;
    case 'cumulate':
      makes(kernel.output, kernel.x.size, typeOf(kernel.x.tensor));
      return;
    case 'topk': {
      const size = kernel.x.size.with(-1, kernel.k);
      makes(kernel.values, size, typeOf(kernel.x.tensor));
      makes(kernel.indices, size, 'int64');
      return;
    }
    case 'gather': {
      makes(kernel.output, kernel.source.size, typeOf(kernel.source.tensor));
      checkIndices(kernel.indices, kernel.source.size, typeOf, label);
      checkBounds(reaching(kernel.source, kernel.indices), tensors[kernel.source.tensor]!, label);
      return;
    }
    case 'scatter': {
      const { output, data, updates, target, indices } = kernel;
      makes(output, tensors[data]!.shape, typeOf(data));
      if (typeOf(updates.tensor) !== typeOf(data)) fail(label, 'updates of another type');
      checkIndices(indices, updates.size, typeOf, label);
      checkBounds(reaching({ ...target, size: updates.size }, indices), tensors[output]!, label);
      return;
    }
    case 'if':
      for (const body of [kernel.yes, kernel.no]) checkPorts(body, kernel.captures, kernel.outputs, tensors, label);
      return;
    case 'loop':
      checkLoop(kernel, tensors, label);
      return;
    case 'external':
      return;
  }
}

function mustBeFloat(type: ElementType, label: string): void {
  if (!isFloat(type)) fail(label, `of ${type}`);
}

function checkProduct(type: Matmul['type'], operands: readonly ElementType[], label: string): void {
  if (operands.some((each) => sumType(each) !== type)) fail(label, `a sum of ${type} of ${operands.join(' by ')}`);
}

/** The affine part with an axis for every index. */
function reaching(
  { offset, size, strides }: Pick<View, 'offset' | 'size' | 'strides'>,
  indices: readonly Index[],
): Pick<View, 'offset' | 'size' | 'strides'> {
  return {
    offset,
    size: [...size, ...indices.map(({ extent }) => extent)],
    strides: [...strides, ...indices.map(({ stride }) => stride)],
  };
}

function checkIndices(
  indices: readonly Index[],
  size: readonly number[],
  typeOf: (id: number) => ElementType,
  label: string,
): void {
  for (const { view } of indices) {
    if (`${view.size}` !== `${size}`) fail(label, `an index over [${view.size}] for [${size}]`);
    const type = typeOf(view.tensor);
    if (type !== 'int32' && type !== 'int64') fail(label, `an index of ${type}`);
  }
}

/** @returns the type of the result. */
function checkBody(operands: readonly ElementType[], body: readonly Step[], label: string): ElementType {
  const types = [...operands];
  for (const { fn, type, arguments: from, value } of body) {
    const definition = scalarFunctions[fn];
    if (from.length !== definition.arguments) fail(label, `${fn} of ${from.length}`);
    const given = from.map((register) => types[register] ?? fail(label, `${fn} reads register ${register}`));
    if (fn === 'constant' && value === undefined) fail(label, 'a constant without a value');
    if (fn === 'select' ? given[0] !== 'bool' || given[1] !== given[2] : from.length === 2 && given[0] !== given[1]) {
      fail(label, `${fn} of ${given.join(' and ')}`);
    }
    const source = given.at(-1);
    if (source !== undefined && !isDefined(fn, source)) fail(label, `no ${fn} of ${source}`);
    const expected = definition.result === 'bool' ? 'bool' : definition.result === 'same' ? source : type;
    if (type !== expected) fail(label, `${fn} of ${given.join(' and ')} gives ${type}`);
    types.push(type);
  }
  return (body.length === 0 ? types[0] : types[types.length - 1]) ?? fail(label, 'no result');
}

function checkEpilogue(
  { operands, body }: Epilogue,
  size: readonly number[],
  type: ElementType,
  typeOf: (id: number) => ElementType,
  label: string,
): ElementType {
  for (const view of operands)
    if (`${view.size}` !== `${size}`) fail(label, `an operand over [${view.size}] for [${size}]`);
  return checkBody([type, ...operands.map(({ tensor }) => typeOf(tensor))], body, label);
}

/** A subprogram against what it is given and has to give. */
function checkPorts(
  body: Program,
  inputs: readonly number[],
  outputs: readonly number[],
  tensors: readonly ProgramTensor[],
  label: string,
): void {
  verifyProgram(body);
  if (body.inputs.length !== inputs.length || body.outputs.length !== outputs.length)
    fail(label, 'another number of ports');
  const fits = (inner: ProgramTensor, outer: ProgramTensor): boolean =>
    inner.type === outer.type && elements(inner.shape) === elements(outer.shape);
  for (const [at, id] of inputs.entries()) {
    if (!fits(body.tensors[body.inputs[at]!.tensor]!, tensors[id]!)) fail(label, `input ${at} does not fit`);
  }
  for (const [at, id] of outputs.entries()) {
    if (!fits(body.tensors[body.outputs[at]!.tensor]!, tensors[id]!)) fail(label, `output ${at} does not fit`);
  }
}

function checkLoop(kernel: Loop, tensors: readonly ProgramTensor[], label: string): void {
  const { outputs, states, scanned, captures, body, stacked, count, conditional } = kernel;
  verifyProgram(body);
  if (body.inputs.length !== 1 + states.length + scanned.length + captures.length)
    fail(label, 'another number of inputs');
  const results = body.outputs.slice(conditional ? 1 : 0);
  if (results.length !== states.length + stacked.length || outputs.length !== results.length) {
    fail(label, 'another number of outputs');
  }
  if (stacked.length > 0 && (conditional || count === undefined || !('fixed' in count))) {
    fail(label, 'it stacks slices of an unknown number');
  }
  for (const [at, id] of states.entries()) {
    const inner = body.tensors[body.inputs[1 + at]!.tensor]!;
    const next = body.tensors[results[at]!.tensor]!;
    for (const tensor of [inner, next, tensors[outputs[at]!]!]) {
      const isSame = tensor.type === tensors[id]!.type && elements(tensor.shape) === elements(tensors[id]!.shape);
      if (!isSame) fail(label, `state ${at} does not fit`);
    }
  }
  for (const [at, { offset, strides }] of stacked.entries()) {
    const slice = body.tensors[results[states.length + at]!.tensor]!;
    const iterations = count && 'fixed' in count ? count.fixed : 0;
    const output = tensors[outputs[states.length + at]!]!;
    checkBounds({ offset, size: [iterations, ...slice.shape], strides }, output, label);
  }
}
