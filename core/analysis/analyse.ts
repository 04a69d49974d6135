// Everything the report shows, as data.
import type { CeilingRecord, DeviceProfile, VerdictKind } from '@edgewright/schemas/generated/record.js';
import type { Analysis } from '@edgewright/schemas/generated/sweep.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import type { OnnxSource } from '../models/onnx.ts';
import { type Ablation, ablate } from './ablation.ts';
import { type AxisInfo, axesOf, formatLevel } from './axes.ts';
import { type BoxPlot, boxPlot } from './boxplot.ts';
import { type Comparison, compare, sliceOf } from './compare.ts';
import { type Coverage, coverage } from './coverage.ts';
import { type Heatmap, heatmap, modelAxesByEffect } from './heatmap.ts';
import type { Metric } from './metric.ts';
import { rowsOf } from './observation.ts';
import { type Plan, planOf } from './plan.ts';
import type { Refusal } from './refusal.ts';
import { type Regression, regress } from './regression.ts';
import { type MemoryRoof, memoryRoof, type Roofline, roofline } from './roofline.ts';
import { ablationSentences } from './sentences/ablation.ts';
import { comparisonSentences } from './sentences/comparison.ts';
import {
  boxPlotSentences,
  coverageSentences,
  heatmapSentences,
  regressionSentences,
  rooflineSentences,
  type Sentence,
  verdictSentence,
} from './sentences.ts';
import type { AxisValue, Row, Table } from './table.ts';

export interface ReportData {
  /** Of the sweep document; the run's where there is none. */
  readonly title: string;
  readonly description: string;
  readonly runs: readonly RunSummary[];
  readonly counts: ReportCounts;
  /** Ceilings, best value a device, runtime, threads and precision. */
  readonly ceilings: readonly CeilingSummary[];
  /** The most important first: what to read if one reads nothing else. At most 8. */
  readonly headline: readonly Sentence[];
  readonly models: readonly ModelReport[];
  /** All models together. */
  readonly roofline: Roofline | Refusal;
  /** Between devices, and between levels of an execution axis that varies, all models together. */
  readonly comparisons: readonly ComparisonReport[];
  /** What each optimisation of jit brings, all models together unless the sweep names one. */
  readonly ablations: readonly AblationReport[];
  readonly failures: readonly FailureGroup[];
  /** References to the drift of the device, not in any other analysis. */
  readonly references: number;
}

export interface RunSummary {
  readonly run: string;
  readonly device: string;
  readonly agent: string;
  readonly profile: DeviceProfile;
  readonly fingerprint: string;
  readonly slots: number;
  readonly points: number;
  /** ISO 8601: of the first and the last record. */
  readonly begun: string;
  readonly state: string | undefined;
}

export interface ReportCounts {
  readonly points: number;
  readonly measurements: number;
  readonly failures: number;
  readonly verdicts: Readonly<Record<VerdictKind, number>>;
}

export interface CeilingSummary {
  readonly device: string;
  readonly runtime: string;
  readonly threads: number;
  readonly precision: string;
  /** FLOP/s and B/s. */
  readonly flops: number;
  /** Caches included. */
  readonly bandwidth: number;
  readonly memory: MemoryRoof | undefined;
  readonly method: { readonly flops: string; readonly bandwidth: string };
}

export interface ModelReport {
  readonly model: string;
  readonly family: string;
  readonly metric: Metric;
  readonly axes: readonly AxisInfo[];
  readonly counts: ReportCounts;
  readonly heatmaps: readonly (Heatmap | Refusal)[];
  /** The log form, then ParaDnn's. */
  readonly regressions: readonly (Regression | Refusal)[];
  readonly boxplots: readonly (BoxPlot | Refusal)[];
  readonly roofline: Roofline | Refusal | undefined;
  readonly coverage: Coverage | undefined;
  readonly sentences: readonly Sentence[];
}

export interface ComparisonReport {
  readonly comparison: Comparison | Refusal;
  readonly sentences: readonly Sentence[];
}

export interface AblationReport {
  readonly ablation: Ablation | Refusal;
  readonly sentences: readonly Sentence[];
}

