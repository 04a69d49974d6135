// Inverted residuals with depthwise convolutions after MobileNetV2 (Sandler et al. 2018, table 2), scaled by a width
// multiplier. Channels are rounded to multiples of eight as its authors' code does.
import type { Cost, Parameters, Precision } from '@edgewright/schemas/generated/record.js';
import type { Graph } from '../graph/graph.ts';
import { GraphBuilder } from './builder.ts';
import type { Family } from './family.ts';
import { numberOf } from './parameters.ts';
import { kaiming } from './scale.ts';
import {
  convolution,
  costOf,
  dense,
  nothing,
  pointwise,
  precisionBytes,
  sum,
  type Tally,
  tally,
  times,
} from './tally.ts';

export const mobile: Family = {
  name: 'mobile',
  cost,
  build,
  items: (parameters) => numberOf(parameters, 'batch'),
  refuse: () => undefined,
};

/** Channels, repeats and stride of each stage; only the first stage does not expand. */
const stages = [
  { channels: 16, repeats: 1, stride: 1 },
  { channels: 24, repeats: 2, stride: 2 },
  { channels: 32, repeats: 3, stride: 2 },
  { channels: 64, repeats: 4, stride: 2 },
  { channels: 96, repeats: 3, stride: 1 },
  { channels: 160, repeats: 3, stride: 2 },
  { channels: 320, repeats: 1, stride: 1 },
] as const;

interface Sizes {
  readonly image: number;
  readonly channels: number;
  readonly output: number;
  readonly batch: number;
  /** Channels after the first convolution. */
  readonly stem: number;
  /** Channels before the pooling. */
  readonly last: number;
}

/** One inverted residual: `input` channels of `from` x `from` pixels become `output` channels of `to` x `to`. */
interface Block {
  readonly batch: number;
  readonly input: number;
  readonly expansion: number;
  readonly output: number;
  readonly from: number;
  readonly to: number;
  readonly stride: number;
}

function cost(parameters: Parameters, precision: Precision): Cost {
  const { image, channels, output, batch, stem, last } = sizesOf(parameters);
  const first = half(image);
  const stemOut = batch * stem * first * first;
  let total = sum(
    // Both bounds of the ReLU6.
    tally({ constants: 2 }),
    convolution({ batch, input: channels, output: stem, kernel: 3, from: image, to: first }),
    pointwise(stemOut, 1),
  );
  let peak = Math.max(batch * channels * image * image + stemOut, 2 * stemOut);
  const runs = blocksOf(parameters);
  for (const { block, count } of runs) {
    total = sum(total, times(count, blockTally(block)));
    peak = Math.max(peak, blockPeak(block));
  }
  const { output: width, to } = runs[runs.length - 1]!.block;
  const features = batch * last * to * to;
  total = sum(
    total,
    convolution({ batch, input: width, output: last, kernel: 1, from: to, to }),
    pointwise(features, 1),
    tally({ elementwise: features, moved: features + batch * last }),
    dense(batch, last, output),
  );
  peak = Math.max(
    peak,
    batch * width * to * to + features,
    2 * features,
    features + batch * last,
    batch * (last + output),
  );
  return costOf(total, peak * precisionBytes[precision], precision);
}

function blockTally(block: Block): Tally {
  const { batch, input, expansion, output, from, to } = block;
  const inner = input * expansion;
  const expand =
    expansion === 1
      ? nothing
      : sum(
          convolution({ batch, input, output: inner, kernel: 1, from, to: from }),
          pointwise(batch * inner * from * from, 1),
        );
  return sum(
    expand,
    convolution({ batch, input: inner, output: inner, groups: inner, kernel: 3, from, to }),
    pointwise(batch * inner * to * to, 1),
    convolution({ batch, input: inner, output, kernel: 1, from: to, to }),
    isResidual(block) ? pointwise(batch * output * to * to, 1, 2) : nothing,
  );
}

/** Activation elements alive at once in a block; `kept` is its input where the residual still needs it. */
function blockPeak(block: Block): number {
  const { batch, input, expansion, output, from, to } = block;
  const entering = batch * input * from * from;
  const leaving = batch * output * to * to;
  const expanded = entering * expansion;
  const filtered = batch * input * expansion * to * to;
  const kept = isResidual(block) ? entering : 0;
  const expand = expansion === 1 ? 0 : Math.max(entering + expanded, kept + 2 * expanded);
  // Without expansion the depthwise convolution reads the block's input itself.
  const filter = expansion === 1 ? entering + filtered : kept + expanded + filtered;
  return Math.max(expand, filter, kept + 2 * filtered, kept + filtered + leaving, kept + 2 * leaving);
}

