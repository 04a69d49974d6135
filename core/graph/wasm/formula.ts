// Bodies of scalar functions, four elements at a time: what element-wise kernels and epilogues compute.
import type { ElementType } from '../graph.ts';
import type { ScalarName, Step } from '../program/scalar.ts';
import {
  type Code,
  constant,
  f32x4,
  f64x2,
  type I32,
  type I64,
  i32,
  i32x4,
  i64,
  i64x2,
  select,
  shuffle32,
  type V128,
  v128,
} from './code.ts';
import { bind, floats, integers, type Lanes, longs } from './lanes.ts';
import { erf } from './math/error.ts';
import { cosh, exp, sigmoid, sinh, tanh } from './math/exponential.ts';
import { acosh, asinh, atanh, log } from './math/logarithm.ts';
import { pow } from './math/power.ts';
import { acos, asin, atan, cos, sin, tan } from './math/trigonometric.ts';
import {
  bindQuad,
  type Class,
  classOf,
  constantQuad,
  extendSigned,
  extendUnsigned,
  laneOf,
  narrowMask,
  type Quad,
  roundQuad,
  widenMask,
  wrapQuad,
} from './quad.ts';

/** Whether kernels have the function for arguments of this type; what they lack another runtime must compute. */
export function isVectorised({ fn, type }: Pick<Step, 'fn' | 'type'>, argument: ElementType): boolean {
  if (fn === 'constant' || fn === 'select') return true;
  if (fn === 'bitcast') return classOf(type) !== 'mask' && sameWidth(type, argument);
  if (fn === 'cast') return canCast(argument, type);
  if (fn === 'shiftLeft' || fn === 'shiftRight') return isUnsigned(argument) && classOf(argument) === 'i32';
  return fn in tableOf(argument) || (fn in comparisons && !(argument === 'uint64' && fn !== 'equal'));
}

/** @param registers Values of the first registers. @returns The last register. */
export function evaluate(lanes: Lanes, steps: readonly Step[], registers: readonly Quad[]): Quad {
  const values = registers.map((quad) => bindQuad(lanes, quad));
  const constants = new Map<number, number>();
  for (const step of steps) {
    if (step.fn === 'constant') constants.set(values.length, Number(step.value));
    values.push(
      bindQuad(
        lanes,
        apply(
          lanes,
          step,
          step.arguments.map((register) => values[register]!),
          constants,
        ),
      ),
    );
  }
  return values.at(-1)!;
}

/** One function of two quads of a type: for sums that code folds itself. */
export function combineQuads(lanes: Lanes, fn: 'add' | 'mul' | 'min' | 'max', a: Quad, b: Quad): Quad {
  return apply(lanes, { fn, type: a.type, arguments: [0, 1] }, [a, b], new Map());
}

function apply(lanes: Lanes, step: Step, values: readonly Quad[], constants: ReadonlyMap<number, number>): Quad {
  const { fn, type } = step;
  const [a, b] = values;
  if (fn === 'constant') return constantQuad(lanes, type, step.value!);
  if (fn === 'select') {
    const masks = values[1]!.parts.length === 2 ? widenMask(lanes, a!.parts[0]!) : a!.parts;
    const parts = masks.map((mask, at) => v128.bitselect(values[1]!.parts[at]!, values[2]!.parts[at]!, mask));
    return { type, parts };
  }
  const argument = a!.type;
  if (!isVectorised(step, argument)) throw new Error(`no vector code for ${fn} of ${argument}`);
  if (fn === 'cast') return cast(lanes, a!, type);
  if (fn === 'bitcast') return { type, parts: a!.parts };
  if (fn in comparisons) return { type: 'bool', parts: compare(lanes, fn as Comparison, a!, b!) };
  // A bound that is a number: one instruction instead of f32x4.min's seven, and NaN still passes.
  if ((fn === 'min' || fn === 'max') && classOf(argument) === 'f32') {
    const bound = values.findIndex((_, at) => !Number.isNaN(constants.get(step.arguments[at]!) ?? Number.NaN));
    if (bound >= 0) {
      const [x, limit] = bound === 0 ? [b!, a!] : [a!, b!];
      const apply = fn === 'min' ? f32x4.pmin : f32x4.pmax;
      return { type, parts: [apply(x.parts[0]!, limit.parts[0]!)] };
    }
  }
  if (fn === 'pow' && classOf(argument) === 'f32') {
    const exponent = constants.get(step.arguments[1]!);
    const x = a!.parts[0]!;
    if (exponent === 2) return { type, parts: [f32x4.mul(x, x)] };
    if (exponent === 1) return a!;
    if (exponent === -1) return { type, parts: [f32x4.div(floats(lanes, 1), x)] };
    if (exponent === 3) return { type, parts: [f32x4.mul(f32x4.mul(x, x), x)] };
  }
  const rule = tableOf(argument)[fn]!;
  const parts = a!.parts.map((part, at) => rule(lanes, part, b?.parts[at] ?? part, argument));
  if (fn === 'isNaN') return { type: 'bool', parts: parts.length === 2 ? [narrowMask(parts[0]!, parts[1]!)] : parts };
  const result = bindQuad(lanes, { type, parts });
  // float32 has more than twice the bits of the 16-bit types, so rounding again gives the correctly rounded result.
  return classOf(type) === 'i32' ? wrapQuad(lanes, result) : roundQuad(lanes, result);
}

