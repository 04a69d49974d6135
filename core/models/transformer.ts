// Transformers: an encoder after BERT (post-normalisation, token types, pooler) or a causal decoder after GPT-2
// (pre-normalisation, a language-model head that shares the token embedding).
import type { Cost, Parameters, Precision } from '@edgewright/schemas/generated/record.js';
import type { Graph } from '../graph/graph.ts';
import { buildTransformer } from './attention.ts';
import type { Family } from './family.ts';
import { choiceOf, numberOf } from './parameters.ts';
import {
  costOf,
  dense,
  idBytes,
  lookup,
  nothing,
  pointwise,
  precisionBytes,
  sum,
  type Tally,
  tally,
  times,
} from './tally.ts';

export const transformer: Family = {
  name: 'transformer',
  cost,
  build,
  items: (parameters) => numberOf(parameters, 'batch'),
  refuse,
};

export interface Sizes {
  readonly kind: 'encoder' | 'decoder';
  readonly layers: number;
  readonly hidden: number;
  readonly heads: number;
  readonly feedforward: number;
  readonly length: number;
  readonly positions: number;
  readonly vocab: number;
  readonly batch: number;
}

function cost(parameters: Parameters, precision: Precision): Cost {
  const sizes = sizesOf(parameters);
  const total = sum(
    embeddingTally(sizes),
    times(sizes.layers, layerTally(sizes)),
    // Scale of the scores, and the three scalars of GELU.
    tally({ constants: 4 }),
    // Shapes that split the heads and join them again.
    tally({ integerBytes: (4 + 3) * idBytes }),
    sizes.kind === 'encoder' ? poolerTally(sizes) : headTally(sizes),
  );
  return costOf(total, peakOf(sizes, precisionBytes[precision]), precision);
}

function embeddingTally({ kind, hidden, length, positions, vocab, batch }: Sizes): Tally {
  const tokens = batch * length;
  const rows = tokens * hidden;
  // Looked up by a constant [0, length).
  const place = tally({
    parameters: positions * hidden,
    constants: positions * hidden,
    integerBytes: length * idBytes,
    unread: (positions - length) * hidden,
    moved: length * hidden,
    // Added to the tokens: broadcast over the batch.
    elementwise: rows,
  });
  const word = lookup(vocab, tokens, hidden);
  const added = tally({ moved: 2 * rows + length * hidden });
  if (kind === 'decoder') return sum(word, place, added);
  return sum(word, lookup(2, tokens, hidden), pointwise(rows, 1, 2), place, added, normalisation(rows, hidden));
}

function layerTally({ kind, hidden, heads, feedforward, length, batch }: Sizes): Tally {
  const tokens = batch * length;
  const rows = tokens * hidden;
  const scores = batch * heads * length * length;
  const inner = tokens * feedforward;
  return sum(
    times(4, biased(tokens, hidden, hidden)),
    // Heads to the front: query, key, value, and back: context.
    times(4, tally({ moved: 2 * rows })),
    tally({ macs: length * rows, moved: 2 * rows + scores }),
    pointwise(scores, 1),
    kind === 'decoder' ? pointwise(scores, 1) : nothing,
    pointwise(scores, 5),
    tally({ macs: length * rows, moved: scores + 2 * rows }),
    times(2, pointwise(rows, 1, 2)),
    times(2, normalisation(rows, hidden)),
    biased(tokens, hidden, feedforward),
    // GELU: 0.5 x (1 + erf(x / sqrt 2)) in five nodes, one of which reads two activations.
    times(4, pointwise(inner, 1)),
    pointwise(inner, 1, 2),
    biased(tokens, feedforward, hidden),
  );
}

function poolerTally({ hidden, batch }: Sizes): Tally {
  const first = batch * hidden;
  return sum(tally({ integerBytes: idBytes, moved: 2 * first }), dense(batch, hidden, hidden), pointwise(first, 1));
}

function headTally({ hidden, length, vocab, batch }: Sizes): Tally {
  const rows = batch * length * hidden;
  return sum(
    normalisation(rows, hidden),
    // The head reads the whole token embedding, so nothing of it stays unread.
    tally({ macs: rows * vocab, moved: rows + batch * length * vocab, unread: -vocab * hidden }),
    // The causal mask; shapes that flatten the tokens and restore them.
    tally({ constants: length * length, integerBytes: (2 + 3) * idBytes }),
  );
}

/** A matrix product and the sum with the bias, two nodes. */
function biased(rows: number, input: number, output: number): Tally {
  return sum(dense(rows, input, output), pointwise(rows * output, 0));
}

/** Layer normalisation: mean, difference, square, mean, quotient, scale, shift. */
function normalisation(elements: number, hidden: number): Tally {
  return sum(tally({ parameters: 2 * hidden, constants: 2 * hidden }), pointwise(elements, 7));
}

/**
 * Bytes of activations alive at once. T is one activation of all tokens, S the scores of all heads, W the feed-forward's
 * inner activation. In attention: T of the residual, query, key and value, and a fifth while the value's heads are
 * brought to the front; then the scores beside them; then scores twice beside residual and value. In the feed-forward
 * part: the residual beside the GELU's three. Both orders of normalisation have the same peak.
 */
function peakOf({ kind, hidden, heads, feedforward, length, vocab, batch }: Sizes, bytes: number): number {
  const tokens = batch * length;
  const ids = tokens * idBytes;
  const T = tokens * hidden * bytes;
  const S = batch * heads * length * length * bytes;
  const W = tokens * feedforward * bytes;
  const blocks = Math.max(5 * T, 4 * T + S, 2 * T + 2 * S, T + 3 * W, 2 * T + W);
  if (kind === 'encoder') return Math.max(blocks, 2 * ids + T, ids + 2 * T);
  return Math.max(blocks, ids + T, T + tokens * vocab * bytes);
}

function build(parameters: Parameters, precision: Precision, seed: number): Graph {
  return buildTransformer(sizesOf(parameters), precision, seed);
}

function refuse(parameters: Parameters): string | undefined {
  const { hidden, heads, length, positions } = sizesOf(parameters);
  if (hidden % heads !== 0) return `hidden (${hidden}) is not divisible by heads (${heads})`;
  if (length > positions) return `length (${length}) is more than the ${positions} positions`;
  return undefined;
}

function sizesOf(parameters: Parameters): Sizes {
  const hidden = numberOf(parameters, 'hidden');
  const length = numberOf(parameters, 'length');
  return {
    kind: choiceOf(parameters, 'kind', ['encoder', 'decoder']),
    layers: numberOf(parameters, 'layers'),
    hidden,
    heads: numberOf(parameters, 'heads'),
    feedforward: numberOf(parameters, 'feedforward') || 4 * hidden,
    length,
    positions: numberOf(parameters, 'positions') || length,
    vocab: numberOf(parameters, 'vocab'),
    batch: numberOf(parameters, 'batch'),
  };
}
