// A translated program on a memory of its own: its steps in order, on one thread.

import { CodedError } from '@edgewright/schemas/codes.js';
import { elements, type TensorType } from '../../graph.ts';
import { interpret } from '../../interpret/interpret.ts';
import type { Program } from '../../program/program.ts';
import { allocate, type Data, type Tensor } from '../../tensor.ts';
import type { WebAssemblyApi } from '../engine.ts';
import { memoryImport } from '../module.ts';
import { pagesOf, type WasmProgram, type WasmStep } from './program.ts';

/** @param inputs Bytes of each input of the program, in order. @returns its outputs, good until the next call. */
export type Executable = (inputs: readonly Uint8Array[]) => Outputs;

/** An output of the program by its place, copied from the program's memory when asked for: each may be large. */
export type Outputs = (at: number) => Tensor;

/** Pages of 64 KiB that an address of 32 bits reaches. */
const mostPages = 65_536;

/**
 * Nothing of `translated` is kept but its steps: constants are in the memory.
 * @throws CodedError `out-of-memory` where the program needs more than 4 GiB
 */
export function instantiate(api: WebAssemblyApi, program: Program, translated: WasmProgram): Executable {
  const pages = pagesOf(translated);
  if (pages > mostPages) throw tooLarge(pages);
  const memory = new api.Memory({ initial: pages, maximum: pages });
  const { exports } = new api.Instance(new api.Module(translated.code), { env: { [memoryImport]: memory } });
  const machine: Machine = {
    bytes: new Uint8Array(memory.buffer),
    words: new DataView(memory.buffer),
    exports: exports as Machine['exports'],
    scratch: translated.scratch,
  };
  for (const { address, bytes } of translated.constants) machine.bytes.set(bytes(), address);
  const { inputs, outputs } = translated;
  const types = program.outputs.map(({ tensor }) => program.tensors[tensor]!);
  const run = inOrder(machine, translated.steps);
  return (given) => {
    for (const [at, bytes] of given.entries()) machine.bytes.set(bytes, inputs[at]!);
    run(0);
    return (at) => read(machine, types[at]!, outputs[at]!);
  };
}

interface Machine {
  readonly bytes: Uint8Array;
  readonly words: DataView;
  readonly exports: Readonly<Record<string, (...operands: number[]) => void>>;
  readonly scratch: number;
}

/** `turn`: the iteration of the loop around it. */
type Action = (turn: number) => void;

function inOrder(machine: Machine, steps: readonly WasmStep[]): Action {
  const actions = steps.map((step) => actionOf(machine, step));
  return (turn) => {
    for (const action of actions) action(turn);
  };
}

function actionOf(machine: Machine, step: WasmStep): Action {
  switch (step.kind) {
    case 'call':
      return callOf(machine, step);
    case 'loop':
      return loopOf(machine, step);
    case 'host':
      return hostOf(machine, step);
  }
}

function callOf({ exports, scratch }: Machine, step: Extract<WasmStep, { kind: 'call' }>): Action {
  const { advance, pointers } = step;
  const call = exports[step.export]!;
  const operands = [...pointers, ...(step.scratch > 0 ? [scratch] : []), 0, step.range];
  if (advance === undefined) return () => call(...operands);
  return (turn) => {
    for (let at = 0; at < pointers.length; at++) operands[at] = pointers[at]! + advance[at]! * turn;
    call(...operands);
  };
}

function loopOf(machine: Machine, { count, counter, ...steps }: Extract<WasmStep, { kind: 'loop' }>): Action {
  const before = inOrder(machine, steps.before);
  const body = inOrder(machine, steps.body);
  const after = inOrder(machine, steps.after);
  return () => {
    before(0);
    for (let turn = 0; turn < count; turn++) {
      if (counter !== undefined) machine.words.setBigInt64(counter, BigInt(turn), true);
      body(turn);
    }
    after(0);
  };
}

function hostOf(machine: Machine, { program, inputs, outputs }: Extract<WasmStep, { kind: 'host' }>): Action {
  const types = program.inputs.map(({ tensor }) => program.tensors[tensor]!);
  return () => {
    const given = types.map((type, at) => read(machine, type, inputs[at]!));
    for (const [at, { data }] of interpret(program, given).entries()) machine.bytes.set(bytesOf(data), outputs[at]!);
  };
}

function read({ bytes }: Machine, { type, shape }: TensorType, address: number): Tensor {
  const data = allocate(type, elements(shape));
  bytesOf(data).set(bytes.subarray(address, address + data.byteLength));
  return { type, shape, data };
}

/** The memory of a tensor's data. */
export function bytesOf(data: Data): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function tooLarge(pages: number): CodedError {
  return new CodedError(
    'out-of-memory',
    `The program needs ${(pages / 16).toFixed(0)} MiB for the model and its activations; a WebAssembly memory ends at 4096 MiB.`,
    'Take a smaller model or smaller inputs; in a sweep a constraint leaves the point out.',
  );
}
