// What a program needs of the engine that runs it: WebAssembly with vectors. Its types belong to the DOM's, which are not
// known here, so that this much of them is declared.
import { ModuleBuilder, relaxedProbe } from './module.ts';

export interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: boolean;
  }) => WebAssemblyMemory;
  readonly Instance: new (module: object, imports: Imports) => { readonly exports: Readonly<Record<string, unknown>> };
  validate(bytes: Uint8Array<ArrayBuffer>): boolean;
}

export interface WebAssemblyMemory {
  readonly buffer: ArrayBuffer | SharedArrayBuffer;
}

type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Undefined where the engine has none, as under `--jitless`. */
export const webAssembly = (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly;

export function hasVectors(api: WebAssemblyApi): boolean {
  return api.validate(vectorProbe());
}

/** Whether it has the relaxed vector instructions, with a multiplication and addition in one. */
export function hasRelaxedVectors(api: WebAssemblyApi): boolean {
  return api.validate(relaxedProbe());
}

/** What this engine compiles at best, for one thread. */
export function targetOf(api: WebAssemblyApi | undefined): { readonly relaxed: boolean; readonly shared: boolean } {
  return { relaxed: api !== undefined && hasRelaxedVectors(api), shared: false };
}

/** A module that only an engine with vectors validates. */
function vectorProbe(): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder({ relaxed: false, shared: false });
  const { code } = module.function('probe', ['v128'], ['v128']);
  const x = code.param(0, 'v128');
  code.yield({ kind: 'plain', type: 'v128', name: 'f32x4.add', operands: [x, x] });
  return module.encode({ least: 0 });
}
