// Recurrent language models: embedding, `layers` cells with hidden size equal to the embedding's, a dense head over the
// vocabulary at every step.
import type { Cost, Parameters, Precision } from '@edgewright/schemas/generated/record.js';
import type { Graph } from '../graph/graph.ts';
import { GraphBuilder } from './builder.ts';
import type { Family } from './family.ts';
import { choiceOf, numberOf } from './parameters.ts';
import { lecun } from './scale.ts';
import { costOf, dense, idBytes, lookup, pointwise, precisionBytes, sum, tally, times } from './tally.ts';

export const rnn: Family = { name: 'rnn', cost, build, items: (parameters) => numberOf(parameters, 'batch'), refuse };

interface Sizes {
  readonly cell: 'rnn' | 'lstm' | 'gru';
  readonly layers: number;
  readonly embed: number;
  readonly length: number;
  readonly vocab: number;
  readonly batch: number;
}

interface Cell {
  readonly op: string;
  readonly gates: number;
  /** Operations besides the matrix products, for one hidden unit and step: see docs/models.md. */
  readonly elementwise: number;
  /** Factor on the input's weights that makes up for what the cell's gates take away. */
  readonly gain: number;
}

const cells: Readonly<Record<Sizes['cell'], Cell>> = {
  rnn: { op: 'RNN', gates: 1, elementwise: 4, gain: 1 },
  lstm: { op: 'LSTM', gates: 4, elementwise: 21, gain: 2 },
  gru: { op: 'GRU', gates: 3, elementwise: 17, gain: 1 },
};

function cost(parameters: Parameters, precision: Precision): Cost {
  const { cell, layers, embed, length, vocab, batch } = sizesOf(parameters);
  const { gates, elementwise } = cells[cell];
  const tokens = length * batch;
  const hidden = tokens * embed;
  const logits = tokens * vocab;
  const weights = gates * (2 * embed * embed + 2 * embed);
  const total = sum(
    lookup(vocab, tokens, embed),
    times(
      layers,
      tally({
        parameters: weights,
        constants: weights,
        macs: hidden * gates * 2 * embed,
        elementwise: elementwise * hidden,
        moved: 2 * hidden,
      }),
    ),
    // The axis that takes the direction out of what a cell gives.
    tally({ integerBytes: idBytes }),
    dense(tokens, embed, vocab),
    // The head's bias is a node of its own: the product is written and read once more.
    pointwise(logits, 0),
  );
  const bytes = precisionBytes[precision];
  const peak = Math.max(
    idBytes * tokens + hidden * bytes,
    2 * hidden * bytes,
    (hidden + logits) * bytes,
    2 * logits * bytes,
  );
  return costOf(total, peak, precision);
}

function build(parameters: Parameters, precision: Precision, seed: number): Graph {
  const { cell, layers, embed, length, vocab, batch } = sizesOf(parameters);
  const { op, gates, gain } = cells[cell];
  const builder = new GraphBuilder('rnn', precision, seed);
  const ids = builder.input('ids', { type: 'int64', shape: [length, batch] }, vocab);
  const table = builder.parameter('embedding', [vocab, embed], 1);
  let x = builder.node('Gather', 'embedding.rows', [table, ids]);
  const direction = builder.integers('direction', [1]);
  // Input and state share the fan-in, so that tanh gets a mean square no larger than either's.
  const scale = lecun(2 * embed);
  for (let layer = 1; layer <= layers; layer++) {
    const name = `layer${layer}`;
    const inputs = [
      x,
      builder.parameter(`${name}.input`, [1, gates * embed, embed], scale * gain),
      builder.parameter(`${name}.recurrent`, [1, gates * embed, embed], scale),
      builder.parameter(`${name}.bias`, [1, 2 * gates * embed], 0.1),
    ];
    const steps = builder.node(op, name, inputs, { hidden_size: { kind: 'int', value: embed } });
    x = builder.node('Squeeze', `${name}.steps`, [steps, direction]);
  }
  x = builder.node('MatMul', 'head.product', [x, builder.parameter('head.weight', [embed, vocab], lecun(embed))]);
  builder.output(builder.node('Add', 'head', [x, builder.parameter('head.bias', [vocab], 0.1)]));
  return builder.finish();
}

function refuse(): string | undefined {
  return undefined;
}

function sizesOf(parameters: Parameters): Sizes {
  return {
    cell: choiceOf(parameters, 'cell', ['rnn', 'lstm', 'gru']),
    layers: numberOf(parameters, 'layers'),
    embed: numberOf(parameters, 'embed'),
    length: numberOf(parameters, 'length'),
    vocab: numberOf(parameters, 'vocab'),
    batch: numberOf(parameters, 'batch'),
  };
}
