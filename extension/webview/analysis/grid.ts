// Rows in sight of a list of any length: of 100,000 rows some forty are in the document.
import { element } from '../shared/elements.ts';

export interface GridColumn {
  readonly name: string;
  readonly isNumber: boolean;
  readonly text: (row: number) => string;
}

export interface GridActions {
  /** A press on a row, or Enter on the one that the keys are at. */
  readonly open: (row: number) => void;
  /** A press on the head of a column. */
  readonly sort: (column: number) => void;
}

export const rowHeight = 22;

/** Rows drawn above and below what is in sight. */
const margin = 8;

export class Grid {
  readonly element: HTMLElement;
  readonly #columns: readonly GridColumn[];
  readonly #actions: GridActions;
  readonly #table: HTMLTableElement;
  readonly #body = element('tbody');
  readonly #heads: readonly HTMLElement[];
  readonly #id: string;
  #order: ArrayLike<number> = [];
  #flags: Uint8Array | undefined;
  /** Place in the order that the keys are at. */
  #at = -1;
  #isWaiting = false;

  constructor(id: string, label: string, columns: readonly GridColumn[], actions: GridActions) {
    this.#id = id;
    this.#columns = columns;
    this.#actions = actions;
    this.#heads = columns.map(({ name, isNumber }, at) =>
      element(
        'th',
        { scope: 'col', class: isNumber ? 'number' : undefined },
        element('button', { class: 'grid-head', tabindex: -1, onclick: () => actions.sort(at) }, name),
      ),
    );
    this.#table = element(
      'table',
      { class: 'data-table grid', role: 'grid', 'aria-label': label },
      element('thead', {}, element('tr', {}, ...this.#heads)),
      this.#body,
    );
    this.element = element(
      'div',
      {
        class: 'grid-scroll',
        tabindex: 0,
        role: 'group',
        'aria-label': `${label}: arrows move, Enter opens`,
        onscroll: () => this.#later(),
        onkeydown: (event) => this.#press(event as KeyboardEvent),
      },
      this.#table,
    );
    new ResizeObserver(() => this.#later()).observe(this.element);
  }

  /** Rows in the order shown. */
  show(order: ArrayLike<number>): void {
    const row = this.#order[this.#at];
    this.#order = order;
    this.#at = row === undefined ? -1 : Array.prototype.indexOf.call(order, row);
    this.#table.setAttribute('aria-rowcount', String(order.length + 1));
    this.#later();
  }

  select(flags: Uint8Array | undefined): void {
    this.#flags = flags;
    this.#later();
  }

  markSorted(column: number | undefined, isDown: boolean): void {
    for (const [at, head] of this.#heads.entries()) {
      if (at === column) head.setAttribute('aria-sort', isDown ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
  }

  reveal(row: number): void {
    const at = Array.prototype.indexOf.call(this.#order, row);
    if (at >= 0) this.#go(at);
  }

  #later(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#paint();
    });
  }

  #paint(): void {
    const { scrollTop, clientHeight } = this.element;
    if (clientHeight === 0) return;
    const first = Math.max(0, Math.floor(scrollTop / rowHeight) - margin);
    const last = Math.min(this.#order.length, first + Math.ceil(clientHeight / rowHeight) + 2 * margin);
    const rows: HTMLElement[] = [];
    if (first > 0) rows.push(this.#spacer(first));
    for (let at = first; at < last; at++) rows.push(this.#row(at));
    if (last < this.#order.length) rows.push(this.#spacer(this.#order.length - last));
    this.#body.replaceChildren(...rows);
  }

  #spacer(rows: number): HTMLElement {
    const cell = element('td', { colspan: this.#columns.length, style: `height:${rows * rowHeight}px` });
    return element('tr', { 'aria-hidden': 'true', class: 'grid-spacer' }, cell);
  }

  #row(at: number): HTMLElement {
    const row = this.#order[at] as number;
    const isSelected = this.#flags?.[row] === 1;
    const isAt = at === this.#at;
    return element(
      'tr',
      {
        id: `${this.#id}-${at}`,
        role: 'row',
        'aria-rowindex': at + 2,
        'aria-selected': isSelected ? 'true' : 'false',
        class: isAt ? 'is-at' : undefined,
        onclick: () => {
          this.#at = at;
          this.#actions.open(row);
          this.#later();
        },
      },
      ...this.#columns.map(({ isNumber, text }) => {
        const content = text(row);
        return element(
          'td',
          { class: isNumber ? 'number' : 'ellipsis', title: isNumber ? undefined : content },
          content,
        );
      }),
    );
  }

  #press(event: KeyboardEvent): void {
    if (event.target !== this.element || event.ctrlKey || event.altKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -this.#order.length,
      End: this.#order.length,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.#go(Math.min(this.#order.length - 1, Math.max(0, (this.#at < 0 && step > 0 ? -1 : this.#at) + step)));
    } else if (event.key === 'Enter' && this.#at >= 0) {
      event.preventDefault();
      this.#actions.open(this.#order[this.#at] as number);
    }
  }

  #go(at: number): void {
    this.#at = at;
    const head = rowHeight + 4;
    const top = at * rowHeight;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + rowHeight > scrollTop + clientHeight - head)
      this.element.scrollTop = top + rowHeight - clientHeight + head;
    this.element.setAttribute('aria-activedescendant', `${this.#id}-${at}`);
    this.#later();
  }
}
