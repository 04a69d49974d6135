// The live page of a run in a browser: what it says, what its buttons ask for, and that it holds still while it fills.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { artefacts, posted, startViews, tabStops, type Views } from './views.ts';

describe('the live page', function () {
  this.timeout(120_000);
  let views: Views;
  before(async () => {
    views = await startViews();
  });
  after(() => views?.close());

  const text = async (page: Page, selector: string): Promise<string> =>
    (await page.locator(selector).first().textContent()) ?? '';
  const controls = async (page: Page): Promise<unknown[]> =>
    (await posted(page)).filter(({ kind }) => kind === 'control').map(({ verb }) => verb);
  const choose = async (page: Page, label: string, option: string): Promise<void> => {
    await page.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };

  const says: readonly (readonly [state: string, ...parts: string[]])[] = [
    ['no plan', 'No plan yet', 'pi-5'],
    ['empty', 'Waiting for the first result of pi-5', 'generating the model', 'not yet'],
    ['filling', '180 of 296, 8 failed', '33 min left', 'Unavailable: This board has no sensor of power'],
    ['unreachable', 'pi-5 is not reachable', 'cannot be resolved', 'Next try in'],
    ['lost link', 'Lost, next try in', 'refused the connection'],
    ['refused', 'does not know the token', 'Pair the device again'],
    ['one axis', 'Fewer than two axes vary'],
    ['followed', 'Another window or command line collects this run'],
    ['many devices', '825 of 1,184', 'phone-of-the-lab', 'No answer for 15 s'],
    ['broken', 'The folder holds no run'],
  ];
  for (const [state, ...parts] of says) {
    it(`says what is the case: ${state}`, () =>
      views.opened({ view: 'run', state }, async (page) => {
        const said = await text(page, 'body');
        for (const part of parts) assert.ok(said.includes(part), `${part} in ${said}`);
      }));
  }

  const buttons: readonly (readonly [state: string, ...names: string[]])[] = [
    ['filling', 'Pause', 'Cancel'],
    ['paused', 'Continue', 'Cancel'],
    ['lost link', 'Reconnect'],
    ['failures', 'Re-run failures'],
    ['over'],
    ['followed'],
  ];
  for (const [state, ...names] of buttons) {
    it(`has the buttons ${names.join(', ') || 'none'} when ${state}`, () =>
      views.opened({ view: 'run', state }, async (page) => {
        assert.deepEqual(await page.locator('.live-buttons vscode-button:visible').allTextContents(), names);
        for (const name of names) await page.locator('.live-buttons vscode-button:visible', { hasText: name }).click();
        const verbs: Readonly<Record<string, string>> = { 'Re-run failures': 'rerun' };
        assert.deepEqual(
          await controls(page),
          names.map((name) => verbs[name] ?? name.toLowerCase()),
        );
      }));
  }

  it('draws a cell a combination, hatched where it failed, in marks that can be counted', () =>
    views.opened({ view: 'run', state: 'filling' }, async (page) => {
      assert.match(await text(page, '.map h3'), /^Median latency over nodes and layers/);
      assert.match(await text(page, '.map figcaption'), /geometric mean over batch and threads.*Hatched: 1 cell/s);
      assert.ok((await page.locator('.map svg path').count()) >= 48);
      assert.equal(await page.locator('.map svg text', { hasText: 'failed' }).count(), 1);
    }));

  it('shows another metric, other axes and held levels, and remembers them', () =>
    views.opened({ view: 'run', state: 'filling' }, async (page) => {
      await choose(page, 'Metric', 'Throughput');
      await choose(page, 'Up', 'batch');
      await choose(page, 'Layers', '16');
      assert.equal(await text(page, '.map h3'), 'Throughput over nodes and batch, layers 16');
      await choose(page, 'Across', 'batch');
      assert.match(await text(page, '.map h3'), /^Throughput over batch and nodes, layers 16/);
      await page.locator('.map').screenshot({ path: `${artefacts}live-map-chosen.png` });
    }));

  it('walks the cells by keys and tells what each is', () =>
    views.opened({ view: 'run', state: 'filling' }, async (page) => {
      const chart = page.getByRole('application', { name: 'Median latency over nodes and layers' });
      await chart.focus();
      await page.keyboard.press('ArrowRight');
      const spoken = page.locator('.map [role=status]');
      assert.match((await spoken.textContent()) ?? '', /^nodes 32, layers 4, median latency/);
      await page.keyboard.press('ArrowRight');
      assert.match((await spoken.textContent()) ?? '', /^nodes 64, layers 4,/);
      await page.keyboard.press('ArrowUp');
      assert.match((await spoken.textContent()) ?? '', /^nodes 64, layers 8,/);
      await page.keyboard.press('End');
      assert.match((await spoken.textContent()) ?? '', /^nodes 4,?096, layers 128, no value: .*failed/);
      assert.ok(await page.locator('.tip').isVisible());
      await page.screenshot({ path: `${artefacts}live-keys.png` });
      await page.keyboard.press('Escape');
    }));

  it('gives a chart as a table and as files', () =>
    views.opened({ view: 'run', state: 'filling' }, async (page) => {
      await page.locator('.map summary').click();
      await page.locator('.map .data-table').waitFor();
      assert.equal(await page.locator('.map .data-table tbody tr').count(), 48);
      for (const name of ['Save as PNG', 'Save as SVG', 'Save as CSV', 'Copy what it says']) {
        await page.locator('.map').getByRole('button', { name }).click();
      }
      const saved = (await posted(page)).filter(({ kind }) => kind === 'save' || kind === 'copy');
      const heads = saved.map(
        ({ name, content, text }) =>
          `${name ?? ''} ${[...(Object.values(content ?? text ?? '') as unknown[])].slice(0, 4).join(' ')}`,
      );
      assert.deepEqual(heads, [
        'median-latency-over-nodes-and-layers.png 137 80 78 71',
        'median-latency-over-nodes-and-layers.svg < s v g',
        'median-latency-over-nodes-and-layers.csv l a y e',
        ' M e d i',
      ]);
    }));

  it('filters the log by level and words', () =>
    views.opened({ view: 'run', state: 'filling' }, async (page) => {
      const lines = page.locator('.log-list li');
      assert.equal(await lines.count(), 6);
      await choose(page, 'Level', 'Warnings and errors');
      assert.equal(await lines.count(), 2);
      await page.getByRole('textbox', { name: 'Filter the log' }).fill('governor');
      assert.equal(await lines.count(), 1);
      await page.getByRole('textbox', { name: 'Filter the log' }).fill('no such thing');
      assert.ok(await page.getByText('No line of the log passes the filter.').isVisible());
    }));

  it('holds the list of points still while it is read', () =>
    views.opened({ view: 'run', state: 'traffic' }, async (page) => {
      await page.evaluate('window.traffic(60)');
      const first = page.locator('.latest-list li').first();
      await first.waitFor();
      await page.locator('.latest-list').hover();
      await page.waitForTimeout(400);
      const before = await first.textContent();
      await page.getByText(/^held, \d+ newer$/).waitFor();
      assert.equal(await first.textContent(), before);
      await page.mouse.move(5, 5);
      // A list that is not read any more is written anew with the next painting.
      await page.locator('.latest-held', { hasText: /^$/ }).waitFor({ state: 'attached' });
      assert.notEqual(await first.textContent(), before);
    }));

  it('moves nothing while it fills', () =>
    views.opened({ view: 'run', state: 'traffic' }, async (page) => {
      await page.evaluate('window.traffic(60)');
      await page.waitForTimeout(1500);
      const places = (): Promise<unknown> =>
        page.evaluate(
          `['.map .chart', '.latest', '.series', '.log', '.map-tools'].map((s) => { const b = document.querySelector(s).getBoundingClientRect(); return [s, b.x, b.y, b.width, b.height]; })`,
        );
      const before = await places();
      await page.waitForTimeout(2500);
      assert.deepEqual(await places(), before);
    }));

  it('follows a change of the theme', () =>
    views.opened({ view: 'run', state: 'filling', theme: 'dark' }, async (page) => {
      const ink = (): Promise<string | null> => page.locator('.map svg text').last().getAttribute('fill');
      const before = await ink();
      await page.evaluate("window.wear('light')");
      await page.waitForTimeout(200);
      assert.notEqual(await ink(), before);
    }));

  it('is reached by Tab in reading order', () =>
    views.opened({ view: 'run', state: 'filling' }, async (page) => {
      const stops = await tabStops(page);
      const order = [
        'Sweep',
        'Report',
        'Live',
        'Pause',
        'Cancel',
        'Metric',
        'Across',
        'Save as PNG',
        'Median latency over nodes and layers',
        'Latest points',
        'Level',
        'Log',
      ];
      const places = order.map((name) => stops.findIndex((stop) => stop.startsWith(name)));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
        JSON.stringify(stops),
      );
      assert.ok(!places.includes(-1), JSON.stringify(stops));
      assert.deepEqual(
        stops.filter((stop) => stop.startsWith('without a name')),
        [],
      );
    }));
});
