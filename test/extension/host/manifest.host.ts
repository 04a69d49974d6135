// The extension as VS Code sees it once it is active: what the manifest declares is there, and no more.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated } from './extension.ts';

interface Contributions {
  readonly commands: readonly { readonly command: string }[];
  readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  readonly configuration: { readonly properties: Readonly<Record<string, { readonly default?: unknown }>> };
}

describe('the extension in its host', () => {
  it('activates', async () => {
    assert.equal((await activated()).isActive, true);
  });

  it('registers the commands that it declares, and no other', async () => {
    const { commands, views } = await contributions();
    // VS Code makes commands for every view and container, as `edgewright.devices.focus`.
    const made = ['workbench', ...Object.values(views).flatMap((list) => list.map(({ id }) => id))];
    const registered = (await vscode.commands.getCommands(true)).filter(
      (command) => command.startsWith('edgewright.') && !made.some((prefix) => command.startsWith(`${prefix}.`)),
    );
    assert.deepEqual(registered.sort(), commands.map(({ command }) => command).sort());
  });

  it('has its settings with their defaults', async () => {
    const { configuration } = await contributions();
    for (const [key, { default: expected }] of Object.entries(configuration.properties)) {
      assert.deepEqual(vscode.workspace.getConfiguration().inspect(key)?.defaultValue, expected, key);
    }
  });

  it('shows its views', async () => {
    await activated();
    for (const view of ['edgewright.devices', 'edgewright.runs']) await vscode.commands.executeCommand(`${view}.focus`);
  });
});

async function contributions(): Promise<Contributions> {
  return (await activated()).packageJSON.contributes;
}
