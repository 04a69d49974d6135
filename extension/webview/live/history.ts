// Ten minutes of a device's readings, one a second, in arrays that never grow.
import type { LiveSample } from '../../protocol.ts';

export const seconds = 600;
/** Readings further apart than this many seconds are not joined by a line: between them nothing is known. */
const longestStep = 15;

const names = ['busy', 'available', 'temperature', 'frequency', 'power'] as const;
type Name = (typeof names)[number];

export interface History {
  add(sample: LiveSample): void;
  /** Second of the newest reading since the epoch; 0 before the first. */
  readonly end: number;
  readonly last: LiveSample | undefined;
  has(name: Name): boolean;
  /** A value a second up to `end`; undefined between readings, null where a gap is to be seen. */
  line(name: Name, end: number, scale: number): (number | null | undefined)[];
}

export function newHistory(): History {
  const values = new Map<Name, Float64Array>(names.map((name) => [name, new Float64Array(seconds).fill(Number.NaN)]));
  const had = new Set<Name>();
  let end = 0;
  let last: LiveSample | undefined;
  return {
    get end() {
      return end;
    },
    get last() {
      return last;
    },
    has: (name) => had.has(name),
    add(sample) {
      const second = Math.floor(sample.time / 1000);
      // A clock that was set back far starts anew; a sample that is a little late is older than its successor and of no use.
      if (second < end - seconds) end = 0;
      if (second < end) return;
      const from = Math.max(end + 1, second - seconds + 1);
      for (const line of values.values()) for (let at = from; at < second; at++) line[at % seconds] = Number.NaN;
      for (const name of names) {
        values.get(name)![second % seconds] = sample[name] ?? Number.NaN;
        if (sample[name] !== null) had.add(name);
      }
      [end, last] = [second, sample];
    },
    line(name, until, scale) {
      const from = values.get(name)!;
      const line: (number | null | undefined)[] = new Array(seconds).fill(undefined);
      let before = 0;
      for (let at = 0; at < seconds; at++) {
        const second = until - seconds + 1 + at;
        const value = second > end || second <= end - seconds ? Number.NaN : from[second % seconds]!;
        if (Number.isNaN(value)) continue;
        if (before > 0 && second - before > longestStep) line[at - 1] = null;
        line[at] = value * scale;
        before = second;
      }
      return line;
    },
  };
}
