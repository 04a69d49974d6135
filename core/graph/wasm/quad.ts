// Four elements of any type in registers: how they are loaded, stored, spread and converted. Narrow integers are widened
// to 32 bits, floats to float32; 64-bit types take two vectors. A bool is a mask, all bits or none.
import type { ElementType } from '../graph.ts';
import {
  type Code,
  extractLane,
  type I32,
  i32x4,
  i64x2,
  load,
  loadLane,
  plus,
  shuffle,
  shuffle32,
  store,
  storeLane,
  type V128,
  v128,
} from './code.ts';
import { fromHalf, toBrain, toHalf } from './half.ts';
import { bind, bytes, integers, type Lanes } from './lanes.ts';

export interface Quad {
  readonly type: ElementType;
  /** One vector of four lanes, or two of two. */
  readonly parts: readonly V128[];
}

/** How a quad is represented. */
export type Class = 'f32' | 'i32' | 'mask' | 'f64' | 'i64';

const classes: Readonly<Record<ElementType, Class>> = {
  float32: 'f32',
  float16: 'f32',
  bfloat16: 'f32',
  float64: 'f64',
  int64: 'i64',
  uint64: 'i64',
  int32: 'i32',
  uint32: 'i32',
  int16: 'i32',
  uint16: 'i32',
  int8: 'i32',
  uint8: 'i32',
  bool: 'mask',
};

export const widths: Readonly<Record<ElementType, 1 | 2 | 4 | 8>> = {
  float32: 4,
  float16: 2,
  bfloat16: 2,
  float64: 8,
  int64: 8,
  uint64: 8,
  int32: 4,
  uint32: 4,
  int16: 2,
  uint16: 2,
  int8: 1,
  uint8: 1,
  bool: 1,
};

export function classOf(type: ElementType): Class {
  return classes[type];
}

/** Address and constant offset of something `bytes` away, which may be negative. */
export function at(base: I32, distance: number): readonly [I32, number] {
  return distance < 0 ? [plus(base, distance), 0] : [base, distance];
}

/** Four neighbours. */
export function loadQuad(lanes: Lanes, type: ElementType, base: I32, distance = 0): Quad {
  const [address, offset] = at(base, distance);
  switch (type) {
    case 'float32':
    case 'int32':
    case 'uint32':
      return { type, parts: [load('v128.load', address, offset)] };
    case 'float64':
    case 'int64':
    case 'uint64':
      return { type, parts: [load('v128.load', address, offset), load('v128.load', address, offset + 16)] };
    case 'float16':
      return { type, parts: [fromHalf(lanes, load('v128.load16x4_u', address, offset))] };
    case 'bfloat16':
      return { type, parts: [i32x4.shl(load('v128.load16x4_u', address, offset), 16)] };
    case 'int16':
      return { type, parts: [load('v128.load16x4_s', address, offset)] };
    case 'uint16':
      return { type, parts: [load('v128.load16x4_u', address, offset)] };
    default:
      return { type, parts: [widen(lanes, type, load('v128.load32_zero', address, offset))] };
  }
}

/** Four times the same element. */
export function splatQuad(lanes: Lanes, type: ElementType, base: I32, distance = 0): Quad {
  const [address, offset] = at(base, distance);
  switch (widths[type]) {
    case 4:
      return { type, parts: [load('v128.load32_splat', address, offset)] };
    case 8: {
      const both = bind(lanes, load('v128.load64_splat', address, offset));
      return { type, parts: [both, both] };
    }
    case 2: {
      const low = v128.and(load('v128.load16_splat', address, offset), integers(lanes, 0xffff));
      if (type === 'float16') return { type, parts: [fromHalf(lanes, low)] };
      if (type === 'bfloat16') return { type, parts: [i32x4.shl(low, 16)] };
      return { type, parts: [type === 'int16' ? i32x4.shr_s(i32x4.shl(low, 16), 16) : low] };
    }
    default:
      return { type, parts: [widen(lanes, type, load('v128.load8_splat', address, offset))] };
  }
}

