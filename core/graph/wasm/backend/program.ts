// A lowered program to one WebAssembly module and the steps that run it. Kernels that have no vector code are left to the
// interpreter, one at a time, so that every program runs.
import { bytesOf } from '../../graph.ts';
import { type MemoryPlan, planMemory } from '../../passes/memory.ts';
import { materialise } from '../../program/content.ts';
import type { Kernel, Loop } from '../../program/kernel.ts';
import type { Program } from '../../program/program.ts';
import { outputsOf, readsOf } from '../../program/reads.ts';
import { denseStrides } from '../../program/view.ts';
import type { Data } from '../../tensor.ts';
import { slack } from '../kernel.ts';
import { ModuleBuilder, type Target } from '../module.ts';
import { widths } from '../quad.ts';
import type { WinogradUnit } from '../winograd.ts';
import { bytesIn, type Call, type Context, regionCall, type Session } from './context.ts';
import { translate } from './translate.ts';

export interface BackendOptions {
  readonly target: Target;
  /** Winograd's unit of a 3 x 3 convolution by its index among the kernels, 1 for none; by cost where left out. */
  readonly winograd?: (kernel: number) => WinogradUnit | 1 | undefined;
}

/** A part of the work, in order. A call's range can be split among workers; all must be done before the next step. */
export type WasmStep =
  | {
      readonly kind: 'loop';
      readonly kernel: number;
      readonly count: number;
      /** Where the number of the iteration is to be written, as int64; undefined where nobody reads it. */
      readonly counter: number | undefined;
      readonly before: readonly WasmStep[];
      /** Each iteration. */
      readonly body: readonly WasmStep[];
      readonly after: readonly WasmStep[];
    }
  | {
      readonly kind: 'call';
      /** Index of the program's kernel. */
      readonly kernel: number;
      readonly algorithm: string;
      /** Export of the module: takes the pointers, `begin` and `end`. */
      readonly export: string;
      readonly pointers: readonly number[];
      /** In a loop's body: what the number of the iteration adds to each pointer, in bytes. */
      readonly advance?: readonly number[];
      /** Bytes of scratch that each worker passes as the last pointer; 0 where it takes none. */
      readonly scratch: number;
      readonly range: number;
    }
  | {
      readonly kind: 'host';
      readonly kernel: number;
      /** The kernel alone: for the interpreter. Inputs and outputs lie in memory. */
      readonly program: Program;
      readonly inputs: readonly number[];
      readonly outputs: readonly number[];
      readonly reason: string;
    };

export interface WasmProgram {
  readonly code: Uint8Array<ArrayBuffer>;
  readonly steps: readonly WasmStep[];
  /** Addresses of the program's inputs and outputs, in order. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** What must lie in memory before the first run; made when asked for, since it may be large. */
  readonly constants: readonly { readonly address: number; readonly bytes: () => Uint8Array }[];
  /** Where the scratch of the first worker may begin; the memory must reach `scratchBytes` further for each worker. */
  readonly scratch: number;
  readonly scratchBytes: number;
}

/** Of the memory, of 64 KiB. */
export function pagesOf({ scratch, scratchBytes }: WasmProgram, workers = 1): number {
  return Math.ceil((scratch + scratchBytes * workers + slack) / 65_536);
}

/** @param plan Of the same program: `planMemory`. */
export function translateProgram(
  program: Program,
  plan: MemoryPlan,
  { target, winograd }: BackendOptions,
): WasmProgram {
  const module = new ModuleBuilder(target);
  const constants: { address: number; bytes: () => Uint8Array }[] = [];
  // A null pointer stays invalid.
  let top = 64;
  const reserve = (bytes: number): number => {
    const address = top;
    top = Math.ceil((top + bytes) / 64) * 64;
    return address;
  };
  const session: Session = {
    module,
    reserve,
    keep: (bytes, make) => {
      const address = reserve(bytes + slack);
      constants.push({ address, bytes: make });
      return address;
    },
    winograd,
    shared: new Map(),
    temporaries: [],
    codes: [],
  };
  const { steps, addressOf } = translateBody(session, program, plan, new Map());
  for (const index of new Set(session.codes.map((code) => code.index))) module.export(`f${index}`, index);
  const addresses = {
    inputs: program.inputs.map(({ tensor }) => addressOf(tensor)),
    outputs: program.outputs.map(({ tensor }) => addressOf(tensor)),
  };
  return {
    code: module.encode({ least: 1, ...(target.shared ? { most: 65_536 } : {}) }, 'with names'),
    steps,
    constants,
    ...addresses,
    scratch: top,
    scratchBytes: Math.ceil(Math.max(0, ...session.codes.map(({ scratch }) => scratch)) / 64) * 64 + 64,
  };
}

/** @param given Addresses of tensors that lie elsewhere. */
function translateBody(
  session: Session,
  program: Program,
  plan: MemoryPlan,
  given: ReadonlyMap<number, number>,
): { readonly steps: readonly WasmStep[]; readonly addressOf: (id: number) => number } {
  const { tensors, kernels } = program;
  const { reserve, keep } = session;
  const arena = reserve(plan.bytes + slack);
  const addresses = new Map(given);
  for (const [id, offset] of plan.offsets) addresses.set(id, arena + offset);
  for (const { tensor } of program.inputs)
    if (!addresses.has(tensor) && tensors[tensor]!.constant === undefined)
      addresses.set(tensor, reserve(bytesOf(tensors[tensor]!) + slack));
  const dataOf = (id: number): Data => {
    const { type, shape, constant } = tensors[id]!;
    if (constant === undefined) throw new Error(`tensor ${id} is no constant`);
    return materialise(type, shape, constant).data;
  };
  const addressOf = (id: number): number => {
    const known = addresses.get(id);
    if (known !== undefined) return known;
    const address = keep(bytesOf(tensors[id]!), () => bytesIn(dataOf(id)));
    addresses.set(id, address);
    return address;
  };
  const isConstant = (id: number): boolean => tensors[id]!.constant !== undefined;
  const context: Context = { ...session, program, addressOf, isConstant, dataOf };
  const steps = kernels.flatMap((kernel, at): readonly WasmStep[] => {
    const translated = kernel.kind === 'loop' ? translateLoop(context, kernel, at) : translate(context, kernel, at);
    if (typeof translated === 'string') return [hostStep(program, kernel, at, addressOf, translated)];
    return translated.map((each) => ('kind' in each ? each : callStep(session, at, each)));
  });
  return { steps, addressOf };
}

