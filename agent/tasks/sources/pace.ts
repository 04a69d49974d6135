// How sources that can wait hand their events over: no faster than their rate, and no sooner than the intake is ready.
import { setTimeout as wait } from 'node:timers/promises';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import type { Intake } from '../contract.ts';
import { longestLine } from './event.ts';

/** Events of one transaction, of a source without a rate. */
export const mostAtOnce = 256;

/** Milliseconds between two attempts at most, as each is twice as long as the one before. */
export const longestRest = 60_000;

/** Milliseconds. */
export interface SourceTimes {
  /** Between two looks at a file. */
  readonly look: number;
  /** Between two attempts to link with a server. */
  readonly retry: number;
  /** Until a process is started again, doubled from one end to the next up to a minute. */
  readonly restart: number;
}

export const defaultSourceTimes: SourceTimes = { look: 250, retry: 2_000, restart: 500 };

export type Give = (events: readonly WrittenEvent[], place?: string) => Promise<void>;

/** Events that may be handed over at once, for a `place` that is exact. */
export function batchOf(rate: number | undefined): number {
  return rate === undefined ? mostAtOnce : 1;
}

/** Hands events over at no more than `rate` a second, and waits while the intake does; after `ending` nothing is handed over. */
export function paced(intake: Intake, rate: number | undefined, ending: AbortSignal): Give {
  let next = 0;
  // Not a race with one promise for all events: it would keep something of each.
  let release = (): void => {};
  ending.addEventListener('abort', () => release(), { once: true });
  return async (events, place) => {
    if (rate !== undefined) {
      const now = performance.now();
      next = Math.max(next + (1000 * events.length) / rate, now);
      if (next > now) await pause(next - now, ending);
    }
    await new Promise<void>((resolve) => {
      release = resolve;
      if (ending.aborted) resolve();
      else void intake.ready().then(resolve);
    });
    // What is refused has been counted where it was; a full store is waited for.
    for (let time = 100; !ending.aborted; time = Math.min(2 * time, 10_000)) {
      try {
        await intake.accept(events, place);
        return;
      } catch {
        await pause(time, ending);
      }
    }
  };
}

/** Milliseconds of the longest timer: Node's take 31 bits, and make a longer one of 1 ms. */
const longestTimer = 2 ** 31 - 1;

/** Settles after a time, or when the source ends. */
export async function pause(time: number, ending: AbortSignal): Promise<void> {
  for (let left = time; ; left -= longestTimer) {
    await wait(Math.min(left, longestTimer), undefined, { signal: ending }).catch(() => undefined);
    if (left <= longestTimer || ending.aborted) return;
  }
}

/** Lines of a stream; of one that is too long its beginning, which tells it: a stream without line breaks must not fill the memory. */
export async function* linesOf(stream: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = (lines.pop() ?? '').slice(0, longestLine + 1);
    yield* lines;
  }
  if (rest !== '') yield rest;
}
