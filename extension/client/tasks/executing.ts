// Firings of a simulation executed by a device, with the model and the script that lie beside the document.
import { dirname, resolve } from 'node:path';
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { loadTask } from '@edgewright/workbench/task/load.js';
import { packTask } from '@edgewright/workbench/tasks/package.js';
import { executeFirings } from '@edgewright/workbench/tasks/try.js';
import { formatBytes, plural } from '@edgewright/workbench/text/units.js';
import { workspace } from 'vscode';
import type { DeviceEntry } from '../devices/registry.ts';

export interface ExecutingOptions {
  readonly credentials: Credentials;
  readonly device: DeviceEntry;
  /** The document. */
  readonly text: string;
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onPhase?: (words: string) => void;
}

/** Of firings that are of this document's task. Rejects as `packTask` and `executeFirings`. */
export async function executeBeside(
  { credentials, device, text, path, signal, onPhase = () => undefined }: ExecutingOptions,
  fired: readonly SimulatedFiring[],
): Promise<readonly SimulatedFiring[]> {
  const { task } = loadTask(path, text);
  if (task === undefined)
    throw new CodedError('bad-params', 'The task has errors, so that it cannot be executed.', 'Correct the document.');
  const pack = await packTask(text, task, path);
  onPhase(`linking to ${device.name}`);
  return executeFirings(
    {
      ...{ target: device.target, credentials, task, pack, signal },
      onSent: (artifact, sent, bytes) => onPhase(`sending ${artifact}, ${formatBytes(sent)} of ${formatBytes(bytes)}`),
      onExecuted: (done, of) =>
        onPhase(done === 0 ? `executing ${plural(of, 'firing')}` : `${done} of ${plural(of, 'firing')} executed`),
    },
    fired,
  );
}

/** Saves the files of a task that were changed in an editor: a device gets what is on the disk. False where one was not saved. */
export async function saveFiles(paths: readonly string[]): Promise<boolean> {
  for (const document of workspace.textDocuments) {
    if (document.isDirty && paths.includes(document.uri.fsPath) && !(await document.save())) return false;
  }
  return true;
}

/** Absolute paths of a task document, its model and its script. */
export function filesOf(text: string, path: string): readonly string[] {
  const { model, script } = loadTask(path, text).task ?? {};
  const beside = [model?.file, script?.file].flatMap((file) => file ?? []);
  return [path, ...beside.map((file) => resolve(dirname(path), file))];
}
