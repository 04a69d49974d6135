// Where vector code is written: the function, and whether constants wait in locals or are made where they are used.
import { type Code, f32x4, multiplyAdd, type V128, type ValueType } from './code.ts';
import type { FunctionBuilder } from './function.ts';
import type { ModuleBuilder } from './module.ts';

export interface Lanes {
  readonly module: ModuleBuilder;
  readonly code: FunctionBuilder;
  /** `hoisted` inside of loops; `in place` where code runs seldom, so as not to take registers from a loop nearby. */
  readonly constants: 'hoisted' | 'in place';
}

export function floats(lanes: Lanes, value: number): V128 {
  return placed(lanes, lanes.module.floats(value));
}

export function doubles(lanes: Lanes, value: number): V128 {
  return placed(lanes, lanes.module.doubles(value));
}

export function integers(lanes: Lanes, value: number): V128 {
  return placed(lanes, lanes.module.integers(value));
}

export function shorts(lanes: Lanes, value: number): V128 {
  return placed(lanes, lanes.module.shorts(value));
}

export function longs(lanes: Lanes, value: bigint): V128 {
  return placed(lanes, lanes.module.longs(value));
}

export function bytes(lanes: Lanes, value: readonly number[]): V128 {
  return placed(lanes, lanes.module.constant(value));
}

/** A value used more than once. */
export function bind<T extends ValueType>(lanes: Lanes, value: Code<T>): Code<T> {
  return lanes.code.once(value);
}

export function madd(lanes: Lanes, a: V128, b: V128, c: V128): V128 {
  return multiplyAdd(lanes.module.target.relaxed, a, b, c);
}

/** Horner's scheme in float32, the coefficient of the highest power first. */
export function polynomial(lanes: Lanes, x: V128, coefficients: readonly number[]): V128 {
  return coefficients
    .slice(1)
    .reduce<V128>((sum, each) => madd(lanes, sum, x, floats(lanes, each)), floats(lanes, coefficients[0]!));
}

/** `x` in [low, high]; NaN stays. */
export function clamp(lanes: Lanes, x: V128, low: number, high: number): V128 {
  return f32x4.pmin(f32x4.pmax(x, floats(lanes, low)), floats(lanes, high));
}

function placed(lanes: Lanes, value: V128): V128 {
  return lanes.constants === 'hoisted' ? lanes.code.hoist(value) : value;
}
