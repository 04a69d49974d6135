// The preview of a sweep's models: a panel beside the document that follows it as it is written.

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
import type { PreviewTask } from '../../live/previewer.ts';
import type { FromPreviewView, ToPreviewView } from '../../protocol.ts';
import type { CommandTable } from '../commands.ts';
import { orTell } from '../fault.ts';
import { type EditorOptions, faultOf } from './editor.ts';
import { copy, logFault, save } from './messages.ts';
import { shellOf, viewOptions } from './shell.ts';

const viewType = 'edgewright.preview';

/** What a panel shows. */
interface Chosen {
  readonly uri: string;
  readonly model: number;
  readonly parameters: PreviewTask['parameters'];
}

/** Milliseconds after the last key. */
const settleTime = 300;

export function previewCommands(options: EditorOptions): CommandTable {
  const panels = new Map<string, PreviewPanel>();
  return {
    async 'edgewright.previewModel'(uri, model) {
      const given = typeof uri === 'string' ? Uri.parse(uri) : uri instanceof Uri ? uri : undefined;
      const document = given ?? window.activeTextEditor?.document.uri;
      if (document === undefined) {
        void window.showInformationMessage('Open a sweep document to preview its models.');
        return;
      }
      const key = document.toString();
      const chosen: Chosen = { uri: key, model: typeof model === 'number' ? model : 0, parameters: {} };
      const known = panels.get(key);
      if (known !== undefined) return known.show(chosen);
      const panel = window.createWebviewPanel(
        viewType,
        titleOf(document),
        { viewColumn: ViewColumn.Beside, preserveFocus: true },
        viewOptions(options.extension),
      );
      panels.set(key, new PreviewPanel(panel, chosen, options));
      panel.onDidDispose(() => panels.delete(key));
    },
  };
}

/** Brings previews back after a reload of the window. */
export function restorePreviews(options: EditorOptions): Disposable {
  return window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
      const { uri } = (state ?? {}) as Partial<Chosen>;
      if (typeof uri !== 'string') return panel.dispose();
      panel.webview.options = viewOptions(options.extension);
      // The view says by itself which model and which parameters were chosen.
      new PreviewPanel(panel, { uri, model: 0, parameters: {} }, options);
    },
  });
}

class PreviewPanel {
  readonly #panel: WebviewPanel;
  readonly #options: EditorOptions;
  readonly #disposables: Disposable[] = [];
  #chosen: Chosen;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(panel: WebviewPanel, chosen: Chosen, options: EditorOptions) {
    this.#panel = panel;
    this.#chosen = chosen;
    this.#options = options;
    panel.webview.onDidReceiveMessage(
      (message: FromPreviewView) => void orTell(options.log, () => this.#hear(message)),
    );
    panel.onDidDispose(() => this.#dispose());
    this.#disposables.push(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.toString() !== this.#chosen.uri) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#tell(), settleTime);
      }),
    );
    panel.webview.html = shellOf(panel.webview, options.extension, 'preview', titleOf(Uri.parse(chosen.uri)));
  }

  async show(chosen: Chosen): Promise<void> {
    this.#chosen = chosen;
    this.#panel.reveal(undefined, true);
    await this.#tell();
  }

  async #hear(message: FromPreviewView): Promise<void> {
    const { log } = this.#options;
    switch (message.kind) {
      case 'ready':
        return this.#tell();
      case 'choose':
        this.#chosen = { ...this.#chosen, model: message.model, parameters: message.parameters };
        return this.#tell();
      case 'copy':
        return copy(message.text);
      case 'save':
        return save(log, Uri.joinPath(Uri.parse(this.#chosen.uri), '..'), message);
      case 'reveal':
        return this.#reveal(message.model);
      case 'failed':
        return logFault(log, 'preview', message.fault);
    }
  }

  /** A newer question ends the work on an older one. */
  async #tell(): Promise<void> {
    void this.#worker?.terminate();
    try {
      const document = await this.#document();
      const { uri, model, parameters } = this.#chosen;
      const task: PreviewTask = { uri, text: document.getText(), path: document.uri.fsPath, model, parameters };
      const worker = new Worker(this.#options.bundled('previewer.cjs'), { workerData: task });
      this.#worker = worker;
      worker.once('message', (message: ToPreviewView) => void this.#panel.webview.postMessage(message));
      worker.once('error', (error) => this.#fail(error));
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#options.log.error(`previewing ${this.#chosen.uri}: ${error instanceof Error ? error.stack : String(error)}`);
    const message: ToPreviewView = { kind: 'broken', fault: faultOf(error) };
    void this.#panel.webview.postMessage(message);
  }

  async #document(): Promise<TextDocument> {
    const open = workspace.textDocuments.find(({ uri }) => uri.toString() === this.#chosen.uri);
    return open ?? workspace.openTextDocument(Uri.parse(this.#chosen.uri));
  }

  async #reveal(model: number): Promise<void> {
    const document = await this.#document();
    const { parseYaml } = await import('@edgewright/schemas/yaml.js');
    const yaml = parseYaml(document.getText());
    const place = yaml.kind === 'ok' ? yaml.source.place(['models', model]) : undefined;
    const start = document.positionAt(place?.offset ?? 0);
    await window.showTextDocument(document, { viewColumn: ViewColumn.One, selection: new Range(start, start) });
  }

  #dispose(): void {
    clearTimeout(this.#timer);
    void this.#worker?.terminate();
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function titleOf(uri: Uri): string {
  return `Models of ${uri.path.split('/').at(-1)}`;
}
