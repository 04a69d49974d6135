// What the views ask of the editor, whichever view asks: saving, copying, faults.
import { writeDurably } from '@edgewright/workbench/runs/durable.js';
import { env, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import type { Fault, SaveFormat } from '../../protocol.ts';
import { orTell } from '../fault.ts';

const formatNames: Readonly<Record<SaveFormat, string>> = { png: 'PNG picture', svg: 'SVG picture', csv: 'CSV table' };

/** Asks where, then writes. `folder` is where the dialog begins. */
export async function save(
  log: LogOutputChannel,
  folder: Uri | undefined,
  {
    name,
    format,
    content,
  }: { readonly name: string; readonly format: SaveFormat; readonly content: string | Uint8Array },
): Promise<void> {
  const base = folder ?? workspace.workspaceFolders?.[0]?.uri;
  const stem = name
    .replaceAll(/[^\w.-]+/g, '-')
    .replace(new RegExp(`\\.${format}$`), '')
    .slice(0, 80);
  const file = `${stem}.${format}`;
  const chosen = await window.showSaveDialog({
    ...(base !== undefined && { defaultUri: Uri.joinPath(base, file) }),
    filters: { [formatNames[format]]: [format] },
    title: `Save as ${formatNames[format]}`,
  });
  if (chosen === undefined) return;
  await orTell(log, async () => {
    if (chosen.scheme === 'file') await writeDurably(chosen.fsPath, content);
    else
      await workspace.fs.writeFile(chosen, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    window.setStatusBarMessage(`Saved ${workspace.asRelativePath(chosen)}`, 5_000);
  });
}

export async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('Copied', 2_000);
}

/** A view that failed by a bug says so here; the view itself stays. */
export function logFault(log: LogOutputChannel, view: string, { code, message, fix }: Fault): void {
  log.error(`the ${view} view failed [${code}]: ${message} ${fix}`);
}
