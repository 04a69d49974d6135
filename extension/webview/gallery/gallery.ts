// The gallery itself: a list of states, a switch of themes and widths, and the view in a frame.
import { statesOf, type ViewName } from './states.ts';
import { type ThemeName, themes } from './themes.ts';

const views: readonly ViewName[] = ['run', 'preview', 'graph', 'simulator', 'task'];
const frame = document.querySelector('iframe')!;
const list = document.querySelector('nav')!;
const theme = picker(Object.keys(themes), (name) => frame.contentWindow?.wear(name as ThemeName));
const width = picker(['full', '1280', '900', '600'], (value) => {
  frame.style.width = value === 'full' ? '100%' : `${value}px`;
});
document.querySelector('header')!.append(theme, width);
for (const view of views) {
  const heading = document.createElement('h2');
  heading.textContent = view;
  list.append(heading);
  for (const state of Object.keys(statesOf(view))) {
    const button = document.createElement('button');
    button.textContent = state;
    button.addEventListener('click', () => open(view, state));
    list.append(button);
  }
}
open('run', 'filling');

function open(view: ViewName, state: string): void {
  frame.src = `/${view}.html?${new URLSearchParams({ view, state, theme: theme.value })}`;
}

function picker(values: readonly string[], choose: (value: string) => void): HTMLSelectElement {
  const select = document.createElement('select');
  select.append(...values.map((value) => new Option(value, value)));
  select.addEventListener('change', () => choose(select.value));
  return select;
}
