// WebAssembly code as trees: an expression has a type and can be used as an operand, a statement has the type `none`.
// Kernels are written with these constructors; the compiler of TypeScript checks their operands. A tree that is used in
// two places is computed in two places: bind it to a local (`FunctionBuilder.let`) to compute it once.
import { accesses, lanes, plain } from './instructions.ts';

export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128';

interface Letters {
  readonly i: 'i32';
  readonly I: 'i64';
  readonly f: 'f32';
  readonly F: 'f64';
  readonly v: 'v128';
  readonly '-': 'none';
}

export type Instruction =
  | { readonly kind: 'plain'; readonly name: PlainName; readonly operands: readonly Code[] }
  | { readonly kind: 'lane'; readonly name: LaneName; readonly lane: number; readonly operands: readonly Code[] }
  | {
      readonly kind: 'access';
      readonly name: AccessName;
      readonly offset: number;
      readonly lane?: number;
      readonly operands: readonly Code[];
    }
  | { readonly kind: 'shuffle'; readonly lanes: readonly number[]; readonly operands: readonly Code[] }
  | { readonly kind: 'constant'; readonly value: number | bigint | readonly number[] }
  | { readonly kind: 'get'; readonly local: number }
  | { readonly kind: 'set'; readonly local: number; readonly operands: readonly Code[] }
  | { readonly kind: 'global'; readonly global: number }
  | { readonly kind: 'call'; readonly callee: number; readonly operands: readonly Code[] }
  /** What a call gives, into locals. */
  | { readonly kind: 'receive'; readonly locals: readonly number[]; readonly operands: readonly Code[] }
  | { readonly kind: 'select'; readonly operands: readonly Code[] }
  | { readonly kind: 'drop'; readonly operands: readonly Code[] }
  | { readonly kind: 'loop' | 'block'; readonly body: readonly Code[] }
  | {
      readonly kind: 'if';
      readonly operands: readonly Code[];
      readonly yes: readonly Code[];
      readonly no: readonly Code[];
    }
  /** To the `depth`-th enclosing block; with an operand, if it is not zero. */
  | { readonly kind: 'branch'; readonly depth: number; readonly operands: readonly Code[] }
  | { readonly kind: 'return' };

export type Code<T extends ValueType | 'none' = ValueType | 'none'> = Instruction & { readonly type: T };

export type I32 = Code<'i32'>;
export type I64 = Code<'i64'>;
export type F32 = Code<'f32'>;
export type F64 = Code<'f64'>;
export type V128 = Code<'v128'>;

export type PlainName = keyof typeof plain;
export type LaneName = keyof typeof lanes;
export type AccessName = keyof typeof accesses;

/** Numbers stand for constants of the operand's type. */
type Operand<L extends string> = L extends 'i'
  ? I32 | number
  : L extends 'I'
    ? I64 | bigint
    : L extends 'f'
      ? F32 | number
      : L extends 'F'
        ? F64 | number
        : V128;
type Operands<S extends string> = S extends `${infer L}${infer Rest}` ? [Operand<L>, ...Operands<Rest>] : [];
type Result<S extends string> = S extends keyof Letters ? Code<Letters[S]> : never;
type Plain<N extends PlainName> = (...operands: Operands<(typeof plain)[N][0]>) => Result<(typeof plain)[N][1]>;
/** The instructions of one type by their name without it: `f32x4.add`. */
type Group<P extends string> = { readonly [N in PlainName as N extends `${P}.${infer M}` ? M : never]: Plain<N> };

const letters: Readonly<Record<string, ValueType | 'none'>> = {
  i: 'i32',
  I: 'i64',
  f: 'f32',
  F: 'f64',
  v: 'v128',
  '-': 'none',
};

export const i32 = group('i32');
export const i64 = group('i64');
export const f32 = group('f32');
export const f64 = group('f64');
export const v128 = group('v128');
export const i8x16 = group('i8x16');
export const i16x8 = group('i16x8');
export const i32x4 = group('i32x4');
export const i64x2 = group('i64x2');
export const f32x4 = group('f32x4');
export const f64x2 = group('f64x2');
export const memory = group('memory');

export function constant<T extends 'i32' | 'f32' | 'f64'>(type: T, value: number): Code<T> {
  return { kind: 'constant', type, value: type === 'i32' ? value | 0 : value };
}

export function long(value: bigint): I64 {
  return { kind: 'constant', type: 'i64', value };
}

/** Sixteen bytes. Costly in a loop: the engine builds it anew each time; see `ModuleBuilder.constant`. */
export function vector(bytes: readonly number[]): V128 {
  return { kind: 'constant', type: 'v128', value: bytes };
}

export const zero: V128 = vector(new Array(16).fill(0));

/** `a + b`, folded as far as constants allow. */
export function plus(a: I32 | number, b: I32 | number): I32 {
  if (typeof a === 'number') return typeof b === 'number' ? constant('i32', a + b) : plus(b, a);
  if (typeof b !== 'number') return i32.add(a, b);
  return b === 0 ? a : i32.add(a, b);
}

/** `a * factor`, by a shift where that is one. */
export function times(a: I32 | number, factor: number): I32 {
  if (typeof a === 'number') return constant('i32', a * factor);
  if (factor === 1) return a;
  if (factor === 0) return constant('i32', 0);
  const bits = Math.log2(factor);
  return Number.isInteger(bits) ? i32.shl(a, bits) : i32.mul(a, factor);
}

