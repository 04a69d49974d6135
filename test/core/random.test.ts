import assert from 'node:assert/strict';
import { seededRandom, shuffled, xoshiro128 } from '@edgewright/core/random.js';
import fc from 'fast-check';

describe('random', () => {
  it('gives the sequence of the authors code for xoshiro128** from the state 1, 2, 3, 4', () => {
    // Output of the reference C code (prng.di.unimi.it/xoshiro128starstar.c), compiled and run.
    const random = xoshiro128([1, 2, 3, 4]);
    assert.deepEqual(
      Array.from({ length: 10 }, () => random.bits()),
      [11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
    );
  });

  it('gives the same draws for a seed on every device', () => {
    const random = seededRandom(1);
    assert.deepEqual([random.bits(), random.bits(), random.below(1000)], [2442144158, 3238099751, 871]);
  });

  it('gives different draws for different seeds and streams', () => {
    const first = (seed: number, stream: number) => seededRandom(seed, stream).bits();
    const draws = [0, 1, 2, 4294967295].flatMap((seed) => [0, 1, 16].map((stream) => first(seed, stream)));
    assert.equal(new Set(draws).size, draws.length);
  });

  it('draws every value below a bound equally often', () => {
    const random = seededRandom(7);
    const counts = new Array<number>(6).fill(0);
    for (let draw = 0; draw < 60_000; draw++) (counts[random.below(6)] as number)++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // 0.9999 quantile of chi-square with 5 degrees of freedom.
    assert.ok(chiSquare < 25.74, `chi-square ${chiSquare}`);
  });

  it('shuffles to a permutation and leaves its input alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (values, seed) => {
        const before = [...values];
        const result = shuffled(values, seededRandom(seed));
        assert.deepEqual(values, before);
        assert.deepEqual(
          result.toSorted((a, b) => a - b),
          before.toSorted((a, b) => a - b),
        );
      }),
    );
  });

  it('brings every value to every place equally often', () => {
    const random = seededRandom(3);
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 24_000; draw++) {
      const order = shuffled([0, 1, 2, 3], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    assert.equal(counts.size, 24);
    const chiSquare = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // 0.9999 quantile of chi-square with 23 degrees of freedom.
    assert.ok(chiSquare < 56, `chi-square ${chiSquare}`);
  });
});
