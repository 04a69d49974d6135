// Ops on single elements: those that are a scalar function, and those composed of some.
import { intOf, stringOf } from '../context.ts';
import type { ElementType } from '../graph.ts';
import { elementBytes } from '../graph.ts';
import { isDefined } from '../interpret/scalars.ts';
import type { ScalarName } from '../program/scalar.ts';
import { broadcastShapes, elementTypes } from '../shapes.ts';
import { isFloat, isUnsigned } from '../tensor.ts';
import type { ProgramBuilder, Value } from './builder.ts';
import { add, cast, clamp, div, map, mul, scalar, select, widened, withNumber } from './compute.ts';
import { floatOf, type Lowerer, type Lowering, NotLowered, need, wrongType } from './lowering.ts';
import { expand, reshape } from './move.ts';

/** Ops of one input that are a scalar function. */
const unaryOps: Readonly<Record<string, ScalarName>> = {
  Abs: 'abs',
  Acos: 'acos',
  Acosh: 'acosh',
  Asin: 'asin',
  Asinh: 'asinh',
  Atan: 'atan',
  Atanh: 'atanh',
  BitwiseNot: 'bitNot',
  Ceil: 'ceil',
  Cos: 'cos',
  Cosh: 'cosh',
  Erf: 'erf',
  Exp: 'exp',
  Floor: 'floor',
  IsNaN: 'isNaN',
  Log: 'log',
  Neg: 'neg',
  Not: 'not',
  Reciprocal: 'reciprocal',
  Round: 'round',
  Sigmoid: 'sigmoid',
  Sign: 'sign',
  Sin: 'sin',
  Sinh: 'sinh',
  Sqrt: 'sqrt',
  Tan: 'tan',
  Tanh: 'tanh',
};

/** Ops of two inputs that are a scalar function. */
const binaryOps: Readonly<Record<string, ScalarName>> = {
  Add: 'add',
  And: 'and',
  BitwiseAnd: 'bitAnd',
  BitwiseOr: 'bitOr',
  BitwiseXor: 'bitXor',
  Div: 'div',
  Equal: 'equal',
  Greater: 'greater',
  GreaterOrEqual: 'greaterOrEqual',
  Less: 'less',
  LessOrEqual: 'lessOrEqual',
  Mul: 'mul',
  Or: 'or',
  Sub: 'sub',
  Xor: 'xor',
};

/** Names of recurrent ops alone; no node has them. */
const innerActivations: ReadonlySet<string> = new Set(['Affine', 'ScaledTanh']);

type Activation = (b: ProgramBuilder, x: Value, node: Lowering['node']) => Value;

/** Functions of one float. alpha, beta and gamma default as in the operator definitions of ONNX. */
export const activations: Readonly<Record<string, Activation>> = {
  Relu: (b, x) => withNumber(b, 'max', x, 0),
  LeakyRelu: (b, x, node) =>
    select(b, withNumber(b, 'less', x, 0), withNumber(b, 'mul', x, floatOf(node, 'alpha', 0.01)), x),
  Elu: (b, x, node) => elu(b, x, floatOf(node, 'alpha', 1), 1),
  Selu: (b, x, node) =>
    elu(b, x, floatOf(node, 'alpha', 1.6732632423543772), floatOf(node, 'gamma', 1.0507009873554805)),
  Celu: (b, x, node) => {
    const alpha = floatOf(node, 'alpha', 1);
    const negative = withNumber(b, 'mul', minusOne(b, withNumber(b, 'div', x, alpha)), alpha);
    return add(b, withNumber(b, 'max', x, 0), withNumber(b, 'min', negative, 0));
  },
  HardSigmoid: (b, x, node) => hardSigmoid(b, x, floatOf(node, 'alpha', 0.2), floatOf(node, 'beta', 0.5)),
  HardSwish: (b, x) => mul(b, x, hardSigmoid(b, x, 1 / 6, 0.5)),
  Softplus: softplus,
  Softsign: (b, x) => div(b, x, withNumber(b, 'add', map(b, 'abs', [x]), 1)),
  ThresholdedRelu: (b, x, node) =>
    select(b, withNumber(b, 'greater', x, floatOf(node, 'alpha', 1)), x, scalar(b, x.type, 0)),
  Shrink: (b, x, node) => {
    const [lambda, bias] = [floatOf(node, 'lambd', 0.5), floatOf(node, 'bias', 0)];
    const above = select(b, withNumber(b, 'greater', x, lambda), withNumber(b, 'sub', x, bias), scalar(b, x.type, 0));
    return select(b, withNumber(b, 'less', x, -lambda), withNumber(b, 'add', x, bias), above);
  },
  Gelu: (b, x, node) => gelu(b, x, stringOf(node, 'approximate') === 'tanh'),
  Mish: (b, x) => mul(b, x, map(b, 'tanh', [softplus(b, x)])),
  Swish: (b, x, node) => mul(b, x, map(b, 'sigmoid', [withNumber(b, 'mul', x, floatOf(node, 'alpha', 1))])),
  // The activations that recurrent ops name, beside those above.
  Affine: (b, x, node) =>
    withNumber(b, 'add', withNumber(b, 'mul', x, floatOf(node, 'alpha', 1)), floatOf(node, 'beta', 0)),
  ScaledTanh: (b, x, node) =>
    withNumber(
      b,
      'mul',
      map(b, 'tanh', [withNumber(b, 'mul', x, floatOf(node, 'beta', 1))]),
      floatOf(node, 'alpha', 1),
    ),
};

