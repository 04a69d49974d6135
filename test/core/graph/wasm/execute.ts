// Runs a translated program: what a runtime does, on one thread and without its caching.

import { elements, type TensorType } from '@edgewright/core/graph/graph.js';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { planMemory } from '@edgewright/core/graph/passes/memory.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { allocate, type Data, type Tensor } from '@edgewright/core/graph/tensor.js';
import {
  type BackendOptions,
  pagesOf,
  translateProgram,
  type WasmProgram,
  type WasmStep,
  writeConstants,
} from '@edgewright/core/graph/wasm/backend/program.js';

export interface Executable {
  readonly translated: WasmProgram;
  readonly run: (inputs: readonly Tensor[]) => readonly Tensor[];
}

export function prepare(
  program: Program,
  target: { relaxed: boolean; shared: boolean },
  /** Every kernel runs in so many parts, the last first, as if by as many workers. */
  parts = 1,
  choices: BackendOptions['choices'] = new Map(),
): Executable {
  const plan = planMemory(program);
  const translated = translateProgram(program, plan, { target, choices });
  const memory = new WebAssembly.Memory({ initial: pagesOf(translated, parts) });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(translated.code), { env: { memory } });
  const bytes = new Uint8Array(memory.buffer);
  writeConstants(translated, memory.buffer);
  const read = ({ type, shape }: TensorType, address: number): Tensor => {
    const data = allocate(type, elements(shape));
    raw(data).set(bytes.subarray(address, address + data.byteLength));
    return { type, shape, data };
  };
  const words = new DataView(memory.buffer);
  const execute = (step: WasmStep, iteration: number): void => {
    if (step.kind === 'loop') {
      for (const each of step.before) execute(each, 0);
      const { guard, limit } = step;
      const most = limit === undefined ? step.count : Math.min(step.count, Number(words.getBigInt64(limit, true)));
      for (let turn = 0; turn < most && (guard === undefined || bytes[guard.address] === guard.is); turn++) {
        if (step.counter !== undefined) words.setBigInt64(step.counter, BigInt(turn), true);
        for (const each of step.body) execute(each, turn);
      }
      for (const each of step.after) execute(each, 0);
      return;
    }
    if (step.kind === 'host') {
      const given = step.program.inputs.map(({ tensor }, at) => read(step.program.tensors[tensor]!, step.inputs[at]!));
      for (const [at, { data }] of interpret(step.program, given).entries()) bytes.set(raw(data), step.outputs[at]!);
      return;
    }
    const { advance, pointers, range } = step;
    const moved = advance === undefined ? pointers : pointers.map((pointer, at) => pointer + advance[at]! * iteration);
    const call = instance.exports[step.export] as (...operands: number[]) => void;
    for (let part = parts - 1; part >= 0; part--) {
      const scratch = step.scratch > 0 ? [translated.scratch + part * translated.scratchBytes] : [];
      call(...moved, ...scratch, Math.floor((range * part) / parts), Math.floor((range * (part + 1)) / parts));
    }
  };
  const run = (inputs: readonly Tensor[]): readonly Tensor[] => {
    for (const [at, { data }] of inputs.entries()) bytes.set(raw(data), translated.inputs[at]!);
    for (const step of translated.steps) execute(step, 0);
    return program.outputs.map(({ tensor }, at) => read(program.tensors[tensor]!, translated.outputs[at]!));
  };
  return { translated, run };
}

function raw(data: Data): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
