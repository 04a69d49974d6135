// Convolutions and pooling: which algorithm an image's windows get. Images keep their channels in planes, as in ONNX; the
// kernels turn them inside.
import { elements } from '../../graph.ts';
import type { Convolution, Pool } from '../../program/kernel.ts';
import { denseStrides, fuseAxes } from '../../program/view.ts';
import { convWeightCopies, emitConv } from '../conv.ts';
import { depthwiseWeightCopy, emitDepthwise } from '../depthwise.ts';
import type { Epilogue } from '../epilogue.ts';
import type { OperandView } from '../kernel.ts';
import { emitMatmul } from '../matmul.ts';
import { packedSize } from '../pack.ts';
import { emitPool } from '../pool.ts';
import { channelsFirst } from '../windows.ts';
import { emitWinograd, winogradTuning } from '../winograd.ts';
import { packWinogradWeights } from '../winogradWeights.ts';
import { type Candidate, describeCandidate } from './candidates.ts';
import {
  type Call,
  type Context,
  epilogueOf,
  floatsIn,
  keyOf,
  layOut,
  offsetsOf,
  once,
  pointersOf,
} from './context.ts';

/** @param choice One of `candidatesOf`. */
export function translateConv(
  context: Context,
  kernel: Convolution,
  choice: Candidate | undefined,
): readonly Call[] | string {
  const { x, w, output, type } = kernel;
  const { tensors } = context.program;
  if (
    type !== 'float32' ||
    kernel.zeroX ||
    kernel.zeroW ||
    tensors[x.tensor]!.type !== 'float32' ||
    tensors[w.tensor]!.type !== 'float32'
  )
    return `no vector code for conv of ${tensors[x.tensor]!.type}`;
  const spatial = kernel.size.length;
  if (spatial > 2) return `no vector code for conv with ${spatial} spatial axes`;
  const epilogue = epilogueOf(context, kernel.epilogue, 'float32');
  if (typeof epilogue === 'string') return epilogue;
  const [batch, groups, inputs] = [x.size[0]!, x.size[1]!, x.size[2]!];
  const each = w.size[1]!;
  // One spatial axis is an image of one row.
  const two = (list: readonly number[], missing: number): [number, number] =>
    spatial === 1 ? [missing, list[0]!] : [list[0]!, list[1]!];
  const [height, width] = two(x.size.slice(3), 1);
  const [row, column] = two(x.strides.slice(3), 0);
  const taps = two(w.size.slice(3), 1);
  const size = two(kernel.size, 1);
  if (!isOneAxis(x.strides[1]!, x.strides[2]!, groups, inputs)) return 'conv over groups that are not neighbours';
  const list = channelsFirst(size[0], size[1], groups * each);
  const operands: OperandView[] = [];
  for (const operand of epilogue.operands) {
    const [b, g, o, ...space] = operand.strides;
    if (!isOneAxis(g!, o!, groups, each)) return 'conv with an epilogue over groups that are not neighbours';
    operands.push({ ...operand, strides: [b!, ...two(space, 0), each === 1 ? g! : o!] });
  }
  const shape = {
    batch,
    height,
    width,
    channels: groups * inputs,
    groups,
    outputs: groups * each,
    kernel: taps,
    strides: two(kernel.strides, 1),
    dilations: two(kernel.dilations, 1),
    pads: two(kernel.pads, 0),
    size,
    input: { batch: x.strides[0]!, row, column, channel: inputs === 1 && groups > 1 ? x.strides[1]! : x.strides[2]! },
    output: { type: tensors[output]!.type, ...list },
    epilogue: { ...epilogue, operands },
  };
  const pointers = (packed: number): number[] => [
    context.addressOf(x.tensor) + x.offset * 4,
    packed,
    context.addressOf(output),
    ...pointersOf(context, kernel.epilogue),
  ];
  const [kh, kw] = taps;
  const count = elements(w.size);
  if (choice?.algorithm === 'depthwise') {
    const code = once(context, `depthwise ${keyOf(shape)}`, () => emitDepthwise(context.module, 'depthwise', shape));
    const { address, calls } = layOut(context, w, count * 4, (view) => [depthwiseWeightCopy(view)]);
    return [...calls, { code, algorithm: 'depthwise', pointers: pointers(address) }];
  }
  if (choice?.algorithm === 'planes') return [planes(context, kernel, epilogue)];
  if (choice?.algorithm === 'winograd') {
    const { unit } = choice;
    const tuning = winogradTuning(context.module.target.relaxed, unit);
    const code = once(context, `winograd ${unit} ${keyOf(shape)}`, () =>
      emitWinograd(context.module, 'winograd', shape, tuning),
    );
    const bytes = (unit + 2) ** 2 * packedSize(inputs, each) * 4;
    const packed = context.keep(bytes, (target) => {
      const { data, offset, strides } = context.sourceOf(w);
      const from = { offset, strides: strides.slice(1) };
      packWinogradWeights(data as Float32Array, from, inputs, each, unit, floatsIn(target));
    });
    return [{ code, algorithm: describeCandidate(choice), pointers: pointers(packed) }];
  }
  const code = once(context, `conv ${keyOf(shape)}`, () => emitConv(context.module, 'conv', shape));
  const bytes = groups * packedSize(kh * kw * inputs, each) * 4;
  const { address, calls } = layOut(context, w, bytes, convWeightCopies);
  return [...calls, { code, algorithm: 'direct', pointers: pointers(address) }];
}