/** Of one part of the operands; `b` is `a` where there is one operand. */
type Rule = (lanes: Lanes, a: V128, b: V128, type: ElementType) => V128;
type Table = Partial<Record<ScalarName, Rule>>;

const floatRules: Table = {
  neg: (_, a) => f32x4.neg(a),
  abs: (_, a) => f32x4.abs(a),
  sign: (lanes, a) => {
    const one = v128.or(v128.and(a, integers(lanes, -0x80000000)), floats(lanes, 1));
    // Zeros and NaN give themselves.
    const some = v128.or(f32x4.lt(a, floats(lanes, 0)), f32x4.gt(a, floats(lanes, 0)));
    return v128.bitselect(one, a, some);
  },
  floor: (_, a) => f32x4.floor(a),
  ceil: (_, a) => f32x4.ceil(a),
  round: (_, a) => f32x4.nearest(a),
  sqrt: (_, a) => f32x4.sqrt(a),
  reciprocal: (lanes, a) => f32x4.div(floats(lanes, 1), a),
  exp: (lanes, a) => exp(lanes, a),
  log: (lanes, a) => log(lanes, a),
  sin: (lanes, a) => sin(lanes, a),
  cos: (lanes, a) => cos(lanes, a),
  tan: (lanes, a) => tan(lanes, a),
  asin: (lanes, a) => asin(lanes, a),
  acos: (lanes, a) => acos(lanes, a),
  atan: (lanes, a) => atan(lanes, a),
  sinh: (lanes, a) => sinh(lanes, a),
  cosh: (lanes, a) => cosh(lanes, a),
  tanh: (lanes, a) => tanh(lanes, a),
  asinh: (lanes, a) => asinh(lanes, a),
  acosh: (lanes, a) => acosh(lanes, a),
  atanh: (lanes, a) => atanh(lanes, a),
  erf: (lanes, a) => erf(lanes, a),
  sigmoid: (lanes, a) => sigmoid(lanes, a),
  isNaN: (_, a) => f32x4.ne(a, a),
  add: (_, a, b) => f32x4.add(a, b),
  sub: (_, a, b) => f32x4.sub(a, b),
  mul: (_, a, b) => f32x4.mul(a, b),
  div: (_, a, b) => f32x4.div(a, b),
  pow: (lanes, a, b) => pow(lanes, a, b),
  min: (_, a, b) => f32x4.min(a, b),
  max: (_, a, b) => f32x4.max(a, b),
};

const doubleRules: Table = {
  neg: (_, a) => f64x2.neg(a),
  abs: (_, a) => f64x2.abs(a),
  floor: (_, a) => f64x2.floor(a),
  ceil: (_, a) => f64x2.ceil(a),
  round: (_, a) => f64x2.nearest(a),
  sqrt: (_, a) => f64x2.sqrt(a),
  reciprocal: (_, a) => f64x2.div(f64x2.splat(1), a),
  isNaN: (_, a) => f64x2.ne(a, a),
  add: (_, a, b) => f64x2.add(a, b),
  sub: (_, a, b) => f64x2.sub(a, b),
  mul: (_, a, b) => f64x2.mul(a, b),
  div: (_, a, b) => f64x2.div(a, b),
  min: (_, a, b) => f64x2.min(a, b),
  max: (_, a, b) => f64x2.max(a, b),
};

