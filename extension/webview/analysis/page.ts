// The analysis of a run: what the reader chooses here, every part of the page follows.
import type { AnalysisKind, Overview, ToRunView } from '../../protocol.ts';
import type { Choice } from '../shared/choice.ts';
import { element, iconButton } from '../shared/elements.ts';
import type { RunHost } from '../shared/host.ts';
import { faultElement, noticeElement } from '../shared/notice.ts';
import type { Page } from '../shared/page.ts';
import { inTurn } from '../shared/turns.ts';
import { createAsker } from './asker.ts';
import { type Chips, filterChips } from './chips.ts';
import { type Choices, createChoices } from './choices.ts';
import { createDetails } from './details.ts';
import { facetPanel } from './facets.ts';
import { createMeasurements } from './measurements.ts';
import { pageNav } from './nav.ts';
import { type RunRows, runRows } from './rows.ts';
import { rowsAsCsv, rowsAsText } from './rowtext.ts';
import { Section, type SectionContext } from './section.ts';
import { selectedBar } from './selected.ts';
import { levelsAmong, levelsOfMark, rowsOfMark, type Selection, selectionOf } from './selection.ts';
import { defaultSettings, queryOf, type Settings, settingsFrom } from './settings.ts';
import { createSummary } from './summary.ts';
import { replaced, type Tally, tally } from './tally.ts';

export function createAnalysisPage(host: RunHost<ToRunView>): Page<ToRunView> {
  return new AnalysisPage(host);
}

/** Milliseconds without a change before the headline, the costliest answer, is asked for. */
const headlinePatience = 700;
/** Rows of a selection that are copied at most. */
const copyLimit = 10_000;

class AnalysisPage implements Page<ToRunView> {
  readonly element: HTMLElement;
  readonly #host: RunHost<ToRunView>;
  readonly #asker;
  readonly #summary;
  readonly #facets;
  readonly #chips: Chips;
  readonly #measurements;
  readonly #details;
  readonly #selected;
  readonly #sections: readonly Section[];
  readonly #choices: Choices;
  readonly #notice = element('div', { class: 'analysis-notice' });
  readonly #grown = element('div', { class: 'grown', role: 'status', hidden: true });
  readonly #body: HTMLElement;
  readonly #main: HTMLElement;
  readonly #filterButton;
  #overview: Overview | undefined;
  #rows: RunRows | undefined;
  #logs: { readonly x: Float64Array; readonly y: Float64Array } | undefined;
  #tally: Tally | undefined;
  #settings: Settings = defaultSettings;
  #selection: Selection | undefined;
  #isAsked = false;
  /** Results told live since the run was opened, and how many of them were when the overview was asked for. */
  #heard = 0;
  #shownOf = 0;
  /** Results are told from the first of the run on, for the plan was; else since this page is there. */
  #hearsAll = false;
  #headline: ReturnType<typeof setTimeout> | undefined;

