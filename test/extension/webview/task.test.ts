// The page of a deployed task in a browser: what it says, what it asks for, and what stays while it changes.
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { posted, startViews, tabStops, type Views } from './views.ts';

describe('the page of a task', function () {
  this.timeout(120_000);
  let views: Views;
  before(async () => {
    views = await startViews();
  });
  after(() => views?.close());

  const opened = (state: string, use: (page: Page) => Promise<void>) => views.opened({ view: 'task', state }, use);
  const figure = async (page: Page, name: string): Promise<string> =>
    (
      await page
        .locator('.task-figures > div', { has: page.getByText(name, { exact: true }) })
        .locator('dd')
        .allTextContents()
    ).join(' | ');

  it('sets its latency against the deadline, and what is kept against what is sent', () =>
    opened('busy', async (page) => {
      assert.equal(await figure(page, 'p50'), '55.4 ms | of 633 executions');
      assert.equal(await figure(page, 'p99'), '312 ms | 62 % of the deadline');
      assert.equal(await figure(page, 'Deadline'), '500 ms | missed 3 times');
      assert.equal(await figure(page, 'Kept'), '5.06 MiB | of events, on the device');
      assert.equal(await figure(page, 'Sent'), '37.3 KiB | 631 results');
      assert.equal(await figure(page, 'Waiting'), '3 results | 612 B, the oldest for 4 s, 628 acknowledged');
      assert.match(await figure(page, 'Skipped'), /14: waited longer than the deadline; 5: too many waited/);
      const plot = page.getByRole('img', { name: /^Latency of \d+ firings?/ });
      assert.match(
        (await plot.getAttribute('aria-label')) ?? '',
        /Latency of 117 firings, 3 of them past the deadline of 500 ms/,
      );
    }));

  it('names the version, the tier attained and the state in words', () =>
    opened('busy', async (page) => {
      await page
        .getByText(
          /Version v1\.4 \(9f2c41d07a\), deployed .* boundary by an interpreter of its own · model on jit: 0\.84 ms when tried, ort 0\.91 ms · signed by dc2837f7ac39707c$/,
        )
        .waitFor();
      assert.equal(await page.getByRole('status').first().textContent(), 'Running');
    }));

  it('says what holds it, and which source failed', () =>
    opened('held by its policy, with a source that failed', async (page) => {
      await page.getByText('The battery is at 14 %').waitFor();
      await page.getByText('Source mqtt: The broker').waitFor();
      assert.equal(await page.getByRole('status').first().textContent(), 'Waiting');
    }));

  it('tells of a dropped link and of the time in which nothing was heard', () =>
    opened('the link dropped', async (page) => {
      await page.getByText('next try in 3.8 s').waitFor();
      await page.getByText(/Nothing was heard from .* to .*: firings of that time are counted, not listed/).waitFor();
    }));

  it('asks for what its buttons say', () =>
    opened('busy', async (page) => {
      for (const name of ['Record its events', 'Open the kept results', 'Deploy it again', 'Remove it from the device'])
        await page.getByRole('button', { name }).click();
      const kinds = (await posted(page)).map(({ kind }) => kind);
      assert.deepEqual(kinds, ['ready', 'record', 'results', 'redeploy', 'remove']);
    }));

  it('can be linked again where it cannot be followed', () =>
    opened('broken', async (page) => {
      await page.getByRole('alert').getByText('Another program keeps the results of porch').waitFor();
      await page.getByRole('button', { name: 'Link again' }).click();
      assert.deepEqual((await posted(page)).at(-1), { kind: 'again' });
    }));

  it('is reached by Tab, part by part', () =>
    opened('busy', async (page) => {
      assert.deepEqual(await tabStops(page), [
        'Record its events',
        'Open the kept results',
        'Deploy it again',
        'Remove it from the device',
        'Table: Latency by phase',
        'Table: Events',
        'Table: Last firings',
        'Table: Last results',
        'Table: Sources',
        'Log',
      ]);
    }));
});
