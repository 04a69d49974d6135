// The tests of a task document: its recordings, with the firings that must come of them.
import { dirname, join } from 'node:path';
import { catalogueOf, type LineFault, type RecordedEvent } from '@edgewright/core/task/event-line.js';
import { type SimulatedFiring, simulate } from '@edgewright/core/task/simulation.js';
import type { TriedResult } from '@edgewright/schemas/deployment.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ExpectedFiring, ResolvedTask, ResolvedTest } from '@edgewright/schemas/task.js';
import { type FiringTexts, textsOf } from './compared.ts';
import { isNear } from './near.ts';
import { readRecording } from './recording.ts';
import { simulateExecuted } from './rounds.ts';

export interface TestResult {
  readonly test: string;
  /** Path of the recording, as the test names it. */
  readonly events: string;
  readonly firings: number;
  /** What is not as expected, without places; empty where the test passes. */
  readonly differences: readonly Difference[];
}

export interface Difference extends Pick<Diagnostic, 'code' | 'message' | 'fix' | 'path'> {
  /** Line of the recording, from 1: one that cannot be used, or that of the last event of the firing that differs. */
  readonly line?: number;
  /** All firings, as far as the test states them; absent where a line cannot be used. */
  readonly firings?: FiringTexts;
}

/** A device's answers to firings, in their order. */
export type Execute = (fired: readonly SimulatedFiring[]) => Promise<readonly SimulatedFiring[]>;

/**
 * `path` is where the document stands. Without `execute` the results that are expected are not compared. Throws
 * `file-unreadable` for a recording, and as `execute`.
 */
export async function runTest(
  task: ResolvedTask,
  test: ResolvedTest,
  path: string,
  execute?: Execute,
): Promise<TestResult> {
  const plain: SimulatedFiring[] = [];
  const faults: LineFault[] = [];
  const read = () => readRecording(join(dirname(path), test.events), test.events, catalogueOf([task]));
  const fault = (what: LineFault): 'go-on' => {
    faults.push(what);
    return 'go-on';
  };
  if (execute === undefined)
    await simulate([task], read(), test.until, { fired: (firing) => plain.push(firing), fault });
  const fired =
    execute === undefined ? plain : (await simulateExecuted([task], read, test.until, execute, fault)).fired;
  const failed = `The test "${test.name}" does not pass:`;
  const unusable = faults.slice(0, 1).map(({ code, line, message, fix }): Difference => {
    return { code, message: `${failed} line ${line} of ${test.events}: ${message}`, fix, path: test.path, line };
  });
  const difference = differenceOf(test.firings, fired);
  const ran = { test: test.name, events: test.events, firings: fired.length };
  if (difference === undefined) return { ...ran, differences: unusable };
  const { index, what } = difference;
  const line = (fired[index]?.firing.events.at(-1) as Partial<RecordedEvent> | undefined)?.line;
  const different: Difference = {
    code: 'task-test',
    message: `${failed} ${what}`,
    fix: 'Correct the task, or what the test expects.',
    path: index < test.firings.length ? [...test.path, 'firings', index] : test.path,
    ...(line !== undefined && { line }),
    firings: textsOf(test.firings, fired),
  };
  return { ...ran, differences: [...unusable, different] };
}

/** The first firing that differs, or is missing, or is one too many, and how. */
function differenceOf(
  expected: readonly ExpectedFiring[],
  fired: readonly SimulatedFiring[],
): { readonly index: number; readonly what: string } | undefined {
  for (const [index, wanted] of expected.entries()) {
    const got = fired[index];
    const what = got === undefined ? undefined : firingDiffers(wanted, got);
    if (what !== undefined) return { index, what: `firing ${index + 1} ${what}` };
    if (got === undefined) break;
  }
  if (fired.length === expected.length) return undefined;
  const what = `it fires ${fired.length} times, and ${expected.length} are expected.`;
  return { index: Math.min(fired.length, expected.length), what };
}

function firingDiffers(wanted: ExpectedFiring, { firing, computed, execution }: SimulatedFiring): string | undefined {
  if (firing.kind !== wanted.kind) return `is a ${firing.kind}, and a ${wanted.kind} is expected.`;
  if (wanted.time !== undefined && firing.time !== wanted.time)
    return `comes at ${iso(firing.time)}, and ${iso(wanted.time)} is expected.`;
  if (wanted.key !== undefined && firing.key !== wanted.key)
    return `has the key ${JSON.stringify(firing.key)}, and ${JSON.stringify(wanted.key)} is expected.`;
  if (wanted.events !== undefined && firing.events.length !== wanted.events)
    return `has ${firing.events.length} events, and ${wanted.events} are expected.`;
  for (const [name, value] of Object.entries(wanted.features)) {
    const feature = computed?.features[name];
    if (feature === undefined) return `has no feature "${name}".`;
    if (!isNear(feature, value)) return `has ${name} ${feature}, and ${value} is expected.`;
  }
  if (wanted.results === undefined || execution === undefined) return undefined;
  return resultsDiffer(wanted.results, execution);
}

function resultsDiffer(
  wanted: readonly Readonly<Record<string, unknown>>[],
  { results, failure }: TriedResult,
): string | undefined {
  if (failure !== undefined) return `fails with ${failure.code}: ${failure.message}`;
  if (results.length !== wanted.length) return `has ${results.length} results, and ${wanted.length} are expected.`;
  for (const [index, one] of wanted.entries()) {
    for (const [name, value] of Object.entries(one)) {
      const found = results[index]?.[name];
      if (!isNear(found, value)) {
        return `has the result ${name} ${JSON.stringify(found) ?? 'nowhere'}, and ${JSON.stringify(value)} is expected.`;
      }
    }
  }
  return undefined;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