export interface FailureGroup {
  readonly code: string;
  readonly points: number;
  /** Of one of them, with its fix. */
  readonly example: { readonly model: string; readonly axes: string; readonly message: string; readonly fix: string };
}

export interface AnalyseOptions {
  /** The models of family `onnx` by their path in the document, for the plan. */
  readonly files?: ReadonlyMap<string, OnnxSource>;
  readonly metric?: Metric;
  readonly seed?: number;
}

/** `sweep` gives what was planned and which analyses were asked for; without it all that the data carry. */
export function analyse(table: Table, sweep: ResolvedSweep | undefined, options: AnalyseOptions = {}): ReportData {
  const plan = sweep && planOf(sweep, options.files);
  const points = table.rows.filter((row) => row.role === 'point');
  const names = [...new Set(points.map((row) => row.model))];
  const models = names.map((name) => modelReport(table, name, sweep?.analyses, plan, options));
  const only = models.length === 1 ? models[0]?.roofline : undefined;
  const overall = only ?? roofline(points, table.ceilings);
  const comparisons = compareAll(table, points, options.seed ?? 1);
  const ablations = ablateAll(points, sweep?.analyses, options.seed ?? 1);
  const counts = countRows(points);
  const doubt = verdictSentence(counts, undefined);
  return {
    title: sweep?.name ?? table.runs[0]?.run ?? 'run',
    description: sweep?.description ?? '',
    runs: table.runs.map((run) => summariseRun(table, run)),
    counts,
    ceilings: bestCeilings(table.ceilings),
    headline: headlineOf(models, comparisons, ablations, overall, doubt),
    models,
    roofline: overall,
    comparisons,
    ablations,
    failures: groupFailures(points),
    references: table.rows.length - points.length,
  };
}

function modelReport(
  table: Table,
  model: string,
  wanted: readonly Analysis[] | undefined,
  plan: Plan | undefined,
  options: AnalyseOptions,
): ModelReport {
  const rows = rowsOf(table, model);
  const axes = axesOf(rows);
  const asked = (kind: Analysis['kind']) => {
    if (!wanted) return [{ kind } as Analysis];
    return wanted.filter((analysis) => analysis.kind === kind && (analysis.model ?? model) === model);
  };
  const metricOf = (analysis: Analysis): Metric => analysis.metric ?? options.metric ?? 'latency';
  const seed = options.seed ?? 1;
  const heatmaps = asked('heatmap').flatMap((analysis) => mapsOf(rows, axes, analysis, metricOf(analysis), plan));
  const regressions = asked('regression').map((analysis) => {
    const metric = metricOf(analysis);
    return {
      log: regress(rows, { metric, form: 'log', seed }),
      paradnn: regress(rows, { metric, form: 'paradnn', seed }),
    };
  });
  const boxplots = asked('boxplot').map((analysis) => boxPlot(rows, metricOf(analysis), analysis.by ?? boxAxis(axes)));
  const roof = asked('roofline').length > 0 ? roofline(rows, table.ceilings) : undefined;
  const covered = asked('coverage').length > 0 ? coverage(rows, plan) : undefined;
  const counts = countRows(rows);
  const doubt = verdictSentence(counts, model);
  const sentences = [
    ...regressions.flatMap(({ log, paradnn }) => {
      return log.kind === 'regression'
        ? regressionSentences(log, paradnn.kind === 'regression' ? paradnn : undefined)
        : [];
    }),
    ...heatmaps.flatMap((map) => (map.kind === 'heatmap' ? heatmapSentences(map) : [])),
    ...boxplots.flatMap((plot) => (plot.kind === 'boxplot' ? boxPlotSentences(plot) : [])),
    ...(roof?.kind === 'roofline' ? rooflineSentences(roof) : []),
    ...(covered ? coverageSentences(covered) : []),
    ...(doubt ? [doubt] : []),
  ];
  return {
    model,
    family: rows[0]?.family ?? '',
    metric: options.metric ?? 'latency',
    axes,
    counts,
    heatmaps,
    regressions: regressions.flatMap(({ log, paradnn }) => [log, paradnn]),
    boxplots,
    roofline: roof,
    coverage: covered,
    sentences,
  };
}

