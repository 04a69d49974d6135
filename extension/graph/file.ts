// A model on the disk: its bytes, and those of tensors that lie in files beside it.
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { ExternalData } from '@edgewright/core/onnx/data.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { systemReason } from '@edgewright/workbench/runs/durable.js';

/** Node reads no larger file at once, and protobuf allows no larger message. */
const mostBytes = 2 ** 31 - 1;

/** @throws CodedError `file-unreadable` */
export function readModelBytes(path: string): Uint8Array {
  try {
    const { size } = statSync(path);
    if (size > mostBytes) {
      throw new CodedError(
        'file-unreadable',
        `${path} has ${(size / 2 ** 30).toFixed(1)} GiB; an ONNX file has 2 GiB at most.`,
        'Export the model with its weights as external data, in a file beside it.',
      );
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CodedError) throw error;
    throw new CodedError(
      'file-unreadable',
      `${path} cannot be read: ${systemReason(error)}.`,
      'Look whether the file is there and may be read, then open it again.',
    );
  }
}

/** From files in the folder alone; undefined where there is no such part of a file. */
export function externalBeside(folder: string): ExternalData {
  return (location, offset, length) => {
    const path = resolve(folder, location);
    if (!path.startsWith(resolve(folder) + sep)) return undefined;
    let file: number | undefined;
    try {
      file = openSync(path, 'r');
      // Looked at before anything is allocated: a file may claim any length.
      const isThere = Number.isSafeInteger(offset) && offset >= 0 && offset + length <= fstatSync(file).size;
      if (!isThere) return undefined;
      const bytes = new Uint8Array(length);
      for (let read = 0; read < length; ) {
        const more = readSync(file, bytes, read, Math.min(length - read, mostBytes), offset + read);
        if (more === 0) return undefined;
        read += more;
      }
      return bytes;
    } catch {
      return undefined;
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };
}
