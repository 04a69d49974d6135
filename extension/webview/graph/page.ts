// The panel of the graph view: the nodes of one stage as a list and as a drawing, and what is known of the chosen one.
import { type Stage, type StageName, stageNames } from '../../protocol.ts';
import { choice } from '../shared/choice.ts';
import { element, write } from '../shared/elements.ts';
import { type DetailsInput, detailsElement, type Link } from './details.ts';
import { newDrawing } from './drawing.ts';
import { type Figure, type FigureName, figureNames, figureOf } from './figures.ts';
import { newList } from './list.ts';
import { type Measured, nothingMeasured } from './measured.ts';
import { counterpart, find, holdersOf, readersOf } from './rows.ts';
import { newSearch } from './search.ts';
import { totalsText } from './totals.ts';

export interface StagePage {
  readonly element: HTMLElement;
  /** All stages that are known, and which of them is looked at. The node that does the same work stays chosen. */
  show(stages: ReadonlyMap<StageName, Stage>, name: StageName): void;
  showMeasured(measured: Measured): void;
  /** Puts the cursor into the search. */
  search(): void;
  /** Once it is known of the stage. */
  showFigure(name: FigureName): void;
  /** What was chosen before the page was hidden. */
  restore(picked: Picked): void;
  /** The first node of the stage that comes from this node of the file. */
  pickNode(index: number): void;
}

export interface PageActions {
  readonly onStage: (name: StageName) => void;
  readonly onPick: (picked: Picked) => void;
  readonly onCopy: (text: string) => void;
}

/** What is remembered of a choice. */
export interface Picked {
  readonly place: number | undefined;
  readonly figure: FigureName;
}

export function newPage({ onStage, onPick, onCopy }: PageActions): StagePage {
  let stages: ReadonlyMap<StageName, Stage> = new Map();
  let stage: Stage | undefined;
  let readers: readonly (readonly number[])[] = [];
  let found: ReadonlySet<number> | undefined;
  let place: number | undefined;
  let figureName: FigureName = 'macs';
  let measured = nothingMeasured;

  const list = newList((at) => pick(at));
  const drawing = newDrawing((at) => pick(at));
  const figures = choice<FigureName>('Bars', (name) => {
    figureName = name;
    refresh();
    tell();
  });
  const search = newSearch({
    onText: () => {
      found = stage && find(stage, search.text);
      refresh();
    },
    onStep: (step) => {
      const matches = list.places.filter((at) => found?.has(at));
      if (matches.length === 0) return;
      const at = matches.indexOf(place ?? -1);
      pick(matches[at < 0 ? (step > 0 ? 0 : matches.length - 1) : (at + step + matches.length) % matches.length]);
    },
  });
  const totals = element('p', { class: 'muted graph-totals', role: 'status' });
  const aside = element('aside', { class: 'graph-details', 'aria-label': 'Details', tabindex: 0 });

  const figure = (): Figure | undefined => {
    if (stage === undefined) return undefined;
    if (figureName === 'macs' || figureName === 'bytes') return figureOf(stage, figureName);
    return measured.figure(stage, figureName) ?? figureOf(stage, 'macs');
  };
  const refresh = (): void => {
    const shown = figure();
    if (stage === undefined || shown === undefined) return;
    const offered = (Object.keys(figureNames) as FigureName[]).filter(
      (name) => name === 'macs' || name === 'bytes' || measured.figure(stage!, name) !== undefined,
    );
    figures.offer(
      offered.map((name) => ({ value: name, text: figureNames[name] })),
      offered.includes(figureName) ? figureName : 'macs',
    );
    const runs = stage;
    list.show(stage, {
      figure: shown,
      found,
      runOf: (at) => measured.run(runs, at) ?? runs.nodes[at]?.run,
    });
    drawing.show(stage, shown, found);
    write(totals, totalsText(stage));
    tellMatches();
    tellDetails();
  };
  const tellMatches = (): void => {
    const matches = found === undefined ? undefined : list.places.filter((at) => found?.has(at));
    search.tell(matches?.length, (matches?.indexOf(place ?? -1) ?? -1) + 1);
  };
  const detailsOf = (of: Stage, at: number): DetailsInput => ({
    stage: of,
    place: at,
    readers: readers[at] ?? [],
    others: othersOf(stages, of, at),
    measured: measured.facts(of, at),
  });
  const tellDetails = (): void => {
    const actions = { pick, goTo, copy: onCopy };
    const input = stage === undefined || place === undefined ? undefined : detailsOf(stage, place);
    aside.replaceChildren(detailsElement(input, actions));
    aside.scrollTop = 0;
  };
  const tell = (): void => onPick({ place, figure: figureName });
  const pick = (at: number | undefined): void => {
    place = at;
    list.pick(at);
    // What is inside another is drawn as that.
    drawing.pick(stage === undefined || at === undefined ? undefined : (holdersOf(stage, at)[0] ?? at));
    tellMatches();
    tellDetails();
    tell();
  };
  const goTo = (name: StageName, at: number): void => {
    onStage(name);
    pick(at);
  };

  return {
    element: element(
      'div',
      { class: 'graph-panel' },
      element('div', { class: 'part-head graph-tools' }, search.element, figures.element, totals),
      element('div', { class: 'graph-body' }, list.element, drawing.element, aside),
    ),
    show(known, name) {
      const next = known.get(name);
      const before = place === undefined ? undefined : stage?.nodes[place];
      const isSameGraph = stage?.name === name && stage.nodes.length === next?.nodes.length;
      stages = known;
      if (next === undefined || next === stage) return tellDetails();
      stage = next;
      readers = readersOf(stage);
      found = find(stage, search.text);
      if (!isSameGraph) place = before && counterpart(before, stage);
      refresh();
      pick(place);
    },
    showMeasured(now) {
      measured = now;
      refresh();
    },
    search: () => search.focus(),
    showFigure(name) {
      figureName = name;
      refresh();
      tell();
    },
    restore({ place: at, figure: name }) {
      figureName = name;
      refresh();
      if (at !== undefined && stage?.nodes[at] !== undefined) pick(at);
    },
    pickNode(index) {
      const at = stage?.nodes.findIndex(({ from }) => from.includes(index)) ?? -1;
      if (at >= 0) pick(at);
    },
  };
}

function othersOf(
  stages: ReadonlyMap<StageName, Stage>,
  { name, nodes }: Stage,
  place: number,
): readonly { readonly stage: StageName; readonly nodes: readonly Link[] }[] {
  const from = new Set(nodes[place]!.from);
  if (from.size === 0) return [];
  return stageNames.flatMap((other) => {
    const stage = stages.get(other);
    if (other === name || stage === undefined) return [];
    const links = stage.nodes.flatMap((node, at) =>
      node.depth === 0 && node.from.some((index) => from.has(index)) ? [{ place: at, node }] : [],
    );
    return [{ stage: other, nodes: links }];
  });
}
