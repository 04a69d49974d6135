// Says a thing that changes often no more often than a link should carry it.

export interface Pace {
  /** Tells now, or when the time since the last telling is over; however often it is asked meanwhile, once. */
  ask(): void;
  stop(): void;
}

/** `milliseconds`: least time between two tellings. */
export function createPace(milliseconds: number, tell: () => void): Pace {
  let timer: NodeJS.Timeout | undefined;
  let isDue = false;
  const say = (): void => {
    isDue = false;
    timer = setTimeout(() => {
      timer = undefined;
      if (isDue) say();
    }, milliseconds);
    tell();
  };
  return {
    ask() {
      if (timer === undefined) say();
      else isDue = true;
    },
    stop: () => clearTimeout(timer),
  };
}
