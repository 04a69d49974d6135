// Pieces that the columns of the simulator are made of.
import type { Fault } from '../../protocol.ts';
import { element } from '../shared/elements.ts';
import { scriptLineOf } from './words.ts';

/** Lines from 1. */
export type ShowScript = (line: number) => void;

/** Rows of a list that are shown. */
export const mostRows = 50;

export function more(count: number): HTMLElement | undefined {
  return count > mostRows ? element('p', { class: 'note' }, `${count - mostRows} more are not shown.`) : undefined;
}

/** A titled part of a firing; none without a title. */
export function part(title: string | undefined, content: HTMLElement): HTMLElement | undefined {
  return title === undefined ? undefined : element('div', { class: 'firing-part' }, element('h4', {}, title), content);
}

export function facts(entries: readonly (readonly [string, string])[]): HTMLElement {
  return element(
    'dl',
    { class: 'facts' },
    ...entries.flatMap(([name, value]) => [element('dt', { class: 'muted' }, name), element('dd', {}, value)]),
  );
}

/** Leads to where the script failed; none where it is not the script that did. */
export function scriptButton(fault: Fault, showScript: ShowScript): HTMLElement | undefined {
  const line = scriptLineOf(fault);
  if (line === undefined) return undefined;
  return element('vscode-button', { secondary: true, onclick: () => showScript(line) }, 'Show the script');
}
