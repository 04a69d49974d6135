// Which task of which device a command is about: that of a row or a page, else one that the user picks.
import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { listTasks } from '@edgewright/workbench/tasks/ask.js';
import { type LogOutputChannel, type QuickPickItem, window } from 'vscode';
import { pickDevice } from '../devices/commands.ts';
import type { DeviceEntry, DeviceRegistry } from '../devices/registry.ts';
import { orTell } from '../fault.ts';
import { taskFace } from './face.ts';

export interface ChoosingOptions {
  readonly registry: DeviceRegistry;
  readonly credentials: Credentials;
  readonly log: LogOutputChannel;
}

/** A task on a device by name, as a row of the Devices view and a page have it. */
export interface TaskPlace {
  readonly kind: 'task';
  /** Key of the device. */
  readonly device: string;
  readonly task: string;
}

export interface ChosenTask {
  readonly device: DeviceEntry;
  readonly task: string;
}

/** Undefined where the user leaves, or was told why there is none. */
export async function chooseTask(
  { registry, credentials, log }: ChoosingOptions,
  node: unknown,
  question: string,
): Promise<ChosenTask | undefined> {
  if (isTaskPlace(node)) {
    const device = registry.devices.find(({ key }) => key === node.device);
    if (device !== undefined) return { device, task: node.task };
  }
  const key = typeof node === 'object' && node !== null && 'key' in node ? node.key : undefined;
  const device =
    registry.devices.find((entry) => entry.key === key) ?? (await pickDevice(registry, 'Tasks of which device?'));
  if (device === undefined) return undefined;
  const tasks = await orTell(log, () => listTasks({ target: device.target, credentials }));
  if (tasks === undefined) return undefined;
  if (tasks.length === 0) {
    void window.showInformationMessage(`${device.name} has no tasks. Deploy one from its document.`);
    return undefined;
  }
  const chosen = await window.showQuickPick(tasks.map(itemOf), { title: `Tasks of ${device.name}: ${question}` });
  return chosen === undefined ? undefined : { device, task: chosen.label };
}

function itemOf(status: TaskStatus): QuickPickItem {
  const { description, detail } = taskFace(status);
  return { label: status.task, description, detail };
}

function isTaskPlace(node: unknown): node is TaskPlace {
  return typeof node === 'object' && node !== null && 'kind' in node && node.kind === 'task';
}
