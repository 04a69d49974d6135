// How the live page says times and states.
import type { RunState } from '@edgewright/schemas/generated/record.js';
import type { LiveDevice } from '../../protocol.ts';

/** "45 s", "12 min", "3 h 20 min", "2 d 4 h". */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** Local time of day of an ISO 8601 instant. */
export function formatClock(time: string | number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export interface StateLook {
  readonly icon: string;
  readonly word: string;
  readonly tone: 'plain' | 'good' | 'warn' | 'bad';
}

const stateLooks: Readonly<Record<RunState, StateLook>> = {
  queued: { icon: 'clock', word: 'Queued', tone: 'plain' },
  running: { icon: 'pulse', word: 'Measuring', tone: 'good' },
  paused: { icon: 'debug-pause', word: 'Paused', tone: 'warn' },
  cancelled: { icon: 'circle-slash', word: 'Cancelled', tone: 'warn' },
  finished: { icon: 'check', word: 'Finished', tone: 'good' },
};

export function stateLook(state: RunState | undefined): StateLook {
  return state === undefined ? { icon: 'loading', word: 'Starting', tone: 'plain' } : stateLooks[state];
}

/** `now` in milliseconds since the epoch. */
export function linkLook({ link }: LiveDevice, now: number): StateLook & { readonly detail: string } {
  switch (link.kind) {
    case 'linked':
      return { icon: 'plug', word: 'Linked', tone: 'good', detail: link.address };
    case 'linking':
      return { icon: 'loading', word: 'Linking', tone: 'plain', detail: '' };
    case 'lost':
      return {
        icon: 'debug-disconnect',
        word: `Lost, next try in ${formatDuration(Math.max(0, link.retryAt - now))}`,
        tone: 'bad',
        detail: link.message,
      };
    case 'none':
      return link.fault === undefined
        ? { icon: 'dash', word: 'Not linked', tone: 'plain', detail: '' }
        : { icon: 'error', word: 'Refused', tone: 'bad', detail: `${link.fault.message} ${link.fault.fix}` };
  }
}

/** Counts where `done` includes failures. */
export interface Progress {
  readonly slots: number;
  readonly done: number;
  readonly failed: number;
  readonly timeLeft: number | null;
}

export function totalOf(devices: readonly LiveDevice[]): Progress {
  const lefts = devices.map(({ timeLeft }) => timeLeft).filter((left) => left !== null);
  return {
    slots: devices.reduce((sum, { slots }) => sum + slots, 0),
    done: devices.reduce((sum, { done }) => sum + done, 0),
    failed: devices.reduce((sum, { failed }) => sum + failed, 0),
    // Devices measure side by side: the run lasts as long as its slowest.
    timeLeft: lefts.length === 0 ? null : Math.max(...lefts),
  };
}

/** Of the run as a whole: what keeps it going decides. */
export function stateOf(devices: readonly LiveDevice[], isOver: boolean): RunState | undefined {
  const states = devices.map(({ state }) => state);
  for (const state of ['running', 'paused', 'queued'] as const) if (!isOver && states.includes(state)) return state;
  if (states.some((state) => state === undefined) && !isOver) return undefined;
  return states.includes('cancelled') ? 'cancelled' : 'finished';
}
