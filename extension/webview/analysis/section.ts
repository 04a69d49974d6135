// One analysis on the page: its choices, what it says, its charts, and why there are none. It asks when it comes into
// sight and what it would show has changed.
import type { Chart } from '@edgewright/core/analysis/charts/chart.js';
import type { AnalysisBlock, AnalysisChart, AnalysisKind, AnalysisQuery, Fault } from '../../protocol.ts';
import { type ShownChart, showChart } from '../shared/chart.ts';
import { element } from '../shared/elements.ts';
import type { PartsHost } from '../shared/host.ts';
import type { Mark } from '../shared/marks.ts';
import { faultElement, noticeElement } from '../shared/notice.ts';
import { sentenceList } from '../shared/sentences.ts';
import { inTurn } from '../shared/turns.ts';
import { CloudFigure } from './cloud.ts';
import type { RunRows } from './rows.ts';
import { marksHolding, type Selection } from './selection.ts';

export interface SectionContext {
  readonly host: PartsHost;
  readonly rows: () => RunRows;
  readonly kept: () => Uint8Array;
  readonly selection: () => Selection | undefined;
  /** By row: common logarithms of intensity and FLOP/s. */
  readonly logs: () => { readonly x: Float64Array; readonly y: Float64Array };
  readonly ask: (
    query: AnalysisQuery,
    answered: (blocks: readonly AnalysisBlock[]) => void,
    refused: (fault: Fault) => void,
  ) => void;
  readonly onMark: (mark: Mark, block: AnalysisBlock) => void;
  readonly onRows: (rows: readonly number[]) => void;
  readonly isFiltered: () => boolean;
  readonly clearFilters: () => void;
}

interface ShownBlock {
  readonly element: HTMLElement;
  readonly shape: string;
  update(block: AnalysisBlock): void;
  highlight(selection: Selection | undefined): void;
  keep(kept: Uint8Array): void;
  dispose(): void;
}

export class Section {
  readonly element: HTMLElement;
  readonly kind: AnalysisKind;
  readonly #context: SectionContext;
  readonly #body = element('div', { class: 'section-body' });
  #query: AnalysisQuery | undefined;
  /** What is shown, and what is on its way. */
  #shownKey = '';
  #askedKey = '';
  #isSeen = false;
  #blocks: ShownBlock[] = [];

  constructor(kind: AnalysisKind, title: string, controls: readonly HTMLElement[], context: SectionContext) {
    this.kind = kind;
    this.#context = context;
    this.element = element(
      'section',
      { class: 'analysis-section is-empty', id: kind, 'aria-label': title },
      element('div', { class: 'section-head' }, element('h2', {}, title), ...controls),
      element('vscode-progress-bar', { class: 'section-busy', 'aria-label': `Computing: ${title}` }),
      this.#body,
    );
  }

  see(isSeen: boolean): void {
    this.#isSeen = isSeen;
    this.#askIfDue();
  }

  update(query: AnalysisQuery): void {
    this.#query = query;
    this.#askIfDue();
  }

