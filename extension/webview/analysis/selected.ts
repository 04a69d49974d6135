// The bar that says what is selected and what can be done with it.
import { element, write } from '../shared/elements.ts';

export interface SelectedActions {
  readonly show: () => void;
  readonly filter: () => void;
  readonly copy: () => void;
  readonly clear: () => void;
}

export interface SelectedBar {
  readonly element: HTMLElement;
  /** Undefined: nothing is selected. */
  tell(count: number | undefined): void;
}

export function selectedBar(actions: SelectedActions): SelectedBar {
  const said = element('span', { role: 'status', class: 'selected-count' });
  const button = (text: string, title: string, onclick: () => void) =>
    element('vscode-button', { secondary: true, title, onclick }, text);
  const bar = element(
    'div',
    { class: 'selected-tools', role: 'toolbar', 'aria-label': 'Selection', hidden: true },
    button('Show', 'Show them one after another', actions.show),
    button('Filter to These Levels', 'Keep the levels that occur among them', actions.filter),
    button('Copy', 'Copy them as a table', actions.copy),
    button('Clear', 'Select nothing (Esc)', actions.clear),
  );
  const place = element('div', { class: 'selected-place' }, said, bar);
  return {
    element: place,
    tell(count) {
      bar.hidden = count === undefined;
      place.classList.toggle('is-shown', count !== undefined);
      const noun = count === 1 ? 'measurement' : 'measurements';
      write(said, count === undefined ? '' : `${count.toLocaleString('en')} ${noun} selected`);
    },
  };
}
