// Times of cron expressions, by croner.
import { Cron } from 'croner';

/**
 * The first time after a time, in milliseconds since 1970; null where there is none. Times that daylight saving leaves
 * out or repeats come once. Throws an Error for what is no expression of five fields or no time zone.
 */
export function cronTimes(expression: string, timezone: string): (after: number) => number | null {
  const cron = new Cron(expression, { timezone, paused: true, mode: '5-part' });
  // A zone that does not exist is found when it is used.
  cron.nextRun(new Date(0));
  // croner counts whole seconds.
  return (after) => cron.nextRun(new Date(Math.floor(after / 1000) * 1000))?.getTime() ?? null;
}
