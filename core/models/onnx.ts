// The user's own ONNX file as a model: its symbolic dimensions, what it costs once they are bound, and its inputs.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Cost, Parameters } from '@edgewright/schemas/generated/record.js';
import { canonicalJson, fullHash } from '../canonical.ts';
import { type Count, countGraph } from '../graph/count.ts';
import type { Graph, Input } from '../graph/graph.ts';
import { elementTypes } from '../graph/shapes.ts';
import { decodeModel } from '../onnx/decode.ts';
import { externalLocations } from '../onnx/external.ts';
import type { OnnxModel, OnnxValueInfo } from '../onnx/messages.ts';
import { dimensionName, readGraph } from '../onnx/read.ts';
import { inputTypes } from './inputs.ts';

export interface OnnxSource {
  /** SHA-256 of the file; of a model `withWeights` one over all its files. */
  readonly artifact: string;
  /** Where it says that its weights lie, beside the file. */
  readonly locations: readonly string[];
  /** Names of the symbolic dimensions of its inputs, in order of appearance; one without a name is `<input>_<axis>`. */
  readonly dimensions: readonly string[];
  /** As the file has them: symbolic dimensions by name. */
  readonly inputs: readonly {
    readonly name: string;
    readonly type: string;
    readonly shape: readonly (number | string)[];
  }[];
  /** Exact where `partial` is empty, else a lower bound. The file's types count, whatever precision a sweep names. */
  cost(bindings: Parameters): Cost;
  /** Ops whose work or whose shapes behind them could not be counted. */
  partial(bindings: Parameters): readonly string[];
  /** The graph with its dimensions bound; weights stay in the file. */
  graphOf(bindings: Parameters): Graph;
  /** Types of the inputs; of ids that index a table, the table's size. */
  inputsOf(bindings: Parameters): readonly Input[];
}

/**
 * @param file The file's bytes, or the message in them.
 * @throws CodedError `onnx-malformed`, or `onnx-input` where an input is no tensor of numbers
 */
export function inspectOnnx(file: Uint8Array | OnnxModel, artifact: string): OnnxSource {
  const model = file instanceof Uint8Array ? decodeModel(file) : file;
  const inputs = realInputs(model);
  for (const input of inputs) refuseInput(input);
  const dimensions = new Set(inputs.flatMap(symbolsOf));
  const graphOf = (bindings: Parameters) =>
    readGraph(model, new Map([...dimensions].map((name) => [name, sizeOf(bindings, name)])));
  const counts = new Map<string, Count>();
  const countOf = (bindings: Parameters): Count => {
    const key = JSON.stringify([...dimensions].map((name) => bindings[name]));
    const count = counts.get(key) ?? countGraph(graphOf(bindings));
    counts.set(key, count);
    return count;
  };
  return {
    artifact,
    locations: externalLocations(model),
    dimensions: [...dimensions],
    inputs: inputs.map(({ name = '', type }) => ({
      name,
      type: elementTypes.get(type?.tensorType?.elemType ?? 0) ?? '',
      shape: (type?.tensorType?.shape?.dim ?? []).map(
        (dim, axis) => dimensionName(name, axis, dim) ?? Number(dim.dimValue),
      ),
    })),
    cost: (bindings) => countOf(bindings).cost,
    partial: (bindings) => countOf(bindings).partial,
    graphOf,
    inputsOf: (bindings) => graphOf(bindings).inputs,
  };
}

/** The same file with other weights is another model. @param sha256 Of the file at each of its locations, in their order. */
export function withWeights(source: OnnxSource, sha256: readonly string[]): OnnxSource {
  return sha256.length === 0 ? source : { ...source, artifact: fullHash(canonicalJson([source.artifact, ...sha256])) };
}

/** Files of old versions list their initializers among the inputs. */
function realInputs({ graph }: OnnxModel): readonly OnnxValueInfo[] {
  const stored = new Set(graph?.initializer?.map(({ name }) => name));
  return (graph?.input ?? []).filter(({ name }) => !stored.has(name));
}

function refuseInput({ name = '', type }: OnnxValueInfo): void {
  const element = elementTypes.get(type?.tensorType?.elemType ?? 0);
  if (type?.tensorType?.shape !== undefined && element !== undefined && inputTypes.has(element)) return;
  throw new CodedError(
    'onnx-input',
    `Input "${name}" of the model is no tensor of numbers with a known number of dimensions, so no inputs can be made for it.`,
    'Export a model whose inputs are tensors of numbers, with a shape each.',
  );
}

function symbolsOf({ name = '', type }: OnnxValueInfo): readonly string[] {
  const dims = type?.tensorType?.shape?.dim ?? [];
  return dims.flatMap((dim, axis) => dimensionName(name, axis, dim) ?? []);
}

function sizeOf(bindings: Parameters, name: string): number {
  const value = bindings[name];
  if (typeof value !== 'number') throw new TypeError(`dimension ${name} is ${String(value)}, not a number`);
  return value;
}
