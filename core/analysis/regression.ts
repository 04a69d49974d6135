// Which parameters matter, by linear regression: ParaDnn's own form, and the log form beside it.
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import { seededRandom } from '../random.ts';
import { type AxisInfo, axesOf, listText, type Region, regionOf } from './axes.ts';
import { type Design, designOf, type Group } from './design.ts';
import { type Importance, type ImportanceRatio, importanceOf } from './importance.ts';
import type { Estimate } from './interval.ts';
import { type LeastSquares, leastSquares } from './leastsquares.ts';
import { type Metric, metricNames } from './metric.ts';
import { formatShare } from './number.ts';
import { type Observation, observe } from './observation.ts';
import type { Refusal } from './refusal.ts';
import { type SecondOrder, secondOrderOf } from './secondorder.ts';
import type { AxisValue, Row } from './table.ts';

export interface Regression {
  readonly kind: 'regression';
  readonly model: string;
  readonly metric: Metric;
  /** `paradnn`: z-scores of raw axes and raw target. `log`: log2 of positive numeric axes, log2 of the target. */
  readonly form: 'paradnn' | 'log';
  /** Points, repeats merged. */
  readonly n: number;
  /** Columns with the constant. */
  readonly p: number;
  readonly r2: number;
  readonly adjustedR2: number;
  /** log form: 100 (exp(s) - 1), s the residual standard deviation of the natural log. paradnn form: percent of the mean. */
  readonly rmsePercent: number;
  readonly confidence: number;
  readonly terms: readonly Term[];
  /** One for each axis used, greatest weight first. */
  readonly axes: readonly AxisEffect[];
  /** Every pair of axes, in the order of `axes`. */
  readonly ratios: readonly ImportanceRatio[];
  readonly secondOrder: SecondOrder | undefined;
  /** Axes left out, and why: constant, or a linear combination of others. */
  readonly dropped: readonly { readonly axis: string; readonly reason: string }[];
  /** Share of the measured points for which the fit predicts a negative value; 0 by construction in the log form. */
  readonly negativeShare: number;
  /** Share of planned or tried points with no value. Above 0 the fit is on survivors. */
  readonly missingShare: number;
  readonly bootstrap: {
    readonly replicates: number;
    readonly clusters: number;
    readonly units: number;
    readonly seed: number;
  };
  readonly residuals: Residuals;
  readonly warnings: readonly string[];
  readonly region: Region;
}

/** A column of the design. */
export interface Term {
  /** Such as "log2 nodes", "runtime = ort-web". The constant is "constant". */
  readonly name: string;
  readonly axis: string | undefined;
  readonly level: AxisValue | undefined;
  readonly coefficient: number;
  readonly standardError: number;
  /** Robust to unequal variance: MacKinnon and White's HC3. NaN where a leverage is 1. */
  readonly hc3: number;
  /** t interval by the classic standard error, and by HC3's. */
  readonly interval: { readonly low: number; readonly high: number };
  readonly hc3Interval: { readonly low: number; readonly high: number };
  /** Two-sided, by the classic standard error. */
  readonly pValue: number;
}

export interface AxisEffect {
  readonly axis: AxisInfo;
  /** Share of the target's standard deviation that the axis moves; with its sign for a numeric axis. ParaDnn's bars. */
  readonly weight: Estimate;
  /** Numeric axes in the log form: doubling x multiplies the target by 2^elasticity. */
  readonly elasticity: Estimate | undefined;
  /** Share of the variance of the target by Lindeman, Merenda and Gold; the shares sum to R2. Undefined past 12 axes. */
  readonly lmg: Estimate | undefined;
  /** Variance inflation; for a categorical axis Fox and Monette's generalised form, made comparable. */
  readonly vif: number;
}

/** For a residual plot: at most 500 points, drawn with the seed. In the unit of the target (log2 in the log form). */
export interface Residuals {
  /** `Row.source` of each. */
  readonly sources: readonly number[];
  readonly fitted: readonly number[];
  readonly residual: readonly number[];
}

export interface RegressionOptions {
  readonly metric: Metric;
  readonly form: 'paradnn' | 'log';
  readonly confidence: number;
  /** Bootstrap replicates. */
  readonly replicates: number;
  readonly seed: number;
}

export const regressionDefaults = { confidence: 0.95, replicates: 1000, seed: 1 } as const;

/** `rows` of one model, reference measurements left out. Every axis that varies among the points measured is used. */
export function regress(
  rows: readonly Row[],
  given: Pick<RegressionOptions, 'metric' | 'form'> & Partial<RegressionOptions>,
): Regression | Refusal {
  const options: RegressionOptions = { ...regressionDefaults, ...given };
  const model = rows[0]?.model;
  const refuse = (reason: string, fix: string): Refusal => ({
    kind: 'refusal',
    analysis: 'regression',
    model,
    reason,
    fix,
  });
  const { list, gaps } = observe(rows, options.metric);
  if (model === undefined || list.length === 0) {
    const fix = 'Look at the failures and the ceilings of the run.';
    return refuse(`No point has a ${metricNames[options.metric]}.`, fix);
  }
  const observed = list.map((observation) => observation.row);
  const axes = axesOf(observed);
  if (axes.length === 0) return refuse('No axis varies among the points measured.', 'Sweep at least one axis.');
  const design = designOf(observed, axes, options.form);
  const p = design.columns.length + 1;
  if (list.length <= p) {
    const reason = `${list.length} points cannot determine ${p} coefficients.`;
    return refuse(reason, `Measure at least ${2 * p} points, or vary fewer axes.`);
  }
  const y = Float64Array.from(list, ({ value }) => (options.form === 'log' ? Math.log2(value) : value));
  const fit = leastSquares(
    design.columns.map((column) => column.values),
    y,
  );
  if (fit.target.sd === 0) return refuse('Every point has the same value.', 'Sweep an axis that changes the cost.');
  const clusters = list.map(({ row }) => row.point);
  const importance = importanceOf({ design, fit, clusters, ...options });
  const missing = gaps.length / (gaps.length + list.length);
  return assemble({ model, options, design, fit, list, missing, axes, importance });
}

