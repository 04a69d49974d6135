// A limit on messages a second.

/** A token bucket that holds one second's worth: a burst of `rate` passes at once, then `rate` a second. */
export function createBucket(rate: number, start: number): { take(now: number): boolean } {
  let level = rate;
  let last = start;
  return {
    take(now) {
      level = Math.min(rate, level + ((now - last) / 1000) * rate);
      last = now;
      if (level < 1) return false;
      level--;
      return true;
    },
  };
}
