// A workspace without trust: documents are checked and runs are read, and nothing in its files makes this machine dial.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { copyFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { makeRecords } from '../../fixtures/records.ts';
import { writeRunFolder } from '../../fixtures/runfolder.ts';
import { useWindow } from './session.ts';
import { createWorkspace } from './workspace.ts';

describe('a workspace without trust in VS Code', function () {
  this.timeout(120_000);
  let listener: Server;
  let dialled = 0;
  const vscode = useWindow('asked', async () => {
    listener = createServer((socket) => {
      dialled++;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('a listener without a port');
    const folder = createWorkspace({
      'fleet.yaml': `edgewright: fleet/v1\ndevices:\n  - name: strange\n    address: ws://127.0.0.1:${address.port}\n    token: { file: token }\n`,
      token: 'abcdefghijkmnpqrstuvwxyz23456789',
      'visits.task.yaml':
        'edgewright: task/v1\nname: visits\nevents: { enter: {} }\ntrigger: { event: enter }\ntests: [{ events: visits.jsonl, firings: [{}] }]\n',
      'visits.jsonl': '{"time": 0, "event": "enter"}\n',
      'broken.sweep.yaml': 'edgewright: sweep/v1\nname: broken\nmodels:\n  - family: cn\n',
    });
    copyFileSync(new URL('../../../samples/models/tiny-classifier.onnx', import.meta.url), `${folder}/classifier.onnx`);
    writeRunFolder(`${folder}/runs`, makeRecords({ count: 40 }));
    return folder;
  });
  after(() => listener?.close());

  it('has its documents checked', async () => {
    const { window } = vscode;
    await window.page.locator('.statusbar-item').filter({ hasText: 'Restricted Mode' }).waitFor();
    await window.open('broken.sweep.yaml');
    await window.squiggles('error').first().waitFor();
  });

  it('shows its devices without dialling them, and its runs', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window.row(/strange.*not linked/).waitFor();
    await window.row(/made-up/).waitFor();
    await window.pictures('restricted');
  });

  for (const [command, question] of [
    ['edgewright.run', undefined],
    ['edgewright.addDevice', undefined],
    ['edgewright.deployTask', undefined],
    ['edgewright.deviceTasks', undefined],
    ['edgewright.watchTask', undefined],
    ['edgewright.recordTask', undefined],
    ['edgewright.redeployTask', undefined],
    ['edgewright.removeTask', undefined],
    ['edgewright.doctor', 'Examine which device?'],
    ['edgewright.reconnectDevice', 'Link to which device again?'],
  ] as const) {
    it(`refuses ${command} and says why`, async () => {
      const { window } = vscode;
      await window.run(command);
      if (question !== undefined) await window.quickInput.take(question);
      const toast = window.notification(/without trust/);
      await toast.waitFor();
      assert.match(await toast.innerText(), /Manage Trust/);
      await window.dismissNotifications();
    });
  }

  it('shows the graph of a model, and asks no device about it', async () => {
    const { window } = vscode;
    await window.open('classifier.onnx');
    await window
      .webview()
      .getByText(/25 nodes/)
      .waitFor();
    await window.run('edgewright.compareGraph');
    await window.notification(/without trust/).waitFor();
    await window.dismissNotifications();
  });

  it('is asked for trust before a test of a task runs', async () => {
    const { window } = vscode;
    await window.run('Test: Run All Tests');
    await window.dialog('Running tests may execute code', 'Cancel');
    assert.equal(await window.page.locator('.codicon-testing-passed-icon').count(), 0);
  });

  it('was not made to dial', () => {
    assert.equal(dialled, 0);
  });

  it('dials once it is trusted', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window.run('Workspaces: Manage Workspace Trust');
    await window.page
      .locator('.workspace-trust-editor .monaco-button')
      .filter({ hasText: /^Trust$/ })
      .first()
      .click();
    await window.row(/strange.*(offline|connecting)/).waitFor();
    assert.ok(dialled > 0);
  });
});
