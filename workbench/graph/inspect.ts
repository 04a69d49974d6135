// Lets a device look inside a model: sends the file where the device lacks it, asks, and puts the parts together.
import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { ReceivedNotification } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type {
  InspectedKernel,
  InspectedNode,
  InspectedValue,
  Inspection,
  InspectionOptions,
  InspectionWant,
} from '@edgewright/schemas/inspection.js';
import { capabilities } from '@edgewright/schemas/wire.js';
import { hashFile, uploadArtifacts } from '../devices/artifact.ts';
import type { Credentials } from '../devices/credentials.ts';
import { dialTarget } from '../devices/open.ts';
import type { Target } from '../devices/target.ts';
import type { RunArtifact } from '../runs/folder.ts';
import { weightsBeside } from './weights.ts';

export interface InspectRequest {
  readonly target: Target;
  readonly credentials: Credentials;
  /** Path of the ONNX file. */
  readonly file: string;
  /** Where it says that its weights lie: `externalLocations`. */
  readonly locations: readonly string[];
  readonly sizes: ReadonlyMap<string, number>;
  /** Path of a file with inputs: `writeInputs`. */
  readonly inputs?: string | undefined;
  readonly want: readonly InspectionWant[];
  readonly options?: InspectionOptions;
  readonly onProgress?: (progress: InspectionProgress) => void;
  /** Aborted, the inspection ends on the device, and the promise rejects with `inspection-ended`. */
  readonly signal?: AbortSignal;
}

export type InspectionProgress =
  | { readonly phase: 'sending'; readonly done: number; readonly of: number }
  | { readonly phase: string; readonly done: number; readonly of: number };

/** As the device's own, where the request names none. */
const defaultTimeout = 300_000;

/** Milliseconds beyond the device's own limit in which it must have said so. */
const graceTime = 30_000;

/**
 * Rejects with `capability-missing`, `file-unreadable`, as `weightsBeside`, `dialTarget` and `uploadArtifacts`, with what the
 * device refuses with, and with `inspection-broken` where parts are missing.
 */
export async function inspectOn(request: InspectRequest): Promise<Inspection> {
  const { target, credentials, file, locations, sizes, inputs, want, options = {}, signal } = request;
  const { onProgress = () => undefined } = request;
  const beside = await weightsBeside(basename(file), file, locations);
  const artifacts: Record<string, RunArtifact> = {};
  for (const path of [file, ...beside.values(), ...(inputs === undefined ? [] : [inputs])])
    artifacts[path] ??= { file: path, sha256: await hashFile(path, path) };
  const model = artifacts[file]!.sha256;
  const weights = Object.fromEntries([...beside].map(([path, weights]) => [path, artifacts[weights]!.sha256]));
  const given = {
    ...(beside.size > 0 && { weights }),
    ...(inputs !== undefined && { inputs: artifacts[inputs]!.sha256 }),
  };
  const inspection = randomBytes(12).toString('hex');
  const lists: { nodes: InspectedNode[]; kernels: InspectedKernel[]; values: InspectedValue[] } = {
    nodes: [],
    kernels: [],
    values: [],
  };
  const hear = (notification: ReceivedNotification): void => {
    if (notification.method === 'model.progress' && notification.params.inspection === inspection) {
      const { phase, done, of } = notification.params;
      onProgress({ phase, done, of });
    }
    if (notification.method === 'model.part' && notification.params.inspection === inspection) {
      const { nodes = [], kernels = [], values = [] } = notification.params;
      lists.nodes.push(...nodes);
      lists.kernels.push(...kernels);
      lists.values.push(...values);
    }
  };
  const session = await dialTarget(target, credentials, hear);
  const leave = (): void => {
    session.request('model.leave', { inspection }).catch(() => undefined);
  };
  try {
    const known = session.peer.capabilities;
    if (!known.includes(capabilities.modelInspect)) throw tooOld(session.peer, 'inspect models');
    if (beside.size > 0 && !known.includes(capabilities.modelWeights))
      throw tooOld(session.peer, 'inspect a model whose weights lie in other files');
    const { missing, ticket } = await session.request('artifact.missing', {
      artifacts: Object.values(artifacts).map(({ sha256 }) => sha256),
    });
    await uploadArtifacts({
      target,
      artifacts,
      missing,
      ticket,
      session,
      onSent: (_, done, of) => onProgress({ phase: 'sending', done, of }),
    });
    if (signal?.aborted) throw ended();
    signal?.addEventListener('abort', leave);
    const summary = await session.request(
      'model.inspect',
      { inspection, model, sizes: Object.fromEntries(sizes), ...given, want, options },
      { timeout: (options.timeout ?? defaultTimeout) + graceTime },
    );
    const { counts } = summary;
    for (const name of ['nodes', 'kernels', 'values'] as const) {
      if (lists[name].length !== counts[name]) throw broken(name, lists[name].length, counts[name]);
    }
    return { ...summary, ...lists };
  } finally {
    signal?.removeEventListener('abort', leave);
    session.close();
  }
}

function tooOld({ name, program }: { readonly name: string; readonly program: string }, what: string): CodedError {
  return new CodedError('capability-missing', `${name} (${program}) cannot ${what}.`, 'Update the agent.');
}

function ended(): CodedError {
  return new CodedError('inspection-ended', 'The inspection was ended.', 'Ask for it again.');
}

function broken(name: string, told: number, count: number): CodedError {
  return new CodedError(
    'inspection-broken',
    `The device told ${told} of ${count} ${name} of its inspection.`,
    'Ask for it again; update the older of the two programs where it comes back.',
  );
}
