// The layers of a family in words, with the values that an axis gives them.
import type { FamilyName } from '@edgewright/schemas/generated/record.js';

/** Value of a parameter as text: one value, or the least and the greatest. */
export type TextOf = (parameter: string) => string;

/** A line a layer or group of layers, in the order of the data. */
export function layersOf(family: FamilyName, of: TextOf): readonly string[] {
  return structures[family](of);
}

const structures: Readonly<Record<FamilyName, (of: TextOf) => readonly string[]>> = {
  fc: (of) => [
    `${of('input')} input features, ${of('batch')} at a time`,
    `${of('layers')} × dense of ${of('nodes')} units, ReLU`,
    `dense of ${of('output')} units`,
  ],
  cnn: (of) => [
    `image of ${of('image')} × ${of('image')} × ${of('channels')}, ${of('batch')} at a time`,
    `7×7/2 convolution of ${of('filters')} filters, 3×3/2 max pooling`,
    `groups of ${of('blocks')} ${of('block')} blocks, filters doubled and the image halved at each further group`,
    'global average pooling',
    `dense of ${of('output')} classes`,
  ],
  rnn: (of) => [
    `sequence of ${of('length')} steps, ${of('batch')} at a time`,
    `embedding of ${of('vocab')} × ${of('embed')}`,
    `${of('layers')} × ${of('cell')} of ${of('embed')}`,
    `dense of ${of('vocab')} at every step`,
  ],
  transformer: (of) => [
    `sequence of ${of('length')} tokens, ${of('batch')} at a time`,
    `embeddings of ${of('vocab')} tokens and of positions, ${of('hidden')} wide`,
    `${of('layers')} × ${of('kind')} block: attention of ${of('heads')} heads, feed-forward, layer normalisation`,
    'pooler (encoder), or language-model head that shares the token embedding (decoder)',
  ],
  mobile: (of) => [
    `image of ${of('image')} × ${of('image')} × ${of('channels')}, ${of('batch')} at a time`,
    `3×3/2 convolution, channels × ${of('width')}`,
    `inverted residuals: 1×1 expansion × ${of('expansion')}, 3×3 depthwise, 1×1 projection; repeats × ${of('depth')}`,
    '1×1 convolution, global average pooling',
    `dense of ${of('output')} classes`,
  ],
  onnx: () => ['the graph of the file'],
};