const integerRules: Table = {
  neg: (_, a) => i32x4.neg(a),
  abs: (_, a, __, type) => (isUnsigned(type) ? a : i32x4.abs(a)),
  sign: (lanes, a, _, type) =>
    isUnsigned(type)
      ? v128.and(i32x4.ne(a, integers(lanes, 0)), integers(lanes, 1))
      : i32x4.sub(i32x4.shr_u(i32x4.neg(a), 31), i32x4.shr_u(v128.and(a, integers(lanes, -0x80000000)), 31)),
  floor: (_, a) => a,
  ceil: (_, a) => a,
  round: (_, a) => a,
  bitNot: (_, a) => v128.not(a),
  add: (_, a, b) => i32x4.add(a, b),
  sub: (_, a, b) => i32x4.sub(a, b),
  mul: (_, a, b) => i32x4.mul(a, b),
  div: (lanes, a, b, type) => perLane(lanes, a, b, (x, y) => divide(x, y, isUnsigned(type))),
  mod: (lanes, a, b, type) => perLane(lanes, a, b, (x, y) => modulo(lanes, x, y, isUnsigned(type))),
  remainder: (lanes, a, b, type) => perLane(lanes, a, b, (x, y) => remainder(x, y, isUnsigned(type))),
  min: (_, a, b, type) => (isUnsigned(type) ? i32x4.min_u(a, b) : i32x4.min_s(a, b)),
  max: (_, a, b, type) => (isUnsigned(type) ? i32x4.max_u(a, b) : i32x4.max_s(a, b)),
  bitAnd: (_, a, b) => v128.and(a, b),
  bitOr: (_, a, b) => v128.or(a, b),
  bitXor: (_, a, b) => v128.xor(a, b),
  shiftLeft: (lanes, a, b) => perLane(lanes, a, b, (x, y) => shift(i32.shl(x, y), y)),
  shiftRight: (lanes, a, b) => perLane(lanes, a, b, (x, y) => shift(i32.shr_u(x, y), y)),
};

const longRules: Table = {
  neg: (_, a) => i64x2.neg(a),
  abs: (_, a, __, type) => (isUnsigned(type) ? a : i64x2.abs(a)),
  floor: (_, a) => a,
  ceil: (_, a) => a,
  round: (_, a) => a,
  bitNot: (_, a) => v128.not(a),
  add: (_, a, b) => i64x2.add(a, b),
  sub: (_, a, b) => i64x2.sub(a, b),
  mul: (_, a, b) => i64x2.mul(a, b),
  div: (lanes, a, b, type) => perLongLane(lanes, a, b, (x, y) => divideLong(x, y, isUnsigned(type))),
  remainder: (lanes, a, b, type) => perLongLane(lanes, a, b, (x, y) => remainderLong(x, y, isUnsigned(type))),
  mod: (lanes, a, b, type) => perLongLane(lanes, a, b, (x, y) => moduloLong(lanes, x, y, isUnsigned(type))),
  bitAnd: (_, a, b) => v128.and(a, b),
  bitOr: (_, a, b) => v128.or(a, b),
  bitXor: (_, a, b) => v128.xor(a, b),
};

const signedLongRules: Table = {
  ...longRules,
  sign: (lanes, a) => i64x2.sub(i64x2.lt_s(a, longs(lanes, 0n)), i64x2.gt_s(a, longs(lanes, 0n))),
  min: (_, a, b) => v128.bitselect(a, b, i64x2.lt_s(a, b)),
  max: (_, a, b) => v128.bitselect(a, b, i64x2.gt_s(a, b)),
};

const maskRules: Table = {
  not: (_, a) => v128.not(a),
  and: (_, a, b) => v128.and(a, b),
  or: (_, a, b) => v128.or(a, b),
  xor: (_, a, b) => v128.xor(a, b),
};

function tableOf(type: ElementType): Table {
  if (type === 'int64') return signedLongRules;
  const tables: Readonly<Record<Class, Table>> = {
    f32: floatRules,
    f64: doubleRules,
    i32: integerRules,
    i64: longRules,
    mask: maskRules,
  };
  return tables[classOf(type)];
}

const comparisons = { equal: 'eq', less: 'lt', lessOrEqual: 'le', greater: 'gt', greaterOrEqual: 'ge' } as const;
type Comparison = keyof typeof comparisons;

function compare(_lanes: Lanes, fn: Comparison, a: Quad, b: Quad): readonly V128[] {
  const name = comparisons[fn];
  const pair = (rule: (x: V128, y: V128) => V128): V128[] => a.parts.map((part, at) => rule(part, b.parts[at]!));
  switch (classOf(a.type)) {
    case 'f32':
      return pair(f32x4[name]);
    case 'f64':
      return [narrowMask(...(pair(f64x2[name]) as [V128, V128]))];
    case 'i64':
      return [narrowMask(...(pair(name === 'eq' ? i64x2.eq : i64x2[`${name}_s`]) as [V128, V128]))];
    case 'mask':
      // Masks are 0 and -1: unsigned, true is the greater.
      return pair(name === 'eq' ? i32x4.eq : i32x4[`${name}_u`]);
    case 'i32':
      return pair(name === 'eq' ? i32x4.eq : i32x4[`${name}_${isUnsigned(a.type) ? 'u' : 's'}`]);
  }
}

