// The drift of a device over a run, read off the reference point that is measured again and again.
import quantile from '@stdlib/stats-base-dists-t-quantile';

export interface ReferenceMeasurement {
  /** Milliseconds on any one clock. */
  readonly time: number;
  /** Median latency and its interval, ms. */
  readonly latency: number;
  readonly low: number;
  readonly high: number;
}

/** Latency grows by `slope` percent an hour, compounded; an interval by Student's t. */
export interface Drift {
  readonly n: number;
  /** Percent an hour: 100 (exp(b) - 1) for ln latency = a + b hours. */
  readonly slope: number;
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
  /** Whether the interval leaves out zero. */
  readonly isSignificant: boolean;
  /** Residual standard deviation of ln latency: about the relative scatter round the line. */
  readonly scatter: number;
  /** That scatter over what the intervals of the single measurements explain: far above 1 the drift is not a line. */
  readonly excess: number;
  /** Lag-1 autocorrelation of the residuals. */
  readonly autocorrelation: number;
  /** What to mind when reading the slope, sentences; empty where there is nothing. */
  readonly notes: readonly string[];
  /** The latency as it would have been at the time of the first reference measurement. */
  correct(latency: number, time: number): number;
}

/** Undefined with fewer than three measurements or all at one time: a line through two has no interval. */
export function fitDrift(measurements: readonly ReferenceMeasurement[], confidence = 0.95): Drift | undefined {
  const first = measurements[0];
  if (!first) return undefined;
  const hours = measurements.map(({ time }) => (time - first.time) / msPerHour);
  const logs = measurements.map(({ latency }) => Math.log(latency));
  const line = fitLine(hours, logs);
  if (!line) return undefined;
  const n = measurements.length;
  const margin = quantile((1 + confidence) / 2, n - 2) * line.slopeError;
  const percent = (rate: number) => 100 * Math.expm1(rate);
  const explained = meanOf(measurements.map(({ low, high }) => (Math.log(high / low) / 2 / normal95) ** 2)) ** 0.5;
  const autocorrelation = lagOne(line.residuals);
  const excess = explained > 0 ? line.residualSd / explained : Number.POSITIVE_INFINITY;
  return {
    n,
    slope: percent(line.slope),
    low: percent(line.slope - margin),
    high: percent(line.slope + margin),
    confidence,
    isSignificant: Math.abs(line.slope) > margin,
    scatter: line.residualSd,
    excess,
    autocorrelation,
    notes: notesOf(n, autocorrelation, excess),
    correct: (latency, time) => latency * Math.exp((-line.slope * (time - first.time)) / msPerHour),
  };
}

export interface Line {
  readonly intercept: number;
  readonly slope: number;
  readonly interceptError: number;
  readonly slopeError: number;
  /** With n - 2 degrees of freedom. */
  readonly residualSd: number;
  readonly residuals: readonly number[];
}

/** Ordinary least squares, y = intercept + slope x, with standard errors. Undefined with fewer than three different points. */
export function fitLine(x: readonly number[], y: readonly number[]): Line | undefined {
  const n = x.length;
  const [meanX, meanY] = [meanOf(x), meanOf(y)];
  const sumXX = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  if (n < 3 || sumXX === 0) return undefined;
  const sumXY = x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] as number) - meanY), 0);
  const slope = sumXY / sumXX;
  const intercept = meanY - slope * meanX;
  const residuals = y.map((value, index) => value - meanY - slope * ((x[index] as number) - meanX));
  const residualSd = Math.sqrt(residuals.reduce((sum, residual) => sum + residual ** 2, 0) / (n - 2));
  return {
    intercept,
    slope,
    interceptError: residualSd * Math.sqrt(1 / n + meanX ** 2 / sumXX),
    slopeError: residualSd / Math.sqrt(sumXX),
    residualSd,
    residuals,
  };
}

const msPerHour = 3_600_000;

/** The 0.975 quantile of the normal distribution: the single intervals are taken as 95 %. */
const normal95 = 1.959963984540054;

function notesOf(n: number, autocorrelation: number, excess: number): string[] {
  const notes: string[] = [];
  // Under independence the lag-1 autocorrelation is within 2 / sqrt(n) of zero, about 95 times of 100.
  if (Math.abs(autocorrelation) > 2 / Math.sqrt(n)) {
    const shown = autocorrelation.toFixed(2);
    notes.push(`Neighbouring residuals correlate (${shown}): the interval is too narrow, or the drift is not a line.`);
  }
  if (excess > 3 && Number.isFinite(excess)) {
    notes.push(
      `The reference point scatters ${excess.toFixed(1)} times as much as its own intervals explain: between measurements the device changes in other ways than a steady drift.`,
    );
  }
  return notes;
}

function lagOne(residuals: readonly number[]): number {
  const total = residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  if (total === 0) return 0;
  return residuals.slice(1).reduce((sum, residual, index) => sum + residual * (residuals[index] as number), 0) / total;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
