// A model on several runtimes: its parts in order, each a session of its own, and what passes between them by name.
import type { InputInfo, Outputs, Session, Tensor } from './runtime.ts';

export interface SessionPart {
  readonly session: Session;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** @param outputs Of the whole model, in order: made by a part, or inputs of the model. */
export function joinSessions(
  parts: readonly SessionPart[],
  inputs: readonly InputInfo[],
  outputs: readonly string[],
  description: string,
): Session {
  return {
    description,
    inputs,
    bind(given) {
      // What reads the model's inputs alone is bound once, as a session of one runtime would be.
      const bound = parts.map(({ session, inputs: names }) =>
        names.every((name) => given.has(name)) ? session.bind(chosen(given, names)) : undefined,
      );
      return async () => {
        const values = new Map(given);
        for (const [at, part] of parts.entries()) {
          const run = bound[at] ?? part.session.bind(chosen(values, part.inputs));
          const made = await run();
          for (const name of part.outputs) values.set(name, carried(made[name]!));
        }
        return Object.fromEntries(outputs.map((name) => [name, values.get(name)!])) as Outputs;
      };
    },
    async close() {
      for (const { session } of parts) await session.close();
    },
  };
}

function chosen(values: ReadonlyMap<string, Tensor>, names: readonly string[]): ReadonlyMap<string, Tensor> {
  return new Map(names.map((name) => [name, values.get(name)!]));
}

/** float16 goes in as bit patterns, whatever it came out as. */
function carried(tensor: Tensor): Tensor {
  const { type, dims, data } = tensor;
  if (type !== 'float16' || !ArrayBuffer.isView(data) || data instanceof Uint16Array) return tensor;
  return { type, dims, data: new Uint16Array(data.buffer, data.byteOffset, data.byteLength / 2) };
}
