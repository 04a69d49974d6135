// Attention and what comes with it, as products, softmax and element-wise steps.
import { intOf } from '../context.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { add, cast, iota, map, matmul, mul, reduce, scalar, select, softmax, sub, withNumber } from './compute.ts';
import { gatherAxis } from './indexing.ts';
import { floatOf, type Lowerer, type Lowering, NotLowered, need } from './lowering.ts';
import { concat, expand, filled, reshape, sliceAxis, transpose } from './move.ts';

export const attentionLowerers: Readonly<Record<string, Lowerer>> = {
  Attention: attention,
  RotaryEmbedding: (lowering) => [rotary(lowering)],
  'ai.onnx.preview.FlexAttention': (lowering) => [flexible(lowering)],
};

/** [batch, steps, heads x size] to [batch, heads, steps, size]. */
function heads(b: ProgramBuilder, x: Value, count: number): Value {
  const [batch, steps, width] = x.shape as [number, number, number];
  return transpose(b, reshape(b, x, [batch, steps, count, width / count]), [0, 2, 1, 3]);
}

/** [ONNX Attention 23, 24]: Q, K, V, mask, past key, past value, lengths of the keys. */
function attention(lowering: Lowering): readonly (Value | undefined)[] {
  const { b, node, inputs, options } = lowering;
  const [q, k, v] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
  const is3d = q.shape.length === 3;
  const query = is3d ? heads(b, q, intOf(node, 'q_num_heads', 1)) : q;
  const key = is3d ? heads(b, k, intOf(node, 'kv_num_heads', 1)) : k;
  const value = is3d ? heads(b, v, intOf(node, 'kv_num_heads', 1)) : v;
  const presentKey = inputs[4] ? concat(b, [inputs[4], key], 2) : key;
  const presentValue = inputs[5] ? concat(b, [inputs[5], value], 2) : value;
  const [batch, count, steps, size] = query.shape as [number, number, number, number];
  const [, groups, length] = presentKey.shape as [number, number, number];
  // Heads that share a key: [batch, groups, heads of a group, steps, size].
  const each = count / groups;
  const type = query.type === 'float64' ? 'float64' : 'float32';
  const scale = floatOf(node, 'scale', 1 / Math.sqrt(size));
  const grouped = reshape(b, cast(b, query, type), [batch, groups, each, steps, size]);
  const keys = reshape(b, cast(b, presentKey, type), [batch, groups, 1, length, size]);
  const scores = withNumber(b, 'mul', matmul(b, grouped, transpose(b, keys, [0, 1, 2, 4, 3])), scale);
  const raw = reshape(b, scores, [batch, count, steps, length]);
  const cap = floatOf(node, 'softcap', 0);
  const capped = cap > 0 ? withNumber(b, 'mul', map(b, 'tanh', [withNumber(b, 'div', raw, cap)]), cap) : raw;
  const bias = biasOf(lowering, type, { batch, steps, length, past: inputs[4]?.shape[2] ?? 0 });
  const biased = bias ? add(b, capped, bias) : capped;
  const weights = maskedSoftmax(b, biased, bias, options.decomposeSoftmax);
  const width = presentValue.shape[3]!;
  const values = reshape(b, cast(b, presentValue, type), [batch, groups, 1, length, width]);
  const mixed = matmul(b, reshape(b, weights, [batch, groups, each, steps, length]), values);
  const output = cast(b, reshape(b, mixed, [batch, count, steps, width]), q.type);
  const stages = [raw, capped, biased, weights];
  const shown = node.outputs[3] ? cast(b, stages[intOf(node, 'qk_matmul_output_mode', 0)]!, q.type) : undefined;
  const joined = is3d ? reshape(b, transpose(b, output, [0, 2, 1, 3]), [batch, steps, count * width]) : output;
  return [joined, presentKey, presentValue, shown];
}

/** [ONNX FlexAttention, preview]: attention whose scores and weights go through graphs of the model. */
function flexible(lowering: Lowering): Value {
  const { b, node, options } = lowering;
  const [q, k, v] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
  const [batch, count, steps, size] = q.shape as [number, number, number, number];
  const [, groups, length] = k.shape as [number, number, number];
  const each = count / groups;
  const type = q.type === 'float64' ? 'float64' : 'float32';
  const grouped = reshape(b, cast(b, q, type), [batch, groups, each, steps, size]);
  const keys = reshape(b, cast(b, k, type), [batch, groups, 1, length, size]);
  const scale = floatOf(node, 'scale', 1 / Math.sqrt(size));
  const scores = withNumber(b, 'mul', matmul(b, grouped, transpose(b, keys, [0, 1, 2, 4, 3])), scale);
  const through = (name: string, value: Value): Value => {
    const graph = node.attributes[name];
    return graph?.kind === 'graph' ? lowering.inline(graph.value, [value])[0]! : value;
  };
  const changed = through('score_mod', reshape(b, scores, [batch, count, steps, length]));
  const weights = through('prob_mod', softmax(b, changed, false, options.decomposeSoftmax));
  const width = v.shape[3]!;
  const values = reshape(b, cast(b, v, type), [batch, groups, 1, length, width]);
  const mixed = matmul(b, reshape(b, weights, [batch, groups, each, steps, length]), values);
  return cast(b, reshape(b, mixed, [batch, count, steps, width]), q.type);
}