/** e^x - 1. */
function minusOne(b: ProgramBuilder, x: Value): Value {
  return withNumber(b, 'sub', map(b, 'exp', [x]), 1);
}

function elu(b: ProgramBuilder, x: Value, alpha: number, gamma: number): Value {
  const negative = withNumber(b, 'mul', minusOne(b, x), alpha);
  const result = select(b, withNumber(b, 'less', x, 0), negative, x);
  return gamma === 1 ? result : withNumber(b, 'mul', result, gamma);
}

function hardSigmoid(b: ProgramBuilder, x: Value, alpha: number, beta: number): Value {
  const line = withNumber(b, 'add', withNumber(b, 'mul', x, alpha), beta);
  return withNumber(b, 'min', withNumber(b, 'max', line, 0), 1);
}

/** log(1 + e^x) as max(x, 0) + log(1 + e^-|x|), which does not overflow. */
function softplus(b: ProgramBuilder, x: Value): Value {
  const small = map(b, 'exp', [map(b, 'neg', [map(b, 'abs', [x])])]);
  return add(b, withNumber(b, 'max', x, 0), map(b, 'log', [withNumber(b, 'add', small, 1)]));
}

function gelu(b: ProgramBuilder, x: Value, isApproximate: boolean): Value {
  const half = withNumber(b, 'mul', x, 0.5);
  if (!isApproximate) {
    const erf = map(b, 'erf', [withNumber(b, 'mul', x, Math.SQRT1_2)]);
    return mul(b, half, withNumber(b, 'add', erf, 1));
  }
  const cube = mul(b, mul(b, x, x), x);
  const inner = withNumber(b, 'mul', add(b, x, withNumber(b, 'mul', cube, 0.044715)), Math.sqrt(2 / Math.PI));
  return mul(b, half, withNumber(b, 'add', map(b, 'tanh', [inner]), 1));
}

export const elementwiseLowerers: Readonly<Record<string, Lowerer>> = {
  ...Object.fromEntries(Object.entries(unaryOps).map(([op, fn]) => [op, unary(fn)])),
  ...Object.fromEntries(Object.entries(binaryOps).map(([op, fn]) => [op, binary(fn)])),
  ...Object.fromEntries(
    Object.entries(activations)
      .filter(([op]) => !innerActivations.has(op))
      .map(([op, activate]): [string, Lowerer] => [
        op,
        (lowering) => [widened(lowering.b, [need(lowering, 0)], (x) => activate(lowering.b, x, lowering.node))],
      ]),
  ),
  Relu: (lowering) => [withNumber(lowering.b, 'max', need(lowering, 0), 0)],
  Sum: variadic('add'),
  Max: variadic('max'),
  Min: variadic('min'),
  Mean: (lowering) => {
    const { b, inputs } = lowering;
    const values = inputs.map((_, at) => need(lowering, at));
    return [
      widened(b, values, (first, ...rest) =>
        withNumber(
          b,
          'div',
          rest.reduce((sum, value) => add(b, sum, value), first!),
          values.length,
        ),
      ),
    ];
  },
  Mod: (lowering) => binary(intOf(lowering.node, 'fmod', 0) ? 'remainder' : 'mod')(lowering),
  Pow: power,
  PRelu: (lowering) => {
    const { b } = lowering;
    const [x, given] = [need(lowering, 0), need(lowering, 1)];
    // Before opset 7 a list belongs to the channels.
    const isOld = lowering.opset < 7 && given.shape.length === 1 && x.shape.length > 1;
    const slope = isOld ? reshape(b, given, [given.shape[0]!, ...x.shape.slice(2).map(() => 1)]) : given;
    return [select(b, withNumber(b, 'less', x, 0), mul(b, x, slope), x)];
  },
  BitShift: (lowering) => {
    const direction = stringOf(lowering.node, 'direction');
    if (!isUnsigned(need(lowering, 0).type)) throw wrongType(lowering.node, 'it shifts unsigned integers alone');
    return binary(direction === 'LEFT' ? 'shiftLeft' : 'shiftRight')(lowering);
  },
  Where: (lowering) => {
    const [condition, yes, no] = [need(lowering, 0), need(lowering, 1), need(lowering, 2)];
    sameType(lowering, yes, no);
    return [select(lowering.b, condition, yes, no)];
  },
  Clip: clip,
  IsInf: (lowering) => {
    const { b, node } = lowering;
    const x = need(lowering, 0);
    const isUp = withNumber(b, 'equal', x, Number.POSITIVE_INFINITY);
    const isDown = withNumber(b, 'equal', x, Number.NEGATIVE_INFINITY);
    const [up, down] = [intOf(node, 'detect_positive', 1) !== 0, intOf(node, 'detect_negative', 1) !== 0];
    if (up && down) return [map(b, 'or', [isUp, isDown])];
    if (up || down) return [up ? isUp : isDown];
    return [map(b, 'and', [isUp, isDown])];
  },
  Cast: (lowering) => [castTo(lowering, targetType(lowering, 'to'))],
  CastLike: (lowering) => [castTo(lowering, need(lowering, 1).type)],
  BitCast: (lowering) => {
    const x = need(lowering, 0);
    const type = targetType(lowering, 'to');
    if (elementBytes[type] !== elementBytes[x.type]) throw wrongType(lowering.node, 'the types differ in width');
    return [map(lowering.b, 'bitcast', [x], type)];
  },
};

