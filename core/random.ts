// The one seeded source of chance of pure code: sampling, order, bootstraps. The same seed gives the same draws on
// every device.

/** Draws from one stream. */
export interface Random {
  /** Uniform 32-bit unsigned integer. */
  bits(): number;
  /** Uniform in [0, 1), with 32 bits. */
  unit(): number;
  /** Uniform integer in [0, bound). `bound` is an integer from 1 to 2^32. */
  below(bound: number): number;
}

/** The stream of a seed (an unsigned 32-bit integer); streams of one seed with different numbers are independent. */
export function seededRandom(seed: number, stream = 0): Random {
  // [prng.di.unimi.it: seed xoshiro by splitmix; 32-bit finaliser of MurmurHash3]
  let state = (seed ^ Math.imul(stream, 0x85ebca6b)) >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  return xoshiro128([next(), next(), next(), next()]);
}

/** xoshiro128** 1.1 by Blackman and Vigna, from a state that is not all zero. */
export function xoshiro128(state: readonly [number, number, number, number]): Random {
  let [a, b, c, d] = state;
  const bits = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
  const below = (bound: number) => {
    // Rejection keeps every value equally likely where 2^32 is no multiple of the bound.
    const limit = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const drawn = bits();
      if (drawn < limit) return drawn % bound;
    }
  };
  return { bits, unit: () => bits() / 2 ** 32, below };
}

/** A new array with the values in random order (Fisher-Yates). */
export function shuffled<Value>(values: readonly Value[], random: Random): Value[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last--) {
    const chosen = random.below(last + 1);
    const value = result[last] as Value;
    result[last] = result[chosen] as Value;
    result[chosen] = value;
  }
  return result;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
