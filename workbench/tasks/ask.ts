// What a device is asked about its tasks, each over a link of its own: to have one, to forget one, which it has.
import type { Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { TaskDeployed, TaskStatus } from '@edgewright/schemas/deployment.js';
import { capabilities } from '@edgewright/schemas/wire.js';
import { uploadArtifacts } from '../devices/artifact.ts';
import type { Credentials } from '../devices/credentials.ts';
import { dialTarget, type Hear } from '../devices/open.ts';
import type { Target } from '../devices/target.ts';
import { askSigned } from '../signing/sign.ts';
import type { TaskPackage } from './package.ts';

export interface Asked {
  readonly target: Target;
  readonly credentials: Credentials;
}

export type OnSent = (artifact: string, sent: number, bytes: number) => void;

/** Rejects as `dialTarget`, and with `capability-missing` where the agent knows no tasks. */
export async function dialForTasks({ target, credentials }: Asked, hear?: Hear): Promise<Session> {
  const session = await dialTarget(target, credentials, hear);
  const { name, program, capabilities: can } = session.peer;
  if (can.includes(capabilities.tasks)) return session;
  session.close();
  throw new CodedError(
    'capability-missing',
    `${name} (${program}) runs no tasks.`,
    'Update the agent on the device: tasks came with a later version.',
  );
}

/**
 * Sends what the device lacks of the task, then lets it have the task, signed. Rejects as `dialForTasks`, `uploadArtifacts` and
 * `openSigningKey`, and with what the device refuses it with.
 */
export async function deployTask(
  asked: Asked,
  { document, artifacts }: TaskPackage,
  version: string,
  onSent: OnSent,
): Promise<TaskDeployed> {
  const session = await dialForTasks(asked);
  try {
    const named = await sendArtifacts(asked, session, artifacts, onSent);
    return await askSigned(session, asked.credentials, 'deploy', { document, artifacts: named, version }, (signed) =>
      session.request('task.deploy', signed, { timeout: deployTime }),
    );
  } finally {
    session.close();
  }
}

/** Milliseconds: a deployment waits for the ones before it, which may load large models. */
const deployTime = 120_000;

/** Rejects with `task-unknown`, and as `dialForTasks`. */
export async function removeTask(asked: Asked, task: string): Promise<void> {
  const session = await dialForTasks(asked);
  await session.request('task.remove', { task }, { timeout: deployTime }).finally(() => session.close());
}

/** Rejects as `dialForTasks`. */
export async function listTasks(asked: Asked): Promise<readonly TaskStatus[]> {
  const session = await dialForTasks(asked);
  const { tasks } = await session.request('task.list', {}).finally(() => session.close());
  return tasks;
}

/** @returns SHA-256 by the path in the document */
export async function sendArtifacts(
  { target }: Asked,
  session: Session,
  artifacts: TaskPackage['artifacts'],
  onSent: OnSent,
): Promise<Readonly<Record<string, string>>> {
  const named = Object.fromEntries(Object.entries(artifacts).map(([path, { sha256 }]) => [path, sha256]));
  const all = [...new Set(Object.values(named))];
  if (all.length === 0) return named;
  const { missing, ticket } = await session.request('artifact.missing', { artifacts: all });
  await uploadArtifacts({ target, artifacts, missing, ticket, session, onSent });
  return named;
}
