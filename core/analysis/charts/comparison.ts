// Is A better than B: shares of outcomes, where each wins, and by how much.
import type { Comparison, Outcome, Pair } from '../compare.ts';
import type { AxisValue } from '../table.ts';
import { type Chart, chartTable, type JsonObject } from './chart.ts';
import { theme } from './colour.ts';
import { countOf, formatPercent, formatSi } from './format.ts';
import { decades, frame, levelAxis, numericAxis, roomFor, zoom } from './frame.ts';

interface OutcomeLook {
  readonly outcome: Outcome;
  readonly name: string;
  readonly colour: string;
  readonly symbol: string;
}

/** Told apart by shape as well as by colour. */
function looks(comparison: Comparison): readonly OutcomeLook[] {
  const { a, b } = comparison;
  return [
    { outcome: 'win', name: `${a.name} better`, colour: 'var(--series-1)', symbol: 'circle' },
    { outcome: 'tie', name: 'as good', colour: 'var(--series-8)', symbol: 'rect' },
    { outcome: 'undecided', name: 'undecided', colour: 'var(--series-5)', symbol: 'diamond' },
    { outcome: 'loss', name: `${b.name} better`, colour: 'var(--series-2)', symbol: 'triangle' },
  ];
}

export function outcomesChart(comparison: Comparison): Chart {
  const shown = looks(comparison).filter(({ outcome }) => comparison.counts[outcome] > 0);
  const share = (outcome: Outcome): string => {
    const { value, low, high } = comparison.shares[outcome];
    return `${formatPercent(value)} [${formatPercent(low)}, ${formatPercent(high)}]`;
  };
  return {
    kind: 'outcomes',
    title: `${comparison.a.name} against ${comparison.b.name}: outcomes`,
    caption: `Of ${countOf(comparison.n, 'common point')}: ${shown
      .map(({ outcome, name }) => `${name} on ${share(outcome)}`)
      .join(', ')}. As good: within ${formatPercent(Math.exp(comparison.delta) - 1)}.`,
    half: false,
    height: 96,
    option: {
      ...frame,
      legend: { top: 0, left: 'center', textStyle: { color: theme.ink }, itemHeight: 10, itemGap: 20 },
      grid: { left: 8, right: 8, top: 34, bottom: 8 },
      xAxis: { type: 'value', min: 0, max: Math.max(1, comparison.n), show: false },
      yAxis: { type: 'category', data: [''], show: false },
      series: shown.map(({ outcome, name, colour }) => ({
        name,
        type: 'bar',
        stack: 'all',
        barWidth: 30,
        itemStyle: { color: colour },
        label: {
          show: comparison.shares[outcome].value > 0.06,
          color: 'var(--on-colour)',
          fontWeight: 600,
          formatter: formatPercent(comparison.shares[outcome].value),
        },
        data: [{ value: comparison.counts[outcome], tip: `${name}\n${share(outcome)}`, outcome }],
      })),
    },
    table: chartTable(
      ['outcome', 'points', 'share'],
      shown.map(({ outcome, name }) => [name, comparison.counts[outcome], share(outcome)]),
    ),
  };
}

