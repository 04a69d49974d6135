// The panels of one kind that are open, by what each shows: a command brings the one that is there to the front, also one that
// the editor has brought back after a reload.
import type { Disposable, WebviewPanel } from 'vscode';
import type { CommandTable } from '../commands.ts';

/** What a kind of panels adds to the extension. */
export interface PanelKind {
  readonly commands: CommandTable;
  /** Brings panels back after a reload of the window. */
  readonly restoring: Disposable;
}

export class OpenPanels<Page> {
  readonly #pages = new Map<string, Page>();

  of(key: string): Page | undefined {
    return this.#pages.get(key);
  }

  /** Until the panel is closed. */
  add(key: string, panel: WebviewPanel, page: Page): void {
    this.#pages.set(key, page);
    panel.onDidDispose(() => {
      if (this.#pages.get(key) === page) this.#pages.delete(key);
    });
  }
}
