// The tasks of an agent put together. Loaded with the first task, so that an agent without any holds none of this.

import { systemClock } from '../link/clock.ts';
import type { LoadedTasks } from '../link/tasks.ts';
import { realClock, realHost } from '../sensors/host.ts';
import { watchPower } from '../sensors/power.ts';
import type { Artifacts } from '../store/artifacts.ts';
import { createTaskClock } from './clock.ts';
import { watchConditions } from './conditions.ts';
import type { OpenExecution } from './contract.ts';
import { keepAsking } from './energy.ts';
import { type KeeperLimits, type OpenSources, openKeeper } from './keeper.ts';
import { gatherActivity, recordEvents } from './look.ts';
import { createOutbox, defaultOutboxLimits, type OutboxLimits } from './outbox.ts';
import type { TaskStoreLimits } from './store.ts';
import type { Trust } from './trust.ts';
import { tryTask } from './try.ts';

export interface TasksOptions {
  /** Of the store. */
  readonly path: string;
  readonly artifacts: Artifacts;
  readonly data: string;
  readonly ortPath: string | undefined;
  readonly openSources: OpenSources;
  readonly openExecution: OpenExecution;
  readonly trust: Trust;
  readonly limits?: Partial<KeeperLimits & OutboxLimits>;
  readonly storeLimits?: Partial<TaskStoreLimits>;
  readonly onFault: (fault: unknown) => void;
}

/** Throws as `openTaskStore`. */
export function openTasks(options: TasksOptions): LoadedTasks {
  const { path, artifacts, data, ortPath, openSources, openExecution, trust, limits, storeLimits, onFault } = options;
  const host = realHost();
  const steady = (): number => performance.now();
  // No reason for the process to stay.
  const setTimer = (run: () => void, milliseconds: number) => setTimeout(run, milliseconds).unref();
  const power = keepAsking(watchPower(host, realClock, 'measuring'), steady, { setTimer });
  const keeper = openKeeper({
    path,
    artifacts,
    openSources,
    openExecution,
    trust,
    clock: createTaskClock(Date.now, steady),
    steady,
    timers: systemClock,
    conditions: watchConditions(host, steady),
    power,
    data,
    ortPath,
    ...(limits && { limits: { slots: host.cores, ...limits } }),
    ...(storeLimits && { storeLimits }),
    onFault,
  });
  const outbox = createOutbox({
    store: keeper.store,
    limits: { ...defaultOutboxLimits, ...limits },
    onSent: keeper.sent,
    onFault,
  });
  keeper.listen({ onResults: outbox.stored });
  return {
    keeper,
    outbox,
    gatherActivity,
    recordEvents,
    tryTask: (params, signer, signal) =>
      tryTask(params, openExecution, { artifacts, data, ortPath, denial: () => trust.denial(signer) }, signal),
  };
}
