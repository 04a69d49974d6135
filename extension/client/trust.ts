// What a workspace without trust may not do, said where it is asked for.
import { commands, window, workspace } from 'vscode';

/** False where the workspace is not trusted; then the user is told that and what to do. */
export function requireTrust(what: string): boolean {
  if (workspace.isTrusted) return true;
  const manage = 'Manage Trust';
  void window
    .showWarningMessage(`${what} in a workspace without trust: its files name addresses and paths.`, manage)
    .then((chosen) => {
      if (chosen === manage) void commands.executeCommand('workbench.trust.manage');
    });
  return false;
}
