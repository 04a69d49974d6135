// The steps of a translated program as one function to call, over its memory.
import { elements, type TensorType } from '../../graph.ts';
import { endless, interpret, mostIterations } from '../../interpret/interpret.ts';
import { allocate, type Data, type Tensor } from '../../tensor.ts';
import type { Chain, Link } from './chain.ts';
import type { WasmStep } from './program.ts';

export interface Machine {
  readonly bytes: Uint8Array;
  readonly words: DataView;
  readonly exports: Readonly<Record<string, (...operands: number[]) => void>>;
  /** Address. */
  readonly scratch: number;
  /** What does a call with more threads than this one; undefined for those that one alone does. */
  readonly sharedCall: (step: CallStep) => Action | undefined;
}

export type CallStep = Extract<WasmStep, { kind: 'call' }>;

/** `turn`: the iteration of the loop around it. */
export type Action = (turn: number) => void;

export function inOrder(machine: Machine, steps: Chain): Action {
  const actions = steps.map((step) => actionOf(machine, step));
  return (turn) => {
    for (const action of actions) action(turn);
  };
}

/** Those of loops once, in the order of the steps. */
export function callsOf(steps: readonly WasmStep[]): readonly CallStep[] {
  return steps.flatMap((step) => {
    if (step.kind === 'loop') return callsOf([...step.before, ...step.body, ...step.after]);
    return step.kind === 'call' ? [step] : [];
  });
}

/** A copy of a tensor. */
export function read({ bytes }: Pick<Machine, 'bytes'>, { type, shape }: TensorType, address: number): Tensor {
  const data = allocate(type, elements(shape));
  bytesOf(data).set(bytes.subarray(address, address + data.byteLength));
  return { type, shape, data };
}

/** The memory of a tensor's data. */
export function bytesOf(data: Data): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function actionOf(machine: Machine, step: Link): Action {
  switch (step.kind) {
    case 'chain':
      return machine.exports[step.export]! as Action;
    case 'call':
      return machine.sharedCall(step) ?? callOf(machine, step);
    case 'loop':
      return loopOf(machine, step);
    case 'host':
      return hostOf(machine, step);
  }
}

function callOf({ exports, scratch }: Machine, step: CallStep): Action {
  const { advance, pointers } = step;
  const call = exports[step.export]!;
  const operands = [...pointers, ...(step.scratch > 0 ? [scratch] : []), 0, step.range];
  if (advance === undefined) return () => call(...operands);
  return (turn) => {
    for (let at = 0; at < pointers.length; at++) operands[at] = pointers[at]! + advance[at]! * turn;
    call(...operands);
  };
}

/** @throws CodedError `graph-endless` where a condition holds for more iterations than the interpreter takes, too. */
function loopOf(machine: Machine, { count, limit, guard, counter, ...steps }: Extract<Link, { kind: 'loop' }>): Action {
  const { bytes, words } = machine;
  const before = inOrder(machine, steps.before);
  const body = inOrder(machine, steps.body);
  const after = inOrder(machine, steps.after);
  return () => {
    before(0);
    const isFixed = limit === undefined && guard === undefined;
    const most = limit === undefined ? count : Math.min(count, Number(words.getBigInt64(limit, true)));
    for (let turn = 0; turn < most && (guard === undefined || bytes[guard.address] === guard.is); turn++) {
      if (!isFixed && turn >= mostIterations) throw endless(mostIterations);
      if (counter !== undefined) words.setBigInt64(counter, BigInt(turn), true);
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
