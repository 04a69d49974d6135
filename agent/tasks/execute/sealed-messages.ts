// What passes between the worker of a task and the process of its Python script in the boundary tier: lines of JSON.
import type { ScriptFiring, Tensors } from './script.ts';

export type HostCall = 'emit' | 'output' | 'log';

export type ToSealed =
  | {
      readonly kind: 'open';
      readonly text: string;
      readonly file: string;
      readonly memory: number;
      /** MicroPython's files, its WebAssembly in base64: the process reads none. */
      readonly python: { readonly text: string; readonly binary: string };
    }
  | {
      readonly kind: 'call';
      readonly name: 'prepare' | 'run';
      readonly firing: ScriptFiring;
      readonly tensors: Tensors;
      readonly outputs: Tensors;
    }
  /** The answer to a call of the host. */
  | { readonly kind: 'taken'; readonly refusal: string | undefined };

/** Not to be trusted in any part: the process may be a script's that has found a way out of its realm. */
export type FromSealed =
  | { readonly kind: 'call'; readonly name: HostCall; readonly text: string }
  | { readonly kind: 'ready'; readonly prepares: boolean }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly fix: string };

/** A line to the process, as it is handed to who has its pipe. */
export interface SealedLine {
  readonly text: string;
  /** Whether it asks for something, and does not answer. */
  readonly isRequest: boolean;
}
