// Weights beside a model, read tensor by tensor, so that the file is never in memory as a whole.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ExternalData } from '@edgewright/core/onnx/data.js';

/**
 * @param files By the names that the model has for them, as they are on this device: of others nothing is to be had.
 * @returns throws a system error where a file cannot be read, and a RangeError where it is too short
 */
export function externalData(files: ReadonlyMap<string, string>): ExternalData {
  return (location, offset, length) => {
    const path = files.get(location);
    if (path === undefined) return undefined;
    const file = openSync(path, 'r');
    try {
      // Before memory is taken: a model may claim any length.
      const isThere = Number.isSafeInteger(offset) && offset >= 0 && offset + length <= fstatSync(file).size;
      if (!isThere) throw tooShort(location, offset + length);
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const count = readSync(file, bytes, done, Math.min(length - done, atOnce), offset + done);
        if (count === 0) throw tooShort(location, offset + length);
        done += count;
      }
      return bytes;
    } finally {
      closeSync(file);
    }
  };
}

function tooShort(location: string, end: number): RangeError {
  return new RangeError(`${location} ends before byte ${end}`);
}

/** Of runtimes that take files as bytes. Rejects with a system error. */
export function readExternal(
  files: ReadonlyMap<string, string>,
): Promise<readonly { readonly path: string; readonly data: Uint8Array }[]> {
  return Promise.all([...files].map(async ([path, file]) => ({ path, data: await readWhole(file) })));
}

/** Node reads no file of 2 GiB and more by itself. */
async function readWhole(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    for (let done = 0; done < size; ) {
      const { bytesRead } = await file.read(bytes, done, Math.min(size - done, atOnce), done);
      if (bytesRead === 0) throw tooShort(path, size);
      done += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}

/** A system reads less than 2 GiB with one call. */
const atOnce = 2 ** 30;
