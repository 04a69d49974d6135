// Test cases of ONNX as folders: where they are, and what they hold.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Tensor } from '@edgewright/core/graph/tensor.js';
import { readTensor } from '@edgewright/core/onnx/data.js';
import { decodeMessage, decodeModel } from '@edgewright/core/onnx/decode.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { systemReason } from '../runs/durable.ts';

export interface Place {
  /** As the user would write it. */
  readonly name: string;
  readonly folder: string;
}

/** A tensor of a data set; undefined where the file holds something else, such as a sequence or strings. */
export type Given = Tensor | undefined;

export interface DataSet {
  readonly inputs: readonly Given[];
  readonly outputs: readonly Given[];
}

/** A folder with a case, or one that could not be searched. */
export interface Found {
  readonly place: Place;
  readonly error: CodedError | undefined;
}

/** Folders below the one that is named which are searched. */
const depth = 2;

/** Folders with a `model.onnx`, in order of their names: the folder itself, or those below it. Never empty. */
export function findCases(name: string, cwd: string): readonly Found[] {
  const top = { name, folder: resolve(cwd, name) };
  const found = search(top, depth);
  if (found.length > 0) return found;
  const message = `${name} holds no test case: there is no model.onnx in it or in folders up to ${depth} below it.`;
  const fix = 'Name a folder that holds model.onnx and test_data_set_0, or a folder of such folders.';
  return [{ place: top, error: new CodedError('case-unusable', message, fix) }];
}

function search(place: Place, left: number): readonly Found[] {
  try {
    const entries = readdirSync(place.folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    if (entries.some((entry) => entry.name === 'model.onnx')) return [{ place, error: undefined }];
    if (left === 0) return [];
    return entries.flatMap((entry) => (entry.isDirectory() ? search(within(place, entry.name), left - 1) : []));
  } catch (error) {
    return [{ place, error: unreadable(place.name, error) }];
  }
}

function within({ name, folder }: Place, entry: string): Place {
  return { name: join(name, entry), folder: join(folder, entry) };
}

/** @throws CodedError `file-unreadable`, `onnx-malformed` */
export function readModelFile(path: string): OnnxModel {
  return decodeModel(readBytes(path));
}

/** @throws CodedError `file-unreadable` */
export function readBytes(path: string): Uint8Array {
  try {
    const bytes = readFileSync(path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** Names of the data sets of a case, in order. @throws CodedError `file-unreadable`, `case-unusable` where there is none */
export function dataSetsOf({ name, folder }: Place): readonly Place[] {
  const sets = namesIn(folder)
    .filter((entry) => /^test_data_set_\d+$/.test(entry))
    .sort((a, b) => numberIn(a) - numberIn(b));
  if (sets.length === 0) throw unusable(`${name} has no data set.`);
  return sets.map((set) => within({ name, folder }, set));
}

/** @throws CodedError `file-unreadable`, `onnx-malformed`, `case-unusable` where a file is missing between others */
export function readDataSet(set: Place): DataSet {
  return { inputs: tensorsIn(set, 'input'), outputs: tensorsIn(set, 'output') };
}

function tensorsIn({ name, folder }: Place, prefix: string): readonly Given[] {
  const files = namesIn(folder).filter((file) => new RegExp(`^${prefix}_\\d+\\.pb$`).test(file));
  return Array.from({ length: files.length }, (_, at) => {
    const file = `${prefix}_${at}.pb`;
    if (!files.includes(file)) throw unusable(`${name} has no ${file}, but others after it.`);
    return readTensor(decodeMessage('Tensor', readBytes(join(folder, file))));
  });
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw unreadable(folder, error);
  }
}

function numberIn(name: string): number {
  return Number(name.slice(name.lastIndexOf('_') + 1));
}

export function unusable(message: string): CodedError {
  return new CodedError(
    'case-unusable',
    message,
    'A case holds model.onnx and test_data_set_0 with input_0.pb .. and output_0.pb .., one for each input and output.',
  );
}

function unreadable(name: string, error: unknown): CodedError {
  return new CodedError(
    'file-unreadable',
    `${name} cannot be read: ${systemReason(error)}.`,
    'Look whether the path is right; it is relative to the working folder.',
  );
}
