// Inputs that a user gives to a model, as one file for a device.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeMessage } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { readBytes, unusable } from './cases.ts';
import { inputsOf } from './ports.ts';

export interface GivenInputs {
  readonly file: string;
  remove(): Promise<void>;
}

/**
 * Of a folder with `input_0.pb` .. as a data set of a test case has them, one for each input of the model. Rejects with
 * `file-unreadable` or `onnx-malformed`, and with `case-unusable` for a model without inputs.
 */
export async function writeInputs(model: OnnxModel, folder: string): Promise<GivenInputs> {
  const names = inputsOf(model).map(({ name = '' }) => name);
  if (names.length === 0) throw unusable('The model has no inputs.');
  const initializer = names.map((name, at) => ({
    ...decodeMessage('Tensor', readBytes(join(folder, `input_${at}.pb`))),
    name,
  }));
  const scratch = await mkdtemp(join(tmpdir(), 'edgewright-inputs-'));
  const file = join(scratch, 'inputs.onnx');
  await writeFile(file, encodeMessage('Model', { graph: { initializer } }));
  return { file, remove: () => rm(scratch, { recursive: true, force: true }) };
}
