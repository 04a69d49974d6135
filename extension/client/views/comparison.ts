// Several runs set against each other: the analysis page over all of them.
import { basename } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type Disposable, Uri, ViewColumn, type WebviewPanel } from 'vscode';
import { type Analyst, AnalystClosed } from '../../analyst/analyst.ts';
import type { FromRunView, ToRunView } from '../../protocol.ts';
import { orTell } from '../fault.ts';
import { type EditorOptions, faultOf } from './editor.ts';
import { copy, logFault, save } from './messages.ts';
import { Panels } from './panels.ts';
import { shellOf } from './shell.ts';

const viewType = 'edgewright.comparison';

export interface Comparisons {
  open(folders: readonly string[]): void;
  /** Brings them back after a reload of the window. */
  readonly restoring: Disposable;
}

export function comparisons(options: EditorOptions): Comparisons {
  const panels = new Panels<readonly string[], WebviewPanel>({
    viewType,
    extension: options.extension,
    keyOf: (folders) => JSON.stringify(folders),
    read: ({ folders }) =>
      Array.isArray(folders) && folders.every((folder) => typeof folder === 'string') ? folders : undefined,
    make(panel, folders) {
      showComparison(panel, folders, options);
      return panel;
    },
  });
  return {
    open(folders) {
      const known = panels.of(folders);
      if (known !== undefined) return known.reveal();
      panels.open(folders, titleOf(folders), ViewColumn.Active);
    },
    restoring: panels.restoring,
  };
}

function showComparison(panel: WebviewPanel, folders: readonly string[], options: EditorOptions): void {
  const { extension, analyse, log } = options;
  let analyst: Analyst | undefined;
  const post = (message: ToRunView) => void panel.webview.postMessage(message);
  const answer = async ({ id, ask }: FromRunView & { kind: 'ask' }) => {
    analyst ??= analyse(folders);
    try {
      post({ kind: 'answer', id, answer: await analyst.ask(ask) });
    } catch (error) {
      if (error instanceof AnalystClosed) return;
      if (!(error instanceof CodedError)) log.error(`comparing runs: ${String(error)}`);
      post({ kind: 'refused', id, fault: faultOf(error) });
    }
  };
  const hear = async (message: FromRunView): Promise<void> => {
    switch (message.kind) {
      case 'ready':
        return post({ kind: 'opened', run: faceOf(folders), page: 'analysis' });
      case 'ask':
        return answer(message);
      case 'save':
        return save(log, Uri.file(folders[0] ?? ''), message);
      case 'copy':
        return copy(message.text);
      case 'failed':
        return logFault(log, 'comparison', message.fault);
      default:
    }
  };
  panel.webview.onDidReceiveMessage((message: FromRunView) => void orTell(log, () => hear(message)));
  panel.onDidDispose(() => void analyst?.close());
  panel.webview.html = shellOf(panel.webview, extension, 'run', titleOf(folders));
}

/** The page keeps `folders` as its state, which the editor hands back after a reload. */
function faceOf(folders: readonly string[]) {
  return {
    id: folders.join('\n'),
    name: titleOf(folders),
    description: '',
    started: '',
    folder: folders.join('\n'),
    devices: [],
    isFollowed: false,
    isOver: true,
    folders,
  };
}

function titleOf(folders: readonly string[]): string {
  return folders.length === 2 ? folders.map((folder) => nameOf(folder)).join(' and ') : `${folders.length} runs`;
}

/** "2026-01-02T030405Z-quick-x3k9ab" -> "quick-x3k9ab" */
function nameOf(folder: string): string {
  return basename(folder).replace(/^[\dT-]+Z-/, '');
}
