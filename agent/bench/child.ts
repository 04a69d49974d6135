// The measuring process: the agent forks it, so that a runtime that dies takes nothing with it but its point.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { RuntimeStatus } from '@edgewright/schemas/generated/record.js';
import { openRuntime } from '../runtimes/open.ts';
import type { Runtime } from '../runtimes/runtime.ts';
import { realClock, realHost } from '../sensors/host.ts';
import { openSensors } from '../sensors/sample.ts';
import { measureCeilings } from './ceiling.ts';
import { measurePoint } from './measure.ts';
import { tidy, volunteerForOom } from './memory.ts';
import type { BenchPhase, BenchReply, BenchRequest, ChildOptions } from './messages.ts';
import { openProduct } from './product.ts';
import { byRuntime } from './refusal.ts';

const codesOfPoints = ['out-of-memory', 'runtime-unavailable', 'scratch-unusable'] as const;

// Without its parent there is nobody to measure for.
process.on('disconnect', () => process.exit(0));
// A terminal sends these to the whole group: whether measuring ends is its parent's to say.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
volunteerForOom();

const options = JSON.parse(process.argv[2]!) as ChildOptions;
const sensors = openSensors(realHost(), realClock, 'measuring');
const runtime = await openPrimed().catch((error: unknown) => {
  if (error instanceof CodedError) return error;
  throw error;
});
process.on('message', async (request: BenchRequest) => reply(await answer(request)));
reply({ kind: 'ready', status: statusOf(runtime) });

/** One inference starts what a runtime starts lazily: it belongs to the process, not to the load of its first model. */
async function openPrimed(): Promise<Runtime> {
  const ort = { path: options.ortPath ?? undefined, providers: options.ortProviders ?? undefined };
  const opened = await openRuntime(options.runtime, options.threads, ort, options.data ?? undefined);
  const product = await openProduct(opened, options.threads, 'float32', [1, 16, 16]);
  await byRuntime('in its first inference at all', product.run);
  await product.close();
  return opened;
}

/** Rejects for bugs alone: they end this process, and its parent says so. */
async function answer(request: BenchRequest): Promise<BenchReply> {
  let phase: BenchPhase = 'start';
  try {
    if (runtime instanceof CodedError) throw runtime;
    switch (request.kind) {
      case 'measure': {
        const { slot } = request;
        await runtime.prepare?.();
        // What that left behind is not the point's.
        tidy();
        const result = await measurePoint(runtime, request, sensors, (entered, iterations) => {
          phase = entered;
          reply({ kind: 'phase', slot, phase, iterations });
        });
        return { kind: 'measured', slot, result };
      }
      case 'ceiling':
        return { kind: 'ceiling', ...(await measureCeilings(runtime, request.threads, request.precision)) };
    }
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { message, fix } = error;
    // The codes of a malformed file are a document's: of a point, it was refused.
    const code = codesOfPoints.find((known) => known === error.code) ?? 'runtime-refused';
    return { kind: 'failed', phase, code, message, fix, detail: { resident: process.memoryUsage.rss() } };
  }
}

function reply(message: BenchReply): void {
  // A parent that is gone has said so by `disconnect`.
  process.send?.(message, undefined, undefined, () => undefined);
}

function statusOf(opened: Runtime | CodedError): RuntimeStatus {
  if (opened instanceof CodedError) {
    return { name: options.runtime, version: '', unavailable: opened.message, fix: opened.fix };
  }
  return { name: opened.name, version: opened.version, providers: [...opened.providers] };
}
