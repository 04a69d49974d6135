// The whole way with the sweep that a new user runs first: from its text to an exported table, with the window loaded
// anew while the device measures.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AgentProcess, createFolders, startAgentProcess } from '../process.ts';
import { useWindow } from './session.ts';
import { createWorkspace, fleetOf } from './workspace.ts';

describe('the quickstart in VS Code', function () {
  this.timeout(240_000);
  const folders = createFolders();
  let agent: AgentProcess;
  const vscode = useWindow('given', async () => {
    const data = folders.make();
    agent = await startAgentProcess(data, ['--name', 'bench']);
    // Each point for a shorter time than a user would.
    const sweep = readFileSync(new URL('../../../samples/sweeps/quickstart.yaml', import.meta.url), 'utf8');
    const hasty = sweep.replace('minTime: 300ms', 'minTime: 100ms').replace('maxTime: 2s', 'maxTime: 200ms');
    return createWorkspace({ 'fleet.yaml': fleetOf('bench', agent, data), 'quickstart.yaml': hasty });
  });

  after(async () => {
    await agent?.kill('SIGKILL');
    folders.remove();
  });

  it('is pushed, fills its map, is found again after a reload, and gives its analysis', async () => {
    const { window } = vscode;
    const page = () => window.webview();
    const cells = () => page().locator('.live .map svg path[fill^="rgb"], .live .map svg rect[fill^="rgb"]');
    await window.openView('Edgewright');
    await window.row(/bench.*online/).waitFor();
    await window.open('quickstart.yaml');
    await window.run('edgewright.run');
    await window.quickInput.take('Run quickstart (84 points)');
    await cells().nth(1).waitFor({ timeout: 60_000 });
    const before = await cells().count();
    await cells()
      .nth(before + 1)
      .waitFor({ timeout: 60_000 });

    await window.reload();
    await window.statusBar(/quickstart: running \d+\/90/).waitFor();
    await window.openView('Edgewright');
    await window.row(/quickstart.*finished 90\/90/).waitFor({ timeout: 180_000 });

    await page().getByRole('tab', { name: 'Analysis' }).click();
    await page().locator('.sentences li').first().waitFor({ timeout: 30_000 });
    await page().getByRole('navigation').getByText('Measurements', { exact: true }).click();
    await page().locator('#measurements tbody tr').nth(1).click();
    await page()
      .getByText(/1 measurement selected/)
      .waitFor();
    await window.picture('quickstart-analysis');

    const [run = ''] = readdirSync(join(window.folder, 'runs'));
    const table = join(window.folder, 'runs', run, 'quickstart.csv');
    await window.run('edgewright.exportRun');
    await window.quickInput.widget.filter({ hasText: 'Export the records of a run' }).waitFor();
    // A box that is still listing its folder takes no answer.
    for (let looks = 0; looks < 100 && !existsSync(table); looks++) {
      if (looks % 20 === 0) await window.page.keyboard.press('Enter');
      await window.page.waitForTimeout(100);
    }
    assert.equal(readFileSync(table, 'utf8').trim().split('\n').length, 91);
  });
});
