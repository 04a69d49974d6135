// `npm run tour`: the pictures of docs/extension/, taken as a user would see them: a real VS Code, a real agent, the
// quickstart sweep, in a light and a dark theme at 1280 x 800.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { families } from '@edgewright/core/models/families.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { chromium } from 'playwright-core';
import { createFolders, startAgentProcess } from '../test/e2e/process.ts';
import { startCodeServer } from '../test/e2e/vscode/server.ts';
import { openWindow } from '../test/e2e/vscode/window.ts';
import { createWorkspace, fleetOf } from '../test/e2e/vscode/workspace.ts';

const folder = new URL('../docs/extension/', import.meta.url).pathname;
const samples = new URL('../samples/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const folders = createFolders();
const data = folders.make();
const agent = await startAgentProcess(data, ['--name', 'bench']);
const server = await startCodeServer({ trust: 'given' });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
try {
  const workspace = createWorkspace({ 'fleet.yaml': fleetOf('bench', agent, data) });
  const window = await openWindow(browser, server, workspace);
  const { page } = window;
  /** In both themes, `last` done in each; the window is left in the light one. */
  const take = async (name: string, last: () => Promise<unknown> = async () => {}): Promise<void> => {
    for (const theme of ['Dark Modern', 'Light Modern']) {
      await window.run('Preferences: Color Theme');
      const list = window.quickInput.widget.locator('.quick-input-list .monaco-list-row');
      await list.filter({ hasText: 'Dark+' }).waitFor();
      await window.quickInput.widget.locator('.quick-input-box input').fill(theme);
      await list.filter({ hasText: theme }).first().click();
      await window.quickInput.widget.waitFor({ state: 'hidden' });
      await wait(1_500);
      await last();
      await page.screenshot({ path: `${folder}${name}-${theme.startsWith('Dark') ? 'dark' : 'light'}.png` });
    }
    console.log(name);
  };
  const tab = (name: string) => window.webview().getByRole('tab', { name, exact: true });

  await window.open('edge-fc.sweep.yaml');
  await page.locator('.codelens-decoration').first().waitFor();
  await take('author', async () => {
    await window.goTo(12, 9);
    await wait(1_000);
    await window.hover();
  });

  await window.openView('Edgewright');
  await window.row('bench').first().click();
  await page.keyboard.press('ArrowRight');
  await window.open('quickstart.yaml');
  await window.run('edgewright.previewModel');
  await window.webview().getByText('Structure').waitFor();
  await take('preview');
  await window.run('View: Close All Editors');

  for (const name of ['tasks', 'recordings']) cpSync(join(samples, name), join(workspace, name), { recursive: true });
  await window.open('feed.task.yaml');
  await window.run('edgewright.simulateTask');
  await window.quickInput.take('Recording to simulate');
  await window.webview().getByRole('button', { name: 'Next firing' }).click();
  await window.webview().locator('.firing').waitFor();
  await window.run('View: Toggle Primary Side Bar Visibility');
  await take('simulator');
  await window.run('View: Toggle Primary Side Bar Visibility');
  await window.run('View: Close All Editors');

  for (const name of ['models', 'scripts']) cpSync(join(samples, name), join(workspace, name), { recursive: true });
  await window.open('motion.task.yaml');
  await window.run('edgewright.deployTask');
  await window.quickInput.take('Deploy motion to which devices?');
  await window
    .notification(/bench has motion/)
    .getByText('Watch', { exact: true })
    .click();
  await window.webview().getByText('motion on bench').waitFor();
  // The third parcel comes 22 seconds into the recording.
  await window
    .webview()
    .getByRole('img', { name: /^Latency of 3 firings/ })
    .waitFor({ timeout: 60_000 });
  await window.dismissNotifications();
  await take('task');
  await window.webview().getByRole('button', { name: 'Remove it from the device' }).click();
  await window.dialog('Remove motion from bench?', 'Remove');
  await window.webview().getByText('Removed from the device').waitFor();
  await window.run('View: Close All Editors');

  const resnet = { block: 'residual', blocks: [1, 1, 1, 1], filters: 16, image: 64, channels: 3, output: 10, batch: 1 };
  writeFileSync(join(workspace, 'resnet.onnx'), encodeModel(families.cnn.build(resnet, 'float32', 1)));
  await window.open('resnet.onnx');
  await window.webview().getByText('nodes').first().waitFor();
  await window.run('edgewright.measureGraph');
  await window.quickInput.pick('bench');
  await window.webview().getByText('an inference').waitFor({ timeout: 90_000 });
  await window.run('View: Toggle Primary Side Bar Visibility');
  await window.webview().locator('.graph-row', { hasText: 'Winograd' }).first().click();
  await take('graph');
  await window.run('View: Toggle Primary Side Bar Visibility');
  await window.run('View: Close All Editors');

  await window.open('quickstart.yaml');
  await window.run('edgewright.run');
  await window.quickInput.take('Run quickstart');
  await window.webview().getByText('Latest points').waitFor();
  await wait(18_000);
  await take('live');
  await window.row(/finished 90\/90/).waitFor({ timeout: 300_000 });

  await tab('Analysis').click();
  await window.webview().locator('.sentences li').first().waitFor();
  await wait(4_000);
  await take('analysis');
  for (const [name, link] of [
    ['heatmap', 'Heat map'],
    ['roofline', 'Roofline'],
    ['comparison', 'Comparison'],
  ] as const) {
    await window.webview().getByRole('navigation').getByText(link, { exact: true }).click();
    await wait(3_000);
    await take(name);
  }
  await window.webview().getByRole('navigation').getByText('Measurements', { exact: true }).click();
  await window.webview().locator('tbody tr').nth(3).click();
  await wait(2_000);
  await take('measurement');
} finally {
  await browser.close();
  await server.stop();
  await agent.kill('SIGKILL');
  folders.remove();
}
process.exit(0);
