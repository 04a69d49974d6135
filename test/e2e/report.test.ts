// The report in a real browser: it opens from a file, in both themes, without a word on the console, and is alive.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { analyse } from '@edgewright/core/analysis/analyse.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { renderReport } from '@edgewright/workbench/report/report.js';
import { type Browser, chromium, type Page } from 'playwright-core';
import { makeRecords } from '../fixtures/records.ts';

const artefacts = fileURLToPath(new URL('../artefacts/', import.meta.url));

interface Opening {
  readonly colorScheme?: 'light' | 'dark';
  readonly width?: number;
  readonly javaScriptEnabled?: boolean;
}

describe('the report in a browser', function () {
  this.timeout(120_000);
  let folder: string;
  let address: string;
  let browser: Browser;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'edgewright-report-'));
    mkdirSync(artefacts, { recursive: true });
    const records = makeRecords({ count: 700, latencies: 200 });
    const path = join(folder, 'report.html');
    writeFileSync(path, renderReport(analyse(tableOf(records), undefined), { records }));
    address = pathToFileURL(path).href;
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Runs `use` on the open report and then asserts that the console stayed silent and nothing was fetched. */
  async function opened(opening: Opening, use: (page: Page) => Promise<void>): Promise<void> {
    const { width = 1280, ...rest } = opening;
    const page = await browser.newPage({ viewport: { width, height: width < 600 ? 844 : 800 }, ...rest });
    const heard: string[] = [];
    page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(String(error)));
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) heard.push(`fetched ${request.url()}`);
    });
    await page.goto(address);
    await use(page);
    assert.deepEqual(heard, []);
    await page.close();
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`opens in ${colorScheme} and draws its charts`, () =>
      opened({ colorScheme }, async (page) => {
        await page.screenshot({ path: `${artefacts}report-${colorScheme}.png` });
        const figure = page.locator('figure').first();
        await figure.scrollIntoViewIfNeeded();
        await figure.locator('canvas').first().waitFor();
        await figure.screenshot({ path: `${artefacts}report-heatmap-${colorScheme}.png` });
      }));
  }

  it('shows a tool tip over a cell of the heat map, and on a click its measurements', () =>
    opened({}, async (page) => {
      const canvas = page.locator('figure').first().locator('.live');
      await page.locator('figure').first().scrollIntoViewIfNeeded();
      await canvas.waitFor();
      const position = { x: 300, y: 100 };
      await canvas.hover({ position });
      await page.locator('.tip').filter({ hasText: 'median latency' }).first().waitFor();
      await canvas.click({ position });
      const details = page.locator('#details');
      await details.locator('.histogram canvas').first().waitFor();
      const text = (await details.textContent()) ?? '';
      for (const part of [
        'median latency, interval',
        'Phases',
        'first inference',
        'Environment',
        'temperature',
        'Cortex-A78AE',
      ]) {
        assert.ok(text.includes(part), part);
      }
      await page.screenshot({ path: `${artefacts}report-details.png` });
      await page.keyboard.press('Escape');
      assert.equal(await details.isVisible(), false);
    }));

  it('zooms a roofline by Ctrl and the wheel', () =>
    opened({}, async (page) => {
      const figure = page.locator('figure').filter({ hasText: 'Roofline: pi-5, ort,' }).first();
      await figure.scrollIntoViewIfNeeded();
      const live = figure.locator('.live');
      await live.locator('canvas').first().waitFor();
      const before = await live.screenshot();
      await live.hover({ position: { x: 300, y: 200 } });
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -300);
      await page.keyboard.up('Control');
      await page.waitForTimeout(300);
      assert.notDeepEqual(await live.screenshot({ path: `${artefacts}report-zoomed.png` }), before);
    }));

  it('sorts and filters the raw table', () =>
    opened({}, async (page) => {
      const first = page.locator('#points tbody tr:not([aria-hidden])').first();
      await page.locator('#points th button', { hasText: 'median, ms' }).click();
      const least = Number(await first.locator('td').nth(4).textContent());
      await page.locator('#points th button', { hasText: 'median, ms' }).click();
      assert.equal(await page.locator('#points th').nth(4).getAttribute('aria-sort'), 'descending');
      assert.ok(Number(await first.locator('td').nth(4).textContent()) > least);
      await page.locator('#filter').fill('jetson out-of-memory');
      await page.getByText(/^\d+ of \d+ measurements$/).waitFor();
      assert.match((await first.textContent()) ?? '', /jetson.*out-of-memory/s);
      await page.locator('#filter').fill('no such thing');
      await page.getByText(/^0 of /).waitFor();
    }));

  it('changes the theme by a press', () =>
    opened({ colorScheme: 'light' }, async (page) => {
      const ground = (): Promise<string> => page.evaluate('getComputedStyle(document.body).backgroundColor');
      const light = await ground();
      await page.locator('#theme').click();
      assert.notEqual(await ground(), light);
      assert.equal(await page.locator('#theme').textContent(), 'Light');
    }));

  it('can be used by keyboard: skip link, then a measurement', () =>
    opened({}, async (page) => {
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the report');
      await page.locator('#points tbody button').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('#details .figure').waitFor();
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'Close');
    }));

  it('is nowhere wider than a phone', () =>
    opened({ width: 390 }, async (page) => {
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
      await page.screenshot({ path: `${artefacts}report-phone.png` });
    }));

  it('reads without scripts', () =>
    opened({ javaScriptEnabled: false }, async (page) => {
      assert.ok(await page.locator('figure svg').first().isVisible());
      assert.equal(await page.locator('#points tbody tr').count(), 200);
      assert.equal(await page.locator('#theme').isVisible(), false);
    }));
});
