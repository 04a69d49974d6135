// The graph view in a browser: stages, the list and the drawing, the search, sizes, and what it says when there is nothing.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { artefacts, posted, startViews, tabStops, type Views } from './views.ts';

describe('the graph view', function () {
  this.timeout(120_000);
  let views: Views;
  before(async () => {
    views = await startViews();
  });
  after(() => views?.close());

  const names = (page: Page): Promise<readonly string[]> => page.locator('.graph-rows .graph-name').allTextContents();
  const row = (page: Page, name: string) =>
    page.locator('.graph-rows .graph-row', { has: page.locator('.graph-name', { hasText: new RegExp(`^${name}$`) }) });
  const picked = (page: Page) => page.locator('.graph-row.is-picked .graph-name').textContent();
  const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });
  const stage = (page: Page, name: string) => page.getByRole('tab', { name }).click();

  it('shows each stage, and keeps the node that does the same work chosen', () =>
    views.opened({ view: 'graph', state: 'cnn' }, async (page) => {
      await row(page, 'stem.norm').click();
      assert.match((await details(page).textContent()) ?? '', /BatchNormalization.*stem\.norm\.scale.*constant/s);
      await details(page).getByRole('button', { name: 'Copy the name' }).click();
      assert.deepEqual((await posted(page)).at(-1), { kind: 'copy', text: 'stem.norm' });
      await stage(page, 'Decomposed');
      assert.match((await page.locator('.graph-totals').textContent()) ?? '', /kernels.*MACs.*regions of rasters/);
      assert.equal(await picked(page), 'stem.norm');
      await stage(page, 'Planned');
      assert.match((await picked(page)) ?? '', /^stem \+2$/);
      const text = (await details(page).textContent()) ?? '';
      for (const part of ['runs on', 'WebAssembly', 'algorithm', 'Nodes of the file', 'Conv stem', 'Relu stem.relu'])
        assert.ok(text.includes(part), `${part} in ${text}`);
      await page.screenshot({ path: `${artefacts}graph-planned.png` });
    }));

  it('goes by the links of a node to what it reads, what reads it, and where it comes from', () =>
    views.opened({ view: 'graph', state: 'cnn' }, async (page) => {
      await row(page, 'stem.relu').click();
      await details(page).getByRole('button', { name: 'MaxPool stem.pool' }).click();
      assert.equal(await picked(page), 'stem.pool');
      await details(page).getByRole('button', { name: 'pool stem.pool' }).last().click();
      await page.getByRole('tab', { name: 'Planned', selected: true }).waitFor();
      assert.equal(await picked(page), 'stem.pool');
    }));

  it('finds nodes by op, name and tensor, and steps through them in the list and the drawing', () =>
    views.opened({ view: 'graph', state: 'cnn' }, async (page) => {
      const field = page.getByRole('textbox', { name: 'Search by op, name or tensor' });
      await field.fill('normalization shortcut');
      assert.deepEqual(await names(page), ['group1.block1.shortcut.norm', 'group2.block1.shortcut.norm']);
      await field.press('Enter');
      await page.getByText('1 of 2').waitFor();
      assert.equal(await picked(page), 'group1.block1.shortcut.norm');
      await page.getByRole('button', { name: 'Next match' }).click();
      await page.getByRole('button', { name: 'Next match' }).click();
      await page.getByRole('button', { name: 'Previous match' }).click();
      assert.equal(await picked(page), 'group2.block1.shortcut.norm');
      assert.equal(await page.locator('.box.is-picked:not(.is-dim) .box-op').textContent(), 'BatchNormalization');
      await field.fill('stem.weight');
      assert.deepEqual(await names(page), ['stem']);
      await page.getByRole('treegrid').focus();
      await page.keyboard.press('Control+f');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('nothing of the kind');
      assert.equal(await field.inputValue(), 'nothing of the kind');
      await page.getByText('none').waitFor();
    }));

  it('sorts by a figure and back to the order in which nodes run', () =>
    views.opened({ view: 'graph', state: 'cnn' }, async (page) => {
      const before = await names(page);
      await page.getByRole('button', { name: 'MACs' }).click();
      assert.deepEqual((await names(page)).slice(0, 2), ['stem', 'group1.block1.conv2']);
      assert.equal(await page.getByRole('columnheader', { name: 'MACs' }).getAttribute('aria-sort'), 'descending');
      await page.getByRole('combobox', { name: 'Bars' }).click();
      await page.getByRole('option', { name: 'Bytes' }).click();
      assert.equal((await names(page))[0], 'stem');
      await page.getByRole('button', { name: 'Node', exact: true }).click();
      assert.deepEqual(await names(page), before);
    }));

  it('has only what is in sight in the document, of thousands of nodes', () =>
    views.opened({ view: 'graph', state: 'large' }, async (page) => {
      assert.equal(await page.getByRole('tab', { name: 'Original' }).textContent(), 'Original3,271');
      const list = page.getByRole('treegrid');
      await list.focus();
      for (const key of ['End', 'Home', 'PageDown', 'End']) {
        await page.keyboard.press(key);
        assert.ok((await page.locator('.graph-rows .graph-row').count()) < 80);
        assert.ok((await page.locator('.drawing-view .box').count()) < 80);
        assert.ok((await page.locator('.drawing-view .box.is-picked').count()) === 1);
      }
      assert.equal(await picked(page), 'logits');
    }));

  it('is walked by keys: the list opens loops, the drawing follows its lines', () =>
    views.opened({ view: 'graph', state: 'loops' }, async (page) => {
      await stage(page, 'Merged');
      const loop = page.locator('.graph-rows .graph-row', { hasText: 'loop' }).first();
      await loop.click();
      await page.getByRole('treegrid').focus();
      await page.keyboard.press('ArrowRight');
      assert.equal(await loop.getAttribute('aria-expanded'), 'true');
      await page.keyboard.press('ArrowDown');
      assert.equal(await page.locator('.graph-row.is-picked').getAttribute('aria-level'), '2');
      // It is drawn as the loop that it is inside.
      assert.equal(await page.locator('.box.is-picked .box-op').textContent(), 'loop');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      assert.equal(await loop.getAttribute('aria-expanded'), 'false');
      const active = await page.getByRole('treegrid').getAttribute('aria-activedescendant');
      assert.equal(await page.locator('.graph-row.is-picked').getAttribute('id'), active);
      await page.getByRole('application').focus();
      await page.keyboard.press('ArrowUp');
      assert.equal(await page.locator('.box.is-picked .box-op').textContent(), 'matmul');
      await page.keyboard.press('ArrowDown');
      assert.equal(await page.locator('.box.is-picked .box-op').textContent(), 'loop');
      const size = () => page.locator('.drawing-extent').getAttribute('style');
      const before = await size();
      await page.keyboard.press('+');
      assert.notEqual(await size(), before);
      await page.keyboard.press('0');
      assert.equal(await size(), before);
    }));

  it('takes sizes of open dimensions, whole numbers alone', () =>
    views.opened({ view: 'graph', state: 'open dimensions' }, async (page) => {
      const field = page.getByRole('spinbutton', { name: 'batch' });
      assert.equal(await field.inputValue(), '1');
      await field.fill('1.5');
      await field.press('Enter');
      await page.getByText('batch takes a whole number from 0.').waitFor();
      await field.fill('4');
      await field.press('Enter');
      await page.getByText('float32[4,16,32,32]').first().waitFor();
      const sizes = (await posted(page)).filter(({ kind }) => kind === 'sizes');
      assert.deepEqual(sizes, [{ kind: 'sizes', sizes: { batch: 4 } }]);
    }));

  it('has times as bars once a device has measured it, and says what each took', () =>
    views.opened({ view: 'graph', state: 'measured' }, async (page) => {
      await page.getByText(/pi-5: jit .* an inference; ort 1\.30\.0 .*, median of 15/).waitFor();
      await page.getByText(/Plan: jit 12 nodes, then ort 19 nodes .* predicted\); else ort alone/).waitFor();
      await page.getByRole('tab', { name: 'Planned', selected: true }).waitFor();
      await page.getByRole('button', { name: 'Time', exact: true }).click();
      await row(page, 'stem \\+2').click();
      const text = (await details(page).textContent()) ?? '';
      for (const part of [
        'Measured on pi-5',
        'In the plan of pi-5',
        'the compiler is faster',
        'share',
        '% of all',
        'predicted',
        'or Winograd F(2, 3)',
      ])
        assert.ok(text.includes(part), `${part} in ${text}`);
      await stage(page, 'Decomposed');
      assert.equal(await page.getByRole('columnheader', { name: 'MACs' }).count(), 1);
      await stage(page, 'Original');
      assert.equal(await page.getByRole('columnheader', { name: 'Time' }).count(), 1);
    }));

  it('lists what was compared by its error, and leads to the first node that differs', () =>
    views.opened({ view: 'graph', state: 'different' }, async (page) => {
      await page.getByText('19 values of 31 differ.').waitFor();
      const list = page.getByRole('grid', { name: 'Values compared' });
      const first = list.locator('.difference-row').nth(1);
      assert.match((await first.textContent()) ?? '', /^output \(output\).*1 of 10$/);
      await page.getByRole('button', { name: 'Value', exact: true }).click();
      assert.match((await first.textContent()) ?? '', /^stem.*none$/);
      await list.focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      assert.equal(await picked(page), 'output');
      await stage(page, 'Differences');
      await page.getByRole('button', { name: 'Conv group1.block1.shortcut' }).click();
      await page.getByRole('tab', { name: 'Original', selected: true }).waitFor();
      assert.match((await details(page).textContent()) ?? '', /Compared: group1.block1.shortcut.*328 of 16,384/s);
    }));

  it('has only the values in sight in the document', () =>
    views.opened({ view: 'graph', state: 'large difference' }, async (page) => {
      await page.getByText('1,271 values of 3,271 differ.').waitFor();
      await page.getByRole('grid').focus();
      await page.keyboard.press('End');
      assert.equal(await page.locator('.difference-row.is-picked').getAttribute('aria-rowindex'), '3272');
      assert.ok((await page.locator('.difference-row').count()) < 80);
    }));

  it('asks for a device, tells how far it is, and ends it', () =>
    views.opened({ view: 'graph', state: 'at work' }, async (page) => {
      await page.getByText('pi-5: comparing values, 39 %').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Measure on Device...' }).click();
      await stage(page, 'Differences');
      await page.getByRole('button', { name: 'Compare with onnxruntime...' }).last().click();
      const asked = (await posted(page)).filter(({ kind }) => kind === 'leave' || kind === 'inspect');
      const wanted = [{ kind: 'leave' }, { kind: 'inspect', want: 'profile' }, { kind: 'inspect', want: 'diff' }];
      assert.deepEqual(asked, wanted);
    }));

  it('says what is missing, why, and what to do', async () => {
    const says: readonly (readonly [state: string, tab: string | undefined, part: RegExp])[] = [
      ['being taken apart', 'Planned', /The compiler takes the model apart/],
      ['not lowered', 'Decomposed', /NonZero "\/boxes\/NonZero".*Measure this model with ort.*Open dimensions/s],
      ['refused', 'Planned', /The agent of pi-5 does not look inside models\..*Update edgewright-agent/s],
      ['broken', undefined, /not an ONNX model.*Export the model again/s],
      ['too large', undefined, /7\.2 GiB.*external data/s],
    ];
    for (const [state, tab, part] of says) {
      await views.opened({ view: 'graph', state }, async (page) => {
        if (tab !== undefined) await stage(page, tab);
        assert.match((await page.locator('body').textContent()) ?? '', part, state);
        if (tab !== undefined) await stage(page, 'Original');
        assert.equal(await page.getByRole('treegrid').count(), tab === undefined ? 0 : 1);
      });
    }
  });

  it('saves the nodes of a stage', () =>
    views.opened({ view: 'graph', state: 'cnn' }, async (page) => {
      await stage(page, 'Planned');
      await page.getByRole('button', { name: 'Save as CSV' }).click();
      const saved = (await posted(page)).find(({ kind }) => kind === 'save');
      assert.equal(saved?.name, 'resnet-onnx-planned.csv');
      const [head, first] = String(saved?.content).split('\r\n');
      assert.match(
        head ?? '',
        /^index,depth,node,op,output,macs,bytes,runs on,algorithms,reason,nodes of the file,milliseconds,/,
      );
      assert.match(first ?? '', /^0,0,stem \+2,conv,/);
    }));

  it('is reached by Tab in reading order', () =>
    views.opened({ view: 'graph', state: 'open dimensions' }, async (page) => {
      const stops = await tabStops(page);
      const order = [
        'Save as CSV',
        'batch',
        'Original',
        'Search by op',
        'Bars',
        'Nodes',
        'Drawing of the graph',
        'Details',
      ];
      const places = order.map((name) => stops.findIndex((stop) => stop.startsWith(name)));
      assert.deepEqual(
        places.toSorted((a, b) => a - b),
        places,
        JSON.stringify(stops),
      );
      assert.ok(!places.includes(-1), JSON.stringify(stops));
    }));
});
