// The simulator: a panel beside a task document that plays a recording and follows the document as it is written.
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
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
import type { FromSimulatorView, ToSimulatorView } from '../../protocol.ts';
import type { SimulationWork } from '../../simulator/worker.ts';
import type { CommandTable } from '../commands.ts';
import { orTell } from '../fault.ts';
import { type EditorOptions, faultOf } from './editor.ts';
import { copy, logFault } from './messages.ts';
import { shellOf, viewOptions } from './shell.ts';

const viewType = 'edgewright.simulator';

/** Addresses of a task document and of a recording. */
interface Chosen {
  readonly uri: string;
  readonly recording: string;
}

/** Milliseconds after the last key. */
const settleTime = 300;

type SimulatorOptions = Pick<EditorOptions, 'extension' | 'bundled' | 'log'>;

export function simulatorCommands(options: SimulatorOptions): CommandTable {
  const panels = new Map<string, SimulatorPanel>();
  return {
    async 'edgewright.simulateTask'(uri, test) {
      const given = typeof uri === 'string' ? Uri.parse(uri) : uri instanceof Uri ? uri : undefined;
      const document = given ?? window.activeTextEditor?.document.uri;
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
export function restoreSimulators(options: SimulatorOptions): Disposable {
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
  const { checkTask } = await import('@edgewright/core/triggers/check.js');
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
  readonly #panel: WebviewPanel;
  readonly #options: SimulatorOptions;
  readonly #disposables: Disposable[] = [];
  #chosen: Chosen;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(panel: WebviewPanel, chosen: Chosen, options: SimulatorOptions) {
    this.#panel = panel;
    this.#chosen = chosen;
    this.#options = options;
    panel.webview.onDidReceiveMessage(
      (message: FromSimulatorView) => void orTell(options.log, () => this.#hear(message)),
    );
    panel.onDidDispose(() => this.#dispose());
    this.#disposables.push(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() !== this.#chosen.uri) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#begin(), settleTime);
      }),
    );
    panel.webview.html = shellOf(panel.webview, options.extension, 'simulator', titleOf(Uri.parse(chosen.uri)));
  }

  async show(chosen: Chosen): Promise<void> {
    this.#chosen = chosen;
    this.#panel.reveal(undefined, true);
    await this.#begin();
  }

  async #hear(message: FromSimulatorView): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.#begin();
      case 'at':
        this.#worker?.postMessage(message.step);
        return;
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
        return logFault(this.#options.log, 'simulator', message.fault);
    }
  }

  /** A newer simulation ends the one before. */
  async #begin(): Promise<void> {
    void this.#worker?.terminate();
    try {
      const uri = Uri.parse(this.#chosen.uri);
      const open = workspace.textDocuments.find((each) => each.uri.toString() === this.#chosen.uri);
      const text = (open ?? (await workspace.openTextDocument(uri))).getText();
      const work: SimulationWork = {
        uri: this.#chosen.uri,
        recordingUri: this.#chosen.recording,
        text,
        path: uri.fsPath,
        recording: Uri.parse(this.#chosen.recording).fsPath,
      };
      const worker = new Worker(this.#options.bundled('simulator.cjs'), { workerData: work });
      this.#worker = worker;
      worker.on('message', (message: ToSimulatorView) => {
        if (this.#worker === worker) void this.#panel.webview.postMessage(message);
      });
      worker.once('error', (error) => this.#fail(error));
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#options.log.error(`simulating ${this.#chosen.uri}: ${error instanceof Error ? error.stack : String(error)}`);
    const message: ToSimulatorView = { kind: 'broken', fault: faultOf(error) };
    void this.#panel.webview.postMessage(message);
  }

  #dispose(): void {
    clearTimeout(this.#timer);
    void this.#worker?.terminate();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

async function reveal(recording: Uri, line: number): Promise<void> {
  const place = new Range(line - 1, 0, line - 1, 0);
  await window.showTextDocument(recording, { viewColumn: ViewColumn.One, selection: place });
}

function titleOf(uri: Uri): string {
  return `Simulate ${uri.path.split('/').at(-1)}`;
}
