import assert from 'node:assert/strict';
import { leastSquares } from '@edgewright/core/analysis/leastsquares.js';
import { inverse, Matrix } from 'ml-matrix';

/** Longley's data. Source: NIST StRD, linear regression, https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml. */
const longley = {
  y: [60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551],
  columns: [
    [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
    [
      234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601,
      518173, 554894,
    ],
    [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
    [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
    [
      107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368,
      127852, 130081,
    ],
    [1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962],
  ],
  coefficients: [
    -3482258.63459582, 15.0618722713733, -0.35819179292591e-1, -2.02022980381683, -1.03322686717359,
    -0.511041056535807e-1, 1829.15146461355,
  ],
  standardErrors: [
    890420.383607373, 84.9149257747669, 0.334910077722432e-1, 0.488399681651699, 0.214274163161675, 0.22607320006937,
    455.478499142212,
  ],
  residualSd: 304.854073561965,
  r2: 0.995479004577296,
};

/** Norris's data. Source: NIST StRD, linear regression, https://www.itl.nist.gov/div898/strd/lls/data/Norris.shtml. */
const norris = {
  y: [
    0.1, 338.8, 118.1, 888, 9.2, 228.1, 668.5, 998.5, 449.1, 778.9, 559.2, 0.3, 0.1, 778.1, 668.8, 339.3, 448.9, 10.8,
    557.7, 228.3, 998, 888.8, 119.6, 0.3, 0.6, 557.6, 339.3, 888, 998.5, 778.9, 10.2, 117.6, 228.9, 668.4, 449.2, 0.2,
  ],
  columns: [
    [
      0.2, 337.4, 118.2, 884.6, 10.1, 226.5, 666.3, 996.3, 448.6, 777, 558.2, 0.4, 0.6, 775.5, 666.9, 338, 447.5, 11.6,
      556, 228.1, 995.8, 887.6, 120.2, 0.3, 0.3, 556.8, 339.1, 887.2, 999, 779, 11.1, 118.3, 229.2, 669.1, 448.9, 0.5,
    ],
  ],
  coefficients: [-0.262323073774029, 1.00211681802045],
  standardErrors: [0.232818234301152, 0.429796848199937e-3],
  residualSd: 0.884796396144373,
  r2: 0.999993745883712,
};

const fitOf = ({ y, columns }: Pick<typeof longley, 'y' | 'columns'>) => {
  return leastSquares(
    columns.map((column) => Float64Array.from(column)),
    Float64Array.from(y),
  );
};

describe('least squares', () => {
  for (const [name, data] of Object.entries({ Longley: longley, Norris: norris })) {
    it(`gives NIST's certified values for ${name} to nine digits`, () => {
      const fit = fitOf(data);
      closeAll(fit.coefficients, data.coefficients, 1e-9);
      closeAll(fit.standardErrors, data.standardErrors, 1e-9);
      closeAll([fit.residualSd, fit.r2], [data.residualSd, data.r2], 1e-9);
    });
  }

  it("gives HC3 as MacKinnon and White's formula does, written out with plain matrices", () => {
    const { columns, y } = norris;
    const x = new Matrix(y.map((_, row) => [1, ...columns.map((column) => column[row] as number)]));
    const bread = inverse(x.transpose().mmul(x));
    const hat = x.mmul(bread).mmul(x.transpose());
    const residuals = Matrix.columnVector(y).sub(hat.mmul(Matrix.columnVector(y)));
    const weights = Matrix.diag(y.map((_, row) => (residuals.get(row, 0) / (1 - hat.get(row, row))) ** 2));
    const covariance = bread.mmul(x.transpose()).mmul(weights).mmul(x).mmul(bread);
    closeAll(
      fitOf(norris).hc3,
      covariance.diagonal().map((variance) => Math.sqrt(variance)),
      1e-8,
    );
  });

  it('does not know HC3 where one row alone determines a coefficient', () => {
    const fit = fitOf({ y: [1, 2, 4, 3, 9], columns: [[0, 0, 0, 0, 1]] });
    assert.ok(fit.hc3.every(Number.isNaN));
  });

  it('is a bug to call with too few rows', () => {
    assert.throws(() => fitOf({ y: [1, 2], columns: [[1, 2]] }), /2 rows and 2 columns/);
  });
});

function closeAll(actual: readonly number[], expected: readonly number[], relative: number): void {
  assert.equal(actual.length, expected.length);
  for (const [at, value] of expected.entries()) {
    const difference = Math.abs((actual[at] as number) - value) / Math.max(Math.abs(value), 1e-300);
    assert.ok(difference <= relative, `place ${at}: ${actual[at]} is not ${value}, off by ${difference}`);
  }
}
