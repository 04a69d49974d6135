// What the figures say, in words: each with its interval and its region.
import type { ReportCounts } from './analyse.ts';
import { formatLevel, listText } from './axes.ts';
import type { BoxPlot } from './boxplot.ts';
import type { Coverage } from './coverage.ts';
import type { Heatmap } from './heatmap.ts';
import type { ImportanceRatio } from './importance.ts';
import { type Estimate, type Interval, inverse } from './interval.ts';
import { isHigherBetter, type Metric, metricNames } from './metric.ts';
import {
  formatCount,
  formatEstimate,
  formatP,
  formatShare,
  formatSignificant,
  formatTime,
  formatUnit,
} from './number.ts';
import type { AxisEffect, Regression } from './regression.ts';
import type { RoofGroup, Roofline } from './roofline.ts';
import type { AxisValue } from './table.ts';

export interface Sentence {
  readonly analysis:
    | 'heatmap'
    | 'regression'
    | 'roofline'
    | 'boxplot'
    | 'coverage'
    | 'compare'
    | 'ablation'
    | 'verdicts';
  readonly model: string | undefined;
  /** `finding` is a claim; `open` says what cannot be claimed; `warning` limits the claims beside it; `fact` counts. */
  readonly kind: 'finding' | 'open' | 'warning' | 'fact';
  readonly text: string;
  /** Of the figure claimed. */
  readonly interval: Interval | undefined;
  /** Over which levels it holds. */
  readonly region: string;
}

/** Region of a sentence that counts all there is, and so needs none named. */
export const everywhere = 'all that was measured';

type Base = Pick<Sentence, 'analysis' | 'model' | 'region'>;

/** `paradnn` is the same regression in ParaDnn's form, for what the log form gains over it. */
export function regressionSentences(log: Regression, paradnn: Regression | undefined): Sentence[] {
  const base: Base = { analysis: 'regression', model: log.model, region: log.region.text };
  const target = metricNames[log.metric];
  const say = (kind: Sentence['kind'], text: string, interval?: Interval): Sentence => ({
    ...base,
    kind,
    text,
    interval,
  });
  const ranking = neighbours(log).map((ratio) => ratioSentence(base, log, ratio));
  const [order, law] = [orderSentence(base, log), lawSentence(base, log)];
  const effects = log.axes.slice(0, 4).flatMap((effect) => effectSentences(base, log, effect));
  const fit = say(
    'fact',
    `On the log scale the axes explain ${formatShare(log.r2)} of the variance of the ${target} of ${log.model} ` +
      `(${formatCount(log.n)} points, adjusted ${formatShare(log.adjustedR2)}, typical error ${log.rmsePercent.toFixed(0)} %).`,
  );
  const raw = paradnn && paradnn.form === 'paradnn' ? [say('fact', paradnnText(paradnn, target))] : [];
  return [
    ...(order ? [order] : []),
    ...ranking,
    ...effects,
    ...(law ? [law] : []),
    fit,
    ...raw,
    ...interactionSentences(base, log),
    ...log.warnings.map((text) => say('warning', text)),
  ];
}

export function heatmapSentences(map: Heatmap): Sentence[] {
  const { model, metric } = map;
  const values = map.cells.flatMap((cell) => (cell.kind === 'value' ? [cell] : []));
  const sorted = values.toSorted((left, right) => left.value - right.value);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most) return [];
  const [best, worst] = isHigherBetter[metric] ? [most, least] : [least, most];
  const place = (cell: { x: number; y: number }) => {
    return `${map.x.name} ${levelText(map.x.levels[cell.x])}, ${map.y.name} ${levelText(map.y.levels[cell.y])}`;
  };
  const empty = map.cells.length - values.length;
  const over = map.aggregated.length === 0 ? '' : `, as geometric means over ${listText(map.aggregated)}`;
  const held = map.fixed.map(({ axis, level }) => ` at ${axis} ${formatLevel(level)}`).join(',');
  const text =
    `The ${metricNames[metric]} of ${model}${held} goes from ${metricText(best.value, metric)} (${place(best)}) to ` +
    `${metricText(worst.value, metric)} (${place(worst)})${over}` +
    (empty === 0 ? '.' : `; ${formatCount(empty)} of ${formatCount(map.cells.length)} cells are empty.`);
  return [{ analysis: 'heatmap', model, kind: 'fact', text, interval: undefined, region: map.region.text }];
}

