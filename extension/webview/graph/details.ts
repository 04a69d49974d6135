// What is known of the chosen node: what it is, what it reads and makes, how it runs, and where it comes from.
import { formatBytes } from '@edgewright/core/analysis/charts/format.js';
import type { FactGroup, Stage, StageName, StageNode } from '../../protocol.ts';
import { element, iconButton } from '../shared/elements.ts';

export interface DetailsInput {
  readonly stage: Stage;
  readonly place: number;
  readonly readers: readonly number[];
  /** The same work in other stages. */
  readonly others: readonly { readonly stage: StageName; readonly nodes: readonly Link[] }[];
  /** What was measured of it. */
  readonly measured: readonly FactGroup[];
}

export interface Link {
  readonly place: number;
  readonly node: StageNode;
}

export interface DetailsActions {
  readonly pick: (place: number) => void;
  readonly goTo: (stage: StageName, place: number) => void;
  readonly copy: (text: string) => void;
}

/** Links of one list that are shown. */
const mostLinks = 12;

export function detailsElement(input: DetailsInput | undefined, { pick, goTo, copy }: DetailsActions): HTMLElement {
  if (input === undefined)
    return element('p', { class: 'muted' }, 'Choose a node in the list or in the drawing to read what it is.');
  const { stage, place, readers, others, measured } = input;
  const node = stage.nodes[place]!;
  const linkTo = (at: number): Link => ({ place: at, node: stage.nodes[at]! });
  return element(
    'div',
    {},
    element(
      'div',
      { class: 'details-head' },
      element('h3', { class: 'details-name' }, node.name),
      iconButton('copy', 'Copy the name', () => copy(node.name)),
    ),
    facts([
      ['op', node.op],
      ['output', node.output],
      ['MACs', node.macs === 0 ? '' : node.macs.toLocaleString('en')],
      [stage.name === 'original' ? 'bytes made' : 'bytes moved', node.bytes === 0 ? '' : bytesText(node.bytes)],
      ...runFacts(node.run),
    ]),
    ...measured.map(groupElement),
    ...node.facts.filter(({ entries }) => entries.length > 0).map(groupElement),
    linksElement('Reads from', [...new Set(node.sources)].map(linkTo), pick),
    linksElement('Is read by', readers.map(linkTo), pick),
    ...others.map(({ stage: name, nodes }) => linksElement(titles[name], nodes, (at) => goTo(name, at))),
  );
}

const titles: Readonly<Record<StageName, string>> = {
  original: 'Nodes of the file',
  decomposed: 'Decomposed into',
  merged: 'Merged into',
  planned: 'Planned as',
};

function runFacts(run: StageNode['run']): FactGroup['entries'] {
  if (run === undefined) return [];
  const on = { wasm: 'WebAssembly', host: 'the interpreter', external: 'another runtime' }[run.by];
  return [
    ['runs on', on],
    ['algorithm', run.algorithms.join(', ')],
    ['reason', run.reason ?? ''],
  ];
}

function bytesText(bytes: number): string {
  return bytes < 1024 ? formatBytes(bytes) : `${formatBytes(bytes)} (${bytes.toLocaleString('en')} B)`;
}

function groupElement({ title, entries }: FactGroup): HTMLElement {
  return element('div', {}, element('h4', {}, title), facts(entries));
}

function facts(entries: FactGroup['entries']): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...entries
      .filter(([name, value]) => value !== '' || name === 'left out')
      .flatMap(([name, value]) => [element('dt', { class: 'muted', title: name }, name), element('dd', {}, value)]),
  );
}

function linksElement(
  title: string,
  links: readonly Link[],
  onPress: (place: number) => void,
): HTMLElement | undefined {
  if (links.length === 0) return undefined;
  const shown = links.slice(0, mostLinks);
  const rest = links.length - shown.length;
  return element(
    'div',
    {},
    element('h4', {}, title),
    element(
      'ul',
      { class: 'details-links' },
      ...shown.map(({ place, node }) =>
        element(
          'li',
          {},
          element(
            'button',
            { class: 'link', onclick: () => onPress(place), title: node.name },
            `${node.op} ${node.name}`,
          ),
        ),
      ),
      rest === 0 ? undefined : element('li', { class: 'muted' }, `and ${rest.toLocaleString('en')} more`),
    ),
  );
}
