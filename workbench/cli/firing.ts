// Firings of a simulation as text for a terminal, and as JSON.

import type { RecordedEvent } from '@edgewright/core/task/event-line.js';
import { executedIn, keptOf } from '@edgewright/core/task/executed.js';
import type { SimulatedFiring, SimulationSummary } from '@edgewright/core/task/simulation.js';
import type { FieldValue } from '@edgewright/core/triggers/event.js';
import { firingId } from '@edgewright/core/triggers/identity.js';
import type { TriedResult, Trouble } from '@edgewright/schemas/deployment.js';
import { printable } from '../text/printable.ts';
import { formatDuration, plural } from '../text/units.ts';
import { phasesText, shortTime, valuesText } from './deployed.ts';
import type { Io } from './io.ts';
import { cut } from './table.ts';
import { hang } from './wrap.ts';

/** Events of a firing that are written out. */
const mostEvents = 20;

/** A head with time, task and key; a line an event; what was computed, and what would leave. */
export function formatFiring({ firing, computed, outputs, execution }: SimulatedFiring, io: Io): string {
  const { time, task, key, kind, events, late } = firing;
  const marks = [...(kind === 'timeout' ? ['timeout'] : []), ...(late ? ['late'] : [])];
  const head = [iso(time), task, ...(key === undefined ? [] : [shown(key)]), ...marks].join('  ');
  const from = events.length > mostEvents ? events.length - mostEvents : 0;
  const lines = events.slice(from).map(({ time: at, event, fields }) => {
    const values = Object.entries(fields).map(([name, value]) => `${name}=${shown(value)}`);
    return `  ${iso(at).slice(11, 23)}  ${[event, ...values].join(' ')}`;
  });
  if (from > 0) lines.unshift(`  ... ${plural(from, 'event')} before`);
  if (computed !== undefined) {
    const features = Object.entries(computed.features).map(([name, value]) => `${name}=${shown(value)}`);
    if (features.length > 0) lines.push(`  features  ${features.join(' ')}`);
    for (const [name, { shape }] of Object.entries(computed.tensors))
      lines.push(`  tensor  ${name} [${shape.join(', ')}]`);
  }
  const before = lines.length;
  for (const { to, values } of outputs) {
    const told = Object.entries(values).map(([name, value]) => `${name}=${shown(value)}`);
    lines.push(`  ${to === 'outbox' ? 'leaves' : 'log'}  ${told.join(' ')}`);
  }
  for (const kept of keptOf({ execution, outputs }))
    if (Object.keys(kept).length > 0) lines.push(`  keeps  ${printable(valuesText(kept))}`);
  const cutLines = lines.map((line) => cut(line, io.width));
  const executed = execution === undefined ? [] : executionLines(execution, io);
  return [
    io.paint('strong', cut(head, io.width)),
    ...cutLines.slice(0, before),
    ...executed,
    ...cutLines.slice(before),
  ].join('\n');
}

/** What it took, or why it failed; what it emits and says, whole: that is what a script is debugged by. */
function executionLines({ failure, phases, log, emitted }: TriedResult, io: Io): readonly string[] {
  const took = phasesText(phases).join(' ');
  return [
    ...(failure === undefined ? [cut(`  executed  ${took}`, io.width)] : failureLines(failure, took, io)),
    ...emitted.map(({ event, fields }) => cut(`  emits  ${printable(`${event} ${valuesText(fields)}`)}`, io.width)),
    ...log.flatMap(({ level, text }) => hang(`  ${level === 'info' ? 'says' : level}  `, text, io.width)),
  ];
}

function failureLines({ code, message, fix }: Trouble, took: string, io: Io): readonly string[] {
  const [first = '', ...rest] = hang('  failed  ', `${message} (${code}, after ${took})`, io.width);
  return [first.replace('failed', io.paint('bad', 'failed')), ...rest, ...hang('  fix  ', fix, io.width)];
}

/** "16 executed, 1 failed; median 12 ms (script 9 ms)" */
export function executedText(executions: readonly TriedResult[], io: Io): string {
  const { count, failed, phases } = executedIn(executions);
  const [total, ...parts] = phases.map(([name, time]) => `${name === 'total' ? '' : `${name} `}${shortTime(time)}`);
  const took = total === undefined ? '' : `; median ${total}${parts.length > 0 ? ` (${parts.join(', ')})` : ''}`;
  return `${count} executed${failed > 0 ? `, ${io.paint('bad', `${failed} failed`)}` : ''}${took}\n`;
}

export function formatSummary(summary: SimulationSummary, tasks: number, io: Io): string {
  const { events, foreign, faults, first, last, firings, timeouts, open, dropped, counters } = summary;
  const span = first === undefined || last === undefined ? '' : ` in ${formatDuration(last - first)}`;
  const lines = [
    `${plural(events, 'event')}${span}, ${plural(tasks, 'task')}: ${plural(firings, 'firing')}` +
      (timeouts > 0 ? `, ${plural(timeouts, 'timeout')}` : ''),
  ];
  const others = [...foreign.values()].reduce((sum, count) => sum + count, 0);
  if (others > 0)
    lines.push(`${plural(others, 'event')} of names that no task declares: ${[...foreign.keys()].join(', ')}`);
  if (faults > 0) lines.push(io.paint('bad', `${plural(faults, 'line')} could not be used`));
  if (open > 0) lines.push(`${open} undecided at the end; --until 1min lets the clock go on`);
  for (const [name, what] of counterWords) {
    const count = counters[name];
    if (count > 0) lines.push(`${what}: ${count}`);
  }
  if (dropped > 0) lines.push(`${dropped} events or keys of pipelines made room for others`);
  return `${lines.map((line) => cut(line, io.width)).join('\n')}\n`;
}

const counterWords = [
  ['late', 'events later than `lateness` allows, which were not matched'],
  ['clockSteps', 'steps of the clock to the past'],
  ['unkeyed', 'events without the key of a task'],
  ['partialsDropped', 'matches in progress that made room for others'],
  ['keysDropped', 'keys that made room for others'],
  ['debounced', 'firings left out by debounce'],
  ['cooledDown', 'firings left out by cooldown'],
] as const;

/** An element of `firings` of `simulate --json`. */
export function jsonOf({ firing, computed, outputs, execution }: SimulatedFiring): object {
  const { time, task, key, kind, events, late } = firing;
  return {
    id: firingId(firing),
    task,
    kind,
    time: iso(time),
    timestamp: time,
    ...(key !== undefined && { key }),
    late,
    events: events.map((event) => ({
      time: iso(event.time),
      timestamp: event.time,
      event: event.event,
      fields: event.fields,
      step: event.step,
      line: (event as Partial<RecordedEvent>).line,
    })),
    ...(computed && {
      features: computed.features,
      tensors: Object.fromEntries(
        Object.entries(computed.tensors).map(([name, { shape, data }]) => [name, { shape, data: [...data] }]),
      ),
    }),
    outputs,
    ...(execution && { execution: executionJson(execution) }),
  };
}

/** Without the id, which is that of the firing. */
function executionJson({ id: _, ...rest }: TriedResult): object {
  return rest;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

function shown(value: FieldValue | readonly FieldValue[]): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  if (typeof value === 'object') return `[${value.map(shown).join(',')}]`;
  return typeof value === 'string' && !/^[\w.:/-]+$/.test(value) ? JSON.stringify(value) : String(value);
}