function callStep(
  { codes }: Session,
  kernel: number,
  { code, algorithm, pointers }: Call,
  advance?: readonly number[],
): WasmStep {
  codes.push(code);
  return {
    kind: 'call',
    kernel,
    algorithm,
    export: `f${code.index}`,
    pointers,
    ...(advance === undefined ? {} : { advance }),
    scratch: code.scratch,
    range: code.range,
  };
}

/** A loop of a known number of iterations: its body's kernels, with copies of slices and states around them. */
function translateLoop(context: Context, kernel: Loop, at: number): readonly WasmStep[] | string {
  const { count, conditional, condition, states, scanned, captures, stacked, outputs } = kernel;
  const { tensors } = context.program;
  if (count === undefined || !('fixed' in count) || conditional || condition !== undefined)
    return 'a loop that ends by a condition';
  const inputs = kernel.body.inputs.map(({ tensor }) => tensor);
  const captured = inputs.slice(1 + states.length + scanned.length);
  // What is constant outside is constant inside.
  const constantOf = new Map(
    captured.flatMap((id, index) => {
      const { constant } = tensors[captures[index]!]!;
      return constant === undefined ? [] : [[id, constant] as const];
    }),
  );
  const body: Program = {
    ...kernel.body,
    tensors: kernel.body.tensors.map((tensor, id) => {
      const constant = constantOf.get(id);
      return constant === undefined ? tensor : { ...tensor, constant };
    }),
  };
  const given = new Map(
    captured.flatMap((id, index) => (constantOf.has(id) ? [] : [[id, context.addressOf(captures[index]!)] as const])),
  );
  const inner = translateBody(context, body, planMemory(body), given);
  const stateIn = inputs.slice(1, 1 + states.length).map(inner.addressOf);
  const results = body.outputs.map(({ tensor }) => inner.addressOf(tensor));
  const stateOut = results.slice(0, states.length);
  if (stateOut.some((address, index) => stateIn.some((other, place) => other === address && place !== index)))
    return 'a loop whose states change places';
  const copy = (id: number, from: number, to: number): WasmStep[] => {
    const { type, shape } = tensors[id]!;
    if (from === to) return [];
    const dense = { offset: 0, strides: denseStrides(shape) };
    return [
      callStep(
        context,
        at,
        regionCall(context, { width: widths[type], size: shape, source: dense, destination: dense }, from, to),
      ),
    ];
  };
  const before = states.flatMap((id, index) => copy(id, context.addressOf(id), stateIn[index]!));
  const slices = scanned.map((view, index): WasmStep => {
    const { type } = tensors[view.tensor]!;
    const size = view.size.slice(1);
    const shape = {
      width: widths[type],
      size,
      source: { offset: view.offset, strides: view.strides.slice(1) },
      destination: { offset: 0, strides: denseStrides(size) },
    };
    const target = inner.addressOf(inputs[1 + states.length + index]!);
    const call = regionCall(context, shape, context.addressOf(view.tensor), target);
    return callStep(context, at, call, [view.strides[0]! * widths[type], 0]);
  });
  const stacks = stacked.map(({ offset, strides }, index): WasmStep => {
    const { type, shape: size } = body.tensors[body.outputs[states.length + index]!.tensor]!;
    const shape = {
      width: widths[type],
      size,
      source: { offset: 0, strides: denseStrides(size) },
      destination: { offset, strides: strides.slice(1) },
    };
    const target = context.addressOf(outputs[states.length + index]!);
    const call = regionCall(context, shape, results[states.length + index]!, target);
    return callStep(context, at, call, [0, strides[0]! * widths[type]]);
  });
  const next = states.flatMap((id, index) => copy(id, stateOut[index]!, stateIn[index]!));
  const after = states.flatMap((id, index) => copy(id, stateIn[index]!, context.addressOf(outputs[index]!)));
  const isCounted =
    body.kernels.some((each) => readsOf(each).includes(inputs[0]!)) || results.includes(inner.addressOf(inputs[0]!));
  const counter = isCounted ? inner.addressOf(inputs[0]!) : undefined;
  return [
    {
      kind: 'loop',
      kernel: at,
      count: count.fixed,
      counter,
      before,
      body: [...slices, ...inner.steps, ...stacks, ...next],
      after,
    },
  ];
}

function hostStep(
  program: Program,
  kernel: Kernel,
  at: number,
  addressOf: (id: number) => number,
  reason: string,
): WasmStep {
  const inputs = [...new Set(readsOf(kernel))];
  const outputs = outputsOf(kernel);
  const port = (tensor: number) => ({ name: String(tensor), tensor });
  // What the kernel reads is in memory, constants too.
  const tensors = program.tensors.map(({ type, shape }) => ({ type, shape }));
  return {
    kind: 'host',
    kernel: at,
    program: { name: kernel.kind, tensors, inputs: inputs.map(port), outputs: outputs.map(port), kernels: [kernel] },
    inputs: inputs.map(addressOf),
    outputs: outputs.map(addressOf),
    reason,
  };
}