interface Parts {
  readonly model: string;
  readonly options: RegressionOptions;
  readonly design: Design;
  readonly fit: LeastSquares;
  readonly list: readonly Observation[];
  readonly missing: number;
  readonly axes: readonly AxisInfo[];
  readonly importance: Importance;
}

function assemble({ model, options, design, fit, list, missing, axes, importance }: Parts): Regression {
  const { form, metric, confidence, replicates, seed } = options;
  const terms = termsOf(design, fit, confidence);
  const second = secondOrderOf(design, fit, form, seed);
  const effects = design.groups.map((group, at) => effectOf(group, at, design, terms, importance, confidence));
  const used = effects
    .map((effect, at) => ({ effect, at }))
    .sort((left, right) => Math.abs(right.effect.weight.value) - Math.abs(left.effect.weight.value));
  const scatter = form === 'log' ? fit.residualSd * Math.LN2 : fit.residualSd / Math.abs(fit.target.mean);
  return {
    kind: 'regression',
    model,
    metric,
    form,
    n: fit.n,
    p: fit.p,
    r2: fit.r2,
    adjustedR2: fit.adjustedR2,
    rmsePercent: 100 * (form === 'log' ? Math.expm1(scatter) : scatter),
    confidence,
    terms,
    axes: used.map(({ effect }) => effect),
    ratios: importance.ratios(used.map(({ at }) => at)),
    secondOrder: second,
    dropped: design.dropped,
    negativeShare: form === 'log' ? 0 : shareNegative(fit.fitted),
    missingShare: missing,
    bootstrap: { ...importance.resampling, replicates, seed },
    residuals: sampleResiduals(fit, list, seed),
    warnings: warningsOf(effects, design, fit, importance, list.length, missing),
    region: regionOf(axes),
  };
}

function termsOf(design: Design, fit: LeastSquares, confidence: number): Term[] {
  const df = fit.n - fit.p;
  const t = tQuantile(0.5 + confidence / 2, df);
  return fit.coefficients.map((coefficient, at) => {
    const column = design.columns[at - 1];
    const standardError = fit.standardErrors[at] as number;
    const hc3 = fit.hc3[at] as number;
    const within = (error: number) => ({ low: coefficient - t * error, high: coefficient + t * error });
    return {
      name: column?.name ?? 'constant',
      axis: column?.axis.name,
      level: column?.level,
      coefficient,
      standardError,
      hc3,
      interval: within(standardError),
      hc3Interval: within(hc3),
      pValue: standardError === 0 ? 0 : 2 * tCdf(-Math.abs(coefficient / standardError), df),
    };
  });
}

function effectOf(
  { axis, at: columns }: Group,
  at: number,
  design: Design,
  terms: readonly Term[],
  importance: Importance,
  confidence: number,
): AxisEffect {
  const place = columns[0] as number;
  const term = terms[place + 1] as Term;
  const { low, high } = Number.isNaN(term.hc3) ? term.interval : term.hc3Interval;
  const isElastic = design.columns[place]?.isLog === true;
  return {
    axis,
    weight: importance.weights[at] as Estimate,
    elasticity: isElastic ? { value: term.coefficient, low, high, confidence } : undefined,
    lmg: importance.shares?.[at],
    vif: importance.vifs[at] as number,
  };
}

function shareNegative(fitted: Float64Array): number {
  let count = 0;
  for (const value of fitted) if (value < 0) count++;
  return count / fitted.length;
}

/** Stream of the seed that chooses the residuals shown. */
const residualStream = 66;

function sampleResiduals(
  { fitted, residuals, n }: LeastSquares,
  list: readonly Observation[],
  seed: number,
): Residuals {
  const limit = 500;
  const random = seededRandom(seed, residualStream);
  const at = Array.from({ length: Math.min(n, limit) }, (_, place) => (n <= limit ? place : random.below(n)));
  return {
    sources: at.map((row) => (list[row] as Observation).row.source),
    fitted: at.map((row) => fitted[row] as number),
    residual: at.map((row) => residuals[row] as number),
  };
}

function warningsOf(
  effects: readonly AxisEffect[],
  design: Design,
  fit: LeastSquares,
  importance: Importance,
  n: number,
  missing: number,
): string[] {
  const warnings = design.dropped.map(({ axis, reason }) => `${axis} is left out: ${reason}.`);
  const inflated = effects.filter((effect) => effect.vif > 5);
  if (inflated.length > 0) {
    const names = inflated.map(({ axis, vif }) => `${axis.name} (${vif.toFixed(1)})`);
    warnings.push(`Axes move together, with variance inflated for ${listText(names)}: their weights are uncertain.`);
  }
  if (missing > 0) warnings.push(`${formatShare(missing)} of the points have no value: the fit is on survivors.`);
  if (n < 5 * fit.p) warnings.push(`${n} points for ${fit.p} coefficients are few: the intervals may be too narrow.`);
  if (importance.resampling.units < 20) {
    warnings.push(`The bootstrap draws from ${importance.resampling.units} units only: its intervals are rough.`);
  }
  if (fit.hc3.some(Number.isNaN)) {
    warnings.push('One point alone determines a coefficient: robust standard errors are unknown.');
  }
  return warnings;
}