type AccessOf<R extends string> = {
  [N in AccessName]: (typeof accesses)[N] extends readonly ['i', R, number, number] ? N : never;
}[AccessName];
type LoadName = AccessOf<'i' | 'I' | 'f' | 'F' | 'v'>;

/** @param offset Bytes, constant, not negative. */
export function load<N extends LoadName>(name: N, address: I32 | number, offset = 0): Result<(typeof accesses)[N][1]> {
  return access(name, [address], offset) as Result<(typeof accesses)[N][1]>;
}

type StoreName = 'i32.store' | 'i64.store' | 'f32.store' | 'f64.store' | 'i32.store8' | 'i32.store16' | 'v128.store';

export function store<N extends StoreName>(
  name: N,
  address: I32 | number,
  value: N extends 'v128.store'
    ? V128
    : N extends 'f32.store'
      ? F32
      : N extends 'f64.store'
        ? F64
        : N extends 'i64.store'
          ? I64
          : I32,
  offset = 0,
): Code<'none'> {
  return access(name, [address, value], offset) as Code<'none'>;
}

type LoadLane = 'v128.load8_lane' | 'v128.load16_lane' | 'v128.load32_lane' | 'v128.load64_lane';
type StoreLane = 'v128.store8_lane' | 'v128.store16_lane' | 'v128.store32_lane' | 'v128.store64_lane';

/** `value` with one lane from memory. */
export function loadLane(name: LoadLane, address: I32, value: V128, lane: number, offset = 0): V128 {
  return access(name, [address, value], offset, lane) as V128;
}

export function storeLane(name: StoreLane, address: I32, value: V128, lane: number, offset = 0): Code<'none'> {
  return access(name, [address, value], offset, lane) as Code<'none'>;
}

type AtomicName =
  | 'i32.atomic.load'
  | 'i32.atomic.rmw.add'
  | 'i32.atomic.rmw.cmpxchg'
  | 'memory.atomic.notify'
  | 'memory.atomic.wait32';

export function atomic(name: AtomicName, address: I32 | number, ...operands: readonly (I32 | I64 | number)[]): I32 {
  return access(name, [address, ...operands], 0) as I32;
}

export function atomicStore(address: I32 | number, value: I32 | number): Code<'none'> {
  return access('i32.atomic.store', [address, value], 0) as Code<'none'>;
}

export function fence(): Code<'none'> {
  return build('atomic.fence', []) as Code<'none'>;
}

/** @param lanes Sixteen byte indices into `a` (0..15) and `b` (16..31). */
export function shuffle(a: V128, b: V128, lanes: readonly number[]): V128 {
  if (lanes.length !== 16) throw new Error('a shuffle has sixteen lanes');
  return { kind: 'shuffle', type: 'v128', lanes, operands: [a, b] };
}

/** Shuffle of four lanes of 32 bits: 0..3 of `a`, 4..7 of `b`. */
export function shuffle32(a: V128, b: V128, lanes: readonly number[]): V128 {
  return shuffle(
    a,
    b,
    lanes.flatMap((lane) => [lane * 4, lane * 4 + 1, lane * 4 + 2, lane * 4 + 3]),
  );
}

export function extractLane<N extends Extract<LaneName, `${string}extract${string}`>>(
  name: N,
  value: V128,
  lane: number,
): Result<(typeof lanes)[N][1]> {
  const code: unknown = { kind: 'lane', name, lane, type: letters[lanes[name][1]], operands: [value] };
  return code as Result<(typeof lanes)[N][1]>;
}

/** `condition ? a : b`; both are computed. */
export function select<T extends ValueType>(a: Code<T>, b: Code<T>, condition: I32): Code<T> {
  return { kind: 'select', type: a.type, operands: [a, b, condition] };
}

/** `f32x4` product plus sum: rounded once where relaxed SIMD is allowed (and the machine has it), else twice. */
export function multiplyAdd(relaxed: boolean, a: V128, b: V128, c: V128): V128 {
  return relaxed ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}

function group<P extends string>(prefix: P): Group<P> {
  const names = (Object.keys(plain) as PlainName[]).filter((name) => name.startsWith(`${prefix}.`));
  const members: unknown = Object.fromEntries(
    names.map((name) => [name.slice(prefix.length + 1), (...operands: unknown[]) => build(name, operands)]),
  );
  return members as Group<P>;
}

function build(name: PlainName, operands: readonly unknown[]): Code {
  const [expected, result] = plain[name];
  return { kind: 'plain', name, type: letters[result], operands: typed(name, expected, operands) } as Code;
}

function access(name: AccessName, operands: readonly unknown[], offset: number, lane?: number): Code {
  if (!Number.isInteger(offset) || offset < 0) throw new Error(`${name} with offset ${offset}`);
  const [expected, result] = accesses[name];
  return {
    kind: 'access',
    name,
    offset,
    lane,
    type: letters[result],
    operands: typed(name, expected, operands),
  } as Code;
}

function typed(name: string, expected: string, operands: readonly unknown[]): Code[] {
  if (operands.length !== expected.length) throw new Error(`${name} takes ${expected.length} operands`);
  return operands.map((operand, index) => {
    const type = letters[expected[index]];
    const code = (
      typeof operand === 'number'
        ? constant(type as 'i32', operand)
        : typeof operand === 'bigint'
          ? long(operand)
          : operand
    ) as Code;
    if (code.type !== type) throw new Error(`operand ${index} of ${name} is ${code.type}, not ${type}`);
    return code;
  });
}
