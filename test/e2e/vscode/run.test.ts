// A sweep from the editor to a device and back: pushed, watched live, left and found again, controlled, read.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openRun } from '@edgewright/workbench/runs/folder.js';
import { readRecords } from '@edgewright/workbench/runs/read.js';
import { type AgentProcess, createFolders, startAgentProcess } from '../process.ts';
import { useWindow } from './session.ts';
import { createWorkspace, fleetOf, put, smallSweep } from './workspace.ts';

describe('a run in VS Code', function () {
  this.timeout(120_000);
  const folders = createFolders();
  let data: string;
  let agent: AgentProcess;
  const vscode = useWindow('given', async () => {
    data = folders.make();
    agent = await startAgentProcess(data, ['--name', 'bench']);
    return createWorkspace({
      'fleet.yaml': fleetOf('bench', agent, data),
      'small.sweep.yaml': smallSweep({ points: 30, time: '350ms' }),
    });
  });

  after(async () => {
    await agent?.kill('SIGKILL');
    folders.remove();
  });

  const cells = () =>
    vscode.window.webview().locator('.live .map svg path[fill^="rgb"], .live .map svg rect[fill^="rgb"]');
  const control = (text: string) =>
    vscode.window.webview().locator('.live-buttons vscode-button').filter({ hasText: text });
  const runFolders = () =>
    readdirSync(join(vscode.window.folder, 'runs')).map((name) => join(vscode.window.folder, 'runs', name));

  it('begins with a command on the sweep in front, and opens its page', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window.row(/bench.*online/).waitFor();
    await window.open('small.sweep.yaml');
    await window.run('edgewright.run');
    await window.quickInput.take('Run small (30 points)');
    await window.webview().getByRole('heading', { name: 'small' }).waitFor();
    await window.statusBar(/small: running \d+\/30/).waitFor();
    await window.row(/small.*running \d+\/30/).waitFor();
  });

  it('fills its heat map while it measures', async () => {
    const { window } = vscode;
    await cells().nth(2).waitFor();
    const before = await cells().count();
    await cells()
      .nth(before + 2)
      .waitFor();
    await window.picture('run-live-light');
  });

  it('is paused after the point under way, and continued', async () => {
    const { window } = vscode;
    await window.run('edgewright.pauseRun');
    await window.statusBar(/small: paused/).waitFor();
    await window.pictures('run-paused');
    await window.run('edgewright.continueRun');
    await window.statusBar(/small: running/).waitFor();
  });

  it('is paused and continued on its page too', async () => {
    const { window } = vscode;
    await control('Pause').click();
    await window.statusBar(/small: paused/).waitFor();
    await control('Continue').click();
    await window.statusBar(/small: running/).waitFor();
  });

  it('is caught up with after the window was loaded anew in the middle of it, and ends whole', async () => {
    const { window } = vscode;
    // From the next run on; read for certain when the window loads.
    put(window.folder, '.vscode/settings.json', JSON.stringify({ 'edgewright.run.openPage': false }));
    await window.reload();
    await window.statusBar(/small: running/).waitFor();
    await window.statusBar(/small: running/).waitFor({ state: 'hidden', timeout: 30_000 });
    await window.openView('Edgewright');
    await window.row(/small.*finished 30\/30/).waitFor();
    const [folder = ''] = runFolders();
    const slots: number[] = [];
    for await (const { record } of readRecords(await openRun(folder), ({ message }) => assert.fail(message)))
      if (record.kind === 'point') slots.push(record.slot);
    assert.equal(new Set(slots).size, 30);
    assert.equal(slots.length, 30);
  });

  it('is cancelled after a question, and keeps what it has', async () => {
    const { window } = vscode;
    put(window.folder, 'long.sweep.yaml', smallSweep({ points: 30, time: '2s', name: 'long' }));
    await window.open('long.sweep.yaml');
    await window.run('edgewright.run');
    await window.quickInput.take('Run long (30 points)');
    await window.statusBar(/long: running/).waitFor();
    await window.page.locator('.tab.active').filter({ hasText: 'long.sweep.yaml' }).waitFor();
    await window.run('edgewright.cancelRun');
    await window.quickInput.take('Cancel which run?');
    await window.dialog('Cancel long?', 'Cancel Run');
    await window.row(/long.*cancelled/).waitFor();
    assert.equal(runFolders().length, 2);
    put(window.folder, '.vscode/settings.json', '{}');
  });

  it('goes on without a link, and is found again', async () => {
    const { window } = vscode;
    put(window.folder, 'lost.sweep.yaml', smallSweep({ points: 12, time: '500ms', name: 'lost' }));
    await window.open('lost.sweep.yaml');
    await window.run('edgewright.run');
    await window.quickInput.take('Run lost (12 points)');
    await window.statusBar(/lost: running [1-9]/).waitFor();
    await agent.kill('SIGKILL');
    await window.statusBar(/lost: .*link lost/).waitFor();
    await window
      .webview()
      .getByText(/not reachable|link lost|retry|next try/i)
      .first()
      .waitFor();
    await window.picture('run-lost-light');
    agent = await startAgentProcess(data, ['--name', 'bench', '--port', String(agent.port)]);
    await window.run('edgewright.reconnectRun');
    await window.row(/lost.*finished 12\/12/).waitFor({ timeout: 40_000 });
  });

  it('has what failed measured again', async () => {
    const { window } = vscode;
    const sweep = smallSweep({ points: 3, time: '20ms', name: 'failing' });
    put(
      window.folder,
      'failing.sweep.yaml',
      sweep
        .replace('nodes: [8]', 'nodes: [8, 8192], input: [8192]')
        .replace('{ minTime', '{ memoryLimit: 240MiB, minTime'),
    );
    await window.open('failing.sweep.yaml');
    await window.run('edgewright.run');
    await window.quickInput.take('Run failing (6 points)');
    await window.row(/failing.*finished 6\/6, 3 failed/).waitFor({ timeout: 30_000 });
    const before = runFolders().length;
    await window.run('edgewright.rerunFailures');
    await window
      .row(/failing.*finished/)
      .nth(1)
      .waitFor();
    assert.equal(runFolders().length, before + 1);
  });
});
