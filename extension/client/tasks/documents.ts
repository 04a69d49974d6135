// The documents of tasks in this workspace: the one at hand, and those of a name.
import { checkTask } from '@edgewright/core/triggers/check.js';
import { Range, type TextDocument, window, workspace } from 'vscode';
import { uriIn } from '../uri.ts';

/** Files read at most in search of a name. */
const mostFiles = 200;

/** The document that a lens or a menu names, else the one at hand; undefined where the user was told to open one. */
export async function taskDocument(uri: unknown): Promise<TextDocument | undefined> {
  const given = uriIn(uri);
  if (given !== undefined) return workspace.openTextDocument(given);
  const active = window.activeTextEditor?.document;
  if (active !== undefined && /^\s*edgewright\s*:\s*["']?task\//m.test(active.getText())) return active;
  void window.showInformationMessage('Open a task document (*.task.yaml) to deploy it.');
  return undefined;
}

/** Those of which the task has this name. */
export async function taskDocuments(name: string): Promise<readonly TextDocument[]> {
  const files = await workspace.findFiles('**/*.task.{yaml,yml}', '**/node_modules/**', mostFiles);
  const documents = await Promise.all(files.map((file) => workspace.openTextDocument(file)));
  return documents.filter((document) => checkTask(document.getText()).task?.name === name);
}

export async function showPlace(document: TextDocument, offset: number): Promise<void> {
  const place = document.positionAt(offset);
  await window.showTextDocument(document, { selection: new Range(place, place) });
}
