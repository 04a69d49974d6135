// The runtimes by name.
import type { RuntimeName } from '@edgewright/schemas/generated/record.js';
import { type OrtOptions, openOrt } from './ort.ts';
import { openOrtWeb } from './ort-web.ts';
import type { Runtime } from './runtime.ts';

/** Rejects with `runtime-unavailable` where the device does not have it. `threads` binds ort-web alone. */
export function openRuntime(name: RuntimeName, threads: number, ort: OrtOptions): Promise<Runtime> {
  return name === 'ort' ? openOrt(ort) : openOrtWeb(threads);
}
