// The newest of a stream that has no end.

export interface Ring<Item> {
  push(item: Item): void;
  /** Oldest first. */
  items(): readonly Item[];
  /** Pushed since the begin, those that fell out included. */
  readonly pushed: number;
}

export function newRing<Item>(size: number): Ring<Item> {
  const held: Item[] = [];
  let pushed = 0;
  return {
    push(item) {
      held[pushed % size] = item;
      pushed++;
    },
    items() {
      const from = pushed <= size ? 0 : pushed % size;
      return [...held.slice(from), ...held.slice(0, from)];
    },
    get pushed() {
      return pushed;
    },
  };
}
