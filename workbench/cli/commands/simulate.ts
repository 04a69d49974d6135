import { resolve } from 'node:path';
import { placeFindings } from '@edgewright/core/sweep/check.js';
import { catalogueOf, type LineFault } from '@edgewright/core/task/event-line.js';
import {
  type SimulatedFiring,
  type SimulationSummary,
  simulate,
  type Until,
} from '@edgewright/core/task/simulation.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import { parseTime } from '@edgewright/schemas/instant.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { type LoadedTask, loadTask } from '../../task/load.ts';
import { readRecording } from '../../task/recording.ts';
import { simulateExecuted } from '../../task/rounds.ts';
import { runTest, type TestResult } from '../../task/test.ts';
import { printable } from '../../text/printable.ts';
import { plural } from '../../text/units.ts';
import { readDocument } from '../document.ts';
import { durationIn } from '../duration.ts';
import { formatDiagnostic } from '../excerpt.ts';
import { executeAll } from '../execute.ts';
import { exitCodes } from '../exit.ts';
import { executedText, formatFiring, formatSummary, jsonOf } from '../firing.ts';
import type { Io } from '../io.ts';
import type { DeviceOptions } from '../targets.ts';

export interface SimulateOptions extends DeviceOptions {
  readonly execute?: boolean;
  readonly local?: boolean;
  readonly events?: string;
  readonly until?: string;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

/** Faults that are written out; the rest are counted. */
const mostFaults = 20;

/** `edgewright simulate TASK...` */
export async function simulateTasks(io: Io, files: readonly string[], options: SimulateOptions): Promise<number> {
  const loaded: LoadedTask[] = [];
  for (const file of files) loaded.push(loadTask(file, await readDocument(file, io.cwd)));
  const broken = loaded.filter(({ diagnostics }) => hasErrors(diagnostics));
  if (options.json && broken.length > 0) {
    const tasks = loaded.map(({ file, diagnostics }) => ({ file, ok: !hasErrors(diagnostics), diagnostics }));
    io.out(`${JSON.stringify({ tasks, firings: [], tests: [] }, null, 2)}\n`);
    return exitCodes.findings;
  }
  if (!options.json) {
    for (const { file, text, diagnostics } of loaded) {
      for (const diagnostic of diagnostics) io.err(`${formatDiagnostic(diagnostic, file, text, io)}\n`);
    }
  }
  if (broken.length > 0) return exitCodes.findings;
  const tasks = loaded.flatMap(({ task }) => task ?? []);
  checkNames(tasks);
  checkPlace(options);
  if (options.events === undefined) return runTests(io, loaded, options);
  return replay(io, loaded, options.events, options);
}

async function replay(
  io: Io,
  loaded: readonly LoadedTask[],
  events: string,
  options: SimulateOptions,
): Promise<number> {
  const tasks = loaded.flatMap(({ task }) => task ?? []);
  const until = untilOf(options.until);
  const faults: LineFault[] = [];
  const read = () => readRecording(resolve(io.cwd, events), events, catalogueOf(tasks));
  let isFirst = true;
  const tell = (fired: SimulatedFiring): void => {
    if (options.json) io.out(`${isFirst ? '{\n  "firings": [\n' : ',\n'}    ${JSON.stringify(jsonOf(fired))}`);
    else if (!options.quiet) io.out(`${formatFiring(fired, io)}\n`);
    isFirst = false;
  };
  const fault = (what: LineFault): 'stop' | 'go-on' => {
    if (faults.length < mostFaults) {
      faults.push(what);
      if (!options.json) io.err(`${formatFault(what, events, io)}\n`);
    }
    return options.strict ? 'stop' : 'go-on';
  };
  const execute = (fired: readonly SimulatedFiring[]) => executeAll(io, loaded, fired, options);
  const { fired: executed, summary } = options.execute
    ? await simulateExecuted(tasks, read, until, execute, fault)
    : { fired: [], summary: await simulate(tasks, read(), until, { fired: tell, fault }) };
  for (const fired of executed) tell(fired);
  const failures = executed.filter(({ execution }) => execution?.failure !== undefined).length;
  if (options.json) {
    const rest = JSON.stringify(resultOf(loaded, summary, faults), null, 2).replace(/^\{\n/, '');
    io.out(`${isFirst ? '{\n  "firings": [' : '\n  '}],\n${rest}\n`);
  } else {
    io.out(formatSummary(summary, tasks.length, io));
    const executions = executed.flatMap(({ execution }) => execution ?? []);
    if (executions.length > 0) io.out(executedText(executions, io));
  }
  return summary.faults > 0 || failures > 0 ? exitCodes.findings : exitCodes.ok;
}

function resultOf(loaded: readonly LoadedTask[], summary: SimulationSummary, faults: readonly LineFault[]): object {
  const { events, foreign, first, last, firings, timeouts, open, dropped, counters } = summary;
  const iso = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString());
  return {
    tasks: loaded.map(({ file, task, diagnostics }) => ({ file, task: task?.name, diagnostics })),
    events: { seen: events, first: iso(first), last: iso(last), others: Object.fromEntries(foreign) },
    outcome: { firings, timeouts, open, faults: summary.faults, dropped },
    counters,
    faults,
  };
}

async function runTests(io: Io, loaded: readonly LoadedTask[], options: SimulateOptions): Promise<number> {
  const results: (TestResult & { readonly task: string; readonly file: string })[] = [];
  for (const one of loaded) {
    const { file, text, task } = one;
    const execute = options.execute
      ? (fired: readonly SimulatedFiring[]) => executeAll(io, [one], fired, options)
      : undefined;
    for (const test of task?.tests ?? []) {
      const result = await runTest(task as ResolvedTask, test, resolve(io.cwd, file), execute);
      results.push({ task: (task as ResolvedTask).name, file, ...result });
      if (options.json) continue;
      const mark = result.differences.length === 0 ? io.paint('good', 'ok') : io.paint('bad', 'failed');
      const isPart = !options.execute && test.firings.some(({ results: wanted }) => wanted !== undefined);
      const left = isPart ? '; results not compared: give --execute' : '';
      io.out(`${mark}  ${task?.name}: ${result.test} (${plural(result.firings, 'firing')}${left})\n`);
      const differences = result.differences.map((difference) => ({ severity: 'error' as const, ...difference }));
      for (const diagnostic of placeFindings(text, differences)) {
        io.out(`${formatDiagnostic(diagnostic, file, text, io)}\n`);
      }
    }
  }
  if (results.length === 0) {
    const message = 'There is nothing to simulate: no recording is named, and the tasks have no tests.';
    throw new CodedError('usage', message, 'Name a recording by --events FILE, or add `tests` to a task.');
  }
  if (options.json) io.out(`${JSON.stringify({ firings: [], tests: results }, null, 2)}\n`);
  return results.every(({ differences }) => differences.length === 0) ? exitCodes.ok : exitCodes.findings;
}

/** Firings are told by the name of their task. */
function checkNames(tasks: readonly ResolvedTask[]): void {
  const names = tasks.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined) return;
  throw new CodedError(
    'duplicate-name',
    `Two of the tasks are named "${twice}".`,
    'Rename one, or simulate them apart.',
  );
}

function checkPlace({ execute, local, device, fleet }: SimulateOptions): void {
  const isNamed = device !== undefined || fleet !== undefined;
  const problem =
    !execute && (isNamed || local)
      ? 'A simulation needs a device only where it executes.'
      : isNamed && local
        ? 'Firings are executed in one place.'
        : undefined;
  if (problem === undefined) return;
  throw new CodedError('usage', problem, 'Give --execute, with --device ADDRESS or --local.');
}

function untilOf(text: string | undefined): Until {
  if (text === undefined) return undefined;
  const after = durationIn(text);
  if (after !== undefined) return { kind: 'after', time: after };
  const time = parseTime(text);
  if (time !== undefined) return { kind: 'at', time };
  throw new CodedError(
    'usage',
    `"${text}" is no time.`,
    'Give a duration, as 10s, or a time, as 2026-01-31T12:00:00Z.',
  );
}

function formatFault({ line, code, message, fix }: LineFault, file: string, io: Io): string {
  return `${io.paintError('bad', `error[${code}]`)}: ${printable(message)}\n  at ${file}:${line}\n  fix: ${printable(fix)}`;
}