/** Maps of one analysis at most: where there would be more, a map is a mean over runtimes, then over devices. */
const mapLimit = 8;

/**
 * The two axes asked for, else the two of the model that move the metric most, with a map for each device and runtime.
 * A model of which only one axis varies is set against any other axis.
 */
export function mapsOf(
  rows: readonly Row[],
  axes: readonly AxisInfo[],
  analysis: Analysis,
  metric: Metric,
  plan: Plan | undefined,
): (Heatmap | Refusal)[] {
  const [x, y] = modelAxesByEffect(rows, metric);
  const isChosen = analysis.x === undefined && analysis.y === undefined && x !== undefined && y !== undefined;
  const pair = isChosen ? { x, y, chosen: 'largest-effect' as const } : {};
  const drawn = isChosen || (analysis.x !== undefined && analysis.y !== undefined);
  let held: Readonly<Record<string, AxisValue>>[] = [{}];
  for (const name of ['device', 'runtime']) {
    const levels = axes.find((axis) => axis.name === name)?.levels ?? [];
    const isAxis = name === analysis.x || name === analysis.y || (name === 'runtime' && !drawn);
    if (isAxis || levels.length < 2 || held.length * levels.length > mapLimit) continue;
    held = held.flatMap((fixed) => levels.map((level) => ({ ...fixed, [name]: level })));
  }
  return held.map((fixed) => heatmap(rows, { ...analysis, ...pair, metric, plan, fixed }));
}

/** The runtime where it varies; else the last axis of execution; else the first of the model. */
export function boxAxis(axes: readonly AxisInfo[]): string {
  const runtime = axes.find((axis) => axis.name === 'runtime');
  return (runtime ?? axes.findLast((axis) => axis.origin !== 'model') ?? axes[0])?.name ?? 'runtime';
}

/** Pairs of levels that one report compares at most, an axis. */
const comparisonLimit = 3;

/** Devices and runtimes, precisions, optimisation levels: pairs of the first levels of each axis that varies. */
function compareAll(table: Table, points: readonly Row[], seed: number): ComparisonReport[] {
  const names = new Set(['device', 'runtime', 'precision', 'optimization', 'threads']);
  const axes = axesOf(points).filter((axis) => names.has(axis.name));
  return axes.flatMap(({ name, levels }) => {
    const pairs = levels.flatMap((a, at) => levels.slice(at + 1).map((b) => [a, b] as const));
    return pairs.slice(0, comparisonLimit).map(([a, b]) => compareLevels(table, name, a, b, seed));
  });
}

function compareLevels(table: Table, axis: string, a: AxisValue, b: AxisValue, seed: number): ComparisonReport {
  const named = (level: AxisValue) => {
    const slice = sliceOf(table, axis, level);
    return axis === 'device' || axis === 'runtime' ? slice : { ...slice, name: `${axis} ${slice.name}` };
  };
  const comparison = compare(named(a), named(b), { seed });
  return { comparison, sentences: comparison.kind === 'comparison' ? comparisonSentences(comparison) : [] };
}

/** Those asked for; where nothing is said, one if something was ablated at all. */
function ablateAll(points: readonly Row[], wanted: readonly Analysis[] | undefined, seed: number): AblationReport[] {
  const isVaried = axesOf(points).some(({ name }) => name === 'ablation');
  const asked = wanted?.filter(({ kind }) => kind === 'ablation') ?? (isVaried ? [{ model: undefined }] : []);
  return asked.map(({ model }) => {
    const rows = model === undefined ? points : points.filter((row) => row.model === model);
    return ablationReport(ablate(rows, model, { seed }));
  });
}

export function ablationReport(ablation: Ablation | Refusal): AblationReport {
  return { ablation, sentences: ablation.kind === 'ablation' ? ablationSentences(ablation) : [] };
}

