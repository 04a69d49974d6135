// Every state of every view, in every theme and at two widths: it can be read, nothing is cut off, nothing lacks a name.
import assert from 'node:assert/strict';
import { graphStates } from 'edgewright/webview/gallery/graph.js';
import type { Inspection } from 'edgewright/webview/gallery/inspection.js';
import { liveStates } from 'edgewright/webview/gallery/live.js';
import { previewStates } from 'edgewright/webview/gallery/preview.js';
import { simulatorStates } from 'edgewright/webview/gallery/simulator.js';
import { artefacts, type Opening, startViews, themeNames, unnamed, type Views } from './views.ts';

const states: readonly Pick<Opening, 'view' | 'state'>[] = [
  ...Object.keys(liveStates).map((state) => ({ view: 'run', state }) as const),
  ...Object.keys(previewStates).map((state) => ({ view: 'preview', state }) as const),
  ...Object.keys(graphStates).map((state) => ({ view: 'graph', state }) as const),
  ...Object.keys(simulatorStates).map((state) => ({ view: 'simulator', state }) as const),
];

describe('the look of the views', function () {
  this.timeout(120_000);
  let views: Views;
  before(async () => {
    views = await startViews();
  });
  after(() => views?.close());

  for (const { view, state } of states) {
    it(`${view}, ${state}`, async () => {
      for (const [width, themes] of [
        [1280, themeNames],
        [600, ['dark']],
      ] as const) {
        await views.opened({ view, state, width, theme: themes[0] ?? 'dark' }, async (page) => {
          for (const theme of themes) {
            await page.evaluate(`window.wear('${theme}')`);
            await page.waitForTimeout(100);
            const name = `${view}-${state.replaceAll(' ', '-')}-${theme}-${width}`;
            await page.screenshot({ path: `${artefacts}${name}.png` });
            assert.deepEqual(await page.evaluate<Inspection>('window.inspect()'), { faint: [], cutOff: [] }, name);
          }
          assert.deepEqual(await unnamed(page), []);
        });
      }
    });
  }
});
