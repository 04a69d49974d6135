// What a script is to the one who calls it, in either language and either tier.
import type { FieldValue } from '@edgewright/core/triggers/event.js';
import type { ScriptResultType } from '@edgewright/schemas/task-execution.js';

/** Row by row. */
export interface FlatTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array | Float64Array | readonly number[];
}

/** A firing as a script sees it, with its tensors apart. Values are those of JSON. */
export interface ScriptFiring {
  readonly task: string;
  readonly id: string;
  readonly time: number;
  readonly kind: 'match' | 'timeout';
  readonly key: FieldValue | null;
  readonly late: boolean;
  readonly events: readonly {
    readonly time: number;
    readonly event: string;
    readonly step: number;
    readonly fields: object;
  }[];
  readonly features: Readonly<Record<string, number>>;
  /** Events of the pipeline's window, with the fields that the pipeline gave them. */
  readonly window: readonly { readonly time: number; readonly event: string; readonly fields: object }[];
}

export type Tensors = Readonly<Record<string, FlatTensor>>;

/** Functions throw a CodedError, or reject with it: `task-script` with the script's own line, `task-memory`. */
export interface Script {
  /** Undefined where the script has no `prepare`. */
  readonly prepare: ((firing: ScriptFiring, tensors: Tensors) => Tensors | Promise<Tensors>) | undefined;
  /** Undefined: the script returned nothing. It may be promised. */
  run(firing: ScriptFiring, tensors: Tensors, outputs: Tensors): unknown;
}

/**
 * What a script may call. Strings alone pass, both ways: an object of the host would lead to the host. What comes back is why a
 * call was refused; the script's side throws it.
 */
export interface ScriptHost {
  emit(json: string): string | undefined;
  output(json: string): string | undefined;
  log(text: string): undefined;
}

export type OpenScript = (text: string, file: string, host: ScriptHost, memory: number) => Promise<Script>;

/**
 * What `run` or `output` gave, as its declared types: undefined where a value has another type. Names that are not declared are
 * left out.
 */
export function typed(value: unknown, type: ScriptResultType): FieldValue | number[] | string[] | undefined {
  if (type === 'number[]' || type === 'string[]') {
    const one = type === 'number[]' ? 'number' : 'string';
    return Array.isArray(value) && value.every((each) => typeof each === one) ? value : undefined;
  }
  return typeof value === type ? (value as FieldValue) : undefined;
}
