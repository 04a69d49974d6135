// A task as it is on this device while the agent runs: what is stored of it, what is counted, what executes it.
import { canonicalJson, shortHash } from '@edgewright/core/canonical.js';
import type { Firing } from '@edgewright/core/triggers/event.js';
import { firingId } from '@edgewright/core/triggers/identity.js';
import type { TaskDeployment } from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { TaskMetrics } from './metrics.ts';
import type { TaskRuns } from './runs.ts';
import type { StoredTask } from './store.ts';

export interface Deployed {
  readonly stored: StoredTask;
  readonly task: ResolvedTask;
  /** Short hash of document and artifacts. */
  readonly identity: string;
  readonly metrics: TaskMetrics;
  readonly runs: TaskRuns;
}

export function identityOf({ document, artifacts }: Pick<TaskDeployment, 'document' | 'artifacts'>): string {
  return shortHash(canonicalJson([document, artifacts]));
}

/** Tasks with the same one see the same events: they share sources, triggers and what is stored. */
export function feedOf(task: ResolvedTask): string {
  const events = [...task.events].map(([name, fields]) => [name, [...fields]]);
  return shortHash(canonicalJson(JSON.parse(JSON.stringify([task.sources, events, task.lateness ?? null]))));
}

/** Never that of a firing of another deployment, under the same name, that counts its events anew. */
export function jobId({ stored: { deployedAt } }: Deployed, firing: Firing): string {
  return shortHash(`${deployedAt} ${firingId(firing)}`);
}
