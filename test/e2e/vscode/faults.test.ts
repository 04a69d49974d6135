// What goes wrong outside the window: an agent of another time, a run folder that cannot be made.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Hello } from '@edgewright/schemas/wire.js';
import { WebSocketServer } from 'ws';
import { type AgentProcess, createFolders, startAgentProcess } from '../process.ts';
import { useWindow } from './session.ts';
import { createWorkspace, fleetOf, put, smallSweep } from './workspace.ts';

describe('faults around VS Code', function () {
  this.timeout(120_000);
  const folders = createFolders();
  let agent: AgentProcess;
  let future: WebSocketServer;
  const vscode = useWindow('given', async () => {
    const data = folders.make();
    agent = await startAgentProcess(data, ['--name', 'bench']);
    future = await startFutureAgent();
    return createWorkspace({
      'fleet.yaml': `${fleetOf('bench', agent, data)}  - name: future
    address: ws://127.0.0.1:${portOf(future)}
    token: { file: ${join(data, 'token')} }
`,
      'small.sweep.yaml': smallSweep({ points: 3, time: '20ms' }),
      runs: 'a file where the folder of the runs should be',
    });
  });
  after(async () => {
    await agent?.kill('SIGKILL');
    future?.close();
    folders.remove();
  });

  it('name both versions where an agent speaks another protocol', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    const row = window.row(/future.*refused/);
    await row.waitFor();
    assert.match(await window.tooltip(row, 'refused'), /versions 1 to 1.*7 to 9/s);
    await window.picture('fault-version');
  });

  it('leave other devices as they are', async () => {
    await vscode.window.row(/bench.*online/).waitFor();
  });

  it('are told where a run cannot be kept, and nothing is pushed', async () => {
    const { window } = vscode;
    await window.open('small.sweep.yaml');
    await window.run('edgewright.run');
    await window.quickInput.widget.filter({ hasText: 'Run small' }).waitFor();
    await window.quickInput.widget.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'bench' }).click();
    await window.page.keyboard.press('Enter');
    const toast = window.notification(/runs/);
    await toast.waitFor();
    assert.doesNotMatch(await toast.innerText(), /This is a bug/);
    await window.picture('fault-folder');
    await window.row(/bench.*online/).waitFor();
    await window.dismissNotifications();
  });

  it('in a fleet file are shown at it', async () => {
    const { window } = vscode;
    put(window.folder, 'second.fleet.yaml', 'edgewright: fleet/v1\ndevices: [\n');
    await window.row(/second\.fleet\.yaml.*has errors/).waitFor();
  });
});

/** Says hello as a program of versions that nobody here speaks, and waits. */
async function startFutureAgent(): Promise<WebSocketServer> {
  const hello: Hello = {
    role: 'device',
    protocol: [7, 9],
    program: 'edgewright-agent 9',
    id: 'device-of-the-future',
    name: 'future',
    capabilities: [],
    nonce: 'ab'.repeat(32),
  };
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  server.on('connection', (socket) => socket.send(JSON.stringify({ jsonrpc: '2.0', method: 'hello', params: hello })));
  await once(server, 'listening');
  return server;
}

function portOf(server: WebSocketServer): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a server without a port');
  return address.port;
}
