import assert from 'node:assert/strict';
import { sobolDimensions, sobolSequence } from '@edgewright/core/sweep/sobol.js';

/** The first points. */
function take(dimensions: number, count: number): Uint32Array[] {
  const points: Uint32Array[] = [];
  for (const point of sobolSequence(dimensions)) if (points.push(point) === count) break;
  return points;
}

describe('sobolSequence', () => {
  it('starts as SciPy’s, which uses the same direction numbers', () => {
    // scipy.stats.qmc.Sobol(d=21, scramble=False, bits=32).random(8), SciPy 1.17.1.
    const expected = [
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4],
      [6, 2, 2, 2, 6, 6, 2, 6, 6, 6, 6, 6, 2, 2, 6, 2, 6, 2, 6, 2, 2],
      [2, 6, 6, 6, 2, 2, 6, 2, 2, 2, 2, 2, 6, 6, 2, 6, 2, 6, 2, 6, 6],
      [3, 3, 5, 7, 3, 1, 3, 7, 7, 5, 7, 3, 3, 5, 3, 7, 3, 7, 7, 1, 1],
      [7, 7, 1, 3, 7, 5, 7, 3, 3, 1, 3, 7, 7, 1, 7, 3, 7, 3, 3, 5, 5],
      [5, 1, 7, 5, 5, 7, 1, 1, 1, 3, 1, 5, 1, 7, 5, 5, 5, 5, 1, 3, 3],
      [1, 5, 3, 1, 1, 3, 5, 5, 5, 7, 5, 1, 5, 3, 1, 1, 1, 1, 5, 7, 7],
    ];
    assert.deepEqual(
      take(21, 8).map((point) => [...point].map((bits) => bits / 2 ** 29)),
      expected,
    );
  });

  it('agrees with SciPy far on, where every initial direction number has had its part', () => {
    const points = take(21, 1024);
    assert.deepEqual(
      [...(points[777] as Uint32Array)],
      [
        2973761536, 4022337536, 700448768, 1178599424, 2730491904, 1530920960, 817889280, 3275751424, 1497366528,
        1388314624, 3200253952, 2990538752, 1648361472, 2034237440, 2445279232, 2210398208, 1732247552, 3711959040,
        1589641216, 3233808384, 1019215872,
      ],
    );
    assert.deepEqual(
      [...(points[1023] as Uint32Array)],
      [
        4194304, 3233808384, 2629828608, 624951296, 801112064, 1883242496, 599785472, 2654994432, 1480589312,
        3653238784, 2915041280, 155189248, 557842432, 2856321024, 1556086784, 1992294400, 1346371584, 3762290688,
        2512388096, 1371537408, 3720347648,
      ],
    );
  });

  it('is a (0, m, 1)-net in every dimension: each of 2^m intervals holds one of the first 2^m points', () => {
    const points = take(sobolDimensions, 256);
    for (let dimension = 0; dimension < sobolDimensions; dimension++) {
      const intervals = new Set(points.map((point) => (point[dimension] as number) >>> 24));
      assert.equal(intervals.size, 256, `dimension ${dimension + 1}`);
    }
  });

  it('is a (0, m, 2)-net in its first two dimensions', () => {
    const m = 8;
    const points = take(2, 2 ** m);
    for (let split = 0; split <= m; split++) {
      const boxes = new Set(
        points.map(([x = 0, y = 0]) => `${Math.floor(x / 2 ** (32 - split))} ${Math.floor(y / 2 ** (32 - m + split))}`),
      );
      assert.equal(boxes.size, 2 ** m, `${2 ** split} by ${2 ** (m - split)} boxes`);
    }
  });

  it('has property A: the first 2^d points fall into different orthants', () => {
    // [Sobol 1976] for d = 16; Joe and Kuo's numbers have it up to dimension 1111.
    const dimensions = 16;
    const orthants = new Set(
      take(dimensions, 2 ** dimensions).map((point) => point.reduce((bits, value) => bits * 2 + (value >>> 31), 0)),
    );
    assert.equal(orthants.size, 2 ** dimensions);
  });

  it('fills every plane: no two dimensions leave an 8 by 8 box empty among 4096 points', () => {
    const points = take(sobolDimensions, 4096);
    for (let first = 0; first < sobolDimensions; first++) {
      for (let second = 0; second < first; second++) {
        const boxes = new Set(
          points.map((point) => ((point[first] as number) >>> 29) * 8 + ((point[second] as number) >>> 29)),
        );
        assert.equal(boxes.size, 64, `dimensions ${second + 1} and ${first + 1}`);
      }
    }
  });
});
