// How long the extension holds a window up: the time that VS Code measures from loading its code to the end of
// `activate`, in new windows of a real VS Code on a folder with a sweep in front.
import { spawnSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import { vscode } from '../../scripts/vscode.mjs';
import { startCodeServer } from '../e2e/vscode/server.ts';
import { openWindow } from '../e2e/vscode/window.ts';
import { createWorkspace } from '../e2e/vscode/workspace.ts';

const windows = 5;

const packed = spawnSync('node', ['scripts/vsix.ts'], { encoding: 'utf8' });
if (packed.status !== 0) throw new Error(packed.stderr);

const server = await startCodeServer({ trust: 'given' });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
try {
  const times: number[] = [];
  for (let opened = 0; opened < windows; opened++) {
    const window = await openWindow(browser, server, createWorkspace());
    await window.open('quickstart.yaml');
    await window.page
      .locator('.codelens-decoration')
      .getByText(/Estimate/)
      .waitFor();
    times.push(await window.activationTime());
    await window.close();
  }
  const median = times.toSorted((a, b) => a - b)[Math.floor(windows / 2)];
  console.log(
    `activation in code-server ${vscode.version}: median ${median} ms of ${windows} windows (${times.join(', ')})`,
  );
} finally {
  await browser.close();
  await server.stop();
}
