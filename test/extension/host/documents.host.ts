// Documents through VS Code's own interfaces: what is said of them, by whom, and how settings and commands change it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, inWorkspace, withSetting } from './extension.ts';

describe('documents in the extension host', () => {
  const codesOf = (uri: vscode.Uri): string[] =>
    vscode.languages.getDiagnostics(uri).map(({ code }) => String(typeof code === 'object' ? code.value : code));
  const found = (uri: vscode.Uri, code: string) =>
    eventually(code, () => (codesOf(uri).includes(code) ? true : undefined));

  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('get the findings of the validator, with their codes and places', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace('broken.sweep.yaml'));
    await vscode.window.showTextDocument(document);
    await found(document.uri, 'not-one-of');
    const diagnostic = vscode.languages.getDiagnostics(document.uri).find(({ range }) => range.start.line === 3);
    assert.equal(document.getText(diagnostic?.range), 'cn');
    assert.equal(diagnostic?.severity, vscode.DiagnosticSeverity.Error);
  });

  it('leave what a schema can say to others where `edgewright.check.schemas` says so', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace('unknown-key.sweep.yaml'));
    await vscode.window.showTextDocument(document);
    await eventually('a finding', () => (codesOf(document.uri).length > 0 ? true : undefined));
    await withSetting('edgewright.check.schemas', 'never', async () => {
      await eventually('no finding', () => (codesOf(document.uri).length === 0 ? true : undefined));
    });
    await eventually('a finding again', () => (codesOf(document.uri).length > 0 ? true : undefined));
  });

  it('are checked by a server that was started again', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace('broken.sweep.yaml'));
    await vscode.window.showTextDocument(document);
    await found(document.uri, 'not-one-of');
    await vscode.commands.executeCommand('edgewright.restartServer');
    await found(document.uri, 'not-one-of');
  });

  it('begin as a sweep, a task or a fleet that has no error', async () => {
    for (const command of ['edgewright.newSweep', 'edgewright.newTask', 'edgewright.newFleet']) {
      await vscode.commands.executeCommand(command);
      const document = vscode.window.activeTextEditor?.document;
      assert.match(document?.getText() ?? '', /^edgewright: (sweep|task|fleet)\/v1\n/);
      assert.equal(document?.languageId, 'yaml');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const errors = vscode.languages.getDiagnostics(document!.uri).filter(({ severity }) => severity === 0);
      assert.deepEqual(
        errors.map(({ message }) => message),
        [],
      );
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('have completion, symbols, folding and links', async () => {
    const document = await vscode.workspace.openTextDocument(inWorkspace('quickstart.yaml'));
    await vscode.window.showTextDocument(document);
    const symbols = await eventually('symbols', async () => {
      const list: vscode.DocumentSymbol[] | undefined = await vscode.commands.executeCommand(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return list === undefined || list.length === 0 ? undefined : list;
    });
    assert.ok(symbols.some(({ name }) => name.includes('models')));
    const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(8, 8),
    );
    assert.ok(hovers.length > 0);
  });
});