/** Four elements `stride` elements apart; only the first `count` are read. */
export function gatherQuad(
  lanes: Lanes,
  type: ElementType,
  base: I32,
  distance: number,
  stride: number,
  count = 4,
): Quad {
  if (stride === 0) return splatQuad(lanes, type, base, distance);
  if (stride === 1 && count === 4) return loadQuad(lanes, type, base, distance);
  const width = widths[type];
  const place = (lane: number): readonly [I32, number] => at(base, distance + lane * stride * width);
  const gathered = (lane: 'v128.load8_lane' | 'v128.load16_lane' | 'v128.load32_lane', first: V128, step: number) => {
    let result = first;
    for (let index = 1; index < count; index++) {
      const [address, offset] = place(index);
      result = loadLane(lane, address, result, index * step, offset);
    }
    return result;
  };
  switch (width) {
    case 4:
      return { type, parts: [gathered('v128.load32_lane', load('v128.load32_zero', ...place(0)), 1)] };
    case 8: {
      const pair = (first: number): V128 => {
        const low = load('v128.load64_zero', ...place(Math.min(first, count - 1)));
        return first + 1 < count ? loadLane('v128.load64_lane', place(first + 1)[0], low, 1, place(first + 1)[1]) : low;
      };
      return { type, parts: [pair(0), pair(2)] };
    }
    case 2: {
      const zeros = integers(lanes, 0);
      const words = loadLane('v128.load16_lane', place(0)[0], zeros, 0, place(0)[1]);
      const all = gathered('v128.load16_lane', words, 2);
      if (type === 'float16') return { type, parts: [fromHalf(lanes, all)] };
      if (type === 'bfloat16') return { type, parts: [i32x4.shl(all, 16)] };
      return { type, parts: [type === 'int16' ? i32x4.shr_s(i32x4.shl(all, 16), 16) : all] };
    }
    default: {
      const zeros = integers(lanes, 0);
      const first = loadLane('v128.load8_lane', place(0)[0], zeros, 0, place(0)[1]);
      return { type, parts: [widen(lanes, type, gathered('v128.load8_lane', first, 1))] };
    }
  }
}

/** The first `count` elements to neighbouring places. */
export function storeQuad(lanes: Lanes, quad: Quad, base: I32, distance = 0, count = 4): void {
  const { code } = lanes;
  const [address, offset] = at(base, distance);
  const width = widths[quad.type];
  if (width === 8) {
    quad.parts.forEach((part, index) => {
      const left = count - 2 * index;
      if (left >= 2) code.do(store('v128.store', address, part, offset + 16 * index));
      else if (left === 1) code.do(storeLane('v128.store64_lane', address, part, 0, offset + 16 * index));
    });
    return;
  }
  const packed = pack(lanes, quad);
  if (count === 4) {
    if (width === 4) code.do(store('v128.store', address, packed, offset));
    else code.do(storeLane(width === 2 ? 'v128.store64_lane' : 'v128.store32_lane', address, packed, 0, offset));
    return;
  }
  const value = count > 1 ? bind(lanes, packed) : packed;
  const name = width === 4 ? 'v128.store32_lane' : width === 2 ? 'v128.store16_lane' : 'v128.store8_lane';
  if (width === 4 && count >= 2) {
    code.do(storeLane('v128.store64_lane', address, value, 0, offset));
    if (count === 3) code.do(storeLane(name, address, value, 2, offset + 8));
    return;
  }
  for (let lane = 0; lane < count; lane++) code.do(storeLane(name, address, value, lane, offset + lane * width));
}

/** The first `count` elements to places `stride` elements apart. */
export function scatterQuad(lanes: Lanes, quad: Quad, base: I32, distance: number, stride: number, count = 4): void {
  if (stride === 1) {
    storeQuad(lanes, quad, base, distance, count);
    return;
  }
  const width = widths[quad.type];
  const parts = width === 8 ? quad.parts : [bind(lanes, pack(lanes, quad))];
  const name = (['8', '16', '', '32', '', '', '', '64'] as const)[width - 1];
  for (let lane = 0; lane < count; lane++) {
    const [address, offset] = at(base, distance + lane * stride * width);
    const part = parts[width === 8 ? lane >> 1 : 0]!;
    lanes.code.do(
      storeLane(`v128.store${name}_lane` as 'v128.store8_lane', address, part, width === 8 ? lane & 1 : lane, offset),
    );
  }
}

export function bindQuad(lanes: Lanes, { type, parts }: Quad): Quad {
  return { type, parts: parts.map((part) => bind(lanes, part)) };
}

/** One element as a scalar; 64-bit integers as i64. */
export function laneOf(quad: Quad, lane: number): Code<'i32' | 'i64' | 'f32' | 'f64'> {
  const wide = quad.parts[lane >> 1]!;
  switch (classOf(quad.type)) {
    case 'f32':
      return extractLane('f32x4.extract_lane', quad.parts[0]!, lane);
    case 'f64':
      return extractLane('f64x2.extract_lane', wide, lane & 1);
    case 'i64':
      return extractLane('i64x2.extract_lane', wide, lane & 1);
    default:
      return extractLane('i32x4.extract_lane', quad.parts[0]!, lane);
  }
}