/** Who wins where, over the two axes that the tree found most telling; undefined with fewer than two axes that every pair has. */
export function outcomeMapChart(comparison: Comparison): Chart | undefined {
  const axes = mapAxes(comparison);
  if (axes === undefined) return undefined;
  const [x, y] = axes;
  const xs = levelsOf(comparison.pairs, x);
  const ys = levelsOf(comparison.pairs, y);
  const cells = cellsOf(comparison, x, y, xs, ys);
  const left = roomFor(ys.map(String)) + 26;
  const shown = looks(comparison);
  // Four names of a device or runtime stand in a row; those of two runs do not.
  const isLong = shown.reduce((length, { name }) => length + name.length, 0) > 60;
  const below = isLong ? 44 : 0;
  return {
    kind: 'outcome-map',
    title: `Where ${comparison.a.name} is better, over ${x} and ${y}`,
    caption:
      `Each cell: the most frequent outcome of its points, and on how many of them. ` +
      `From ${countOf(comparison.pairs.length, 'pair')}${comparison.pairs.length < comparison.n ? ` sampled of ${comparison.n.toLocaleString('en')}` : ''}. Hatched: no common point.`,
    half: true,
    height: 130 + below + ys.length * 34,
    option: {
      ...frame,
      grid: { left, right: 16, top: 12, bottom: 84 + below },
      xAxis: levelAxis(x, 28, xs.map(String)),
      yAxis: levelAxis(y, left - 26, ys.map(String)),
      visualMap: [
        {
          type: 'piecewise',
          seriesIndex: 0,
          dimension: 2,
          orient: isLong ? 'vertical' : 'horizontal',
          left: isLong ? left : 'center',
          bottom: 2,
          itemWidth: 14,
          itemHeight: 10,
          itemGap: isLong ? 6 : 18,
          textStyle: { color: theme.ink },
          pieces: shown.map(({ name, colour }, i) => ({ value: i, label: name, color: colour })),
        },
        { type: 'piecewise', show: false, seriesIndex: 1, pieces: [{ min: -1, max: 1, color: '#808080' }] },
      ],
      series: [
        {
          name: 'outcome',
          type: 'heatmap',
          itemStyle: { borderColor: theme.surface, borderWidth: 1 },
          label: { show: xs.length <= 12, fontSize: 11 },
          labelLayout: { hideOverlap: true },
          data: cells.map((cell) => ({
            value: [cell.x, cell.y, shown.findIndex(({ outcome }) => outcome === cell.outcome)],
            label: {
              formatter: `${cell.count}/${cell.total}`,
              color: 'var(--on-colour)',
            },
            tip: `${x} ${xs[cell.x]}, ${y} ${ys[cell.y]}\n${shown.find(({ outcome }) => outcome === cell.outcome)?.name} on ${cell.count} of ${countOf(cell.total, 'point')}`,
            select: { axes: { [x]: String(xs[cell.x]), [y]: String(ys[cell.y]) } },
          })),
        },
        {
          name: 'no common point',
          type: 'heatmap',
          silent: true,
          itemStyle: { borderColor: theme.surface, borderWidth: 1 },
          data: emptyCells(cells, xs.length, ys.length).map((value) => ({
            value,
            itemStyle: {
              color: theme.hatchGround,
              decal: {
                symbol: 'rect',
                dashArrayX: [1, 0],
                dashArrayY: [1, 8],
                rotation: Math.PI / 4,
                color: theme.muted,
              },
            },
          })),
        },
      ],
    },
    table: chartTable(
      [y, x, 'most frequent outcome', 'on', 'of'],
      cells.map((cell) => [String(ys[cell.y]), String(xs[cell.x]), cell.outcome, cell.count, cell.total]),
    ),
  };
}

export function speedupChart(comparison: Comparison): Chart {
  const unit = comparison.metric === 'latency' ? 'ms' : 'items/s';
  const { byT, least, greatest } = comparison.speedup;
  const shown = looks(comparison).map((look) => ({
    ...look,
    pairs: comparison.pairs.filter(({ outcome }) => outcome === look.outcome),
  }));
  const limit = [least, greatest, ...comparison.pairs.flatMap(({ ratio }) => [ratio.low, ratio.high])];
  return {
    kind: 'speedup',
    title: `How many times better ${comparison.a.name} is`,
    caption:
      `Geometric mean ${byT.value.toFixed(2)}× with ${formatPercent(byT.confidence)} interval ` +
      `[${byT.low.toFixed(2)}, ${byT.high.toFixed(2)}]; from ${formatSi(least)}× to ${formatSi(greatest)}×. ` +
      `Above the line at 1 ${comparison.a.name} is better. Whiskers: the interval of each pair.`,
    half: true,
    height: 380,
    option: {
      ...frame,
      dataZoom: zoom,
      legend: {
        type: 'scroll',
        top: 0,
        left: 'center',
        textStyle: { color: theme.ink },
        itemGap: 18,
        data: shown.filter(({ pairs }) => pairs.length > 0).map(({ name }) => name),
      },
      grid: { left: 68, right: 20, top: 36, bottom: 50 },
      xAxis: numericAxis(`${comparison.metric} of ${comparison.b.name}, ${unit}`, 28, {
        type: 'log',
        ...decades(comparison.pairs.map(({ b }) => b)),
      }),
      yAxis: numericAxis('times better', 44, { type: 'log', logBase: 2, ...octaves([...limit, 1]) }),
      series: [
        {
          name: 'intervals',
          type: 'line',
          silent: true,
          symbol: 'none',
          lineStyle: { color: theme.muted, width: 1, opacity: 0.5 },
          data: comparison.pairs.flatMap(({ b, ratio }) => [
            [b, ratio.low],
            [b, ratio.high],
            ['-', '-'],
          ]),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: theme.ink, type: 'solid', width: 1.5 },
            label: { show: false },
            data: [{ yAxis: 1 }],
          },
        },
        ...shown.map(({ name, colour, symbol, pairs }) => ({
          name,
          type: 'scatter',
          symbol,
          symbolSize: 8,
          itemStyle: { color: colour, borderColor: theme.muted, borderWidth: 0.5 },
          data: pairs.map((pair) => pairItem(pair, comparison, unit)),
        })),
      ],
    },
    table: chartTable(
      [
        'point',
        `${comparison.a.name}, ${unit}`,
        `${comparison.b.name}, ${unit}`,
        'times better',
        'low',
        'high',
        'outcome',
      ],
      comparison.pairs.map(({ axes, a, b, ratio, outcome }) => [
        axesText(axes),
        formatSi(a),
        formatSi(b),
        ratio.value.toFixed(3),
        ratio.low.toFixed(3),
        ratio.high.toFixed(3),
        outcome,
      ]),
    ),
  };
}

