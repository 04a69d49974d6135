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

  const executed = (state: string, use: (page: Page) => Promise<void>) =>
    views.opened({ view: 'simulator', state }, use);
  const asked = async (page: Page) => (await posted(page)).filter(({ kind }) => kind === 'execute' || kind === 'leave');

  it('shows what came of a firing that a device executed: what leaves, what stays, its phases, its log', () =>
    executed('executed', async (page) => {
      await page
        .getByText('porch executed 16 firings, 1 failed. Median 4.1 ms: prepare 0.8 ms, script 3 ms.')
        .waitFor();
      await page.getByRole('button', { name: 'Next firing' }).click();
      const fired = page.locator('.firing');
      await fired.getByText('Fires for cpu at 00:00:30.000').waitFor();
      const parts = await fired.locator('.firing-part').allInnerTexts();
      const wanted = [
        [/^Took/, /script\n2.2 ms/],
        [/^Emits/, /fan\n\{"speed":0.8\}/],
        [/^Says/, /cpu is at 71 degrees/],
        [/^Leaves the device \(\d+ B\)/, /script.speed\n0.8/],
        [/^Stays, in the log/, /script.mean\n64.25/],
        [/^Stays, in no output/, /script.rest\n\[1, 2, 3\]/],
      ] as const;
      for (const [title, content] of wanted) {
        const part = parts.find((text) => title.test(text)) ?? '';
        assert.match(part, content);
      }
      for (const theme of ['dark', 'light']) {
        await page.evaluate(`window.wear('${theme}')`);
        await page.screenshot({ path: `${artefacts}simulator-executed-firing-${theme}.png` });
      }
    }));

  it('leads from a line of the script to its firing, and tells of one that failed what to do', () =>
    executed('executed', async (page) => {
      await page.locator('.execution-lines li.line-error').getByRole('button').click();
      await page.locator('.firing').getByText('Mend the script; its log says where it failed. (task-script)').waitFor();
      assert.equal(await page.locator('.firing-part', { hasText: 'Leaves the device' }).count(), 0);
      await page.getByRole('button', { name: 'Show the script' }).click();
      assert.deepEqual((await posted(page)).at(-1), { kind: 'script', line: 12 });
    }));

  it('asks for an execution, for another, and for its end', async () => {
    const press = (state: string, ...names: readonly string[]) =>
      executed(state, async (page) => {
        for (const name of names) await page.getByRole('button', { name, exact: true }).click();
        const on = names.map(
          (name) => ({ 'Another Device...': 'another', 'Execute on Device...': 'another' })[name] ?? 'last',
        );
        const wanted = names.map((name, at) =>
          name === 'Cancel' ? { kind: 'leave' } : { kind: 'execute', on: on[at] },
        );
        assert.deepEqual(await asked(page), wanted);
      });
    await press('threshold', 'Execute on Device...');
    await press('executed', 'Execute Again', 'Another Device...');
    await press('executing', 'Cancel');
    await press('device that is offline', 'Try Again');
    await executed('visits', async (page) => {
      assert.equal(await page.getByRole('button', { name: 'Execute on Device...' }).count(), 0);
    });
  });

  it('executes again by itself what was saved, where that is wanted', () =>
    executed('executed', async (page) => {
      const save = () =>
        page.evaluate(
          `window.postMessage({ kind: 'execution', execution: { kind: 'old', device: 'porch', file: 'fan.js' } })`,
        );
      await save();
      await page.getByText(/^fan.js was saved since porch executed 16 firings/).waitFor();
      assert.deepEqual(await asked(page), []);
      await page.getByText('Execute again when saved').click();
      await save();
      await page.waitForFunction(`window.posted.some(({ kind }) => kind === 'execute')`);
      assert.deepEqual(await asked(page), [{ kind: 'execute', on: 'last' }]);
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
