// Time as the runner takes it, so that tests can turn it by hand.

export interface Timing {
  /** Milliseconds that never run backwards. */
  now(): number;
  /** ISO 8601 in UTC. */
  date(): string;
  /** Settles after the time, or as soon as the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemTiming: Timing = {
  now: () => performance.now(),
  date: () => new Date().toISOString(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal.addEventListener('abort', end);
    }),
};
