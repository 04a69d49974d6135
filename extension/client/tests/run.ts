// Runs tests of task documents, by the code of `edgewright simulate`, and tells VS Code's test view how each went.
import { basename } from 'node:path';
import { findTests } from '@edgewright/workbench/task/discover.js';
import { plural } from '@edgewright/workbench/text/units.js';
import type { CancellationToken, TestController, TestItem, TestRun, TestRunRequest } from 'vscode';
import type { Testing } from '../../simulator/tester.ts';
import { runTests } from '../../simulator/testing.ts';
import type { DeviceEntry } from '../devices/registry.ts';
import type { ChoosingOptions } from '../tasks/choose.ts';
import { executeBeside, filesOf, saveFiles } from '../tasks/executing.ts';
import { faultOf } from '../views/editor.ts';
import { type ChosenTests, chosenTests, discover, follow, textOf } from './items.ts';
import { differenceMessage, faultMessage, invalidMessage, type TestedDocument } from './messages.ts';

export interface TaskTestOptions extends ChoosingOptions {
  readonly bundled: (name: string) => string;
}

/** Document after document. `device`: then models and scripts run too, and results are compared. */
export async function run(
  options: TaskTestOptions,
  controller: TestController,
  request: TestRunRequest,
  token: CancellationToken,
  device?: DeviceEntry,
): Promise<void> {
  const testRun = controller.createTestRun(request);
  const ending = new AbortController();
  const listening = token.onCancellationRequested(() => ending.abort());
  try {
    // Nobody has looked at the view yet, where all tests are asked for by a command.
    if (request.include === undefined) await discover(controller, token);
    const chosen = chosenTests(controller, request.include, request.exclude);
    for (const { tests } of chosen) for (const item of tests) testRun.enqueued(item);
    for (const one of chosen) {
      // What was typed a moment ago is run, at the place where it is now.
      await follow(controller, one.uri);
      await runDocument(options, one, testRun, ending.signal, device);
    }
  } finally {
    listening.dispose();
    testRun.end();
  }
}

async function runDocument(
  { bundled, credentials }: TaskTestOptions,
  { uri, tests }: ChosenTests,
  testRun: TestRun,
  signal: AbortSignal,
  device: DeviceEntry | undefined,
): Promise<void> {
  const text = (await textOf(uri)) ?? '';
  const path = uri.fsPath;
  if (device !== undefined && !signal.aborted) await saveFiles(filesOf(text, path));
  const places = new Map(findTests(text)?.tests.map(({ id, index }) => [id, index]));
  const named = tests.flatMap((item) => {
    const index = places.get(item.id);
    return index === undefined ? [] : [[index, item] as const];
  });
  const telling = newTelling({ uri, text }, testRun, new Map(named), tests);
  await runTests({
    ...{ script: bundled('tester.cjs'), faultOf, tell: telling.hear, signal },
    work: { text, path, tests: named.map(([index]) => index), isExecuted: device !== undefined },
    ...(device !== undefined && {
      execute: (fired) => executeBeside({ credentials, device, text, path, signal }, fired),
    }),
  });
  telling.end();
}

interface Telling {
  hear(message: Testing): void;
  /** Says of those of which nothing came that they were not run: cancelled before, or no longer in the document. */
  end(): void;
}

function newTelling(
  document: TestedDocument,
  testRun: TestRun,
  /** By their place in the document. */
  named: ReadonlyMap<number, TestItem>,
  tests: readonly TestItem[],
): Telling {
  const open = new Set(tests);
  // The output is a terminal.
  const say = (words: string, item: TestItem): void =>
    testRun.appendOutput(`${words.replaceAll(/\r?\n/g, '\r\n')}\r\n`, undefined, item);
  const hearOf = (message: Exclude<Testing, { readonly kind: 'invalid' }>, item: TestItem): void => {
    const name = `${basename(document.uri.path)}: ${item.label}`;
    if (message.kind === 'started') testRun.started(item);
    else if (message.kind === 'said') {
      for (const { level, text } of message.lines) say(`  ${level === 'info' ? 'says' : level}  ${text}`, item);
    } else if (message.kind === 'failed') {
      const { test, fault, time } = message;
      open.delete(item);
      say(`${name}: ${fault.code}: ${fault.message}`, item);
      testRun.errored(item, faultMessage(document, fault, ['tests', test, 'events']), time);
    } else {
      const { result, time, isPart } = message;
      const { differences, firings, events } = result;
      open.delete(item);
      const left = isPart ? '; results not compared: run it on a device' : '';
      const outcome = differences.length === 0 ? 'ok' : 'failed';
      say(`${name}: ${outcome} (${plural(firings, 'firing')}, ${Math.round(time)} ms${left})`, item);
      for (const { message: what } of differences) say(`  ${what}`, item);
      const messages = differences.map((each) => differenceMessage(document, each, events));
      if (messages.length === 0) testRun.passed(item, time);
      else testRun.failed(item, messages, time);
    }
  };
  return {
    hear(message) {
      if (message.kind !== 'invalid') {
        const item = named.get(message.test);
        if (item !== undefined) hearOf(message, item);
        return;
      }
      for (const item of open) testRun.errored(item, invalidMessage(document, message.diagnostics));
      open.clear();
    },
    end() {
      for (const item of open) testRun.skipped(item);
    },
  };
}
