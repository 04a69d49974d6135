// Residual networks after ResNet: a stem, groups of residual or bottleneck blocks, global average pooling, a dense
// layer. The bottleneck strides in its 3x3 convolution; the first block of every group has a projection shortcut.
import type { Cost, Parameters, Precision } from '@edgewright/schemas/generated/record.js';
import type { Graph } from '../graph/graph.ts';
import { GraphBuilder } from './builder.ts';
import type { Family } from './family.ts';
import { choiceOf, listOf, numberOf } from './parameters.ts';
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

export const cnn: Family = { name: 'cnn', cost, build, items: (parameters) => numberOf(parameters, 'batch'), refuse };

interface Sizes {
  readonly block: 'residual' | 'bottleneck';
  readonly blocks: readonly number[];
  readonly filters: number;
  readonly image: number;
  readonly channels: number;
  readonly output: number;
  readonly batch: number;
}

/** One block: `input` channels of `from` x `from` pixels become `output` channels of `to` x `to`. */
interface Block {
  readonly kind: 'residual' | 'bottleneck';
  readonly batch: number;
  readonly input: number;
  /** Filters of the 3x3 convolutions. */
  readonly inner: number;
  readonly output: number;
  readonly from: number;
  readonly to: number;
  readonly project: boolean;
}

function cost(parameters: Parameters, precision: Precision): Cost {
  const { blocks, filters, image, channels, output, batch } = sizesOf(parameters);
  const stem = half(image);
  const pooled = half(stem);
  const stemOut = batch * filters * stem * stem;
  const poolOut = batch * filters * pooled * pooled;
  let total = sum(
    convolution({ batch, input: channels, output: filters, kernel: 7, from: image, to: stem }),
    pointwise(stemOut, 1),
    // Nine comparisons an output.
    tally({ elementwise: 9 * poolOut, moved: stemOut + poolOut }),
  );
  let peak = Math.max(batch * channels * image * image + stemOut, 2 * stemOut);
  const groups = groupsOf(parameters);
  for (const [group, [first, later]] of groups.entries()) {
    const repeats = blocks[group]! - 1;
    total = sum(total, blockTally(first), times(repeats, blockTally(later)));
    peak = Math.max(peak, blockPeak(first), repeats > 0 ? blockPeak(later) : 0);
  }
  const { output: width, to } = groups[groups.length - 1]![1];
  const last = batch * width * to * to;
  total = sum(total, tally({ elementwise: last, moved: last + batch * width }), dense(batch, width, output));
  peak = Math.max(peak, last + batch * width, batch * (width + output));
  return costOf(total, peak * precisionBytes[precision], precision);
}

function blockTally({ kind, batch, input, inner, output, from, to, project }: Block): Tally {
  const out = batch * output * to * to;
  const middle = batch * inner * to * to;
  const shortcut = project ? convolution({ batch, input, output, kernel: 1, from, to }) : nothing;
  // The sum with the shortcut, and its ReLU.
  const join = sum(shortcut, pointwise(out, 1, 2), pointwise(out, 1));
  if (kind === 'residual') {
    return sum(
      convolution({ batch, input, output: inner, kernel: 3, from, to }),
      pointwise(middle, 1),
      convolution({ batch, input: inner, output, kernel: 3, from: to, to }),
      join,
    );
  }
  return sum(
    convolution({ batch, input, output: inner, kernel: 1, from, to: from }),
    pointwise(batch * inner * from * from, 1),
    convolution({ batch, input: inner, output: inner, kernel: 3, from, to }),
    pointwise(middle, 1),
    convolution({ batch, input: inner, output, kernel: 1, from: to, to }),
    join,
  );
}

/**
 * Activation elements alive at once in a block. The block's input lives until the shortcut has read it. Beside it: two
 * tensors of the first convolution's size in its normalisation, or two of the output's; at the sum, three of the output's.
 */
function blockPeak({ kind, batch, input, inner, output, from, to }: Block): number {
  const entering = batch * input * from * from;
  const leaving = batch * output * to * to;
  const expanded = kind === 'bottleneck' ? batch * inner * from * from : 0;
  return Math.max(entering + 2 * expanded, entering + 2 * leaving, 3 * leaving);
}

