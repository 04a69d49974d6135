// What is known of the chosen layer or node.
import { formatBytes } from '@edgewright/core/analysis/charts/format.js';
import { element } from '../shared/elements.ts';
import type { Row } from './rows.ts';

export function detailsElement(row: Row | undefined): HTMLElement {
  if (row === undefined) return element('p', { class: 'muted' }, 'Choose a layer or a node to read what it is.');
  const count = (value: number): string => value.toLocaleString('en');
  const bytes = (value: number): string => formatBytes(value) + (value < 1024 ? '' : ` (${count(value)} B)`);
  const { node } = row;
  return element(
    'div',
    {},
    element('h3', { class: 'details-name' }, node?.name || row.name),
    facts([
      ['op', row.op],
      ['layers', row.count === 1 ? '' : `${count(row.count)} equal ones`],
      ['nodes', row.nodes > 1 ? count(row.nodes) : ''],
      ['output', row.output],
      ['MACs', count(row.macs)],
      ['parameters', count(row.parameters)],
      ['weights', bytes(row.weightBytes)],
      ['activations', bytes(row.activationBytes)],
    ]),
    ...(node === undefined
      ? []
      : [
          part(
            'Inputs',
            node.inputs.map((input) => splitLast(input)),
          ),
          part('Attributes', node.attributes),
        ]),
  );
}

function part(title: string, entries: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'div',
    {},
    element('h4', {}, title),
    entries.length === 0 ? element('p', { class: 'muted' }, 'none') : facts(entries),
  );
}

function facts(entries: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...entries
      .filter(([, value]) => value !== '')
      .flatMap(([name, value]) => [element('dt', { class: 'muted' }, name), element('dd', {}, value)]),
  );
}

/** A name may hold spaces, a shape may not. */
function splitLast(text: string): readonly [string, string] {
  const at = text.lastIndexOf(' ');
  return at < 0 ? [text, 'shape not known'] : [text.slice(0, at), text.slice(at + 1)];
}
