// A chart of the core on the page: drawn, named, walked by keys, saved, read as a table.
import { bindOption } from '@edgewright/core/analysis/charts/bind.js';
import type { Chart } from '@edgewright/core/analysis/charts/chart.js';
import { formatSi } from '@edgewright/core/analysis/charts/format.js';
import { type Drawing, startDrawing } from './echarts.ts';
import { element, iconButton, write } from './elements.ts';
import type { PartsHost } from './host.ts';
import {
  countMarks,
  type Direction,
  holdUp,
  type Mark,
  marksOf,
  meaningOf,
  nextPlace,
  type PlacedMark,
  tipOf,
} from './marks.ts';
import { fileName, pngPicture, svgPicture } from './picture.ts';
import { tableCsv, tableElement } from './table.ts';
import { colour, fontFamily, onTheme } from './theme.ts';
import { inTurn } from './turns.ts';

export interface ShowOptions {
  readonly host: PartsHost;
  /** A press on a mark, or Enter on the one that the keys are at. */
  readonly onSelect?: (mark: Mark) => void;
  /** Tip of a mark that is a row; lines are separated by newlines. */
  readonly describeRow?: (row: number) => string;
  /** Level of the heading; 3 unless told. */
  readonly heading?: 2 | 3 | 4;
}

export interface ShownChart {
  readonly element: HTMLElement;
  /** Draws only what differs where the axes are the same; a chart of another size or kind is drawn anew. */
  update(chart: Chart): void;
  /** Holds up the marks that match and fades the others; undefined ends it. */
  highlight(matches: ((mark: Mark) => boolean) | undefined): void;
  dispose(): void;
}

/** Above this many marks a canvas draws faster than the document. */
const svgLimit = 2000;

/** Appends a figure to `place`. It follows its width, and is `chart.height` high. */
export function showChart(place: HTMLElement, chart: Chart, options: ShowOptions): ShownChart {
  return new Figure(place, chart, options);
}

let figures = 0;

class Figure implements ShownChart {
  readonly element: HTMLElement;
  readonly #options: ShowOptions;
  readonly #title: HTMLElement;
  readonly #caption: HTMLElement;
  readonly #canvas: HTMLElement;
  readonly #spoken: HTMLElement;
  readonly #details: HTMLDetailsElement;
  readonly #sizes: ResizeObserver;
  readonly #forgetTheme: () => void;
  #chart: Chart;
  #matches: ((mark: Mark) => boolean) | undefined;
  #drawing: Drawing | undefined;
  #renderer: 'svg' | 'canvas' | undefined;
  #axes = '';
  #at: PlacedMark | undefined;

