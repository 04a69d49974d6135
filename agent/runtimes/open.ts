// The runtimes by name.
import type { RuntimeName } from '@edgewright/schemas/generated/record.js';
import { type OrtOptions, openOrt } from './ort.ts';
import { openOrtWeb } from './ort-web.ts';
import type { Runtime } from './runtime.ts';

/** Rejects with `runtime-unavailable` where the device does not have it. `threads` binds ort-web alone. */
export async function openRuntime(name: RuntimeName, threads: number, ort: OrtOptions): Promise<Runtime> {
  switch (name) {
    case 'ort':
      return openOrt(ort);
    case 'ort-web':
      return openOrtWeb(threads);
    case 'jit': {
      // The compiler is not to lie in the memory of a process that measures another runtime.
      const [{ openJit }, { webAssembly }] = await Promise.all([
        import('./jit.ts'),
        import('@edgewright/core/graph/wasm/engine.js'),
      ]);
      return openJit(webAssembly);
    }
  }
}
