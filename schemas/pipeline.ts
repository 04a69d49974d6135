// A pipeline as it is executed: of a task document with every default filled in.
import type { Expression } from './expression.ts';

export interface Pipeline {
  readonly events: readonly string[];
  readonly key: string | undefined;
  readonly filter: Expression | undefined;
  readonly joins: readonly Join[];
  readonly maps: readonly { readonly name: string; readonly value: Expression }[];
  /** Undefined: the events of the firing. */
  readonly window: Window | undefined;
  readonly features: readonly Feature[];
  readonly tensors: readonly Tensor[];
  /** Events kept of a key. */
  readonly limit: number;
}

export interface Join {
  readonly name: string;
  readonly event: string;
  readonly on: string;
  readonly field: string;
}

/** Every bound that is given holds. Milliseconds. */
export interface Window {
  readonly time: number | undefined;
  readonly isTumbling: boolean;
  readonly events: number | undefined;
  readonly session: number | undefined;
  readonly since: readonly string[] | undefined;
}

export interface Feature {
  readonly name: string;
  readonly by: 'count' | 'sum' | 'mean' | 'min' | 'max' | 'first' | 'last' | 'deviation';
  readonly of: Expression | undefined;
  readonly where: Expression | undefined;
  readonly without: number;
}

export type Tensor =
  | { readonly name: string; readonly kind: 'features'; readonly features: readonly string[] }
  | {
      readonly name: string;
      readonly kind: 'sequence';
      readonly values: readonly Expression[];
      readonly length: number;
    };
