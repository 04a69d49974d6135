// The heat map that fills while results arrive.

import type { Chart, JsonObject } from '@edgewright/core/analysis/charts/chart.js';
import { capitalised } from '@edgewright/core/analysis/charts/format.js';
import { heatmapChart } from '@edgewright/core/analysis/charts/heatmap.js';
import type { Heatmap } from '@edgewright/core/analysis/heatmap.js';
import { firstAxes, type LiveMetric, type LiveQuery, type LiveTable } from '@edgewright/core/analysis/live.js';
import type { ToRunView } from '../../protocol.ts';
import { type ShownChart, showChart } from '../shared/chart.ts';
import { type Choice, choice } from '../shared/choice.ts';
import { element } from '../shared/elements.ts';
import type { RunHost } from '../shared/host.ts';
import { type Notice, noticeElement } from '../shared/notice.ts';

export interface LiveMap {
  readonly element: HTMLElement;
  /** Another run, or its plan came anew. */
  open(table: LiveTable, models: readonly string[]): void;
  /** Draws what changed; `waiting` stands over a map without any value. */
  paint(waiting: Notice | undefined): void;
}

interface Wish {
  readonly metric: LiveMetric;
  readonly model: string;
  readonly x: string;
  readonly y: string;
  readonly held: Readonly<Record<string, string>>;
}

const metrics: readonly { readonly value: LiveMetric; readonly text: string }[] = [
  { value: 'latency', text: 'Median latency' },
  { value: 'throughput', text: 'Throughput' },
  { value: 'flops', text: 'FLOP/s' },
];
/** In a list of levels: a mean over all of them. No level is empty. */
const all = '';

