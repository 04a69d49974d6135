// The model of a task: tensors by name in, tensors by name out. A model with symbolic dimensions is compiled for the sizes that
// come, when they come first.
import { readFile } from 'node:fs/promises';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { inspectOnnx, type OnnxSource } from '@edgewright/core/models/onnx.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { allBeside, externalLocations } from '@edgewright/core/onnx/external.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { ModelRuntime } from '@edgewright/schemas/deployment.js';
import type { LoadAutomatic } from '../../runtimes/automatic.ts';
import { firstLineOf } from '../../runtimes/first-line.ts';
import { openRuntime } from '../../runtimes/open.ts';
import type { Session, Tensor } from '../../runtimes/runtime.ts';
import type { Opening } from './messages.ts';
import type { FlatTensor } from './script.ts';
import { checkShape, fromRuntime, inputFault, toRuntime } from './tensors.ts';

export interface OpenModel {
  /** Outputs that are no numbers are left out. Rejects with `task-model`. */
  run(inputs: Readonly<Record<string, FlatTensor>>): Promise<Record<string, FlatTensor>>;
}

/** Sizes that sessions are kept for at once; the one used longest ago makes room. */
const mostSessions = 4;

/** @param onRuntime Hears on which runtime it is, whenever that is another than before. Rejects with `task-model`. */
export async function openModel(
  opening: Pick<Opening, 'data' | 'ortPath'> & { readonly model: NonNullable<Opening['model']> },
  onRuntime: (chosen: ModelRuntime) => void,
): Promise<OpenModel> {
  const { model } = opening;
  const message = decodeModel(await readFile(model.path));
  const file = { kind: 'file', path: model.path, external: filesBeside(message, model) } as const;
  const source = inspectOnnx(message, '');
  const load = await opened(opening);
  const sessions = new Map<string, Session>();
  let last: string | undefined;
  const sizes = knownSizes(source, model);
  // What has known sizes is loaded, and run once, before the first firing waits for it.
  if (source.dimensions.every((name) => sizes.has(name))) {
    const session = await sessionFor(sizes, false);
    try {
      await session.bind(makeInputs(source.inputsOf(Object.fromEntries(sizes)), 1) as ReadonlyMap<string, Tensor>)();
    } catch {
      // Made inputs need not suit a model: what is wrong with it is told by those that it is given.
    }
  }

  return {
    async run(given) {
      const sizes = new Map<string, number>();
      const tensors = new Map<string, Tensor>();
      for (const { name, type, shape } of source.inputs) {
        const input = given[name];
        if (input === undefined) throw inputFault(name, 'is not given');
        checkShape(name, shape, input, sizes);
        tensors.set(name, toRuntime(name, type, input));
      }
      const outputs = await (await sessionFor(sizes, true)).bind(tensors)();
      return Object.fromEntries(
        Object.entries(outputs).flatMap(([name, tensor]) => {
          const read = fromRuntime(tensor);
          return read === undefined ? [] : [[name, read]];
        }),
      );
    },
  };

  async function sessionFor(sizes: ReadonlyMap<string, number>, isAwaited: boolean): Promise<Session> {
    const key = [...sizes]
      .toSorted()
      .map(([name, size]) => `${name}=${size}`)
      .join();
    const known = sessions.get(key);
    sessions.delete(key);
    const session = known ?? (await loadFor(sizes, isAwaited));
    sessions.set(key, session);
    const [oldest] = sessions;
    if (sessions.size > mostSessions && oldest !== undefined) {
      sessions.delete(oldest[0]);
      await oldest[1].close();
    }
    return session;
  }

  async function loadFor(sizes: ReadonlyMap<string, number>, isAwaited: boolean): Promise<Session> {
    const { session, runtime, reason } = await load(file, sizes, isAwaited);
    if (runtime !== last) onRuntime({ runtime, reason });
    last = runtime;
    return session;
  }
}

/** Of symbolic dimensions by name: as the document says, else as the inputs that it makes have them. */
function knownSizes(
  { dimensions, inputs }: OnnxSource,
  { sizes, shapes }: Pick<NonNullable<Opening['model']>, 'sizes' | 'shapes'>,
): ReadonlyMap<string, number> {
  const made = inputs.flatMap(({ name, shape }) =>
    shape.flatMap((size, axis) => {
      const is = shapes[name]?.[axis];
      return typeof size === 'string' && is !== undefined ? [[size, is] as const] : [];
    }),
  );
  const known = new Map([...made, ...sizes]);
  return new Map(dimensions.flatMap((name) => (known.has(name) ? [[name, known.get(name)!]] : [])));
}

async function opened({ model, data, ortPath }: Parameters<typeof openModel>[0]): Promise<LoadAutomatic> {
  // The compiler is not to lie in the memory of what another runtime has.
  if (model.runtime === 'auto') return (await import('../../runtimes/automatic.ts')).openAutomatic({ data, ortPath });
  const name = model.runtime;
  const runtime = await openRuntime(name, 1, { path: ortPath }, data).catch(refused(name));
  return async (file, dimensions) => {
    const session = await runtime.load(file, { threads: 1, optimization: 'all', dimensions }).catch(refused(name));
    const parts = new Set(session.plan?.parts.map((part) => part.runtime) ?? [name]);
    return { session, runtime: [...parts].join(' + '), reason: `the task names ${name}` };
  };
}

function refused(name: string): (error: unknown) => never {
  return (error) => {
    throw new CodedError(
      'task-model',
      `${name} does not take the model: ${firstLineOf(error)}`,
      'Leave out `model.runtime`, or try the model with `edgewright explain`.',
    );
  };
}

/** Files with weights, by the names that the model has for them: only those that came with the task. Throws `task-model`. */
function filesBeside(
  message: OnnxModel,
  { file, files }: Pick<NonNullable<Opening['model']>, 'file' | 'files'>,
): ReadonlyMap<string, string> {
  return allBeside(file, externalLocations(message), files, (location) => {
    throw new CodedError(
      'task-model',
      `The model keeps weights in "${location}", which did not come with the task.`,
      'Deploy it again with a workbench that sends the files beside a model.',
    );
  });
}
