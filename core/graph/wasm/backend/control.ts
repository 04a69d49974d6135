// Branches and loops: the steps of their programs, with copies of what goes in and out.
import type { If, Kernel, Loop } from '../../program/kernel.ts';
import type { Program } from '../../program/program.ts';
import { readsOf } from '../../program/reads.ts';
import { denseStrides } from '../../program/view.ts';
import { slack } from '../kernel.ts';
import { widths } from '../quad.ts';
import { loopBody, withConstants } from './candidates.ts';
import type { Context } from './context.ts';
import type { WasmStep } from './program.ts';
import { copyStep } from './steps.ts';

/** Translates a program inside of another. @param given Addresses of tensors that lie elsewhere. */
type Body = (
  body: Program,
  given: ReadonlyMap<number, number>,
) => { readonly steps: readonly WasmStep[]; readonly addressOf: (id: number) => number };

export function isControl(kernel: Kernel): kernel is If | Loop {
  return kernel.kind === 'if' || kernel.kind === 'loop';
}

/** Or why there are no steps of its own. */
export function translateControl(
  context: Context,
  kernel: If | Loop,
  at: number,
  translateBody: Body,
): readonly WasmStep[] | string {
  return kernel.kind === 'if'
    ? translateIf(context, kernel, at, translateBody)
    : translateLoop(context, kernel, at, translateBody);
}

/** Two branches, of which the condition leaves one. */
function translateIf(context: Context, kernel: If, at: number, translateBody: Body): readonly WasmStep[] {
  const { condition, captures, outputs, yes, no } = kernel;
  const address = context.addressOf(condition);
  return [[yes, 1] as const, [no, 0] as const].map(([branch, is]): WasmStep => {
    const inputs = branch.inputs.map(({ tensor }) => tensor);
    const body = withConstants(context.program, branch, inputs, captures);
    const given = new Map(
      inputs.flatMap((id, index) =>
        body.tensors[id]!.constant ? [] : [[id, context.addressOf(captures[index]!)] as const],
      ),
    );
    const inner = translateBody(body, given);
    const results = body.outputs.map(({ tensor }, index) => {
      const { type, shape } = context.program.tensors[outputs[index]!]!;
      const dense = { offset: 0, strides: denseStrides(shape) };
      const region = { width: widths[type], size: shape, source: dense, destination: dense };
      return copyStep(context, at, region, inner.addressOf(tensor), context.addressOf(outputs[index]!));
    });
    const steps = [...inner.steps, ...results];
    return {
      kind: 'loop',
      kernel: at,
      count: 1,
      guard: { address, is },
      counter: undefined,
      before: [],
      body: steps,
      after: [],
    };
  });
}

/** Its body's kernels, with copies of slices, states and the condition around them. */
function translateLoop(context: Context, kernel: Loop, at: number, translateBody: Body): readonly WasmStep[] | string {
  const { count, conditional, condition, states, scanned, captures, stacked, outputs } = kernel;
  const { tensors } = context.program;
  const inputs = kernel.body.inputs.map(({ tensor }) => tensor);
  const captured = inputs.slice(1 + states.length + scanned.length);
  const body = loopBody(context.program, kernel);
  const given = new Map(
    captured.flatMap((id, index) =>
      body.tensors[id]!.constant ? [] : [[id, context.addressOf(captures[index]!)] as const],
    ),
  );
  const inner = translateBody(body, given);
  const stateIn = inputs.slice(1, 1 + states.length).map(inner.addressOf);
  const results = body.outputs.map(({ tensor }) => inner.addressOf(tensor));
  const first = conditional ? 1 : 0;
  const stateOut = results.slice(first, first + states.length);
  if (stateOut.some((address, index) => stateIn.some((other, place) => other === address && place !== index)))
    return 'a loop whose states change places';
  const copy = (id: number, from: number, to: number): WasmStep[] => {
    const { type, shape } = tensors[id]!;
    if (from === to) return [];
    const dense = { offset: 0, strides: denseStrides(shape) };
    return [copyStep(context, at, { width: widths[type], size: shape, source: dense, destination: dense }, from, to)];
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
    return copyStep(context, at, shape, context.addressOf(view.tensor), target, [view.strides[0]! * widths[type], 0]);
  });
  const stacks = stacked.map(({ offset, strides }, index): WasmStep => {
    const place = first + states.length + index;
    const { type, shape: size } = body.tensors[body.outputs[place]!.tensor]!;
    const shape = {
      width: widths[type],
      size,
      source: { offset: 0, strides: denseStrides(size) },
      destination: { offset, strides: strides.slice(1) },
    };
    const target = context.addressOf(outputs[states.length + index]!);
    return copyStep(context, at, shape, results[place]!, target, [0, strides[0]! * widths[type]]);
  });
  const next = states.flatMap((id, index) => copy(id, stateOut[index]!, stateIn[index]!));
  const after = states.flatMap((id, index) => copy(id, stateIn[index]!, context.addressOf(outputs[index]!)));
  const isCounted =
    body.kernels.some((each) => readsOf(each).includes(inputs[0]!)) || results.includes(inner.addressOf(inputs[0]!));
  const counter = isCounted ? inner.addressOf(inputs[0]!) : undefined;
  const going = conditional || condition !== undefined ? context.reserve(1 + slack) : undefined;
  const flag = {
    width: 1,
    size: [],
    source: { offset: 0, strides: [] },
    destination: { offset: 0, strides: [] },
  } as const;
  const firstFlag = condition === undefined ? undefined : context.addressOf(condition);
  const decided =
    going === undefined ? [] : [copyStep(context, at, flag, firstFlag ?? context.keep(1 + slack, yes), going)];
  const decides = going !== undefined && conditional ? [copyStep(context, at, flag, results[0]!, going)] : [];
  return [
    {
      kind: 'loop',
      kernel: at,
      count: count !== undefined && 'fixed' in count ? count.fixed : Number.MAX_SAFE_INTEGER,
      ...(count !== undefined && 'tensor' in count ? { limit: context.addressOf(count.tensor) } : {}),
      ...(going === undefined ? {} : { guard: { address: going, is: 1 as const } }),
      counter,
      before: [...before, ...decided],
      // The condition may be a state that goes on to the next.
      body: [...slices, ...inner.steps, ...stacks, ...decides, ...next],
      after,
    },
  ];
}

function yes(target: Uint8Array): void {
  target[0] = 1;
}
