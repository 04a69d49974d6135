// A limit on messages a second.

/** A token bucket that holds one second's worth, and at least one: a burst of `rate` passes at once, then `rate` a second. */
export function createBucket(rate: number, start: number): { take(now: number): boolean } {
  const most = Math.max(1, rate);
  let level = most;
  let last = start;
  return {
    take(now) {
      level = Math.min(most, level + ((now - last) / 1000) * rate);
      last = now;
      if (level < 1) return false;
      level--;
      return true;
    },
  };
}
