// Weights beside a model, read tensor by tensor, so that the file is never in memory as a whole.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ExternalData } from '@edgewright/core/onnx/data.js';

/**
 * @param names Files of `folder` that may be read; of others nothing is to be had.
 * @returns throws a system error where a file cannot be read, and a RangeError where it is too short
 */
export function externalData(folder: string, names: readonly string[]): ExternalData {
  return (location, offset, length) => {
    if (!names.includes(location)) return undefined;
    const file = openSync(join(folder, location), 'r');
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

/** A system reads less than 2 GiB with one call. */
const atOnce = 2 ** 30;
