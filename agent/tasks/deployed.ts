// A task as it is on this device while the agent runs: what is stored of it, what is counted, what executes it.
import { canonicalJson, shortHash } from '@edgewright/core/canonical.js';
import type { Firing } from '@edgewright/core/triggers/event.js';
import { firingId } from '@edgewright/core/triggers/identity.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { ModelRuntime, TaskDeployment } from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { TaskMetrics } from './metrics.ts';
import type { TaskRuns } from './runs.ts';
import type { StoredTask } from './store.ts';
import type { TrustedRuns } from './trust.ts';

export interface Deployed {
  readonly stored: StoredTask;
  readonly task: ResolvedTask;
  /** Short hash of document and artifacts. */
  readonly identity: string;
  /** As `feedOf`. */
  readonly feed: string;
  readonly metrics: TaskMetrics;
  /** Null before it is loaded, and where there is none. */
  model: ModelRuntime | null;
  readonly runs: TaskRuns | TrustedRuns;
}

export function identityOf({ document, artifacts }: Pick<TaskDeployment, 'document' | 'artifacts'>): string {
  return shortHash(canonicalJson([document, artifacts]));
}

/**
 * Tasks with the same one see the same events: they share sources, triggers and what is stored. A recording that came with a
 * task counts by what is in it.
 */
export function feedOf(
  { sources, events, lateness }: ResolvedTask,
  { artifacts }: Pick<TaskDeployment, 'artifacts'>,
): string {
  const declared = [...events].map(([name, fields]) => [name, [...fields]]);
  const replayed = sources.flatMap((source) => (source.kind === 'replay' ? (artifacts[source.path] ?? []) : []));
  const seen = [sources, declared, lateness ?? null, ...(replayed.length > 0 ? [replayed] : [])];
  return shortHash(canonicalJson(JSON.parse(JSON.stringify(seen))));
}

/** Never that of a firing of another deployment, under the same name, that counts its events anew. */
export function jobId({ stored: { deployedAt } }: Deployed, firing: Firing): string {
  return shortHash(`${deployedAt} ${firingId(firing)}`);
}

/**
 * Files of a task by their path in its document: model and script are among them, and all are on the device. Throws
 * `artifact-missing`. @param named SHA-256 by path, as a workbench gives them.
 */
export function artifactsOf(
  { model, script }: ResolvedTask,
  named: Readonly<Record<string, string>>,
  has: (sha256: string) => boolean,
): Record<string, string> {
  const paths = [model?.file, script?.file].filter((path) => path !== undefined);
  const missing = [
    ...paths.filter((path) => !Object.hasOwn(named, path)),
    ...Object.entries(named).flatMap(([path, sha256]) => (has(sha256) ? [] : [path])),
  ];
  if (missing.length === 0) return { ...named };
  const message = `The device lacks ${missing.map((path) => `"${path}"`).join(', ')} of the task.`;
  throw new CodedError('artifact-missing', message, 'Ask `artifact.missing`, send what is named, then deploy again.');
}
