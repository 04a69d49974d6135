// The JavaScript that stands between the host and a script, in V8 and in QuickJS alike: it runs where the script runs, and
// hands nothing but strings, numbers and buffers over.

/**
 * Calls of the host: `__emit`, `__output`, `__log`, each with a string; what comes back is why it was refused. Calls by the host: `__call(name, json, buffers)`, which
 * gives `[json, buffers]`; a tensor is `{shape, at}` in the JSON and its values are the float32 of `buffers[at]`.
 */
export const moduleText = `
const { __emit: emit, __output: give, __log: write } = globalThis;
const text = (value) => (typeof value === 'string' ? value : JSON.stringify(value) ?? String(value));
const taken = (refusal) => { if (refusal !== undefined) throw new Error(refusal); };
export const events = { emit(event, fields = {}) { taken(emit(JSON.stringify({ event, fields }))); } };
export function output(results) { taken(give(JSON.stringify(results))); }
export function log(...values) { write(values.map(text).join(' ')); }
`;

/** A function of the script's module that makes `__call`. Buffers are copied: those of the host would lead to the host. */
export const callText = `
(script) => {
  const take = (json, buffers) => JSON.parse(json, (_, value) =>
    value !== null && typeof value === 'object' && typeof value.at === 'number' && Array.isArray(value.shape)
      ? { shape: value.shape, data: new Float32Array(new Float32Array(buffers[value.at])) }
      : value);
  const tensors = (given) => {
    const buffers = [];
    const named = Object.entries(given).map(([name, tensor]) => {
      const { shape, data } = tensor ?? {};
      if (!Array.isArray(shape) || typeof data?.length !== 'number')
        throw new TypeError('prepare gives "' + name + '" without shape and data');
      buffers.push(Float32Array.from(data).buffer);
      return [name, { shape, at: buffers.length - 1 }];
    });
    return [JSON.stringify(Object.fromEntries(named)), buffers];
  };
  return (name, json, buffers) => {
    const [firing, outputs] = take(json, buffers);
    if (name === 'prepare') return tensors(script.prepare(firing) ?? {});
    const result = script.run(firing, outputs);
    if (result !== null && typeof result?.then === 'function') throw new TypeError('run gives a promise; a script has nothing to wait for');
    return [JSON.stringify(result ?? null), []];
  };
}
`;

export interface Packed {
  readonly json: string;
  readonly buffers: readonly ArrayBuffer[];
}

/** `values` with every tensor of them apart. */
export function packed(values: readonly unknown[]): Packed {
  const buffers: ArrayBuffer[] = [];
  const json = JSON.stringify(values, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('shape' in value) || !('data' in value)) return value;
    const { shape, data } = value as { shape: readonly number[]; data: ArrayLike<number> };
    buffers.push(Float32Array.from(data).buffer);
    return { shape, at: buffers.length - 1 };
  });
  return { json, buffers };
}

export function unpackedTensors(
  json: string,
  buffers: readonly ArrayBuffer[],
): Record<string, { shape: number[]; data: Float32Array }> {
  const named = JSON.parse(json) as Record<string, { shape: number[]; at: number }>;
  return Object.fromEntries(
    Object.entries(named).map(([name, { shape, at }]) => [name, { shape, data: new Float32Array(buffers[at]!) }]),
  );
}