function canCast(from: ElementType, to: ElementType): boolean {
  const [a, b] = [classOf(from), classOf(to)];
  // Lanes of 64-bit integers and floats convert one by one; that is here for float32 alone.
  return !(a === 'f64' && b === 'i64') && !(a === 'i64' && b === 'f64');
}

function cast(lanes: Lanes, { type: from, parts }: Quad, to: ElementType): Quad {
  const [a, b] = [classOf(from), classOf(to)];
  const x = parts[0]!;
  const quad = (...result: readonly V128[]): Quad => ({ type: to, parts: result });
  if (a === b) {
    if (a === 'f32') return roundQuad(lanes, quad(...parts));
    return wrapQuad(lanes, quad(...parts));
  }
  if (b === 'mask') {
    const zeros = integers(lanes, 0);
    if (a === 'f32') return quad(f32x4.ne(x, zeros));
    if (a === 'i32') return quad(i32x4.ne(x, zeros));
    const different = parts.map((part) => (a === 'f64' ? f64x2.ne(part, zeros) : i64x2.ne(part, zeros)));
    return quad(narrowMask(different[0]!, different[1]!));
  }
  if (a === 'mask') {
    if (b === 'f32') return quad(v128.and(x, floats(lanes, 1)));
    const ones = bind(lanes, v128.and(x, integers(lanes, 1)));
    if (b === 'i32') return quad(ones);
    return b === 'i64' ? quad(...extendUnsigned(ones)) : quad(...wideFloats(ones, false));
  }
  if (a === 'i32') {
    if (b === 'f32')
      return roundQuad(lanes, quad(isUnsigned(from) ? f32x4.convert_i32x4_u(x) : f32x4.convert_i32x4_s(x)));
    if (b === 'i64') return quad(...(isUnsigned(from) ? extendUnsigned(x) : extendSigned(x)));
    return quad(...wideFloats(x, !isUnsigned(from)));
  }
  if (a === 'i64') {
    if (b === 'i32') return wrapQuad(lanes, quad(shuffle32(x, parts[1]!, [0, 2, 4, 6])));
    const scalars = [0, 1, 2, 3].map((lane) => {
      const value = laneOf({ type: from, parts }, lane) as I64;
      return {
        kind: 'plain',
        type: 'f32',
        name: isUnsigned(from) ? 'f32.convert_i64_u' : 'f32.convert_i64_s',
        operands: [value],
      } as Code<'f32'>;
    });
    return roundQuad(lanes, quad(assemble('f32x4', scalars)));
  }
  if (a === 'f32') {
    if (b === 'f64') return quad(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(shuffle32(x, x, [2, 3, 2, 3])));
    // Narrow types wrap what 32 bits hold.
    if (b === 'i32')
      return wrapQuad(lanes, quad(to === 'uint32' ? i32x4.trunc_sat_f32x4_u(x) : i32x4.trunc_sat_f32x4_s(x)));
    const scalars = [0, 1, 2, 3].map((lane) => {
      const value = laneOf({ type: from, parts }, lane);
      return {
        kind: 'plain',
        type: 'i64',
        name: isUnsigned(to) ? 'i64.trunc_sat_f32_u' : 'i64.trunc_sat_f32_s',
        operands: [value],
      } as Code<'i64'>;
    });
    return quad(assemble('i64x2', scalars.slice(0, 2)), assemble('i64x2', scalars.slice(2)));
  }
  // From float64.
  const [low, high] = [parts[0]!, parts[1]!];
  if (b === 'f32')
    return roundQuad(lanes, quad(shuffle32(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), [0, 1, 4, 5])));
  const truncate = to === 'uint32' ? i32x4.trunc_sat_f64x2_u_zero : i32x4.trunc_sat_f64x2_s_zero;
  return wrapQuad(lanes, quad(shuffle32(truncate(low), truncate(high), [0, 1, 4, 5])));
}

function wideFloats(value: V128, signed: boolean): V128[] {
  const convert = signed ? f64x2.convert_low_i32x4_s : f64x2.convert_low_i32x4_u;
  return [convert(value), convert(shuffle32(value, value, [2, 3, 2, 3]))];
}

function isUnsigned(type: ElementType): boolean {
  return type.startsWith('uint');
}

