// The way to each section of a long page, and where one is.
import { element } from '../shared/elements.ts';

/** `main` scrolls; its children are the sections, each with its id. */
export function pageNav(main: HTMLElement, sections: readonly (readonly [id: string, text: string])[]): HTMLElement {
  const goTo = (id: string): void => {
    const part = main.querySelector<HTMLElement>(`#${id}`);
    // Not `scrollIntoView`: it would scroll what holds the page as well.
    if (part !== null) main.scrollTop += part.getBoundingClientRect().top - main.getBoundingClientRect().top;
  };
  const links = sections.map(([id, text], at) =>
    element(
      'button',
      { class: 'nav-link', 'data-section': id, 'aria-current': at === 0 && 'true', onclick: () => goTo(id) },
      text,
    ),
  );
  const mark = (): void => {
    const edge = main.getBoundingClientRect().top + 80;
    const parts = [...main.children].filter((part) => !(part as HTMLElement).hidden);
    const isEnd = main.scrollTop + main.clientHeight >= main.scrollHeight - 2;
    const current = isEnd ? parts.at(-1) : parts.findLast((part) => part.getBoundingClientRect().top <= edge);
    for (const link of links) {
      if (link.dataset.section === (current ?? parts[0])?.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  let isWaiting = false;
  main.addEventListener('scroll', () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      mark();
    });
  });
  return element('nav', { class: 'analysis-nav', 'aria-label': 'On this page' }, ...links);
}
