// The sensors of the devices over the last ten minutes.
import { formatSignificant } from '@edgewright/core/analysis/number.js';
import uPlot from 'uplot';
import type { LiveSample } from '../../protocol.ts';
import { choice } from '../shared/choice.ts';
import { element, write } from '../shared/elements.ts';
import { colour, fontFamily, onTheme } from '../shared/theme.ts';
import { type History, newHistory, seconds } from './history.ts';
import { formatClock } from './words.ts';

export interface SensorSeries {
  readonly element: HTMLElement;
  open(devices: readonly string[]): void;
  add(sample: LiveSample): void;
  paint(): void;
}

export type Sensor = 'busy' | 'available' | 'temperature' | 'frequency' | 'power';

interface SensorLook {
  readonly sensor: Sensor;
  readonly name: string;
  readonly unit: string;
  /** From the unit of a sample to that of the chart. */
  readonly scale: number;
  readonly range: { readonly least?: number; readonly most?: number };
}

export const sensors: readonly SensorLook[] = [
  { sensor: 'busy', name: 'Processor busy', unit: '%', scale: 100, range: { least: 0, most: 100 } },
  { sensor: 'available', name: 'Memory available', unit: 'GiB', scale: 2 ** -30, range: { least: 0 } },
  { sensor: 'temperature', name: 'Temperature', unit: '°C', scale: 1, range: {} },
  { sensor: 'frequency', name: 'Frequency', unit: 'MHz', scale: 1, range: { least: 0 } },
  { sensor: 'power', name: 'Power', unit: 'W', scale: 1, range: { least: 0 } },
];

/** Lines that are told apart by colour. */
const mostLines = 8;
const all = '';

export function newSeries(): SensorSeries {
  let devices: readonly string[] = [];
  let histories: History[] = [];
  let isStale = false;
  const picked = choice<string>('Device', () => redraw());
  const legend = element('span', { class: 'series-legend' });
  const grid = element('div', { class: 'series-grid' });
  const charts = sensors.map((look) => newChart(look));
  grid.append(...charts.map((chart) => chart.element));
  const shown = (): readonly number[] => {
    const place = devices.indexOf(picked.value);
    return place >= 0 ? [place] : [...devices.keys()].slice(0, mostLines);
  };
  const redraw = (): void => {
    const places = shown();
    legend.replaceChildren(
      ...(places.length < 2 ? [] : places.map((place, line) => legendItem(devices[place]!, line))),
    );
    for (const chart of charts) chart.paint(places.map((place) => histories[place]!));
  };
  onTheme(redraw);
  const made = element(
    'section',
    { class: 'series', 'aria-label': 'Sensors' },
    element('div', { class: 'part-head' }, element('h3', {}, 'Devices, last 10 minutes'), legend, picked.element),
    grid,
  );
  return {
    element: made,
    open(names) {
      devices = names;
      histories = names.map(() => newHistory());
      picked.element.hidden = names.length < 2;
      const each = names.map((name) => ({ value: name, text: name }));
      const isFew = names.length <= mostLines;
      picked.offer(isFew ? [{ value: all, text: 'all' }, ...each] : each, isFew ? all : (names[0] ?? all));
      redraw();
    },
    add(sample) {
      histories[sample.device]?.add(sample);
      isStale = true;
    },
    paint() {
      if (!isStale) return;
      isStale = false;
      redraw();
    },
  };
}

function legendItem(name: string, line: number): HTMLElement {
  return element(
    'span',
    { class: 'legend-item' },
    element('span', { class: 'legend-line', style: `background: var(--series-${line + 1})`, 'aria-hidden': 'true' }),
    name,
  );
}

