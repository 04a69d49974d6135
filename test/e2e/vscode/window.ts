// A window of VS Code as a person uses it: by palette, keyboard and mouse. Only here are the selectors of VS Code's own
// page, and only here is waited for.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import type { CodeServer } from './server.ts';

/** Milliseconds that anything may take to appear, on a machine that does much else. */
const patience = 30_000;

export const artefacts = fileURLToPath(new URL('../../artefacts/vscode/', import.meta.url));

const manifest: {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
  };
} = JSON.parse(readFileSync(new URL('../../../extension/package.json', import.meta.url), 'utf8'));
const titles = new Map(
  manifest.contributes.commands.map(({ command, title, category }) => [command, `${category}: ${title}`]),
);

export interface Window {
  readonly page: Page;
  readonly folder: string;
  /** What the page and its webviews said of errors. */
  readonly heard: readonly string[];
  /** Runs a command of the extension by its id, or another by the title that the palette shows. */
  run(command: string): Promise<void>;
  /** Opens a file of the workspace by its name. */
  open(name: string): Promise<void>;
  /** Sets the cursor of the active editor; lines and columns from 1. */
  goTo(line: number, column: number): Promise<void>;
  /** Replaces all text of the active editor. */
  replaceText(text: string): Promise<void>;
  /** Presses a key until something shows: what an editor shows it takes back when anything changes meanwhile. */
  pressUntil(key: string, shown: Locator): Promise<void>;
  /** What is shown when the pointer rests on a row. A row that is painted anew meanwhile takes it back. */
  tooltip(row: Locator, text: string): Promise<string>;
  /** What the editor shows when it is asked for a hover at the cursor. */
  hover(): Promise<string>;
  /** Labels that completion offers at the cursor. */
  completions(): Promise<string[]>;
  /** Marks below text of the active editor. */
  squiggles(severity: 'error' | 'warning' | 'info'): Locator;
  /** The row of a tree view whose text contains it. */
  row(text: string | RegExp): Locator;
  /** Opens the side bar's container with that title. */
  openView(title: string): Promise<void>;
  /** The document inside the visible webview. */
  webview(): FrameLocator;
  statusBar(text: string | RegExp): Locator;
  notification(text: string | RegExp): Locator;
  dismissNotifications(): Promise<void>;
  /** Answers the modal dialog that contains `question` by the button with that label. */
  dialog(question: string, button: string): Promise<void>;
  /** The open quick pick or input box. */
  readonly quickInput: QuickInput;
  clipboard(): Promise<string>;
  /** Milliseconds that VS Code measured from loading the extension's code to the end of `activate`. */
  activationTime(): Promise<number>;
  /** Writes test/artefacts/vscode/<name>.png. */
  picture(name: string): Promise<void>;
  /** The same in each theme: <name>-light.png, -dark and -contrast; ends in the light one. */
  pictures(name: string): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** The last is the one that windows begin with. */
const themes = {
  dark: { label: 'Dark Modern', style: 'vs-dark' },
  contrast: { label: 'Dark High Contrast', style: 'hc-black' },
  light: { label: 'Light Modern', style: 'vs' },
} as const;

export interface QuickInput {
  readonly widget: Locator;
  /** Types into the box whose title or prompt contains `question`, and takes. */
  answer(question: string, text: string): Promise<void>;
  /** Takes what is chosen in the list whose title contains `question`. */
  take(question: string): Promise<void>;
  /** Takes the entry whose text contains it. */
  pick(text: string | RegExp): Promise<void>;
}

export async function openWindow(browser: Browser, server: CodeServer, folder: string): Promise<Window> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const heard: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.stack ?? error}`));
  const ready = async (): Promise<void> => {
    await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
    await page.locator('.part.editor').waitFor();
  };
  await page.goto(server.windowOn(folder));
  await ready();

  const widget = page.locator('.quick-input-widget');
  const rows = widget.locator('.quick-input-list .monaco-list-row');
  /** The command of ours whose first question is not answered yet, where nothing was done since. */
  let asking: string | undefined;
  /**
   * VS Code closes a list where a webview takes the focus back late, on a busy machine after it was opened: the command is then
   * given again.
   */
  const answered = async (act: (options: { timeout: number }) => Promise<void>): Promise<void> => {
    for (let left = asking === undefined ? 0 : 2; left >= 0; left--) {
      try {
        await act({ timeout: left > 0 ? 10_000 : patience });
        break;
      } catch (error) {
        if (left === 0 || asking === undefined) throw error;
        if (!(await widget.isVisible())) await window.run(asking);
      }
    }
    asking = undefined;
  };
  const quickInput: QuickInput = {
    widget,
    answer: (question, text) =>
      answered(async (options) => {
        await widget.filter({ hasText: question }).waitFor(options);
        await widget.locator('.quick-input-box input').fill(text, options);
        await page.keyboard.press('Enter');
      }),
    take: (question) =>
      answered(async (options) => {
        await widget.filter({ hasText: question }).waitFor(options);
        await rows.first().waitFor(options);
        await page.keyboard.press('Enter');
      }),
    pick: (text) => answered((options) => rows.filter({ hasText: text }).first().click(options)),
  };
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();

  const window: Window = {
    page,
    folder,
    heard,
    quickInput,
    async run(command) {
      const title = titles.get(command) ?? command;
      // A webview takes the focus back late on a busy machine, and VS Code then closes a list that has opened since.
      await page.evaluate("document.activeElement?.tagName === 'IFRAME' && document.activeElement.blur()");
      await page.keyboard.press('F1');
      await widget.waitFor();
      await widget.locator('.quick-input-box input').fill(`>${title}`);
      await rows.filter({ hasText: title }).first().click();
      asking = titles.has(command) ? command : undefined;
    },
    async open(name) {
      asking = undefined;
      const row = rows.filter({ hasText: name }).first();
      // A file that was just written is not found until the list is opened anew.
      for (let left = 5; left >= 0; left--) {
        await page.keyboard.press('Control+P');
        await widget.waitFor();
        await widget.locator('.quick-input-box input').fill(name);
        try {
          await row.click({ timeout: left > 0 ? 2_000 : patience });
          break;
        } catch (error) {
          if (left === 0) throw error;
          await page.keyboard.press('Escape');
        }
      }
      await page.locator('.tab.active').filter({ hasText: name }).waitFor();
    },
    async goTo(line, column) {
      await page.keyboard.press('Control+G');
      await widget.waitFor();
      await widget.locator('.quick-input-box input').fill(`:${line}:${column}`);
      await page.keyboard.press('Enter');
      await widget.waitFor({ state: 'hidden' });
    },
    async replaceText(text) {
      await editor.locator('.view-lines').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    },
    async pressUntil(key, shown) {
      for (let left = 5; left >= 0; left--) {
        await page.keyboard.press('Escape');
        await page.keyboard.press(key);
        try {
          return await shown.waitFor({ timeout: 4_000 });
        } catch (error) {
          if (left === 0) throw error;
        }
      }
    },
    async tooltip(row, text) {
      const shown = page.locator('.monaco-hover').filter({ hasText: text });
      for (let left = 5; left >= 0; left--) {
        await page.mouse.move(0, 0);
        await row.hover();
        try {
          await shown.waitFor({ timeout: 4_000 });
          return await shown.innerText({ timeout: 1_000 });
        } catch (error) {
          if (left === 0) throw error;
        }
      }
      return '';
    },
    async hover() {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+I');
      const shown = page.locator('.monaco-resizable-hover .monaco-hover:not(.hidden)').first();
      await shown.waitFor();
      await shown.locator('.hover-row').first().waitFor();
      return shown.innerText();
    },
    async completions() {
      await page.keyboard.press('Control+Space');
      const list = page.locator('.suggest-widget.visible .monaco-list-row');
      await list.first().waitFor();
      return list.locator('.label-name').allInnerTexts();
    },
    squiggles: (severity) => page.locator(`.editor-group-container.active .squiggly-${severity}`),
    row: (text) => page.locator('.part.sidebar .monaco-list-row').filter({ hasText: text }),
    async openView(title) {
      const shown = page.locator('.part.sidebar .composite.title').filter({ hasText: new RegExp(title, 'i') });
      // A press on the icon of a view that is open closes it, and a window that was loaded anew opens it late.
      for (let left = 5; left >= 0; left--) {
        try {
          return await shown.waitFor({ timeout: left > 0 ? 2_000 : patience });
        } catch (error) {
          if (left === 0) throw error;
          await page.locator(`.part.activitybar .action-label[aria-label^="${title}"]`).click();
        }
      }
    },
    webview: () =>
      page
        .locator('iframe.webview.ready')
        .filter({ visible: true })
        .first()
        .contentFrame()
        .frameLocator('iframe#active-frame'),
    statusBar: (text) => page.locator('.part.statusbar .statusbar-item').filter({ hasText: text }),
    notification: (text) => page.locator('.notifications-toasts .notification-toast').filter({ hasText: text }),
    async dismissNotifications() {
      await this.run('Notifications: Clear All Notifications');
      // VS Code shows at most two in 800 ms, and the rest not at all.
      await page.waitForTimeout(900);
    },
    async activationTime() {
      await this.run('Developer: Show Running Extensions');
      const row = page.locator('.runtime-extensions-editor .monaco-list-row').filter({ hasText: 'Edgewright' });
      const text = await row.locator('.activation-time').innerText();
      return Number(/(\d+)\s*ms/.exec(text)?.[1] ?? Number.NaN);
    },
    clipboard: () => page.evaluate('navigator.clipboard.readText()'),
    async dialog(question, button) {
      const box = page.locator('.monaco-dialog-box').filter({ hasText: question });
      await box.locator('.monaco-button').filter({ hasText: button }).click();
    },
    async picture(name) {
      mkdirSync(artefacts, { recursive: true });
      await page.screenshot({ path: `${artefacts}${name}.png` });
    },
    async pictures(name) {
      for (const [theme, { label, style }] of Object.entries(themes)) {
        await this.run('Preferences: Color Theme');
        await rows.filter({ hasText: 'Dark+' }).waitFor();
        await widget.locator('.quick-input-box input').fill(label);
        await rows.filter({ hasText: label }).first().click();
        await page.locator(`.monaco-workbench.${style}`).first().waitFor();
        await widget.waitFor({ state: 'hidden' });
        await this.picture(`${name}-${theme}`);
      }
    },
    async reload() {
      await page.reload();
      await ready();
    },
    close: () => context.close(),
  };
  return window;
}
