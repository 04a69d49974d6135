// Normalisations: rows to mean 0 and variance 1, or scaled by constant statistics.
import { intOf, intsOf } from '../context.ts';
import { elements } from '../graph.ts';
import { denseStrides } from '../program/view.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import {
  add,
  cast,
  div,
  map,
  mul,
  normalize,
  reduce,
  scalar,
  select,
  standardise,
  sub,
  widened,
  withNumber,
} from './compute.ts';
import { axisOf, floatOf, type Lowerer, type Lowering, NotLowered, need, wrongType } from './lowering.ts';
import { expand, reshape, transpose } from './move.ts';

export const normalizationLowerers: Readonly<Record<string, Lowerer>> = {
  BatchNormalization: batchNormalization,
  InstanceNormalization: (lowering) => {
    const { b, node, options } = lowering;
    const [x, scale, shift] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
    const [batch, channels, ...space] = x.shape as [number, number, ...number[]];
    const rows = reshape(b, x, [batch, channels, elements(space)]);
    const normal = normalize(b, rows, {
      centred: true,
      epsilon: floatOf(node, 'epsilon', 1e-5),
      decompose: options.decomposeNormalize,
      scale: reshape(b, scale, [channels, 1]),
      shift: reshape(b, shift, [channels, 1]),
    });
    return [reshape(b, normal, x.shape)];
  },
  GroupNormalization: (lowering) => {
    const { b, node, opset, options } = lowering;
    const [x, scale, shift] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
    const [batch, channels, ...space] = x.shape as [number, number, ...number[]];
    const groups = intOf(node, 'num_groups', 1);
    const rows = reshape(b, x, [batch, groups, (channels / groups) * elements(space)]);
    const epsilon = floatOf(node, 'epsilon', 1e-5);
    const parts = { centred: true, epsilon, decompose: options.decomposeNormalize };
    if (opset < 21) {
      const perGroup = { scale: reshape(b, scale, [groups, 1]), shift: reshape(b, shift, [groups, 1]) };
      return [reshape(b, normalize(b, rows, { ...parts, ...perGroup }), x.shape)];
    }
    const normal = reshape(b, normalize(b, rows, parts), [batch, channels, elements(space)]);
    const scaled = mul(b, normal, reshape(b, scale, [channels, 1]));
    return [reshape(b, add(b, scaled, reshape(b, shift, [channels, 1])), x.shape)];
  },
  LayerNormalization: (lowering) => {
    const { b, node, inputs } = lowering;
    const x = need(lowering, 0);
    const { rows, flat } = trailing(lowering, x);
    const wantsStatistics = Boolean(node.outputs[1] || node.outputs[2]);
    const epsilon = floatOf(node, 'epsilon', 1e-5);
    const normal = normalizeRows(lowering, rows, {
      centred: true,
      scale: flat(need(lowering, 1)),
      shift: inputs[2] && flat(inputs[2]),
    });
    const output = reshape(b, normal, x.shape);
    if (!wantsStatistics) return [output];
    const { mean, inverse } = standardise(
      b,
      cast(b, rows, x.type === 'float64' ? 'float64' : 'float32'),
      true,
      epsilon,
    );
    const axis = axisOf(node, intOf(node, 'axis', -1), x.shape.length);
    const shape = x.shape.map((size, at) => (at < axis ? size : 1));
    return [output, reshape(b, mean!, shape), reshape(b, inverse, shape)];
  },
  RMSNormalization: (lowering) => {
    const { b } = lowering;
    const x = need(lowering, 0);
    const { rows, flat } = trailing(lowering, x);
    return [reshape(b, normalizeRows(lowering, rows, { centred: false, scale: flat(need(lowering, 1)) }), x.shape)];
  },
  LpNormalization: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const axis = axisOf(node, intOf(node, 'axis', -1), x.shape.length);
    const isFirst = intOf(node, 'p', 2) === 1;
    return [
      widened(b, [x], (x) => {
        const sum = reduce(b, isFirst ? 'sumAbs' : 'sumSquare', x, [axis]);
        const norm = isFirst ? sum : map(b, 'sqrt', [sum]);
        // What has no length stays 0 [ONNX LpNormalization 22].
        return div(b, x, select(b, withNumber(b, 'equal', norm, 0), scalar(b, x.type, 1), norm));
      }),
    ];
  },
  MeanVarianceNormalization: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const axes = (intsOf(node, 'axes') ?? [0, 2, 3]).map((axis) => axisOf(node, axis, x.shape.length));
    return [
      widened(b, [x], (x) => {
        const difference = sub(b, x, reduce(b, 'mean', x, axes));
        const deviation = map(b, 'sqrt', [reduce(b, 'mean', mul(b, difference, difference), axes)]);
        return div(b, difference, withNumber(b, 'add', deviation, 1e-9));
      }),
    ];
  },
  LRN: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const size = intOf(node, 'size', 1);
    const [channels, ...space] = x.shape.slice(1) as [number, ...number[]];
    const squares = mul(b, x, x);
    const strides = denseStrides(x.shape);
    const shape = [x.shape[0]!, ...space, channels];
    const sum = b.tensor(x.type, shape);
    b.emit({
      kind: 'pool',
      output: sum.id,
      fn: 'sum',
      x: { tensor: squares.id, offset: 0, size: shape, strides: [strides[0]!, ...strides.slice(2), strides[1]!] },
      kernel: [size],
      strides: [1],
      dilations: [1],
      pads: { begin: [Math.floor((size - 1) / 2)], end: [Math.ceil((size - 1) / 2)] },
      size: [channels],
      countsPadding: false,
    });
    const last = shape.length - 1;
    const order = [0, last, ...space.map((_, axis) => axis + 1)];
    const scaled = withNumber(b, 'mul', transpose(b, sum, order), floatOf(node, 'alpha', 0.0001) / size);
    return [div(b, x, root(b, withNumber(b, 'add', scaled, floatOf(node, 'bias', 1)), floatOf(node, 'beta', 0.75)))];
  },
};

