// The tests of task documents in VS Code's own test view: found in the workspace, run by the code of `edgewright simulate`.
import { Disposable, TestRunProfileKind, tests, type Uri, workspace } from 'vscode';
import { pickDevice } from '../devices/commands.ts';
import { orTell } from '../fault.ts';
import { requireTrust } from '../trust.ts';
import { discover, follow, watchFiles } from './items.ts';
import { run, type TaskTestOptions } from './run.ts';

/** Milliseconds after the last key. */
const settleTime = 300;

export function taskTests(options: TaskTestOptions): Disposable {
  const { log, registry } = options;
  const controller = tests.createTestController('edgewright.tasks', 'Edgewright Tasks');
  const timers = new Map<string, NodeJS.Timeout>();
  const changed = (uri: Uri, time: number): void => {
    const id = uri.toString();
    clearTimeout(timers.get(id));
    const act = (): void => {
      timers.delete(id);
      void orTell(log, () => follow(controller, uri));
    };
    timers.set(id, setTimeout(act, time));
  };
  controller.resolveHandler = (item) => (item === undefined ? orTell(log, () => discover(controller)) : undefined);
  controller.refreshHandler = (token) => orTell(log, () => discover(controller, token));
  controller.createRunProfile(
    'Run',
    TestRunProfileKind.Run,
    (request, token) => orTell(log, () => run(options, controller, request, token)),
    true,
  );
  controller.createRunProfile('Run on Device...', TestRunProfileKind.Run, async (request, token) => {
    if (!requireTrust('Devices are not dialled')) return;
    const device = await pickDevice(registry, 'Run the tests on which device?');
    if (device !== undefined) await orTell(log, () => run(options, controller, request, token, device));
  });
  for (const document of workspace.textDocuments) changed(document.uri, 0);
  return Disposable.from(
    controller,
    watchFiles((uri) => changed(uri, 0)),
    workspace.onDidOpenTextDocument(({ uri }) => changed(uri, 0)),
    workspace.onDidChangeTextDocument(({ document }) => changed(document.uri, settleTime)),
    new Disposable(() => {
      for (const timer of timers.values()) clearTimeout(timer);
    }),
  );
}
