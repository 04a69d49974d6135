// Every state of every view, in every theme and at two widths: it can be read, nothing is cut off, nothing lacks a name.
import assert from 'node:assert/strict';
import { graphStates } from 'edgewright/webview/gallery/graph.js';
import type { Inspection } from 'edgewright/webview/gallery/inspection.js';
import { liveStates } from 'edgewright/webview/gallery/live.js';
import { previewStates } from 'edgewright/webview/gallery/preview.js';
import { simulatorStates } from 'edgewright/webview/gallery/simulator.js';
import { taskStates } from 'edgewright/webview/gallery/task.js';
import type { Page } from 'playwright-core';
import { artefacts, type Opening, startViews, themeNames, unnamed, type Views } from './views.ts';

const states: readonly Pick<Opening, 'view' | 'state'>[] = [
  ...Object.keys(liveStates).map((state) => ({ view: 'run', state }) as const),
  ...Object.keys(previewStates).map((state) => ({ view: 'preview', state }) as const),
  ...Object.keys(graphStates).map((state) => ({ view: 'graph', state }) as const),
  ...Object.keys(simulatorStates).map((state) => ({ view: 'simulator', state }) as const),
  ...Object.keys(taskStates).map((state) => ({ view: 'task', state }) as const),
];

describe('the look of the views', function () {
  this.timeout(120_000);
  let views: Views;
  before(async () => {
    views = await startViews();
  });
  after(() => views?.close());

  /** PICTURES=1 takes them all, to look at: half of the time. */
  const isPictured = process.env.PICTURES === '1';
  const look = async (page: Page, name: string): Promise<void> => {
    const path = `${artefacts}${name}.png`;
    if (isPictured) await page.screenshot({ path });
    const found = await page.evaluate<Inspection>('window.inspect()');
    if (found.faint.length + found.cutOff.length > 0) await page.screenshot({ path });
    assert.deepEqual(found, { faint: [], cutOff: [] }, name);
  };

  for (const { view, state } of states) {
    it(`${view}, ${state}`, async () => {
      const stem = `${view}-${state.replaceAll(' ', '-')}`;
      await views.opened({ view, state, width: 1280 }, async (page) => {
        for (const theme of themeNames) {
          await page.evaluate(`window.wear('${theme}')`);
          await page.waitForTimeout(50);
          await look(page, `${stem}-${theme}-1280`);
        }
        assert.deepEqual(await unnamed(page), []);
        await page.setViewportSize({ width: 600, height: 800 });
        await page.waitForTimeout(200);
        await look(page, `${stem}-${themeNames.at(-1)}-600`);
        assert.deepEqual(await unnamed(page), []);
      });
    });
  }
});
