// A panel that follows a document as it is written: what it shows is worked out anew by a thread of its own, a moment after
// each change, and a newer question ends the work on an older one.
import { Worker } from 'node:worker_threads';
import { type Disposable, type TextDocument, Uri, type WebviewPanel, workspace } from 'vscode';
import type { Fault } from '../../protocol.ts';
import { orTell } from '../fault.ts';
import { type EditorOptions, faultOf } from './editor.ts';
import { shellOf, type ViewName } from './shell.ts';

export interface Beside<From> {
  readonly view: ViewName;
  /** File of the thread's program. Its messages are the page's, but for those that `take` takes. */
  readonly program: string;
  take?(message: unknown): boolean;
  /** Address of the document. */
  uri(): string;
  /** What the thread is given. */
  workOn(document: TextDocument): unknown;
  hear(message: From): Promise<void>;
}

export type BesideOptions = Pick<EditorOptions, 'extension' | 'bundled' | 'log'>;

/** Milliseconds after the last key. */
const settleTime = 300;

export class BesidePanel<From> {
  readonly #panel: WebviewPanel;
  readonly #options: BesideOptions;
  readonly #beside: Beside<From>;
  readonly #following: Disposable;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(panel: WebviewPanel, options: BesideOptions, title: string, beside: Beside<From>) {
    this.#panel = panel;
    this.#options = options;
    this.#beside = beside;
    panel.webview.onDidReceiveMessage((message: From) => void orTell(options.log, () => beside.hear(message)));
    this.#following = workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.toString() !== beside.uri()) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.begin(), settleTime);
    });
    panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      void this.#worker?.terminate();
      this.#following.dispose();
    });
    panel.webview.html = shellOf(panel.webview, options.extension, beside.view, title);
  }

  /** Brings it to the front and works anew. */
  async show(): Promise<void> {
    this.#panel.reveal(undefined, true);
    await this.begin();
  }

  async begin(): Promise<void> {
    clearTimeout(this.#timer);
    void this.#worker?.terminate();
    try {
      const workerData = this.#beside.workOn(await this.document());
      const worker = new Worker(this.#options.bundled(this.#beside.program), { workerData });
      this.#worker = worker;
      worker.on('message', (message: unknown) => {
        if (this.#worker !== worker || this.#beside.take?.(message) === true) return;
        void this.#panel.webview.postMessage(message);
      });
      worker.once('error', (error) => this.#fail(error));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Of the work that goes on. */
  ask(question: unknown): void {
    this.#worker?.postMessage(question);
  }

  async document(): Promise<TextDocument> {
    const uri = this.#beside.uri();
    const open = workspace.textDocuments.find((each) => each.uri.toString() === uri);
    return open ?? workspace.openTextDocument(Uri.parse(uri));
  }

  #fail(error: unknown): void {
    const { view, uri } = this.#beside;
    this.#options.log.error(`${view} of ${uri()}: ${error instanceof Error ? error.stack : String(error)}`);
    const message: { readonly kind: 'broken'; readonly fault: Fault } = { kind: 'broken', fault: faultOf(error) };
    void this.#panel.webview.postMessage(message);
  }
}
