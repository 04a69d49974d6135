// A task written and tried in VS Code before any device has it: a recording stepped through, followed as the task changes.
import { useWindow } from './session.ts';
import { createWorkspace } from './workspace.ts';

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

describe('the simulator in VS Code', function () {
  this.timeout(120_000);
  const vscode = useWindow('given', () => createWorkspace({ 'visits.task.yaml': task, 'visits.jsonl': recording }));
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
});
