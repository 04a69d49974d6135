// Where runs are kept.

import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { type Uri, workspace } from 'vscode';
import { setting } from '../settings.ts';

/** Folders of runs of all folders of the workspace. */
export function runRoots(): readonly string[] {
  const folders = workspace.workspaceFolders ?? [];
  const roots = folders.flatMap(({ uri }) => (uri.scheme === 'file' ? [rootIn(uri)] : []));
  return [...new Set(roots)];
}

/** Where the runs of a sweep document go. */
export function rootFor(document: Uri): string {
  const folder = workspace.getWorkspaceFolder(document) ?? workspace.workspaceFolders?.[0];
  return folder === undefined ? join(homedir(), 'edgewright-runs') : rootIn(folder.uri);
}

function rootIn(folder: Uri): string {
  const path = setting('runs.folder', folder);
  return isAbsolute(path) ? path : join(folder.fsPath, path);
}
