// ONNX files through VS Code's own interfaces: the editor that they open in, and what its commands say without one.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace } from './extension.ts';

describe('models in the extension host', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  const editor = () =>
    eventually('the graph', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputCustom ? input.viewType : undefined;
    });

  it('open as their graph, whether or not they are models', async () => {
    const file = inWorkspace('model.onnx');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('no model'));
    await vscode.commands.executeCommand('vscode.open', file);
    assert.equal(await editor(), 'edgewright.graph');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('edgewright.openGraph', file);
    assert.equal(await editor(), 'edgewright.graph');
  });

  it('have commands that end without one in front', async () => {
    await vscode.commands.executeCommand('edgewright.measureGraph');
    await vscode.commands.executeCommand('edgewright.compareGraph');
  });
});
