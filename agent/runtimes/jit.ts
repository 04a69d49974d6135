// Our own runtime: the graph compiler, whose programs become WebAssembly for the sizes and the engine at hand. It needs no
// package and no native build, so it runs wherever the agent does.
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Compiled, compileModel } from '@edgewright/core/graph/compile.js';
import { bytesOf } from '@edgewright/core/graph/graph.js';
import type { MemoryPlan } from '@edgewright/core/graph/passes/memory.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import type { Tensor as Value } from '@edgewright/core/graph/tensor.js';
import { type Executable, instantiate } from '@edgewright/core/graph/wasm/backend/executable.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { hasRelaxedVectors, hasVectors, type WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import manifest from '../package.json' with { type: 'json' };
import { describeSteps } from './describe.ts';
import { externalData } from './external.ts';
import { passesOf } from './level.ts';
import type { LoadOptions, ModelSource, Runtime, Session, Tensor } from './runtime.ts';

/**
 * One thread alone. Its `load` rejects with `runtime-refused` for more, and for a model with nodes that are not lowered.
 * @throws CodedError `runtime-unavailable` where the engine has no WebAssembly with vectors
 */
export function openJit(api: WebAssemblyApi | undefined): Runtime {
  if (api === undefined || !hasVectors(api)) throw noVectors();
  const target = { relaxed: hasRelaxedVectors(api), shared: false };
  return {
    name: 'jit',
    version: manifest.version,
    providers: [target.relaxed ? 'wasm-relaxed-simd' : 'wasm-simd'],
    async load(model, load) {
      if (load.threads !== 1) throw oneThread(load.threads);
      const { program, memory } = whole(await compile(model, load));
      const translated = translateProgram(program, memory, { target });
      return openSession(program, instantiate(api, program, translated), describeSteps(translated.steps));
    },
  };
}

async function compile(model: ModelSource, { optimization, dimensions }: LoadOptions): Promise<Compiled> {
  // Between passes a program is verified by tests: here it would be time of the load.
  const passes = { ...passesOf[optimization], verify: false };
  if (model.kind === 'bytes') return compileModel(decodeModel(model.bytes), dimensions, { passes });
  const external = externalData(dirname(model.path), model.external);
  return compileModel(decodeModel(await readFile(model.path)), dimensions, { passes, importing: { external } });
}

function whole({ program, memory, unsupported }: Compiled): { program: Program; memory: MemoryPlan } {
  if (program === undefined || memory === undefined || unsupported.length > 0) throw notLowered(unsupported);
  return { program, memory };
}

/** Inputs are copied in before an inference and outputs out after it, as onnxruntime does. */
function openSession(program: Program, executable: Executable, description: string): Session {
  const inputs = program.inputs.map(({ name, tensor }) => ({ name, ...program.tensors[tensor]! }));
  const outputs = program.outputs.map(({ name }) => name);
  let opened: Executable | undefined = executable;
  return {
    description,
    inputs: inputs.map(({ name, type, shape }) => ({ name, type, shape })),
    bind(given) {
      const bytes = inputs.map((input) => bytesFor(input, given.get(input.name)));
      return async () => {
        if (opened === undefined) throw new Error('the session is closed');
        const made = opened(bytes);
        return Object.fromEntries(outputs.map((name, at) => [name, fromValue(made(at))]));
      };
    },
    async close() {
      // The memory is the collector's once nothing holds it.
      opened = undefined;
    },
  };
}

function bytesFor(input: { name: string } & Omit<Value, 'data'>, given: Tensor | undefined): Uint8Array {
  const data = given?.data;
  const isFit = given?.type === input.type && ArrayBuffer.isView(data) && data.byteLength === bytesOf(input);
  if (!isFit) throw new TypeError(`input ${input.name} is not ${input.type} [${input.shape.join(', ')}]`);
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

const HalfArray = (globalThis as { readonly Float16Array?: new (buffer: ArrayBufferLike) => unknown }).Float16Array;

function fromValue({ type, shape, data }: Value): Tensor {
  const isHalf = type === 'float16' && HalfArray !== undefined;
  return { type, dims: shape, data: isHalf ? new HalfArray(data.buffer) : data };
}

function noVectors(): CodedError {
  return new CodedError(
    'runtime-unavailable',
    'jit cannot run on this device: its engine has no WebAssembly with vector instructions.',
    'Start the agent with a Node that has it and without --jitless, or sweep over ort.',
  );
}

function oneThread(threads: number): CodedError {
  return new CodedError(
    'runtime-refused',
    `jit runs on one thread and was asked for ${threads}.`,
    'Keep threads at 1 for it: execution.when with { threads: "runtime != \'jit\'" } and 1 as the first value.',
  );
}

/** Nodes that a message names: those behind the first often only follow from it. */
const named = 5;

function notLowered(unsupported: Compiled['unsupported']): CodedError {
  const nodes = unsupported.slice(0, named).map(({ node, op, reason }) => `${op} "${node.name}" (${reason})`);
  const rest = unsupported.length > named ? `, and ${unsupported.length - named} more` : '';
  return new CodedError(
    'runtime-refused',
    `jit does not execute nodes of the model: ${nodes.join(', ')}${rest}.`,
    'Sweep this model over ort or ort-web, or export it without these ops.',
  );
}
