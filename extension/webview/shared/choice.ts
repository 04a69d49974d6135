// A labelled drop-down list.
import type { VscodeSingleSelect } from '@vscode-elements/elements/dist/vscode-single-select/vscode-single-select.js';
import { element } from './elements.ts';

export interface Choice<Value extends string> {
  readonly element: HTMLElement;
  readonly value: Value;
  /** `value` is one of the options. Does not call `onChoose`. */
  offer(options: readonly Option<Value>[], value: Value): void;
}

export interface Option<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

export function choice<Value extends string>(label: string, onChoose: (value: Value) => void): Choice<Value> {
  const select: VscodeSingleSelect = element('vscode-single-select', {
    label,
    onchange: () => {
      current = select.value as Value;
      onChoose(current);
    },
  });
  const caption = element('span', { class: 'choice-label', 'aria-hidden': 'true' }, label);
  let current = '' as Value;
  let offered = '';
  return {
    element: element('div', { class: 'choice' }, caption, select),
    get value() {
      return current;
    },
    offer(options, value) {
      const key = JSON.stringify([options, value]);
      if (key === offered) return;
      offered = key;
      current = value;
      // The list is as wide as its longest option, so that choosing moves nothing.
      const longest = options.reduce((length, { text }) => Math.max(length, text.length), 0);
      select.style.width = `${Math.min(26, longest + 5)}ch`;
      select.replaceChildren(
        ...options.map((option) =>
          element('vscode-option', { value: option.value, selected: option.value === value }, option.text),
        ),
      );
    },
  };
}
