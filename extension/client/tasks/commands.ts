// Commands on tasks: let devices have one, see which a device has, record what one sees, take one away.
import { dirname, join } from 'node:path';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import { loadTask } from '@edgewright/workbench/task/load.js';
import { deployTask, listTasks, removeTask } from '@edgewright/workbench/tasks/ask.js';
import { packTask } from '@edgewright/workbench/tasks/package.js';
import { recordTask } from '@edgewright/workbench/tasks/record.js';
import { plural } from '@edgewright/workbench/text/units.js';
import { commands, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import type { CommandTable } from '../commands.ts';
import { isSure, pickDevices } from '../devices/commands.ts';
import type { DeviceEntry } from '../devices/registry.ts';
import { orTell } from '../fault.ts';
import { requireTrust } from '../trust.ts';
import { type ChoosingOptions, chooseTask, type TaskPlace } from './choose.ts';
import { showPlace, taskDocument, taskDocuments } from './documents.ts';
import type { TaskRows } from './rows.ts';

export interface TaskCommandOptions extends ChoosingOptions {
  readonly rows: TaskRows;
}

export function taskCommands(options: TaskCommandOptions): CommandTable {
  return {
    'edgewright.deployTask': async (uri) => {
      if (!requireTrust('Devices are not dialled')) return;
      const document = await taskDocument(uri);
      if (document !== undefined) await deploy(options, document);
    },
    'edgewright.deviceTasks': (node) => showTasks(options, node),
    'edgewright.redeployTask': (node) => redeploy(options, node),
    'edgewright.removeTask': (node) => remove(options, node),
    'edgewright.recordTask': (node) => record(options, node),
  };
}

/** `to`: the devices, where they are known already. */
async function deploy(
  { registry, credentials, log, rows }: TaskCommandOptions,
  document: TextDocument,
  to?: readonly DeviceEntry[],
): Promise<void> {
  // What is deployed is what is on the disk, with the files beside it.
  if (document.isDirty && !(await document.save())) return;
  const text = document.getText();
  const { task, diagnostics } = loadTask(document.uri.fsPath, text);
  if (task === undefined || hasErrors(diagnostics)) {
    const first = diagnostics.find(({ severity }) => severity === 'error');
    const place = first?.place;
    const why = first === undefined ? '' : ` Line ${place?.line ?? 1}: ${first.message} ${first.fix}`;
    await showPlace(document, place?.offset ?? 0);
    void window.showErrorMessage(`The task has errors, and no device would take it.${why}`);
    return;
  }
  const devices = to ?? (await pickDevices(registry, `Deploy ${task.name} to which devices?`));
  if (devices === undefined) return;
  await orTell(log, async () => {
    const pack = await packTask(text, task, document.uri.fsPath);
    for (const device of devices) {
      const { name, target } = device;
      // A device that does not answer does not keep the others from it.
      await orTell(log, async () => {
        const asked = { target, credentials };
        const before = (await listTasks(asked)).find((status) => status.task === task.name);
        if (before !== undefined && before.version !== '') {
          const question = `${name} has version ${before.version} of ${task.name}. Replace it with this document?`;
          if (!(await isSure(question, 'Replace'))) return;
        }
        const deployed = await window.withProgress(
          { location: ProgressLocation.Notification, title: `Deploying ${task.name} to ${name}` },
          () => deployTask(asked, pack, '', () => undefined),
        );
        rows.refresh(device);
        if (deployed.kind === 'refused') {
          const [first] = deployed.diagnostics;
          void window.showErrorMessage(`${name} refuses ${task.name}: ${first?.message ?? ''} ${first?.fix ?? ''}`);
          return;
        }
        const place: TaskPlace = { kind: 'task', device: device.key, task: task.name };
        offer(`${name} has ${task.name}: ${deployed.status.state}.`, 'Watch', 'edgewright.watchTask', place);
      });
    }
  });
}

/** A message with one thing to do next, which nothing waits for. */
function offer(message: string, label: string, command: string, ...args: readonly unknown[]): void {
  void window.showInformationMessage(message, label).then((chosen) => {
    if (chosen === label) void commands.executeCommand(command, ...args);
  });
}

async function redeploy(options: TaskCommandOptions, node: unknown): Promise<void> {
  if (!requireTrust('Devices are not dialled')) return;
  const chosen = await chooseTask(options, node, 'deploy which one again?');
  if (chosen === undefined) return;
  const [document] = await taskDocuments(chosen.task);
  if (document === undefined) {
    void window.showInformationMessage(`No document of this workspace is named ${chosen.task}.`);
    return;
  }
  await deploy(options, document, [chosen.device]);
}

const actions = [
  { label: '$(pulse) Watch', command: 'edgewright.watchTask' },
  { label: '$(record) Record its events', command: 'edgewright.recordTask' },
  { label: '$(cloud-upload) Deploy it again', command: 'edgewright.redeployTask' },
  { label: '$(trash) Remove', command: 'edgewright.removeTask' },
] as const;

async function showTasks(options: TaskCommandOptions, node: unknown): Promise<void> {
  if (!requireTrust('Devices are not dialled')) return;
  const chosen = await chooseTask(options, node, 'choose one');
  if (chosen === undefined) return;
  const { device, task } = chosen;
  const action = await window.showQuickPick(actions, { title: `${task} on ${device.name}` });
  const place: TaskPlace = { kind: 'task', device: device.key, task };
  if (action !== undefined) await commands.executeCommand(action.command, place);
}

async function remove(options: TaskCommandOptions, node: unknown): Promise<void> {
  if (!requireTrust('Devices are not dialled')) return;
  const chosen = await chooseTask(options, node, 'remove which one?');
  if (chosen === undefined) return;
  const { device, task } = chosen;
  const question = `Remove ${task} from ${device.name}? Its results stay until they were taken.`;
  if (!(await isSure(question, 'Remove'))) return;
  await orTell(options.log, async () => {
    await removeTask({ target: device.target, credentials: options.credentials }, task);
    void window.showInformationMessage(`${task} removed from ${device.name}.`);
  });
  options.rows.refresh(device);
}

/** Milliseconds; whoever records ends it before. */
const recordTime = 3_600_000;

async function record(options: TaskCommandOptions, node: unknown): Promise<void> {
  if (!requireTrust('Devices are not dialled')) return;
  const chosen = await chooseTask(options, node, 'record which one?');
  if (chosen === undefined) return;
  const { device, task } = chosen;
  const [document] = await taskDocuments(task);
  const beside = document === undefined ? workspace.workspaceFolders?.[0]?.uri.fsPath : dirname(document.uri.fsPath);
  const file = await window.showSaveDialog({
    title: `Record what ${task} sees on ${device.name}`,
    ...(beside !== undefined && { defaultUri: Uri.file(join(beside, `${task}.jsonl`)) }),
    filters: { Recordings: ['jsonl'] },
  });
  if (file === undefined) return;
  const ending = new AbortController();
  const recorded = await orTell(options.log, () =>
    window.withProgress(
      { location: ProgressLocation.Notification, title: `Recording ${task} on ${device.name}`, cancellable: true },
      (progress, token) => {
        token.onCancellationRequested(() => ending.abort());
        progress.report({ message: 'no event yet; Cancel ends it and keeps what was recorded' });
        return recordTask({
          target: device.target,
          credentials: options.credentials,
          ...{ task, time: recordTime, file: file.fsPath, signal: ending.signal },
          onEvents: (count) => progress.report({ message: `${plural(count, 'event')}; Cancel ends it` }),
        });
      },
    ),
  );
  if (recorded === undefined) return;
  const lost = recorded.dropped === 0 ? '' : ` ${recorded.dropped} that the link could not take are not in it.`;
  const told = `${workspace.asRelativePath(file)}: ${plural(recorded.events, 'event')} of ${task}.${lost}`;
  if (document === undefined) void window.showInformationMessage(told);
  else offer(told, 'Simulate', 'edgewright.simulateTask', document.uri, file);
}
