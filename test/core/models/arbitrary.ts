// Small random parameters of every family.
import type { families } from '@edgewright/core/models/families.js';
import type { Parameters } from '@edgewright/schemas/generated/record.js';
import fc from 'fast-check';

export type GeneratedName = keyof typeof families;

const int = (min: number, max: number) => fc.integer({ min, max });

/** Parameters that make a model of the family, small enough to run in milliseconds. */
export const smallParameters: Readonly<Record<GeneratedName, fc.Arbitrary<Parameters>>> = {
  fc: fc.record({ layers: int(1, 5), nodes: int(1, 40), input: int(1, 40), output: int(1, 40), batch: int(1, 5) }),
  cnn: fc.record({
    block: fc.constantFrom('residual', 'bottleneck'),
    blocks: fc.oneof(int(1, 2), fc.array(int(1, 3), { minLength: 1, maxLength: 5 })),
    filters: int(1, 6),
    image: int(8, 40),
    channels: int(1, 12),
    output: int(1, 60),
    batch: int(1, 3),
  }),
  rnn: fc.record({
    cell: fc.constantFrom('rnn', 'lstm', 'gru'),
    layers: int(1, 4),
    embed: int(1, 20),
    length: int(1, 12),
    vocab: int(1, 60),
    batch: int(1, 4),
  }),
  transformer: fc
    .record({
      kind: fc.constantFrom('encoder', 'decoder'),
      layers: int(1, 3),
      heads: int(1, 4),
      size: int(1, 8),
      feedforward: int(0, 48),
      length: int(1, 40),
      spare: int(0, 9),
      vocab: int(1, 90),
      batch: int(1, 3),
    })
    .map(({ size, spare, ...rest }) => ({
      ...rest,
      hidden: rest.heads * size,
      positions: spare === 0 ? 0 : rest.length + spare,
    })),
  mobile: fc.record({
    width: fc.double({ min: 0.05, max: 0.6, noNaN: true }),
    depth: fc.double({ min: 0.1, max: 1.6, noNaN: true }),
    expansion: int(1, 6),
    image: int(8, 48),
    channels: int(1, 12),
    output: int(1, 60),
    batch: int(1, 3),
  }),
};
