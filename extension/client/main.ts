// The extension put together: what it is made of is decided here and nowhere else.
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
import type { Run } from '@edgewright/workbench/runs/folder.js';
import { reachesOf } from '@edgewright/workbench/runs/reach.js';
import { speedsOf } from '@edgewright/workbench/runs/speeds.js';
import { commands, type Disposable, type ExtensionContext, window, workspace } from 'vscode';
import { startAnalyst } from '../analyst/analyst.ts';
import type { DeviceFacts } from '../language.ts';
import { registerCommands } from './commands.ts';
import { secretCredentials } from './credentials.ts';
import { deviceCommands } from './devices/commands.ts';
import { DeviceRegistry } from './devices/registry.ts';
import { DeviceTree } from './devices/tree.ts';
import { documentCommands, watchDocuments } from './documents.ts';
import { orTell } from './fault.ts';
import { LanguageServer } from './language.ts';
import { showProgress } from './progress.ts';
import { runCommands } from './runs/commands.ts';
import { RunController, type RunEntry } from './runs/controller.ts';
import { runRoots } from './runs/roots.ts';
import { RunTree } from './runs/tree.ts';
import { taskCommands } from './tasks/commands.ts';
import { TaskRows } from './tasks/rows.ts';
import { TaskWatches } from './tasks/watches.ts';
import { taskTests } from './tests/controller.ts';
import { comparisons } from './views/comparison.ts';
import { type EditorOptions, RunEditorProvider, runEditor } from './views/editor.ts';
import { GraphEditorProvider, graphCommands, graphEditor } from './views/graph.ts';
import { modelPreviews } from './views/preview.ts';
import { simulators } from './views/simulator.ts';
import { taskPages } from './views/tasks.ts';

/** What `activate` gives to who asks the extension for it: the tests. */
export interface Edgewright {
  readonly registry: DeviceRegistry;
  readonly controller: RunController;
  readonly deviceTree: DeviceTree;
  readonly runTree: RunTree;
  readonly server: LanguageServer;
}

export function activate(context: ExtensionContext): Edgewright {
  // Ends with the host and not before it: what is pending when a window closes still has its word.
  const log = window.createOutputChannel('Edgewright', { log: true });
  const own = (...disposables: readonly Disposable[]) => context.subscriptions.push(...disposables);
  const bundled = (name: string) => context.asAbsolutePath(`dist/${name}`);
  const credentials = secretCredentials(context.secrets, fileCredentials(process.env));
  const registry = new DeviceRegistry(credentials, log, context.workspaceState);
  const controller = new RunController({
    roots: runRoots,
    reaches: (run) => reachesOf(run, { credentials }),
    log,
  });
  const server = new LanguageServer(context, log);
  const analyse = (folders: readonly string[]) => startAnalyst(bundled('analyst.cjs'), folders);
  const views: EditorOptions = {
    extension: context.extensionUri,
    controller,
    analyse,
    bundled,
    log,
  };
  const graphs = new GraphEditorProvider({
    registry,
    credentials,
    extension: context.extensionUri,
    bundled,
    memory: context.workspaceState,
    log,
  });
  const taskRows = new TaskRows(credentials, log);
  const watches = new TaskWatches(credentials, context.globalStorageUri);
  const comparing = comparisons(views);
  const panels = [
    modelPreviews(views),
    simulators({ ...views, registry, credentials }),
    taskPages({ ...{ registry, credentials, log, watches, rows: taskRows }, extension: context.extensionUri }),
  ];
  const deviceTree = new DeviceTree(registry, taskRows);
  const runTree = new RunTree(controller);
  const devices = window.createTreeView('edgewright.devices', {
    treeDataProvider: deviceTree,
    manageCheckboxStateManually: true,
  });
  const runs = window.createTreeView('edgewright.runs', { treeDataProvider: runTree, canSelectMany: true });

  const tellServer = serverTeller(registry, controller, server);

  own(
    registry,
    controller,
    server,
    taskRows,
    watches,
    deviceTree,
    runTree,
    devices,
    runs,
    devices.onDidChangeCheckboxState(({ items }) => {
      const chosen = items.flatMap(([node, state]) =>
        node.kind === 'device' ? [[node.key, state === 1] as const] : [],
      );
      void orTell(log, () => registry.choose(new Map(chosen)));
    }),
    window.registerCustomEditorProvider(runEditor, new RunEditorProvider(views), {
      supportsMultipleEditorsPerDocument: true,
    }),
    window.registerCustomEditorProvider(graphEditor, graphs, { supportsMultipleEditorsPerDocument: true }),
    comparing.restoring,
    ...panels.map(({ restoring }) => restoring),
    taskTests({ registry, credentials, log, bundled }),
    ...watchDocuments(),
    ...showProgress(controller),
    ...registerCommands(
      [
        deviceCommands({ registry, credentials, log }),
        runCommands({
          registry,
          controller,
          credentials,
          log,
          analyse,
          compare: comparing.open,
        }),
        documentCommands(server),
        graphCommands(graphs),
        taskCommands({ registry, credentials, log, rows: taskRows }),
        ...panels.map((panel) => panel.commands),
        {
          'edgewright.showLog': () => log.show(),
          'edgewright.walkthrough': () =>
            commands.executeCommand('workbench.action.openWalkthrough', 'edgewright.edgewright#edgewright.start'),
        },
      ],
      log,
    ),
    registry.onDidChange(() => void orTell(log, tellServer)),
    controller.onDidChange((entry) => {
      if (entry === undefined) void orTell(log, tellServer);
    }),
    workspace.onDidGrantWorkspaceTrust(() => void orTell(log, () => controller.attachAll())),
    workspace.onDidChangeWorkspaceFolders(() => void orTell(log, () => controller.refresh())),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('edgewright.runs')) void orTell(log, () => controller.refresh());
    }),
  );

  // Nothing of this holds the activation up.
  void server.start();
  void registry.refresh();
  void orTell(log, async () => {
    await controller.refresh();
    if (workspace.isTrusted) await controller.attachAll();
  });

  return { registry, controller, deviceTree, runTree, server };
}

/** Tells the server which devices sweeps are checked against, and only where that changed: samples come every second. */
function serverTeller(registry: DeviceRegistry, controller: RunController, server: LanguageServer) {
  let told = '';
  return async (): Promise<void> => {
    const online = registry.chosen.flatMap(({ name, state }) =>
      state.kind === 'online' ? [{ name, id: state.description.id, profile: state.description.profile }] : [],
    );
    const known = online.map((device) => ({ ...device, run: lastRunOn(device.id, controller.runs) }));
    const text = JSON.stringify(known.map(({ name, id, profile, run }) => [name, id, profile, run?.path]));
    if (text === told) return;
    told = text;
    await server.choose(
      await Promise.all(
        known.map(async ({ name, profile, run }): Promise<DeviceFacts> => {
          const runtimes = profile.runtimes.map(({ name: runtime, unavailable, fix }) => ({
            name: runtime,
            ...(unavailable !== undefined && { unavailable }),
            ...(fix !== undefined && { fix }),
          }));
          return { name, runtimes, memory: profile.memory, speeds: run === undefined ? [] : await speedsOf(run) };
        }),
      ),
    );
  };
}

/** Its ceilings make estimates of the device's own speed. */
function lastRunOn(id: string, runs: readonly RunEntry[]): Run | undefined {
  return runs.find(({ run, tie }) => tie === 'none' && run.head.devices.some((device) => device.id === id))?.run;
}
