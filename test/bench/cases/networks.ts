// Whole networks of the families that several benches measure, at sizes that are used.
import type { Graph } from '@edgewright/core/graph/graph.js';
import { families } from '@edgewright/core/models/families.js';
import type { Parameters } from '@edgewright/schemas/generated/record.js';

export const networks: Readonly<Record<string, () => Graph>> = {
  'fc, 8 layers of 1024, batch 1': () => network('fc', { layers: 8, nodes: 1024, input: 1024, output: 1024, batch: 1 }),
  'fc, 8 layers of 1024, batch 16': () =>
    network('fc', { layers: 8, nodes: 1024, input: 1024, output: 1024, batch: 16 }),
  'cnn as ResNet-18, 224 x 224': () => network('cnn', { ...residual, filters: 64, image: 224 }),
  'mobile 1.0, 224 x 224': () =>
    network('mobile', { width: 1, depth: 1, expansion: 6, image: 224, channels: 3, output: 1000, batch: 1 }),
  'transformer, 4 layers of 256, 128 tokens': () =>
    network('transformer', {
      kind: 'encoder',
      layers: 4,
      heads: 4,
      hidden: 256,
      feedforward: 1024,
      length: 128,
      positions: 128,
      vocab: 1000,
      batch: 1,
    }),
  'LSTM of 512, 50 steps': () =>
    network('rnn', { cell: 'lstm', layers: 1, embed: 512, length: 50, vocab: 1000, batch: 1 }),
};

/** Too small for more than one thread. */
export const smallNetworks: Readonly<Record<string, () => Graph>> = {
  'fc, 4 layers of 64': () => network('fc', { layers: 4, nodes: 64, input: 64, output: 10, batch: 1 }),
  'cnn of 8 filters, 32 x 32': () => network('cnn', { ...residual, filters: 8, image: 32 }),
};

const residual = { block: 'residual', blocks: 2, channels: 3, output: 1000, batch: 1 } as const;

function network(name: keyof typeof families, parameters: Parameters): Graph {
  return families[name].build(parameters, 'float32', 1);
}
