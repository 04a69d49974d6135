// An ONNX file opened in VS Code: its stages, sizes of open dimensions, files that change and files that are broken.
import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { families } from '@edgewright/core/models/families.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { type AgentProcess, createFolders, startAgentProcess } from '../process.ts';
import { useWindow } from './session.ts';
import { createWorkspace, fleetOf } from './workspace.ts';

/** Its batch is an open dimension. */
const classifier = fileURLToPath(new URL('../../../samples/models/tiny-classifier.onnx', import.meta.url));

function modelOf(layers: number): Uint8Array {
  return encodeModel(families.fc.build({ layers, nodes: 8, input: 4, output: 3, batch: 1 }, 'float32', 1));
}

describe('the graph view in VS Code', function () {
  this.timeout(120_000);
  const folders = createFolders();
  let agent: AgentProcess;
  const vscode = useWindow('given', async () => {
    const data = folders.make();
    agent = await startAgentProcess(data, ['--name', 'bench']);
    const folder = createWorkspace({
      'broken.onnx': 'version https://git-lfs.github.com/spec/v1\n',
      'fleet.yaml': fleetOf('bench', agent, data),
    });
    writeFileSync(join(folder, 'fc.onnx'), modelOf(2));
    copyFileSync(classifier, join(folder, 'classifier.onnx'));
    return folder;
  });
  after(async () => {
    await agent?.kill('SIGKILL');
    folders.remove();
  });

  const page = () => vscode.window.webview();
  const tab = (name: string) => page().getByRole('tab', { name });

  it('is the editor of an ONNX file, and has every stage', async () => {
    const { window } = vscode;
    // The editor `edgewright.graph`.
    await window.open('fc.onnx');
    await page().getByRole('heading', { name: 'fc.onnx' }).waitFor();
    await page().getByText('5 nodes').waitFor();
    for (const name of ['Decomposed', 'Merged', 'Planned']) {
      await tab(name).click();
      await page()
        .getByText(/\d+ kernels?/)
        .first()
        .waitFor();
    }
    await page().locator('.graph-row', { hasText: 'matmul' }).first().click();
    await page().getByRole('complementary', { name: 'Details' }).getByText('WebAssembly').waitFor();
    await window.pictures('graph');
  });

  it('keeps its stage and its node while it is hidden', async () => {
    const { window } = vscode;
    await window.open('quickstart.yaml');
    await window.open('fc.onnx');
    await page().getByRole('tab', { name: 'Planned', selected: true }).waitFor();
    await page().locator('.graph-row.is-picked', { hasText: 'matmul' }).waitFor();
  });

  it('follows the file', async () => {
    writeFileSync(join(vscode.window.folder, 'fc.onnx'), modelOf(4));
    await tab('Original').click();
    await page().getByText('9 nodes').waitFor();
  });

  it('is opened by its command, from a list of the models', async () => {
    const { window } = vscode;
    await window.run('View: Close All Editors');
    await window.run('edgewright.openGraph');
    await window.quickInput.pick('fc.onnx');
    await page().getByText('9 nodes').waitFor();
  });

  it('has the times of its kernels once a device has measured it', async () => {
    const { window } = vscode;
    await window.openView('Edgewright');
    await window.row(/bench.*online/).waitFor();
    await window.run('edgewright.measureGraph');
    await window.quickInput.pick('bench');
    await page()
      .getByText(/bench: jit .* an inference; ort/)
      // The first time a device measures its own speeds too.
      .waitFor({ timeout: 90_000 });
    await page().getByRole('columnheader', { name: 'Time' }).waitFor();
    await page()
      .locator('.graph-row', { hasText: 'matmul' })
      .first()
      .getByText(/[µn]s$/)
      .waitFor();
    await window.picture('graph-measured');
  });

  it('has the errors of its values once a device has compared it', async () => {
    const { window } = vscode;
    await window.run('edgewright.compareGraph');
    await window.quickInput.pick('bench');
    await page()
      .getByText(/All 9 values agree/)
      .waitFor();
    await window.picture('graph-compared');
    await page().getByRole('row', { name: /Gemm/ }).first().click();
    await page()
      .getByRole('complementary', { name: 'Details' })
      .getByText(/Compared:/)
      .waitFor();
  });

  it('takes sizes of open dimensions, and keeps them for the file', async () => {
    const { window } = vscode;
    const size = () => page().getByRole('spinbutton', { name: 'N' });
    await window.open('classifier.onnx');
    await size().fill('4');
    await size().press('Enter');
    await page()
      .getByText(/float32\[4,/)
      .first()
      .waitFor();
    await window.run('View: Close All Editors');
    await window.open('classifier.onnx');
    await page()
      .getByText(/float32\[4,/)
      .first()
      .waitFor();
    assert.equal(await size().inputValue(), '4');
  });

  it('says what is wrong with a file that is no model', async () => {
    const { window } = vscode;
    await window.open('broken.onnx');
    await page()
      .getByText(/The file is not an ONNX model/)
      .waitFor();
    await window.picture('graph-broken');
  });
});
