// The repository's own files, for the tests of its rules.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const skipped = new Set(['node_modules', 'dist', '.git', 'artefacts']);

/** Paths below the root of all files that end so, in order; nothing installed or built. */
export function filesEnding(ending: string, folder = ''): string[] {
  const found: string[] = [];
  for (const entry of readdirSync(`${root}/${folder}`, { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && !skipped.has(entry.name) && path !== 'runs') found.push(...filesEnding(ending, path));
    else if (entry.isFile() && entry.name.endsWith(ending)) found.push(path);
  }
  return found.sort();
}

export function bytesOf(path: string): Buffer {
  return readFileSync(`${root}/${path}`);
}

export function textOf(path: string): string {
  return readFileSync(`${root}/${path}`, 'utf8');
}
