// Runs a translated program once, on one thread and a memory of its own, so that its outputs can be compared. (The
// agent's runtime `jit` runs one again and again, and is measured.)
import { elements, type TensorType } from '@edgewright/core/graph/graph.js';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { allocate, type Data, type Tensor } from '@edgewright/core/graph/tensor.js';
import { pagesOf, type WasmProgram, type WasmStep } from '@edgewright/core/graph/wasm/backend/program.js';
import { memoryImport } from '@edgewright/core/graph/wasm/module.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { WebAssemblyApi } from './engine.ts';

/** Pages of 64 KiB that an address of 32 bits reaches. */
const mostPages = 65_536;

/** An output of the program by its place, copied from memory when asked for: each may be large. */
export type Outputs = (at: number) => Tensor;

/**
 * @param inputs Of the types and shapes of the program's inputs.
 * @throws CodedError `out-of-memory` where the program needs more than 4 GiB, `graph-endless`
 */
export function execute(
  api: WebAssemblyApi,
  program: Program,
  translated: WasmProgram,
  inputs: readonly Tensor[],
): Outputs {
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
  for (const [at, { data }] of inputs.entries()) machine.bytes.set(bytesOf(data), translated.inputs[at]!);
  for (const step of translated.steps) run(machine, step, 0);
  return (at) => read(machine, program.tensors[program.outputs[at]!.tensor]!, translated.outputs[at]!);
}

interface Machine {
  readonly bytes: Uint8Array;
  readonly words: DataView;
  readonly exports: Readonly<Record<string, (...operands: number[]) => void>>;
  readonly scratch: number;
}

/** @param turn The iteration of the loop around the step. */
function run(machine: Machine, step: WasmStep, turn: number): void {
  switch (step.kind) {
    case 'call': {
      const { advance, pointers, scratch, range } = step;
      const moved = advance === undefined ? pointers : pointers.map((pointer, at) => pointer + advance[at]! * turn);
      machine.exports[step.export]!(...moved, ...(scratch > 0 ? [machine.scratch] : []), 0, range);
      return;
    }
    case 'loop':
      for (const each of step.before) run(machine, each, 0);
      for (let at = 0; at < step.count; at++) {
        if (step.counter !== undefined) machine.words.setBigInt64(step.counter, BigInt(at), true);
        for (const each of step.body) run(machine, each, at);
      }
      for (const each of step.after) run(machine, each, 0);
      return;
    case 'host': {
      const { program, inputs, outputs } = step;
      const given = program.inputs.map(({ tensor }, at) => read(machine, program.tensors[tensor]!, inputs[at]!));
      for (const [at, { data }] of interpret(program, given).entries()) machine.bytes.set(bytesOf(data), outputs[at]!);
    }
  }
}

function read({ bytes }: Machine, { type, shape }: TensorType, address: number): Tensor {
  const data = allocate(type, elements(shape));
  bytesOf(data).set(bytes.subarray(address, address + data.byteLength));
  return { type, shape, data };
}

function bytesOf(data: Data): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function tooLarge(pages: number): CodedError {
  return new CodedError(
    'out-of-memory',
    `The program needs ${(pages / 16).toFixed(0)} MiB for the model and its activations; a WebAssembly memory ends at 4096 MiB.`,
    'Take a smaller model, or smaller inputs.',
  );
}