function unary(fn: ScalarName): Lowerer {
  return (lowering) => {
    const x = need(lowering, 0);
    mustTake(lowering, fn, x);
    return [map(lowering.b, fn, [x])];
  };
}

function binary(fn: ScalarName): Lowerer {
  return (lowering) => {
    const [x, y] = aligned(lowering);
    sameType(lowering, x, y);
    mustTake(lowering, fn, x);
    return [map(lowering.b, fn, [x, y])];
  };
}

function variadic(fn: ScalarName): Lowerer {
  return (lowering) => {
    const [first, ...rest] = lowering.inputs.map((_, at) => need(lowering, at));
    if (first === undefined) throw wrongType(lowering.node, 'it has no inputs');
    for (const value of rest) sameType(lowering, first, value);
    return [rest.reduce((result, value) => map(lowering.b, fn, [result, value]), first)];
  };
}

/** Before opset 7, the second operand of a binary op was placed at `axis` and broadcast only if asked. */
function aligned(lowering: Lowering): readonly [Value, Value] {
  const [x, y] = [need(lowering, 0), need(lowering, 1)];
  const axis = intOf(lowering.node, 'axis', -1);
  if (lowering.opset >= 7 || axis < 0) return [x, y];
  const after = x.shape.length - axis - y.shape.length;
  return [x, reshape(lowering.b, y, [...y.shape, ...new Array<number>(Math.max(0, after)).fill(1)])];
}

function mustTake({ node }: Lowering, fn: ScalarName, x: Value): void {
  if (!isDefined(fn, x.type)) throw wrongType(node, `it does not take ${x.type}`);
}

function sameType({ node }: Lowering, x: Value, y: Value): void {
  if (x.type !== y.type) throw wrongType(node, `its inputs are ${x.type} and ${y.type}`);
}

/** The base's type is the result's; where only the exponent is a float, the power is one of floats. */
function power(lowering: Lowering): readonly Value[] {
  const { b } = lowering;
  const [x, y] = aligned(lowering);
  if (isFloat(x.type)) return [map(b, 'pow', [x, cast(b, y, x.type)])];
  if (!isFloat(y.type)) return [map(b, 'pow', [x, cast(b, y, x.type)])];
  return [cast(b, map(b, 'pow', [cast(b, x, 'float64'), cast(b, y, 'float64')]), x.type)];
}

/** Bounds are attributes before opset 11. */
function clip(lowering: Lowering): readonly Value[] {
  const { b, node, opset, inputs } = lowering;
  const x = need(lowering, 0);
  if (opset >= 11) {
    const shape = inputs[1] && broadcastShapes([x.shape, inputs[1].shape]);
    return [clamp(b, shape && shape.length > x.shape.length ? expand(b, x, shape) : x, inputs[1], inputs[2])];
  }
  const bound = (name: string): Value | undefined => node.attributes[name] && scalar(b, x.type, floatOf(node, name, 0));
  return [clamp(b, x, bound('min'), bound('max'))];
}

function targetType({ node }: Lowering, name: string): ElementType {
  const type = elementTypes.get(intOf(node, name, 0));
  if (type === undefined) throw new NotLowered('its target type is none of this compiler');
  return type;
}

function castTo(lowering: Lowering, type: ElementType): Value {
  const x = need(lowering, 0);
  // An output is a tensor of its own, also where nothing changes.
  return cast(lowering.b, x, type);
}
