// Runs tests of one task document in a thread of its own, one after another: a recording may be of a week.
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { TaskLogLine } from '@edgewright/schemas/deployment.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { loadTask } from '@edgewright/workbench/task/load.js';
import { type Execute, runTest, type TestResult } from '@edgewright/workbench/task/test.js';
import type { Fault } from '../protocol.ts';
import { askHost, type ExecutionAnswer, type ExecutionRequest } from './asking.ts';
import { faultOf } from './fault.ts';

export interface TestingWork {
  /** The document, and where it stands. */
  readonly text: string;
  readonly path: string;
  /** Places of the tests in the document. */
  readonly tests: readonly number[];
  /** Whether a device executes what fires, so that results are compared too. */
  readonly isExecuted: boolean;
}

/** Of the thread, beside what it asks. `test`: its place in the document. */
export type Testing =
  /** The document has errors: none of its tests runs. */
  | { readonly kind: 'invalid'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'started'; readonly test: number }
  /** By the script, while it was executed. */
  | { readonly kind: 'said'; readonly test: number; readonly lines: readonly TaskLogLine[] }
  /** `time`: milliseconds. `isPart`: results that it expects were not compared. */
  | {
      readonly kind: 'ended';
      readonly test: number;
      readonly result: TestResult;
      readonly time: number;
      readonly isPart: boolean;
    }
  /** It could not be run. */
  | { readonly kind: 'failed'; readonly test: number; readonly fault: Fault; readonly time: number };

const asking = askHost((request) => tell(request));
parentPort?.on('message', (answer: ExecutionAnswer) => asking.hear(answer));
void begin(workerData as TestingWork);

async function begin({ text, path, tests, isExecuted }: TestingWork): Promise<void> {
  const { task, diagnostics } = loadTask(basename(path), text);
  if (task === undefined) tell({ kind: 'invalid', diagnostics });
  else for (const test of tests) await run(task, test, path, isExecuted);
  parentPort?.close();
}

async function run(task: ResolvedTask, at: number, path: string, isExecuted: boolean): Promise<void> {
  const test = task.tests[at];
  if (test === undefined) return;
  tell({ kind: 'started', test: at });
  const start = performance.now();
  const execute: Execute = async (fired) => {
    const executed = await asking.execute(fired);
    const lines = executed.flatMap(({ execution }) => execution?.log ?? []);
    if (lines.length > 0) tell({ kind: 'said', test: at, lines });
    return executed;
  };
  const hasWork = task.model !== undefined || task.script !== undefined;
  try {
    const result = await runTest(task, test, path, isExecuted && hasWork ? execute : undefined);
    const isPart = !isExecuted && test.firings.some(({ results }) => results !== undefined);
    tell({ kind: 'ended', test: at, result, time: performance.now() - start, isPart });
  } catch (error) {
    tell({ kind: 'failed', test: at, fault: faultOf(error), time: performance.now() - start });
  }
}

function tell(message: Testing | ExecutionRequest): void {
  parentPort?.postMessage(message);
}
