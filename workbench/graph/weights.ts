// Files beside a model of this machine that hold weights of it: which ones go with it to a device, and what is in them.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { ExternalData } from '@edgewright/core/onnx/data.js';
import { pathBeside, siblingOf } from '@edgewright/core/onnx/external.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { systemReason } from '../runs/durable.ts';

/**
 * Absolute paths of the files at the locations that a model names, by their paths as relative as `file`.
 * @param file The model as its document names it.
 * @param model Its absolute path.
 * @throws CodedError `model-file` where one leads out of the model's folder, or is no file that can be read
 */
export async function weightsBeside(
  file: string,
  model: string,
  locations: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const location of locations) {
    const beside = pathBeside(location);
    const fault =
      beside === undefined ? 'which is no path within its folder' : await faultOf(join(dirname(model), beside), model);
    if (beside === undefined || fault !== undefined)
      throw new CodedError(
        'model-file',
        `${file} keeps weights in ${JSON.stringify(location)}, ${fault}.`,
        'Put the file beside the model, or save the model as one, as with onnx.save_model(model, path).',
      );
    files.set(siblingOf(file, beside), join(dirname(model), beside));
  }
  return files;
}

/** Puts the name of the model before what is wrong with its file. */
export function naming(file: string): (error: unknown) => never {
  return (error) => {
    throw error instanceof CodedError ? new CodedError(error.code, `${file}: ${error.message}`, error.fix) : error;
  };
}

/**
 * Why a file with weights is not sent. A link to elsewhere could name any file of this machine; but stores of models have the
 * model and its weights as links into one folder.
 */
async function faultOf(weights: string, model: string): Promise<string | undefined> {
  try {
    const [real, folder, store] = await Promise.all([realpath(weights), realpath(dirname(model)), realpath(model)]);
    if (![folder, dirname(store)].some((inside) => real.startsWith(inside + sep)))
      return 'a link that leads out of its folder';
    return (await stat(real)).isFile() ? undefined : 'which is no file';
  } catch (error) {
    return `which cannot be read: ${systemReason(error)}`;
  }
}

/**
 * Tensors from files in the folder of a model, of which no more is read than is asked for; of others nothing is to be had.
 * @returns throws a CodedError `file-unreadable`, also where a file ends early
 */
export function externalIn(folder: string): ExternalData {
  return (location, offset, length) => {
    const beside = pathBeside(location);
    if (beside === undefined) return undefined;
    let file: number | undefined;
    try {
      file = openSync(join(folder, beside), 'r');
      // Before memory is taken: a model may claim any length.
      const isThere = Number.isSafeInteger(offset) && offset >= 0 && offset + length <= fstatSync(file).size;
      if (!isThere) throw unreadable(location, `it ends before byte ${offset + length}`);
      const bytes = new Uint8Array(length);
      for (let done = 0; done < length; ) {
        const count = readSync(file, bytes, done, Math.min(length - done, atOnce), offset + done);
        if (count === 0) throw unreadable(location, `it ends before byte ${offset + length}`);
        done += count;
      }
      return bytes;
    } catch (error) {
      throw error instanceof CodedError ? error : unreadable(location, systemReason(error));
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };
}

/** A system reads less than 2 GiB with one call. */
const atOnce = 2 ** 30;

function unreadable(location: string, reason: string): CodedError {
  return new CodedError(
    'file-unreadable',
    `The weights in ${location} cannot be read: ${reason}.`,
    'Put the file beside the model, as it was when the model was saved.',
  );
}
