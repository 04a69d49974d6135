// The models of a sweep looked at before they are measured, beside the document and as it is written.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useWindow } from './session.ts';
import { createWorkspace } from './workspace.ts';

describe('the model preview in VS Code', function () {
  this.timeout(120_000);
  const vscode = useWindow('given', () => createWorkspace());
  const page = () => vscode.window.webview();

  it('opens beside the document by its command, with costs and layers', async () => {
    const { window } = vscode;
    await window.open('quickstart.yaml');
    await window.run('edgewright.previewModel');
    await page()
      .getByText(/family fc/)
      .waitFor();
    assert.match((await page().locator('.preview-totals').textContent()) ?? '', /MAC|FLOP|parameters/i);
    await page().locator('.preview-body').getByText('2 layers, 3 nodes').waitFor();
    await page().locator('.preview-body').getByText('layer1', { exact: true }).click();
    await page()
      .getByRole('complementary', { name: 'Details' })
      .getByText(/Gemm|MatMul/)
      .first()
      .waitFor();
    await window.pictures('preview');
  });

  it('follows the document', async () => {
    const { window } = vscode;
    await window.page
      .locator('.tab')
      .filter({ hasText: /^quickstart\.yaml/ })
      .first()
      .click();
    // 1 becomes 12.
    await window.goTo(9, 17);
    await window.page.keyboard.type('2');
    await page()
      .getByText(/13 layers/)
      .waitFor();
    await window.goTo(7, 13);
    await window.page.keyboard.type('x');
    await page()
      .getByText(/The document has errors/)
      .waitFor();
    await window.picture('preview-invalid');
    await window.page.keyboard.press('Backspace');
    await page()
      .getByText(/The document has errors/)
      .waitFor({ state: 'detached' });
  });

  it('comes back after a reload, and is the one that the command shows again', async () => {
    const { window } = vscode;
    const tabs = () => window.page.locator('.tab').filter({ hasText: /^Models of quickstart\.yaml/ });
    // What was wrong for a moment may have been saved by itself.
    await window.run('File: Save All');
    const isSaved = (): boolean => !readFileSync(join(window.folder, 'quickstart.yaml'), 'utf8').includes('xfc');
    for (let looks = 0; looks < 100 && !isSaved(); looks++) await window.page.waitForTimeout(100);
    assert.ok(isSaved());
    await window.reload();
    await page()
      .getByText(/family fc/)
      .waitFor();
    await window.page.getByRole('tab', { name: 'quickstart.yaml, Editor Group 1' }).click();
    await window.run('edgewright.previewModel');
    await page()
      .getByText(/family fc/)
      .waitFor();
    assert.equal(await tabs().count(), 1);
  });
});
