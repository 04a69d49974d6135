// A binary heap of what is due at a time.

export class Heap<T extends { readonly time: number }> {
  #items: T[] = [];

  get size(): number {
    return this.#items.length;
  }

  /** Time of the earliest; Infinity where there is none. */
  get earliest(): number {
    return this.#items[0]?.time ?? Number.POSITIVE_INFINITY;
  }

  push(item: T): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent] as T;
      if (above.time <= item.time) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  /** The earliest; among equals any. */
  pop(): T | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last !== undefined && items.length > 0) this.#sink(last, 0);
    return first;
  }

  /** Keeps what passes the test. */
  filter(keep: (item: T) => boolean): void {
    const kept = this.#items.filter(keep);
    this.#items = [];
    for (const item of kept) this.push(item);
  }

  #sink(item: T, at: number): void {
    const items = this.#items;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= items.length) break;
      const right = items[child + 1];
      if (right !== undefined && right.time < (items[child] as T).time) child++;
      const below = items[child] as T;
      if (below.time >= item.time) break;
      items[at] = below;
      at = child;
    }
    items[at] = item;
  }
}