function sameWidth(a: ElementType, b: ElementType): boolean {
  const memory = (type: ElementType): string => `${classOf(type) === 'f64' || classOf(type) === 'i64'}`;
  const narrow = ['int8', 'uint8', 'int16', 'uint16', 'float16', 'bfloat16', 'bool'];
  return memory(a) === memory(b) && !narrow.includes(a) && !narrow.includes(b);
}

function perLane(lanes: Lanes, a: V128, b: V128, rule: (x: I32, y: I32) => I32): V128 {
  const [left, right]: Quad[] = [a, b].map((part) => ({ type: 'int32', parts: [part] }));
  const results = [0, 1, 2, 3].map((lane) =>
    bind(lanes, rule(bind(lanes, laneOf(left!, lane) as I32), bind(lanes, laneOf(right!, lane) as I32))),
  );
  return assemble('i32x4', results);
}

function perLongLane(lanes: Lanes, a: V128, b: V128, rule: (x: I64, y: I64) => I64): V128 {
  const [left, right]: Quad[] = [a, b].map((part) => ({ type: 'int64', parts: [part] }));
  const results = [0, 1].map((lane) =>
    bind(lanes, rule(bind(lanes, laneOf(left!, lane) as I64), bind(lanes, laneOf(right!, lane) as I64))),
  );
  return assemble('i64x2', results);
}

function assemble(shape: 'f32x4' | 'i32x4' | 'i64x2', values: readonly Code[]): V128 {
  const first = { kind: 'plain', type: 'v128', name: `${shape}.splat`, operands: [values[0]!] } as V128;
  return values
    .slice(1)
    .reduce<V128>(
      (all, value, at) =>
        ({ kind: 'lane', type: 'v128', name: `${shape}.replace_lane`, lane: at + 1, operands: [all, value] }) as V128,
      first,
    );
}

// Divisors of 0 give 0, and the least number divided by -1 itself: the divisor is replaced, then the result.
function divide(x: I32, y: I32, unsigned: boolean): I32 {
  const zero = i32.eqz(y);
  if (unsigned) return select(constant('i32', 0), i32.div_u(x, i32.or(y, zero)), zero);
  const negated = i32.eq(y, -1);
  const safe = select(constant('i32', 1), y, i32.or(zero, negated));
  return select(constant('i32', 0), select(i32.sub(0, x), i32.div_s(x, safe), negated), zero);
}

function remainder(x: I32, y: I32, unsigned: boolean): I32 {
  const zero = i32.eqz(y);
  const safe = i32.or(y, zero);
  return select(constant('i32', 0), unsigned ? i32.rem_u(x, safe) : i32.rem_s(x, safe), zero);
}

function modulo(lanes: Lanes, x: I32, y: I32, unsigned: boolean): I32 {
  const rest = bind(lanes, remainder(x, y, unsigned));
  if (unsigned) return rest;
  const wrongSign = i32.and(i32.ne(rest, 0), i32.lt_s(i32.xor(rest, y), 0));
  return select(i32.add(rest, y), rest, wrongSign);
}

function shift(value: I32, by: I32): I32 {
  return select(value, constant('i32', 0), i32.lt_u(by, 32));
}

function divideLong(x: I64, y: I64, unsigned: boolean): I64 {
  const zero = i64.eqz(y);
  const safe = select<'i64'>(i64.extend_i32_u(1), y, zero);
  if (unsigned) return select<'i64'>(i64.extend_i32_u(0), i64.div_u(x, safe), zero);
  const negated = i64.eq(y, -1n);
  const divisor = select<'i64'>(i64.extend_i32_u(1), safe, negated);
  return select<'i64'>(i64.extend_i32_u(0), select<'i64'>(i64.sub(0n, x), i64.div_s(x, divisor), negated), zero);
}

function remainderLong(x: I64, y: I64, unsigned: boolean): I64 {
  const zero = i64.eqz(y);
  const safe = select<'i64'>(i64.extend_i32_u(1), y, zero);
  return select<'i64'>(i64.extend_i32_u(0), unsigned ? i64.rem_u(x, safe) : i64.rem_s(x, safe), zero);
}

function moduloLong(lanes: Lanes, x: I64, y: I64, unsigned: boolean): I64 {
  const rest = bind(lanes, remainderLong(x, y, unsigned));
  if (unsigned) return rest;
  const wrongSign = i32.and(i64.ne(rest, 0n), i64.lt_s(i64.xor(rest, y), 0n));
  return select<'i64'>(i64.add(rest, y), rest, wrongSign);
}
