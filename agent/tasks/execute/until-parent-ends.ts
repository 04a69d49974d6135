// How a process is made to end with the one that started it, however that ends.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Of util-linux's setpriv. */
export const heldByParent = ['--pdeathsig', 'KILL'];

/** What comes before a command; nothing where the device has no setpriv. */
export function untilParentEnds(): readonly string[] {
  const setpriv = programIn('setpriv', process.env.PATH ?? '');
  return setpriv === undefined ? [] : [setpriv, ...heldByParent];
}

/** Path of a program in the folders of `path`; undefined where none has it. */
export function programIn(name: string, path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}
