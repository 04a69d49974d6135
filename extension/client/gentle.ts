// Calls that come in bursts, made seldom: views need not be painted two hundred times a second.

/** Calls `act` at once, then at most once in so many milliseconds; the last call of a burst is never lost. */
export function atMost(milliseconds: number, act: () => void): { call(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;
  const rest = () => {
    timer = undefined;
    if (!isDue) return;
    isDue = false;
    run();
  };
  const run = () => {
    timer = setTimeout(rest, milliseconds);
    act();
  };
  return {
    call() {
      if (timer === undefined) run();
      else isDue = true;
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      isDue = false;
    },
  };
}
