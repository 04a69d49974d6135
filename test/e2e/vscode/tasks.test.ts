// A task from its document to a device and away again, in VS Code.
import assert from 'node:assert/strict';
import { type AgentProcess, createFolders, linkTo, startAgentProcess, tokenIn } from '../process.ts';
import { useWindow } from './session.ts';
import { createWorkspace, fleetOf } from './workspace.ts';

const beat = `edgewright: task/v1
name: beat
trigger: { every: 200ms }
script: { file: beat.js, language: javascript, results: { count: number } }
outputs:
  - { to: outbox, fields: [script.count], urgent: true }
policy: { deadline: 1s }
privacy: { leave: [script.count] }
`;

describe('tasks in VS Code', function () {
  this.timeout(60_000);
  const folders = createFolders();
  const data = folders.make();
  let agent: AgentProcess;
  const vscode = useWindow('given', async () => {
    agent = await startAgentProcess(data, ['--name', 'porch']);
    return createWorkspace({
      'fleet.yaml': fleetOf('porch', agent, data),
      'beat.task.yaml': beat,
      'beat.js': 'let count = 0;\nexport const run = () => ({ count: ++count });\n',
      'broken.task.yaml': beat.replace('every', 'evry'),
    });
  });
  after(async () => {
    await agent.kill('SIGKILL');
    folders.remove();
  });

  it('are not deployed with errors', async () => {
    const { window } = vscode;
    await window.open('broken.task.yaml');
    // A window that has just opened may hide what it is told.
    const told = window.notification('The task has errors');
    for (let left = 3; left > 0 && !(await told.isVisible()); left--) {
      await window.run('edgewright.deployTask');
      await told.waitFor({ timeout: left === 1 ? 30_000 : 5_000 }).catch((error: unknown) => {
        if (left === 1) throw error;
      });
    }
    await window.dismissNotifications();
  });

  it('are deployed from their document, with their script', async () => {
    const { window } = vscode;
    await window.open('beat.task.yaml');
    await window.run('edgewright.deployTask');
    await window.quickInput.take('Deploy beat to which devices?');
    await window.notification(/porch has beat: (starting|running)/).waitFor();
    await window.dismissNotifications();
    const link = await linkTo(agent.port, tokenIn(data));
    await link.session.request('task.watch', { after: 0, activity: [] });
    await link.until(() => link.results.length >= 3);
    assert.deepEqual(link.results[0]?.result.values, { 'script.count': 1 });
    link.session.close();
  });

  it('are listed with how they go, and removed after a question', async () => {
    const { window } = vscode;
    await window.run('edgewright.deviceTasks');
    await window.quickInput.take('Tasks of which device?');
    await window.page
      .locator('.quick-input-list')
      .getByText(/firings · p50 .* ms, p99 .* deadline 1000 ms/)
      .waitFor();
    await window.quickInput.take('Tasks of porch');
    await window.dialog('Remove beat from porch?', 'Remove');
    await window.notification('beat removed from porch').waitFor();
    await window.dismissNotifications();
    await window.run('edgewright.deviceTasks');
    await window.quickInput.take('Tasks of which device?');
    await window.notification('porch has no tasks').waitFor();
  });
});