export function boxPlotSentences(plot: BoxPlot): Sentence[] {
  const groups = plot.groups.flatMap(({ level, n, boxes }) => (boxes ? [{ level, n, box: boxes.tukey }] : []));
  if (groups.length < 2) return [];
  const parts = groups.slice(0, 6).map(({ level, n, box }) => {
    const [low, median, high] = [box.low, box.median, box.high].map((value) => metricText(value, plot.metric));
    return `${median} for ${formatLevel(level)} (quartiles ${low} and ${high}, ${formatCount(n)} points)`;
  });
  const rest = groups.length > 6 ? `, and ${groups.length - 6} more levels` : '';
  const text = `By ${plot.by.name}, half of the points of ${plot.model} have a ${metricNames[plot.metric]} below ${parts.join(', ')}${rest}.`;
  return [
    { analysis: 'boxplot', model: plot.model, kind: 'fact', text, interval: undefined, region: plot.region.text },
  ];
}

export function rooflineSentences(roof: Roofline): Sentence[] {
  const say = (kind: Sentence['kind'], text: string, region: string, interval?: Interval): Sentence => {
    return { analysis: 'roofline', model: roof.model, kind, text, interval, region };
  };
  const groups = roof.groups.flatMap((group) => {
    const place = roofPlace(group);
    const sentences = group.attained ? [say('fact', roofText(group, roof.model), place)] : [];
    if (group.aboveRoof > 0) {
      const verb = group.aboveRoof === 1 ? 'lies above its roof' : 'lie above their roofs';
      const count = `On ${place}, ${formatCount(group.aboveRoof)} of ${formatCount(group.points.length)} points ${verb}`;
      sentences.push(
        say('warning', `${count}: the ceiling was measured too low, or fewer bytes move than are counted.`, place),
      );
    }
    return sentences;
  });
  const missing = roof.unroofed.map((key) => {
    return say(
      'warning',
      `${formatCount(key.points)} points of ${roofPlace(key)} have no ceiling and are not judged.`,
      roofPlace(key),
    );
  });
  return [...groups, ...missing, say('warning', roof.bytesNote, everywhere)];
}

export function coverageSentences(coverage: Coverage): Sentence[] {
  const { counts, model, failures, source } = coverage;
  const base = { analysis: 'coverage', model, interval: undefined, region: coverage.region.text } as const;
  const total = counts.measured + counts.failed + counts.pending;
  const parts = [`${formatCount(counts.measured)} of ${formatCount(total)} points of ${model} were measured`];
  if (counts.failed > 0) {
    const causes = failures.map(({ code, points }) => `${formatCount(points)} by ${code}`);
    parts.push(`${formatCount(counts.failed)} failed (${causes.join(', ')})`);
  }
  if (counts.pending > 0) parts.push(`${formatCount(counts.pending)} are not measured yet`);
  if (counts.excluded > 0) parts.push(`constraints excluded ${formatCount(counts.excluded)} more`);
  if (counts.notSampled > 0) parts.push(`${formatCount(counts.notSampled)} of the grid were not sampled`);
  const unseen =
    source === 'records' ? ' Points never tried are not counted: the plan of the sweep was not at hand.' : '';
  const uneven = coverage.uneven.map(({ text }) => {
    return {
      ...base,
      kind: 'warning' as const,
      text: `${text} Statements about ${model} are about the points that survived.`,
    };
  });
  return [{ ...base, kind: 'fact', text: `${parts.join('; ')}.${unseen}` }, ...uneven];
}

const verdictMeanings: Readonly<Record<string, string>> = {
  wide: 'interval wider than asked',
  drifting: 'latency changed while measured',
  throttled: 'the device slowed itself down',
  bimodal: 'latencies in two groups',
};

/** Undefined where every measurement is ok. */
export function verdictSentence(counts: ReportCounts, model: string | undefined): Sentence | undefined {
  const doubtful = Object.entries(counts.verdicts).filter(([kind, count]) => kind !== 'ok' && count > 0);
  if (doubtful.length === 0) return undefined;
  const number = doubtful.reduce((sum, [, count]) => sum + count, 0);
  const kinds = listText(doubtful.map(([kind, count]) => `${formatCount(count)} ${kind} (${verdictMeanings[kind]})`));
  const of = model === undefined ? '' : ` of ${model}`;
  const text = `${formatCount(number)} of ${formatCount(counts.measurements)} measurements${of} are in doubt: ${kinds}.`;
  return { analysis: 'verdicts', model, kind: 'warning', text, interval: undefined, region: everywhere };
}

/** A value of a metric with its unit. */
export function metricText(value: number, metric: Metric): string {
  switch (metric) {
    case 'latency':
      return formatTime(value);
    case 'throughput':
      return `${formatSignificant(value, 3)} items/s`;
    case 'flops':
      return formatUnit(value, 'FLOP/s');
    case 'utilisation':
      return formatShare(value);
    case 'kernels':
      return `${formatCount(value)} kernels`;
    case 'movedBytes':
    case 'arenaBytes':
      return formatUnit(value, 'B');
  }
}

/** Each axis against the next one in weight, for the first four. */
function neighbours(log: Regression): ImportanceRatio[] {
  return log.axes.slice(0, 4).flatMap(({ axis }, at) => {
    const next = log.axes[at + 1]?.axis.name;
    return log.ratios.filter(({ a, b }) => a === axis.name && b === next);
  });
}

