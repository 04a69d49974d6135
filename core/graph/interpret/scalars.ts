// The scalar functions in plain TypeScript: the meaning that backends are held to.
import type { ElementType } from '../graph.ts';
import type { ScalarName, Step } from '../program/scalar.ts';
import { allocate, isBig, isFloat, rangeOf, readerOf, type Scalar, wrap, writerOf } from '../tensor.ts';

/** @returns the function of a step over the registers; its result is a value of the step's type. */
export function evaluatorOf(step: Step, typeOf: (register: number) => ElementType): (registers: Scalar[]) => Scalar {
  const { fn, type, arguments: from } = step;
  if (fn === 'constant') {
    const value = wrap(type, isBig(type) ? BigInt(step.value!) : Number(step.value!));
    return () => value;
  }
  if (fn === 'select') return (registers) => (registers[from[0]!] ? registers[from[1]!]! : registers[from[2]!]!);
  const source = typeOf(from[0]!);
  if (fn === 'cast') return (registers) => cast(registers[from[0]!]!, source, type);
  if (fn === 'bitcast') return (registers) => bitcast(registers[from[0]!]!, source, type);
  const apply = (isBig(source) ? bigs : isFloat(source) ? floats : integers)[fn];
  if (apply === undefined) throw new TypeError(`no ${fn} of ${source}`);
  if (from.length === 1) return (registers) => wrap(type, apply(registers[from[0]!] as never, 0 as never, source));
  return (registers) => wrap(type, apply(registers[from[0]!] as never, registers[from[1]!] as never, source));
}

/** Whether a function is defined for arguments of a type. */
export function isDefined(fn: ScalarName, type: ElementType): boolean {
  if (fn === 'constant' || fn === 'select' || fn === 'cast' || fn === 'bitcast') return true;
  return (isBig(type) ? bigs : isFloat(type) ? floats : integers)[fn] !== undefined;
}

export function cast(value: Scalar, from: ElementType, to: ElementType): Scalar {
  if (to === 'bool') return Number(value) === 0 ? 0 : 1;
  if (!isFloat(from) || isFloat(to)) return wrap(to, value);
  const whole = Math.trunc(Number(value));
  if (!Number.isFinite(whole)) return rangeOf(to)[whole > 0 ? 1 : 0];
  return wrap(to, isBig(to) || Math.abs(whole) >= 2 ** 31 ? BigInt(whole) : whole);
}

function bitcast(value: Scalar, from: ElementType, to: ElementType): Scalar {
  const source = allocate(from, 1);
  writerOf(from, source)(0, value);
  const target = allocate(to, 1);
  new Uint8Array(target.buffer).set(new Uint8Array(source.buffer));
  return readerOf(to, target)(0);
}

type OnNumbers = (a: number, b: number, type: ElementType) => Scalar;
type OnBigs = (a: bigint, b: bigint, type: ElementType) => Scalar;

const comparisons = {
  equal: (a: Scalar, b: Scalar) => Number(a === b),
  less: (a: Scalar, b: Scalar) => Number(a < b),
  lessOrEqual: (a: Scalar, b: Scalar) => Number(a <= b),
  greater: (a: Scalar, b: Scalar) => Number(a > b),
  greaterOrEqual: (a: Scalar, b: Scalar) => Number(a >= b),
};

/** In double precision. */
export const floats: Partial<Record<ScalarName, OnNumbers>> = {
  ...comparisons,
  neg: (x) => -x,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  round: roundEven,
  sqrt: Math.sqrt,
  reciprocal: (x) => 1 / x,
  exp: Math.exp,
  log: Math.log,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  asin: Math.asin,
  acos: Math.acos,
  atan: Math.atan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  asinh: Math.asinh,
  acosh: Math.acosh,
  atanh: Math.atanh,
  erf,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  isNaN: (x) => Number(Number.isNaN(x)),
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  mod: (a, b) => {
    const rest = a % b;
    return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
  },
  remainder: (a, b) => a % b,
  // [IEEE 754-2019 9.2.1] pow(1, NaN) and pow(-1, infinity) are 1; ECMAScript says NaN.
  pow: (a, b) => (a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY) ? 1 : a ** b),
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
};

/** Of at most 32 bits. Results may leave the type and are wrapped by the caller; a product must not lose low bits. */
const integers: Partial<Record<ScalarName, OnNumbers>> = {
  ...comparisons,
  neg: (x) => -x,
  abs: Math.abs,
  sign: Math.sign,
  floor: (x) => x,
  ceil: (x) => x,
  round: (x) => x,
  not: (x) => Number(x === 0),
  bitNot: (x) => ~x,
  isNaN: () => 0,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: Math.imul,
  div: (a, b) => (b === 0 ? 0 : Math.trunc(a / b)),
  mod: (a, b) => (b === 0 ? 0 : a - b * Math.floor(a / b)),
  remainder: (a, b) => (b === 0 ? 0 : a % b),
  pow: (a, b, type) => power(BigInt(a), BigInt(b), type),
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
  bitAnd: (a, b) => a & b,
  bitOr: (a, b) => a | b,
  bitXor: (a, b) => a ^ b,
  shiftLeft: (a, b) => (b >= 32 ? 0 : a << b),
  shiftRight: (a, b) => (b >= 32 ? 0 : a >>> b),
};

const bigs: Partial<Record<ScalarName, OnBigs>> = {
  ...comparisons,
  neg: (x) => -x,
  abs: (x) => (x < 0n ? -x : x),
  sign: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
  floor: (x) => x,
  ceil: (x) => x,
  round: (x) => x,
  bitNot: (x) => ~x,
  isNaN: () => 0,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => (b === 0n ? 0n : a / b),
  mod: (a, b) => {
    if (b === 0n) return 0n;
    const rest = a % b;
    return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
  },
  remainder: (a, b) => (b === 0n ? 0n : a % b),
  pow: power,
  min: (a, b) => (a < b ? a : b),
  max: (a, b) => (a > b ? a : b),
  bitAnd: (a, b) => a & b,
  bitOr: (a, b) => a | b,
  bitXor: (a, b) => a ^ b,
  shiftLeft: (a, b) => (b >= 64n ? 0n : a << b),
  shiftRight: (a, b) => (b >= 64n ? 0n : a >> b),
};

/** By squaring, wrapping at every step: an exponent of a hostile model is not to fill the memory. */
function power(a: bigint, b: bigint, type: ElementType): bigint {
  if (b < 0n) return a === 1n ? 1n : a === -1n ? (b % 2n === 0n ? 1n : -1n) : 0n;
  let result = 1n;
  for (let square = a; b > 0n; b >>= 1n) {
    if (b & 1n) result = BigInt(wrap('int64', result * square));
    square = BigInt(wrap('int64', square * square));
  }
  return BigInt(wrap(type, result));
}

function roundEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  // -0.5 gives -0.
  if (floor === -1) return -0;
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * Error function. Below 2.5 by its series [Abramowitz and Stegun 7.1.6], above by the continued fraction of erfc [7.1.14]: both to about 1e-15.
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (size > 6) return Math.sign(x);
  if (size < 2.5) {
    let term = (2 / Math.sqrt(Math.PI)) * x * Math.exp(-x * x);
    let sum = term;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return sum;
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (size + fraction);
  return Math.sign(x) * (1 - Math.exp(-x * x) / Math.sqrt(Math.PI) / (size + fraction));
}
