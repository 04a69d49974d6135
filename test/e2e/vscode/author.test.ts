// Writing a sweep: what the editor offers, says, marks and mends while one types, in good documents and in bad ones.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { useWindow } from './session.ts';
import { createWorkspace } from './workspace.ts';

describe('writing a sweep in VS Code', function () {
  this.timeout(120_000);
  const vscode = useWindow('given', () =>
    createWorkspace({
      'draft.sweep.yaml': draft,
      'broken.sweep.yaml': 'edgewright: sweep/v1\nmodels: [\n  - family: : fc\n\t  axes: {\n',
      // Past what any person wrote: it is told so, and nothing hangs.
      'huge.sweep.yaml': `edgewright: sweep/v1\nname: huge\n${'# a comment line\n'.repeat(50 * 2 ** 16)}`,
    }),
  );

  it('shows what the document implies: values, points, time', async () => {
    const { window } = vscode;
    await window.open('quickstart.yaml');
    const { page } = window;
    await page.locator('.view-lines').getByText(threeValues).waitFor();
    await page
      .locator('.codelens-decoration')
      .getByText(/Estimate \(\d+ points, about .*\)/)
      .waitFor();
    await page.locator('.codelens-decoration').getByText('Run on...').waitFor();
    await page.locator('.codelens-decoration').getByText('Preview model').first().waitFor();
    assert.equal(await window.squiggles('error').count(), 0);
    await window.pictures('author-quickstart');
  });

  it('explains what stands under the cursor', async () => {
    const { window } = vscode;
    await window.goTo(9, 9);
    assert.match(await window.hover(), /layers/);
    await window.picture('author-hover');
    await window.page.keyboard.press('Escape');
  });

  it('offers what fits at the cursor', async () => {
    const { window } = vscode;
    await window.open('draft.sweep.yaml');
    await window.goTo(4, 13);
    const families = await window.completions();
    for (const family of ['fc', 'cnn', 'rnn', 'transformer', 'mobile'])
      assert.ok(families.includes(family), String(families));
    await window.picture('author-completion');
    await window.page.keyboard.press('Escape');
  });

  it('marks a mistake while it is typed, and mends it', async () => {
    const { window } = vscode;
    await window.page.keyboard.type('cn');
    await window.squiggles('error').first().waitFor();
    await window.goTo(4, 14);
    assert.match(await window.hover(), /cnn/);
    const action = window.page.locator('.action-widget').getByText('Change to cnn');
    await window.pressUntil('Control+.', action);
    await window.picture('author-fix');
    await window.page.keyboard.press('Enter');
    await window.page.locator('.view-line').getByText('cnn').waitFor();
    await window.squiggles('error').first().waitFor({ state: 'detached' });
  });

  it('says what is wrong in YAML that is no YAML', async () => {
    const { window } = vscode;
    await window.open('broken.sweep.yaml');
    await window.squiggles('error').first().waitFor();
    await window.run('View: Focus Problems');
    const problems = window.page.locator('.markers-panel .monaco-list-row');
    await problems.filter({ hasText: 'edgewright' }).first().waitFor();
    assert.ok((await problems.count()) >= 2);
    await window.pictures('author-broken');
    await window.page.keyboard.press('Control+J');
  });

  it('stays at work beside a document of 50 MB', async () => {
    const { window } = vscode;
    await window.open('huge.sweep.yaml');
    await sleep(1_000);
    await window.open('quickstart.yaml');
    await window.page.locator('.view-lines').getByText(threeValues).waitFor();
    await window.goTo(9, 9);
    assert.match(await window.hover(), /layers/);
    await window.page.keyboard.press('Escape');
  });

  it('checks on after its server was started again', async () => {
    const { window } = vscode;
    await window.run('edgewright.restartServer');
    await window.open('broken.sweep.yaml');
    await window.squiggles('error').first().waitFor();
  });

  it('estimates by its lens', async () => {
    const { window } = vscode;
    await window.open('quickstart.yaml');
    // Lenses are drawn anew after a document comes to the front; a click on an old one goes astray.
    await sleep(1_500);
    await window.page
      .locator('.codelens-decoration')
      .getByText(/Estimate \(/)
      .click();
    const toast = window.notification(/\d+ points.*about/);
    await toast.waitFor();
    await window.dismissNotifications();
  });

  it('explains a code', async () => {
    const { window } = vscode;
    await window.run('edgewright.explainCode');
    await window.quickInput.answer('Explain which code?', 'out-of-memory');
    await window.notification(/^out-of-memory:/).waitFor();
    await window.dismissNotifications();
  });

  it('has a log and a walkthrough', async () => {
    const { window } = vscode;
    await window.run('edgewright.showLog');
    await window.page.locator('.part.panel').getByText('[info]').first().waitFor();
    await window.page.keyboard.press('Control+J');
    await window.run('edgewright.walkthrough');
    await window.page.locator('.gettingStartedContainer').getByText('Get started with Edgewright').first().waitFor();
    await window.pictures('walkthrough');
  });
});

const draft = `edgewright: sweep/v1
name: draft
models:
  - family: 
    axes: { blocks: [1] }
`;

/** VS Code writes hints with spaces that do not break. */
const threeValues = /=\s3\svalues:\s64,\s256,\s1024/;
