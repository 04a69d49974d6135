// The model of a task: tensors by name in, tensors by name out. A model with symbolic dimensions is compiled for the sizes that
// come, when they come first.
import { readFile } from 'node:fs/promises';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { inspectOnnx } from '@edgewright/core/models/onnx.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { dataLocations } from '@edgewright/core/onnx/messages.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { openRuntime } from '../../runtimes/open.ts';
import type { Runtime, Session, Tensor } from '../../runtimes/runtime.ts';
import type { Opening } from './messages.ts';
import type { FlatTensor } from './script.ts';

export interface OpenModel {
  /** Rejects with `task-model`. */
  run(inputs: Readonly<Record<string, FlatTensor>>): Promise<Record<string, FlatTensor>>;
}

/** Sizes that sessions are kept for at once; the one used longest ago makes room. */
const mostSessions = 4;

/** Runtimes of `auto` in order of preference: the first that takes the model. */
const automatic = ['jit', 'ort', 'ort-web'] as const;

/** Rejects with `task-model`. */
export async function openModel(
  opening: Opening & { readonly model: NonNullable<Opening['model']> },
): Promise<OpenModel> {
  const { model, data, ortPath } = opening;
  const message = decodeModel(await readFile(model.path));
  const beside = message.graph?.initializer?.find(({ dataLocation }) => dataLocation === dataLocations.external);
  if (beside !== undefined) throw notWhole(beside.name);
  const source = inspectOnnx(message, '');
  const names = model.runtime === 'auto' ? automatic : [model.runtime];
  const sessions = new Map<string, Session>();
  const runtimes: Runtime[] = [];
  // What has known sizes is loaded, and run once, before the first firing waits for it.
  if (source.dimensions.every((name) => model.sizes.has(name))) {
    const session = await sessionFor(new Map(source.dimensions.map((name) => [name, model.sizes.get(name)!])));
    await session.bind(
      makeInputs(source.inputsOf(Object.fromEntries(model.sizes)), 1) as ReadonlyMap<string, Tensor>,
    )();
  }

  return {
    async run(given) {
      const sizes = new Map<string, number>();
      const tensors = new Map<string, Tensor>();
      for (const { name, type, shape } of source.inputs) {
        const input = given[name];
        if (input === undefined) throw inputFault(name, 'is not given');
        checkShape(name, shape, input, sizes);
        tensors.set(name, { type, dims: input.shape, data: converted(name, type, input.data) });
      }
      const outputs = await (await sessionFor(sizes)).bind(tensors)();
      return Object.fromEntries(
        Object.entries(outputs).map(([name, { dims, data: values }]) => [
          name,
          { shape: [...dims], data: flat(values) },
        ]),
      );
    },
  };

  async function sessionFor(sizes: ReadonlyMap<string, number>): Promise<Session> {
    const key = [...sizes]
      .toSorted()
      .map(([name, size]) => `${name}=${size}`)
      .join();
    const known = sessions.get(key);
    sessions.delete(key);
    const session = known ?? (await load(sizes));
    sessions.set(key, session);
    const [oldest] = sessions;
    if (sessions.size > mostSessions && oldest !== undefined) {
      sessions.delete(oldest[0]);
      await oldest[1].close();
    }
    return session;
  }

  async function load(dimensions: ReadonlyMap<string, number>): Promise<Session> {
    const reasons: string[] = [];
    for (const [at, name] of names.entries()) {
      try {
        runtimes[at] ??= await openRuntime(name, 1, { path: ortPath }, data);
        const file = { kind: 'file', path: model.path, external: [] } as const;
        return await runtimes[at].load(file, { threads: 1, optimization: 'all', dimensions });
      } catch (error) {
        const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
        reasons.push(`${name}: ${reason}`);
      }
    }
    throw new CodedError(
      'task-model',
      `No runtime takes the model. ${reasons.join(' ')}`,
      'Try the model with `edgewright explain`, or name another runtime under `model.runtime`.',
    );
  }
}

/** A deployment carries one file for a model. */
function notWhole(tensor = ''): CodedError {
  return new CodedError(
    'task-model',
    `The model keeps weights in another file ("${tensor}"), and a task has its model in one.`,
    'Save it as a single file, as with onnx.save_model(model, path, save_as_external_data=False).',
  );
}

function checkShape(
  name: string,
  shape: readonly (number | string)[],
  { shape: given, data }: FlatTensor,
  sizes: Map<string, number>,
): void {
  const fits =
    shape.length === given.length &&
    shape.every((size, axis) => {
      const is = given[axis]!;
      if (typeof size === 'number') return size === is;
      const known = sizes.get(size);
      if (known === undefined) sizes.set(size, is);
      return known === undefined || known === is;
    });
  if (!fits) throw inputFault(name, `is [${given.join(', ')}], and the model wants [${shape.join(', ')}]`);
  const count = given.reduce((product, size) => product * size, 1);
  if (count !== data.length) throw inputFault(name, `has ${data.length} values for the shape [${given.join(', ')}]`);
}

function inputFault(name: string, what: string): CodedError {
  return new CodedError(
    'task-model',
    `The input "${name}" of the model ${what}.`,
    'Return it from `prepare`, or give it under `pipeline.tensors`, by its name and shape in the model.',
  );
}

function converted(name: string, type: string, data: ArrayLike<number>): unknown {
  switch (type) {
    case 'float32':
      return data instanceof Float32Array ? data : Float32Array.from(data);
    case 'float64':
      return Float64Array.from(data);
    case 'int32':
      return Int32Array.from(data);
    case 'int64':
      return BigInt64Array.from(data, (value) => BigInt(Math.round(value)));
    case 'uint8':
      return Uint8Array.from(data);
    case 'int8':
      return Int8Array.from(data);
    case 'bool':
      return Uint8Array.from(data, (value) => (value === 0 ? 0 : 1));
    default:
      throw inputFault(name, `is ${type}, which tasks cannot give`);
  }
}

function flat(data: unknown): Float64Array | Float32Array {
  if (data instanceof Float32Array) return data;
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float64Array.from(data, Number);
  return Float64Array.from(data as ArrayLike<number>);
}
