// What every model family offers: its cost in closed form, before anything is built, and its graph.
import type { Cost, FamilyName, Parameters, Precision } from '@edgewright/schemas/generated/record.js';
import type { Graph } from '../graph/graph.ts';

export interface Family {
  readonly name: Exclude<FamilyName, 'onnx'>;
  /** Parameters, MACs, FLOPs and bytes for one inference. `parameters` has every key of the family. No allocation that grows with the weights. */
  cost(parameters: Parameters, precision: Precision): Cost;
  /** The graph with shapes fixed; weights are seeded, non-zero and not yet made. */
  build(parameters: Parameters, precision: Precision, seed: number): Graph;
  /** Items (examples, images, sequences) in one inference. */
  items(parameters: Parameters): number;
  /** Undefined, or why these parameters do not make a model, such as `hidden` not divisible by `heads`. */
  refuse(parameters: Parameters): string | undefined;
}
