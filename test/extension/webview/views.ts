// The views in a headless browser, on the gallery: each in one of its states, in a theme, at a width.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ThemeName } from 'edgewright/webview/gallery/themes.js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type Gallery, serveGallery } from '../../../scripts/gallery.ts';

export const artefacts = fileURLToPath(new URL('../../artefacts/', import.meta.url));
export const themeNames: readonly ThemeName[] = ['dark', 'light', 'high-contrast', 'high-contrast-light'];

export interface Opening {
  readonly view: 'run' | 'preview' | 'graph' | 'simulator' | 'task';
  readonly state: string;
  readonly theme?: ThemeName;
  readonly width?: number;
}

export interface Views {
  /** Runs `use` on the open view and then asserts that the console stayed silent and nothing was fetched from outside. */
  opened(opening: Opening, use: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function startViews(): Promise<Views> {
  mkdirSync(artefacts, { recursive: true });
  const gallery: Gallery = await serveGallery(0);
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  return {
    async opened({ view, state, theme = 'dark', width = 1280 }, use) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const heard: string[] = [];
      page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => heard.push(String(error)));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(`${gallery.address}/`) && !/^(data|blob):/.test(url)) heard.push(`fetched ${url}`);
      });
      await page.goto(`${gallery.address}/${view}.html?${new URLSearchParams({ view, state, theme })}`);
      await page.locator('.skeleton').waitFor({ state: 'detached' });
      // Two paintings of the live page; the others are there at once.
      await page.waitForTimeout(view === 'run' ? 600 : 150);
      await use(page);
      const failed = (await posted(page)).filter(({ kind }) => kind === 'failed');
      assert.deepEqual([...heard, ...failed], []);
      await page.close();
    },
    async close() {
      await browser.close();
      await gallery.close();
    },
  };
}

/** What the view sent to the extension. */
export function posted(page: Page): Promise<readonly { readonly kind: string; readonly [key: string]: unknown }[]> {
  return page.evaluate('window.posted');
}

/** Names of what can be reached by Tab, in order, until it comes round; at most `most`. */
export async function tabStops(page: Page, most = 60): Promise<readonly string[]> {
  const names: string[] = [];
  for (let stop = 0; stop < most; stop++) {
    await page.keyboard.press('Tab');
    const name: string = await page.evaluate(`(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (!at || at === document.body) return '';
      const labelled = at.getAttribute('aria-labelledby');
      return at.getAttribute('aria-label') || (labelled && document.getElementById(labelled)?.textContent)
        || at.textContent.trim() || at.getRootNode().host?.getAttribute('aria-label') || at.getRootNode().host?.textContent.trim() || 'without a name: ' + at.outerHTML.slice(0, 80);
    })()`);
    if (name === '') break;
    names.push(name);
  }
  return names;
}

/** Nodes of the accessibility tree that a person acts on or reads as one, without a name. */
export async function unnamed(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const roles = [
    'button',
    'combobox',
    'textbox',
    'tab',
    'progressbar',
    'treegrid',
    'application',
    'link',
    'region',
    'switch',
    'checkbox',
  ];
  return nodes
    .filter(({ ignored, role, name }) => !ignored && roles.includes(String(role?.value)) && !name?.value)
    .map(({ role, backendDOMNodeId }) => `${role?.value} ${backendDOMNodeId}`);
}
