// Tasks of devices as text for a terminal: what is there, how it goes, and what happens.
import { troublesIn } from '@edgewright/core/task/troubles.js';
import type {
  ActiveFiring,
  OutboxStatus,
  ResultValue,
  TaskLogLine,
  TaskPhases,
  TaskResult,
  TaskSigner,
  TaskStatus,
  Trouble,
} from '@edgewright/schemas/deployment.js';
import { printable } from '../text/printable.ts';
import { formatBytes, formatCount, formatDuration, plural } from '../text/units.ts';
import type { Io } from './io.ts';
import { type Column, cut, formatTable } from './table.ts';

/** A row a task, then what is wrong with those that have trouble. */
export function tasksTable(tasks: readonly TaskStatus[], io: Io): string {
  const rows = tasks.map(({ task, state, counters, latency, model, outbox, signer }) => [
    printable(task),
    state,
    formatCount(counters.fired + counters.timeouts),
    skippedIn(counters) === 0 ? '' : formatCount(skippedIn(counters)),
    latency.p50 === null ? '' : shortTime(latency.p50.total),
    latency.p99 === null ? '' : shortTime(latency.p99.total),
    latency.deadline === null ? '' : shortTime(latency.deadline),
    formatBytes(counters.bytesRaw),
    formatBytes(counters.bytesSent),
    outbox === undefined ? '' : formatCount(outbox.waiting),
    signer === undefined ? '' : signerText(signer, 8),
    printable(model?.runtime ?? ''),
  ]);
  const troubles = tasks.flatMap((status) => troublesOf(status).map(({ of, trouble }) => troubleText(of, trouble, io)));
  // A column that says nothing would take the room of one that does.
  const isSaid = columns.map((_, index) => rows.some((row) => row[index] !== ''));
  const said = <T>(cells: readonly T[]): T[] => cells.filter((_, index) => isSaid[index]);
  const table = formatTable(said(columns), rows.map(said), io.width, (text) => io.paint('strong', text));
  return `${table}${troubles.join('')}`;
}

/** Of a task, and of its sources: that of a source is told with its name. */
export function troublesOf(status: TaskStatus): readonly { readonly of: string; readonly trouble: Trouble }[] {
  const { task, state } = status;
  const { own, ofSources } = troublesIn(status);
  return [
    ...(own === null ? [] : [{ of: `${task}, ${state}`, trouble: own }]),
    ...ofSources.map(({ source, trouble }) => ({ of: `${task}, ${source}`, trouble })),
  ];
}

const columns: readonly Column[] = [
  { title: 'task', shrinks: true },
  { title: 'state' },
  ...['fired', 'skipped', 'p50', 'p99'].map((title): Column => ({ title, align: 'right' })),
  ...['deadline', 'raw'].map((title): Column => ({ title, align: 'right', isSpare: true })),
  ...['sent', 'waiting'].map((title): Column => ({ title, align: 'right' })),
  { title: 'signer', isSpare: true },
  { title: 'model on', isSpare: true },
];

/** Characters of the fingerprint; `?` where the device does not trust the key. */
function signerText({ fingerprint, isTrusted }: TaskSigner, length: number): string {
  return `${printable(fingerprint.slice(0, length))}${isTrusted ? '' : '?'}`;
}

function skippedIn({ skipped }: TaskStatus['counters']): number {
  return Object.values(skipped).reduce((sum, count) => sum + count, 0);
}

/** "2026-01-05: beat fired, ..." of one task, as `watch` ends with it. */
export function statusText({ task, counters, latency, isolation, model, outbox, signer }: TaskStatus, io: Io): string {
  const { events, bytesRaw, fired, timeouts, executed, failed, missed, results, bytesSent, dropped, energy } = counters;
  const skipped = Object.entries(counters.skipped).map(([reason, count]) => `${count} skipped (${reason})`);
  const lines = [
    `${printable(task)}: ${[`${plural(fired, 'firing')}`, ...(timeouts > 0 ? [plural(timeouts, 'timeout')] : []), `${executed} executed`, ...(failed > 0 ? [`${failed} failed`] : []), ...skipped].join(', ')}`,
    `latency ${latencyText(latency)}${missed > 0 ? `, ${missed} past the deadline` : ''}`,
    `${plural(events, 'event')}, ${formatBytes(bytesRaw)} kept; ${plural(results, 'result')}, ${formatBytes(bytesSent)} sent${dropped > 0 ? `; ${dropped} lines dropped` : ''}`,
    ...(outbox === undefined ? [] : [outboxText(outbox)]),
    ...(typeof energy === 'number' && energy > 0 ? [`${Number(energy.toPrecision(3))} J while it executed`] : []),
    ...(isolation === null ? [] : [`isolation ${isolation.tier}, by ${isolation.by}`]),
    ...(model ? [`model on ${printable(`${model.runtime}: ${model.reason}`)}`] : []),
    ...(signer === undefined ? [] : [`signed by ${signerText(signer, 16)}`]),
  ];
  return `${lines.map((line) => cut(line, io.width)).join('\n')}\n`;
}

