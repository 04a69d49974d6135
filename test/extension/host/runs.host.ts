// Runs that are in the workspace: listed, read, exported, reported, and looked for where the setting says.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { edgewright, eventually, inWorkspace, withSetting } from './extension.ts';

describe('runs in the extension host', () => {
  const madeUp = () =>
    eventually('the made-up run', async () => {
      const { controller } = await edgewright();
      return controller.runs.find(({ run }) => run.head.name === 'made-up');
    });
  const exists = async (uri: vscode.Uri): Promise<true | undefined> => {
    try {
      await vscode.workspace.fs.stat(uri);
      return true;
    } catch {
      return undefined;
    }
  };

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('are listed with how far they are', async () => {
    const { runTree } = await edgewright();
    const { run } = await madeUp();
    const node = runTree.getChildren().find(({ path }) => path === run.path);
    assert.ok(node !== undefined);
    const item = runTree.getTreeItem(node);
    assert.equal(item.label, 'made-up');
    assert.match(String(item.description), /^finished \d+\/\d+/);
    assert.match(item.contextValue ?? '', /^run-over/);
  });

  it('have a page, which is the editor of their `run.json`', async () => {
    const { run } = await madeUp();
    await vscode.commands.executeCommand('edgewright.openRun', { path: run.path });
    const input = await eventually('the page', () => vscode.window.tabGroups.activeTabGroup.activeTab?.input);
    assert.ok(input instanceof vscode.TabInputCustom);
    assert.equal(input.viewType, 'edgewright.runPage');
  });

  it('have their path copied', async () => {
    const { run } = await madeUp();
    await vscode.commands.executeCommand('edgewright.copyRunPath', { path: run.path });
    assert.equal(await vscode.env.clipboard.readText(), run.path);
  });

  it('are written as a report', async () => {
    const { run } = await madeUp();
    // Settles when its message is answered, which nobody does here.
    void vscode.commands.executeCommand('edgewright.report', { path: run.path });
    const file = vscode.Uri.file(`${run.path}/report.html`);
    await eventually('the report', () => exists(file));
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    assert.match(text, /^<!DOCTYPE html>/i);
    assert.match(text, /made-up/);
  });

  it('that are broken are left out and told in the log', async () => {
    const { controller } = await edgewright();
    const broken = inWorkspace('runs/2026-01-01T000000Z-broken-000000/run.json');
    await vscode.workspace.fs.writeFile(broken, new TextEncoder().encode('{ "edgewright": '));
    await vscode.commands.executeCommand('edgewright.refreshRuns');
    assert.ok(controller.runs.every(({ run }) => !run.path.includes('broken')));
    await madeUp();
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(broken, '..'), { recursive: true });
  });

  it('are looked for in the folder that `edgewright.runs.folder` names', async () => {
    const { controller } = await edgewright();
    await madeUp();
    await withSetting('edgewright.runs.folder', 'elsewhere', async () => {
      await eventually('no run', () => (controller.runs.length === 0 ? true : undefined));
    });
    await vscode.commands.executeCommand('edgewright.refreshRuns');
    await madeUp();
  });
});
