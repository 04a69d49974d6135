// A roofline of very many points: ECharts draws axes and roofs, and a canvas above it the points, straight from the columns
// of the run. Panning, zooming, pointing and choosing cost a loop each, so that 100,000 points move like ten.
import { bindOption } from '@edgewright/core/analysis/charts/bind.js';
import type { Chart } from '@edgewright/core/analysis/charts/chart.js';
import { formatSi } from '@edgewright/core/analysis/charts/format.js';
import type { Cloud } from '../../protocol.ts';
import { type Drawing, startDrawing } from '../shared/echarts.ts';
import { element, iconButton, write } from '../shared/elements.ts';
import type { PartsHost } from '../shared/host.ts';
import { nextPlace } from '../shared/marks.ts';
import { fileName, pngPicture, svgPicture } from '../shared/picture.ts';
import { tableCsv, tableElement } from '../shared/table.ts';
import { colour, fontFamily, onTheme } from '../shared/theme.ts';
import { inTurn } from '../shared/turns.ts';
import { listenToPointer, type Place } from './gestures.ts';
import { membersOf } from './members.ts';
import { circle, paintSight } from './paint.ts';
import { boundsOf, frameOption, levelColours, plotOf, wholeOption } from './plotted.ts';
import type { Facet, RunRows } from './rows.ts';
import {
  type Bounds,
  look,
  moved,
  nearest,
  type Plot,
  type Points,
  type Sight,
  sightRoom,
  within,
  zoomed,
} from './scene.ts';
import type { Selection } from './selection.ts';

export interface CloudContext {
  readonly host: PartsHost;
  readonly rows: RunRows;
  /** By row: common logarithms of intensity and FLOP/s. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly onSelect: (rows: readonly number[]) => void;
  /** Heading of the figure. */
  readonly heading: 3 | 4;
}

let clouds = 0;

export class CloudFigure {
  readonly element: HTMLElement;
  readonly #context: CloudContext;
  readonly #title: HTMLElement;
  readonly #caption: HTMLElement;
  readonly #legend = element('ul', { class: 'cloud-legend' });
  readonly #note = element('p', { class: 'cloud-note', role: 'status' });
  readonly #stage: HTMLElement;
  readonly #ground = element('div', { class: 'cloud-ground' });
  readonly #canvas = element('canvas', { class: 'cloud-points' });
  readonly #tip = element('div', { class: 'cloud-tip tip', hidden: true });
  readonly #box = element('div', { class: 'cloud-box', hidden: true });
  readonly #spoken = element('div', { class: 'visually-hidden', role: 'status' });
  readonly #details: HTMLDetailsElement;
  readonly #sizes: ResizeObserver;
  readonly #forgetTheme: () => void;
  readonly #room = sightRoom();
  #chart: Chart;
  #cloud: Cloud;
  #facet: Facet | undefined;
  #colours: readonly string[] = [];
  #points: Points;
  #most: Bounds;
  #bounds: Bounds;
  /** Of the stage: read once a change, as reading it may lay out the page. */
  #size = { width: 0, height: 0 };
  #plot: Plot = { left: 0, top: 0, width: 1, height: 1 };
  #sight: Sight | undefined;
  #selection: Selection | undefined;
  #drawing: Drawing | undefined;
  #at: number | undefined;
  #isWaiting = false;

