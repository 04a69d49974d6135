// Linear attention: a state of a matrix a head, changed and read at every step, as a loop.
import { intOf, stringOf } from '../context.ts';
import { denseStrides, denseView } from '../program/view.ts';
import type { Value } from './builder.ts';
import { add, cast, map, matmul, mul, sub, withNumber } from './compute.ts';
import { emitLoop } from './control.ts';
import { floatOf, type Lowerer, type Lowering, need, wrongType } from './lowering.ts';
import { filled, reshape, transpose } from './move.ts';

export const linearAttentionLowerers: Readonly<Record<string, Lowerer>> = { LinearAttention: linearAttention };

/**
 * [ONNX LinearAttention 27]: query, key, value [batch, steps, heads x size], the state before, decay, beta. With state S,
 * a step is S = e^decay S, then S = S + k v' or S + k (beta (v - S k))', and gives q S scale.
 */
function linearAttention(lowering: Lowering): readonly Value[] {
  const { b, node, inputs } = lowering;
  const [query, key, value] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
  const [heads, groups] = [intOf(node, 'q_num_heads', 1), intOf(node, 'kv_num_heads', 1)];
  const [batch, steps, width] = query.shape as [number, number, number];
  const rule = stringOf(node, 'update_rule') ?? 'gated_delta';
  if (!['linear', 'gated', 'delta', 'gated_delta'].includes(rule)) throw wrongType(node, `no rule ${rule}`);
  const type = query.type === 'float64' ? 'float64' : 'float32';
  // [steps, batch, heads, size].
  const perHead = (x: Value, count: number): Value =>
    transpose(b, reshape(b, cast(b, x, type), [batch, steps, count, x.shape[2]! / count]), [1, 0, 2, 3]);
  const size = width / heads;
  const depth = value.shape[2]! / groups;
  const gates = [
    ...(rule.startsWith('gated') ? [perHead(need(lowering, 4), groups)] : []),
    ...(rule.endsWith('delta') ? [perHead(need(lowering, 5), groups)] : []),
  ];
  const fed = [perHead(query, heads), perHead(key, groups), perHead(value, groups), ...gates];
  const shape = [batch, groups, size, depth];
  const before = inputs[3] ? cast(b, inputs[3], type) : filled(b, type, shape, 0);

  const body = b.inner('LinearAttention step');
  body.input('iteration', 'int64', []);
  const state = body.input('state', type, shape);
  const [q, k, v, ...rest] = fed.map((x, at) => body.input(`slice${at}`, type, x.shape.slice(1))) as [
    Value,
    Value,
    Value,
  ];
  const row = (x: Value): Value => reshape(body, x, [batch, groups, 1, x.shape[2]!]);
  const column = (x: Value): Value => reshape(body, x, [batch, groups, x.shape[2]!, 1]);
  const gate = rule.startsWith('gated') ? (rest as Value[])[0] : undefined;
  const decayed = gate ? mul(body, state, map(body, 'exp', [column(gate)])) : state;
  const beta = rule.endsWith('delta') ? (rest as Value[])[gates.length - 1] : undefined;
  const found = (): Value => matmul(body, row(k), decayed);
  const written = beta ? mul(body, row(beta), sub(body, row(v), found())) : row(v);
  const next = add(body, decayed, mul(body, column(k), written));
  // Heads that share a state read it together.
  const grouped = reshape(body, q, [batch, groups, heads / groups, size]);
  const scale = floatOf(node, 'scale', 1 / Math.sqrt(size));
  const read = withNumber(body, 'mul', matmul(body, grouped, next), scale);
  const results = [next, read];
  const program = body.finish(results.map(({ id }, at) => ({ name: `result${at}`, tensor: id })));
  const all = [steps, ...read.shape];
  const [last, stacked] = emitLoop(
    b,
    { program, outputs: results, captures: [] },
    {
      count: { fixed: steps },
      conditional: false,
      states: [before],
      scanned: fed.map(({ id, shape }) => denseView(id, shape)),
      slices: [{ type, shape: all, strides: denseStrides(all), offset: 0 }],
      takesCondition: false,
      givesCondition: false,
    },
  );
  const output = transpose(b, reshape(b, stacked!, [steps, batch, heads * depth]), [1, 0, 2]);
  return [cast(b, output, query.type), cast(b, last!, query.type)];
}