/** Low bytes to 32 bits. */
function widen(lanes: Lanes, type: ElementType, value: V128): V128 {
  const spread = shuffle(value, integers(lanes, 0), [16, 16, 16, 0, 16, 16, 16, 1, 16, 16, 16, 2, 16, 16, 16, 3]);
  if (type === 'int8') return i32x4.shr_s(spread, 24);
  const unsigned = i32x4.shr_u(spread, 24);
  return type === 'bool' ? i32x4.ne(unsigned, integers(lanes, 0)) : unsigned;
}

/** To the bytes of memory, at the low end; not of 64-bit types. */
function pack(lanes: Lanes, { type, parts }: Quad): V128 {
  const value = parts[0]!;
  const words = [0, 1, 4, 5, 8, 9, 12, 13, 0, 1, 0, 1, 0, 1, 0, 1];
  switch (type) {
    case 'float16': {
      const half = bind(lanes, toHalf(lanes, value));
      return shuffle(half, half, words);
    }
    case 'bfloat16': {
      const brain = bind(lanes, toBrain(lanes, value));
      return shuffle(brain, brain, words);
    }
    case 'int16':
    case 'uint16': {
      const word = bind(lanes, value);
      return shuffle(word, word, words);
    }
    case 'int8':
    case 'uint8':
    case 'bool': {
      const byte = bind(lanes, type === 'bool' ? v128.and(value, integers(lanes, 1)) : value);
      return shuffle(byte, byte, [0, 4, 8, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    }
    default:
      return value;
  }
}

/** A constant in all four lanes. */
export function constantQuad(lanes: Lanes, type: ElementType, value: number | bigint): Quad {
  switch (classOf(type)) {
    case 'f32':
      return { type, parts: [bytes(lanes, bytesOf(new Float32Array(4).fill(Number(value))))] };
    case 'mask':
      return { type, parts: [integers(lanes, Number(value) === 0 ? 0 : -1)] };
    case 'i32':
      return { type, parts: [integers(lanes, Number(BigInt.asIntN(32, BigInt(value))))] };
    case 'f64': {
      const both = bytes(lanes, bytesOf(new Float64Array(2).fill(Number(value))));
      return { type, parts: [both, both] };
    }
    case 'i64': {
      const both = bytes(lanes, bytesOf(new BigInt64Array(2).fill(BigInt.asIntN(64, BigInt(value)))));
      return { type, parts: [both, both] };
    }
  }
}

/** A mask of four lanes of 32 bits as two masks of two lanes of 64 bits. */
export function widenMask(lanes: Lanes, mask: V128): readonly V128[] {
  const bound = bind(lanes, mask);
  return [shuffle32(bound, bound, [0, 0, 1, 1]), shuffle32(bound, bound, [2, 2, 3, 3])];
}

/** The reverse of `widenMask`. */
export function narrowMask(low: V128, high: V128): V128 {
  return shuffle32(low, high, [0, 2, 4, 6]);
}

/** Integers back into the range of their type, after arithmetic in 32 bits. */
export function wrapQuad(lanes: Lanes, { type, parts }: Quad): Quad {
  const wrapped = (value: V128): V128 => {
    switch (type) {
      case 'int8':
        return i32x4.shr_s(i32x4.shl(value, 24), 24);
      case 'uint8':
        return v128.and(value, integers(lanes, 0xff));
      case 'int16':
        return i32x4.shr_s(i32x4.shl(value, 16), 16);
      case 'uint16':
        return v128.and(value, integers(lanes, 0xffff));
      default:
        return value;
    }
  };
  return { type, parts: parts.map(wrapped) };
}

/** To float16 or bfloat16 and back; other types are what they are. */
export function roundQuad(lanes: Lanes, { type, parts }: Quad): Quad {
  const rounded = (value: V128): V128 =>
    type === 'float16'
      ? fromHalf(lanes, toHalf(lanes, value))
      : type === 'bfloat16'
        ? i32x4.shl(toBrain(lanes, value), 16)
        : value;
  return { type, parts: parts.map(rounded) };
}

export function extendSigned(value: V128): readonly V128[] {
  return [i64x2.extend_low_i32x4_s(value), i64x2.extend_high_i32x4_s(value)];
}

export function extendUnsigned(value: V128): readonly V128[] {
  return [i64x2.extend_low_i32x4_u(value), i64x2.extend_high_i32x4_u(value)];
}

function bytesOf(values: { readonly buffer: ArrayBufferLike }): number[] {
  return [...new Uint8Array(values.buffer)];
}