/** The blocks in order, equal neighbours as one entry with their count. */
function blocksOf(parameters: Parameters): readonly { readonly block: Block; readonly count: number }[] {
  const { image, batch, stem } = sizesOf(parameters);
  const width = numberOf(parameters, 'width');
  const depth = numberOf(parameters, 'depth');
  const runs: { block: Block; count: number }[] = [];
  let input = stem;
  let from = half(image);
  for (const [index, stage] of stages.entries()) {
    const output = channelsOf(stage.channels * width);
    const to = stage.stride === 2 ? half(from) : from;
    const expansion = index === 0 ? 1 : numberOf(parameters, 'expansion');
    const block: Block = { batch, input, expansion, output, from, to, stride: stage.stride };
    runs.push({ block, count: 1 });
    const repeats = Math.ceil(stage.repeats * depth) - 1;
    if (repeats > 0) runs.push({ block: { ...block, input: output, from: to, stride: 1 }, count: repeats });
    input = output;
    from = to;
  }
  return runs;
}

function build(parameters: Parameters, precision: Precision, seed: number): Graph {
  const { image, channels, output, batch, stem, last } = sizesOf(parameters);
  const builder = new GraphBuilder('mobile', precision, seed);
  const bounds = [builder.scalar('relu6.low', 0), builder.scalar('relu6.high', 6)];
  let x = builder.input('input', { type: precision, shape: [batch, channels, image, image] });
  x = builder.convolution('stem', x, { input: channels, output: stem, kernel: 3, stride: 2 });
  x = builder.node('Clip', 'stem.relu6', [x, ...bounds]);
  const runs = blocksOf(parameters);
  // As in the residual networks: the sum over all residuals neither explodes nor vanishes.
  const residualScale = 1 / Math.sqrt(runs.reduce((total, { count }) => total + count, 0));
  let index = 0;
  for (const { block, count } of runs) {
    for (let repeat = 0; repeat < count; repeat++) {
      x = addBlock(builder, `block${++index}`, x, block, bounds, residualScale);
    }
  }
  const width = runs[runs.length - 1]!.block.output;
  x = builder.convolution('last', x, { input: width, output: last, kernel: 1, stride: 1 });
  x = builder.node('Clip', 'last.relu6', [x, ...bounds]);
  x = builder.node('GlobalAveragePool', 'pool', [x]);
  x = builder.node('Flatten', 'flatten', [x]);
  builder.output(builder.dense('output', x, last, output, kaiming(last)));
  return builder.finish();
}

function addBlock(
  builder: GraphBuilder,
  name: string,
  x: string,
  block: Block,
  bounds: readonly string[],
  residualScale: number,
): string {
  const { input, expansion, output, stride } = block;
  const inner = input * expansion;
  let y = x;
  if (expansion !== 1) {
    y = builder.convolution(`${name}.expand`, y, { input, output: inner, kernel: 1, stride: 1 });
    y = builder.node('Clip', `${name}.expand.relu6`, [y, ...bounds]);
  }
  y = builder.convolution(`${name}.depthwise`, y, { input: inner, output: inner, groups: inner, kernel: 3, stride });
  y = builder.node('Clip', `${name}.depthwise.relu6`, [y, ...bounds]);
  const gain = isResidual(block) ? residualScale : 1;
  y = builder.convolution(`${name}.project`, y, { input: inner, output, kernel: 1, stride: 1 }, gain);
  return isResidual(block) ? builder.node('Add', `${name}.add`, [y, x]) : y;
}

function isResidual({ input, output, stride }: Block): boolean {
  return stride === 1 && input === output;
}

function sizesOf(parameters: Parameters): Sizes {
  const width = numberOf(parameters, 'width');
  return {
    image: numberOf(parameters, 'image'),
    channels: numberOf(parameters, 'channels'),
    output: numberOf(parameters, 'output'),
    batch: numberOf(parameters, 'batch'),
    stem: channelsOf(32 * width),
    last: channelsOf(1280 * Math.max(1, width)),
  };
}

/** Nearest multiple of eight, at least eight, and never more than a tenth below the value. */
function channelsOf(value: number): number {
  const rounded = Math.max(8, Math.floor((value + 4) / 8) * 8);
  return rounded < 0.9 * value ? rounded + 8 : rounded;
}

/** Pixels after a stride of two with padding (kernel - 1) / 2. */
function half(pixels: number): number {
  return Math.ceil(pixels / 2);
}