  constructor(place: HTMLElement, chart: Chart, options: ShowOptions) {
    const id = `figure-${++figures}`;
    this.#chart = chart;
    this.#options = options;
    this.#title = element(`h${options.heading ?? 3}`, { id: `${id}-title` });
    this.#caption = element('figcaption', { id: `${id}-caption` });
    this.#canvas = element('div', {
      class: 'chart',
      tabindex: 0,
      role: 'application',
      'aria-roledescription': 'chart',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-caption`,
      onkeydown: (event) => this.#walk(event as KeyboardEvent),
      onblur: () => this.#leave(),
    });
    this.#spoken = element('div', { class: 'visually-hidden', role: 'status' });
    this.#details = element('details', { ontoggle: () => this.#fillTable() }, element('summary', {}, 'Show as table'));
    this.element = element(
      'figure',
      { class: 'figure' },
      element('div', { class: 'figure-head' }, this.#title, this.#tools()),
      this.#canvas,
      this.#spoken,
      this.#caption,
      this.#details,
    );
    place.append(this.element);
    this.#write();
    // The first size it tells draws the chart: a page that is hidden has none yet.
    this.#sizes = new ResizeObserver(() => inTurn(this, () => this.#fit()));
    this.#sizes.observe(this.#canvas);
    this.#forgetTheme = onTheme(() => {
      this.#axes = '';
      this.#draw();
    });
  }

  update(chart: Chart): void {
    this.#chart = chart;
    this.#write();
    this.#draw();
  }

  highlight(matches: ((mark: Mark) => boolean) | undefined): void {
    this.#matches = matches;
    // The number of series changes: what was merged before would stay.
    this.#axes = '';
    this.#draw();
  }

  dispose(): void {
    this.#sizes.disconnect();
    this.#forgetTheme();
    this.#drawing?.dispose();
    this.#drawing = undefined;
    this.element.remove();
  }

  #write(): void {
    write(this.#title, this.#chart.title);
    write(this.#caption, this.#chart.caption);
    const height = `${this.#chart.height}px`;
    if (this.#canvas.style.height !== height) this.#canvas.style.height = height;
    this.element.classList.toggle('half', this.#chart.half);
    if (this.#details.open) this.#fillTable();
  }

  #fillTable(): void {
    this.#details.querySelector('.table-scroll')?.remove();
    if (this.#details.open) this.#details.append(tableElement(this.#chart.table, this.#chart.title));
  }

  #fit(): void {
    if (this.#canvas.clientWidth === 0) return;
    if (this.#drawing === undefined) this.#draw();
    else if (
      this.#drawing.getWidth() !== this.#canvas.clientWidth ||
      this.#drawing.getHeight() !== this.#canvas.clientHeight
    )
      this.#drawing.resize();
  }

  #draw(): void {
    if (this.#canvas.clientWidth === 0) return;
    const { option } = this.#chart;
    const shown = this.#matches === undefined ? option : holdUp(option, this.#matches);
    const renderer = countMarks(shown) > svgLimit ? 'canvas' : 'svg';
    if (renderer !== this.#renderer) {
      this.#drawing?.dispose();
      this.#drawing = undefined;
    }
    const axes = JSON.stringify([option.xAxis, option.yAxis, option.grid, option.legend, (shown.series as []).length]);
    const isSame = this.#drawing !== undefined && axes === this.#axes;
    this.#axes = axes;
    this.#renderer = renderer;
    this.#drawing ??= this.#start(renderer);
    const bound = this.#bind(shown);
    bound.tooltip = {
      ...(bound.tooltip as object),
      // A tip that slides is read late.
      transitionDuration: 0,
      formatter: (event: { readonly seriesIndex: number; readonly dataIndex: number }) =>
        tipElement(this.#tip(event.seriesIndex, event.dataIndex)),
    };
    this.#drawing.setOption(bound, { notMerge: !isSame });
  }

  #start(renderer: 'svg' | 'canvas'): Drawing {
    const drawing = startDrawing(this.#canvas, { renderer });
    drawing.on('click', ({ seriesIndex, dataIndex }) => {
      if (seriesIndex !== undefined) this.#select(seriesIndex, dataIndex);
    });
    return drawing;
  }

  #bind(option: Chart['option']): Record<string, unknown> {
    const bound = bindOption(option, colour, formatSi);
    bound.textStyle = { ...(bound.textStyle as object), fontFamily: fontFamily() };
    return bound;
  }

  #tip(series: number, index: number): string {
    const { option } = this.#chart;
    const told = tipOf(option, series, index);
    if (told !== undefined) return told;
    const mark = meaningOf(option, series, index);
    return mark?.kind === 'row' ? (this.#options.describeRow?.(mark.row) ?? '') : '';
  }

  #select(series: number, index: number): void {
    const mark = meaningOf(this.#chart.option, series, index);
    if (mark !== undefined) this.#options.onSelect?.(mark);
  }

  #walk(event: KeyboardEvent): void {
    const direction = directions[event.key];
    if (direction === undefined && !['Home', 'End', 'Enter', ' ', 'Escape'].includes(event.key)) return;
    if (this.#drawing === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Escape') {
      this.#leave();
      return;
    }
    event.preventDefault();
    if (event.key === 'Enter' || event.key === ' ') {
      if (this.#at !== undefined) this.#select(this.#at.series, this.#at.index);
      return;
    }
    const marks = marksOf(this.#chart.option);
    const at = this.#at;
    const from =
      at === undefined ? -1 : marks.findIndex((mark) => mark.series === at.series && mark.index === at.index);
    if (event.key === 'End') this.#goTo(marks.at(-1));
    else if (direction === undefined || from < 0) this.#goTo(marks[0]);
    else {
      const drawing = this.#drawing;
      const places = marks.map(({ series, at }) => {
        const [x, y] = drawing.convertToPixel({ seriesIndex: series }, [...at]) as [number, number];
        return [x, y] as const;
      });
      const next = nextPlace(places, from, direction);
      if (next !== undefined) this.#goTo(marks[next]);
    }
  }

  #goTo(mark: PlacedMark | undefined): void {
    if (mark === undefined || this.#drawing === undefined) return;
    this.#leave();
    this.#at = mark;
    const target = { seriesIndex: mark.series, dataIndex: mark.index };
    this.#drawing.dispatchAction({ type: 'highlight', ...target });
    this.#drawing.dispatchAction({ type: 'showTip', ...target });
    write(this.#spoken, this.#tip(mark.series, mark.index).replaceAll('\n', ', '));
  }

  #leave(): void {
    if (this.#at === undefined) return;
    this.#drawing?.dispatchAction({ type: 'downplay', seriesIndex: this.#at.series, dataIndex: this.#at.index });
    this.#drawing?.dispatchAction({ type: 'hideTip' });
    this.#at = undefined;
  }

  #tools(): HTMLElement {
    const { host } = this.#options;
    const size = () => ({ width: Math.max(320, this.#canvas.clientWidth), height: this.#chart.height });
    const option = () => ({ ...this.#bind(this.#chart.option), backgroundColor: colour('--surface') });
    const save = (format: 'png' | 'svg' | 'csv', content: () => string | Uint8Array) => (): void =>
      host.post({ kind: 'save', name: `${fileName(this.#chart.title)}.${format}`, format, content: content() });
    return element(
      'div',
      { class: 'figure-tools', role: 'toolbar', 'aria-label': 'Chart' },
      iconButton(
        'file-media',
        'Save as PNG',
        save('png', () => pngPicture(option(), size())),
      ),
      iconButton(
        'symbol-color',
        'Save as SVG',
        save('svg', () => svgPicture(option(), size())),
      ),
      iconButton(
        'table',
        'Save as CSV',
        save('csv', () => tableCsv(this.#chart.table)),
      ),
      iconButton('copy', 'Copy what it says', () => host.post({ kind: 'copy', text: this.#chart.caption })),
    );
  }
}

const directions: Readonly<Record<string, Direction | undefined>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** Text alone: what a tip holds comes from documents and devices. */
function tipElement(text: string): HTMLElement | string {
  if (text === '') return '';
  return element('div', { class: 'tip' }, ...text.split('\n').map((line) => element('div', {}, line)));
}