/** A 1 x 1 convolution as the product of its weights and the image's planes. */
function planes(context: Context, kernel: Convolution, epilogue: Epilogue): Call {
  const { x, w, output, size } = kernel;
  const [batch, k, m, n] = [x.size[0]!, x.size[2]!, w.size[1]!, elements(size)];
  const pixel = (strides: readonly number[]): number => strides[strides.length - 1]!;
  const shape = {
    batch: [batch],
    m,
    n,
    k,
    a: { batch: [0], row: w.strides[1]!, column: w.strides[2]! },
    b: { kind: 'rows', batch: [x.strides[0]!], row: x.strides[2]!, column: 1 } as const,
    output: { type: context.program.tensors[output]!.type, batch: [m * n], row: n },
    epilogue: {
      ...epilogue,
      operands: epilogue.operands.map((each) => ({
        ...each,
        strides: [each.strides[0]!, each.strides[2]!, pixel(each.strides)],
      })),
    },
  };
  const code = once(context, `matmul ${keyOf(shape)}`, () => emitMatmul(context.module, 'matmul', shape));
  const [left, right] = [w, x].map(({ tensor, offset }) => context.addressOf(tensor) + offset * 4) as [number, number];
  const pointers = [left, right, context.addressOf(output), ...pointersOf(context, kernel.epilogue)];
  return { code, algorithm: 'planes', pointers };
}

export function translatePool(context: Context, kernel: Pool): readonly Call[] | string {
  const { x, output, fn } = kernel;
  const spatial = kernel.size.length;
  const type = context.program.tensors[x.tensor]!.type;
  if (type !== 'float32' || kernel.indices !== undefined) return `no vector code for pool of ${type} with indices`;
  const outer = x.size.length - spatial;
  if (spatial > 2 || outer < 1) return `no vector code for pool over ${spatial} axes`;
  const two = (list: readonly number[], missing: number): [number, number] =>
    spatial === 1 ? [missing, list[0]!] : [list[0]!, list[1]!];
  const [height, width] = two(x.size.slice(outer), 1);
  const [row, column] = two(x.strides.slice(outer), 0);
  const size = two(kernel.size, 1);
  const dense = denseStrides([...x.size.slice(0, outer), ...kernel.size]);
  const [outRow, outColumn] = two(dense.slice(outer), 0);
  const channel = outer - 1;
  // The axes before the channels are one batch, or several that are called one after another.
  const batches = fuseAxes(x.size.slice(0, channel), [x.strides.slice(0, channel), dense.slice(0, channel)]);
  const last = batches.size.length - 1;
  const [fromStrides, toStrides] = [batches.strides[0]!, batches.strides[1]!];
  const from = offsetsOf(batches.size.slice(0, -1), fromStrides, x.offset);
  const to = offsetsOf(batches.size.slice(0, -1), toStrides, 0);
  if (from.length > 256) return `no vector code for pool of ${from.length} batches`;
  const shape = {
    fn,
    batch: last < 0 ? 1 : batches.size[last]!,
    height,
    width,
    channels: x.size[channel]!,
    kernel: two(kernel.kernel, 1),
    strides: two(kernel.strides, 1),
    dilations: two(kernel.dilations, 1),
    pads: two(kernel.pads.begin, 0),
    padsEnd: two(kernel.pads.end, 0),
    size,
    countsPadding: kernel.countsPadding,
    input: { batch: fromStrides[last] ?? 0, row, column, channel: x.strides[channel]! },
    output: {
      type: 'float32',
      batch: toStrides[last] ?? 0,
      row: outRow,
      column: outColumn,
      channel: dense[channel]!,
    },
  } as const;
  const code = once(context, `pool ${keyOf(shape)}`, () => emitPool(context.module, 'pool', shape));
  const [source, target] = [context.addressOf(x.tensor), context.addressOf(output)];
  return from.map((offset, at) => ({
    code,
    algorithm: 'windows',
    pointers: [source + offset * 4, target + to[at]! * 4],
  }));
}

/** Whether a view steps through two neighbouring axes as through one. */
function isOneAxis(outer: number, inner: number, outerSize: number, innerSize: number): boolean {
  return outerSize === 1 || innerSize === 1 || outer === inner * innerSize;
}
