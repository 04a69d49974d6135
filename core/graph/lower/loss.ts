// Losses, as gathers, products and sums.
import { intOf, stringOf } from '../context.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { cast, div, map, mul, reduce, rowsOf, scalar, select, softmax, widened } from './compute.ts';
import { gatherAxis, gatherElements } from './indexing.ts';
import { type Lowerer, type Lowering, need } from './lowering.ts';
import { filled, reshape } from './move.ts';

export const lossLowerers: Readonly<Record<string, Lowerer>> = {
  NegativeLogLikelihoodLoss: (lowering) => {
    const x = need(lowering, 0);
    return [likelihood(lowering, x, need(lowering, 1), lowering.inputs[2])];
  },
  SoftmaxCrossEntropyLoss: (lowering) => {
    const { b, options } = lowering;
    const x = need(lowering, 0);
    const { flat, restore } = rowsOf(b, x, [1]);
    const logs = restore(softmax(b, flat, true, options.decomposeSoftmax));
    return [likelihood(lowering, logs, need(lowering, 1), lowering.inputs[2]), logs];
  },
};

/** x [batch, classes, space..], target [batch, space..]: -weight[target] x[target], then the mean by weight or the sum. */
function likelihood(lowering: Lowering, x: Value, target: Value, weight: Value | undefined): Value {
  const { b, node } = lowering;
  const index = cast(b, target, 'int64');
  const ignored = node.attributes.ignore_index
    ? map(b, 'equal', [index, scalar(b, 'int64', BigInt(intOf(node, 'ignore_index', 0)))])
    : undefined;
  const place = ignored ? select(b, ignored, scalar(b, 'int64', 0), index) : index;
  const chosen = gatherElements(b, x, reshape(b, place, [x.shape[0]!, 1, ...x.shape.slice(2)]), 1);
  const loss = map(b, 'neg', [reshape(b, chosen, target.shape)]);
  const weights = weightsOf(lowering, place, weight, ignored, x);
  const weighted = weights ? mul(b, loss, weights) : loss;
  const reduction = stringOf(node, 'reduction') ?? 'mean';
  if (reduction === 'none') return weighted;
  if (reduction === 'sum') return total(b, weighted, 'sum');
  if (weights === undefined) return total(b, weighted, 'mean');
  return widened(b, [total(b, weighted, 'sum'), total(b, weights, 'sum')], (sum, count) => div(b, sum!, count!));
}

/** One weight a target; undefined where all are 1. */
function weightsOf(
  { b, node }: Lowering,
  place: Value,
  weight: Value | undefined,
  ignored: Value | undefined,
  x: Value,
): Value | undefined {
  if (weight === undefined && ignored === undefined) return undefined;
  const given = weight ? gatherAxis(b, weight, place, 0, node) : filled(b, x.type, place.shape, 1);
  return ignored ? select(b, ignored, scalar(b, x.type, 0), given) : given;
}

function total(b: ProgramBuilder, x: Value, fn: 'sum' | 'mean'): Value {
  return reshape(
    b,
    reduce(
      b,
      fn,
      x,
      x.shape.map((_, axis) => axis),
    ),
    [],
  );
}
