// The installed extension, for the suites that run beside it.

import * as vscode from 'vscode';
import type { Edgewright } from '../../../extension/client/main.ts';

export async function activated(): Promise<vscode.Extension<Edgewright>> {
  const extension = vscode.extensions.getExtension<Edgewright>('edgewright.edgewright');
  if (extension === undefined) throw new Error('the extension is not installed');
  await extension.activate();
  return extension;
}

/** What its `activate` returned. */
export async function edgewright(): Promise<Edgewright> {
  return (await activated()).exports;
}

/** Below the workspace folder that the test opened. */
export function inWorkspace(path: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Asks again until there is an answer. */
export async function eventually<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`${what}: not within ten seconds`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Runs `act` with a setting of the workspace changed, and changes it back. */
export async function withSetting(name: string, value: unknown, act: () => Promise<void>): Promise<void> {
  const change = (to: unknown) =>
    vscode.workspace.getConfiguration().update(name, to, vscode.ConfigurationTarget.Workspace);
  await change(value);
  try {
    await act();
  } finally {
    await change(undefined);
  }
}
