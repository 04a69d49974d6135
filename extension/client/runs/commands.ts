// Commands on runs: start, control, open, report, compare, export.
import { basename, dirname, join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { openDevices } from '@edgewright/workbench/devices/open.js';
import { type ControlVerb, controlRun } from '@edgewright/workbench/runs/control.js';
import { startRerun } from '@edgewright/workbench/runs/rerun.js';
import { startRun } from '@edgewright/workbench/runs/start.js';
import { isOver } from '@edgewright/workbench/runs/status.js';
import { loadSweep, runArtifacts } from '@edgewright/workbench/sweep/load.js';
import { plural } from '@edgewright/workbench/text/units.js';
import {
  commands,
  env,
  type LogOutputChannel,
  ProgressLocation,
  type QuickPickItem,
  ThemeIcon,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Analyst } from '../../analyst/analyst.ts';
import type { CommandTable } from '../commands.ts';
import { isSure, pickDevices } from '../devices/commands.ts';
import type { DeviceRegistry } from '../devices/registry.ts';
import { orTell } from '../fault.ts';
import { setting } from '../settings.ts';
import { requireTrust } from '../trust.ts';
import { uriIn } from '../uri.ts';
import { runEditor } from '../views/editor.ts';
import type { RunController, RunEntry } from './controller.ts';
import { runFace } from './face.ts';
import { rootFor } from './roots.ts';

export interface RunCommandOptions {
  readonly registry: DeviceRegistry;
  readonly controller: RunController;
  readonly credentials: Credentials;
  readonly log: LogOutputChannel;
  /** A worker over the runs in these folders. */
  readonly analyse: (folders: readonly string[]) => Analyst;
  /** Opens the page that compares runs. */
  readonly compare: (folders: readonly string[]) => void;
}

export function runCommands(options: RunCommandOptions): CommandTable {
  const { controller } = options;
  const runOf = async (node: unknown, title: string, fits: (entry: RunEntry) => boolean = () => true) => {
    const path = pathOf(node) ?? (await activeRun());
    const entry = path === undefined ? undefined : controller.entry(path);
    return entry ?? pickRun(controller.runs.filter(fits), title);
  };
  const control = (verb: ControlVerb, title: string, fits: (entry: RunEntry) => boolean) => async (node: unknown) => {
    const entry = await runOf(node, title, fits);
    if (entry === undefined || !requireTrust('Devices are not dialled')) return;
    if (verb === 'cancel' && !(await isSure(`Cancel ${entry.run.head.name}? What was measured stays.`, 'Cancel Run')))
      return;
    await askDevices(entry, verb, options);
  };

  return {
    'edgewright.run': (uri) => start(options, uri),
    'edgewright.pauseRun': control('pause', 'Pause which run?', isActive),
    'edgewright.continueRun': control('continue', 'Continue which run?', isActive),
    'edgewright.cancelRun': control('cancel', 'Cancel which run?', isActive),
    'edgewright.rerunFailures': async (node) => {
      const entry = await runOf(node, 'Re-run the failures of which run?', hasFailures);
      if (entry !== undefined && requireTrust('Devices are not dialled')) await rerun(entry, options);
    },
    'edgewright.reconnectRun': async (node) => {
      const entry = await runOf(node, 'Collect which run?', isActive);
      if (entry !== undefined && requireTrust('Devices are not dialled')) await controller.reconnect(entry.run.path);
    },
    'edgewright.openRun': async (node) => {
      const entry = await runOf(node, 'Open which run?');
      if (entry !== undefined) await openRunPage(entry.run.path);
    },
    'edgewright.report': async (node) => {
      const entry = await runOf(node, 'Write the report of which run?');
      if (entry !== undefined) await writeReport(entry.run.path, options);
    },
    'edgewright.exportRun': async (node) => {
      const entry = await runOf(node, 'Export the records of which run?');
      if (entry !== undefined) await exportRecords(entry, options);
    },
    'edgewright.compareRuns': async (node, nodes) => {
      const given = Array.isArray(nodes) ? nodes.flatMap((one) => pathOf(one) ?? []) : [];
      const folders = given.length > 1 ? given : await pickRuns(controller.runs, pathOf(node));
      if (folders !== undefined) options.compare(folders);
    },
    'edgewright.revealRun': async (node) => {
      const entry = await runOf(node, 'Reveal the folder of which run?');
      if (entry !== undefined)
        await commands.executeCommand('revealInExplorer', Uri.file(join(entry.run.path, 'run.json')));
    },
    'edgewright.copyRunPath': async (node) => {
      const entry = await runOf(node, 'Copy the path of which run?');
      if (entry !== undefined) await env.clipboard.writeText(entry.run.path);
    },
    'edgewright.deleteRun': async (node) => {
      const entry = await runOf(node, 'Delete which run?');
      if (entry === undefined) return;
      await deleteRun(entry, controller);
    },
    'edgewright.refreshRuns': async () => {
      await controller.refresh();
      if (workspace.isTrusted) await controller.attachAll();
    },
  };
}

/** Into the trash where there is one: a remote machine has none, and then the question says so. */
async function deleteRun(entry: RunEntry, controller: RunController): Promise<void> {
  const { run } = entry;
  const folder = Uri.file(run.path);
  const goesOn = isActive(entry) ? ' Its devices go on measuring: cancel it first if they should not.' : '';
  const remove = async (useTrash: boolean) => {
    await controller.detach(run.path);
    await workspace.fs.delete(folder, { recursive: true, useTrash });
    await controller.refresh();
  };
  if (env.remoteName === undefined) {
    if (!(await isSure(`Move the folder of ${run.head.name} to the trash?${goesOn}`, 'Move to Trash'))) return;
    const isMoved = await remove(true).then(
      () => true,
      () => false,
    );
    if (isMoved) return;
  }
  const question = `There is no trash here: delete the folder of ${run.head.name}, with all that it measured, for good?`;
  if (await isSure(question + goesOn, 'Delete')) await remove(false);
}

/** Checks, asks for the devices, makes the run, and goes on collecting it in the background. */
async function start(options: RunCommandOptions, uri: unknown): Promise<void> {
  const { registry, controller, credentials } = options;
  if (!requireTrust('Nothing is pushed to devices')) return;
  const document = await sweepDocument(uri);
  if (document === undefined) return;
  if (document.isDirty) await document.save();
  const file = document.uri.fsPath;
  const text = document.getText();
  const loaded = await loadSweep(basename(file), dirname(file), text);
  const { checked } = loaded;
  if (checked.sweep === undefined || hasErrors(checked.diagnostics)) {
    const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
    const show = 'Show Problems';
    const chosen = await window.showErrorMessage(
      `${basename(file)} has ${plural(errors.length, 'error')} and was not pushed. The first: ${errors[0]?.message}`,
      show,
    );
    if (chosen === show) await commands.executeCommand('workbench.actions.view.problems');
    return;
  }
  const { name } = checked.sweep;
  const devices = await pickDevices(
    registry,
    `Run ${name} (${plural(checked.points?.length ?? 0, 'point')}) on which devices?`,
  );
  if (devices === undefined) return;
  await registry.choose(new Map(registry.devices.map(({ key }) => [key, devices.some((entry) => entry.key === key)])));
  const started = await window.withProgress(
    {
      location: ProgressLocation.Notification,
      title: `Pushing ${name} to ${devices.map((device) => device.name).join(', ')}`,
    },
    async () =>
      startRun({
        root: rootFor(document.uri),
        name,
        sweep: text,
        artifacts: await runArtifacts(loaded),
        devices: await openDevices(
          devices.map(({ target }) => target),
          credentials,
        ),
        now: new Date(),
      }),
  );
  await controller.attach(started.run.path, started);
  if (setting('run.openPage', document.uri)) await openRunPage(started.run.path);
}

async function rerun({ run }: RunEntry, { controller, credentials }: RunCommandOptions): Promise<void> {
  const started = await window.withProgress(
    { location: ProgressLocation.Notification, title: `Re-running the failures of ${run.head.name}` },
    () => startRerun({ run, credentials, now: new Date() }),
  );
  await controller.attach(started.run.path, started);
  if (setting('run.openPage')) await openRunPage(started.run.path);
}

async function askDevices(
  entry: RunEntry,
  verb: ControlVerb,
  { controller, credentials, log }: RunCommandOptions,
): Promise<void> {
  const answers = await window.withProgress(
    { location: ProgressLocation.Window, title: `${verb} ${entry.run.head.name}` },
    () => controlRun(entry.run, verb, { credentials }),
  );
  for (const { device, error } of answers) {
    if (error !== undefined)
      await orTell(log, () => Promise.reject(new CodedError(error.code, `${device}: ${error.message}`, error.fix)));
  }
  // A run that this window does not collect hears nothing of what it asked for.
  if (entry.tie === 'none') await controller.attach(entry.run.path);
}

async function writeReport(folder: string, { analyse }: RunCommandOptions): Promise<void> {
  const file = join(folder, 'report.html');
  const analyst = analyse([folder]);
  try {
    await window.withProgress({ location: ProgressLocation.Notification, title: 'Writing the report' }, () =>
      analyst.report(file),
    );
  } finally {
    analyst.close();
  }
  const open = 'Open in Browser';
  const reveal = 'Show in Explorer';
  const chosen = await window.showInformationMessage(
    `The report is in ${workspace.asRelativePath(file)}.`,
    open,
    reveal,
  );
  if (chosen === open) await env.openExternal(Uri.file(file));
  if (chosen === reveal) await commands.executeCommand('revealInExplorer', Uri.file(file));
}

async function exportRecords({ run }: RunEntry, { analyse, log }: RunCommandOptions): Promise<void> {
  const chosen = await window.showSaveDialog({
    defaultUri: Uri.file(join(run.path, `${run.head.name}.csv`)),
    filters: { 'CSV table': ['csv'], 'Parquet table': ['parquet'] },
    title: 'Export the records of a run',
  });
  if (chosen === undefined) return;
  const format = chosen.path.endsWith('.parquet') ? 'parquet' : 'csv';
  const analyst = analyse([run.path]);
  await orTell(log, () =>
    window.withProgress({ location: ProgressLocation.Notification, title: `Writing ${basename(chosen.fsPath)}` }, () =>
      analyst.exportTable(format, chosen.fsPath),
    ),
  ).finally(() => analyst.close());
}

export async function openRunPage(folder: string): Promise<void> {
  await commands.executeCommand('vscode.openWith', Uri.file(join(folder, 'run.json')), runEditor);
}

/** The document of a command's argument, the one in front, or one of the workspace. */
async function sweepDocument(uri: unknown) {
  const given = uriIn(uri);
  if (given !== undefined) return workspace.openTextDocument(given);
  const active = window.activeTextEditor?.document;
  if (active !== undefined && /^\s*edgewright\s*:\s*["']?sweep\//m.test(active.getText())) return active;
  const files = await workspace.findFiles('**/*.sweep.{yaml,yml}', '**/node_modules/**', 200);
  if (files.length === 0) {
    const make = 'New Sweep';
    const chosen = await window.showInformationMessage(
      'There is no sweep document (*.sweep.yaml) in this workspace.',
      make,
    );
    if (chosen === make) await commands.executeCommand('edgewright.newSweep');
    return undefined;
  }
  const items = files
    .map((file) => ({ label: workspace.asRelativePath(file), file }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const chosen = await window.showQuickPick(items, { title: 'Which sweep?' });
  return chosen && workspace.openTextDocument(chosen.file);
}

interface RunItem extends QuickPickItem {
  readonly path: string;
}

function itemOf(entry: RunEntry): RunItem {
  const { description, icon } = runFace(entry);
  return { label: entry.run.head.name, description, iconPath: new ThemeIcon(icon), path: entry.run.path };
}

async function pickRun(entries: readonly RunEntry[], title: string): Promise<RunEntry | undefined> {
  if (entries.length === 0) {
    void window.showInformationMessage('There is no such run. Open a sweep and run it on a device.');
    return undefined;
  }
  const chosen = await window.showQuickPick(entries.map(itemOf), { title, matchOnDescription: true });
  return entries.find(({ run }) => run.path === chosen?.path);
}

async function pickRuns(
  entries: readonly RunEntry[],
  first: string | undefined,
): Promise<readonly string[] | undefined> {
  if (entries.length < 2) {
    void window.showInformationMessage('A comparison needs two runs.');
    return undefined;
  }
  const items = entries.map((entry) => ({ ...itemOf(entry), picked: entry.run.path === first }));
  const chosen = await window.showQuickPick(items, {
    title: 'Compare which runs? (two or more)',
    canPickMany: true,
    // Ticks are not lost to a look elsewhere, nor to a page that takes the focus back once it is drawn.
    ignoreFocusOut: true,
  });
  if (chosen === undefined || chosen.length === 0) return undefined;
  if (chosen.length === 1) {
    void window.showInformationMessage('A comparison needs two runs: tick a second one.');
    return undefined;
  }
  return chosen.map(({ path }) => path);
}

/** The run whose page is in front. */
async function activeRun(): Promise<string | undefined> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const isPage = typeof input === 'object' && input !== null && 'viewType' in input && input.viewType === runEditor;
  return isPage && 'uri' in input && input.uri instanceof Uri ? dirname(input.uri.fsPath) : undefined;
}

/** Of a node of the tree, or of the file of a run. */
function pathOf(node: unknown): string | undefined {
  if (node instanceof Uri) return dirname(node.fsPath);
  if (typeof node === 'string') return node;
  return typeof node === 'object' && node !== null && 'path' in node && typeof node.path === 'string'
    ? node.path
    : undefined;
}

function isActive({ devices }: RunEntry): boolean {
  return devices.some(({ state }) => !isOver(state));
}

function hasFailures({ devices }: RunEntry): boolean {
  return devices.some(({ failed }) => failed > 0);
}
