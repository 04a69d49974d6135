// Several runs set against each other: the analysis page over all of them.
import { basename } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { type Analyst, AnalystClosed } from '../../analyst/analyst.ts';
import type { FromRunView, ToRunView } from '../../protocol.ts';
import { orTell } from '../fault.ts';
import { type EditorOptions, faultOf } from './editor.ts';
import { copy, logFault, save } from './messages.ts';
import { OpenPanels } from './panels.ts';
import { shellOf, viewOptions } from './shell.ts';

const viewType = 'edgewright.comparison';

interface Saved {
  readonly folders: readonly string[];
}

export interface Comparisons {
  open(folders: readonly string[]): void;
  /** Brings them back after a reload of the window. */
  readonly restoring: Disposable;
}

export function comparisons(options: EditorOptions): Comparisons {
  const open = new OpenPanels<WebviewPanel>();
  const keyOf = (folders: readonly string[]): string => JSON.stringify(folders);
  const show = (panel: WebviewPanel, folders: readonly string[]): void => {
    open.add(keyOf(folders), panel, panel);
    showComparison(panel, folders, options);
  };
  return {
    open(folders) {
      const known = open.of(keyOf(folders));
      if (known !== undefined) return known.reveal();
      const panel = window.createWebviewPanel(viewType, titleOf(folders), ViewColumn.Active, {
        ...viewOptions(options.extension),
        retainContextWhenHidden: false,
      });
      show(panel, folders);
    },
    restoring: window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: unknown) {
        const { folders } = (state ?? {}) as Partial<Saved>;
        const isSaved = Array.isArray(folders) && folders.every((folder) => typeof folder === 'string');
        // A tab in the background is brought back when it is looked at: another panel may be there by then.
        if (!isSaved || open.of(keyOf(folders)) !== undefined) return panel.dispose();
        panel.webview.options = viewOptions(options.extension);
        show(panel, folders);
      },
    }),
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
