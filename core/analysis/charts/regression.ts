// Weights of a regression as signed bars with intervals.
import type { AxisEffect, Regression } from '../regression.ts';
import { type Chart, chartTable, type Json } from './chart.ts';
import { theme } from './colour.ts';
import { countOf, formatPercent, metricName } from './format.ts';
import { frame, levelAxis, numericAxis, roomFor } from './frame.ts';

export function regressionChart(fit: Regression): Chart {
  // Category axes count from the bottom; the greatest weight belongs on top.
  const effects = [...fit.axes].reverse();
  const names = effects.map((effect) => effect.axis.name);
  const reach = Math.max(1, ...effects.map((e) => Math.max(Math.abs(e.weight.low), Math.abs(e.weight.high))));
  const limit = Math.ceil(reach * 10) / 10;
  return {
    kind: 'regression',
    title: fit.form === 'log' ? 'Weights, log form' : "Weights, ParaDnn's form",
    caption: captionOf(fit),
    half: true,
    height: 96 + effects.length * 34,
    option: {
      ...frame,
      grid: { left: roomFor(names), right: 24, top: 12, bottom: 48 },
      xAxis: numericAxis('standardised weight', 28, { min: -limit, max: limit }),
      yAxis: levelAxis('', 0, names),
      series: [
        {
          name: 'weight',
          type: 'bar',
          barWidth: 16,
          data: effects.map((effect) => ({
            value: effect.weight.value,
            itemStyle: { color: effect.weight.value < 0 ? 'var(--series-2)' : 'var(--series-1)' },
            tip: tipOf(effect, fit),
            select: { model: fit.model, axes: {} },
          })),
        },
        whiskers(effects.map((effect, y) => ({ low: effect.weight.low, high: effect.weight.high, y }))),
      ],
    },
    table: chartTable(
      ['axis', 'weight', 'low', 'high', 'doubling multiplies by', 'share of variance', 'VIF'],
      fit.axes.map((effect) => [
        effect.axis.name,
        effect.weight.value.toFixed(3),
        effect.weight.low.toFixed(3),
        effect.weight.high.toFixed(3),
        effect.elasticity === undefined ? '' : (2 ** effect.elasticity.value).toFixed(3),
        effect.lmg === undefined ? '' : formatPercent(effect.lmg.value),
        effect.vif.toFixed(2),
      ]),
    ),
  };
}

/** Horizontal intervals as one line series: a gap after each. */
function whiskers(intervals: readonly { readonly low: number; readonly high: number; readonly y: number }[]): Json {
  return {
    name: 'interval',
    type: 'line',
    silent: true,
    z: 5,
    symbol: 'rect',
    symbolSize: [1.5, 9],
    showAllSymbol: true,
    lineStyle: { color: theme.ink, width: 1.5 },
    itemStyle: { color: theme.ink },
    data: intervals.flatMap(({ low, high, y }) => [
      [low, y],
      [high, y],
      ['-', '-'],
    ]),
  };
}

function captionOf(fit: Regression): string {
  const form =
    fit.form === 'log'
      ? 'Regression on the logarithms of positive numeric axes and of the target'
      : "ParaDnn's own regression, on z-scores of the raw axes and target";
  const negative =
    fit.negativeShare > 0 ? ` It predicts a negative value for ${formatPercent(fit.negativeShare)} of the points.` : '';
  const missing = fit.missingShare > 0 ? ` ${formatPercent(fit.missingShare)} of the points have no value.` : '';
  return (
    `${form}: ${metricName[fit.metric]}, ${countOf(fit.n, 'point')}, R² ${fit.r2.toFixed(3)}. ` +
    `Bars: standardised weights; whiskers: ${formatPercent(fit.confidence)} intervals.${negative}${missing}`
  );
}

function tipOf(effect: AxisEffect, fit: Regression): string {
  const lines = [
    effect.axis.name,
    `weight ${effect.weight.value.toFixed(3)} [${effect.weight.low.toFixed(3)}, ${effect.weight.high.toFixed(3)}]`,
  ];
  if (effect.elasticity !== undefined) {
    const factors = [effect.elasticity.value, effect.elasticity.low, effect.elasticity.high].map((e) =>
      (2 ** e).toFixed(2),
    );
    lines.push(`doubling it multiplies ${metricName[fit.metric]} by ${factors[0]} [${factors[1]}, ${factors[2]}]`);
  }
  if (effect.lmg !== undefined) lines.push(`share of variance ${formatPercent(effect.lmg.value)}`);
  return lines.join('\n');
}