function pairItem(pair: Pair, comparison: Comparison, unit: string): JsonObject {
  const axes: Record<string, string> = {};
  for (const [name, level] of Object.entries(pair.axes)) axes[name] = String(level);
  return {
    value: [Number(pair.b.toPrecision(5)), Number(pair.ratio.value.toPrecision(5))],
    tip:
      `${axesText(pair.axes)}\n${comparison.a.name} ${formatSi(pair.a)} ${unit}, ${comparison.b.name} ${formatSi(pair.b)} ${unit}\n` +
      `${pair.ratio.value.toFixed(2)}× [${pair.ratio.low.toFixed(2)}, ${pair.ratio.high.toFixed(2)}], ${pair.outcome}`,
    select: { axes },
  };
}

function axesText(axes: Pair['axes']): string {
  return Object.entries(axes)
    .map(([name, level]) => `${name} ${level}`)
    .join(', ');
}

/** The tree's own axes first, then those of most levels. */
function mapAxes(comparison: Comparison): readonly [string, string] | undefined {
  const told = comparison.rules.flatMap((rule) => rule.conditions.map(({ axis }) => axis));
  const varying = Object.keys(comparison.pairs[0]?.axes ?? {})
    .map((axis) => ({ axis, levels: levelsOf(comparison.pairs, axis).length }))
    .filter(({ axis, levels }) => levels > 1 && comparison.pairs.every(({ axes }) => axes[axis] !== undefined))
    .sort((p, q) => q.levels - p.levels)
    .map(({ axis }) => axis);
  const [x, y] = [...new Set([...told.filter((axis) => varying.includes(axis)), ...varying])];
  return x === undefined || y === undefined ? undefined : [x, y];
}

function levelsOf(pairs: readonly Pair[], axis: string): readonly AxisValue[] {
  const levels = [...new Set(pairs.map((pair) => pair.axes[axis]))].filter((level) => level !== undefined);
  return levels.every((level) => typeof level === 'number') ? levels.sort((p, q) => Number(p) - Number(q)) : levels;
}

function cellsOf(
  comparison: Comparison,
  x: string,
  y: string,
  xs: readonly AxisValue[],
  ys: readonly AxisValue[],
): readonly { x: number; y: number; outcome: Outcome; count: number; total: number }[] {
  const cells = new Map<number, Map<Outcome, number>>();
  for (const pair of comparison.pairs) {
    const [column, row] = [xs.indexOf(pair.axes[x]), ys.indexOf(pair.axes[y])];
    if (column < 0 || row < 0) continue;
    const cell = cells.get(row * xs.length + column) ?? new Map<Outcome, number>();
    cells.set(row * xs.length + column, cell);
    cell.set(pair.outcome, (cell.get(pair.outcome) ?? 0) + 1);
  }
  return [...cells].map(([place, counts]) => {
    const [outcome, count] = [...counts].sort((p, q) => q[1] - p[1])[0];
    const total = [...counts.values()].reduce((sum, value) => sum + value, 0);
    return { x: place % xs.length, y: Math.floor(place / xs.length), outcome, count, total };
  });
}

function emptyCells(
  cells: readonly { readonly x: number; readonly y: number }[],
  columns: number,
  rows: number,
): readonly (readonly number[])[] {
  const taken = new Set(cells.map(({ x, y }) => y * columns + x));
  return Array.from({ length: columns * rows }, (_, place) => place)
    .filter((place) => !taken.has(place))
    .map((place) => [place % columns, Math.floor(place / columns), 0]);
}

/** Whole powers of two around the values. */
function octaves(values: readonly number[]): JsonObject {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  const low = 2 ** Math.floor(Math.log2(Math.min(...positive)) - 1e-9);
  return { min: low, max: Math.max(2 * low, 2 ** Math.ceil(Math.log2(Math.max(...positive)) + 1e-9)) };
}