  constructor(context: CloudContext, chart: Chart, cloud: Cloud, kept: Uint8Array, selection: Selection | undefined) {
    const id = `cloud-${++clouds}`;
    this.#context = context;
    this.#chart = chart;
    this.#cloud = cloud;
    this.#selection = selection;
    this.#points = { members: new Int32Array(0), x: context.x, y: context.y };
    this.#most = boundsOf(chart.option);
    this.#bounds = this.#most;
    this.#title = element(`h${context.heading}`, { id: `${id}-title` });
    this.#caption = element('figcaption', { id: `${id}-caption` });
    this.#details = element('details', { ontoggle: () => this.#fillTable() }, element('summary', {}, 'Show as table'));
    this.#stage = element(
      'div',
      {
        class: 'chart cloud',
        tabindex: 0,
        role: 'application',
        'aria-roledescription': 'chart',
        'aria-labelledby': `${id}-title`,
        'aria-describedby': `${id}-caption`,
        onkeydown: (event) => this.#press(event as KeyboardEvent),
        onblur: () => this.#leave(),
      },
      this.#ground,
      this.#canvas,
      this.#box,
      this.#tip,
    );
    this.#listen();
    this.element = element(
      'figure',
      { class: 'figure cloud-figure' },
      element('div', { class: 'figure-head' }, this.#title, this.#tools()),
      this.#legend,
      this.#stage,
      this.#note,
      this.#spoken,
      this.#caption,
      this.#details,
    );
    this.update(chart, cloud, kept);
    this.#sizes = new ResizeObserver(() => inTurn(this.#sizes, () => this.#fit()));
    this.#sizes.observe(this.#stage);
    this.#forgetTheme = onTheme(() => {
      this.#writeLegend();
      this.#redrawInTurn();
    });
  }

  /** The window stays where it is as long as the axes do. */
  update(chart: Chart, cloud: Cloud, kept: Uint8Array): void {
    this.#chart = chart;
    this.#cloud = cloud;
    const most = boundsOf(chart.option);
    if (JSON.stringify(most) !== JSON.stringify(this.#most)) {
      this.#most = most;
      this.#bounds = most;
    }
    this.#facet = this.#context.rows.facet(cloud.by);
    this.#points = { ...this.#points, members: membersOf(this.#context.rows, cloud, kept) };
    write(this.#title, chart.title);
    write(this.#caption, chart.caption);
    this.element.classList.toggle('half', chart.half);
    this.#stage.style.height = `${chart.height}px`;
    this.#writeLegend();
    if (this.#details.open) this.#fillTable();
    this.#redrawInTurn();
  }

  /** The same cloud under other filters, before the analysis of them is known. */
  keep(kept: Uint8Array): void {
    this.#points = { ...this.#points, members: membersOf(this.#context.rows, this.#cloud, kept) };
    this.#redrawInTurn();
  }

  select(selection: Selection | undefined): void {
    this.#selection = selection;
    this.#redrawInTurn();
  }

  dispose(): void {
    this.#sizes.disconnect();
    this.#forgetTheme();
    this.#drawing?.dispose();
    this.#drawing = undefined;
    this.element.remove();
  }

  /** In turn with other charts: what the hand moves is drawn with the next frame. */
  #redrawInTurn(): void {
    inTurn(this, () => this.#draw());
  }

  #redraw(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#draw();
    });
  }

  #fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#stage;
    this.#size = { width, height };
    if (width === 0 || height === 0) return;
    this.#plot = plotOf(this.#chart.option, width, height);
    const ratio = window.devicePixelRatio;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    if (this.#drawing === undefined) this.#drawing = startDrawing(this.#ground, { renderer: 'canvas' });
    else this.#drawing.resize();
    this.#draw();
  }

  #draw(): void {
    if (this.#drawing === undefined || this.#size.width === 0) return;
    this.#drawing.setOption(this.#bind(frameOption(this.#chart, this.#bounds, this.#bounds === this.#most)), {
      replaceMerge: ['series'],
      silent: true,
    });
    const sight = look(this.#points, this.#bounds, this.#plot, this.#room);
    this.#sight = sight;
    const brush = this.#canvas.getContext('2d');
    if (brush === null) return;
    const ratio = window.devicePixelRatio;
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    brush.clearRect(0, 0, this.#size.width, this.#size.height);
    brush.save();
    brush.beginPath();
    brush.rect(this.#plot.left - 4, this.#plot.top - 4, this.#plot.width + 8, this.#plot.height + 8);
    brush.clip();
    paintSight(brush, sight, this.#facet, this.#colours, this.#selection === undefined ? 0.8 : 0.16);
    if (this.#selection !== undefined) this.#paintSelected(brush, this.#selection);
    if (this.#at !== undefined) this.#paintAt(brush, this.#at);
    brush.restore();
    const { drawn, inside } = sight;
    write(
      this.#note,
      drawn < inside
        ? `${count(drawn)} of ${count(inside)} points drawn, of those that lie together one; zoom in for all.`
        : '',
    );
  }

  #paintSelected(brush: CanvasRenderingContext2D, selection: Selection): void {
    const chosen = this.#points.members.filter((row) => selection.flags[row] === 1);
    const sight = look({ ...this.#points, members: chosen }, this.#bounds, this.#plot);
    paintSight(brush, sight, this.#facet, this.#colours, 1, 4);
    if (sight.drawn > 1500) return;
    brush.strokeStyle = colour('--ink');
    brush.lineWidth = 1;
    brush.beginPath();
    for (let at = 0; at < sight.drawn; at++) circle(brush, sight.px[at] as number, sight.py[at] as number, 4);
    brush.stroke();
  }

  #paintAt(brush: CanvasRenderingContext2D, row: number): void {
    const [x, y] = this.#pixelOf(row);
    brush.strokeStyle = colour('--focus');
    brush.lineWidth = 2;
    brush.beginPath();
    circle(brush, x, y, 7);
    brush.stroke();
  }

  #pixelOf(row: number): readonly [number, number] {
    const { left, top, width, height } = this.#plot;
    const { x, y } = this.#points;
    const across = ((x[row] as number) - this.#bounds.left) / (this.#bounds.right - this.#bounds.left);
    const down = (this.#bounds.top - (y[row] as number)) / (this.#bounds.top - this.#bounds.bottom);
    return [left + across * width, top + down * height];
  }

  #bind(option: Chart['option']): Record<string, unknown> {
    const bound = bindOption(option, colour, formatSi);
    bound.textStyle = { ...(bound.textStyle as object), fontFamily: fontFamily() };
    return bound;
  }

  #writeLegend(): void {
    const facet = this.#facet;
    this.#colours = (facet === undefined ? ['var(--series-1)'] : levelColours(facet)).map(resolved);
    if (facet === undefined || facet.levels.length < 2) {
      this.#legend.replaceChildren();
      return;
    }
    const present = new Uint8Array(facet.levels.length);
    for (const row of this.#points.members) {
      const place = facet.places[row] as number;
      if (place >= 0) present[place] = 1;
    }
    const shown = facet.levels.flatMap((level, at) => (present[at] === 1 ? [{ level, at }] : []));
    const most = 16;
    this.#legend.replaceChildren(
      element('li', { class: 'muted' }, facet.name),
      ...shown.slice(0, most).map(({ level, at }) => {
        const swatch = element('span', { class: 'swatch' });
        swatch.style.background = this.#colours[at] as string;
        return element('li', {}, swatch, level);
      }),
      ...(shown.length > most ? [element('li', { class: 'muted' }, `and ${shown.length - most} more`)] : []),
    );
  }

  #fillTable(): void {
    this.#details.querySelector('.table-scroll')?.remove();
    if (this.#details.open) this.#details.append(tableElement(this.#chart.table, this.#chart.title));
  }

  #go(bounds: Bounds): void {
    this.#bounds = bounds;
    this.#hideTip();
    this.#redraw();
  }

  #zoom(factor: number, at?: Place): void {
    const next = zoomed(this.#bounds, this.#most, factor, at);
    const isWhole = next.right - next.left >= this.#most.right - this.#most.left - 1e-9;
    const isAll = isWhole && next.top - next.bottom >= this.#most.top - this.#most.bottom - 1e-9;
    this.#go(isAll ? this.#most : next);
  }

  #listen(): void {
    listenToPointer(this.#stage, {
      point: (at) => this.#point(at),
      leave: () => this.#hideTip(),
      move: (share, from) => this.#go(moved(from, this.#most, this.#perPlot(share))),
      bounds: () => this.#bounds,
      box: (a, b) => this.#showBox(a, b),
      take: (a, b) => this.#context.onSelect(within(this.#points, this.#bounds, this.#plot, a, b)),
      endBox: () => {
        this.#box.hidden = true;
      },
      press: (at) => {
        const row = nearest(this.#points, this.#bounds, this.#plot, at);
        if (row !== undefined) this.#context.onSelect([row]);
      },
      reset: () => this.#go(this.#most),
      zoom: (factor, { x, y }) => {
        const { left, top, width, height } = this.#plot;
        this.#zoom(factor, { x: (x - left) / width, y: (y - top) / height });
      },
    });
  }

  /** Pixels as shares of the plot; up is more. */
  #perPlot({ x, y }: Place): Place {
    return { x: -x / this.#plot.width, y: y / this.#plot.height };
  }

  #showBox(a: Place, b: Place): void {
    this.#box.hidden = false;
    this.#box.style.cssText = `left:${Math.min(a.x, b.x)}px;top:${Math.min(a.y, b.y)}px;width:${Math.abs(a.x - b.x)}px;height:${Math.abs(a.y - b.y)}px`;
  }

  #point(at: Place): void {
    const row = nearest(this.#points, this.#bounds, this.#plot, at, 8);
    this.#stage.classList.toggle('is-pointing', row !== undefined);
    if (row === undefined) this.#hideTip();
    else this.#showTip(row);
  }

  #showTip(row: number): void {
    const [x, y] = this.#pixelOf(row);
    const text = this.#context.rows.describe(row);
    this.#tip.replaceChildren(...text.split('\n').map((line) => element('div', {}, line)));
    this.#tip.hidden = false;
    // On the side with more room, without asking how large the tip is: that would lay out the page.
    const { width, height } = this.#size;
    this.#tip.style.left = x > width / 2 ? '' : `${x + 12}px`;
    this.#tip.style.right = x > width / 2 ? `${width - x + 12}px` : '';
    this.#tip.style.top = y > height / 2 ? '' : `${y - 12}px`;
    this.#tip.style.bottom = y > height / 2 ? `${height - y - 12}px` : '';
  }

  #hideTip(): void {
    this.#tip.hidden = true;
  }

  #leave(): void {
    if (this.#at === undefined) return;
    this.#at = undefined;
    this.#hideTip();
    this.#redraw();
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const act = this.#keys(event);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  #keys({ key, shiftKey }: KeyboardEvent): (() => void) | undefined {
    const direction = directions[key];
    if (direction !== undefined && shiftKey) {
      const [x, y] = { left: [-0.1, 0], right: [0.1, 0], up: [0, 0.1], down: [0, -0.1] }[direction] as [number, number];
      return () => this.#go(moved(this.#bounds, this.#most, { x, y }));
    }
    if (direction !== undefined) return () => this.#walk(direction);
    if (key === '+' || key === '=') return () => this.#zoom(0.7);
    if (key === '-') return () => this.#zoom(1 / 0.7);
    if (key === '0') return () => this.#go(this.#most);
    if ((key === 'Enter' || key === ' ') && this.#at !== undefined) {
      const row = this.#at;
      return () => this.#context.onSelect([row]);
    }
    return undefined;
  }

  /** Among the points in sight: those that lie on one another are one. */
  #walk(direction: 'left' | 'right' | 'up' | 'down'): void {
    const sight = this.#sight;
    if (sight === undefined || sight.drawn === 0) return;
    const places = Array.from(
      { length: sight.drawn },
      (_, at) => [sight.px[at] as number, sight.py[at] as number] as const,
    );
    const from = this.#at === undefined ? -1 : sight.rows.subarray(0, sight.drawn).indexOf(this.#at);
    const next = from < 0 ? 0 : nextPlace(places, from, direction);
    if (next === undefined) return;
    this.#at = sight.rows[next] as number;
    this.#showTip(this.#at);
    write(this.#spoken, this.#context.rows.describe(this.#at).replaceAll('\n', ', '));
    this.#redraw();
  }

  #tools(): HTMLElement {
    const { host } = this.#context;
    const size = () => ({ width: Math.max(320, this.#stage.clientWidth), height: this.#chart.height });
    const option = () => {
      const frame = frameOption(this.#chart, this.#bounds, this.#bounds === this.#most);
      const sight = look(this.#points, this.#bounds, this.#plot);
      const whole = wholeOption(frame, sight, this.#plot, this.#bounds, this.#facet);
      return { ...this.#bind(whole), backgroundColor: colour('--surface') };
    };
    const save = (format: 'png' | 'svg' | 'csv', content: () => string | Uint8Array) => (): void =>
      host.post({ kind: 'save', name: `${fileName(this.#chart.title)}.${format}`, format, content: content() });
    return element(
      'div',
      { class: 'figure-tools', role: 'toolbar', 'aria-label': 'Chart' },
      iconButton('zoom-in', 'Zoom in (+)', () => this.#zoom(0.7)),
      iconButton('zoom-out', 'Zoom out (-)', () => this.#zoom(1 / 0.7)),
      iconButton('screen-normal', 'Show all (0)', () => this.#go(this.#most)),
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
        save('csv', () => tableCsv(this.#pointTable())),
      ),
      iconButton('copy', 'Copy what it says', () => host.post({ kind: 'copy', text: this.#chart.caption })),
    );
  }

  #pointTable() {
    const { rows } = this.#context;
    const columns = ['measurement', 'FLOP/byte', 'FLOP/s', 'median, ms', 'status'];
    const { intensity, flops, median } = rows.columns;
    const lines = Array.from(this.#points.members, (row) => [
      rows.name(row),
      intensity[row] as number,
      flops[row] as number,
      median[row] as number,
      rows.status(row),
    ]);
    return { columns, rows: lines, omitted: 0 };
  }
}

function resolved(name: string): string {
  return name.startsWith('var(') ? colour(name.slice(4, -1)) : name;
}

function count(value: number): string {
  return value.toLocaleString('en');
}

const directions: Readonly<Record<string, 'left' | 'right' | 'up' | 'down' | undefined>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
