// A task document with the files that it names, as they travel to a device.
import { existsSync } from 'node:fs';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { hashFile } from '../devices/artifact.ts';
import { besideFile } from '../devices/target.ts';
import type { RunArtifact } from '../runs/folder.ts';
import { type FactsReader, modelFiles } from './model.ts';

export interface TaskPackage {
  /** YAML, as the user wrote it. */
  readonly document: string;
  /** The model with its weights, the script and recordings to be replayed, by their paths from the document. */
  readonly artifacts: Readonly<Record<string, RunArtifact>>;
}

/** `path` is where the document stands, absolute. Throws `file-unreadable`, and as `modelFiles`. */
export async function packTask(
  document: string,
  { model, script, sources }: Pick<ResolvedTask, 'model' | 'script' | 'sources'>,
  path: string,
  read?: FactsReader,
): Promise<TaskPackage> {
  const artifacts: Record<string, RunArtifact> = {};
  // A recording that is not here is meant to be on the device.
  const replayed = sources.flatMap((source) =>
    source.kind === 'replay' && existsSync(besideFile(source.path, path)) ? source.path : [],
  );
  const files = new Map(model && (await modelFiles(model.file, path, read)).files);
  for (const named of script === undefined ? replayed : [script.file, ...replayed])
    files.set(named, besideFile(named, path));
  for (const [named, file] of files) artifacts[named] = { file, sha256: await hashFile(file, named) };
  return { document, artifacts };
}
