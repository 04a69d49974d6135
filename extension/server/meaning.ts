// What the names and functions of expressions are, in words: for completion and hover alike.
import type { FunctionName } from '@edgewright/schemas/expression-node.js';
import { executionNames } from '@edgewright/schemas/names.js';
import sweepSchema from '@edgewright/schemas/sweep.schema.json' with { type: 'json' };

const { execution, scenario } = sweepSchema.definitions;

/** Of names that are no parameter of a model. */
export const nameMeanings: Readonly<Record<string, string>> = {
  KiB: '1,024 bytes.',
  MiB: '1,048,576 bytes.',
  GiB: '1,073,741,824 bytes.',
  parameters: 'Trained parameters of the model.',
  macs: 'Multiply-accumulate operations of one inference.',
  flops: 'Floating-point operations of one inference: two for each MAC, and those of element-wise parts.',
  weightBytes: 'Bytes of all weights and constants.',
  activationBytes: 'Bytes of activations that are alive at once, at most.',
  trafficBytes: 'Bytes read and written by one inference, if every tensor is moved once.',
  items: 'Items (examples, images, sequences) in one inference.',
  model: 'The name of the model.',
  family: 'The family of the model.',
  ...Object.fromEntries(executionNames.map((name) => [name, executionMeaning(name)])),
};

function executionMeaning(name: (typeof executionNames)[number]): string {
  return name === 'scenario'
    ? `The kind of the scenario. ${scenario.description}`
    : execution.properties[name].description;
}

export const signatures: Readonly<Record<FunctionName, { readonly signature: string; readonly meaning: string }>> = {
  min: { signature: 'min(a, b, ...)', meaning: 'The least of its arguments.' },
  max: { signature: 'max(a, b, ...)', meaning: 'The greatest of its arguments.' },
  abs: { signature: 'abs(x)', meaning: 'The distance from 0.' },
  floor: { signature: 'floor(x)', meaning: 'The next whole number below.' },
  ceil: { signature: 'ceil(x)', meaning: 'The next whole number above.' },
  round: { signature: 'round(x)', meaning: 'The nearest whole number.' },
  sqrt: { signature: 'sqrt(x)', meaning: 'The square root.' },
  log2: { signature: 'log2(x)', meaning: 'The logarithm to base 2.' },
};
