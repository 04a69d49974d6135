// Functions of one element each, with broadcasting.
import { type ArrayType, apply, type Expression, int, leafOf } from './expression.ts';
import { ArrayFailure } from './failure.ts';
import { broadcast, cast, promoted } from './types.ts';

/** NumPy's name: ONNX's op. Their results are float32. */
const floatOps: Readonly<Record<string, string>> = {
  exp: 'Exp',
  log: 'Log',
  sqrt: 'Sqrt',
  sin: 'Sin',
  cos: 'Cos',
  tan: 'Tan',
  tanh: 'Tanh',
  sinh: 'Sinh',
  cosh: 'Cosh',
  arcsin: 'Asin',
  arccos: 'Acos',
  arctan: 'Atan',
};

/** Their results have the type of the argument; integers are whole already. */
const roundings: Readonly<Record<string, string>> = { floor: 'Floor', ceil: 'Ceil', round: 'Round' };

const comparisons: Readonly<Record<string, string>> = {
  equal: 'Equal',
  less: 'Less',
  less_equal: 'LessOrEqual',
  greater: 'Greater',
  greater_equal: 'GreaterOrEqual',
};

const logical: Readonly<Record<string, string>> = { logical_and: 'And', logical_or: 'Or', logical_xor: 'Xor' };

const bitwise: Readonly<Record<string, readonly [string, string]>> = {
  bitwise_and: ['And', 'BitwiseAnd'],
  bitwise_or: ['Or', 'BitwiseOr'],
  bitwise_xor: ['Xor', 'BitwiseXor'],
};

export const unaryNames: readonly string[] = [
  ...Object.keys(floatOps),
  ...Object.keys(roundings),
  ...['abs', 'negative', 'sign', 'square', 'logical_not', 'invert', 'isnan'],
];

export const binaryNames: readonly string[] = [
  ...['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'power', 'maximum', 'minimum', 'not_equal'],
  ...Object.keys(comparisons),
  ...Object.keys(logical),
  ...Object.keys(bitwise),
];

/** @throws ArrayFailure TypeError for a type that it is not defined for */
export function unary(name: string, x: Expression): Expression {
  const same = (op: string, of: Expression, type: ArrayType = of.type) => apply(op, [of], type, of.shape);
  if (name in floatOps) return same(floatOps[name]!, cast(x, 'float32'));
  if (name in roundings) return x.type === 'float32' ? same(roundings[name]!, x) : x;
  switch (name) {
    case 'abs':
      return x.type === 'bool' ? x : same('Abs', x);
    case 'negative':
      if (x.type === 'bool')
        throw noBooleans('The numpy boolean negative', 'the `~` operator or the logical_not function');
      return same('Neg', x);
    case 'sign':
      return same('Sign', x);
    case 'square':
      return binary('multiply', x, x);
    case 'isnan':
      return same('IsNaN', cast(x, 'float32'), 'bool');
    case 'logical_not':
      return same('Not', cast(x, 'bool'));
    default:
      if (x.type === 'float32') throw notSupported('invert');
      return same(x.type === 'bool' ? 'Not' : 'BitwiseNot', x);
  }
}

/** @throws ArrayFailure ValueError for shapes that do not fit, TypeError for types that it is not defined for */
export function binary(name: string, a: Expression, b: Expression): Expression {
  const type = promoted([a, b]);
  const counted = type === 'bool' ? 'int32' : type;
  const of = (op: string, by: ArrayType, to: ArrayType = by) =>
    apply(op, [cast(a, by), cast(b, by)], to, broadcast([a.shape, b.shape]));
  if (name in comparisons) return of(comparisons[name]!, counted, 'bool');
  if (name in logical) return of(logical[name]!, 'bool');
  if (name in bitwise) {
    if (type === 'float32') throw notSupported(name);
    return of(bitwise[name]![type === 'bool' ? 0 : 1], type);
  }
  switch (name) {
    case 'not_equal':
      return unary('logical_not', binary('equal', a, b));
    case 'add':
      return type === 'bool' ? of('Or', 'bool') : of('Add', type);
    case 'multiply':
      return type === 'bool' ? of('And', 'bool') : of('Mul', type);
    case 'subtract':
      if (type === 'bool')
        throw noBooleans('numpy boolean subtract', 'the bitwise_xor, the `^` operator, or the logical_xor function');
      return of('Sub', type);
    case 'divide':
      return of('Div', 'float32');
    case 'maximum':
      return cast(of('Max', counted), type);
    case 'minimum':
      return cast(of('Min', counted), type);
    case 'power':
      return of('Pow', counted);
    case 'remainder':
      return type === 'float32'
        ? floatRemainder(a, b)
        : apply('Mod', [cast(a, 'int32'), cast(b, 'int32')], 'int32', broadcast([a.shape, b.shape]), {
            attributes: { fmod: int(0) },
          });
    default:
      return floorDivide(a, b, type);
  }
}

export function where(condition: Expression, a: Expression, b: Expression): Expression {
  const type = promoted([a, b]);
  const shape = broadcast([condition.shape, a.shape, b.shape]);
  return apply('Where', [cast(condition, 'bool'), cast(a, type), cast(b, type)], type, shape);
}

/** The quotient that is not above the true one. ONNX's division of integers rounds to 0. */
function floorDivide(a: Expression, b: Expression, type: ArrayType): Expression {
  if (type === 'float32') return unary('floor', binary('divide', a, b));
  const rest = binary('remainder', a, b);
  const whole = binary('subtract', cast(a, 'int32'), rest);
  return apply('Div', [whole, cast(b, 'int32')], 'int32', broadcast([a.shape, b.shape]));
}

/** It has the sign of the divisor. */
function floatRemainder(a: Expression, b: Expression): Expression {
  const rest = apply('Mod', [cast(a, 'float32'), cast(b, 'float32')], 'float32', broadcast([a.shape, b.shape]), {
    attributes: { fmod: int(1) },
  });
  const zero = leafOf('float32', [], [0]);
  const differs = binary('less', binary('multiply', unary('sign', rest), unary('sign', b)), zero);
  return where(differs, binary('add', rest, b), rest);
}

function noBooleans(name: string, instead: string): ArrayFailure {
  return new ArrayFailure('TypeError', `${name}, the \`-\` operator, is not supported, use ${instead} instead.`);
}

function notSupported(name: string): ArrayFailure {
  return new ArrayFailure(
    'TypeError',
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
}
