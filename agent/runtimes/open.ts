// The runtimes by name.
import type { RuntimeName } from '@edgewright/schemas/generated/record.js';
import { type OrtOptions, openOrt } from './ort.ts';
import { openOrtWeb } from './ort-web.ts';
import type { Runtime } from './runtime.ts';

/**
 * Rejects with `runtime-unavailable` where the device does not have it. `threads` binds ort-web alone.
 * @param data The agent's data folder, where jit keeps what it measured of the device; undefined: it measures nothing.
 */
export async function openRuntime(
  name: RuntimeName,
  threads: number,
  ort: OrtOptions,
  data?: string,
): Promise<Runtime> {
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
      return openJit(webAssembly, { data, others: onnxruntimes(ort) });
    }
  }
}

/** Those that the device has, opened when they are first asked for; ort-web for the threads of then. */
function onnxruntimes(ort: OrtOptions): (threads: number) => Promise<readonly Runtime[]> {
  let opened: Promise<readonly Runtime[]> | undefined;
  const open = async (threads: number): Promise<readonly Runtime[]> => {
    // Its threads are those that it was opened with, whatever a later session has.
    const web = openOrtWeb(threads).then(
      (runtime): Runtime => ({ ...runtime, load: (model, load) => runtime.load(model, { ...load, threads }) }),
    );
    const found = await Promise.allSettled([openOrt(ort), web]);
    return found.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  };
  return (threads) => {
    opened ??= open(threads);
    return opened;
  };
}
