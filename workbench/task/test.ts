// The tests of a task document: its recordings, with the firings that must come of them.
import { dirname, join } from 'node:path';
import { catalogueOf, type LineFault } from '@edgewright/core/task/event-line.js';
import { type SimulatedFiring, simulate } from '@edgewright/core/task/simulation.js';
import type { TriedResult } from '@edgewright/schemas/deployment.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ExpectedFiring, ResolvedTask, ResolvedTest } from '@edgewright/schemas/task.js';
import { readRecording } from './recording.ts';
import { simulateExecuted } from './rounds.ts';

export interface TestResult {
  readonly test: string;
  readonly firings: number;
  /** What is not as expected, without places; empty where the test passes. */
  readonly differences: readonly Pick<Diagnostic, 'code' | 'message' | 'fix' | 'path'>[];
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
  const faults: string[] = [];
  const read = () => readRecording(join(dirname(path), test.events), test.events, catalogueOf([task]));
  const fault = ({ line, message }: LineFault): 'go-on' => {
    faults.push(`line ${line} of ${test.events}: ${message}`);
    return 'go-on';
  };
  if (execute === undefined)
    await simulate([task], read(), test.until, { fired: (firing) => plain.push(firing), fault });
  const fired =
    execute === undefined ? plain : (await simulateExecuted([task], read, test.until, execute, fault)).fired;
  const differences = [...faults.slice(0, 1), ...differencesOf(test.firings, fired)].map((what) => ({
    code: 'task-test' as const,
    message: `The test "${test.name}" does not pass: ${what}`,
    fix: 'Correct the task, or what the test expects.',
    path: test.path,
  }));
  return { test: test.name, firings: fired.length, differences };
}

/** The first that differs, as one sentence. */
function differencesOf(expected: readonly ExpectedFiring[], fired: readonly SimulatedFiring[]): readonly string[] {
  for (const [index, wanted] of expected.entries()) {
    const got = fired[index];
    const which = `firing ${index + 1}`;
    if (got === undefined) return [`it fires ${fired.length} times, and ${expected.length} are expected.`];
    const { firing, computed } = got;
    if (firing.kind !== wanted.kind) return [`${which} is a ${firing.kind}, and a ${wanted.kind} is expected.`];
    if (wanted.time !== undefined && firing.time !== wanted.time) {
      return [`${which} comes at ${iso(firing.time)}, and ${iso(wanted.time)} is expected.`];
    }
    if (wanted.key !== undefined && firing.key !== wanted.key) {
      return [`${which} has the key ${JSON.stringify(firing.key)}, and ${JSON.stringify(wanted.key)} is expected.`];
    }
    if (wanted.events !== undefined && firing.events.length !== wanted.events) {
      return [`${which} has ${firing.events.length} events, and ${wanted.events} are expected.`];
    }
    for (const [name, value] of Object.entries(wanted.features)) {
      const feature = computed?.features[name];
      if (feature === undefined) return [`${which} has no feature "${name}".`];
      if (Math.abs(feature - value) > 1e-6) return [`${which} has ${name} ${feature}, and ${value} is expected.`];
    }
    if (wanted.results === undefined || got.execution === undefined) continue;
    const difference = resultsDiffer(wanted.results, got.execution);
    if (difference !== undefined) return [`${which} ${difference}`];
  }
  if (fired.length === expected.length) return [];
  return [`it fires ${fired.length} times, and ${expected.length} are expected.`];
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

function isNear(found: unknown, wanted: unknown): boolean {
  if (typeof found === 'number' && typeof wanted === 'number') return Math.abs(found - wanted) <= 1e-6;
  if (!Array.isArray(found) || !Array.isArray(wanted)) return found === wanted;
  return found.length === wanted.length && found.every((value, index) => isNear(value, wanted[index]));
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
