// The analysis page in a browser, over made-up runs: charts, selection, filters, details, files, keyboard, themes.
import assert from 'node:assert/strict';
import type { FromRunView } from 'edgewright/protocol.js';
import type { Inspection } from 'edgewright/webview/gallery/inspection.js';
import type { ThemeName } from 'edgewright/webview/gallery/themes.js';
import type { Locator, Page } from 'playwright-core';
import { artefacts, posted, startViews, themeNames, unnamed, type Views } from './views.ts';

describe('the analysis page', function () {
  this.timeout(120_000);
  let views: Views;
  before(async () => {
    views = await startViews();
  });
  after(() => views?.close());

  interface Look {
    readonly state?: string;
    readonly theme?: ThemeName;
    readonly width?: number;
    /** Text of the page when it is ready. */
    readonly ready?: string;
  }

  function opened(look: Look, use: (page: Page) => Promise<void>): Promise<void> {
    const { state = 'analysis', ready = 'measurements', ...rest } = look;
    return views.opened({ view: 'run', state, ...rest }, async (page) => {
      await page.locator('.analysis').getByText(ready).first().waitFor();
      await use(page);
    });
  }

  async function sent<Kind extends FromRunView['kind']>(page: Page, kind: Kind) {
    const all = (await posted(page)) as unknown as readonly FromRunView[];
    return all.filter((message): message is Extract<FromRunView, { kind: Kind }> => message.kind === kind);
  }

  /** Scrolls to a section and waits until it shows what it was asked for. */
  async function shown(page: Page, id: string): Promise<Locator> {
    await page.locator(`.nav-link[data-section=${id}]`).click();
    const section = page.locator(`#${id}`);
    await section.locator('.chart').first().waitFor();
    await page.locator('.is-busy').first().waitFor({ state: 'detached' });
    await page.waitForTimeout(150);
    return section;
  }

  async function pressCell(page: Page): Promise<void> {
    const section = await shown(page, 'heatmap');
    await section
      .locator('.chart')
      .first()
      .click({ position: { x: 250, y: 120 } });
    await page.getByText(/^\d+ measurements selected$/).waitFor();
  }

  /** Not `waitForFunction`: the policy of the page lets no string be evaluated in it. */
  async function until(page: Page, expression: string): Promise<void> {
    for (let tries = 0; !(await page.evaluate<boolean>(expression)); tries++) {
      if (tries > 200) assert.fail(`never: ${expression}`);
      await page.waitForTimeout(50);
    }
  }

  async function count(page: Page): Promise<number> {
    const text = (await page.locator('#measurements [role=status]').textContent()) ?? '';
    return Number(/^([\d,]+) of/.exec(text)?.[1]?.replaceAll(',', ''));
  }

  for (const theme of themeNames) {
    it(`draws every analysis in ${theme}`, () =>
      opened({ theme }, async (page) => {
        await page.locator('.sentences').first().waitFor();
        await page.screenshot({ path: `${artefacts}analysis-summary-${theme}.png` });
        for (const id of ['heatmap', 'regression', 'roofline', 'boxplot', 'coverage', 'comparison']) {
          const section = await shown(page, id);
          assert.ok((await section.locator('.said').count()) > 0, id);
          await page.screenshot({ path: `${artefacts}analysis-${id}-${theme}.png` });
          assert.deepEqual(await page.evaluate<Inspection>('window.inspect()'), { faint: [], cutOff: [] }, id);
        }
        await page.locator('.nav-link[data-section=measurements]').click();
        await page.screenshot({ path: `${artefacts}analysis-measurements-${theme}.png` });
      }));
  }

  for (const theme of ['dark', 'light'] as const) {
    it(`shows what optimisations bring where a run ablated some, in ${theme}`, () =>
      opened({ theme, state: 'analysis, ablation' }, async (page) => {
        const section = await shown(page, 'ablation');
        assert.equal(await section.locator('.chart svg').count(), 3);
        assert.match((await section.locator('.sentences').textContent()) ?? '', /Without fusion, models take 1\.5/);
        await page.screenshot({ path: `${artefacts}analysis-ablation-${theme}.png` });
        assert.deepEqual(await page.evaluate<Inspection>('window.inspect()'), { faint: [], cutOff: [] });
      }));
  }

  it('spares a run that ablated nothing the section', () =>
    opened({}, async (page) => {
      assert.equal(await page.locator('#ablation').isVisible(), false);
      assert.equal(await page.locator('.nav-link[data-section=ablation]').isVisible(), false);
    }));

  it('links a press on a cell to all other charts and to the table', () =>
    opened({}, async (page) => {
      await pressCell(page);
      const faded = page.locator('#heatmap .chart').nth(1).locator('svg path[fill-opacity="0.2"]');
      assert.ok((await faded.count()) > 20);
      await page.screenshot({ path: `${artefacts}analysis-selected.png` });
      const selected = Number.parseInt((await page.locator('.selected-count').textContent()) ?? '', 10);
      await page.locator('.nav-link[data-section=measurements]').click();
      await page.getByText('Selected only').click();
      await page
        .locator('#measurements [role=status]', { hasText: `${selected} of 714` })
        .waitFor({ state: 'attached' });
      assert.equal(await count(page), selected);
      assert.equal(await page.locator('.grid tr[aria-selected=true]').count(), selected);
      await page.keyboard.press('Escape');
      await page.locator('.selected-tools').waitFor({ state: 'hidden' });
      await page.locator('.grid tr[aria-selected=true]').first().waitFor({ state: 'detached' });
    }));

  it('filters to what is selected, shows it in chips, and clears it', () =>
    opened({}, async (page) => {
      await pressCell(page);
      const selected = Number.parseInt((await page.locator('.selected-count').textContent()) ?? '', 10);
      await page.locator('.selected-tools vscode-button', { hasText: 'Filter' }).click();
      await page.getByText(`What follows is of the ${selected} of 700 measurements`).waitFor();
      assert.equal(await page.locator('.filter-chip').count(), 4);
      await page.locator('.filter-chip', { hasText: 'nodes' }).click();
      await page.locator('.filter-chip', { hasText: 'nodes' }).waitFor({ state: 'detached' });
      assert.equal(await page.locator('.filter-chip').count(), 3);
      await page.getByRole('button', { name: 'Clear all', exact: true }).click();
      await page.locator('.chips').waitFor({ state: 'hidden' });
      await page.locator('#measurements [role=status]', { hasText: '714 of 714' }).waitFor({ state: 'attached' });
    }));

  it('filters by levels, with counts, and asks anew for what is in sight', () =>
    opened({}, async (page) => {
      await shown(page, 'heatmap');
      const facet = page.locator('.facet', { has: page.locator('.facet-name', { hasText: /^nodes$/ }) });
      await facet.locator('li', { hasText: '4096' }).hover();
      await facet.getByRole('button', { name: 'Only nodes 4096' }).click();
      await page.locator('.filter-chip', { hasText: 'nodes: 4096' }).waitFor();
      await page.locator('#heatmap').getByText('over layers').or(page.locator('#heatmap h3')).first().waitFor();
      const asked = await sent(page, 'ask');
      const last = asked.findLast(({ ask }) => ask.kind === 'charts' && ask.query.kind === 'heatmap')?.ask;
      assert.deepEqual(last?.kind === 'charts' && last.query.filter, { nodes: ['4096'] });
      await facet.locator('vscode-checkbox').nth(0).click();
      await page.locator('.filter-chip', { hasText: 'nodes: 32, 4096' }).waitFor();
      await facet.getByRole('button', { name: 'All levels of nodes' }).click();
      await page.locator('.chips').waitFor({ state: 'hidden' });
    }));

  it('says what to do where the filters leave nothing', () =>
    opened({}, async (page) => {
      const facet = page.locator('.facet', { has: page.locator('.facet-name', { hasText: /^device$/ }) });
      await facet.locator('vscode-checkbox').nth(0).click();
      await facet.locator('vscode-checkbox').nth(1).click();
      await page.getByText('No measurement passes the filters').waitFor();
      await page.screenshot({ path: `${artefacts}analysis-nothing-left.png` });
      await page.getByText('Clear All Filters').click();
      await page.locator('#summary').waitFor();
    }));

  it('opens the details of a point, and goes through a selection', () =>
    opened({}, async (page) => {
      await pressCell(page);
      await page.locator('.selected-tools vscode-button', { hasText: 'Show' }).click();
      const details = page.locator('.details');
      await details.getByText('Latencies in order').waitFor();
      const text = (await details.textContent()) ?? '';
      for (const part of [
        'median latency, interval',
        'Phases',
        'first inference',
        'Environment',
        'temperature',
        'Distribution',
      ]) {
        assert.ok(text.includes(part), part);
      }
      const name = await details.locator('.details-name').textContent();
      await details.getByRole('button', { name: 'Next measurement' }).click();
      await details.getByText(/^2 of \d+$/).waitFor();
      await until(page, `document.querySelector('.details-name')?.textContent !== ${JSON.stringify(name)}`);
      await page.screenshot({ path: `${artefacts}analysis-details.png` });
      await page.keyboard.press('Escape');
      await details.waitFor({ state: 'hidden' });
      assert.ok(await page.locator('.selected-tools').isVisible());
    }));

  it('selects a point of a roofline, zooms, moves and takes a box', () =>
    opened({}, async (page) => {
      const section = await shown(page, 'roofline');
      const cloud = section.locator('.cloud').first();
      await cloud.focus();
      await page.keyboard.press('ArrowRight');
      await cloud.locator('.cloud-tip').waitFor();
      assert.match((await cloud.locator('.cloud-tip').textContent()) ?? '', /pi-5, fc, .*FLOP\/s at/);
      const before = await cloud.screenshot();
      await page.keyboard.press('+');
      await page.waitForTimeout(200);
      assert.notDeepEqual(await cloud.screenshot({ path: `${artefacts}analysis-zoomed.png` }), before);
      await page.keyboard.press('0');
      const box = (await cloud.boundingBox()) as { x: number; y: number; width: number; height: number };
      await page.mouse.move(box.x + 90, box.y + 30);
      await page.keyboard.down('Shift');
      await page.mouse.down();
      await page.mouse.move(box.x + box.width - 60, box.y + box.height - 120, { steps: 4 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await page.getByText(/^\d+ measurements selected$/).waitFor();
      await page.screenshot({ path: `${artefacts}analysis-box.png` });
    }));

  it('selects by outcome, by bar of coverage, and by box', () =>
    opened({}, async (page) => {
      const told = () => page.locator('.selected-count').textContent();
      const comparison = await shown(page, 'comparison');
      await comparison
        .locator('.chart')
        .first()
        .click({ position: { x: 200, y: 48 } });
      await page.getByText(/^\d+ measurements selected$/).waitFor();
      const [byOutcome] = [await told()];
      const boxplot = await shown(page, 'boxplot');
      await boxplot.locator('.chart').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await until(page, `document.querySelector('.selected-count').textContent !== ${JSON.stringify(byOutcome)}`);
      assert.match((await told()) ?? '', /^3\d\d measurements selected$/);
    }));

  it('saves pictures and tables, and copies what is said', () =>
    opened({}, async (page) => {
      for (const id of ['heatmap', 'roofline']) {
        const section = await shown(page, id);
        const figure = section.locator('figure').first();
        for (const format of ['PNG', 'SVG', 'CSV']) {
          await figure.locator(`vscode-toolbar-button[label="Save as ${format}"]`).click();
        }
        await figure.locator('vscode-toolbar-button[label="Copy what it says"]').click();
      }
      await page.locator('#measurements vscode-button', { hasText: 'Export CSV' }).click();
      await until(page, "window.posted.filter(({ kind }) => kind === 'save').length === 7");
      const saves = await sent(page, 'save');
      assert.deepEqual(
        saves.map(({ format }) => format),
        ['png', 'svg', 'csv', 'png', 'svg', 'csv', 'csv'],
      );
      const [, map, , , roof, points, rows] = saves.map(({ content }) => String(content));
      assert.match(map ?? '', /^<svg/);
      assert.match(roof ?? '', /^<svg[\s\S]*<path/);
      assert.ok((points ?? '').split('\r\n').length > 100);
      assert.equal((rows ?? '').split('\r\n').length, 716);
      assert.equal((await sent(page, 'copy')).length, 2);
      await page.locator('.nav-link[data-section=summary]').click();
      await page.locator('.headline .sentences').waitFor();
      await page.locator('#summary vscode-toolbar-button[label="Copy all sentences"]').click();
      assert.ok(((await sent(page, 'copy')).at(-1)?.text ?? '').split('\n').length > 3);
    }));

  it('sorts and searches the table, by mouse and by keys', () =>
    opened({}, async (page) => {
      await page.locator('.nav-link[data-section=measurements]').click();
      const first = page.locator('.grid tbody tr:not([aria-hidden])').first();
      const head = page.locator('.grid-head', { hasText: 'median, ms' });
      await head.click();
      const least = Number(await first.locator('td').nth(3).textContent());
      await head.click();
      await page.locator('th[aria-sort=descending]').waitFor();
      assert.ok(Number(await first.locator('td').nth(3).textContent()) > least);
      await page.locator('.grid-search').click();
      await page.keyboard.type('jetson out-of-memory');
      await until(page, "/^2\\d of/.test(document.querySelector('#measurements [role=status]').textContent)");
      assert.match((await first.textContent()) ?? '', /jetson.*out-of-memory/);
      await page.locator('.grid-scroll').focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.locator('.grid tr.is-at[aria-rowindex="3"]').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.details').getByText('Take fewer nodes').waitFor();
      await page.screenshot({ path: `${artefacts}analysis-failure.png` });
      await page.keyboard.press('Escape');
      await until(page, "document.activeElement?.className === 'grid-scroll'");
    }));

  it('keeps what was chosen for the next time', () =>
    opened({}, async (page) => {
      const facet = page.locator('.facet', { has: page.locator('.facet-name', { hasText: /^batch$/ }) });
      await facet.locator('li', { hasText: '16' }).hover();
      await facet.getByRole('button', { name: 'Only batch 16' }).click();
      await page.locator('.filter-chip').first().waitFor();
      const state = await page.evaluate('window.acquireVsCodeApi().getState()');
      assert.deepEqual((state as { analysis: { filter: unknown } }).analysis.filter, { batch: ['16'] });
    }));

  it('compares two runs, and two levels that were chosen', () =>
    opened({ state: 'analysis, two runs' }, async (page) => {
      const section = await shown(page, 'comparison');
      assert.match(
        (await section.locator('.block h3').first().textContent()) ?? '',
        /made-up-e-up-1 and made-up-e-up-2/,
      );
      await section.locator('vscode-single-select').first().click();
      await page.getByRole('option', { name: 'nodes' }).click();
      await section.getByText('nodes 32 and nodes 64').first().waitFor();
      await section.locator('vscode-single-select').nth(1).click();
      await page.getByRole('option', { name: '32 and 128', exact: true }).click();
      await section.getByText('nodes 32 and nodes 128').first().waitFor();
    }));

  const states: readonly (readonly [state: string, text: string])[] = [
    ['analysis, nothing measured', 'No point is measured yet'],
    ['analysis, refused', 'run.json cannot be used'],
    ['analysis, few points', 'with verdict ok'],
  ];
  for (const [state, text] of states) {
    it(`says what to do: ${state}`, () =>
      opened({ state, ready: text }, async (page) => {
        await page.waitForTimeout(700);
        await page.screenshot({ path: `${artefacts}${state.replaceAll(/\W+/g, '-')}.png` });
      }));
  }

  it('tells of new measurements, and shows them when asked', () =>
    opened({}, async (page) => {
      await page.evaluate(`
        const column = () => new Float64Array(12).fill(1);
        const numbers = { median: column(), low: column(), high: column(), throughput: column(), flops: column() };
        const results = { device: 0, slot: new Int32Array(12), ...numbers, verdict: new Uint8Array(12), latest: [] };
        window.postMessage({ kind: 'results', results }, '*');
      `);
      await page.getByText('12 new measurements.').waitFor();
      await page.locator('.grown vscode-button').click();
      await page.locator('.grown').waitFor({ state: 'hidden' });
    }));

  it('fits a narrow editor', () =>
    opened({ width: 640 }, async (page) => {
      await shown(page, 'heatmap');
      await page.screenshot({ path: `${artefacts}analysis-narrow.png` });
      const widths = await page.evaluate<readonly [number, number]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      );
      assert.equal(widths[0], widths[1]);
    }));

  it('names every control', () =>
    opened({}, async (page) => {
      await shown(page, 'roofline');
      assert.deepEqual(await unnamed(page), []);
    }));
});