/** x to a power; by roots where that is the usual 3/4, which is far less work. Halves would be rounded at every step. */
function root(b: ProgramBuilder, x: Value, power: number): Value {
  const isExact = x.type === 'float32' || x.type === 'float64';
  if (power !== 0.75 || !isExact) return withNumber(b, 'pow', x, power);
  const square = map(b, 'sqrt', [x]);
  return mul(b, square, map(b, 'sqrt', [square]));
}

/** The axes from `axis` on as one, and how a scale of the model fits it. */
function trailing({ b, node }: Lowering, x: Value) {
  const axis = axisOf(node, intOf(node, 'axis', -1), x.shape.length);
  const inner = x.shape.slice(axis);
  const rows = reshape(b, x, [...x.shape.slice(0, axis), elements(inner)]);
  const flat = (value: Value): Value => {
    if (elements(value.shape) === elements(inner)) return reshape(b, value, [elements(inner)]);
    if (value.shape.length > inner.length) throw wrongType(node, `a scale of [${value.shape}]`);
    return reshape(b, expand(b, value, inner), [elements(inner)]);
  };
  return { rows, flat };
}

function normalizeRows(
  { b, node, options }: Lowering,
  rows: Value,
  parts: { readonly centred: boolean; readonly scale: Value; readonly shift?: Value | undefined },
): Value {
  const decompose = options.decomposeNormalize;
  const settings = { ...parts, epsilon: floatOf(node, 'epsilon', 1e-5), decompose };
  const { type } = parts.scale;
  if (type === rows.type) return normalize(b, rows, settings);
  // A scale of another precision: the rows in float32 and the result in the scale's type.
  const wide = (value: Value | undefined): Value | undefined => value && cast(b, value, 'float32');
  const result = normalize(b, cast(b, rows, 'float32'), {
    ...settings,
    scale: wide(parts.scale),
    shift: wide(parts.shift),
  });
  return cast(b, result, type);
}

/** Without training two constants a channel: scale / deviation, and shift - mean times that. */
function batchNormalization(lowering: Lowering): readonly (Value | undefined)[] {
  const { b, node, opset } = lowering;
  const x = need(lowering, 0);
  const [scale, shift, mean, variance] = [1, 2, 3, 4].map((at) => need(lowering, at)) as [Value, Value, Value, Value];
  const epsilon = floatOf(node, 'epsilon', 1e-5);
  const shape = [-1, ...x.shape.slice(2).map(() => 1)];
  const across = (value: Value): Value =>
    reshape(b, value, x.shape.length < 2 ? value.shape : shape.with(0, elements(value.shape)));
  const isTraining = opset >= 14 ? intOf(node, 'training_mode', 0) !== 0 : opset < 7 && intOf(node, 'is_test', 0) === 0;
  if (!isTraining) {
    if (opset < 14 && node.outputs.slice(1).some((name) => name !== '')) throw new NotLowered('it updates statistics');
    return [affine(b, x, across(scale), across(shift), across(mean), across(variance), epsilon)];
  }
  const axes = x.shape.flatMap((_, axis) => (axis === 1 ? [] : [axis]));
  const current = reduce(b, 'mean', x, axes);
  const difference = sub(b, x, current);
  const spread = reduce(b, 'mean', mul(b, difference, difference), axes);
  const momentum = floatOf(node, 'momentum', 0.9);
  const running = (old: Value, now: Value): Value => {
    const flat = cast(b, reshape(b, now, old.shape), old.type);
    return add(b, withNumber(b, 'mul', old, momentum), withNumber(b, 'mul', flat, 1 - momentum));
  };
  const flat = (value: Value): Value => reshape(b, value, shape.with(0, elements(value.shape)));
  const result = affine(b, x, across(scale), across(shift), flat(current), flat(spread), epsilon);
  return [result, running(mean, current), running(variance, spread)];
}

function affine(
  b: ProgramBuilder,
  x: Value,
  scale: Value,
  shift: Value,
  mean: Value,
  variance: Value,
  epsilon: number,
): Value {
  const wide = x.type === 'float64' ? 'float64' : 'float32';
  const [s, h, m, v] = [scale, shift, mean, variance].map((value) => cast(b, value, wide)) as [
    Value,
    Value,
    Value,
    Value,
  ];
  const factor = div(b, s, map(b, 'sqrt', [withNumber(b, 'add', v, epsilon)]));
  const offset = sub(b, h, mul(b, m, factor));
  return cast(b, add(b, mul(b, cast(b, x, wide), factor), offset), x.type);
}
