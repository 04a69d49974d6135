// MicroPython's package, read where it is installed.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The two files of MicroPython's package. */
export interface PythonFiles {
  readonly text: string;
  readonly binary: Uint8Array;
}

export async function readPython(): Promise<PythonFiles> {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@micropython/micropython-webassembly-pyscript/micropython.mjs');
  const [text, binary] = await Promise.all([readFile(path, 'utf8'), readFile(path.replace(/mjs$/, 'wasm'))]);
  return { text, binary };
}