export function newMap(host: RunHost<ToRunView>): LiveMap {
  const tools = element('div', { class: 'map-tools' });
  const note = element('div', { class: 'map-note' });
  const place = element('div', { class: 'map-place' });
  const held = new Map<string, Choice<string>>();
  let table: LiveTable | undefined;
  let models: readonly string[] = [];
  let wish: Wish | undefined;
  let shown: ShownChart | undefined;
  let drawn: Heatmap | undefined;
  let noted = '';

  const metric = choice<LiveMetric>('Metric', (value) => change({ metric: value }));
  const model = choice('Model', (value) => change({ model: value, x: '', y: '', held: {} }));
  const across = choice('Across', (x) => change({ x, y: wish?.y === x ? (wish?.x ?? '') : (wish?.y ?? '') }));
  const up = choice('Up', (y) => change({ y, x: wish?.x === y ? (wish?.y ?? '') : (wish?.x ?? '') }));

  const change = (part: Partial<Wish>): void => {
    if (wish === undefined) return;
    wish = fitted({ ...wish, ...part });
    host.remember('live-map', wish);
    offer();
    draw();
  };
  /** The wish with axes that the model has. */
  const fitted = (from: Wish): Wish => {
    const axes = table?.axesOf(from.model) ?? [];
    const has = (name: string): boolean => axes.some((axis) => axis.name === name);
    const [x, y] = has(from.x) && has(from.y) && from.x !== from.y ? [from.x, from.y] : (firstAxes(axes) ?? ['', '']);
    const levels = Object.entries(from.held).filter(([name, level]) => {
      return name !== x && name !== y && axes.some((axis) => axis.name === name && axis.levels.includes(level));
    });
    return { ...from, x, y, held: Object.fromEntries(levels) };
  };
  const offer = (): void => {
    if (wish === undefined || table === undefined) return;
    const axes = table.axesOf(wish.model);
    const names = axes.map(({ name }) => ({ value: name, text: name }));
    metric.offer(metrics, wish.metric);
    model.offer(
      models.map((name) => ({ value: name, text: name })),
      wish.model,
    );
    across.offer(names, wish.x);
    up.offer(names, wish.y);
    const others = axes.filter(({ name }) => name !== wish?.x && name !== wish?.y);
    for (const axis of others) {
      if (!held.has(axis.name))
        held.set(
          axis.name,
          choice(capitalised(axis.name), (level) => change({ held: { ...wish?.held, [axis.name]: level } })),
        );
      const levels = axis.levels.map((level) => ({ value: level, text: level }));
      held.get(axis.name)?.offer([{ value: all, text: 'mean of all' }, ...levels], wish.held[axis.name] ?? all);
    }
    const hasMap = wish.x !== '';
    tools.replaceChildren(
      metric.element,
      ...(models.length > 1 ? [model.element] : []),
      ...(hasMap ? [across.element, up.element] : []),
      ...others.flatMap(({ name }) => (hasMap ? [held.get(name)!.element] : [])),
    );
  };
  const draw = (): Heatmap | undefined => {
    const map = wish === undefined || wish.x === '' ? undefined : table?.map(queryOf(wish));
    if (map === undefined) {
      shown?.dispose();
      shown = undefined;
      return undefined;
    }
    if (shown !== undefined && map === drawn) return map;
    drawn = map;
    const chart = liveChart(map);
    if (shown === undefined) shown = showChart(place, chart, { host });
    else shown.update(chart);
    return map;
  };
  const say = (notice: Notice | undefined): void => {
    const key = JSON.stringify(notice ?? '');
    if (key === noted) return;
    noted = key;
    note.replaceChildren(...(notice === undefined ? [] : [noticeElement(notice)]));
  };
  return {
    element: element('section', { class: 'map', 'aria-label': 'Heat map' }, tools, note, place),
    open(opened, names) {
      table = opened;
      models = names;
      held.clear();
      const first = names.find((name) => firstAxes(opened.axesOf(name)) !== undefined) ?? names[0] ?? '';
      const before = wish ?? readWish(host.recall('live-map'));
      const from = before !== undefined && names.includes(before.model) ? before : undefined;
      wish = fitted(from ?? { metric: 'latency', model: first, x: '', y: '', held: {} });
      offer();
      draw();
    },
    paint(waiting) {
      if (table === undefined) {
        say(waiting);
        return;
      }
      const map = draw();
      if (map === undefined) {
        say({
          icon: 'graph',
          title: 'Fewer than two axes vary, so there is no map',
          text: 'The points stand in the list as they are measured; Analysis shows them by their one axis.',
        });
      } else say(map.range === undefined ? waiting : undefined);
    },
  };
}

function queryOf({ metric, model, x, y, held }: Wish): LiveQuery {
  const levels = Object.entries(held).filter(([, level]) => level !== all);
  return { metric, model, x, y, held: Object.fromEntries(levels) };
}

function readWish(value: unknown): Wish | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { metric, model, x, y, held } = value as Record<string, unknown>;
  const isText = (part: unknown): part is string => typeof part === 'string';
  const known = metrics.find((one) => one.value === metric)?.value;
  if (known === undefined || !isText(model) || !isText(x) || !isText(y)) return undefined;
  if (typeof held !== 'object' || held === null || !Object.values(held).every(isText)) return undefined;
  return { metric: known, model, x, y, held: held as Readonly<Record<string, string>> };
}

/** Limits of the colours go in steps, so that cells do not change their colour with every result. */
function liveChart(map: Heatmap): Chart {
  const { range } = map;
  const chart = heatmapChart(map, range && { range: { low: step(range.low, 'down'), high: step(range.high, 'up') } });
  const [scale, ...rest] = chart.option.visualMap as readonly JsonObject[];
  // Told either way: what is left out of an option that is merged stays as it was.
  return { ...chart, option: { ...chart.option, visualMap: [{ ...scale, show: range !== undefined }, ...rest] } };
}

/** The next of 1, 2, 5 times a power of ten. */
function step(value: number, direction: 'up' | 'down'): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 5, 10].map((factor) => Number((factor * power).toPrecision(1)));
  if (direction === 'up') return steps.find((limit) => limit >= value) ?? value;
  return steps.findLast((limit) => limit <= value) ?? value;
}
