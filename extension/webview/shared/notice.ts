// What stands where there is nothing to show yet, or something went wrong: what it is, and what to do.
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { Fault } from '../../protocol.ts';
import { element } from './elements.ts';

export interface Notice {
  /** A codicon. */
  readonly icon: string;
  readonly title: string;
  readonly text: string;
  readonly tone?: 'plain' | 'bad' | 'warn';
}

export function noticeElement(
  { icon, title, text, tone = 'plain' }: Notice,
  ...actions: readonly HTMLElement[]
): HTMLElement {
  return element(
    'div',
    { class: `notice notice-${tone}`, role: tone === 'bad' ? 'alert' : undefined },
    element('vscode-icon', { name: icon, size: 24, 'aria-hidden': 'true' }),
    element('div', {}, element('p', { class: 'notice-title' }, title), element('p', {}, text), ...actions),
  );
}

/** Of a document with errors: the first of them, and how many more. */
export function invalidElement(title: string, diagnostics: readonly Diagnostic[]): HTMLElement {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length > 1 ? ` And ${errors.length - 1} more.` : '';
  const text = first === undefined ? '' : `${first.message} ${first.fix}${more}`;
  return noticeElement({ icon: 'warning', title, text, tone: 'warn' });
}

export function faultElement(fault: Fault): HTMLElement {
  return noticeElement({ icon: 'error', title: fault.message, text: `${fault.fix} (${fault.code})`, tone: 'bad' });
}
