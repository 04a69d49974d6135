// Our own runtime: the graph compiler, whose programs become WebAssembly for the sizes and the engine at hand. It needs no
// package and no native build, so it runs wherever the agent does.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { type Compiled, compileGraph, compileModel } from '@edgewright/core/graph/compile.js';
import { bytesOf } from '@edgewright/core/graph/graph.js';
import type { MemoryPlan } from '@edgewright/core/graph/passes/memory.js';
import { type Program, typedPorts } from '@edgewright/core/graph/program/program.js';
import type { Rates } from '@edgewright/core/graph/search/calibration.js';
import { type Choices, planKernels } from '@edgewright/core/graph/search/kernels.js';
import type { Tensor as Value } from '@edgewright/core/graph/tensor.js';
import { type Executable, instantiate, instantiateShared } from '@edgewright/core/graph/wasm/backend/executable.js';
import { plainChoices } from '@edgewright/core/graph/wasm/backend/plain.js';
import { translateProgram } from '@edgewright/core/graph/wasm/backend/program.js';
import { isWorthSharing } from '@edgewright/core/graph/wasm/backend/sharing.js';
import { hasRelaxedVectors, hasVectors, type WebAssemblyApi } from '@edgewright/core/graph/wasm/engine.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import manifest from '../package.json' with { type: 'json' };
import { deviceCalibration } from './calibration.ts';
import { describeSteps, figuresOf } from './describe.ts';
import { externalData } from './external.ts';
import { longestKernels } from './kernels.ts';
import { optimisationsOf } from './level.ts';
import { notLowered, openPlanned, type PlanningOptions } from './planned.ts';
import type { LoadOptions, ModelSource, Runtime, Session, Tensor } from './runtime.ts';
import { startThreads, type Threads } from './threads.ts';

export interface JitOptions extends PlanningOptions {
  /** Work from which on threads share a call, whatever the model: see `cutsOf`. Left out, they do where it pays. */
  readonly leastWork?: number;
  /** Milliseconds: see `lead`. */
  readonly patience?: number;
  /** Module run as each thread beside the caller's. */
  readonly thread?: URL;
}

/**
 * Its `load` rejects with `runtime-refused` for a model with nodes that neither it nor another runtime executes, and where
 * threads do not start.
 * @throws CodedError `runtime-unavailable` where the engine has no WebAssembly with vectors
 */
export function openJit(api: WebAssemblyApi | undefined, options: JitOptions = {}): Runtime {
  if (api === undefined || !hasVectors(api)) throw noVectors();
  const relaxed = hasRelaxedVectors(api);
  const { data: folder, calibrate = deviceCalibration } = options;
  /** Of the device, once it is prepared; without them kernels are chosen by rules. */
  let rates: Rates | undefined;
  /** A model is loaded for many sizes. */
  const digests = new Map<string, string>();

  const choicesFor = (program: Program, { optimization, ablation, threads }: LoadOptions): Choices =>
    optimisationsOf(optimization, ablation).search
      ? planKernels(program, rates, threads).choices
      : plainChoices(program);

  const open = async (compiled: Compiled, load: LoadOptions): Promise<Session> => {
    const { program, memory } = whole(compiled);
    const { leastWork } = options;
    const isShared = load.threads > 1 && (leastWork !== undefined || isWorthSharing(program, load.threads));
    const sharing = isShared ? { threads: load.threads, leastWork } : undefined;
    // They come up while this one translates.
    const threads = sharing && startThreads(sharing.threads - 1, options.thread);
    try {
      const choices = choicesFor(program, load);
      const target = { relaxed, shared: isShared };
      const translated = translateProgram(program, memory, { target, sharing, choices });
      const executable =
        threads === undefined
          ? instantiate(api, program, translated)
          : await together(threads, instantiateShared(api, program, translated, options.patience));
      return {
        ...openSession(program, executable, async () => threads?.close()),
        description: describeSteps(translated.steps),
        program: figuresOf(compiled, program, memory, translated.steps),
      };
    } catch (error) {
      await threads?.close();
      throw error;
    }
  };

  return {
    name: 'jit',
    version: manifest.version,
    providers: [relaxed ? 'wasm-relaxed-simd' : 'wasm-simd'],
    async prepare() {
      if (folder === undefined || rates !== undefined) return;
      rates = (await calibrate({ folder, api, others: [], threads: 1 })).runtimes.jit;
    },
    async load(model, load) {
      const compiled = await compile(model, load);
      if (isWhole(compiled) && load.mixed !== true) return open(compiled, load);
      return openPlanned(compiled, load, {
        ...options,
        api,
        open: (part) => open(part, load),
        recompile: (graph) => compileGraph(graph, { passes: switchesOf(load) }),
        identity: () => identityOf(model, load, digests),
      });
    },
    async profile(model, load, inputs) {
      const compiled = await compile(model, load);
      if (!isWhole(compiled)) return [];
      const { program } = whole(compiled);
      const bytes = program.inputs.map(({ name, tensor }) =>
        bytesFor({ name, ...program.tensors[tensor]! }, inputs.get(name)),
      );
      return longestKernels(api, { program, choices: choicesFor(program, { ...load, threads: 1 }) }, bytes);
    },
  };
}

