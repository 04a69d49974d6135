// The functions of one element that element-wise kernels and epilogues are made of: the one list, with what each means.
// A backend that has these and the kernels of kernel.ts has every op.
import type { ElementType } from '../graph.ts';

interface Function {
  readonly arguments: 0 | 1 | 2 | 3;
  /** `same`: of the type of the (last) argument; `bool`; `given`: the step says. */
  readonly result: 'same' | 'bool' | 'given';
}

const unary = { arguments: 1, result: 'same' } as const satisfies Function;
const binary = { arguments: 2, result: 'same' } as const satisfies Function;
const comparison = { arguments: 2, result: 'bool' } as const satisfies Function;

/**
 * Integers wrap modulo 2^bits. Floats follow IEEE 754 in the precision of their type; functions that are not correctly
 * rounded may be off by a few units in the last place. NaN goes through everything but comparisons.
 */
export const scalarFunctions = {
  /** The step's `value`. */
  constant: { arguments: 0, result: 'given' },
  /** To the step's type. Float to integer truncates (undefined outside the range), to bool is `x != 0`, integers wrap. */
  cast: { arguments: 1, result: 'given' },
  /** The same bits as the step's type, of the same width. */
  bitcast: { arguments: 1, result: 'given' },
  /** condition (bool), yes, no. */
  select: { arguments: 3, result: 'same' },
  /** -x. */
  neg: unary,
  /** |x|. */
  abs: unary,
  /** -1, 0 or 1; NaN of NaN. */
  sign: unary,
  /** Towards minus infinity. */
  floor: unary,
  /** Towards plus infinity. */
  ceil: unary,
  /** To the nearest integer, ties to even. */
  round: unary,
  /** Square root. */
  sqrt: unary,
  /** 1 / x. */
  reciprocal: unary,
  /** e^x. */
  exp: unary,
  /** Natural logarithm. */
  log: unary,
  /** Sine of radians. */
  sin: unary,
  /** Cosine of radians. */
  cos: unary,
  /** Tangent of radians. */
  tan: unary,
  /** Inverse sine. */
  asin: unary,
  /** Inverse cosine. */
  acos: unary,
  /** Inverse tangent. */
  atan: unary,
  /** Hyperbolic sine. */
  sinh: unary,
  /** Hyperbolic cosine. */
  cosh: unary,
  /** Hyperbolic tangent. */
  tanh: unary,
  /** Inverse hyperbolic sine. */
  asinh: unary,
  /** Inverse hyperbolic cosine. */
  acosh: unary,
  /** Inverse hyperbolic tangent. */
  atanh: unary,
  /** Error function. */
  erf: unary,
  /** 1 / (1 + e^-x). */
  sigmoid: unary,
  /** Logical not of a bool. */
  not: unary,
  /** Bits turned. */
  bitNot: unary,
  /** Whether x is NaN. */
  isNaN: { arguments: 1, result: 'bool' },
  add: binary,
  sub: binary,
  mul: binary,
  /** Integers truncate towards zero; by zero they give 0. */
  div: binary,
  /** Remainder with the sign of the divisor; by zero 0 of integers, NaN of floats. */
  mod: binary,
  /** Remainder with the sign of the dividend. */
  remainder: binary,
  /** a^b; of integers modulo 2^bits, and 0 where b < 0 and |a| > 1. */
  pow: binary,
  /** NaN where either is NaN. */
  min: binary,
  /** NaN where either is NaN. */
  max: binary,
  /** Logical, of bools. */
  and: binary,
  or: binary,
  xor: binary,
  bitAnd: binary,
  bitOr: binary,
  bitXor: binary,
  /** a 2^b of unsigned integers; 0 where b is as large as the width. */
  shiftLeft: binary,
  /** floor(a / 2^b) of unsigned integers. */
  shiftRight: binary,
  equal: comparison,
  less: comparison,
  lessOrEqual: comparison,
  greater: comparison,
  greaterOrEqual: comparison,
} as const satisfies Record<string, Function>;

export type ScalarName = keyof typeof scalarFunctions;

/**
 * One step of a body. Registers are numbered: first the operands of the kernel in order, then one for each step. The
 * arguments of a binary function have one type.
 */
export interface Step {
  readonly fn: ScalarName;
  /** Of the result. */
  readonly type: ElementType;
  /** Registers. */
  readonly arguments: readonly number[];
  /** Of a `constant`. */
  readonly value?: number | bigint;
}
