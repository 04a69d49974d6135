// A task from its document to a device and away again, in VS Code.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AgentProcess, createFolders, linkTo, startAgentProcess, tokenIn } from '../process.ts';
import { useWindow } from './session.ts';
import { createWorkspace, fleetOf, put } from './workspace.ts';

const samples = fileURLToPath(new URL('../../../samples/', import.meta.url));

const beat = `edgewright: task/v1
name: beat
trigger: { every: 200ms }
script: { file: beat.js, language: javascript, results: { count: number } }
outputs:
  - { to: outbox, fields: [script.count], urgent: true }
policy: { deadline: 1s, isolation: fault }
privacy: { leave: [script.count] }
`;

const plain = `edgewright: task/v1
name: plain
events: { tick: { n: number } }
trigger: { event: tick }
outputs: [{ to: log, fields: [tick.n] }]
`;

describe('tasks in VS Code', function () {
  this.timeout(120_000);
  const folders = createFolders();
  const data = folders.make();
  let agent: AgentProcess;
  const vscode = useWindow('given', async () => {
    agent = await startAgentProcess(data, ['--name', 'porch']);
    const folder = createWorkspace({
      'fleet.yaml': fleetOf('porch', agent, data),
      'beat.task.yaml': beat,
      'plain.task.yaml': plain,
      'beat.js': 'let count = 0;\nexport const run = () => ({ count: ++count });\n',
      'broken.task.yaml': beat.replace('every', 'evry'),
    });
    for (const part of ['models', 'recordings', 'scripts', 'tasks'])
      cpSync(join(samples, part), join(folder, part), { recursive: true });
    const motion = readFileSync(join(samples, 'tasks/motion.task.yaml'), 'utf8');
    const recorded = 'privacy:\n  record: [frame.camera, frame.motion]\n';
    put(folder, 'tasks/motion.task.yaml', motion.replace('privacy:\n', recorded));
    return folder;
  });
  after(async () => {
    await agent.kill('SIGKILL');
    folders.remove();
  });

  it('are not deployed with errors', async () => {
    const { window } = vscode;
    await window.open('broken.task.yaml');
    // A window that has just opened may hide what it is told.
    const told = window.notification(/The task has errors.* Line 3: /);
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
    // It is signed, and the key was pinned: the device had none.
    const { tasks } = await link.session.request('task.list', {});
    assert.deepEqual([tasks[0]?.isolation?.by, tasks[0]?.signer?.isTrusted], ['process', true]);
    link.session.close();
  });

  it('are rows below their device, and have a page that follows them', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window.row('porch').first().click();
    await window.page.keyboard.press('ArrowRight');
    await window.row(/beat.*running · \d+ firings/).waitFor();
    await window.run('edgewright.watchTask');
    await window.quickInput.take('Tasks of which device?');
    await window.quickInput.take('watch which one?');
    const page = window.webview();
    await page.getByText('beat on porch').waitFor();
    await page.getByText('Running', { exact: true }).waitFor();
    await page.getByRole('img', { name: /^Latency of \d+ firings?, .* the deadline of 1,?000 ms/ }).waitFor();
    const results = page.getByRole('region', { name: 'Table: Last results' });
    await results
      .getByText(/script\.count \d+/)
      .first()
      .waitFor();
    // While it is hidden nothing is followed, and it says so.
    await window.open('beat.js');
    await window.page.locator('.tab', { hasText: 'beat on porch' }).click();
    await page.getByText(/Nothing was heard from .* to /).waitFor();
    await page.getByText('Running', { exact: true }).waitFor();
    await window.run('View: Close All Editors');
  });

  it('are listed with how they go, and removed after a question', async () => {
    const { window } = vscode;
    await window.run('edgewright.deviceTasks');
    await window.quickInput.take('Tasks of which device?');
    await window.page
      .locator('.quick-input-list')
      .getByText(/p50 .* ms, p99 .* deadline 1000 ms/)
      .waitFor();
    await window.quickInput.take('Tasks of porch');
    await window.quickInput.widget.filter({ hasText: 'beat on porch' }).waitFor();
    await window.quickInput.pick('Remove');
    await window.dialog('Remove beat from porch?', 'Remove');
    await window.notification('beat removed from porch').waitFor();
    await window.dismissNotifications();
    await window.run('edgewright.deviceTasks');
    await window.quickInput.take('Tasks of which device?');
    await window.notification('porch has no tasks').waitFor();
    await window.dismissNotifications();
  });

  it('run the samples on recordings in real time, are watched against their deadlines, recorded and simulated', async () => {
    const { window } = vscode;
    // The recordings of all three play beside each other.
    for (const name of ['feed', 'keyword', 'motion']) {
      await window.open(`${name}.task.yaml`);
      await window.run('edgewright.deployTask');
      await window.quickInput.take(`Deploy ${name} to which devices?`);
      await window.notification(`porch has ${name}`).waitFor();
    }
    await window.notification('porch has motion').getByText('Watch', { exact: true }).click();
    const page = window.webview();
    // Something begins to move five seconds into the recording.
    await isWithin('motion', '30', /upsideDown/);
    await window.picture('task-live');
    await page.getByRole('button', { name: 'Record its events' }).click();
    await window.quickInput.widget.filter({ hasText: 'Record what motion sees on porch' }).waitFor();
    await window.page.keyboard.press('Enter');
    const recording = window.notification(/Recording motion on porch.*[1-9]\d* events?; Cancel ends it/);
    await recording.waitFor();
    await recording.hover();
    await recording.getByText('Cancel', { exact: true }).click();
    const told = window.notification(/motion\.jsonl: \d+ events? of motion/);
    await told.waitFor();
    const [first = ''] = readFileSync(join(window.folder, 'tasks/motion.jsonl'), 'utf8').split('\n');
    assert.deepEqual(Object.keys(JSON.parse(first)), ['time', 'event', 'camera', 'motion']);
    await told.getByText('Simulate', { exact: true }).click();
    // It opens beside the page of the task, which is closed first.
    await window.page.locator('.tab', { hasText: 'Simulate motion.task.yaml' }).waitFor();
    await window.page.locator('.tab', { hasText: 'motion on porch' }).click();
    await window.run('View: Close Editor');
    await window
      .webview()
      .getByText(/motion\.jsonl · \d+ events?/)
      .waitFor();
    await window.run('View: Close All Editors');
    await window.dismissNotifications();
    for (const [name, deadline, result] of [
      ['keyword', '300', /heard/],
      ['feed', '500', /best/],
    ] as const) {
      await window.run('edgewright.watchTask');
      await window.quickInput.take('Tasks of which device?');
      await window.quickInput.pick(name);
      await isWithin(name, deadline, result);
    }
    await window.run('View: Close All Editors');
    for (const name of ['feed', 'keyword', 'motion']) {
      await window.run('edgewright.removeTask');
      await window.quickInput.take('Tasks of which device?');
      await window.quickInput.pick(name);
      await window.dialog(`Remove ${name} from porch?`, 'Remove');
      await window.notification(`${name} removed from porch`).waitFor();
    }
    await window.dismissNotifications();
  });

  /** The page of the sample in front has its latency beside its deadline, its bytes, and a result. */
  async function isWithin(name: string, deadline: string, result: RegExp): Promise<void> {
    const page = vscode.window.webview();
    await page.getByText(`${name} on porch`).waitFor();
    const chart = new RegExp(`^Latency of \\d+ firings?, .* the deadline of ${deadline}(\\.0)? ms`);
    await page.getByRole('img', { name: chart }).waitFor();
    for (const [title, text] of [
      ['p50', /^[\d.]+ ms$/],
      ['p99', /^[\d.]+ ms$/],
      ['Deadline', new RegExp(`^${deadline}(\\.0)? ms$`)],
      ['Kept', /^[\d.]+ (B|KiB)$/],
      ['Sent', /^[1-9][\d.]* (B|KiB)$/],
    ] as const) {
      const figure = page.locator('.task-figures > div', { has: page.getByText(title, { exact: true }) });
      await figure.locator('dd').first().filter({ hasText: text }).waitFor();
    }
    await page.getByRole('region', { name: 'Table: Last results' }).getByText(result).first().waitFor();
  }

  it('replace a version only after a question, and are deployed again without their document at hand', async () => {
    const { window } = vscode;
    const link = await linkTo(agent.port, tokenIn(data));
    await link.session.request('task.deploy', { document: plain, artifacts: {}, version: 'v2' });
    await window.open('plain.task.yaml');
    await window.run('edgewright.deployTask');
    await window.quickInput.take('Deploy plain to which devices?');
    await window.dialog('porch has version v2 of plain', 'Replace');
    await window.notification(/porch has plain/).waitFor();
    await window.dismissNotifications();
    await window.run('View: Close All Editors');
    await window.run('edgewright.watchTask');
    await window.quickInput.take('Tasks of which device?');
    await window.quickInput.take('watch which one?');
    const page = window.webview();
    await page.getByRole('button', { name: 'Deploy it again' }).click();
    await window.notification(/porch has plain/).waitFor();
    await page.getByRole('button', { name: 'Remove it from the device' }).click();
    await window.dialog('Remove plain from porch?', 'Remove');
    await page.getByText('Removed from the device').waitFor();
    link.session.close();
  });
});