/** A row whose every key is masked has the weights 0, not NaN. */
function maskedSoftmax(b: ProgramBuilder, scores: Value, bias: Value | undefined, decompose: boolean): Value {
  const weights = softmax(b, scores, false, decompose);
  if (bias === undefined) return weights;
  const greatest = reduce(b, 'max', bias, [bias.shape.length - 1]);
  const isMasked = withNumber(b, 'equal', greatest, Number.NEGATIVE_INFINITY);
  return select(b, isMasked, scalar(b, scores.type, 0), weights);
}

interface Extent {
  readonly batch: number;
  readonly steps: number;
  readonly length: number;
  readonly past: number;
}

/** What is added to the scores: the mask, minus infinity for later keys and for keys past the length; undefined for nothing. */
function biasOf(lowering: Lowering, type: Value['type'], { batch, steps, length, past }: Extent): Value | undefined {
  const { b, node, inputs } = lowering;
  const [mask, lengths] = [inputs[3], inputs[6]];
  const [zero, hidden] = [scalar(b, type, 0), scalar(b, type, Number.NEGATIVE_INFINITY)];
  const hide = (isVisible: Value): Value => select(b, isVisible, zero, hidden);
  const parts: Value[] = [];
  if (mask) {
    const added = mask.type === 'bool' ? hide(mask) : cast(b, mask, type);
    const missing = length - added.shape[added.shape.length - 1]!;
    // A mask that is too short hides the keys past its end.
    const rest = missing > 0 ? filled(b, type, added.shape.with(-1, missing), Number.NEGATIVE_INFINITY) : undefined;
    const full = rest ? concat(b, [added, rest], added.shape.length - 1) : added;
    parts.push(full);
  }
  const column = iota(b, 4, 3, length);
  const valid = lengths && reshape(b, cast(b, lengths, 'int64'), [batch, 1, 1, 1]);
  if (valid) parts.push(hide(map(b, 'less', [column, valid])));
  if (intOf(node, 'is_causal', 0)) {
    // The last query sees the last key that is there.
    const offset = valid ? withNumber(b, 'sub', valid, steps) : scalar(b, 'int64', past);
    parts.push(hide(map(b, 'lessOrEqual', [column, add(b, iota(b, 4, 2, steps), offset)])));
  }
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => add(b, sum, part));
}

/** [ONNX RotaryEmbedding 23]: pairs of elements turned by an angle of their position. */
function rotary(lowering: Lowering): Value {
  const { b, node, inputs } = lowering;
  const given = need(lowering, 0);
  const positions = inputs[3];
  const cache = (at: number): Value => {
    const value = need(lowering, at);
    return positions ? gatherAxis(b, value, positions, 0, node) : value;
  };
  const count = intOf(node, 'num_heads', 0);
  const is3d = given.shape.length === 3;
  if (is3d && count === 0) throw new NotLowered('it does not say its heads');
  const x = is3d ? heads(b, given, count) : given;
  const [batch, , steps, size] = x.shape as [number, number, number, number];
  const turned = intOf(node, 'rotary_embedding_dim', 0) || size;
  const half = turned / 2;
  const angle = (at: number): Value => {
    const value = cache(at);
    const wide = expand(b, value, [batch, steps, value.shape[2]!]);
    return reshape(b, sliceAxis(b, wide, 2, 0, half), [batch, 1, steps, half]);
  };
  const [cosine, sine] = [angle(1), angle(2)];
  const isInterleaved = intOf(node, 'interleaved', 0) !== 0;
  const first = isInterleaved ? sliceAxis(b, x, 3, 0, half, 2) : sliceAxis(b, x, 3, 0, half);
  const second = isInterleaved ? sliceAxis(b, x, 3, 1, half, 2) : sliceAxis(b, x, 3, half, half);
  const real = sub(b, mul(b, cosine, first), mul(b, sine, second));
  const imaginary = add(b, mul(b, sine, first), mul(b, cosine, second));
  const shape = [...x.shape.slice(0, 3), half, 1];
  const pairs = isInterleaved
    ? reshape(b, concat(b, [reshape(b, real, shape), reshape(b, imaginary, shape)], 4), [
        ...x.shape.slice(0, 3),
        turned,
      ])
    : concat(b, [real, imaginary], 3);
  const all = turned === size ? pairs : concat(b, [pairs, sliceAxis(b, x, 3, turned, size - turned)], 3);
  return is3d ? reshape(b, transpose(b, all, [0, 2, 1, 3]), given.shape) : all;
}
