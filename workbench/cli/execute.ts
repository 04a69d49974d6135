// `simulate --execute`: where the firings are executed, and the first Ctrl-C.
import { resolve } from 'node:path';
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import { startLocalAgent } from '../devices/local.ts';
import { fileCredentials } from '../devices/tokens.ts';
import type { LoadedTask } from '../task/load.ts';
import { packTask } from '../tasks/package.ts';
import { executeFirings } from '../tasks/try.ts';
import type { Io } from './io.ts';
import { type DeviceOptions, targetFor } from './targets.ts';

/**
 * Each with what came of it, in order; those of tasks without model and script as they are. On the device that is named, else
 * by an agent of this machine's own. Throws as `executeFirings`, `startLocalAgent` and `targetFor`.
 */
export async function executeAll(
  io: Io,
  loaded: readonly LoadedTask[],
  fired: readonly SimulatedFiring[],
  where: DeviceOptions,
): Promise<readonly SimulatedFiring[]> {
  const isNamed = where.device !== undefined || where.fleet !== undefined;
  const local = isNamed ? undefined : await startLocalAgent({ environment: io.environment });
  const abort = new AbortController();
  const stopListening = io.onInterrupt(() => abort.abort());
  try {
    const target = local?.target ?? (await targetFor(where, io));
    const asked = { target, credentials: fileCredentials(io.environment), signal: abort.signal };
    const done = new Map<SimulatedFiring, SimulatedFiring>();
    for (const { file, text, task } of loaded) {
      const own = fired.filter(({ firing }) => firing.task === task?.name);
      if (task === undefined || own.length === 0 || (task.model === undefined && task.script === undefined)) continue;
      const pack = await packTask(text, task, resolve(io.cwd, file));
      const executed = await executeFirings({ ...asked, task, pack }, own);
      for (const [index, one] of executed.entries()) done.set(own[index]!, one);
    }
    return fired.map((one) => done.get(one) ?? one);
  } finally {
    stopListening();
    await local?.close();
  }
}
