// Expands the sweep of a run in a thread of its own: a large one takes seconds, in which the window must stay alive.
import { parentPort, workerData } from 'node:worker_threads';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import { chooseSlots } from '@edgewright/core/sweep/choose.js';
import type { RunHead } from '@edgewright/workbench/runs/folder.js';
import { sourcesOf } from '@edgewright/workbench/sweep/load.js';
import { type PlannedRun, planRun } from './plan.ts';

export interface PlanTask {
  readonly sweep: string;
  readonly artifacts: RunHead['artifacts'];
  /** Ids of the points of a re-run. */
  readonly points: readonly string[] | undefined;
}

/** Undefined: the sweep cannot be expanded any more, such as without its model files. */
export type PlanAnswer = PlannedRun | undefined;

void answer(workerData as PlanTask);

async function answer({ sweep: text, artifacts, points }: PlanTask): Promise<void> {
  const { sweep, slots } = checkSweep(text, await sourcesOf({ sweep: text, artifacts }));
  const chosen = sweep && slots && chooseSlots(sweep, slots, points);
  const planned: PlanAnswer = chosen?.kind === 'planned' ? planRun(chosen.slots) : undefined;
  parentPort?.postMessage(planned);
}
