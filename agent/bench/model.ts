// A point's model as a runtime takes it.
import { mkdir, open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph, Input } from '@edgewright/core/graph/graph.js';
import { familyOf } from '@edgewright/core/models/families.js';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { encodeExternal, encodeModel, needsExternal } from '@edgewright/core/onnx/write.js';
import type { Point } from '@edgewright/schemas/generated/record.js';
import type { ModelFile, ModelSource } from '../runtimes/runtime.ts';
import { clearScratch, inScratch } from './scratch.ts';

export interface Model {
  readonly inputs: readonly Input[];
  /** Sizes of the symbolic dimensions of the user's own model. */
  readonly dimensions: ReadonlyMap<string, number>;
  /** Hands the bytes over and forgets them: beside the runtime's copy they would count twice. Once. */
  take(): ModelSource;
  /** Removes the files that were written for it. */
  discard(): Promise<void>;
}

/** Weights of more bytes than this go through a file, so that they are not in memory beside the runtime's copy. */
const inMemoryAtMost = 64 * 2 ** 20;

/** `file`: the user's model, for onnx. `scratch`: folder for what is too large to be made in memory. */
export async function makeModel(point: Point, file: ModelFile | undefined, scratch: string): Promise<Model> {
  const { family, parameters } = point.model;
  if (family === 'onnx') {
    if (file === undefined) throw new Error('an onnx point without its file');
    return openOnnx(point, file);
  }
  const graph = familyOf(family).build(parameters, point.execution.precision, point.seed);
  if (!needsExternal(graph, inMemoryAtMost)) {
    const bytes = encodeModel(graph);
    const source: ModelSource = { kind: 'bytes', bytes };
    return { inputs: graph.inputs, dimensions: new Map(), take: once(source), discard: async () => undefined };
  }
  const source = await writeFiles(graph, scratch);
  return { inputs: graph.inputs, dimensions: new Map(), take: once(source), discard: () => clearScratch(scratch) };
}

async function openOnnx({ model: { parameters, artifact = '' } }: Point, file: ModelFile): Promise<Model> {
  const onnx = inspectOnnx(await readFile(file.path), artifact);
  const dimensions = new Map(onnx.dimensions.map((name) => [name, Number(parameters[name])]));
  const source: ModelSource = { kind: 'file', ...file };
  return { inputs: onnx.inputsOf(parameters), dimensions, take: once(source), discard: async () => undefined };
}

async function writeFiles(graph: Graph, scratch: string): Promise<ModelSource> {
  const external = 'weights.bin';
  const path = join(scratch, 'model.onnx');
  const { model, data } = encodeExternal(graph, external);
  await inScratch(scratch, async () => {
    await mkdir(scratch, { recursive: true });
    await writeFile(path, model);
    const output = await open(join(scratch, external), 'w');
    try {
      for (const chunk of data) await output.writeFile(chunk);
    } finally {
      await output.close();
    }
  });
  return { kind: 'file', path, external: new Map([[external, join(scratch, external)]]) };
}

function once<T>(value: T): () => T {
  let kept: T | undefined = value;
  return () => {
    const given = kept;
    kept = undefined;
    if (given === undefined) throw new Error('taken twice');
    return given;
  };
}
