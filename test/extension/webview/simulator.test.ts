// The simulator in a browser: stepped by keys, buttons and the timeline, and what it says of every step.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { artefacts, posted, startViews, tabStops, type Views } from './views.ts';

describe('the simulator', function () {
  this.timeout(120_000);
  let views: Views;
  before(async () => {
    views = await startViews();
  });
  after(() => views?.close());

  const visits = (use: (page: Page) => Promise<void>) => views.opened({ view: 'simulator', state: 'visits' }, use);
  const at = (page: Page, text: string) => page.locator('.simulator-where', { hasText: text }).waitFor();

  it('goes to the next firing, and shows what made it, what it computed and what leaves', () =>
    visits(async (page) => {
      await page.getByRole('button', { name: 'Next firing' }).click();
      await at(page, 'Event 11 of 32 · 09:00:13.000 UTC');
      const fired = page.locator('.firing');
      await fired.getByText('Fires for home at 09:00:13.000').waitFor();
      const text = (await fired.textContent()) ?? '';
      for (const part of ['step 1: enter', 'step 3: exit', 'visit [1, 2]', 'Leaves the device (24 B)', 'exit.page']) {
        assert.ok(text.includes(part), `${part} in ${text}`);
      }
      await page.getByText('Until here 345 B of events were seen and 24 B would have left.').waitFor();
      await page.screenshot({ path: `${artefacts}simulator-firing.png` });
      await page.getByRole('button', { name: 'Next firing' }).click();
      await page.getByText('Fires for cart').waitFor();
      await page.getByRole('button', { name: 'Previous firing' }).click();
      await at(page, 'Event 11');
    }));

  it('steps by keys, and shows the matches in progress', () =>
    visits(async (page) => {
      await page.keyboard.press('ArrowRight');
      await at(page, 'Event 1 of 32');
      const row = page.getByRole('region', { name: 'Matches in progress' }).locator('tbody tr');
      assert.deepEqual(await row.first().locator('td').allTextContents(), [
        'home',
        '1. opened: enter',
        '1',
        'click or exposure or scroll',
        '09:00:00.000',
        'in 120 s',
      ]);
      await page.keyboard.press('End');
      await at(page, 'End of the recording');
      await page.keyboard.press('ArrowLeft');
      await at(page, 'Event 32');
      await page.keyboard.press('Home');
      await at(page, 'Before the first event');
      await page.getByText('No match is in progress.').waitFor();
    }));

  it('goes where the timeline is pressed, and tells screen readers where it is', () =>
    visits(async (page) => {
      const slider = page.getByRole('slider', { name: 'Step of the recording' });
      const box = (await slider.boundingBox())!;
      // The lane of firings, at its right end.
      await slider.click({ position: { x: box.width - 12, y: 5 * 18 + 9 } });
      await page.getByText('Fires for home at 09:01:21.000').waitFor();
      assert.equal(await slider.getAttribute('aria-valuetext'), 'event 32');
      assert.equal(await slider.getAttribute('aria-valuemax'), '33');
      await page.getByRole('button', { name: 'Show less time' }).click();
    }));

  it('plays until it is paused', () =>
    visits(async (page) => {
      await page.getByRole('button', { name: 'Play' }).click();
      await at(page, 'Event 3');
      await page.getByRole('button', { name: 'Pause' }).click();
      const text = await page.locator('.simulator-where').textContent();
      await page.waitForTimeout(700);
      assert.equal(await page.locator('.simulator-where').textContent(), text);
    }));

  it('shows where the level of a threshold stands, by key', () =>
    views.opened({ view: 'simulator', state: 'threshold' }, async (page) => {
      await page.keyboard.press('ArrowRight');
      await page.getByText('cpu: armed: fires when the level is crossed').waitFor();
      await page.keyboard.press('Shift+ArrowRight');
      await page.getByText(/cpu: fired: has to go back/).waitFor();
      await page.getByText(/Then the script would run/).waitFor();
    }));

  it('leads to a line that cannot be used, and to another recording', () =>
    views.opened({ view: 'simulator', state: 'faults of a recording' }, async (page) => {
      await page.getByText('1 line cannot be used').waitFor();
      await page.getByText('other (1)').waitFor();
      await page.getByRole('button', { name: 'Show the line' }).click();
      await page.getByRole('button', { name: 'Choose another recording' }).click();
      const told = (await posted(page)).filter(({ kind }) => kind === 'reveal' || kind === 'recording');
      assert.deepEqual(told, [{ kind: 'reveal', line: 10 }, { kind: 'recording' }]);
    }));

  it('is reached by Tab, part by part', () =>
    visits(async (page) => {
      assert.deepEqual(await tabStops(page), [
        'Choose another recording',
        'Previous firing',
        'Previous event',
        'Play',
        'Next event',
        'Next firing',
        'Show more time',
        'Show less time',
        'Step of the recording',
      ]);
    }));
});
