// Tasks whose script has the rights of the agent run only for a signer that the device trusts, and no longer than it does.
import type { CodedError } from '@edgewright/schemas/codes.js';
import type { Trouble } from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Job, Runs, TaskRuns, TaskRunsOptions } from './runs.ts';
import { troubleOf } from './trouble.ts';

/** Which keys the device trusts. */
export interface Trust {
  /** Looks whether that has changed. */
  look(): boolean;
  /** Why a script of this signer may not have the rights of the agent; undefined where it may. */
  denial(signer: string | undefined): CodedError | undefined;
  isTrusted(signer: string): boolean;
}

export function hasAgentRights({ script, policy }: Pick<ResolvedTask, 'script' | 'policy'>): boolean {
  return script !== undefined && policy.isolation === 'fault';
}

export interface TrustedRuns extends TaskRuns {
  /** Begins where it may run by now, ends what runs where it may not any more. */
  look(): void;
}

/** As `runs.open`; while there is a denial it waits with nothing loaded, and its firings are skipped. */
export function openTrusted(
  runs: Runs,
  options: TaskRunsOptions,
  denial: () => CodedError | undefined,
  onFault: (fault: unknown) => void,
): TrustedRuns {
  /** What is neither done nor skipped yet. */
  const unfinished = new Set<Job>();
  let trouble: Trouble | null = null;
  let current: TaskRuns | undefined;
  look();

  return {
    submit(job) {
      if (current === undefined) {
        skip(job);
        return;
      }
      unfinished.add(job);
      current.submit(job);
    },
    get state() {
      return current?.state ?? 'waiting';
    },
    get trouble() {
      return current === undefined ? trouble : current.trouble;
    },
    get isolation() {
      return current?.isolation ?? null;
    },
    look() {
      if (look()) options.onChange();
    },
    async close() {
      await current?.close();
    },
  };

  /** Whether anything has changed. */
  function look(): boolean {
    const denied = denial();
    const before = trouble;
    trouble = denied === undefined ? null : troubleOf(denied);
    if (denied !== undefined) {
      if (current !== undefined) end(current);
      return before?.message !== denied.message;
    }
    if (current !== undefined) return false;
    current = runs.open({
      ...options,
      conclude(job, outcome) {
        unfinished.delete(job);
        options.conclude(job, outcome);
      },
    });
    return true;
  }

  /** What it was at is over: it would begin anew at the next start otherwise. */
  function end(ending: TaskRuns): void {
    current = undefined;
    ending.close().catch(onFault);
    for (const job of unfinished) skip(job);
    unfinished.clear();
  }

  function skip(job: Job): void {
    options.conclude(job, { kind: 'skipped', reason: 'state' });
  }
}
