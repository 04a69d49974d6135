// Simulated firings executed by a device, with the model and the script of their task, as if they had happened there.
import { valuesOf } from '@edgewright/core/task/outputs.js';
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import { firingId } from '@edgewright/core/triggers/identity.js';
import type { TriedFiring, TriedResult } from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { defaultLimits } from '@edgewright/schemas/wire.js';
import { askSigned } from '../signing/sign.ts';
import { type Asked, dialForTasks, type OnSent, sendArtifacts } from './ask.ts';
import type { TaskPackage } from './package.ts';

export interface TryOptions extends Asked {
  readonly task: ResolvedTask;
  readonly pack: TaskPackage;
  readonly onSent?: OnSent;
  /** Before the first request, and after each. */
  readonly onExecuted?: (done: number, of: number) => void;
  /** Aborted, the link ends, and with it what the device executes. */
  readonly signal: AbortSignal;
}

/** Characters of JSON in a request: a frame has room for its document too. */
const mostCharacters = defaultLimits.frameBytes / 4;

/** Of a request, by the schema of the wire. */
const mostFirings = 1000;

/** Milliseconds beyond what the policy gives to the runs themselves, for loading the model and the script. */
const loadTime = 60_000;

/** In order. Rejects with what the device refuses the task with, and as `dialForTasks`, `uploadArtifacts` and `openSigningKey`. */
export async function executeFirings(
  { task, pack, onSent = () => undefined, onExecuted = () => undefined, signal, ...asked }: TryOptions,
  fired: readonly SimulatedFiring[],
): Promise<readonly SimulatedFiring[]> {
  const session = await dialForTasks(asked);
  const end = (): void => session.close();
  signal.addEventListener('abort', end);
  try {
    const artifacts = await sendArtifacts(asked, session, pack.artifacts, onSent);
    const tried = { document: pack.document, artifacts };
    const results: TriedResult[] = [];
    onExecuted(0, fired.length);
    for (const firings of batchesOf(fired.map(triedOf))) {
      const timeout = loadTime + firings.length * task.policy.time;
      const told = await askSigned(session, asked.credentials, 'try', tried, (signed) =>
        session.request('task.try', { ...signed, firings }, { timeout }),
      );
      results.push(...told.results);
      onExecuted(results.length, fired.length);
    }
    return fired.flatMap((one, index) => {
      const execution = results[index];
      return execution === undefined ? [] : [executed(task, one, execution)];
    });
  } finally {
    signal.removeEventListener('abort', end);
    session.close();
  }
}

function executed(task: ResolvedTask, one: SimulatedFiring, execution: TriedResult): SimulatedFiring {
  const outputs = execution.results.flatMap((results) =>
    task.outputs.map(({ to, fields }) => ({ to, values: valuesOf(fields, one.firing, one.computed, results) })),
  );
  return { ...one, outputs, execution };
}

function triedOf({ firing, computed }: SimulatedFiring): TriedFiring {
  const { time, kind, key, late, events } = firing;
  const tensors = Object.entries(computed?.tensors ?? {}).map(([name, { shape, data }]) => {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    return [name, { shape, data: bytes.toString('base64') }] as const;
  });
  return {
    id: firingId(firing),
    ...{ time, kind, late },
    ...(key !== undefined && { key }),
    events: events.map(({ time: at, event, step, fields }) => ({ time: at, event, step, fields })),
    features: computed?.features ?? {},
    tensors: Object.fromEntries(tensors),
    window: (computed?.window ?? []).map(({ time: at, event, fields }) => ({ time: at, event, fields })),
  };
}

function* batchesOf(firings: readonly TriedFiring[]): Generator<readonly TriedFiring[]> {
  let batch: TriedFiring[] = [];
  let room = mostCharacters;
  for (const firing of firings) {
    const { length } = JSON.stringify(firing);
    if (batch.length > 0 && (length > room || batch.length === mostFirings)) {
      yield batch;
      batch = [];
      room = mostCharacters;
    }
    batch.push(firing);
    room -= length;
  }
  if (batch.length > 0) yield batch;
}
