// The model of a task as it lies on this machine: whether it can be read, and the files beside it that hold its weights.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { placeFindings } from '@edgewright/core/sweep/check.js';
import { checkPorts, type ModelPorts } from '@edgewright/core/task/ports.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { naming, weightsBeside } from '../graph/weights.ts';
import { systemReason } from '../runs/durable.ts';

export interface ModelFacts extends ModelPorts {
  /** Where it says that its weights lie. */
  readonly locations: readonly string[];
}

/** Undefined where there is no file. Rejects with a system error, or a CodedError where the file is no model. */
export type FactsReader = (path: string) => Promise<ModelFacts | undefined>;

/** Reads the whole file. */
export async function readModelFacts(path: string): Promise<ModelFacts> {
  const message = decodeModel(await readFile(path));
  const { inputs, locations } = inspectOnnx(message, '');
  const outputs = message.graph?.output?.map(({ name = '' }) => name) ?? [];
  return { locations, inputs, outputs };
}

/**
 * What is wrong with the files of the model, and with what the task makes of it, at their places in the document. `path` is
 * where that stands, absolute. Empty without a model.
 */
export async function checkModelFiles(
  text: string,
  task: Pick<ResolvedTask, 'model' | 'script' | 'pipeline'>,
  path: string,
  read?: FactsReader,
): Promise<readonly Diagnostic[]> {
  if (task.model === undefined) return [];
  try {
    const { facts } = await modelFiles(task.model.file, path, read);
    return placeFindings(text, checkPorts(task, facts));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { code, message, fix } = error;
    return placeFindings(text, [{ code, severity: 'error', path: ['model', 'file'], message, fix }]);
  }
}

/**
 * The model and all files beside it that hold its weights, by their paths as a device knows them: relative to the document, as
 * `file` is. Throws `model-file`, `onnx-malformed` and `onnx-input`.
 */
export async function modelFiles(
  file: string,
  path: string,
  read: FactsReader = readModelFacts,
): Promise<{ readonly files: ReadonlyMap<string, string>; readonly facts: ModelFacts }> {
  const model = resolve(dirname(path), file);
  const facts = await read(model)
    .catch(naming(file))
    .catch((error: unknown) => {
      throw error instanceof CodedError ? error : unreadable(file, systemReason(error));
    });
  if (facts === undefined) throw unreadable(file, 'there is no such file');
  const files = new Map([[file, model]]);
  for (const [path, weights] of await weightsBeside(file, model, facts.locations)) files.set(path, weights);
  return { files, facts };
}

function unreadable(file: string, reason: string): CodedError {
  return new CodedError(
    'model-file',
    `${file} cannot be read: ${reason}.`,
    'Correct the path; it is relative to the document.',
  );
}
