// The tests of task documents as items of VS Code's test view: a document with tests is one, with a child a test.
import { findTests } from '@edgewright/workbench/task/discover.js';
import { type CancellationToken, Range, type TestController, type TestItem, Uri, workspace } from 'vscode';
import { kindOf } from '../../server/kind.ts';

/** Documents searched at most; those that are open are always found. */
const mostFiles = 1_000;

const pattern = '**/*.task.{yaml,yml}';

/** Of a folder of packages nobody here is the author. */
const foreign = '**/node_modules/**';

/** The open document's text, else the file's. Undefined where it is gone. */
export async function textOf(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

/** All documents of the workspace, and those that are open. */
export async function discover(controller: TestController, token?: CancellationToken): Promise<void> {
  const files = await workspace.findFiles(pattern, foreign, mostFiles, token);
  const open = workspace.textDocuments.map(({ uri }) => uri);
  const all = new Map([...files, ...open].map((uri) => [uri.toString(), uri]));
  for (const [id] of controller.items) if (!all.has(id)) controller.items.delete(id);
  await Promise.all([...all.values()].map((uri) => follow(controller, uri)));
}

/** Calls `change` for documents that come, change and go on the disk. */
export function watchFiles(change: (uri: Uri) => void) {
  const watcher = workspace.createFileSystemWatcher(pattern);
  const heard = (uri: Uri): void => {
    if (!uri.path.includes('/node_modules/')) change(uri);
  };
  watcher.onDidCreate(heard);
  watcher.onDidChange(heard);
  watcher.onDidDelete(heard);
  return watcher;
}

/** Brings the items of a document up to its text. While that is no YAML they stay as they were. */
export async function follow(controller: TestController, uri: Uri): Promise<void> {
  // A recording is read from the disk beside the document.
  if (uri.scheme !== 'file' || !/\.ya?ml$/.test(uri.path)) return;
  const text = await textOf(uri);
  const id = uri.toString();
  if (text === undefined || kindOf(id, text) !== 'task') return controller.items.delete(id);
  const found = findTests(text);
  if (found === undefined) return;
  if (found.tests.length === 0) return controller.items.delete(id);
  const item = controller.items.get(id) ?? controller.createTestItem(id, workspace.asRelativePath(uri), uri);
  item.description = found.task;
  for (const test of found.tests) {
    const child = item.children.get(test.id) ?? controller.createTestItem(test.id, test.name, uri);
    const { line, column, length } = test.place;
    child.range = new Range(line - 1, column - 1, line - 1, column - 1 + length);
    // In the order of the document, whatever their names.
    child.sortText = String(test.index).padStart(6, '0');
    item.children.add(child);
  }
  const ids = new Set(found.tests.map((test) => test.id));
  for (const [child] of item.children) if (!ids.has(child)) item.children.delete(child);
  controller.items.add(item);
}

export interface ChosenTests {
  readonly uri: Uri;
  readonly tests: readonly TestItem[];
}

/** The tests that a request means, by their document. */
export function chosenTests(
  controller: TestController,
  include: readonly TestItem[] | undefined,
  exclude: readonly TestItem[] = [],
): readonly ChosenTests[] {
  const byDocument = new Map<string, TestItem[]>();
  const add = (item: TestItem): void => {
    if (exclude.includes(item)) return;
    if (item.parent === undefined) {
      item.children.forEach(add);
      return;
    }
    const { id } = item.parent;
    const tests = byDocument.get(id) ?? [];
    byDocument.set(id, tests);
    if (!tests.includes(item)) tests.push(item);
  };
  if (include === undefined) controller.items.forEach(add);
  else for (const item of include) add(item);
  return [...byDocument].map(([id, tests]) => ({ uri: Uri.parse(id), tests }));
}
