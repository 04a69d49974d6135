// The search: what is typed, and steps from one match to the next.
import { element, iconButton, write } from '../shared/elements.ts';

export interface Search {
  readonly element: HTMLElement;
  readonly text: string;
  /** How many nodes match, and which of them is chosen, from 1; undefined for no search. */
  tell(matches: number | undefined, at: number): void;
  focus(): void;
}

export interface SearchActions {
  readonly onText: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

export function newSearch({ onText, onStep }: SearchActions): Search {
  const field = element('vscode-textfield', {
    placeholder: 'Search by op, name or tensor',
    class: 'search-field',
    oninput: onText,
    onkeydown: (event) => {
      const { key, shiftKey } = event as KeyboardEvent;
      if (key === 'Enter') onStep(shiftKey ? -1 : 1);
    },
  });
  field.label = 'Search by op, name or tensor';
  const count = element('span', { class: 'muted search-count', role: 'status' });
  const steps = element(
    'span',
    { class: 'search-steps' },
    iconButton('arrow-up', 'Previous match', () => onStep(-1)),
    iconButton('arrow-down', 'Next match', () => onStep(1)),
  );
  steps.hidden = true;
  return {
    element: element('div', { class: 'search', role: 'search' }, field, count, steps),
    get text() {
      return field.value;
    },
    tell(matches, at) {
      steps.hidden = !matches;
      if (matches === undefined) write(count, '');
      else if (matches === 0) write(count, 'none');
      else write(count, at > 0 ? `${at} of ${matches.toLocaleString('en')}` : `${matches.toLocaleString('en')} found`);
    },
    focus: () => field.wrappedElement.focus(),
  };
}
