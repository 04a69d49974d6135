// What a runtime throws, as an expected failure.
import { CodedError } from '@edgewright/schemas/codes.js';

/** Runs a step of the runtime's; what it throws becomes `runtime-refused`, or `out-of-memory` where it says so. */
export async function byRuntime<T>(doing: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    // What our own runtime refuses has its code and its way out already.
    if (error instanceof CodedError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw isShortage(reason)
      ? new CodedError(
          'out-of-memory',
          `The runtime ran out of memory ${doing}: ${reason}`,
          'Take a smaller model or batch, or leave the point out with a constraint.',
        )
      : new CodedError(
          'runtime-refused',
          `The runtime failed ${doing}: ${reason}`,
          'Look up the message in the documentation of the runtime; try another optimization, precision or version.',
        );
  }
}

/** C++'s bad_alloc, onnxruntime's arena, V8's array buffers, and WebAssembly's memory that cannot grow. */
function isShortage(reason: string): boolean {
  return /bad_alloc|failed to allocate memory|array buffer allocation failed|out of memory|could not allocate/i.test(
    reason,
  );
}