/** Between passes a program is verified by tests: here it would be time of the load. */
function switchesOf({ optimization, ablation }: LoadOptions) {
  const { search: _, ...switches } = optimisationsOf(optimization, ablation);
  return { ...switches, verify: false };
}

/** Of the model's bytes and all that a program depends on beside them. @param digests Of files as they were, by their state. */
async function identityOf(
  model: ModelSource,
  { optimization, ablation, dimensions }: LoadOptions,
  digests: Map<string, string>,
): Promise<string> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([optimization, ablation ?? '', [...(dimensions ?? [])]]));
  if (model.kind === 'bytes') hash.update(model.bytes);
  else {
    const state = await stateOf(model.path);
    const digest =
      digests.get(state) ??
      createHash('sha256')
        .update(await readFile(model.path))
        .digest('hex');
    digests.set(state, digest);
    hash.update(digest);
  }
  for (const [name, path] of model.external ?? []) hash.update(JSON.stringify([name, await stateOf(path)]));
  return hash.digest('hex');
}

async function stateOf(path: string): Promise<string> {
  const { size, mtimeMs } = await stat(path);
  return JSON.stringify([path, size, mtimeMs]);
}

async function compile(model: ModelSource, load: LoadOptions): Promise<Compiled> {
  const { dimensions } = load;
  const passes = switchesOf(load);
  const external = externalData(model.external ?? new Map());
  const bytes = model.kind === 'bytes' ? model.bytes : await readFile(model.path);
  return compileModel(decodeModel(bytes), dimensions, { passes, importing: { external } });
}

function isWhole({ program, unsupported }: Compiled): boolean {
  return program !== undefined && unsupported.length === 0;
}

function whole({ program, memory, unsupported }: Compiled): { program: Program; memory: MemoryPlan } {
  if (program === undefined || memory === undefined || unsupported.length > 0) throw notLowered(unsupported);
  return { program, memory };
}

async function together(
  threads: Threads,
  { executable, share }: ReturnType<typeof instantiateShared>,
): Promise<Executable> {
  await threads.join(share);
  return (inputs) => {
    const fault = threads.fault();
    if (fault !== undefined) throw fault;
    return executable(inputs);
  };
}

/** Inputs are copied in before an inference and outputs out after it, as onnxruntime does. */
function openSession(
  program: Program,
  executable: Executable,
  end: () => Promise<void>,
): Omit<Session, 'description' | 'program'> {
  const inputs = typedPorts(program, program.inputs);
  const outputs = program.outputs.map(({ name }) => name);
  let opened: Executable | undefined = executable;
  return {
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
      await end();
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
