// Work in turns: where many charts have to be drawn or fitted at once, as when a pane opens beside them, each frame takes
// as many as it has time for.

const waiting = new Map<unknown, () => void>();
let isWaiting = false;

/** Milliseconds of a frame after which the rest waits for the next. */
const budget = 8;

/** The last task given for `key` before its turn comes is the one that is done. */
export function inTurn(key: unknown, task: () => void): void {
  waiting.set(key, task);
  wait();
}

function wait(): void {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    const begin = performance.now();
    for (const [key, task] of waiting) {
      waiting.delete(key);
      task();
      if (performance.now() - begin > budget) break;
    }
    if (waiting.size > 0) wait();
  });
}
