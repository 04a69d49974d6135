// The page of a run: the custom editor of `run.json` in a run folder. Live while devices measure, analysed at any time.
import { dirname, join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { openRun, type Run } from '@edgewright/workbench/runs/folder.js';
import { isOver } from '@edgewright/workbench/runs/status.js';
import {
  type CancellationToken,
  type Command,
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  commands,
  type LogOutputChannel,
  Uri,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type Analyst, AnalystClosed } from '../../analyst/analyst.ts';
import type { Fault, FromRunView, RunFace, ToRunView } from '../../protocol.ts';
import { orTell } from '../fault.ts';
import type { RunController } from '../runs/controller.ts';
import { LiveFeed } from './feed.ts';
import { copy, logFault, save } from './messages.ts';
import { shellOf, viewOptions } from './shell.ts';

export const runEditor = 'edgewright.runPage';

/**
 * For an item that is painted often. VS Code keeps the arguments of an extension's command only until the item's next
 * painting, and a press that meets it is lost; those of its own commands it sends along.
 */
export function openingRun(folder: string): Command {
  return { command: 'vscode.openWith', title: 'Open', arguments: [Uri.file(join(folder, 'run.json')), runEditor] };
}

export interface EditorOptions {
  readonly extension: Uri;
  readonly controller: RunController;
  readonly analyse: (folders: readonly string[]) => Analyst;
  /** Path of a file of the bundle. */
  readonly bundled: (name: string) => string;
  readonly log: LogOutputChannel;
}

interface RunDocument extends CustomDocument {
  readonly folder: string;
}

export class RunEditorProvider implements CustomReadonlyEditorProvider<RunDocument> {
  readonly #options: EditorOptions;

  constructor(options: EditorOptions) {
    this.#options = options;
  }

  openCustomDocument(uri: Uri): RunDocument {
    return { uri, folder: dirname(uri.fsPath), dispose: () => {} };
  }

  async resolveCustomEditor({ folder }: RunDocument, panel: WebviewPanel, _token: CancellationToken): Promise<void> {
    const { extension } = this.#options;
    panel.webview.options = viewOptions(extension);
    let page: RunPageHost | undefined;
    const hear = async (message: FromRunView): Promise<void> => {
      if (message.kind !== 'ready') return page?.hear(message);
      // A page that was hidden and made anew says that it is ready again.
      page?.dispose();
      page = new RunPageHost(folder, panel, this.#options);
      return page.open();
    };
    panel.webview.onDidReceiveMessage((message: FromRunView) => void orTell(this.#options.log, () => hear(message)));
    panel.onDidDispose(() => page?.dispose());
    panel.webview.html = shellOf(panel.webview, extension, 'run', 'the run');
  }
}

/** One page that shows one run. */
class RunPageHost {
  readonly #folder: string;
  readonly #options: EditorOptions;
  readonly #post: (message: ToRunView) => void;
  #feed: LiveFeed | undefined;
  #analyst: Analyst | undefined;
  #run: Run | undefined;
  #isOpen = true;

  constructor(folder: string, panel: WebviewPanel, options: EditorOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#post = (message) => {
      if (this.#isOpen) void panel.webview.postMessage(message);
    };
  }

  async open(): Promise<void> {
    const { controller, log, bundled } = this.#options;
    try {
      const run = await openRun(this.#folder);
      this.#run = run;
      // A run that was opened from outside the folders of runs is collected as those in them are.
      if (workspace.isTrusted) await controller.attach(run.path);
      const face = this.#faceOf(run);
      this.#post({ kind: 'opened', run: face, page: face.isOver ? 'analysis' : 'live' });
      this.#feed = new LiveFeed({ run, controller, planner: bundled('planner.cjs'), log, post: this.#post });
      await this.#feed.start();
    } catch (error) {
      if (!(error instanceof CodedError)) log.error(`opening ${this.#folder}: ${String(error)}`);
      this.#post({ kind: 'broken', fault: faultOf(error) });
    }
  }

  async hear(message: FromRunView): Promise<void> {
    const { log } = this.#options;
    switch (message.kind) {
      case 'ready':
        return;
      case 'control':
        await commands.executeCommand(controlCommands[message.verb], Uri.file(`${this.#folder}/run.json`));
        return;
      case 'ask':
        return this.#ask(message);
      case 'save':
        return save(log, Uri.file(this.#folder), message);
      case 'copy':
        return copy(message.text);
      case 'report':
        await commands.executeCommand('edgewright.report', Uri.file(`${this.#folder}/run.json`));
        return;
      case 'sweep':
        if (this.#run !== undefined)
          await window.showTextDocument(
            await workspace.openTextDocument({ language: 'yaml', content: this.#run.head.sweep }),
            { preview: true },
          );
        return;
      case 'failed':
        return logFault(log, 'run', message.fault);
    }
  }

  dispose(): void {
    this.#isOpen = false;
    this.#feed?.dispose();
    void this.#analyst?.close();
  }

  /** The worker is started by the first question. */
  async #ask({ id, ask }: FromRunView & { kind: 'ask' }): Promise<void> {
    this.#analyst ??= this.#options.analyse([this.#folder]);
    try {
      this.#post({ kind: 'answer', id, answer: await this.#analyst.ask(ask) });
    } catch (error) {
      if (error instanceof AnalystClosed) return;
      if (!(error instanceof CodedError)) this.#options.log.error(`analysing ${this.#folder}: ${String(error)}`);
      this.#post({ kind: 'refused', id, fault: faultOf(error) });
    }
  }

  #faceOf({ path, head }: Run): RunFace {
    const entry = this.#options.controller.entry(path);
    return {
      id: head.id,
      name: head.name,
      description: parseSweep(head.sweep).sweep?.description ?? '',
      started: head.started,
      folder: workspace.asRelativePath(path),
      devices: head.devices.map(({ name }) => name),
      isFollowed: entry?.tie === 'following',
      isOver: entry?.devices.every(({ state }) => isOver(state)) ?? false,
    };
  }
}

const controlCommands = {
  pause: 'edgewright.pauseRun',
  continue: 'edgewright.continueRun',
  cancel: 'edgewright.cancelRun',
  rerun: 'edgewright.rerunFailures',
  reconnect: 'edgewright.reconnectRun',
} as const;

export function faultOf(error: unknown): Fault {
  if (error instanceof CodedError) return { code: error.code, message: error.message, fix: error.fix };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal-error', message, fix: 'This is a bug; the log of Edgewright has its cause.' };
}
