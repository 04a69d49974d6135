// What running a compiled graph needs of the engine: WebAssembly with vectors. Node's types leave it to those of the DOM,
// which are not here.
import { relaxedProbe } from '@edgewright/core/graph/wasm/module.js';

export interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum: number;
  }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: Imports) => { readonly exports: Readonly<Record<string, unknown>> };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Undefined where the engine has none, as under `--jitless`. */
export const webAssembly = (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly;

/** What this engine compiles at best, for one thread. */
export function targetOf(api: WebAssemblyApi | undefined): { readonly relaxed: boolean; readonly shared: boolean } {
  return { relaxed: api?.validate(relaxedProbe()) ?? false, shared: false };
}