function ratioSentence(base: Base, log: Regression, { a, b, ratio, ranked, refused }: ImportanceRatio): Sentence {
  const target = `the ${metricNames[log.metric]} of ${log.model}`;
  const share = (name: string) => log.axes.find(({ axis }) => axis.name === name)?.lmg;
  const [shareA, shareB] = [share(a), share(b)];
  const shares =
    shareA && shareB
      ? ` by standardised weight (${formatShare(shareA.value)} against ${formatShare(shareB.value)} of the variance on the log scale)`
      : ' by standardised weight';
  const over = `over ${log.region.text}`;
  const times = formatEstimate(ratio);
  if (refused !== undefined) {
    const text = `${a} and ${b} cannot be ranked for ${target}: ${refused}.`;
    return { ...base, kind: 'open', text, interval: undefined };
  }
  if (!ranked) {
    const text = `${a} and ${b} cannot be ranked for ${target}: the weight of ${a} is ${times} times that of ${b}, ${over}.`;
    return { ...base, kind: 'open', text, interval: ratio };
  }
  const text = `${a} is ${times} times as important as ${b} for ${target}${shares}, ${over}${condition(log, [a, b])}.`;
  return { ...base, kind: 'finding', text, interval: ratio };
}

/** What limits a statement about these axes. */
function condition(log: Regression, axes: readonly string[]): string {
  const parts = [];
  const term = interactions(log).find(
    (found) => found.axes.length === 2 && found.axes.some((axis) => axes.includes(axis)),
  );
  if (log.missingShare > 0) parts.push(', among the points that did not fail');
  if (term) parts.push(`; an average, because ${listText(term.axes)} interact`);
  return parts.join('');
}

/** In words: "nodes (0.8 [0.7, 0.9]) matters most, then layers (...), then batch (...) and input (...), not told apart". */
function orderSentence(base: Base, log: Regression): Sentence | undefined {
  const tiers: string[][] = [];
  for (const [at, { axis }] of log.axes.slice(0, 5).entries()) {
    const before = log.axes[at - 1]?.axis.name;
    const step = log.ratios.find(({ a, b }) => a === before && b === axis.name);
    if (at === 0 || step?.ranked) tiers.push([axis.name]);
    else tiers.at(-1)?.push(axis.name);
  }
  const [first] = tiers;
  if (first === undefined || log.axes.length < 2) return undefined;
  const told = (axis: string) => {
    const weight = log.axes.find((effect) => effect.axis.name === axis)?.weight;
    return weight === undefined ? axis : `${axis} (${formatEstimate(weight.value < 0 ? negated(weight) : weight)})`;
  };
  const target = `the ${metricNames[log.metric]} of ${log.model}`;
  const note = 'In brackets: the standardised weight, up or down.';
  if (tiers.length < 2) {
    const text = `${listText(first.map(told))} cannot be ranked for ${target}. ${note}`;
    return { ...base, kind: 'open', text, interval: undefined };
  }
  const names = tiers.map((tier) => listText(tier.map(told)) + (tier.length === 1 ? '' : ', not told apart'));
  const verb = first.length === 1 ? ' matters' : ', matter';
  const text = `For ${target}, ${names[0]}${verb} most, then ${names.slice(1).join(', then ')}. ${note}`;
  return { ...base, kind: 'finding', text, interval: undefined };
}

/** The fitted law in one line, the same form on every device. */
function lawSentence(base: Base, log: Regression): Sentence | undefined {
  const powers = log.axes.flatMap(({ axis, elasticity }) => {
    return elasticity ? [`${axis.name} to the power ${formatEstimate(elasticity)}`] : [];
  });
  if (powers.length === 0) return undefined;
  const text = `The fitted law, to set beside other devices: the ${metricNames[log.metric]} of ${log.model} goes with ${listText(powers)}, over ${base.region}.`;
  return { ...base, kind: 'fact', text, interval: undefined };
}

