// Commands on tasks: let devices have one, see which a device has and how they go, take one away.

import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { loadTask } from '@edgewright/workbench/task/load.js';
import { deployTask, listTasks, removeTask } from '@edgewright/workbench/tasks/ask.js';
import { packTask } from '@edgewright/workbench/tasks/package.js';
import { formatBytes, plural } from '@edgewright/workbench/text/units.js';
import { type LogOutputChannel, ProgressLocation, type TextDocument, Uri, window, workspace } from 'vscode';
import type { CommandTable } from '../commands.ts';
import { isSure, pickDevice, pickDevices } from '../devices/commands.ts';
import type { DeviceEntry, DeviceRegistry } from '../devices/registry.ts';
import { orTell } from '../fault.ts';
import { requireTrust } from '../trust.ts';

export interface TaskCommandOptions {
  readonly registry: DeviceRegistry;
  readonly credentials: Credentials;
  readonly log: LogOutputChannel;
}

export function taskCommands(options: TaskCommandOptions): CommandTable {
  return {
    'edgewright.deployTask': (uri) => deploy(options, uri),
    'edgewright.deviceTasks': (node) => showTasks(options, node),
  };
}

async function deploy({ registry, credentials, log }: TaskCommandOptions, uri: unknown): Promise<void> {
  if (!requireTrust('Devices are not dialled')) return;
  const document = await documentFor(uri);
  if (document === undefined) return;
  // What is deployed is what is on the disk, with the files beside it.
  if (document.isDirty && !(await document.save())) return;
  const text = document.getText();
  const { task, diagnostics } = loadTask(document.uri.fsPath, text);
  if (task === undefined || hasErrors(diagnostics)) {
    void window.showErrorMessage('The task has errors; they are marked in its document, and no device would take it.');
    return;
  }
  const devices = await pickDevices(registry, `Deploy ${task.name} to which devices?`);
  if (devices === undefined) return;
  await orTell(log, async () => {
    const pack = await packTask(text, task, document.uri.fsPath);
    for (const { name, target } of devices) {
      // A device that does not answer does not keep the others from it.
      await orTell(log, async () => {
        const deployed = await window.withProgress(
          { location: ProgressLocation.Notification, title: `Deploying ${task.name} to ${name}` },
          () => deployTask({ target, credentials }, pack, '', () => undefined),
        );
        if (deployed.kind === 'refused') {
          const [first] = deployed.diagnostics;
          void window.showErrorMessage(`${name} refuses ${task.name}: ${first?.message ?? ''} ${first?.fix ?? ''}`);
        } else void window.showInformationMessage(`${name} has ${task.name}: ${deployed.status.state}.`);
      });
    }
  });
}

/** The document of a file in the explorer, else the one at hand. */
async function documentFor(uri: unknown): Promise<TextDocument | undefined> {
  if (uri instanceof Uri) return workspace.openTextDocument(uri);
  const active = window.activeTextEditor?.document;
  if (active !== undefined && /^\s*edgewright\s*:\s*["']?task\//m.test(active.getText())) return active;
  void window.showInformationMessage('Open a task document (*.task.yaml) to deploy it.');
  return undefined;
}

async function showTasks({ registry, credentials, log }: TaskCommandOptions, node: unknown): Promise<void> {
  if (!requireTrust('Devices are not dialled')) return;
  const key = typeof node === 'object' && node !== null && 'key' in node ? node.key : undefined;
  const device =
    registry.devices.find((entry) => entry.key === key) ?? (await pickDevice(registry, 'Tasks of which device?'));
  if (device === undefined) return;
  await orTell(log, async () => {
    const asked = { target: device.target, credentials };
    const tasks = await listTasks(asked);
    if (tasks.length === 0) {
      void window.showInformationMessage(`${device.name} has no tasks. Deploy one from its document.`);
      return;
    }
    const task = await pickTask(device, tasks);
    if (task === undefined) return;
    const question = `Remove ${task} from ${device.name}? Its results stay until they were taken.`;
    if (!(await isSure(question, 'Remove'))) return;
    await removeTask(asked, task);
    void window.showInformationMessage(`${task} removed from ${device.name}.`);
  });
}

async function pickTask({ name }: DeviceEntry, tasks: readonly TaskStatus[]): Promise<string | undefined> {
  const items = tasks.map((status) => ({
    label: status.task,
    description: status.version === '' ? status.state : `${status.state} · ${status.version}`,
    detail: detailOf(status),
  }));
  const chosen = await window.showQuickPick(items, { title: `Tasks of ${name}; choose one to remove it` });
  return chosen?.label;
}

function detailOf({ counters, latency, trouble }: TaskStatus): string {
  if (trouble !== null) return trouble.message;
  const { p50, p99, deadline } = latency;
  const times = p50 === null || p99 === null ? [] : [`p50 ${time(p50.total)}, p99 ${time(p99.total)}`];
  const bytes = `${formatBytes(counters.bytesRaw)} kept, ${formatBytes(counters.bytesSent)} sent`;
  const limit = deadline === null ? [] : [`deadline ${time(deadline)}`];
  return [plural(counters.fired + counters.timeouts, 'firing'), ...times, ...limit, bytes].join(' · ');
}

function time(milliseconds: number): string {
  return `${Number(milliseconds.toPrecision(3))} ms`;
}
