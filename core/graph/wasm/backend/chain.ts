// Steps as one function: what one thread does in a row does not come back to JavaScript between calls. A call from JavaScript
// costs about as much as the step of a small recurrent network.
import { constant, type I32, i32, i64, load, plus, store, times } from '../code.ts';
import type { FunctionBuilder } from '../function.ts';
import type { ModuleBuilder } from '../module.ts';
import type { WasmStep } from './program.ts';

/** Steps in order, those that one thread does without the interpreter done by exports of the module. */
export type Chain = readonly Link[];

export type Link =
  | Exclude<WasmStep, { kind: 'loop' }>
  | (Omit<LoopStep, 'before' | 'body' | 'after'> & {
      readonly before: Chain;
      readonly body: Chain;
      readonly after: Chain;
    })
  /** `kernel` is of the first step. The export takes the number of the iteration of the loop around it. */
  | { readonly kind: 'chain'; readonly kernel: number; readonly export: string };

/** Iterations of a loop that WebAssembly counts itself. */
const mostTurns = 1_000_000;

type LoopStep = Extract<WasmStep, { kind: 'loop' }>;

type Chained = Exclude<WasmStep, { kind: 'host' }>;

/**
 * @param functions Behind the exports of steps.
 * @param scratch Its address.
 */
export function emitChain(
  module: ModuleBuilder,
  steps: readonly WasmStep[],
  functions: ReadonlyMap<string, number>,
  scratch: number,
): Chain {
  const chain: Link[] = [];
  const within = (inner: readonly WasmStep[]): Chain => emitChain(module, inner, functions, scratch);
  let code: FunctionBuilder | undefined;
  for (const step of steps) {
    if (!isChained(step)) {
      code = undefined;
      if (step.kind !== 'loop') chain.push(step);
      else chain.push({ ...step, before: within(step.before), body: within(step.body), after: within(step.after) });
      continue;
    }
    if (code === undefined) {
      const made = module.function('chain', ['i32']);
      const name = `c${made.index}`;
      module.export(name, made.index);
      chain.push({ kind: 'chain', kernel: step.kernel, export: name });
      code = made.code;
    }
    emitStep(module, code, step as Chained, functions, scratch, code.param(0, 'i32'));
  }
  return chain;
}

function isChained(step: WasmStep): boolean {
  // What may not end is counted in JavaScript, which can say so.
  if (step.kind === 'loop')
    return step.count <= mostTurns && !step.limit && [...step.before, ...step.body, ...step.after].every(isChained);
  return step.kind === 'call' && step.cuts === undefined;
}

function emitStep(
  module: ModuleBuilder,
  code: FunctionBuilder,
  step: Chained,
  functions: ReadonlyMap<string, number>,
  scratch: number,
  turn: I32,
): void {
  const all = (steps: readonly WasmStep[], at: I32): void => {
    for (const inner of steps) emitStep(module, code, inner as Chained, functions, scratch, at);
  };
  if (step.kind === 'loop') {
    const { count, counter, guard, before, body, after } = step;
    all(before, constant('i32', 0));
    const iteration = (index: I32): void => {
      if (counter !== undefined) code.do(store('i64.store', constant('i32', counter), i64.extend_i32_u(index)));
      all(body, index);
    };
    if (guard === undefined) code.for(0, count, 1, iteration);
    else {
      const index = code.let(constant('i32', 0));
      const holds = (): I32 => i32.eq(load('i32.load8_u', constant('i32', guard.address)), guard.is);
      const goesOn = (): I32 => i32.and(i32.lt_s(index, count), holds());
      code.if(goesOn(), () =>
        code.loop((again) => {
          iteration(index);
          code.advance(index, 1);
          again(goesOn());
        }),
      );
    }
    all(after, constant('i32', 0));
    return;
  }
  const { pointers, advance, range } = step;
  const addresses = pointers.map((pointer, at) => {
    const by = advance?.[at] ?? 0;
    return by === 0 ? constant('i32', pointer) : plus(times(turn, by), pointer);
  });
  const rest = [...(step.scratch > 0 ? [scratch] : []), 0, range].map((value) => constant('i32', value));
  code.do(module.call(functions.get(step.export)!, [...addresses, ...rest]));
}
