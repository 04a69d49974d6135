// Works out the preview of a model in a thread of its own: the range over a large sweep takes seconds.
import { basename, dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { type PreviewInput, previewModel } from '@edgewright/core/sweep/preview.js';
import { hasErrors } from '@edgewright/schemas/diagnostic.js';
import type { Parameters } from '@edgewright/schemas/generated/record.js';
import { loadSweep, sourcesOf } from '@edgewright/workbench/sweep/load.js';
import type { ToPreviewView } from '../protocol.ts';

export interface PreviewTask {
  /** Of the document, as the editor keeps it. */
  readonly uri: string;
  readonly text: string;
  /** Path on the disk, which models of the user are relative to. */
  readonly path: string;
  readonly model: number;
  readonly parameters: Parameters;
}

void answer(workerData as PreviewTask);

async function answer(task: PreviewTask): Promise<void> {
  parentPort?.postMessage(await messageOf(task));
}

async function messageOf({ uri, text, path, model, parameters }: PreviewTask): Promise<ToPreviewView> {
  const { checked, artifacts } = await loadSweep(basename(path), dirname(path), text);
  const { sweep, diagnostics, points = [] } = checked;
  if (sweep === undefined || (points.length === 0 && hasErrors(diagnostics))) return { kind: 'invalid', diagnostics };
  const input: PreviewInput = {
    document: basename(path),
    sweep,
    files: await sourcesOf({ sweep: text, artifacts }),
    points,
  };
  // A model that was removed from the document while its preview was open.
  const place = Math.min(model, sweep.models.length - 1);
  return { kind: 'preview', uri, preview: previewModel(input, place, parameters) };
}
