// Reading runs: the page of a finished one, its charts, choices and details, what is taken away from it; two compared.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { makeRecords } from '../../fixtures/records.ts';
import { writeRunFolder } from '../../fixtures/runfolder.ts';
import { useWindow } from './session.ts';
import { createWorkspace } from './workspace.ts';

describe('the analysis in VS Code', function () {
  this.timeout(120_000);
  let run: string;
  const vscode = useWindow('given', () => {
    const folder = createWorkspace();
    const runs = join(folder, 'runs');
    const other = writeRunFolder(runs, makeRecords({ count: 300, seed: 2 }));
    renameSync(other, join(runs, '2026-03-01T080000Z-made-up-000001'));
    run = writeRunFolder(runs, makeRecords({ count: 400 }));
    return folder;
  });

  const page = () => vscode.window.webview();
  const section = (name: string): Locator => page().getByRole('region', { name, exact: true });
  const tool = (figure: Locator, name: string): Locator => figure.getByRole('button', { name }).first();
  const goTo = (name: string) =>
    page().getByRole('navigation', { name: 'On this page' }).getByText(name, { exact: true }).click();
  /** Chooses in a drop-down list of the page. */
  const choose = async (place: Locator, label: string, option: string): Promise<void> => {
    await place.locator('.choice').filter({ hasText: label }).first().locator('vscode-single-select').click();
    await place
      .locator('.choice')
      .filter({ hasText: label })
      .first()
      .getByRole('option', { name: option, exact: true })
      .click();
  };
  /** Takes the name that the dialog offers. */
  const saved = async (ending: string): Promise<string> => {
    const before = new Set(readdirSync(run));
    const { widget } = vscode.window.quickInput;
    await widget.filter({ hasText: /Save as|Export/ }).waitFor();
    await vscode.window.page.keyboard.press('Enter');
    await widget.waitFor({ state: 'hidden' });
    const deadline = Date.now() + 10_000;
    for (;;) {
      const name = readdirSync(run).find((entry) => entry.endsWith(ending) && !before.has(entry));
      if (name !== undefined) return join(run, name);
      if (Date.now() > deadline) throw new Error(`no new *${ending} in ${readdirSync(run)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it('opens by a press on the run in the list, and says first what follows from it', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window.row(/made-up.*400\/400/).click();
    await page().getByRole('heading', { name: 'made-up' }).waitFor();
    await page().locator('.sentences li').first().waitFor();
    await page().locator('#heatmap svg').first().waitFor();
    await window.pictures('analysis');
  });

  it('draws every analysis as one comes to it', async () => {
    for (const [name, title] of [
      ['Parameters', 'Which parameters matter'],
      ['Roofline', 'Roofline'],
      ['Distributions', 'Distributions'],
      ['Coverage', 'Coverage'],
      ['Comparison', 'Comparison'],
    ] as const) {
      await goTo(name);
      await section(title).locator('svg, canvas').first().waitFor();
      await vscode.window.picture(`analysis-${name.toLowerCase()}-light`);
    }
  });

  it('follows the choice of a metric and of axes', async () => {
    await goTo('Heat map');
    const title = section('Heat map').getByRole('heading', { level: 3 }).first();
    await title.filter({ hasText: /latency/i }).waitFor();
    await choose(page().locator('.analysis-tools'), 'Metric', 'throughput');
    await title.filter({ hasText: /throughput/i }).waitFor();
    await choose(section('Heat map'), 'Across', 'batch');
    await title.filter({ hasText: /batch/ }).waitFor();
  });

  it('keeps only what its filters let pass', async () => {
    const status = page()
      .locator('#measurements')
      .getByText(/^[\d,]+ of [\d,]+ measurements$/);
    const before = (await status.textContent()) ?? '';
    await page()
      .locator('.facet')
      .filter({ hasText: 'runtime' })
      .getByRole('button', { name: 'Only runtime ort-web' })
      .click({ force: true });
    await status.filter({ hasNotText: before }).waitFor();
    await page()
      .locator('.analysis-head')
      .getByText(/ort-web/)
      .first()
      .waitFor();
    await vscode.window.pictures('analysis-filtered');
    await page().getByRole('button', { name: 'Reset filters and choices' }).click();
    await status.filter({ hasText: before }).waitFor();
  });

  it('shows all latencies of a measurement that is chosen, and marks it everywhere', async () => {
    await goTo('Measurements');
    await page().locator('#measurements tbody tr').nth(1).click();
    const details = page()
      .getByRole('complementary', { name: /measurement|details/i })
      .first();
    await details.locator('svg, canvas').first().waitFor();
    assert.match((await details.textContent()) ?? '', /median latency/);
    await page()
      .getByText(/1 measurement selected/)
      .waitFor();
    await vscode.window.pictures('analysis-details');
  });

  it('gives a chart as CSV, SVG and PNG', async () => {
    await goTo('Heat map');
    const figure = section('Heat map');
    await tool(figure, 'Save as CSV').click();
    const csv = await saved('.csv');
    assert.match(readFileSync(csv, 'utf8'), /^\w+,\w+,.*\r\n\d/);
    assert.doesNotMatch(csv, /\.csv\.csv$/);
    await tool(figure, 'Save as SVG').click();
    assert.match(readFileSync(await saved('.svg'), 'utf8'), /^<svg/);
    await tool(figure, 'Save as PNG').click();
    assert.equal(
      readFileSync(await saved('.png'))
        .subarray(1, 4)
        .toString(),
      'PNG',
    );
  });

  it('gives a sentence to the clipboard', async () => {
    await goTo('Summary');
    const sentence = page().locator('.sentences li').first();
    const said = (await sentence.locator('.said').textContent()) ?? '';
    await sentence.getByRole('button', { name: 'Copy the sentence' }).click({ force: true });
    await vscode.window.page.locator('.statusbar-item').filter({ hasText: 'Copied' }).waitFor();
    const copied = await vscode.window.clipboard();
    assert.ok(copied !== '' && said.startsWith(copied), copied);
  });

  it('gives all records as a table, and a report', async () => {
    const { window } = vscode;
    await window.run('edgewright.exportRun');
    assert.match(readFileSync(await saved('.csv'), 'utf8'), /\n.*pi-5/);
    await page().getByText('Report', { exact: true }).click();
    await window.notification('The report is in').waitFor();
    assert.ok(existsSync(join(run, 'report.html')));
    await window.dismissNotifications();
  });

  const compareBoth = async (): Promise<void> => {
    const { window } = vscode;
    await window.run('edgewright.compareRuns');
    const rows = window.quickInput.widget.locator('.quick-input-list .monaco-list-row');
    await rows.nth(1).waitFor();
    for (const index of [0, 1])
      if (!(await rows.nth(index).getByRole('checkbox').isChecked())) await rows.nth(index).click();
    await window.page.keyboard.press('Enter');
  };

  it('compares runs that are ticked', async () => {
    const { window } = vscode;
    await compareBoth();
    await window.page
      .locator('.tab.active')
      .filter({ hasText: /made-up.* and .*made-up/ })
      .waitFor();
    await page().locator('.sentences li').first().waitFor();
    await window.pictures('comparison');
  });

  it('comes back as it was after the window was loaded anew', async () => {
    const { window } = vscode;
    await window.reload();
    await page().locator('.sentences li').first().waitFor({ timeout: 30_000 });
    // The same comparison again is the same page.
    await compareBoth();
    await window.quickInput.widget.waitFor({ state: 'hidden' });
    await page().locator('.sentences li').first().waitFor();
    assert.equal(
      await window.page
        .locator('.tab')
        .filter({ hasText: /made-up.* and / })
        .count(),
      1,
    );
  });

  it('is shown among the files', async () => {
    const { window } = vscode;
    await window.run('View: Close All Editors');
    await window.run('edgewright.revealRun');
    await window.quickInput.take('Reveal the folder of which run?');
    await window.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: 'run.json' }).waitFor();
  });

  it('is deleted after a question', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window.run('edgewright.deleteRun');
    await window.quickInput.take('Delete which run?');
    await window.dialog('for good?', 'Delete');
    await window
      .row(/made-up/)
      .nth(1)
      .waitFor({ state: 'detached' });
    assert.equal(readdirSync(join(window.folder, 'runs')).length, 1);
  });
});

describe('the page of a run that cannot be shown in VS Code', function () {
  this.timeout(120_000);
  let broken: string;
  const vscode = useWindow('given', () => {
    const folder = createWorkspace();
    broken = writeRunFolder(join(folder, 'runs'), makeRecords({ count: 40 }));
    for (const file of readdirSync(join(broken, 'records'))) rmSync(join(broken, 'records', file));
    return folder;
  });

  it('says that nothing was measured', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window
      .row(/made-up/)
      .first()
      .click();
    await window.webview().getByRole('heading', { name: 'made-up' }).waitFor();
    await window.pictures('run-empty');
  });
});
