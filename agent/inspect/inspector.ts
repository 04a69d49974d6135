// The process that inspects a model: what a hostile or huge one does to it, it does to nothing else.
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { volunteerForOom } from '../bench/memory.ts';
import { inspectModel } from './inspect.ts';
import type { InspectReply, InspectTask } from './messages.ts';

// Without its parent there is nobody to inspect for.
process.on('disconnect', () => process.exit(0));
// A terminal sends these to the whole group: when it is over is its parent's to say.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
volunteerForOom();
process.once('message', async (task: InspectTask) => reply(await answer(task)));

/** Rejects for bugs alone: they end this process, and its parent says so. */
async function answer(task: InspectTask): Promise<InspectReply> {
  try {
    const findings = await inspectModel(webAssembly, task, (progress) => reply({ kind: 'progress', ...progress }));
    return { kind: 'inspected', findings };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { code, message, fix } = error;
    return { kind: 'failed', code, message, fix };
  }
}

function reply(message: InspectReply): void {
  process.send?.(message, undefined, undefined, () => undefined);
}
