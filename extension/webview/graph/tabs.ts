// Tabs over one panel: the stages, and what was measured.
import { element } from '../shared/elements.ts';

export interface Tab<Name extends string> {
  readonly name: Name;
  readonly text: string;
  /** Beside the text; empty for none. */
  readonly count: string;
}

export interface Tabs<Name extends string> {
  readonly element: HTMLElement;
  show(tabs: readonly Tab<Name>[], chosen: Name): void;
}

/** [WAI-ARIA Authoring Practices, Tabs]: one stop, arrow keys choose. `panel` is the id of what the tabs show. */
export function newTabs<Name extends string>(panel: string, onChoose: (name: Name) => void): Tabs<Name> {
  let known: readonly Tab<Name>[] = [];
  let chosen: Name | undefined;
  const made = element('div', {
    class: 'tabs',
    role: 'tablist',
    'aria-label': 'Stages of the compiler',
    onkeydown: (event) => walk(event as KeyboardEvent),
  });
  const walk = (event: KeyboardEvent): void => {
    const at = known.findIndex(({ name }) => name === chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % known.length,
      ArrowLeft: (at + known.length - 1) % known.length,
      Home: 0,
      End: known.length - 1,
    };
    const next = known[steps[event.key] ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next.name);
    made.querySelector<HTMLElement>(`[data-tab="${next.name}"]`)?.focus();
  };
  return {
    element: made,
    show(tabs, name) {
      const focused = made.contains(document.activeElement);
      [known, chosen] = [tabs, name];
      made.replaceChildren(
        ...tabs.map((tab) =>
          element(
            'button',
            {
              class: 'tab',
              role: 'tab',
              'data-tab': tab.name,
              'aria-selected': String(tab.name === name),
              'aria-controls': panel,
              tabindex: tab.name === name ? 0 : -1,
              onclick: () => onChoose(tab.name),
            },
            tab.text,
            tab.count === '' ? undefined : element('span', { class: 'tab-count' }, tab.count),
          ),
        ),
      );
      if (focused) made.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
    },
  };
}
