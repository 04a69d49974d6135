// Fully connected networks: `layers` dense layers of `nodes` with ReLU, then a linear output layer.
import type { Cost, Parameters, Precision } from '@edgewright/schemas/generated/record.js';
import type { Graph } from '../graph/graph.ts';
import { GraphBuilder } from './builder.ts';
import type { Family } from './family.ts';
import { numberOf } from './parameters.ts';
import { kaiming } from './scale.ts';
import { costOf, dense, pointwise, precisionBytes, sum, times } from './tally.ts';

export const fc: Family = { name: 'fc', cost, build, items: (parameters) => numberOf(parameters, 'batch'), refuse };

interface Sizes {
  readonly layers: number;
  readonly nodes: number;
  readonly input: number;
  readonly output: number;
  readonly batch: number;
}

function cost(parameters: Parameters, precision: Precision): Cost {
  const { layers, nodes, input, output, batch } = sizesOf(parameters);
  const total = sum(
    dense(batch, input, nodes),
    times(layers - 1, dense(batch, nodes, nodes)),
    times(layers, pointwise(batch * nodes, 1)),
    dense(batch, nodes, output),
  );
  const peak = Math.max(input + nodes, 2 * nodes, nodes + output) * batch * precisionBytes[precision];
  return costOf(total, peak, precision);
}

function build(parameters: Parameters, precision: Precision, seed: number): Graph {
  const { layers, nodes, input, output, batch } = sizesOf(parameters);
  const builder = new GraphBuilder('fc', precision, seed);
  let x = builder.input('input', { type: precision, shape: [batch, input] });
  let width = input;
  for (let layer = 1; layer <= layers; layer++) {
    x = builder.dense(`layer${layer}`, x, width, nodes, kaiming(width));
    x = builder.node('Relu', `layer${layer}.relu`, [x]);
    width = nodes;
  }
  builder.output(builder.dense('output', x, width, output, kaiming(width)));
  return builder.finish();
}

function refuse(): string | undefined {
  return undefined;
}

function sizesOf(parameters: Parameters): Sizes {
  return {
    layers: numberOf(parameters, 'layers'),
    nodes: numberOf(parameters, 'nodes'),
    input: numberOf(parameters, 'input'),
    output: numberOf(parameters, 'output'),
    batch: numberOf(parameters, 'batch'),
  };
}
