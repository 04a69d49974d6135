// Panels of one kind, one for each thing that they show: a command brings the one that is there to the front, also one that the
// editor has brought back after a reload.
import { type Disposable, type Uri, type ViewColumn, type WebviewPanel, window } from 'vscode';
import type { CommandTable } from '../commands.ts';
import { viewOptions } from './shell.ts';

/** What a kind of panels adds to the extension. */
export interface PanelKind {
  readonly commands: CommandTable;
  /** Brings panels back after a reload of the window. */
  readonly restoring: Disposable;
}

export interface PanelsOptions<Shown, Page> {
  readonly viewType: string;
  readonly extension: Uri;
  /** Equal for what one panel shows. */
  readonly keyOf: (shown: Shown) => string;
  /** What a page kept of itself; undefined where that is not enough. */
  readonly read: (state: Readonly<Record<string, unknown>>) => Shown | undefined;
  readonly make: (panel: WebviewPanel, shown: Shown) => Page;
}

export class Panels<Shown, Page> {
  readonly restoring: Disposable;
  readonly #options: PanelsOptions<Shown, Page>;
  /** Of panels that are open, by what they show. */
  readonly #pages = new Map<string, Page>();

  constructor(options: PanelsOptions<Shown, Page>) {
    const { viewType, extension, read, keyOf } = options;
    this.#options = options;
    this.restoring = window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => {
        const shown = read((state ?? {}) as Readonly<Record<string, unknown>>);
        // A tab in the background is brought back when it is looked at: another panel may be there by then.
        if (shown === undefined || this.#pages.has(keyOf(shown))) return panel.dispose();
        panel.webview.options = viewOptions(extension);
        this.#add(panel, shown);
      },
    });
  }

  of(shown: Shown): Page | undefined {
    return this.#pages.get(this.#options.keyOf(shown));
  }

  open(
    shown: Shown,
    title: string,
    column: ViewColumn | { readonly viewColumn: ViewColumn; readonly preserveFocus: boolean },
  ): void {
    const { viewType, extension } = this.#options;
    this.#add(window.createWebviewPanel(viewType, title, column, viewOptions(extension)), shown);
  }

  #add(panel: WebviewPanel, shown: Shown): void {
    const key = this.#options.keyOf(shown);
    const page = this.#options.make(panel, shown);
    this.#pages.set(key, page);
    panel.onDidDispose(() => {
      if (this.#pages.get(key) === page) this.#pages.delete(key);
    });
  }
}
