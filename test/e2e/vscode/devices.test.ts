// Devices as an engineer meets them: paired with a real agent, seen at work, lost and found again.
import assert from 'node:assert/strict';
import { type AgentProcess, createFolders, startAgentProcess, tokenIn } from '../process.ts';
import { useWindow } from './session.ts';
import { createWorkspace } from './workspace.ts';

describe('devices in VS Code', function () {
  this.timeout(40_000);
  const folders = createFolders();
  const vscode = useWindow('given', () => createWorkspace());
  let data: string;
  let agent: AgentProcess;

  before(async () => {
    data = folders.make();
    agent = await startAgentProcess(data, ['--name', 'bench']);
  });
  after(async () => {
    await agent.kill('SIGKILL');
    folders.remove();
  });

  it('are none at first, and the view says how to get one', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window.page.locator('.welcome-view-content').filter({ hasText: 'No device is known yet' }).waitFor();
    await window.pictures('devices-none');
  });

  it('are refused with a wrong token, in words', async () => {
    const { window } = vscode;
    await window.run('edgewright.addDevice');
    await window.quickInput.answer('1 of 2', `ws://127.0.0.1:${agent.port}`);
    await window.quickInput.answer('2 of 2', 'not-the-pairing-token');
    const toast = window.notification(/token/);
    await toast.waitFor();
    assert.match(await toast.innerText(), /edgewright-agent token/);
    await window.dismissNotifications();
  });

  it('are added by address and token', async () => {
    const { window } = vscode;
    await window.run('edgewright.addDevice');
    await window.quickInput.answer('1 of 2', `ws://127.0.0.1:${agent.port}`);
    await window.quickInput.answer('2 of 2', tokenIn(data));
    await window.notification('Paired with bench').waitFor();
    await window.row(/bench.*online/).waitFor();
  });

  it('show their load and memory', async () => {
    const { window } = vscode;
    await window
      .row(/bench.*online/)
      .locator('.monaco-tl-twistie')
      .click();
    const row = window.row(/^processor/);
    await row.waitFor();
    assert.match(await row.innerText(), /\d+ % busy/);
    assert.match(await window.row(/^memory/).innerText(), /[\d.]+ GiB of [\d.]+ GiB free/);
    await window.pictures('devices-online');
  });

  it('are shown as offline with the reason once they are lost', async () => {
    const { window } = vscode;
    await agent.kill('SIGKILL');
    const row = window.row(/bench.*offline/);
    await row.waitFor();
    assert.match(await window.tooltip(row, 'offline'), /(closed|refused|answer|reach)/i);
    await window.picture('devices-offline');
  });

  it('are online again by themselves once they are back', async () => {
    agent = await startAgentProcess(data, ['--name', 'bench', '--port', String(agent.port)]);
    await vscode.window.row(/bench.*online/).waitFor({ timeout: 20_000 });
  });

  it('are still paired after the window was loaded anew', async () => {
    await vscode.window.reload();
    await vscode.window.openView('Edgewright');
    await vscode.window.row(/bench.*online/).waitFor();
  });

  it('are examined step by step', async () => {
    const { window } = vscode;
    await window.run('edgewright.doctor');
    await window.quickInput.take('Examine which device?');
    // Not of the progress, which says "Examining bench" meanwhile.
    await window.notification(/Show\sAll.*bench/s).waitFor();
    await window.dismissNotifications();
  });

  it('are chosen for runs in a list, and ticked in the view', async () => {
    const { window } = vscode;
    await window.run('edgewright.chooseDevices');
    await window.quickInput.take('Devices that runs go to');
    await window
      .row(/bench.*online/)
      .locator('[role=checkbox][aria-checked=true]')
      .waitFor();
  });

  it('say how to give them labels where they are to be grouped and have none', async () => {
    const { window } = vscode;
    await window.run('edgewright.groupDevices');
    await window.notification('No device has a label').waitFor();
    await window.dismissNotifications();
  });

  it('are forgotten after a question', async () => {
    const { window } = vscode;
    await window.run('edgewright.forgetDevice');
    await window.quickInput.take('Forget which device?');
    await window.dialog('Forget bench', 'Forget');
    await window.row(/bench/).waitFor({ state: 'detached' });
  });
});
