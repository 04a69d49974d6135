// The preview of a model in a browser: parameters chosen, the structure opened, sorted, searched and walked by keys.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { artefacts, posted, startViews, tabStops, type Views } from './views.ts';

describe('the model preview', function () {
  this.timeout(120_000);
  let views: Views;
  before(async () => {
    views = await startViews();
  });
  after(() => views?.close());

  const total = async (page: Page, name: string): Promise<string> =>
    (await page.locator('.totals > div', { hasText: name }).locator('.total').first().textContent()) ?? '';
  const names = (page: Page): Promise<readonly string[]> =>
    page.locator('.structure-body .structure-name').allTextContents();

  it('has the totals of another choice', () =>
    views.opened({ view: 'preview', state: 'transformer' }, async (page) => {
      const before = await total(page, 'MACs');
      await page.getByRole('combobox', { name: 'Layers' }).click();
      await page.getByRole('option', { name: '24', exact: true }).click();
      await page.getByText('× 24').waitFor();
      assert.notEqual(await total(page, 'MACs'), before);
      const [, choice] = await posted(page);
      assert.deepEqual([choice?.kind, Object.keys(choice?.parameters as object)[0]], ['choose', 'layers']);
    }));

  it('opens repeats, layers and nodes, and tells of a node', () =>
    views.opened({ view: 'preview', state: 'transformer' }, async (page) => {
      const press = (name: string) => page.locator('.structure-name', { hasText: name }).first().click();
      await press('layer1 to 6');
      await press('layer2');
      await press('attention.query.product');
      const details = (await page.locator('.preview-details').textContent()) ?? '';
      for (const part of ['layer2.attention.query.product', 'MatMul', '1x16x768', '768x768', '9,437,184']) {
        assert.ok(details.includes(part), `${part} in ${details}`);
      }
      await page.screenshot({ path: `${artefacts}preview-opened.png` });
    }));

  it('sorts by a column and back to the order of the graph', () =>
    views.opened({ view: 'preview', state: 'cnn' }, async (page) => {
      const before = await names(page);
      await page.getByRole('button', { name: 'Parameters' }).click();
      assert.equal((await names(page))[0]?.startsWith('group4'), true);
      assert.equal(
        await page.getByRole('columnheader', { name: 'Parameters' }).getAttribute('aria-sort'),
        'descending',
      );
      await page.getByRole('button', { name: 'Layer', exact: true }).click();
      assert.deepEqual(await names(page), before);
    }));

  it('finds nodes by op', () =>
    views.opened({ view: 'preview', state: 'cnn' }, async (page) => {
      await page.getByRole('textbox', { name: 'Search layers and ops' }).fill('maxpool');
      assert.deepEqual(await names(page), ['stem', 'pool']);
    }));

  it('has only the rows in sight in the document, of thousands', () =>
    views.opened({ view: 'preview', state: 'large onnx file' }, async (page) => {
      assert.match((await page.locator('.structure .part-head').textContent()) ?? '', /3,271 nodes/);
      const rows = page.locator('.structure-body .structure-row');
      assert.ok((await rows.count()) < 80);
      await page.getByRole('treegrid').focus();
      await page.keyboard.press('End');
      const count = await page.getByRole('treegrid').getAttribute('aria-rowcount');
      assert.ok(Number(count) > 3000);
      assert.equal(await page.locator('.is-picked').getAttribute('aria-rowindex'), count);
      assert.ok((await rows.count()) < 80);
    }));

  it('is walked by keys', () =>
    views.opened({ view: 'preview', state: 'fc' }, async (page) => {
      const tree = page.getByRole('treegrid');
      await tree.focus();
      const picked = async (): Promise<string | null> => page.locator('.is-picked .structure-name').textContent();
      await page.keyboard.press('ArrowDown');
      assert.equal(await picked(), 'layer1');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      assert.equal(await picked(), 'relu');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await picked(), 'layer1');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await page.locator('.is-picked').getAttribute('aria-expanded'), 'false');
      const active = await tree.getAttribute('aria-activedescendant');
      assert.equal(await page.locator('.is-picked').getAttribute('id'), active);
    }));

  it('says why there is no model, and keeps the last one while the document has errors', async () => {
    const says: readonly (readonly [state: string, part: string])[] = [
      ['refusal', 'hidden (768) is not divisible by heads (7)'],
      ['excluded', 'The sweep leaves these parameters out by `parameters < 1e6`.'],
      ['invalid', 'The document has errors, so its models are not known'],
      ['invalid after a preview', 'The document has errors; this is the model before them'],
      ['broken', 'The document is no sweep.'],
    ];
    for (const [state, part] of says) {
      await views.opened({ view: 'preview', state }, async (page) => {
        assert.ok(await page.getByText(part).isVisible(), part);
        assert.equal(await page.locator('.structure:visible').count(), state === 'invalid after a preview' ? 1 : 0);
      });
    }
  });

  it('saves its layers, shows the model in the document, and changes the model', () =>
    views.opened({ view: 'preview', state: 'several models' }, async (page) => {
      await page.getByRole('combobox', { name: 'Model' }).click();
      await page.getByRole('option', { name: 'cnn' }).click();
      await page.locator('h1', { hasText: 'cnn' }).waitFor();
      await page.getByRole('button', { name: 'Save the layers as CSV' }).click();
      await page.getByRole('button', { name: 'Show the model in the document' }).click();
      const [, choice, saved, revealed] = await posted(page);
      assert.deepEqual([choice?.model, saved?.name, revealed], [1, 'cnn-layers.csv', { kind: 'reveal', model: 1 }]);
      assert.match(String(saved?.content), /^layer,node,op,output,parameters,macs/);
    }));

  it('is reached by Tab in reading order', () =>
    views.opened({ view: 'preview', state: 'cnn' }, async (page) => {
      const stops = await tabStops(page);
      const order = ['Show the model', 'Block', 'Filters', 'Search layers', 'Structure'];
      const places = order.map((name) => stops.findIndex((stop) => stop.startsWith(name)));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        JSON.stringify(stops),
      );
      assert.ok(!places.includes(-1), JSON.stringify(stops));
    }));
});
