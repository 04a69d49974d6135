// Convolutions and pooling: which algorithm an image's windows get. Images keep their channels in planes, as in ONNX; the
// kernels turn them inside.
import { elements } from '../../graph.ts';
import type { Convolution, Pool } from '../../program/kernel.ts';
import { denseStrides, fuseAxes, type View } from '../../program/view.ts';
import { emitConv, packConvWeights } from '../conv.ts';
import { emitDepthwise, packDepthwiseWeights } from '../depthwise.ts';
import { type OperandView, slack } from '../kernel.ts';
import { packedSize } from '../pack.ts';
import { emitPool } from '../pool.ts';
import { panelWidth } from '../tile.ts';
import { channelsFirst } from '../windows.ts';
import { emitWinograd, packWinogradWeights, type WinogradUnit, winogradTuning } from '../winograd.ts';
import { chooseWinogradUnit } from '../winogradUnit.ts';
import {
  bytesIn,
  type Call,
  type Context,
  denseData,
  epilogueOf,
  keyOf,
  offsetsOf,
  once,
  pointersOf,
  regionCall,
} from './context.ts';

/** Transforms move more than they compute; by this they choose what was fastest of ResNet-18's layers (docs/compiler-kernels.md). */
const transformWeight = 2.5;

export function translateConv(context: Context, kernel: Convolution, index: number): readonly Call[] | string {
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
  const isConstant = context.isConstant(w.tensor);
  const weights = (): Float32Array => denseData(context, w);
  const pointers = (packed: number): number[] => [
    context.addressOf(x.tensor) + x.offset * 4,
    packed,
    context.addressOf(output),
    ...pointersOf(context, kernel.epilogue),
  ];
  const [kh, kw] = taps;
  const count = elements(w.size);
  if (inputs === 1 && each === 1 && groups > 1) {
    const code = once(context, `depthwise ${keyOf(shape)}`, () => emitDepthwise(context.module, 'depthwise', shape));
    if (!isConstant) {
      const packed = context.reserve(count * 4 + slack);
      const [g, , , ...space] = w.strides;
      const turn = regionCall(
        context,
        {
          width: 4,
          size: [...w.size.slice(3), groups],
          source: { offset: w.offset, strides: [...space, g!] },
          destination: { offset: 0, strides: denseStrides([...w.size.slice(3), groups]) },
        },
        context.addressOf(w.tensor),
        packed,
      );
      return [turn, { code, algorithm: 'depthwise', pointers: pointers(packed) }];
    }
    const packed = context.keep(count * 4, () => bytesIn(packDepthwiseWeights(weights(), shape)));
    return [{ code, algorithm: 'depthwise', pointers: pointers(packed) }];
  }
  const plain = [...shape.strides, ...shape.dilations].every((step) => step === 1);
  if (isConstant && groups === 1 && kh === 3 && kw === 3 && plain && size[0] * size[1] > 0) {
    const choice = chooseWinogradUnit(
      { width: size[1], height: size[0], inputs, outputs: each, kernel: 3 },
      1,
      transformWeight,
    );
    const unit = context.winograd?.(index) ?? (choice.unit as WinogradUnit | 1);
    if (unit > 1) {
      const tuning = winogradTuning(context.module.target.relaxed, unit as WinogradUnit);
      const code = once(context, `winograd ${unit} ${keyOf(shape)}`, () =>
        emitWinograd(context.module, 'winograd', shape, tuning),
      );
      const bytes = (unit + 2) ** 2 * packedSize(inputs, each) * 4;
      const packed = context.keep(bytes, () => bytesIn(packWinogradWeights(weights(), inputs, each, tuning.unit)));
      return [{ code, algorithm: `Winograd F(${unit}, 3)`, pointers: pointers(packed) }];
    }
  }
  const code = once(context, `conv ${keyOf(shape)}`, () => emitConv(context.module, 'conv', shape));
  const bytes = groups * packedSize(kh * kw * inputs, each) * 4;
  if (!isConstant) {
    const packed = context.reserve(bytes + slack);
    const calls = packWeights(context, w, packed);
    return [...calls, { code, algorithm: 'direct', pointers: pointers(packed) }];
  }
  const packed = context.keep(bytes, () => bytesIn(packConvWeights(weights(), shape)));
  return [{ code, algorithm: 'direct', pointers: pointers(packed) }];
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

/** Computed weights into panels, as `packConvWeights` does; lanes of the last panel that no output has stay the zeros of new memory. */
function packWeights(context: Context, w: View, packed: number): readonly Call[] {
  const [groups, each, inputs, ...taps] = w.size;
  const [g, o, c, ...space] = w.strides;
  const full = Math.floor(each! / panelWidth);
  const k = elements(taps) * inputs!;
  const group = packedSize(k, each!);
  const calls: Call[] = [];
  const panels = (count: number, width: number, first: number): void => {
    if (count * width === 0) return;
    const size = [groups!, count, ...taps, inputs!, width];
    const strides = [g!, panelWidth * o!, ...space, c!, o!];
    const inner = denseStrides([...taps, inputs!, panelWidth]);
    const destination = [group, k * panelWidth, ...inner];
    const shape = {
      width: 4 as const,
      size,
      source: { offset: w.offset + first * panelWidth * o!, strides },
      destination: { offset: first * k * panelWidth, strides: destination },
    };
    calls.push({ ...regionCall(context, shape, context.addressOf(w.tensor), packed), algorithm: 'pack' });
  };
  panels(full, panelWidth, 0);
  panels(1, each! % panelWidth, full);
  return calls;
}

/** Whether a view steps through two neighbouring axes as through one. */
function isOneAxis(outer: number, inner: number, outerSize: number, innerSize: number): boolean {
  return outerSize === 1 || innerSize === 1 || outer === inner * innerSize;
}
