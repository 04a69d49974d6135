// Tensors for a model, from features or from the events of a window in order.
import type { Tensor } from '@edgewright/schemas/pipeline.js';
import type { TaskEvent } from '../triggers/event.ts';
import { evaluateFor, nothingEarlier } from '../triggers/predicate.ts';

export interface TensorValue {
  readonly shape: readonly number[];
  /** Row by row. */
  readonly data: Float32Array;
}

/** [1, features], or [1, length, values] of a sequence. */
export function shapeOf(tensor: Tensor): readonly number[] {
  return tensor.kind === 'features' ? [1, tensor.features.length] : [1, tensor.length, tensor.values.length];
}

/** Values that cannot be computed, and places before the first event, are 0. */
export function tensorOf(
  tensor: Tensor,
  features: Readonly<Record<string, number>>,
  events: readonly TaskEvent[],
): TensorValue {
  const shape = shapeOf(tensor);
  if (tensor.kind === 'features')
    return { shape, data: Float32Array.from(tensor.features, (name) => features[name] ?? 0) };
  const { values, length } = tensor;
  const data = new Float32Array(length * values.length);
  const last = events.slice(-length);
  const begin = length - last.length;
  for (const [at, event] of last.entries()) {
    for (const [column, value] of values.entries()) {
      const result = evaluateFor(value, event, nothingEarlier);
      data[(begin + at) * values.length + column] = typeof result === 'number' ? result : 0;
    }
  }
  return { shape, data };
}
