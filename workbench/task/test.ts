// The tests of a task document: its recordings, with the firings that must come of them.
import { dirname, join } from 'node:path';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ExpectedFiring, ResolvedTask, ResolvedTest } from '@edgewright/schemas/task.js';
import { catalogueOf, readRecording } from './recording.ts';
import { type SimulatedFiring, simulate } from './simulation.ts';

export interface TestResult {
  readonly test: string;
  readonly firings: number;
  /** What is not as expected, without places; empty where the test passes. */
  readonly differences: readonly Pick<Diagnostic, 'code' | 'message' | 'fix' | 'path'>[];
}

/** `path` is where the document stands. Throws `file-unreadable` for a recording. */
export async function runTest(task: ResolvedTask, test: ResolvedTest, path: string): Promise<TestResult> {
  const fired: SimulatedFiring[] = [];
  const faults: string[] = [];
  const lines = readRecording(join(dirname(path), test.events), test.events, catalogueOf([task]));
  await simulate([task], lines, test.until, {
    fired: (firing) => fired.push(firing),
    fault: ({ line, message }) => {
      faults.push(`line ${line} of ${test.events}: ${message}`);
      return 'go-on';
    },
  });
  const differences = [...faults.slice(0, 1), ...differencesOf(test.firings, fired)].map((what) => ({
    code: 'task-test' as const,
    message: `The test "${test.name}" does not pass: ${what}`,
    fix: 'Correct the trigger, or what the test expects.',
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
  }
  if (fired.length === expected.length) return [];
  return [`it fires ${fired.length} times, and ${expected.length} are expected.`];
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