export function countRows(rows: readonly Row[]): ReportCounts {
  const verdicts: Record<VerdictKind, number> = { ok: 0, wide: 0, drifting: 0, throttled: 0, bimodal: 0 };
  const points = new Set<number>();
  let failures = 0;
  for (const row of rows) {
    points.add(row.configuration);
    if (row.status.kind === 'measured') verdicts[row.status.verdict]++;
    else failures++;
  }
  return { points: points.size, measurements: rows.length - failures, failures, verdicts };
}

export function summariseRun(table: Table, run: Table['runs'][number]): RunSummary {
  const { run: name, device, agent, profile, fingerprint, slots, points, time } = run;
  const state = table.states.filter((record) => record.run === name && record.device === device).at(-1)?.state;
  return { run: name, device, agent, profile, fingerprint, slots, points, begun: time, state };
}

function bestCeilings(ceilings: readonly CeilingRecord[]): CeilingSummary[] {
  const best = new Map<string, CeilingSummary>();
  for (const ceiling of ceilings) {
    const { device, runtime, threads, precision, flops, bandwidth } = ceiling;
    const key = `${device}\n${runtime}\n${threads}\n${precision}`;
    if ((best.get(key)?.flops ?? 0) >= flops.value) continue;
    const method = { flops: flops.method, bandwidth: bandwidth.method };
    const values = { flops: flops.value, bandwidth: bandwidth.value, memory: memoryRoof(ceiling), method };
    best.set(key, { device, runtime, threads, precision, ...values });
  }
  return [...best.values()];
}

const headlineLimit = 8;

/** What optimisations bring first, where that was asked; then comparisons (by their conditions where there are any), then for each model what matters and by how much, then what casts doubt on them. */
export function headlineOf(
  models: readonly Pick<ModelReport, 'sentences'>[],
  comparisons: readonly ComparisonReport[],
  ablations: readonly AblationReport[],
  overall: Roofline | Refusal,
  doubt: Sentence | undefined,
): Sentence[] {
  const brought = ablations.flatMap(({ sentences }) => sentences.filter(({ kind }) => kind === 'finding')).slice(0, 5);
  const compared = comparisons.flatMap(({ comparison, sentences }) => {
    const findings = sentences.filter(({ kind }) => kind === 'finding');
    const isConditional = comparison.kind === 'comparison' && comparison.rules.length > 1;
    return isConditional ? findings.slice(-2) : findings.slice(0, 1);
  });
  const ranked = models.flatMap(({ sentences }) => {
    return sentences
      .filter(({ kind, analysis }) => (kind === 'finding' || kind === 'open') && analysis === 'regression')
      .slice(0, 1);
  });
  const roofs = overall.kind === 'roofline' ? rooflineSentences(overall).filter(({ kind }) => kind === 'fact') : [];
  const limits = models.flatMap(({ sentences }) => {
    return sentences.filter(({ kind, analysis }) => kind === 'warning' && analysis === 'coverage').slice(0, 1);
  });
  const last = [...(doubt ? [doubt] : []), ...limits].slice(0, 2);
  return [...brought, ...compared.slice(0, 4), ...ranked, ...roofs.slice(0, 2)]
    .slice(0, headlineLimit - last.length)
    .concat(last);
}

export function groupFailures(points: readonly Row[]): FailureGroup[] {
  const groups = new Map<string, { points: Set<number>; example: FailureGroup['example'] }>();
  for (const row of points) {
    if (row.status.kind !== 'failed') continue;
    const { code, message, fix } = row.status;
    const known = groups.get(code);
    const group = known ?? {
      points: new Set<number>(),
      example: { model: row.model, axes: axesText(row), message, fix },
    };
    group.points.add(row.configuration);
    groups.set(code, group);
  }
  const list = [...groups].map(([code, group]) => ({ code, points: group.points.size, example: group.example }));
  return list.sort((left, right) => right.points - left.points);
}

function axesText({ axes, device }: Row): string {
  const parts = Object.entries(axes).map(([name, level]) => `${name} ${formatLevel(level)}`);
  return [...parts, `on ${device}`].join(', ');
}