function outboxText({ waiting, bytes, age, acknowledged }: OutboxStatus): string {
  const since = age === null ? '' : `, ${formatBytes(bytes)}, the oldest for ${formatDuration(age)}`;
  const waits = waiting === 0 ? 'nothing waits' : `${plural(waiting, 'result')} ${waiting === 1 ? 'waits' : 'wait'}`;
  return `outbox ${waits}${since}; ${formatCount(acknowledged)} acknowledged`;
}

function latencyText({ p50, p99, deadline }: TaskStatus['latency']): string {
  const limit = deadline === null ? '' : `, deadline ${shortTime(deadline)}`;
  if (p50 === null || p99 === null) return `not known yet${limit}`;
  return `p50 ${shortTime(p50.total)}, p99 ${shortTime(p99.total)}${limit}`;
}

export function firingLine({ time, kind, events, outcome, reason, phases }: ActiveFiring, io: Io): string {
  const made = Object.entries(events).map(([name, count]) => (count === 1 ? name : `${count} ${name}`));
  const how = reason === undefined ? outcome : `${outcome} (${reason})`;
  const tone = outcome === 'done' ? 'good' : outcome === 'failed' ? 'bad' : 'warning';
  const what = [
    kind === 'match' ? 'fired' : 'timeout',
    ...(made.length > 0 ? [`by ${printable(made.join(', '))}`] : []),
  ].join(' ');
  return line(time, [what, io.paint(tone, how), ...phasesText(phases)], io);
}

export function resultLine({ time, key, values, phases, failure }: TaskResult, io: Io): string {
  const of = key === undefined ? [] : [printable(shown(key))];
  const what =
    failure === undefined
      ? printable(valuesText(values))
      : `${io.paint('bad', failure.code)} ${printable(failure.message)}`;
  return line(time, ['result', ...of, what, ...phasesText(phases)], io);
}

export function logLine({ time, level, text }: TaskLogLine, io: Io): string {
  const tone = level === 'error' ? 'bad' : level === 'warning' ? 'warning' : 'dim';
  return line(time, ['log', io.paint(tone, level), printable(text)], io);
}

export function valuesText(values: Readonly<Record<string, ResultValue>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${shown(value)}`)
    .join(' ');
}

export function troubleText(what: string, { code, message, fix }: Trouble, io: Io): string {
  return `${io.paint('warning', printable(what))}: ${code}: ${printable(message)}\n  fix: ${printable(fix)}\n`;
}

export function phasesText(phases: TaskPhases | undefined): readonly string[] {
  if (phases === undefined) return [];
  const parts = (['trigger', 'queue', 'prepare', 'model', 'script', 'output'] as const).flatMap((phase) => {
    const time = phases[phase];
    // What is next to nothing of the whole is not worth the room.
    return time === undefined || time < Math.max(0.005, phases.total / 100) ? [] : [`${phase} ${shortTime(time)}`];
  });
  return [`${shortTime(phases.total)}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`];
}

/** Milliseconds: 1.234 -> "1.23 ms" */
export function shortTime(milliseconds: number): string {
  const [value, unit] = milliseconds < 1000 ? [milliseconds, 'ms'] : [milliseconds / 1000, 's'];
  return `${Number(value.toPrecision(3))} ${unit}`;
}

function line(time: number, parts: readonly string[], io: Io): string {
  return `${cut(`${new Date(time).toISOString().slice(11, 23)}  ${parts.join('  ')}`, io.isTerminal ? io.width : Number.POSITIVE_INFINITY)}\n`;
}

function shown(value: ResultValue): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (typeof value === 'object') {
    const most = 8;
    const rest = value.length > most ? ` .. ${value.length}` : '';
    return `[${[...value.slice(0, most)].map((one) => shown(one)).join(' ')}${rest}]`;
  }
  return typeof value === 'string' && !/^[\w.:/-]+$/.test(value) ? JSON.stringify(value) : String(value);
}
