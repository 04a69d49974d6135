// What an event costs beside how many tasks wait: side by side with a scan of all tasks and with json-rules-engine, the
// memory of a task, and how much faster than real time a day is simulated.

import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { seededRandom } from '@edgewright/core/random.js';
import { catalogueOf } from '@edgewright/core/task/event-line.js';
import { simulate } from '@edgewright/core/task/simulation.js';
import { TriggerEngine, type TriggerTask } from '@edgewright/core/triggers/engine.js';
import type { TaskEvent } from '@edgewright/core/triggers/event.js';
import { predicateOf } from '@edgewright/core/triggers/predicate.js';
import { parseTask, type ResolvedTask } from '@edgewright/schemas/task.js';
import { readRecording } from '@edgewright/workbench/task/recording.js';
import { Engine } from 'json-rules-engine';

const counts = [10, 100, 1000, 10_000];
const names = ['enter', 'view', 'scroll', 'click', 'cart', 'exit'];

/** Waits for one item of a million to be viewed, put into the cart and left. */
const taskOf = (item: number) =>
  resolved(`edgewright: task/v1
name: item-${item}
events: { ${names.map((name) => `${name}: { session: number, item: number }`).join(', ')} }
trigger:
  key: session
  sequence: [{ event: view, where: item == ${item} }, { event: cart, where: item == ${item} }, { event: exit }]
  within: 10min
`);

/** Sequences of three of so many events in one stream; the fewer there are, the more tasks an event concerns. */
function sequencesOf(count: number, kinds: number): readonly ResolvedTask[] {
  const random = seededRandom(count);
  const declared = Array.from({ length: kinds }, (_, at) => `e${at}: {}`).join(', ');
  const step = '{ event: e0 }';
  const task = resolved(`edgewright: task/v1
name: sequence
events: { ${declared} }
trigger: { sequence: [${step}, ${step}, ${step}], within: 64s }
`);
  return Array.from({ length: count }, (_, index) => {
    const { trigger } = task;
    if (trigger.kind !== 'sequence') throw new Error('the trigger is a sequence');
    const steps = trigger.steps.map((each) => ({ ...each, events: [`e${random.below(kinds)}`] }));
    return { ...task, name: `sequence-${index}`, trigger: { ...trigger, steps } };
  });
}

function resolved(text: string): ResolvedTask {
  const { task, diagnostics } = parseTask(text);
  if (task === undefined) throw new Error(JSON.stringify(diagnostics));
  return task;
}

const triggerTask = ({ name, events, trigger }: ResolvedTask): TriggerTask => ({
  id: name,
  sees: [...events.keys()],
  lateness: undefined,
  trigger,
});

/**
 * A thousand sessions side by side, each going through its pages; one visit in a hundred is of one of the first `wanted`
 * items, all others of one of a million others.
 */
function sparseEvents(count: number, wanted: number, seed: number): readonly TaskEvent[] {
  const random = seededRandom(seed);
  const sessions = Array.from({ length: 1000 }, () => ({ at: random.below(names.length), item: 0 }));
  return Array.from({ length: count }, (_, index) => {
    const session = random.below(sessions.length);
    const state = sessions[session] ?? { at: 0, item: 0 };
    const event = names[state.at] ?? '';
    if (state.at === 0) state.item = random.below(100) === 0 ? random.below(wanted) : wanted + random.below(1_000_000);
    state.at = (state.at + 1) % names.length;
    return { time: index * 100, event, fields: { session, item: state.item } };
  });
}

function eventsOf(count: number, kinds: number): readonly TaskEvent[] {
  const random = seededRandom(2);
  return Array.from({ length: count }, (_, at) => ({ time: at * 1000, event: `e${random.below(kinds)}`, fields: {} }));
}

interface Figures {
  readonly perSecond: number;
  readonly p99: number;
  readonly firings: number;
}

/** Events a second of CPU time over all, and the 99th percentile of one event in microseconds of wall time. */
function measure(push: (event: TaskEvent) => void, events: readonly TaskEvent[], fired: () => number): Figures {
  const half = Math.floor(events.length / 2);
  // The first half warms up: the state has its usual size, and the code is compiled.
  for (const event of events.slice(0, half)) push(event);
  const rest = events.slice(half);
  const timed = rest.slice(0, Math.floor(rest.length / 2));
  const before = fired();
  const begin = process.cpuUsage();
  for (const event of timed) push(event);
  const { user, system } = process.cpuUsage(begin);
  const firings = fired() - before;
  const each = rest.slice(timed.length).map((event) => {
    const start = performance.now();
    push(event);
    return performance.now() - start;
  });
  each.sort((a, b) => a - b);
  return {
    perSecond: timed.length / ((user + system) / 1e6),
    p99: (each[Math.floor(each.length * 0.99)] ?? 0) * 1000,
    firings,
  };
}

function engineOf(tasks: readonly ResolvedTask[]): { push: (event: TaskEvent) => void; fired: () => number } {
  let fired = 0;
  const engine = new TriggerEngine(() => fired++);
  engine.load(tasks.map(triggerTask));
  return { push: (event) => engine.push(event), fired: () => fired };
}

