// Whole inferences by jit and by onnxruntime, in turns, so that what disturbs one disturbs the other.
import type { InspectedLatency, InspectedProfile, Unavailable } from '@edgewright/schemas/inspection.js';
import { byRuntime } from '../bench/refusal.ts';
import { timeRepeats } from '../runtimes/repeats.ts';
import type { LoadOptions, ModelSource, Outputs, Runtime } from '../runtimes/runtime.ts';
import type { Own } from './own.ts';
import type { Reference } from './reference.ts';
import type { Subject } from './subject.ts';
import { orUnavailable } from './unavailable.ts';

export async function timeWhole(
  subject: Subject,
  own: Own | Unavailable,
  reference: Reference | Unavailable,
  { repeats, onDone }: { readonly repeats: number; readonly onDone: (done: number) => void },
): Promise<Pick<InspectedProfile, 'jit' | 'reference'>> {
  const jit = 'unavailable' in own ? own : await open(subject, own.runtime);
  const other = 'unavailable' in reference ? reference : await open(subject, reference.runtime);
  try {
    const opened = [jit, other].flatMap((each) => ('run' in each ? [each] : []));
    const runs = opened.map(({ run }) => run);
    const latencies = opened.length === 0 ? [] : await timeRepeats(runs, repeats, onDone);
    const latencyOf = (each: Opened | Unavailable): InspectedLatency | Unavailable =>
      'unavailable' in each ? each : latencies[opened.indexOf(each)]!;
    const told = latencyOf(other);
    return {
      jit: latencyOf(jit),
      reference: 'unavailable' in told ? told : { ...told, ...(reference as Reference).is },
    };
  } finally {
    for (const each of [jit, other]) if ('close' in each) await each.close();
  }
}

/** As a session of one thread with all optimisations is loaded. */
export function asLoaded(
  { file, dimensions, scratch }: Subject,
  more: Partial<LoadOptions> = {},
): [ModelSource, LoadOptions] {
  return [
    { kind: 'file', ...file },
    { threads: 1, optimization: 'all', dimensions, scratch, ...more },
  ];
}

interface Opened {
  readonly run: () => Promise<Outputs>;
  readonly close: () => Promise<void>;
}

/** What refuses the model refuses it in its first inference at the latest. */
function open(subject: Subject, runtime: Runtime): Promise<Opened | Unavailable> {
  return orUnavailable(async () => {
    const session = await byRuntime('as it loaded the model', () => runtime.load(...asLoaded(subject)));
    try {
      const run = session.bind(subject.inputs);
      await byRuntime('in an inference', run);
      return { run, close: () => session.close() };
    } catch (error) {
      await session.close();
      throw error;
    }
  });
}