function effectSentences(base: Base, log: Regression, effect: AxisEffect): Sentence[] {
  const name = effect.axis.name;
  const target = metricNames[log.metric];
  if (effect.elasticity) {
    const factor = powerOfTwo(effect.elasticity);
    const hasNone = factor.low <= 1 && factor.high >= 1;
    const text = hasNone
      ? `Whether ${name} changes the ${target} of ${log.model} cannot be said: doubling it multiplies the ${target} by ${formatEstimate(factor)}.`
      : `Doubling ${name} multiplies the ${target} of ${log.model} by ${formatEstimate(factor)}, all else equal${condition(log, [name])}.`;
    return [{ ...base, kind: hasNone ? 'open' : 'finding', text, interval: factor }];
  }
  if (effect.axis.kind === 'numeric') return [];
  const first = formatLevel(effect.axis.levels[0] as string);
  return log.terms
    .filter((term) => term.axis === name)
    .slice(0, 4)
    .map((term) => {
      const { low, high } = Number.isNaN(term.hc3) ? term.interval : term.hc3Interval;
      const times = powerOfTwo({ value: term.coefficient, low, high, confidence: log.confidence });
      const isLess = times.high < 1;
      const factor = isLess ? inverse(times) : times;
      const hasNone = factor.low <= 1 && factor.high >= 1;
      const level = `${name} ${levelText(term.level)}`;
      const [more, less] = isLess ? [`${name} ${first}`, levelText(term.level)] : [level, first];
      const text = hasNone
        ? `${level} and ${first} cannot be ranked: the ${target} of ${log.model} with the one is ${formatEstimate(factor)} times that with the other.`
        : `With ${more} the ${target} of ${log.model} is ${formatEstimate(factor)} times that with ${less}, all else equal${condition(log, [name])}.`;
      return { ...base, kind: hasNone ? 'open' : 'finding', text, interval: factor };
    });
}

function paradnnText(fit: Regression, target: string): string {
  const negative =
    fit.negativeShare > 0
      ? `, and predicts a negative ${target} for ${formatShare(fit.negativeShare)} of the measured points`
      : '';
  return `ParaDnn's own form (z-scores of raw values) explains ${formatShare(fit.r2)} of the variance of the raw ${target} of ${fit.model}${negative}; this share and that on the log scale cannot be compared.`;
}

/**
 * Second-order terms that are no accident (p below 0.01) and matter: they add a point of R2, or explain a quarter of
 * what the main effects leave, as where one axis dominates and another turns with it.
 */
function interactions(log: Regression) {
  const rest = (1 - log.r2) / 4;
  const matters = (gain: number) => gain >= 0.01 || (gain >= 0.0005 && gain >= rest);
  return (log.secondOrder?.terms ?? []).filter(({ gain, test }) => test.pValue < 0.01 && matters(gain)).slice(0, 3);
}

function interactionSentences(base: Base, log: Regression): Sentence[] {
  const found = interactions(log);
  const second = log.secondOrder;
  if (found.length === 0 || !second) return [];
  const parts = found.map((term) => `${term.name} explains a further ${formatShare(term.gain)}`);
  const text =
    `The weights of ${log.model} are averages over the region: ${listText(parts)} of the variance ` +
    `(with all second-order terms ${formatShare(second.r2)} in all, ${formatP(second.test.pValue)}).`;
  return [{ ...base, kind: 'warning', text, interval: undefined }];
}

function roofPlace({
  device,
  runtime,
  threads,
  precision,
}: Pick<RoofGroup, 'device' | 'runtime' | 'threads' | 'precision'>): string {
  return `${device} with ${runtime} (${formatCount(threads)} ${threads === 1 ? 'thread' : 'threads'}, ${precision})`;
}

function roofText(group: RoofGroup, model: string | undefined): string {
  const { points, attained, memoryBound } = group;
  const total = points.length;
  const ridges =
    formatUnit(group.ridge, 'FLOP/B') +
    (group.memory === undefined
      ? ''
      : ` in caches, ${formatUnit(group.memory.ridge, 'FLOP/B')} at ${formatCount(group.memory.bytes / 2 ** 20)} MiB`);
  const whose = model === undefined ? '' : ` of ${model}`;
  const { low, median, high } = attained ?? { low: Number.NaN, median: Number.NaN, high: Number.NaN };
  return (
    `On ${roofPlace(group)}, ${boundText(memoryBound, total, whose)} (ridge at ${ridges}); ` +
    `the middle point attains ${formatShare(median)} of its roof (quartiles ${formatShare(low)} and ${formatShare(high)}).`
  );
}

function boundText(memoryBound: number, total: number, whose: string): string {
  const many = total === 2 ? 'both' : `all ${formatCount(total)}`;
  const all = total === 1 ? `the one point${whose} is` : `${many} points${whose} are`;
  if (memoryBound === 0) return `${all} bound by compute`;
  if (memoryBound === total) return `${all} bound by memory`;
  const rest = formatCount(total - memoryBound);
  return `${formatCount(memoryBound)} of ${formatCount(total)} points${whose} ${memoryBound === 1 ? 'is' : 'are'} bound by memory, ${rest} by compute`;
}

function negated({ value, low, high, confidence }: Estimate): Estimate {
  return { value: -value, low: -high, high: -low, confidence };
}

function powerOfTwo({ value, low, high, confidence }: Estimate): Estimate {
  return { value: 2 ** value, low: 2 ** low, high: 2 ** high, confidence };
}

function levelText(level: AxisValue | undefined): string {
  return level === undefined ? '' : formatLevel(level);
}
