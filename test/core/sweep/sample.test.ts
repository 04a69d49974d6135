import assert from 'node:assert/strict';
import { seededRandom } from '@edgewright/core/random.js';
import { type SampleMethod, type SampleSpace, samplePoints, shareOut } from '@edgewright/core/sweep/sample.js';
import fc from 'fast-check';

const methods: readonly SampleMethod[] = ['random', 'sobol', 'latin-hypercube'];

/** A grid whose cells are points, but for those that `isOut` says. */
function gridOf(levels: readonly number[], isOut: (coordinates: readonly number[]) => boolean = () => false) {
  const total = levels.reduce((product, count) => product * count, 1);
  const coordinates: number[][] = [];
  const numbers = new Map<string, number>();
  for (let cell = 0; cell < total; cell++) {
    let rest = cell;
    const at = levels.map((count) => {
      const level = rest % count;
      rest = Math.floor(rest / count);
      return level;
    });
    if (!isOut(at)) numbers.set(at.join(), coordinates.push(at) - 1);
  }
  const space: SampleSpace = {
    levels,
    size: coordinates.length,
    pointAt: (at) => numbers.get(at.join()) ?? -1,
  };
  return { space, coordinates };
}

/** How often each level of a dimension was chosen. */
function countsOf(
  chosen: readonly number[],
  coordinates: readonly (readonly number[])[],
  dimension: number,
  levels: number,
) {
  const counts = new Array<number>(levels).fill(0);
  for (const point of chosen) (counts[coordinates[point]?.[dimension] as number] as number)++;
  return counts;
}

describe('samplePoints', () => {
  it('chooses as many different points as wanted, ascending, by every method on any grid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...methods),
        fc.integer({ min: 2, max: 7 }),
        (levels, seed, part, method, modulus) => {
          const { space } = gridOf(levels, (at) => at.reduce((sum, level) => sum + level, 0) % modulus === 1);
          const count = Math.round(part * space.size);
          const chosen = samplePoints(space, method, count, seededRandom(seed));
          assert.equal(chosen.length, count);
          assert.ok(chosen.every((point) => Number.isInteger(point) && point >= 0 && point < space.size));
          assert.ok(chosen.every((point, index) => index === 0 || point > (chosen[index - 1] as number)));
          assert.deepEqual(samplePoints(space, method, count, seededRandom(seed)), chosen);
        },
      ),
    );
  });

  for (const method of methods) {
    it(`chooses every point equally often over many seeds by ${method}`, () => {
      const { space } = gridOf([3, 4, 2]);
      const counts = new Array<number>(space.size).fill(0);
      const seeds = 4000;
      for (let seed = 0; seed < seeds; seed++) {
        for (const point of samplePoints(space, method, 6, seededRandom(seed))) (counts[point] as number)++;
      }
      const expected = (seeds * 6) / space.size;
      // A count is binomial with a standard deviation of about sqrt(expected): five of them.
      for (const [point, count] of counts.entries()) {
        assert.ok(Math.abs(count - expected) < 5 * Math.sqrt(expected), `point ${point}: ${count} of ${expected}`);
      }
    });
  }

  it('spreads a Sobol sample of a power of two evenly over the levels of every axis', () => {
    const levels = [4, 8, 2, 4];
    const { space, coordinates } = gridOf(levels);
    for (let seed = 0; seed < 20; seed++) {
      const chosen = samplePoints(space, 'sobol', 32, seededRandom(seed));
      for (const [dimension, count] of levels.entries()) {
        const counts = countsOf(chosen, coordinates, dimension, count);
        assert.deepEqual(counts, new Array(count).fill(32 / count), `seed ${seed}, dimension ${dimension}`);
      }
    }
  });

  it('spreads a Latin hypercube evenly over the levels of every axis', () => {
    const levels = [3, 5, 4, 6];
    const { space, coordinates } = gridOf(levels);
    for (let seed = 0; seed < 20; seed++) {
      const chosen = samplePoints(space, 'latin-hypercube', 60, seededRandom(seed));
      for (const [dimension, count] of levels.entries()) {
        const counts = countsOf(chosen, coordinates, dimension, count);
        assert.deepEqual(counts, new Array(count).fill(60 / count), `seed ${seed}, dimension ${dimension}`);
      }
    }
  });

  it('finds the few cells that constraints leave of a large grid', () => {
    const { space } = gridOf([40, 40, 40], (at) => at[0] !== at[1] || at[1] !== at[2]);
    for (const method of methods) assert.equal(samplePoints(space, method, 30, seededRandom(1)).length, 30, method);
  });

  it('goes on past the dimensions of the Sobol table', () => {
    const { space } = gridOf(new Array(14).fill(2));
    const wide: SampleSpace = {
      levels: [...space.levels, ...new Array(10).fill(2)],
      size: space.size,
      pointAt: (levels) => space.pointAt(levels.slice(10)),
    };
    assert.equal(new Set(samplePoints(wide, 'sobol', 100, seededRandom(1))).size, 100);
  });
});

describe('shareOut', () => {
  it('gives shares in proportion', () => {
    assert.deepEqual(shareOut(10, [30, 60, 10]), [3, 6, 1]);
    assert.deepEqual(shareOut(10, [10, 10, 10]), [4, 3, 3]);
  });

  it('gives each at least one and never more than it has, and all of what is wanted', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const total = all.reduce((sum, size) => sum + size, 0);
        const count = Math.max(all.length, Math.round(part * total));
        const shares = shareOut(count, all);
        assert.equal(
          shares.reduce((sum, share) => sum + share, 0),
          count,
        );
        for (const [index, share] of shares.entries()) assert.ok(share >= 1 && share <= (all[index] as number));
      }),
    );
  });
});
