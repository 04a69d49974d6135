// A model and the files with its weights under the names that it has for them, without copies: a runtime that opens a path maps
// what lies beside it, where handed over as bytes all of it would be in memory twice.
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathBeside } from '@edgewright/core/onnx/external.js';
import type { ModelFile } from './runtime.ts';

export interface Linked {
  readonly path: string;
  remove(): Promise<void>;
}

/**
 * Links in a folder of their own. Undefined where there can be none: a system without links for everybody, names that exclude
 * each other, or files in several folders, for onnxruntime follows links only within the folder that the model itself is in.
 * @param within Where the folder is made.
 */
export async function linkFiles({ path, external }: ModelFile, within = tmpdir()): Promise<Linked | undefined> {
  const model = resolve(path);
  const links = [...external].map(([name, file]) => ({ name: pathBeside(name), file: resolve(file) }));
  if (links.some(({ file }) => dirname(file) !== dirname(model))) return undefined;
  const folder = await makeFolder(within).catch(() => undefined);
  if (folder === undefined) return undefined;
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    for (const { name, file } of [{ name: modelName, file: model }, ...links]) {
      if (name === undefined) throw new Error('a name that leads out of the folder');
      const link = join(folder, name);
      await mkdir(dirname(link), { recursive: true });
      await symlink(file, link);
    }
    return { path: join(folder, modelName), remove };
  } catch {
    await remove();
    return undefined;
  }
}

const modelName = 'model.onnx';

async function makeFolder(within: string): Promise<string> {
  await mkdir(within, { recursive: true });
  return mkdtemp(join(within, 'edgewright-model-'));
}
