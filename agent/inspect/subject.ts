// The model under inspection: as file, as graph, as program, with inputs made for it.
import { readFile, stat } from 'node:fs/promises';
import { type Compiled, compileModel } from '@edgewright/core/graph/compile.js';
import type { Input, TensorType } from '@edgewright/core/graph/graph.js';
import type { Tensor } from '@edgewright/core/graph/tensor.js';
import { bytesOf } from '@edgewright/core/graph/wasm/backend/machine.js';
import { type InputTensor, makeInputs } from '@edgewright/core/models/inputs.js';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { readTensor } from '@edgewright/core/onnx/data.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { allBeside, pathBeside, withPlainLocations } from '@edgewright/core/onnx/external.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { externalData } from '../runtimes/external.ts';
import type { ModelFile } from '../runtimes/runtime.ts';
import type { InspectTask } from './messages.ts';

export interface Subject {
  /** As it came. */
  readonly file: ModelFile;
  /** It with plain locations, and the files at these. */
  readonly bytes: Uint8Array;
  readonly message: OnnxModel;
  readonly external: ReadonlyMap<string, string>;
  readonly dimensions: ReadonlyMap<string, number>;
  readonly compiled: Compiled;
  readonly inputs: ReadonlyMap<string, InputTensor>;
  /** Folder of the inspection alone. */
  readonly scratch: string;
  /** Index of the node that makes a value, by the value's name. */
  readonly makers: ReadonlyMap<string, number>;
}

/** Node reads no larger file at once, and protobuf allows no larger message. */
const mostBytes = 2 ** 31 - 1;

/**
 * @throws CodedError as `compileModel`, `inspectOnnx` and `readGiven`; `model-file` for a file of more than 2 GiB and for
 *   weights in a file that did not come
 */
export async function openSubject(task: InspectTask): Promise<Subject> {
  const { file: path, weights, sizes, seed, inputs: given, scratch } = task;
  const { size } = await stat(path);
  if (size > mostBytes) throw tooLarge(size);
  const read = new Uint8Array(await readFile(path));
  const model = decodeModel(read);
  const source = inspectOnnx(model, '');
  const own = allBeside('', source.locations, weights, withoutWeights);
  const message = withPlainLocations(model);
  const external = new Map([...own].map(([location, file]) => [pathBeside(location) ?? location, file]));
  const dimensions = new Map(Object.entries(sizes));
  const unbound = source.dimensions.find((name) => !dimensions.has(name));
  if (unbound !== undefined) throw noSize(unbound);
  // Between passes a program is verified by tests.
  const compiled = compileModel(message, dimensions, {
    passes: { verify: false },
    importing: { external: externalData(external) },
  });
  return {
    file: { path, external: own },
    bytes: message === model ? read : encodeMessage('Model', message),
    message,
    external,
    dimensions,
    compiled,
    scratch,
    inputs: new Map([...makeInputs(source.inputsOf(sizes), seed), ...(await readGiven(given, compiled.graph.inputs))]),
    makers: new Map(
      compiled.graph.nodes.flatMap(({ outputs }, index) => outputs.map((name) => [name, index] as const)),
    ),
  };
}

/** Throws `onnx-input` where one is no input of the model, or of another type or shape, and `onnx-malformed`. */
async function readGiven(path: string | null, inputs: readonly Input[]): Promise<readonly [string, InputTensor][]> {
  if (path === null) return [];
  const { graph } = decodeModel(new Uint8Array(await readFile(path)));
  return (graph?.initializer ?? []).map((message): [string, InputTensor] => {
    const { name = '' } = message;
    const input = inputs.find((each) => each.name === name);
    const tensor = readTensor(message);
    const fits = input?.type.type === tensor?.type && `${input?.type.shape}` === `${tensor?.shape}`;
    if (input === undefined || tensor === undefined || !fits) throw unfit(name, input, tensor);
    return [name, { type: tensor.type, dims: tensor.shape, data: tensor.data as InputTensor['data'] }];
  });
}

/** In the order of the program's inputs. */
export function inputBytes({ compiled, inputs }: Subject): readonly Uint8Array[] {
  return compiled.graph.inputs.map(({ name }) => bytesOf(inputs.get(name)!.data));
}

function tooLarge(size: number): CodedError {
  return new CodedError(
    'model-file',
    `The model cannot be inspected: its file has ${(size / 2 ** 30).toFixed(1)} GiB, and one message of ONNX ends at 2.`,
    'Export it with its weights in files beside it.',
  );
}

function withoutWeights(location: string): never {
  throw new CodedError(
    'model-file',
    `The model keeps weights in ${JSON.stringify(location)}, which did not come with it.`,
    'Ask with a workbench that sends the files beside a model.',
  );
}

function unfit(name: string, input: Input | undefined, tensor: Tensor | undefined): CodedError {
  const text = ({ type, shape }: TensorType): string => `${type} [${shape.join(', ')}]`;
  return new CodedError(
    'onnx-input',
    input === undefined
      ? `The model has no input "${name}".`
      : `Input "${name}" of the model is ${text(input.type)}, and was given as ${tensor === undefined ? 'another type' : text(tensor)}.`,
    'Give inputs of the names, types and shapes of the model, or none.',
  );
}

function noSize(name: string): CodedError {
  return new CodedError(
    'dimension-unbound',
    `A dimension of the model has no size: ${name}.`,
    'Give a size for each symbolic dimension of the model.',
  );
}
