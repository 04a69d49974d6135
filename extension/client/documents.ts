// Commands on documents, and the context by which menus know that a document is ours.
import { codes } from '@edgewright/schemas/codes.js';
import { formatDuration, plural } from '@edgewright/workbench/text/units.js';
import { commands, type Disposable, type TextDocument, Uri, window, workspace } from 'vscode';
import { kindOf } from '../server/kind.ts';
import type { CommandTable } from './commands.ts';
import type { LanguageServer } from './language.ts';
import { uriIn } from './uri.ts';

export function documentCommands(server: LanguageServer): CommandTable {
  return {
    'edgewright.newSweep': () => newDocument('sweep'),
    'edgewright.newTask': () => newDocument('task'),
    'edgewright.newFleet': () => newDocument('fleet'),
    'edgewright.estimate': (uri) => estimate(server, uri),
    'edgewright.explainCode': (code) => explainCode(typeof code === 'string' ? code : undefined),
    'edgewright.restartServer': () => server.restart(),
  };
}

/** Keeps `edgewright.document` at the kind of the document in front: `sweep`, `fleet`, `task` or empty. */
export function watchDocuments(): Disposable[] {
  const tell = (document: TextDocument | undefined) => {
    const kind =
      document === undefined || document.languageId !== 'yaml'
        ? undefined
        : kindOf(document.uri.toString(), document.getText());
    void commands.executeCommand('setContext', 'edgewright.document', kind ?? '');
  };
  tell(window.activeTextEditor?.document);
  return [
    window.onDidChangeActiveTextEditor((editor) => tell(editor?.document)),
    workspace.onDidSaveTextDocument((document) => {
      if (document === window.activeTextEditor?.document) tell(document);
    }),
  ];
}

const templates = {
  sweep: `edgewright: sweep/v1
name: my-sweep
description: What does it cost this device to run a larger model?

models:
  - family: fc
    axes:
      layers: [1, 2, 4]
      nodes: { from: 64, to: 1024, times: 4 }

execution:
  runtime: ort

measure:
  minTime: 300ms
  maxTime: 2s
`,
  task: `edgewright: task/v1
name: my-task
description: Say how a visit went when a page is left within a minute.

events:
  enter: { page: string }
  click: { page: string, x: number }
  exit: { page: string }

sources:
  - { kind: http }

trigger:
  key: page
  sequence:
    - event: enter
    - { event: click, times: { from: 1, to: 20 } }
    - event: exit
  within: 1min

pipeline:
  key: page
  window: { since: enter, events: 100 }
  features:
    clicks: { by: count, where: event == "click" }

outputs:
  - { to: outbox, fields: [clicks] }

privacy:
  leave: [clicks]
`,
  fleet: `edgewright: fleet/v1
devices:
  - name: pi
    address: ws://raspberrypi.local:7317
    labels: { class: raspberry-pi-5 }
`,
} as const;

/** An unsaved file with the name that makes it ours, beside nothing that it could overwrite. */
async function newDocument(kind: keyof typeof templates): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const name = kind === 'fleet' ? 'fleet.yaml' : `my.${kind}.yaml`;
  const isFree = folder !== undefined && !(await exists(Uri.joinPath(folder, name)));
  const document = isFree
    ? await workspace.openTextDocument(Uri.joinPath(folder, name).with({ scheme: 'untitled' }))
    : await workspace.openTextDocument({ language: 'yaml', content: templates[kind] });
  const editor = await window.showTextDocument(document);
  if (isFree) await editor.edit((edit) => edit.insert(document.positionAt(0), templates[kind]));
}

async function exists(file: Uri): Promise<boolean> {
  return workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

async function estimate(server: LanguageServer, uri: unknown): Promise<void> {
  const document = uriIn(uri)?.toString() ?? window.activeTextEditor?.document.uri.toString();
  if (document === undefined) {
    void window.showInformationMessage('Open a sweep document to estimate it.');
    return;
  }
  const result = await server.estimate(document);
  if (result.kind === 'refused') {
    const [first] = result.diagnostics;
    void window.showErrorMessage(
      `It cannot be estimated: ${first === undefined ? 'it is no sweep.' : `${first.message} ${first.fix}`}`,
    );
    return;
  }
  const { points, slots, excluded, total, longest, assumption } = result;
  const measurements = slots === points ? '' : ` in ${plural(slots, 'measurement')}`;
  const left = excluded > 0 ? `, ${excluded} left out by constraints` : '';
  const run = 'Run on...';
  const chosen = await window.showInformationMessage(
    `${plural(points, 'point')}${measurements}${left}: about ${formatDuration(total)}, at most ${formatDuration(longest)}. ${assumption}`,
    run,
  );
  if (chosen === run) await commands.executeCommand('edgewright.run', document);
}

async function explainCode(given: string | undefined): Promise<void> {
  const items = Object.entries(codes).map(([label, { meaning, kind }]) => ({
    label,
    description: kind,
    detail: meaning,
  }));
  const known = items.find(({ label }) => label === given);
  const chosen = known ?? (await window.showQuickPick(items, { title: 'Explain which code?', matchOnDetail: true }));
  if (chosen !== undefined) void window.showInformationMessage(`${chosen.label}: ${chosen.detail}`);
}
