// A lowered program to one WebAssembly module and the steps that run it. Kernels that have no vector code are left to the
// interpreter, one at a time, so that every program runs.
import { bytesOf } from '../../graph.ts';
import { type MemoryPlan, planMemory } from '../../passes/memory.ts';
import { materialise, writeContent } from '../../program/content.ts';
import type { Kernel } from '../../program/kernel.ts';
import type { Content, Program } from '../../program/program.ts';
import { outputsOf, readsOf } from '../../program/reads.ts';
import type { View } from '../../program/view.ts';
import { dataOver } from '../../tensor.ts';
import { slack } from '../kernel.ts';
import { ModuleBuilder, type Target } from '../module.ts';
import type { Candidate } from './candidates.ts';
import { type Chain, emitChain } from './chain.ts';
import type { Context, Session, Source, Write } from './context.ts';
import { isControl, translateControl } from './control.ts';
import { cutsOf, type Sharing, workOf } from './sharing.ts';
import { callStep } from './steps.ts';
import { translate } from './translate.ts';

export interface BackendOptions {
  readonly target: Target;
  /** Of kernels, also of those of loops: one of `candidatesOf`. The first where left out. */
  readonly choices?: ReadonlyMap<Kernel, Candidate>;
  /** Threads that share it, for a target with shared memory; one where left out. */
  readonly sharing?: Sharing | undefined;
  /** Whether no part of the chain does more than one kernel of the program, so that kernels can be timed. */
  readonly apart?: boolean;
}

/** A part of the work, in order. A call's range can be split among threads; all must be done before the next step. */
export type WasmStep =
  | {
      readonly kind: 'loop';
      readonly kernel: number;
      /** Iterations at most. */
      readonly count: number;
      /** Where a lower limit lies, as int64. */
      readonly limit?: number;
      /** An iteration begins only while the byte at `address` is so; with a count of 1 it is a branch. */
      readonly guard?: { readonly address: number; readonly is: 0 | 1 };
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
      /** Where its parts begin, and the end of the last, if threads are to share it. */
      readonly cuts?: readonly number[];
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
  /** The same for the thread that leads, in as few calls as can be. */
  readonly chain: Chain;
  /** Addresses of the program's inputs and outputs, in order. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** What must be written to memory before the first run. */
  readonly constants: readonly Constant[];
  readonly threads: number;
  /** Where the scratch of the first worker may begin; the memory must reach `scratchBytes` further for each worker. */
  readonly scratch: number;
  readonly scratchBytes: number;
}

/** `write` puts it into its `bytes` of memory, which are zeros. */
export interface Constant {
  readonly address: number;
  readonly bytes: number;
  readonly write: Write;
}

/** Writes the constants into new memory. */
export function writeConstants({ constants }: WasmProgram, memory: ArrayBufferLike): void {
  for (const { address, bytes, write } of constants) write(new Uint8Array(memory, address, bytes));
}

/** Of the memory, of 64 KiB. */
export function pagesOf({ scratch, scratchBytes }: WasmProgram, workers = 1): number {
  return Math.ceil((scratch + scratchBytes * workers + slack) / 65_536);
}

/** @param plan Of the same program: `planMemory`. */
export function translateProgram(
  program: Program,
  plan: MemoryPlan,
  { target, choices = new Map(), apart = false, sharing }: BackendOptions,
): WasmProgram {
  const module = new ModuleBuilder(target);
  const constants: Constant[] = [];
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
    keep: (bytes, write) => {
      const address = reserve(bytes + slack);
      constants.push({ address, bytes, write });
      return address;
    },
    align: aligner(program),
    choices,
    shared: new Map(),
    temporaries: [],
    codes: [],
    cutsOf: (call) => sharing && cutsOf(call, sharing),
  };
  const { steps, addressOf } = translateBody(session, program, plan, new Map());
  const exported = new Map(session.codes.map(({ index }) => [`f${index}`, index]));
  for (const [name, index] of exported) module.export(name, index);
  const addresses = {
    inputs: program.inputs.map(({ tensor }) => addressOf(tensor)),
    outputs: program.outputs.map(({ tensor }) => addressOf(tensor)),
  };
  const parts = apart ? Map.groupBy(steps, ({ kernel }) => kernel).values() : [steps];
  const chain = [...parts].flatMap((part) => emitChain(module, part, exported, top));
  return {
    code: module.encode({ least: 1, ...(target.shared ? { most: 65_536 } : {}) }, 'with names'),
    steps,
    chain,
    constants,
    ...addresses,
    threads: sharing?.threads ?? 1,
    scratch: top,
    scratchBytes: Math.ceil(Math.max(0, ...session.codes.map(({ scratch }) => scratch)) / 64) * 64 + 64,
  };
}

/** Copies bytes to where any type can lie, into memory that the next call takes again: new memory costs more than the copy. */
function aligner({ tensors }: Program): (bytes: Uint8Array) => Uint8Array {
  let kept: Uint8Array | undefined;
  return (bytes) => {
    if (kept === undefined || kept.length < bytes.length) {
      const sizes = tensors.map(({ constant }) => (constant?.kind === 'bytes' ? constant.bytes.length : 0));
      kept = new Uint8Array(sizes.reduce((most, size) => Math.max(most, size), bytes.length));
    }
    kept.set(bytes);
    return kept.subarray(0, bytes.length);
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
  const contentOf = (id: number): Content => {
    const { constant } = tensors[id]!;
    if (constant === undefined) throw new Error(`tensor ${id} is no constant`);
    return constant;
  };
  const sourceOf = ({ tensor, offset, strides }: View): Source => {
    const { type, shape } = tensors[tensor]!;
    const content = contentOf(tensor);
    // One element is all that there is to read.
    if (content.kind === 'fill')
      return { data: materialise(type, [], content).data, offset: 0, strides: strides.map(() => 0) };
    if (content.kind === 'bytes') return { data: dataOver(type, session.align(content.bytes)), offset, strides };
    return { data: materialise(type, shape, content).data, offset, strides };
  };
  const addressOf = (id: number): number => {
    const known = addresses.get(id);
    if (known !== undefined) return known;
    const { type, shape } = tensors[id]!;
    const content = contentOf(id);
    const address = keep(bytesOf({ type, shape }), (target) =>
      writeContent(content, type, shape, dataOver(type, target)),
    );
    addresses.set(id, address);
    return address;
  };
  const isConstant = (id: number): boolean => tensors[id]!.constant !== undefined;
  const context: Context = { ...session, program, addressOf, isConstant, sourceOf };
  const steps = kernels.flatMap((kernel, at): readonly WasmStep[] => {
    const translated = isControl(kernel)
      ? translateControl(context, kernel, at, (body, given) => translateBody(session, body, planMemory(body), given))
      : translate(context, kernel);
    if (typeof translated === 'string') return [hostStep(program, kernel, at, addressOf, translated)];
    return translated.map((each) => ('kind' in each ? each : callStep(session, at, each, workOf(program, kernel))));
  });
  return { steps, addressOf };
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
