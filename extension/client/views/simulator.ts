// The simulator: a panel beside a task document that plays a recording and follows the document as it is written.
import { dirname, join } from 'node:path';
import { checkTask } from '@edgewright/core/triggers/check.js';
import {
  type Disposable,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { FromSimulatorView } from '../../protocol.ts';
import type { SimulationQuestion, SimulationWork } from '../../simulator/worker.ts';
import type { CommandTable } from '../commands.ts';
import { uriIn } from '../uri.ts';
import { type BesideOptions, BesidePanel } from './beside.ts';
import { copy, logFault } from './messages.ts';
import { viewOptions } from './shell.ts';

const viewType = 'edgewright.simulator';

/** Addresses of a task document and of a recording. */
interface Chosen {
  readonly uri: string;
  readonly recording: string;
}

export function simulatorCommands(options: BesideOptions): CommandTable {
  const panels = new Map<string, SimulatorPanel>();
  return {
    async 'edgewright.simulateTask'(uri, test) {
      const document = uriIn(uri) ?? window.activeTextEditor?.document.uri;
      if (document === undefined) {
        void window.showInformationMessage('Open a task document to simulate it.');
        return;
      }
      const recording = await recordingFor(await workspace.openTextDocument(document), test);
      if (recording === undefined) return;
      const key = document.toString();
      const chosen: Chosen = { uri: key, recording: recording.toString() };
      const known = panels.get(key);
      if (known !== undefined) return known.show(chosen);
      const panel = window.createWebviewPanel(
        viewType,
        titleOf(document),
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        viewOptions(options.extension),
      );
      panels.set(key, new SimulatorPanel(panel, chosen, options));
      panel.onDidDispose(() => panels.delete(key));
    },
  };
}

/** Brings simulators back after a reload of the window. */
export function restoreSimulators(options: BesideOptions): Disposable {
  return window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
      const { uri, recording } = (state ?? {}) as Partial<Chosen>;
      if (typeof uri !== 'string' || typeof recording !== 'string') return panel.dispose();
      panel.webview.options = viewOptions(options.extension);
      new SimulatorPanel(panel, { uri, recording }, options);
    },
  });
}

/** That which is given, else that of the test of this place or, without one, the only one that the document's tests name, or one that is chosen. */
async function recordingFor(document: TextDocument, test: unknown): Promise<Uri | undefined> {
  if (test instanceof Uri) return test;
  const tests = checkTask(document.getText()).task?.tests ?? [];
  const uriOf = (events: string): Uri => Uri.file(join(dirname(document.uri.fsPath), events));
  const named = typeof test === 'number' ? tests[test] : undefined;
  if (named !== undefined) return uriOf(named.events);
  const files = [...new Set(tests.map(({ events }) => events))];
  if (files.length === 0) return chooseRecording(document.uri);
  const other = 'Another recording...';
  const picked = await window.showQuickPick([...files, other], { title: 'Recording to simulate' });
  if (picked === undefined) return undefined;
  return picked === other ? chooseRecording(document.uri) : uriOf(picked);
}

async function chooseRecording(beside: Uri): Promise<Uri | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      title: 'Recording: JSON Lines with time, event and its fields',
      openLabel: 'Simulate',
      defaultUri: Uri.joinPath(beside, '..'),
      filters: { Recordings: ['jsonl', 'ndjson'], 'All files': ['*'] },
    })) ?? [];
  return chosen;
}

class SimulatorPanel {
  readonly #page: BesidePanel<FromSimulatorView>;
  readonly #log: BesideOptions['log'];
  #chosen: Chosen;

  constructor(panel: WebviewPanel, chosen: Chosen, options: BesideOptions) {
    this.#chosen = chosen;
    this.#log = options.log;
    this.#page = new BesidePanel(panel, options, titleOf(Uri.parse(chosen.uri)), {
      view: 'simulator',
      program: 'simulator.cjs',
      uri: () => this.#chosen.uri,
      workOn: (document): SimulationWork => ({
        uri: this.#chosen.uri,
        recordingUri: this.#chosen.recording,
        text: document.getText(),
        path: document.uri.fsPath,
        recording: Uri.parse(this.#chosen.recording).fsPath,
      }),
      hear: (message) => this.#hear(message),
    });
  }

  async show(chosen: Chosen): Promise<void> {
    this.#chosen = chosen;
    await this.#page.show();
  }

  async #hear(message: FromSimulatorView): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.#page.begin();
      case 'at':
        return this.#page.ask(message.step satisfies SimulationQuestion);
      case 'recording': {
        const recording = await chooseRecording(Uri.parse(this.#chosen.recording));
        if (recording !== undefined) await this.show({ ...this.#chosen, recording: recording.toString() });
        return;
      }
      case 'reveal':
        return reveal(Uri.parse(this.#chosen.recording), message.line);
      case 'copy':
        return copy(message.text);
      case 'failed':
        return logFault(this.#log, 'simulator', message.fault);
    }
  }
}

async function reveal(recording: Uri, line: number): Promise<void> {
  const place = new Range(line - 1, 0, line - 1, 0);
  await window.showTextDocument(recording, { viewColumn: ViewColumn.One, selection: place });
}

function titleOf(uri: Uri): string {
  return `Simulate ${uri.path.split('/').at(-1)}`;
}
