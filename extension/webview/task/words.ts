// How the page of a task says states, reasons and times.
import { formatSignificant } from '@edgewright/core/analysis/number.js';
import type {
  ActiveFiring,
  Isolation,
  SkipReason,
  TaskCounters,
  TaskPhases,
  TaskState,
} from '@edgewright/schemas/deployment.js';

export const stateWords: Readonly<Record<TaskState, { readonly word: string; readonly tone: string }>> = {
  starting: { word: 'Starting', tone: '' },
  running: { word: 'Running', tone: 'good' },
  waiting: { word: 'Waiting', tone: 'warn' },
  failing: { word: 'Failing; it is started again, later each time', tone: 'bad' },
  stopped: { word: 'Stopped; it failed too often', tone: 'bad' },
};

const skipWords: Readonly<Record<SkipReason, string>> = {
  concurrency: 'it was still running',
  queue: 'too many waited',
  battery: 'charge too low',
  temperature: 'device too hot',
  power: 'no external power',
  network: 'no suitable network',
  outbox: 'outbox full',
  state: 'the task was not running',
  stale: 'waited longer than the deadline',
};

export function skipWord(reason: string): string {
  return skipWords[reason as SkipReason] ?? reason;
}

/** "12 too many waited, 3 device too hot"; '' where nothing was skipped. */
export function skippedWords(skipped: TaskCounters['skipped']): string {
  return Object.entries(skipped)
    .map(([reason, count]) => `${count.toLocaleString('en')}: ${skipWord(reason)}`)
    .join('; ');
}

const tierWords: Readonly<Record<Isolation['by'], string>> = {
  worker: 'a worker',
  quickjs: 'an interpreter of its own',
  process: 'a process with the rights of the agent',
  sealed: 'a process that the operating system grants nothing',
};

export function tierWord(isolation: Isolation | null): string {
  if (isolation === null) return 'no model and no script to keep apart';
  return `${isolation.tier === 'boundary' ? 'boundary' : 'fault isolation'} by ${tierWords[isolation.by]}`;
}

export const phaseNames: readonly (keyof TaskPhases)[] = [
  'trigger',
  'queue',
  'prepare',
  'model',
  'script',
  'output',
  'total',
];

export function timeWord(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `${formatSignificant(milliseconds, 3)} ms`;
}

/** In the largest unit of which there is one: "4 s", "3 min", "26 h". */
export function ageWord(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 3600).toLocaleString('en')} h`;
}

export function outcomeWord({ outcome, reason }: ActiveFiring): string {
  if (outcome === 'done') return 'done';
  return reason === undefined ? outcome : `${outcome}: ${skipWord(reason)}`;
}

export function madeOf(events: Readonly<Record<string, number>>): string {
  return Object.entries(events)
    .map(([event, count]) => (count === 1 ? event : `${count} ${event}`))
    .join(', ');
}