  /** What is shown is of a run that is not open any more. */
  forget(): void {
    this.#shownKey = '';
    this.#askedKey = '';
    for (const block of this.#blocks) block.dispose();
    this.#blocks = [];
    this.#body.replaceChildren();
    this.element.classList.add('is-empty');
  }

  highlight(selection: Selection | undefined): void {
    for (const block of this.#blocks) block.highlight(selection);
  }

  /** The filters changed: clouds follow at once, the rest when it is computed. */
  keep(kept: Uint8Array): void {
    for (const block of this.#blocks) block.keep(kept);
  }

  #askIfDue(): void {
    if (this.#query === undefined) return;
    const key = JSON.stringify(this.#query);
    const isStale = key !== this.#shownKey;
    this.#body.classList.toggle('is-stale', isStale);
    if (!isStale || !this.#isSeen || key === this.#askedKey) return;
    this.#askedKey = key;
    this.element.classList.add('is-busy');
    this.#context.ask(
      this.#query,
      (blocks) => this.#done(key, () => this.#show(blocks)),
      (fault) => this.#done(key, () => this.#fail(fault)),
    );
  }

  #done(key: string, show: () => void): void {
    if (key !== this.#askedKey) return;
    this.#askedKey = '';
    this.#shownKey = key;
    this.element.classList.remove('is-busy');
    this.#body.classList.remove('is-stale');
    this.element.classList.remove('is-empty');
    show();
  }

  #fail(fault: Fault): void {
    for (const block of this.#blocks) block.dispose();
    this.#blocks = [];
    this.#body.replaceChildren(faultElement(fault));
  }

  #show(blocks: readonly AnalysisBlock[]): void {
    const isSame =
      blocks.length === this.#blocks.length && blocks.every((block, at) => shapeOf(block) === this.#blocks[at]?.shape);
    if (isSame && blocks.length > 0) {
      for (const [at, block] of blocks.entries()) (this.#blocks[at] as ShownBlock).update(block);
      return;
    }
    for (const block of this.#blocks) block.dispose();
    this.#blocks = blocks.map((block, at) => showBlock(block, `${this.kind} ${at}`, this.#context));
    this.#body.replaceChildren(...this.#blocks.map((block) => block.element));
  }
}

/** Blocks of one shape are updated in place. */
function shapeOf({ title, charts }: AnalysisBlock): string {
  return JSON.stringify([title, charts.map(({ kind, chart }) => [kind, chart.kind, chart.half])]);
}

/** Sentences of a block before one asks for the rest. */
const sentencesShown = 3;

function showBlock(first: AnalysisBlock, key: string, context: SectionContext): ShownBlock {
  let block = first;
  const said = element('div', {});
  const refused = element('div', {});
  const figures = element('div', { class: 'figures' });
  const heading = first.title === '' ? 3 : 4;
  const charts: (ShownFigure | undefined)[] = first.charts.map(() => undefined);
  let isOver = false;
  const write = (): void => {
    said.replaceChildren(...sentenceParts(block, context.host));
    refused.replaceChildren(...block.refusals.map((refusal) => refusalElement(refusal, context)));
    for (const [at, chart] of block.charts.entries()) {
      // One figure a frame: laying out several at once would hold it up.
      inTurn(`${key} ${at}`, () => {
        if (isOver) return;
        const shown = charts[at];
        if (shown === undefined) {
          charts[at] = showFigure(figures, chart, heading, context, () => block);
          if (context.selection() !== undefined) charts[at].highlight(context.selection());
        } else shown.update(chart);
      });
    }
  };
  const shown: ShownBlock = {
    element: element(
      'div',
      { class: 'block' },
      first.title === '' ? undefined : element('h3', {}, first.title),
      said,
      figures,
      refused,
    ),
    shape: shapeOf(first),
    update(next) {
      block = next;
      write();
    },
    highlight(selection) {
      for (const [at, chart] of charts.entries()) {
        inTurn(`${key} ${at} highlight`, () => {
          if (!isOver) chart?.highlight(selection);
        });
      }
    },
    keep(kept) {
      for (const chart of charts) chart?.keep(kept);
    },
    dispose() {
      isOver = true;
      for (const chart of charts) chart?.dispose();
    },
  };
  // Room for the figures, so that what is below does not come into sight only to be pushed out of it.
  figures.style.minHeight = `${first.charts.length === 0 ? 0 : roomOf(first.charts)}px`;
  write();
  return shown;
}

function roomOf(charts: readonly AnalysisChart[]): number {
  return charts.reduce((sum, { chart }) => sum + (chart.half ? 0.5 : 1) * (chart.height + 80), 0);
}

function sentenceParts({ sentences }: AnalysisBlock, host: PartsHost): readonly HTMLElement[] {
  if (sentences.length === 0) return [];
  const rest = sentences.slice(sentencesShown);
  if (rest.length < 2) return [sentenceList(sentences, host)];
  return [
    sentenceList(sentences.slice(0, sentencesShown), host),
    element('details', {}, element('summary', {}, `${rest.length} more sentences`), sentenceList(rest, host)),
  ];
}

function refusalElement(
  { reason, fix }: AnalysisBlock['refusals'][number],
  { isFiltered, clearFilters }: SectionContext,
): HTMLElement {
  const action = isFiltered()
    ? [element('vscode-button', { secondary: true, onclick: clearFilters }, 'Clear all filters')]
    : [];
  return noticeElement({ icon: 'info', title: reason, text: fix }, ...action);
}

interface ShownFigure {
  update(chart: AnalysisChart): void;
  highlight(selection: Selection | undefined): void;
  keep(kept: Uint8Array): void;
  dispose(): void;
}

function showFigure(
  place: HTMLElement,
  first: AnalysisChart,
  heading: 3 | 4,
  context: SectionContext,
  block: () => AnalysisBlock,
): ShownFigure {
  if (first.kind === 'cloud') {
    const { host, onRows, rows } = context;
    const figure = new CloudFigure(
      { host, rows: rows(), ...context.logs(), onSelect: onRows, heading },
      first.chart,
      first.cloud,
      context.kept(),
      context.selection(),
    );
    place.append(figure.element);
    return {
      update(next) {
        if (next.kind === 'cloud') figure.update(next.chart, next.cloud, context.kept());
      },
      highlight: (selection) => figure.select(selection),
      keep: (kept) => figure.keep(kept),
      dispose: () => figure.dispose(),
    };
  }
  const shown: ShownChart = showChart(place, first.chart, {
    host: context.host,
    heading,
    onSelect: (mark) => context.onMark(mark, block()),
    describeRow: (row) => context.rows().describe(row),
  });
  const draw = (chart: Chart): void => shown.update(chart);
  return {
    update: ({ chart }) => draw(chart),
    highlight(selection) {
      shown.highlight(selection && marksHolding(selection, context.rows(), block().columns));
    },
    keep() {},
    dispose: () => shown.dispose(),
  };
}
