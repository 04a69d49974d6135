import assert from 'node:assert/strict';
import { seededRandom } from '@edgewright/core/random.js';
import { fitDrift, fitLine } from '@edgewright/core/sweep/drift.js';

/** NIST Statistical Reference Datasets, linear regression, Norris: y and x of 36 observations. */
const norris: readonly (readonly [y: number, x: number])[] = [
  [0.1, 0.2],
  [338.8, 337.4],
  [118.1, 118.2],
  [888.0, 884.6],
  [9.2, 10.1],
  [228.1, 226.5],
  [668.5, 666.3],
  [998.5, 996.3],
  [449.1, 448.6],
  [778.9, 777.0],
  [559.2, 558.2],
  [0.3, 0.4],
  [0.1, 0.6],
  [778.1, 775.5],
  [668.8, 666.9],
  [339.3, 338.0],
  [448.9, 447.5],
  [10.8, 11.6],
  [557.7, 556.0],
  [228.3, 228.1],
  [998.0, 995.8],
  [888.8, 887.6],
  [119.6, 120.2],
  [0.3, 0.3],
  [0.6, 0.3],
  [557.6, 556.8],
  [339.3, 339.1],
  [888.0, 887.2],
  [998.5, 999.0],
  [778.9, 779.0],
  [10.2, 11.1],
  [117.6, 118.3],
  [228.9, 229.2],
  [668.4, 669.1],
  [449.2, 448.9],
  [0.2, 0.5],
];
const certified = {
  intercept: -0.262323073774029,
  slope: 1.00211681802045,
  interceptError: 0.232818234301152,
  slopeError: 0.429796848199937e-3,
  residualSd: 0.884796396144373,
};

function near(actual: number, expected: number, relative = 1e-11): void {
  assert.ok(Math.abs(actual - expected) <= relative * Math.abs(expected), `${actual} is not ${expected}`);
}

const hour = 3_600_000;

describe('fitLine', () => {
  it('gives the certified values of NIST’s Norris', () => {
    const line = fitLine(
      norris.map(([, x]) => x),
      norris.map(([y]) => y),
    );
    assert.ok(line);
    for (const key of ['intercept', 'slope', 'interceptError', 'slopeError', 'residualSd'] as const) {
      near(line[key], certified[key]);
    }
  });

  it('is undefined where a line has no interval', () => {
    assert.equal(fitLine([1, 2], [1, 2]), undefined);
    assert.equal(fitLine([1, 1, 1], [1, 2, 3]), undefined);
  });
});

describe('fitDrift', () => {
  it('fits the logarithm of the latency, with Student’s interval', () => {
    // Norris with hours as x and ln(latency) = y / 1000: the slope and its error shrink alike.
    const sorted = norris.toSorted(([, left], [, right]) => left - right);
    const drift = fitDrift(
      sorted.map(([y, x]) => {
        const latency = Math.exp(y / 1000);
        return { time: x * hour, latency, low: latency * 0.999, high: latency * 1.001 };
      }),
    );
    assert.ok(drift);
    // R: qt(0.975, 34) = 2.032244509317718
    const margin = (2.032244509317718 * certified.slopeError) / 1000;
    near(drift.slope, 100 * Math.expm1(certified.slope / 1000), 1e-9);
    near(drift.low, 100 * Math.expm1(certified.slope / 1000 - margin), 1e-9);
    near(drift.high, 100 * Math.expm1(certified.slope / 1000 + margin), 1e-9);
    near(drift.scatter, certified.residualSd / 1000, 1e-9);
    assert.equal(drift.n, 36);
    assert.ok(drift.isSignificant);
  });

  it('takes an exact growth back', () => {
    const measurements = [0, 1, 2, 3].map((hours) => {
      const latency = 5 * 1.1 ** hours;
      return { time: 1e12 + hours * hour, latency, low: latency * 0.99, high: latency * 1.01 };
    });
    const drift = fitDrift(measurements);
    assert.ok(drift);
    near(drift.slope, 10, 1e-9);
    for (const { latency, time } of measurements) near(drift.correct(latency, time), 5, 1e-9);
  });

  it('covers a true slope about as often as its confidence says', () => {
    const random = seededRandom(11);
    // Sum of 12 uniforms less 6: near normal, mean 0, variance 1.
    const normal = () => Array.from({ length: 12 }, () => random.unit()).reduce((sum, unit) => sum + unit, -6);
    let covered = 0;
    const trials = 2000;
    for (let trial = 0; trial < trials; trial++) {
      const drift = fitDrift(
        Array.from({ length: 12 }, (_, index) => {
          const latency = 8 * Math.exp(0.03 * (index / 6) + 0.01 * normal());
          return { time: (index / 6) * hour, latency, low: latency * 0.98, high: latency * 1.02 };
        }),
      );
      const truth = 100 * Math.expm1(0.03);
      if (drift && drift.low <= truth && truth <= drift.high) covered++;
    }
    // Four standard deviations of a binomial of 0.95.
    assert.ok(Math.abs(covered / trials - 0.95) < 4 * Math.sqrt((0.95 * 0.05) / trials), `${covered} of ${trials}`);
  });

  it('notes residuals that go together and scatter beyond the intervals', () => {
    const drift = fitDrift(
      Array.from({ length: 24 }, (_, index) => {
        const latency = index < 12 ? 10 : 13;
        return { time: index * 60_000, latency, low: latency * 0.995, high: latency * 1.005 };
      }),
    );
    assert.ok(drift && drift.autocorrelation > 0.4 && drift.excess > 3);
    assert.equal(drift.notes.length, 2);
  });

  it('is undefined with fewer than three measurements', () => {
    const one = { time: 0, latency: 1, low: 1, high: 1 };
    assert.equal(fitDrift([]), undefined);
    assert.equal(fitDrift([one, { ...one, time: 1 }]), undefined);
  });
});