/** Every task is asked at every event; one match in progress for each task and session, which is less than ours keeps. */
function scanOf(tasks: readonly ResolvedTask[]): { push: (event: TaskEvent) => void; fired: () => number } {
  let fired = 0;
  const all = tasks.flatMap(({ trigger }) => {
    if (trigger.kind !== 'sequence') return [];
    const steps = trigger.steps.map(({ events, where }) => ({ events: new Set(events), holds: predicateOf(where) }));
    return [
      {
        steps,
        key: trigger.key,
        within: trigger.withinTime,
        states: new Map<unknown, { at: number; since: number }>(),
      },
    ];
  });
  const push = (event: TaskEvent) => {
    for (const { steps, key, within, states } of all) {
      const stream = key === undefined ? undefined : event.fields[key];
      const state = states.get(stream) ?? { at: 0, since: event.time };
      const at = event.time - state.since < within ? state.at : 0;
      const step = steps[at];
      if (step === undefined || !step.events.has(event.event)) continue;
      if (step.holds !== undefined && !step.holds(event, () => undefined)) continue;
      if (at === steps.length - 1) {
        fired++;
        states.delete(stream);
      } else states.set(stream, { at: at + 1, since: at === 0 ? event.time : state.since });
    }
  };
  return { push, fired: () => fired };
}

/** Events a second of json-rules-engine, which knows single events alone: the first step of every task. */
async function measureRules(count: number, events: readonly TaskEvent[]): Promise<number> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (let item = 0; item < count; item++) {
    const all = [
      { fact: 'event', operator: 'equal', value: 'view' },
      { fact: 'item', operator: 'equal', value: item },
    ];
    engine.addRule({ conditions: { all }, event: { type: `item-${item}` } });
  }
  const begin = process.cpuUsage();
  for (const { event, fields } of events) await engine.run({ event, ...fields });
  const { user, system } = process.cpuUsage(begin);
  return events.length / ((user + system) / 1e6);
}

function heapUsed(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

/** Bytes of a task in an engine that has seen no event. Of few tasks many engines: the heap's own movements hide one. */
function memoryOf(tasks: readonly ResolvedTask[]): number {
  const engines: object[] = [];
  const before = heapUsed();
  for (let held = 0; held < 10_000; held += tasks.length) engines.push(engineOf(tasks));
  return (heapUsed() - before) / (engines.length * tasks.length);
}

const thousands = (value: number) =>
  value < 1000 ? value.toFixed(0) : `${(value / 1000).toFixed(value < 10_000 ? 1 : 0)}k`;

async function sparse(): Promise<void> {
  console.log('  few match: each task waits for one item; one visit in a hundred is of one of the first 10,000 items');
  console.log('  tasks    ours events/s (p99 us)   firings   scan events/s   json-rules-engine   memory/task');
  const events = sparseEvents(400_000, 10_000, 1);
  // Once unmeasured, so that the first figure is not the one of code that is not compiled yet.
  const warm = engineOf([taskOf(0)]);
  measure(warm.push, events, warm.fired);
  const speeds: number[] = [];
  for (const count of counts) {
    const tasks = Array.from({ length: count }, (_, item) => taskOf(item));
    const memory = memoryOf(tasks);
    const { push, fired } = engineOf(tasks);
    const ours = measure(push, events, fired);
    const scan = scanOf(tasks);
    const scanned = measure(
      scan.push,
      events.slice(0, Math.max(2000, Math.floor(40_000_000 / count / 10))),
      scan.fired,
    );
    const rules = await measureRules(count, events.slice(0, Math.max(10, Math.floor(20_000 / count))));
    speeds.push(ours.perSecond);
    console.log(
      `  ${String(count).padEnd(8)} ${thousands(ours.perSecond).padStart(12)} (${ours.p99.toFixed(1)})` +
        `${String(ours.firings).padStart(14)} ${thousands(scanned.perSecond).padStart(15)}` +
        `${thousands(rules).padStart(20)} ${`${Math.round(memory)} B`.padStart(13)}`,
    );
  }
  const [few = 0, many = 1] = [speeds[0], speeds.at(-1)];
  console.log(`  10 tasks against 10,000: ${(few / many).toFixed(2)} times the speed (goal: at most 2)`);
}

function sequences(kinds: number): void {
  console.log(`  many match: three of ${kinds} events within 64 events, in one stream`);
  console.log('  tasks    ours events/s (p99 us)   firings/event   scan events/s');
  const events = eventsOf(80_000, kinds);
  for (const count of counts) {
    const tasks = sequencesOf(count, kinds);
    const { push, fired } = engineOf(tasks);
    const ours = measure(push, events, fired);
    const scan = scanOf(tasks);
    const scanned = measure(scan.push, events.slice(0, Math.max(1000, Math.floor(4_000_000 / count))), scan.fired);
    console.log(
      `  ${String(count).padEnd(8)} ${thousands(ours.perSecond).padStart(12)} (${ours.p99.toFixed(1)})` +
        `${(ours.firings / (events.length / 4)).toFixed(3).padStart(16)} ${thousands(scanned.perSecond).padStart(15)}`,
    );
  }
}

async function day(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-bench-'));
  try {
    const path = join(folder, 'day.jsonl');
    const out = createWriteStream(path);
    const begin = Date.UTC(2026, 0, 1);
    const events = sparseEvents(432_000, 1000, 3);
    for (const [at, { event, fields }] of events.entries()) {
      const line = JSON.stringify({ time: new Date(begin + at * 200).toISOString(), event, ...fields });
      if (!out.write(`${line}\n`)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
    const tasks = Array.from({ length: 100 }, (_, item) => taskOf(item));
    const start = performance.now();
    const listener = { fired: () => {}, fault: () => 'go-on' as const };
    const summary = await simulate(tasks, readRecording(path, path, catalogueOf(tasks)), undefined, listener);
    const seconds = (performance.now() - start) / 1000;
    const factor = 86_400 / seconds;
    console.log(
      `  a day of ${summary.events} events from a file, 100 tasks, ${summary.firings} firings: ${seconds.toFixed(2)} s,` +
        ` ${Math.round(factor)} times real time (goal: 10000)`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await sparse();
sequences(1000);
sequences(100);
await day();
