// A translated program on a memory of its own.
import { CodedError } from '@edgewright/schemas/codes.js';
import { type Program, typedPorts } from '../../program/program.ts';
import type { Tensor } from '../../tensor.ts';
import type { WebAssemblyApi, WebAssemblyMemory } from '../engine.ts';
import { memoryImport } from '../module.ts';
import type { Chain } from './chain.ts';
import { type Action, type CallStep, callsOf, inOrder, type Machine, read } from './machine.ts';
import { pagesOf, type WasmProgram, writeConstants } from './program.ts';
import { lead, makeControl, type Share } from './team.ts';

/** @param inputs Bytes of each input of the program, in order. @returns its outputs, good until the next call. */
export type Executable = (inputs: readonly Uint8Array[]) => Outputs;

/** An output of the program by its place, copied from the program's memory when asked for: each may be large. */
export type Outputs = (at: number) => Tensor;

/** Does a part of the chain, by `act`; `kernel` is the first whose work it is. */
export type Around = (kernel: number, act: () => void) => void;

/** Pages of 64 KiB that an address of 32 bits reaches. */
const mostPages = 65_536;

/**
 * For one thread. Nothing of `translated` is kept but its steps: constants are in the memory.
 * @param around Of what is translated `apart` it times kernels; left out, it costs nothing.
 * @throws CodedError `out-of-memory` where the program needs more than 4 GiB
 */
export function instantiate(
  api: WebAssemblyApi,
  program: Program,
  translated: WasmProgram,
  around?: Around,
): Executable {
  const { module, memory } = place(api, translated);
  const machine = machineOf(api, module, memory, translated);
  const alone = { ...machine, sharedCall: () => undefined };
  const { chain } = translated;
  const run = around === undefined ? inOrder(alone, chain) : partByPart(alone, chain, around);
  return executableOf(alone, program, translated, run);
}

/**
 * For several threads: whoever calls leads, the others `assist` with what is in `share`, with ranks from 1 on. It computes
 * the same bits whether they do or not.
 * @param translated For so many threads.
 * @param patience Milliseconds that the leader waits without a part done: see `lead`.
 * @throws CodedError `out-of-memory` where the program needs more than 4 GiB; from inferences, what `lead` throws
 */
export function instantiateShared(
  api: WebAssemblyApi,
  program: Program,
  translated: WasmProgram,
  patience?: number,
): { readonly executable: Executable; readonly share: Share } {
  const { module, memory } = place(api, translated);
  const { chain, threads, scratch, scratchBytes } = translated;
  const shared = callsOf(translated.steps).flatMap((step) =>
    step.cuts === undefined ? [] : [{ step, cuts: step.cuts }],
  );
  const calls = shared.map(({ step: { export: name, pointers, advance, scratch }, cuts }) => ({
    export: name,
    pointers,
    advance,
    takesScratch: scratch > 0,
    cuts,
  }));
  const share = { module, memory, control: makeControl(threads), threads, calls, scratch, scratchBytes };
  const machine = machineOf(api, module, memory, translated);
  const perform = lead(share, machine.exports, patience);
  const numbers = new Map<CallStep, number>(shared.map(({ step }, at) => [step, at]));
  const sharedCall: Machine['sharedCall'] = (step) => {
    const number = numbers.get(step);
    return number === undefined ? undefined : (turn) => perform(number, turn);
  };
  const together = { ...machine, sharedCall };
  return { executable: executableOf(together, program, translated, inOrder(together, chain)), share };
}

function place(api: WebAssemblyApi, translated: WasmProgram) {
  const pages = pagesOf(translated, translated.threads);
  if (pages > mostPages) throw tooLarge(pages);
  const memory = new api.Memory({ initial: pages, maximum: pages, shared: translated.threads > 1 });
  return { memory, module: new api.Module(translated.code) };
}

function machineOf(
  api: WebAssemblyApi,
  module: object,
  memory: WebAssemblyMemory,
  translated: WasmProgram,
): Omit<Machine, 'sharedCall'> {
  const { exports } = new api.Instance(module, { env: { [memoryImport]: memory } });
  const bytes = new Uint8Array(memory.buffer);
  writeConstants(translated, memory.buffer);
  return {
    bytes,
    words: new DataView(memory.buffer),
    exports: exports as Machine['exports'],
    scratch: translated.scratch,
  };
}

function partByPart(machine: Machine, chain: Chain, around: Around): Action {
  const parts = chain.map((part) => {
    const action = inOrder(machine, [part]);
    return { kernel: part.kernel, act: () => action(0) };
  });
  return () => {
    for (const { kernel, act } of parts) around(kernel, act);
  };
}

function executableOf(machine: Machine, program: Program, { inputs, outputs }: WasmProgram, run: Action): Executable {
  const types = typedPorts(program, program.outputs);
  return (given) => {
    for (const [at, bytes] of given.entries()) machine.bytes.set(bytes, inputs[at]!);
    run(0);
    return (at) => read(machine, types[at]!, outputs[at]!);
  };
}

function tooLarge(pages: number): CodedError {
  return new CodedError(
    'out-of-memory',
    `The program needs ${(pages / 16).toFixed(0)} MiB for the model and its activations; a WebAssembly memory ends at 4096 MiB.`,
    'Take a smaller model or smaller inputs; in a sweep a constraint leaves the point out.',
  );
}