/** The first block of each group and the one that is repeated after it. */
function groupsOf(parameters: Parameters): readonly (readonly [Block, Block])[] {
  const { block: kind, blocks, filters, image, batch } = sizesOf(parameters);
  const expansion = kind === 'bottleneck' ? 4 : 1;
  let input = filters;
  let from = half(half(image));
  return blocks.map((_, group) => {
    const inner = filters * 2 ** group;
    const output = inner * expansion;
    const to = group === 0 ? from : half(from);
    const first: Block = { kind, batch, input, inner, output, from, to, project: true };
    const later: Block = { ...first, input: output, from: to, project: false };
    input = output;
    from = to;
    return [first, later] as const;
  });
}

function build(parameters: Parameters, precision: Precision, seed: number): Graph {
  const { blocks, filters, image, channels, output, batch } = sizesOf(parameters);
  const builder = new GraphBuilder('cnn', precision, seed);
  // The last scale of a block is 1/sqrt(blocks): the sum over all blocks then neither explodes nor vanishes.
  const residualScale = 1 / Math.sqrt(blocks.reduce((total, count) => total + count, 0));
  let x = builder.input('input', { type: precision, shape: [batch, channels, image, image] });
  x = builder.convolution('stem', x, { input: channels, output: filters, kernel: 7, stride: 2 });
  x = builder.node('Relu', 'stem.relu', [x]);
  x = builder.node('MaxPool', 'stem.pool', [x], {
    kernel_shape: { kind: 'ints', value: [3, 3] },
    strides: { kind: 'ints', value: [2, 2] },
    pads: { kind: 'ints', value: [1, 1, 1, 1] },
  });
  const groups = groupsOf(parameters);
  for (const [group, [first, later]] of groups.entries()) {
    for (let index = 0; index < blocks[group]!; index++) {
      const block = index === 0 ? first : later;
      const stride = index === 0 && group > 0 ? 2 : 1;
      x = addBlock(builder, `group${group + 1}.block${index + 1}`, x, block, stride, residualScale);
    }
  }
  const width = groups[groups.length - 1]![1].output;
  x = builder.node('GlobalAveragePool', 'pool', [x]);
  x = builder.node('Flatten', 'flatten', [x]);
  builder.output(builder.dense('output', x, width, output, kaiming(width)));
  return builder.finish();
}

function addBlock(
  builder: GraphBuilder,
  name: string,
  x: string,
  { kind, input, inner, output, project }: Block,
  stride: number,
  residualScale: number,
): string {
  const layers =
    kind === 'residual'
      ? [
          { input, output: inner, kernel: 3, stride },
          { input: inner, output, kernel: 3, stride: 1 },
        ]
      : [
          { input, output: inner, kernel: 1, stride: 1 },
          { input: inner, output: inner, kernel: 3, stride },
          { input: inner, output, kernel: 1, stride: 1 },
        ];
  let y = x;
  for (const [index, layer] of layers.entries()) {
    const last = index === layers.length - 1;
    y = builder.convolution(`${name}.conv${index + 1}`, y, layer, last ? residualScale : 1);
    if (!last) y = builder.node('Relu', `${name}.relu${index + 1}`, [y]);
  }
  const shortcut = project ? builder.convolution(`${name}.shortcut`, x, { input, output, kernel: 1, stride }) : x;
  y = builder.node('Add', `${name}.add`, [y, shortcut]);
  return builder.node('Relu', `${name}.relu`, [y]);
}

function refuse(): string | undefined {
  return undefined;
}

function sizesOf(parameters: Parameters): Sizes {
  return {
    block: choiceOf(parameters, 'block', ['residual', 'bottleneck']),
    blocks: listOf(parameters, 'blocks', 4),
    filters: numberOf(parameters, 'filters'),
    image: numberOf(parameters, 'image'),
    channels: numberOf(parameters, 'channels'),
    output: numberOf(parameters, 'output'),
    batch: numberOf(parameters, 'batch'),
  };
}

/** Pixels after a stride of two with padding (kernel - 1) / 2. */
function half(pixels: number): number {
  return Math.ceil(pixels / 2);
}
