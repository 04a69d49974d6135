// One measurement with all that is known of it, and the way to the others of the selection.

import { latencyHistogramChart, latencySeriesChart } from '@edgewright/core/analysis/charts/latencies.js';
import { formatTime } from '@edgewright/core/analysis/number.js';
import type { Fault, Measurement } from '../../protocol.ts';
import { type ShownChart, showChart } from '../shared/chart.ts';
import { element, iconButton, write } from '../shared/elements.ts';
import type { PartsHost } from '../shared/host.ts';
import { faultElement } from '../shared/notice.ts';

export interface Details {
  readonly element: HTMLElement;
  /** One of `among`, which the arrows go through. */
  open(row: number, among: ArrayLike<number>): void;
  close(): void;
  readonly isOpen: boolean;
}

export interface DetailsContext {
  readonly host: PartsHost;
  readonly ask: (row: number, answer: (measurement: Measurement) => void, refuse: (fault: Fault) => void) => void;
  readonly name: (row: number) => string;
  /** The one shown; undefined when it is closed. */
  readonly onShow: (row: number | undefined) => void;
}

export function createDetails(context: DetailsContext): Details {
  const place = element('span', { class: 'muted', role: 'status' });
  const body = element('div', { class: 'details-body' });
  const previous = iconButton('arrow-up', 'Previous measurement of the selection', () => step(-1));
  const next = iconButton('arrow-down', 'Next measurement of the selection', () => step(1));
  const shut = iconButton('close', 'Close the details (Esc)', () => close());
  const panel = element(
    'aside',
    { class: 'details', 'aria-label': 'Details of a measurement', tabindex: -1, hidden: true },
    element('div', { class: 'details-head' }, element('h2', {}, 'Measurement'), place, previous, next, shut),
    body,
  );
  let among: ArrayLike<number> = [];
  let at = 0;
  let opener: Element | null = null;
  let charts: readonly ShownChart[] = [];

  const show = (): void => {
    const row = among[at] as number;
    write(place, among.length > 1 ? `${(at + 1).toLocaleString('en')} of ${among.length.toLocaleString('en')}` : '');
    previous.toggleAttribute('disabled', at === 0);
    next.toggleAttribute('disabled', at === among.length - 1);
    context.onShow(row);
    context.ask(
      row,
      (measurement) => {
        if (measurement.row === among[at]) fill(measurement);
      },
      (fault) => body.replaceChildren(faultElement(fault)),
    );
  };
  const step = (by: number): void => {
    const to = at + by;
    if (to < 0 || to >= among.length) return;
    at = to;
    show();
  };
  const fill = (measurement: Measurement): void => {
    for (const chart of charts) chart.dispose();
    const figures = element('div', {});
    body.replaceChildren(...headOf(measurement, context.name(measurement.row)), figures, ...factsOf(measurement));
    body.scrollTop = 0;
    const { latencies, median, percentiles } = measurement;
    if (median === undefined || latencies.length === 0) {
      charts = [];
      return;
    }
    const options = { host: context.host };
    charts = [latencySeriesChart(latencies, median), latencyHistogramChart(latencies, median, percentiles)].map(
      (chart) => showChart(figures, chart, options),
    );
  };
  const close = (): void => {
    if (panel.hidden) return;
    panel.hidden = true;
    for (const chart of charts) chart.dispose();
    charts = [];
    body.replaceChildren();
    context.onShow(undefined);
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  };
  return {
    element: panel,
    open(row, others) {
      if (panel.hidden) opener = document.activeElement;
      among = others;
      at = Math.max(0, Array.prototype.indexOf.call(others, row));
      panel.hidden = false;
      show();
    },
    close,
    get isOpen() {
      return !panel.hidden;
    },
  };
}

function headOf(measurement: Measurement, name: string): readonly HTMLElement[] {
  const { status, notes, fix, median } = measurement;
  const tone = status === 'ok' ? 'good' : median === undefined ? 'bad' : 'warn';
  return [
    element('p', { class: 'details-name' }, name),
    ...(median === undefined
      ? []
      : [
          element('p', { class: 'figure-number' }, formatTime(median.median)),
          element(
            'p',
            { class: 'muted' },
            `median latency, interval ${formatTime(median.low)} to ${formatTime(median.high)} (±${((50 * (median.high - median.low)) / median.median).toFixed(1)} %)`,
          ),
        ]),
    element('p', { class: `details-verdict ${tone}` }, status),
    ...(notes.length === 0 ? [] : [element('ul', { class: 'notes' }, ...notes.map((note) => element('li', {}, note)))]),
    ...(fix === undefined || fix === '' ? [] : [element('p', {}, fix)]),
  ];
}

function factsOf({ facts }: Measurement): readonly HTMLElement[] {
  return facts.map(({ title, entries }) =>
    element(
      'section',
      { class: 'facts' },
      element('h3', {}, title),
      element('dl', {}, ...entries.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)])),
    ),
  );
}
