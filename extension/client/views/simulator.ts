// The simulator: a panel beside a task document that plays a recording and follows the document as it is written.
import { dirname, join } from 'node:path';
import { checkTask } from '@edgewright/core/triggers/check.js';
import { Range, type TextDocument, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { FromSimulatorView, SimulatorExecution, ToSimulatorView } from '../../protocol.ts';
import type { SimulationQuestion, SimulationWork, ToSimulatorHost } from '../../simulator/worker.ts';
import type { ChoosingOptions } from '../tasks/choose.ts';
import { uriIn } from '../uri.ts';
import { type BesideOptions, BesidePanel } from './beside.ts';
import { copy, logFault } from './messages.ts';
import { type PanelKind, Panels } from './panels.ts';
import { SimulatorExecutions } from './simulator-executions.ts';

const viewType = 'edgewright.simulator';

export type SimulatorOptions = BesideOptions & ChoosingOptions;

/** Addresses of a task document and of a recording. */
interface Chosen {
  readonly uri: string;
  readonly recording: string;
}

export function simulators(options: SimulatorOptions): PanelKind {
  const panels = new Panels<Chosen, SimulatorPanel>({
    viewType,
    extension: options.extension,
    keyOf: ({ uri }) => uri,
    read: ({ uri, recording }) =>
      typeof uri === 'string' && typeof recording === 'string' ? { uri, recording } : undefined,
    make: (panel, chosen) => new SimulatorPanel(panel, chosen, options),
  });
  return {
    commands: {
      async 'edgewright.simulateTask'(uri, test) {
        const document = uriIn(uri) ?? window.activeTextEditor?.document.uri;
        if (document === undefined) {
          void window.showInformationMessage('Open a task document to simulate it.');
          return;
        }
        const recording = await recordingFor(await workspace.openTextDocument(document), test);
        if (recording === undefined) return;
        const chosen = { uri: document.toString(), recording: recording.toString() };
        const known = panels.of(chosen);
        if (known !== undefined) return known.show(chosen);
        panels.open(chosen, titleOf(document), { viewColumn: ViewColumn.Beside, preserveFocus: true });
      },
    },
    restoring: panels.restoring,
  };
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
  readonly #executions: SimulatorExecutions;
  readonly #panel: WebviewPanel;
  readonly #log: BesideOptions['log'];
  #chosen: Chosen;
  /** The simulation as the page was told it: told again to a page that was hidden and made anew. */
  #told: readonly ToSimulatorView[] = [];
  #execution: SimulatorExecution = { kind: 'none', device: undefined };

  constructor(panel: WebviewPanel, chosen: Chosen, options: SimulatorOptions) {
    this.#panel = panel;
    this.#chosen = chosen;
    this.#log = options.log;
    this.#executions = new SimulatorExecutions(options, {
      document: () => this.#page.document(),
      begin: () => this.#page.begin(),
      ask: (question) => this.#page.ask(question),
      show: (execution) => {
        this.#execution = execution;
        this.#post({ kind: 'execution', execution });
      },
    });
    panel.onDidDispose(() => this.#executions.dispose());
    this.#page = new BesidePanel(panel, options, titleOf(Uri.parse(chosen.uri)), {
      view: 'simulator',
      program: 'simulator.cjs',
      uri: () => this.#chosen.uri,
      workOn: (document): SimulationWork => {
        this.#told = [];
        this.#executions.forget();
        return {
          uri: this.#chosen.uri,
          recordingUri: this.#chosen.recording,
          text: document.getText(),
          path: document.uri.fsPath,
          recording: Uri.parse(this.#chosen.recording).fsPath,
        };
      },
      take: (message) => this.#take(message as ToSimulatorHost | ToSimulatorView),
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
        if (this.#told.length === 0) return this.#page.begin();
        for (const told of [...this.#told, { kind: 'execution', execution: this.#execution } as const])
          this.#post(told);
        return;
      case 'at':
        return this.#page.ask({ kind: 'at', step: message.step } satisfies SimulationQuestion);
      case 'recording': {
        const recording = await chooseRecording(Uri.parse(this.#chosen.recording));
        if (recording !== undefined) await this.show({ ...this.#chosen, recording: recording.toString() });
        return;
      }
      case 'execute':
        return this.#executions.execute(message.on);
      case 'leave':
        return this.#executions.leave();
      case 'reveal':
        return reveal(Uri.parse(this.#chosen.recording), message.line);
      case 'script': {
        const { script } = checkTask((await this.#page.document()).getText()).task ?? {};
        const document = Uri.parse(this.#chosen.uri);
        if (script !== undefined) await reveal(Uri.joinPath(document, '..', script.file), message.line);
        return;
      }
      case 'copy':
        return copy(message.text);
      case 'failed':
        return logFault(this.#log, 'simulator', message.fault);
    }
  }

  #take(message: ToSimulatorHost | ToSimulatorView): boolean {
    if (message.kind === 'opened' || message.kind === 'invalid') this.#told = [message];
    return this.#executions.hear(message);
  }

  #post(message: ToSimulatorView): void {
    void this.#panel.webview.postMessage(message);
  }
}

async function reveal(file: Uri, line: number): Promise<void> {
  const place = new Range(line - 1, 0, line - 1, 0);
  await window.showTextDocument(file, { viewColumn: ViewColumn.One, selection: place });
}

function titleOf(uri: Uri): string {
  return `Simulate ${uri.path.split('/').at(-1)}`;
}