  constructor(host: RunHost<ToRunView>) {
    this.#host = host;
    this.#asker = createAsker(host);
    this.#summary = createSummary(host, (code) =>
      this.#change({ filter: { ...this.#settings.filter, status: [code] } }),
    );
    this.#facets = facetPanel({
      filter: (filter) => this.#change({ filter }),
      fold: (folded) => this.#change({ folded }),
    });
    this.#chips = filterChips({
      remove: (name) => this.#change({ filter: replaced(this.#settings.filter, name, undefined) }),
      clear: () => this.#change({ filter: {} }),
    });
    this.#choices = createChoices({ current: () => this.#settings, change: (settings) => this.#change(settings) });
    this.#details = createDetails({
      host,
      name: (row) => this.#rows?.configuration(row) ?? '',
      ask: (row, answer, refuse) =>
        this.#asker.ask({ kind: 'measurement', row }, { answer: ({ measurement }) => answer(measurement), refuse }),
      onShow: (row) => {
        this.element.classList.toggle('has-details', row !== undefined);
        if (row !== undefined) this.#measurements.reveal(row);
      },
    });
    this.#measurements = createMeasurements(
      (row) => this.#choose([row]),
      [
        element(
          'vscode-button',
          {
            secondary: true,
            icon: 'export',
            title: 'Save the measurements kept as CSV',
            onclick: () => this.#export(),
          },
          'Export CSV',
        ),
      ],
    );
    this.#selected = selectedBar({
      show: () => this.#showSelected(),
      filter: () => this.#filterToSelected(),
      copy: () => this.#copySelected(),
      clear: () => this.#select(undefined),
    });
    const context = this.#sectionContext();
    const { x, y, boxplot, comparison, levels, roofline } = this.#choices;
    const section = (kind: AnalysisKind, title: string, ...controls: readonly Choice<string>[]) =>
      new Section(
        kind,
        title,
        controls.map((control) => control.element),
        context,
      );
    this.#sections = [
      section('heatmap', 'Heat map', x, y),
      section('regression', 'Which parameters matter'),
      section('roofline', 'Roofline', roofline),
      section('boxplot', 'Distributions', boxplot),
      section('coverage', 'Coverage'),
      section('comparison', 'Comparison', comparison, levels),
      section('ablation', 'Optimisations'),
    ];
    this.#filterButton = iconButton('filter', 'Filters', () =>
      this.#change({ isFiltering: !this.#settings.isFiltering }),
    );
    this.#main = element(
      'div',
      { class: 'analysis-main', tabindex: -1 },
      this.#summary.element,
      ...this.#sections.map((part) => part.element),
      this.#measurements.element,
    );
    this.#body = element(
      'div',
      { class: 'analysis-body', hidden: true },
      this.#facets.element,
      element('div', { class: 'analysis-center' }, this.#notice, this.#main, this.#selected.element),
      this.#details.element,
    );
    this.element = element(
      'div',
      { class: 'analysis', onkeydown: (event) => this.#press(event as KeyboardEvent) },
      element('div', { class: 'analysis-wait', role: 'status' }, 'Reading the run …'),
      this.#body,
    );
    this.element.prepend(this.#toolbar(), this.#grown);
    this.#watchSections();
  }

  show(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#askOverview();
  }

  hear(message: ToRunView): void {
    this.#asker.hear(message);
    if (message.kind === 'opened') {
      this.#heard = 0;
      this.#shownOf = 0;
      this.#hearsAll = false;
      if (this.#isAsked) this.#askOverview();
    }
    if (message.kind === 'plan') this.#hearsAll = true;
    if (message.kind === 'results') {
      this.#heard += message.results.slot.length;
      this.#tellGrown();
    }
  }

  #toolbar(): HTMLElement {
    const { model, metric } = this.#choices;
    return element(
      'div',
      { class: 'analysis-head', hidden: true },
      element(
        'div',
        { class: 'analysis-tools' },
        this.#filterButton,
        model.element,
        metric.element,
        pageNav(this.#main, [
          ['summary', 'Summary'],
          ['heatmap', 'Heat map'],
          ['regression', 'Parameters'],
          ['roofline', 'Roofline'],
          ['boxplot', 'Distributions'],
          ['coverage', 'Coverage'],
          ['comparison', 'Comparison'],
          ['ablation', 'Optimisations'],
          ['measurements', 'Measurements'],
        ]),
        iconButton('discard', 'Reset filters and choices', () => this.#reset()),
      ),
      this.#chips.element,
    );
  }

  #watchSections(): void {
    const seen = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          this.#sections.find((section) => section.element === target)?.see(isIntersecting);
        }
      },
      { root: this.#main, rootMargin: '300px' },
    );
    for (const section of this.#sections) seen.observe(section.element);
  }

  #askOverview(): void {
    this.#shownOf = this.#heard;
    this.#asker.forget();
    this.#asker.ask(
      { kind: 'overview' },
      { answer: ({ overview }) => this.#open(overview), refuse: (fault) => this.#wait(faultElement(fault), true) },
    );
  }

  /** What stands in place of the page. */
  #wait(content: HTMLElement, hasRetry: boolean): void {
    const place = this.element.querySelector('.analysis-wait') as HTMLElement;
    const retry = element('vscode-button', { secondary: true, onclick: () => this.#askOverview() }, 'Look Again');
    place.replaceChildren(content, ...(hasRetry ? [retry] : []));
    place.hidden = false;
    this.#body.hidden = true;
    this.#head.hidden = true;
  }

  get #head(): HTMLElement {
    return this.element.querySelector('.analysis-head') as HTMLElement;
  }

  #open(overview: Overview): void {
    this.#grown.hidden = true;
    this.#details.close();
    this.#selection = undefined;
    this.#selected.tell(undefined);
    this.#overview = overview;
    if (overview.rows.count === 0) {
      const text = 'The first appears here as soon as a device has measured it. The live page shows how far it is.';
      this.#wait(noticeElement({ icon: 'graph', title: 'No point is measured yet', text }), true);
      return;
    }
    const rows = runRows(overview);
    const isFirst = this.#rows === undefined;
    this.#rows = rows;
    this.#logs = { x: rows.columns.intensity.map(Math.log10), y: rows.columns.flops.map(Math.log10) };
    this.#settings = settingsFrom(isFirst ? this.#host.recall('analysis') : this.#settings, rows);
    (this.element.querySelector('.analysis-wait') as HTMLElement).hidden = true;
    this.#body.hidden = false;
    this.#head.hidden = false;
    for (const section of this.#sections) section.forget();
    this.#offerAblation(overview.axes.some(({ name }) => name === 'ablation'));
    this.#summary.open(overview);
    this.#measurements.open(rows);
    this.#measurements.select(undefined);
    this.#follow(true);
  }

  /** Few runs ablate anything: the others are spared a section that says so. */
  #offerAblation(isThere: boolean): void {
    const section = this.#sections.find(({ kind }) => kind === 'ablation');
    if (section !== undefined) section.element.hidden = !isThere;
    const link = this.#head.querySelector<HTMLElement>('[data-section="ablation"]');
    if (link !== null) link.hidden = !isThere;
  }

  #change(change: Partial<Settings>): void {
    const before = this.#settings;
    this.#settings = { ...before, ...change };
    this.#host.remember('analysis', this.#settings);
    this.#follow(change.filter !== undefined);
  }

  #reset(): void {
    const { isFiltering, folded } = this.#settings;
    this.#select(undefined);
    this.#change({ ...defaultSettings, isFiltering, folded });
  }

  /** Every part after the settings. */
  #follow(isFiltered: boolean): void {
    const { isFiltering } = this.#settings;
    this.#facets.element.hidden = !isFiltering;
    this.#filterButton.setAttribute('aria-pressed', String(isFiltering));
    inTurn('choices', () => {
      if (this.#overview !== undefined) this.#choices.offer(this.#overview, this.#settings);
    });
    if (isFiltered) inTurn('tally', () => this.#count());
    else inTurn('facets', () => this.#updateFacets());
    inTurn('ask', () => this.#askAll());
  }

  #count(): void {
    const rows = this.#needRows();
    const { filter } = this.#settings;
    const counted = tally(rows, filter);
    this.#tally = counted;
    this.#updateFacets();
    this.#chips.update(rows, filter);
    const all = this.#overview === undefined ? 0 : this.#overview.counts.measurements + this.#overview.counts.failures;
    this.#summary.count(counted.count, all);
    this.#tellEmpty(counted.count === 0);
    inTurn('table', () => this.#measurements.keep(counted.kept));
    for (const section of this.#sections) {
      inTurn(`keep ${section.kind}`, () => section.keep(counted.kept));
    }
    clearTimeout(this.#headline);
    if (counted.count === 0) return;
    this.#summary.wait();
    this.#headline = setTimeout(() => this.#askHeadline(), headlinePatience);
  }

  #updateFacets(): void {
    if (this.#tally === undefined) return;
    const { filter, folded } = this.#settings;
    this.#facets.update({ rows: this.#needRows(), tally: this.#tally, filter, folded });
  }

  #tellEmpty(isEmpty: boolean): void {
    this.#main.classList.toggle('is-nothing', isEmpty);
    if (!isEmpty) {
      this.#notice.replaceChildren();
      return;
    }
    this.#notice.replaceChildren(
      noticeElement(
        {
          icon: 'filter',
          title: 'No measurement passes the filters',
          text: 'Every measurement lacks at least one of the levels chosen.',
        },
        element('vscode-button', { onclick: () => this.#change({ filter: {} }) }, 'Clear All Filters'),
      ),
    );
  }

  #askAll(): void {
    if (this.#tally?.count === 0) return;
    for (const section of this.#sections) section.update(queryOf(section.kind, this.#settings));
  }

  #askHeadline(): void {
    const { filter } = this.#settings;
    this.#asker.ask(
      { kind: 'headline', filter },
      { answer: ({ sentences }) => this.#summary.say(sentences), refuse: () => this.#summary.say([]) },
    );
  }

  #sectionContext(): SectionContext {
    return {
      host: this.#host,
      rows: () => this.#needRows(),
      kept: () => this.#tally?.kept ?? new Uint8Array(0),
      selection: () => this.#selection,
      logs: () => this.#logs ?? { x: new Float64Array(0), y: new Float64Array(0) },
      ask: (query, answered, refused) =>
        this.#asker.ask({ kind: 'charts', query }, { answer: ({ blocks }) => answered(blocks), refuse: refused }),
      onMark: (mark, block) => {
        const found = rowsOfMark(mark, this.#needRows(), this.#tally?.kept ?? new Uint8Array(0), block.columns);
        this.#choose(found, levelsOfMark(mark, this.#needRows()));
      },
      onRows: (rows) => this.#choose(rows),
      isFiltered: () => Object.keys(this.#settings.filter).length > 0,
      clearFilters: () => this.#change({ filter: {} }),
    };
  }

  /** One row is shown at once; several become the selection. */
  #choose(rows: readonly number[], levels: Selection['levels'] = undefined): void {
    this.#select(selectionOf(rows, this.#needRows().count, levels));
    const [only] = rows;
    if (rows.length === 1 && only !== undefined) this.#details.open(only, [only]);
    else if (this.#details.isOpen && only !== undefined) this.#details.open(only, this.#selection?.rows ?? []);
  }

  #select(selection: Selection | undefined): void {
    if (selection === undefined) this.#details.close();
    if (selection === undefined && this.#selection === undefined) return;
    this.#selection = selection;
    this.#selected.tell(selection?.rows.length);
    for (const section of this.#sections) section.highlight(selection);
    inTurn('select table', () => this.#measurements.select(selection));
  }

  #showSelected(): void {
    const first = this.#selection?.rows[0];
    if (first !== undefined && this.#selection !== undefined) this.#details.open(first, this.#selection.rows);
  }

  #filterToSelected(): void {
    const selection = this.#selection;
    if (selection === undefined) return;
    const { filter } = this.#settings;
    const chosen = selection.levels ?? {};
    const isSeveral = (name: string) => (this.#needRows().facet(name)?.levels.length ?? 0) > 1;
    const exact = Object.fromEntries(
      Object.entries(chosen).flatMap(([name, level]) => (isSeveral(name) ? [[name, [level]]] : [])),
    );
    const levels = selection.levels === undefined ? levelsAmong(selection, this.#needRows()) : exact;
    this.#select(undefined);
    this.#change({ filter: { ...filter, ...levels } });
  }

  #copySelected(): void {
    if (this.#selection === undefined) return;
    this.#host.post({ kind: 'copy', text: rowsAsText(this.#needRows(), this.#selection.rows.subarray(0, copyLimit)) });
  }

  #export(): void {
    const rows = this.#needRows();
    const kept = this.#tally?.kept ?? new Uint8Array(0);
    const name = `${this.#overview?.title ?? 'run'}-measurements.csv`;
    rowsAsCsv(rows, kept, (content) => this.#host.post({ kind: 'save', name, format: 'csv', content }));
  }

  #tellGrown(): void {
    if (this.#overview === undefined) return;
    const { count } = this.#overview.rows;
    const rows = this.#heard - (this.#hearsAll ? Math.max(this.#shownOf, count) : this.#shownOf);
    if (rows <= 0) return;
    if (count === 0) {
      this.#askOverview();
      return;
    }
    this.#grown.hidden = false;
    this.#grown.replaceChildren(
      element('span', {}, `${rows.toLocaleString('en')} new ${rows === 1 ? 'measurement' : 'measurements'}.`),
      element('vscode-button', { secondary: true, onclick: () => this.#askOverview() }, 'Show Them'),
    );
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.#details.isOpen) this.#details.close();
    else if (this.#selection !== undefined) this.#select(undefined);
    else return;
    event.preventDefault();
  }

  #needRows(): RunRows {
    if (this.#rows === undefined) throw new Error('No run is open.');
    return this.#rows;
  }
}
