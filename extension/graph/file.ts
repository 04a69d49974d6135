// A model on the disk: its bytes, and those of tensors that lie in files beside it.
import { readFileSync, statSync } from 'node:fs';
import type { ExternalData } from '@edgewright/core/onnx/data.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { externalIn } from '@edgewright/workbench/graph/weights.js';
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

/** From files in the folder alone; undefined where there is no such part of a file: the rest of the model is shown without it. */
export function externalBeside(folder: string): ExternalData {
  const read = externalIn(folder);
  return (location, offset, length) => {
    try {
      return read(location, offset, length);
    } catch {
      return undefined;
    }
  };
}