function newChart({ sensor, name, unit, scale, range }: SensorLook) {
  const value = element('span', { class: 'series-value' });
  const place = element('div', { class: 'series-place', role: 'img' });
  const missing = element('p', { class: 'series-missing muted' });
  const made = element(
    'div',
    { class: 'series-chart' },
    element('div', { class: 'series-head' }, element('span', { class: 'ellipsis' }, name), value),
    place,
    missing,
  );
  let plot: uPlot | undefined;
  let lines = 0;
  let latest = '';
  const said = (number: number | null | undefined): string =>
    number === null || number === undefined ? '' : `${formatSignificant(number, 3)} ${unit}`;
  const start = (count: number): uPlot => {
    const axis: Partial<uPlot.Axis> = {
      stroke: () => colour('--muted'),
      font: `11px ${fontFamily()}`,
      grid: { stroke: () => colour('--line'), width: 1 },
      ticks: { show: false },
    };
    return new uPlot(
      {
        width: Math.max(120, place.clientWidth),
        height: 84,
        pxAlign: true,
        legend: { show: false },
        cursor: { y: false, points: { size: 5 }, drag: { setScale: false, x: false, y: false } },
        scales: {
          x: { time: true, range: (_, __, end) => [end - seconds, end] },
          y: { range: (_, low, high) => limits(low, high, range) },
        },
        axes: [
          { ...axis, show: false },
          {
            ...axis,
            size: 44,
            gap: 4,
            space: 28,
            values: (_, ticks) => ticks.map((tick) => formatSignificant(tick, 3)),
          },
        ],
        series: [
          {},
          ...Array.from({ length: count }, (_, line) => ({
            stroke: () => colour(`--series-${line + 1}`),
            width: 1.5,
            points: { show: false },
          })),
        ],
        hooks: {
          setCursor: [
            ({ cursor, data }) => {
              const at = cursor.idx;
              if (at === null || at === undefined) write(value, latest);
              else write(value, `${formatClock(data[0][at]! * 1000)}  ${said(data[1]?.[at])}`);
            },
          ],
        },
      },
      [[], ...Array.from({ length: count }, () => [])] as unknown as uPlot.AlignedData,
      place,
    );
  };
  new ResizeObserver(() => {
    if (place.clientWidth > 0) plot?.setSize({ width: place.clientWidth, height: 84 });
  }).observe(place);
  return {
    element: made,
    paint(histories: readonly History[]): void {
      const reason = reasonOf(histories, sensor);
      made.classList.toggle('is-missing', reason !== undefined);
      if (reason !== undefined) {
        write(missing, reason);
        missing.title = reason;
        write(value, '');
        return;
      }
      if (place.clientWidth === 0) return;
      if (plot === undefined || lines !== histories.length) {
        plot?.destroy();
        plot = start(histories.length);
        lines = histories.length;
      }
      const end = Math.max(...histories.map((history) => history.end));
      const times = Float64Array.from({ length: seconds }, (_, at) => end - seconds + 1 + at);
      plot.setData([times, ...histories.map((history) => history.line(sensor, end, scale))] as uPlot.AlignedData);
      const now = histories.map((history) => history.last?.[sensor]);
      latest = histories.length === 1 ? said(typeof now[0] === 'number' ? now[0] * scale : null) : '';
      if (plot.cursor.idx === null || plot.cursor.idx === undefined) write(value, latest);
      place.setAttribute('aria-label', `${name}, last 10 minutes${latest === '' ? '' : `: ${latest}`}`);
    },
  };
}

/** Why there is nothing to draw; undefined where a device has readings. */
function reasonOf(histories: readonly History[], sensor: Sensor): string | undefined {
  if (histories.some((history) => history.has(sensor))) return undefined;
  const told = histories.find((history) => history.last !== undefined);
  if (told === undefined) return 'Waiting for the first reading.';
  return `Unavailable: ${told.last?.missing[sensor] ?? 'the device gives no reason.'}`;
}

function limits(low: number | null, high: number | null, { least, most }: SensorLook['range']): [number, number] {
  const [from, to] = [least ?? low ?? 0, most ?? high ?? 1];
  const room = Math.max((to - from) * 0.1, Math.abs(to) * 0.02, 1e-9);
  return [least ?? from - room, most ?? to + room];
}
