// A task written and tried in VS Code before any device has it: a recording stepped through, followed as the task changes,
// its tests run, and its script executed by a device that keeps nothing of it.
import { type AgentProcess, createFolders, startAgentProcess } from '../process.ts';
import { useWindow } from './session.ts';
import { createWorkspace, fleetOf, put } from './workspace.ts';

const task = `edgewright: task/v1
name: visits
events:
  enter: { page: string }
  exit: { page: string }
trigger:
  key: page
  sequence: [{ event: enter }, { event: exit }]
  within: 1min
outputs: [{ to: outbox, fields: [exit.page] }]
privacy: { leave: [exit.page] }
tests:
  - events: visits.jsonl
    firings: [{ key: home }]
`;
const recording = `{"time": 1000, "event": "enter", "page": "home"}
{"time": 2000, "event": "enter", "page": "cart"}
{"time": 3000, "event": "exit", "page": "home"}
`;

const welcome = `edgewright: task/v1
name: welcome
events: { enter: { page: string } }
trigger: { event: enter }
script: { file: welcome.js, language: javascript, results: { text: string } }
outputs: [{ to: outbox, fields: [script.text] }]
privacy: { leave: [script.text] }
tests:
  - name: both pages
    events: visits.jsonl
    firings: [{ results: [{ script.text: hello home }] }, {}]
`;
const greeting = (word: string): string => `import { log } from 'edgewright';
export function run(firing) {
  const { page } = firing.events[0].fields;
  log('greets', page);
  return { text: '${word} ' + page };
}
`;

describe('the simulator in VS Code', function () {
  this.timeout(120_000);
  const folders = createFolders();
  const data = folders.make();
  let agent: AgentProcess;
  const vscode = useWindow('given', async () => {
    agent = await startAgentProcess(data, ['--name', 'porch']);
    return createWorkspace({
      'visits.task.yaml': task,
      'visits.jsonl': recording,
      'welcome.task.yaml': welcome,
      'welcome.js': greeting('hello'),
      'fleet.yaml': fleetOf('porch', agent, data),
    });
  });
  after(async () => {
    await agent.kill('SIGKILL');
    folders.remove();
  });
  const page = () => vscode.window.webview();

  it('plays the recording of a test from above the test', async () => {
    const { window } = vscode;
    await window.open('visits.task.yaml');
    const heading = page().getByRole('heading', { name: 'visits' });
    // A press that meets the painting of the lens is lost.
    for (let left = 5; left > 0 && !(await heading.isVisible()); left--) {
      await window.page.locator('.codelens-decoration').getByText('Simulate', { exact: true }).click();
      await heading.waitFor({ timeout: left === 1 ? 30_000 : 5_000 }).catch((error: unknown) => {
        if (left === 1) throw error;
      });
    }
    await page().getByText('visits.jsonl · 3 events · 1 firing').waitFor();
    await page().getByRole('button', { name: 'Next firing' }).click();
    await page().getByText('Fires for home at 00:00:03.000').waitFor();
    await page().getByRole('region', { name: 'Matches in progress' }).getByText('cart').waitFor();
    await window.pictures('simulator');
  });

  it('follows the task as it is written, and says what is wrong with it', async () => {
    const { window } = vscode;
    await window.page
      .locator('.tab')
      .filter({ hasText: /^visits\.task\.yaml/ })
      .first()
      .click();
    // 1min becomes 1minx.
    await window.goTo(9, 15);
    await window.page.keyboard.type('x');
    await page()
      .getByText(/The task has errors; this is the task before them/)
      .waitFor();
    await window.page.keyboard.press('Backspace');
    await page()
      .getByText(/The task has errors/)
      .waitFor({ state: 'detached' });
    await page().getByText('Fires for home at 00:00:03.000').waitFor();
  });

  it('asks for the recording where it is not said', async () => {
    const { window } = vscode;
    await window.run('edgewright.simulateTask');
    await window.quickInput.take('Recording to simulate');
    await page().getByText('visits.jsonl · 3 events · 1 firing').waitFor();
  });

  it('runs a test beside its line, and shows what was expected beside what came', async () => {
    const { window } = vscode;
    await window.run('View: Close All Editors');
    await window.open('visits.task.yaml');
    const editor = window.page.locator('.editor-group-container.active');
    await editor.locator('.testing-run-glyph').first().click();
    await editor.locator('.codicon-testing-passed-icon').first().waitFor();
    // key: home becomes key: homex.
    await window.goTo(14, 26);
    await window.page.keyboard.type('x');
    await window.run('Test: Run All Tests');
    await window.page
      .getByText(/firing 1 has the key "home", and "homex" is expected/)
      .first()
      .waitFor();
    await window.picture('tests');
    await window.page.keyboard.press('Escape');
    await window.run('File: Revert File');
  });

  it('compares results where a test runs on a device', async () => {
    const { window } = vscode;
    await window.run('View: Close All Editors');
    await window.open('welcome.task.yaml');
    const editor = window.page.locator('.editor-group-container.active');
    // The run of all tests has passed it, without its results.
    const icon = editor.locator('.codicon-testing-passed-icon').first();
    await icon.waitFor();
    put(window.folder, 'welcome.js', greeting('hey'));
    await icon.click({ button: 'right' });
    const profiles = window.page.getByText('Execute Using Profile...');
    await profiles.waitFor();
    // A menu that has just opened takes no press: it might be the one that opened it.
    await window.page.waitForTimeout(500);
    await profiles.click();
    await window.quickInput.pick('Run on Device...');
    await window.quickInput.take('Run the tests on which device?');
    await editor.locator('.codicon-testing-failed-icon').first().waitFor();
  });

  it('lets a device execute what fires, and again when the script was saved', async () => {
    const { window } = vscode;
    put(window.folder, 'welcome.js', greeting('hello'));
    await window.run('View: Close All Editors');
    await window.open('welcome.task.yaml');
    await window.run('edgewright.simulateTask');
    await window.quickInput.take('Recording to simulate');
    await page().getByRole('button', { name: 'Execute on Device...' }).click();
    await window.quickInput.take('Execute on which device?');
    await page()
      .getByText(/^porch executed 2 firings\. Median .*: .*script/)
      .waitFor();
    await page().getByText('greets cart').waitFor();
    await page().getByRole('button', { name: 'Next firing' }).click();
    await page().locator('.firing').getByText('hello home').waitFor();
    await window.picture('executed');
    // What was executed is still there when its page was hidden.
    await window.open('fleet.yaml');
    await window.page.locator('.tab', { hasText: 'Simulate welcome.task.yaml' }).click();
    await page().locator('.firing').getByText('hello home').waitFor();
    await page().getByText('Execute again when saved').click();
    put(window.folder, 'welcome.js', greeting('hi'));
    await page().locator('.firing').getByText('hi home').waitFor();
    put(window.folder, 'welcome.js', 'export function run() {\n  for (;;);\n}\n');
    await page().getByRole('button', { name: 'Cancel' }).click();
    await page().getByText('The execution on porch was cancelled.').waitFor();
    put(window.folder, 'welcome.js', greeting('good morning'));
    await page().locator('.firing').getByText('good morning home').waitFor();
    await agent.kill('SIGKILL');
    await page().getByRole('button', { name: 'Execute Again' }).click();
    await page().getByRole('button', { name: 'Try Again' }).waitFor();
  });
});
