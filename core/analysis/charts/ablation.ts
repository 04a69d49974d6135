// What each optimisation brings, as dots with intervals: a chart a metric, the rows in one order.
import type { Ablation, AblationEffect, AblationMetric, Factor } from '../ablation.ts';
import { effectName } from '../sentences/ablation.ts';
import { type Chart, chartTable, type Json, type JsonObject } from './chart.ts';
import { theme } from './colour.ts';
import { formatPercent } from './format.ts';
import { frame, levelAxis, numericAxis, roomFor } from './frame.ts';

const titles: Readonly<Record<AblationMetric, string>> = {
  latency: 'Time without each optimisation',
  movedBytes: 'Bytes moved without each optimisation',
  kernels: 'Kernels without each optimisation',
  arenaBytes: 'Arena without each optimisation',
};

const quantities: Readonly<Record<AblationMetric, string>> = {
  latency: 'time',
  movedBytes: 'bytes moved',
  kernels: 'kernels',
  arenaBytes: 'bytes of the arena',
};

/** One for each of time, bytes moved and kernels that the records tell of. */
export function ablationCharts(ablation: Ablation): readonly Chart[] {
  return (['latency', 'movedBytes', 'kernels'] as const).flatMap((metric) => ablationChart(ablation, metric) ?? []);
}

/** Undefined where no effect has the metric. */
export function ablationChart(ablation: Ablation, metric: AblationMetric): Chart | undefined {
  // Category axes count from the bottom; the greatest effect belongs on top.
  const shown = ablation.effects
    .flatMap((effect) => {
      const factor = effect.factors[metric];
      return factor === undefined ? [] : [{ effect, factor }];
    })
    .reverse();
  if (shown.length === 0) return undefined;
  const names = shown.map(({ effect }) => effectName(effect));
  const hasAlone = shown.some(({ effect }) => effect.way === 'only');
  const values = shown.flatMap(({ factor }) => [factor.value, factor.low, factor.high, factor.least, factor.greatest]);
  return {
    kind: 'ablation',
    title: titles[metric],
    caption:
      `${metric === 'latency' ? 'How many times as long it takes' : `How many times the ${quantities[metric]} there are`} ` +
      `without an optimisation, against the same model with it${hasAlone ? ', and with all else left out where it is alone' : ''}. ` +
      `Dots: geometric means; whiskers: ${formatPercent(ablation.confidence)} intervals over models; ` +
      `pale dots: single points. Where the whisker holds 1, no effect is shown.`,
    half: metric !== 'latency',
    height: 96 + shown.length * 30,
    option: {
      ...frame,
      grid: { left: roomFor(names, 40, 150), right: 24, top: 12, bottom: 48 },
      xAxis: numericAxis(
        metric === 'latency' ? 'times as long' : `times the ${quantities[metric]}`,
        28,
        scaleOf(values),
      ),
      yAxis: levelAxis('', 0, names),
      series: [
        {
          name: 'points',
          type: 'scatter',
          silent: true,
          symbolSize: 5,
          itemStyle: { color: theme.muted, opacity: 0.35 },
          data: shown.flatMap(({ factor }, y) => factor.each.map((value) => [short(value), y])),
        },
        whiskers(shown.map(({ factor }) => factor)),
        {
          name: 'mean',
          type: 'scatter',
          symbolSize: 11,
          z: 6,
          itemStyle: { color: 'var(--series-1)', borderColor: theme.surface, borderWidth: 1 },
          data: shown.map(({ effect, factor }, y) => ({
            value: [short(factor.value), y],
            tip: tipOf(effect, factor, quantities[metric]),
            select: { axes: { ablation: effect.level } },
          })),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: theme.ink, type: 'solid', width: 1.5 },
            label: { show: false },
            data: [{ xAxis: 1 }],
          },
        },
      ],
    },
    table: chartTable(
      ['left out', 'points', 'models', 'programs changed', `times the ${quantities[metric]}`, 'low', 'high'],
      shown
        .toReversed()
        .map(({ effect, factor }) => [
          effectName(effect),
          effect.pairs,
          effect.models,
          effect.changed,
          factor.value.toFixed(3),
          factor.low.toFixed(3),
          factor.high.toFixed(3),
        ]),
    ),
  };
}

/** Linear while the factors are of one size, with 1 in it. */
function scaleOf(values: readonly number[]): JsonObject {
  const finite = [1, ...values.filter((value) => value > 0 && Number.isFinite(value))];
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  if (high / low >= 8) {
    return { type: 'log', logBase: 2, min: 2 ** Math.floor(Math.log2(low)), max: 2 ** Math.ceil(Math.log2(high)) };
  }
  const step = high - low > 1 ? 0.5 : 0.1;
  const [least, most] = [Math.floor((low - 0.02) * 10) / 10, Math.ceil((high + 0.02) / step) * step];
  return { min: least, max: Number(most.toFixed(1)) };
}

/** As one line with gaps; an interval without bounds is not drawn. */
function whiskers(factors: readonly Factor[]): Json {
  return {
    name: 'interval',
    type: 'line',
    silent: true,
    z: 5,
    symbol: 'rect',
    symbolSize: [1.5, 11],
    showAllSymbol: true,
    lineStyle: { color: theme.ink, width: 1.5 },
    itemStyle: { color: theme.ink },
    data: factors.flatMap(({ low, high }, y) =>
      low > 0 && Number.isFinite(high)
        ? [
            [short(low), y],
            [short(high), y],
            ['-', '-'],
          ]
        : [],
    ),
  };
}

function tipOf(effect: AblationEffect, { value, low, high, least, greatest }: Factor, quantity: string): string {
  return [
    effect.way === 'only' ? `${effect.optimisation} left out too` : `${effectName(effect)} left out`,
    `${value.toFixed(3)}× the ${quantity} [${low.toFixed(3)}, ${high.toFixed(3)}]`,
    `single points ${least.toFixed(3)} to ${greatest.toFixed(3)}; ${effect.pairs} of ${effect.models} models`,
    `${effect.changed} programs changed`,
  ].join('\n');
}

function short(value: number): number {
  return Number(value.toPrecision(5));
}
