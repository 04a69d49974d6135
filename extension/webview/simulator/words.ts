// How the simulator says times, values and what was left out.
import type { TriggerCounters } from '@edgewright/core/triggers/engine.js';
import type { Fault } from '../../protocol.ts';

/** UTC, as recordings have it: "09:00:05.120", with the date where the recording spans more than a day. */
export function clockOf(time: number, hasDate: boolean): string {
  const iso = new Date(time).toISOString();
  return hasDate ? `${iso.slice(0, 10)} ${iso.slice(11, 23)}` : iso.slice(11, 23);
}

export function shortOf(value: unknown): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (Array.isArray(value)) {
    const shown = value.slice(0, mostElements).map(shortOf).join(', ');
    return `[${shown}${value.length > mostElements ? `, ... ${value.length} in all` : ''}]`;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}... (${text.length.toLocaleString('en')} characters)` : text;
}

const mostElements = 8;
const longest = 80;

const counterWords: Readonly<Record<keyof TriggerCounters, string>> = {
  duplicates: 'was seen before: its id is known',
  loops: 'was brought about by firings, too deep',
  late: 'came later than `lateness` allows',
  clockSteps: 'set the clock back',
  unkeyed: 'lacks the field that tells streams apart',
  partialsDropped: 'made a match in progress give way: the limit of matches is reached',
  keysDropped: 'made a key give way: the limit of keys is reached',
  debounced: 'replaced a firing that debounce held',
  cooledDown: 'fired too soon after the last: cooldown',
};

/** A sentence for each counter that a step raised. */
export function leftOutWords(leftOut: Partial<TriggerCounters>): readonly string[] {
  return Object.keys(leftOut).map((name) => counterWords[name as keyof TriggerCounters]);
}

/** 1.234 -> "1.23 ms" */
export function millisecondsOf(time: number): string {
  return time < 1000 ? `${Number(time.toPrecision(3))} ms` : `${Number((time / 1000).toPrecision(3))} s`;
}

/** The line of the script that a failure names, as `TypeError: x is undefined (line 3)`; its first where it names none. */
export function scriptLineOf({ code, message }: Fault): number | undefined {
  if (code !== 'task-script') return undefined;
  return Number(/\bline (\d+)/.exec(message)?.[1] ?? 1);
}
