// The latency of the last firings, one point each, with the deadline as a line.
import { formatSignificant } from '@edgewright/core/analysis/number.js';
import type { ActiveFiring } from '@edgewright/schemas/deployment.js';
import uPlot from 'uplot';
import { element } from '../shared/elements.ts';
import { colour, fontFamily, onTheme } from '../shared/theme.ts';
import { timeWord } from './words.ts';

export interface LatencyPlot {
  readonly element: HTMLElement;
  show(firings: readonly ActiveFiring[], deadline: number | null): void;
}

const height = 190;
/** Of the time axis, so that the first firings do not stretch over it. */
const leastSeconds = 60;

export function newLatencyPlot(): LatencyPlot {
  const place = element('div', { class: 'task-plot', role: 'img', 'aria-label': 'Latency of firings: none yet' });
  let plot: uPlot | undefined;
  let data: uPlot.AlignedData = [[], [], []];
  const draw = (): void => {
    if (place.clientWidth === 0) return;
    plot ??= new uPlot(optionsOf(place.clientWidth), data, place);
    plot.setData(data);
  };
  new ResizeObserver(() => {
    plot?.setSize({ width: place.clientWidth, height });
    draw();
  }).observe(place);
  onTheme(() => plot?.redraw());
  return {
    element: place,
    show(firings, deadline) {
      const timed = firings
        .flatMap(({ time, phases }) => (phases === undefined ? [] : [{ time: time / 1000, total: phases.total }]))
        .sort((a, b) => a.time - b.time);
      const from = timed[0]?.time ?? 0;
      const to = Math.max(timed.at(-1)?.time ?? 0, from + leastSeconds);
      // The deadline goes from end to end of the axis. A logarithmic one has no zero.
      data = [
        [from, ...timed.map(({ time }) => time), to],
        [null, ...timed.map(({ total }) => Math.max(total, 0.001)), null],
        [deadline, ...timed.map(() => deadline), deadline],
      ];
      const last = timed.at(-1);
      const late = deadline === null ? 0 : timed.filter(({ total }) => total > deadline).length;
      const limit = deadline === null ? 'no deadline' : `${late} of them past the deadline of ${timeWord(deadline)}`;
      place.setAttribute(
        'aria-label',
        last === undefined
          ? 'Latency of firings: none yet'
          : `Latency of ${timed.length} ${timed.length === 1 ? 'firing' : 'firings'}, ${limit}; the last took ${timeWord(last.total)}`,
      );
      draw();
    },
  };
}

function optionsOf(width: number): uPlot.Options {
  const grid: uPlot.Axis.Grid = { stroke: () => colour('--line'), width: 1 };
  const axis: Partial<uPlot.Axis> = {
    stroke: () => colour('--muted'),
    font: `11px ${fontFamily()}`,
    grid,
    ticks: { show: false },
  };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    // A deadline is often far above what it takes, and a miss far above that.
    scales: {
      x: { time: true, range: (_, from, to) => [from, to] },
      y: { distr: 3, range: (_, low, high) => limits(low, high) },
    },
    axes: [
      { ...axis, size: 42 },
      {
        ...axis,
        size: 64,
        grid: { ...grid, filter: (_, ticks) => ticks.map((tick) => (isPower(tick) ? tick : null)) },
        values: (_, ticks) => ticks.map((tick) => (isPower(tick) ? `${formatSignificant(tick, 1)} ms` : '')),
      },
    ],
    series: [
      {},
      {
        stroke: () => colour('--series-1'),
        fill: () => colour('--series-1'),
        paths: () => null,
        points: { show: true, size: 5, stroke: () => colour('--series-1'), fill: () => colour('--series-1') },
      },
      { stroke: () => colour('--bad'), width: 1.5, dash: [6, 4], points: { show: false } },
    ],
  };
}

/** Whole decades around what is shown. */
function limits(low: number | null, high: number | null): [number, number] {
  const from = 10 ** Math.floor(Math.log10(low ?? 1));
  const to = 10 ** Math.ceil(Math.log10(high ?? 100));
  return [from, to > from ? to : 10 * from];
}

function isPower(value: number): boolean {
  const exponent = Math.log10(value);
  return Math.abs(exponent - Math.round(exponent)) < 1e-6;
}
