// A task's model and script on firings that did not happen: by the code that executes what does, and with nothing kept.
import { checkTask } from '@edgewright/core/triggers/check.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { TaskLogLine, TriedFiring, TriedResult } from '@edgewright/schemas/deployment.js';
import type { TaskTry } from '@edgewright/schemas/wire.js';
import type { Artifacts } from '../store/artifacts.ts';
import type { ExecutionOptions, OpenExecution, RunInput } from './contract.ts';
import { artifactsOf } from './deployed.ts';
import { readEmitted } from './emitted.ts';
import { floatsOf } from './entry.ts';
import { troubleOf } from './trouble.ts';
import { hasAgentRights } from './trust.ts';

/**
 * In order, by one execution where none ends early. Throws `task-unsigned`, `task-untrusted`, `artifact-missing`, and
 * `task-script` and the like where none can be opened.
 */
export async function tryTask(
  { document, artifacts: named, firings }: TaskTry,
  open: OpenExecution,
  {
    artifacts,
    denial,
    ...options
  }: Pick<ExecutionOptions, 'data' | 'ortPath'> & {
    readonly artifacts: Pick<Artifacts, 'has' | 'path'>;
    /** Why a script may not have the rights of the agent. */
    readonly denial: () => CodedError | undefined;
  },
  signal: AbortSignal,
): Promise<TriedResult[]> {
  const { task, diagnostics } = checkTask(document);
  if (task === undefined) {
    const [first] = diagnostics;
    throw new CodedError('bad-params', first?.message ?? 'The task is not valid.', first?.fix ?? 'Check the document.');
  }
  const denied = hasAgentRights(task) ? denial() : undefined;
  if (denied !== undefined) throw denied;
  const digests = new Map(Object.entries(artifactsOf(task, named, artifacts.has)));
  // A path of the document that came with no file is no path of this device.
  const fileOf = (path: string): string => artifacts.path(digests.get(path) ?? '');
  const files = Object.fromEntries([...digests].map(([path, sha256]) => [path, artifacts.path(sha256)]));
  let log: TaskLogLine[] = [];
  const openOne = () => open({ task, ...options, fileOf, files, rank: 'behind', onLog: (line) => log.push(line) });
  const results: TriedResult[] = [];
  let execution = await openOne();
  try {
    for (const tried of firings) {
      if (signal.aborted) break;
      const begin = performance.now();
      const total = () => ({ total: performance.now() - begin });
      try {
        const outcome = await execution.run(inputOf(task.name, tried), signal);
        results.push({
          id: tried.id,
          ...outcome,
          emitted: readEmitted(task, outcome.emitted),
          log,
          phases: { ...outcome.phases, ...total() },
        });
      } catch (error) {
        if (!(error instanceof CodedError)) throw error;
        const failure = troubleOf(error);
        results.push({ id: tried.id, results: [], emitted: [], log, phases: total(), failure });
        if (failure.code !== 'task-script' && failure.code !== 'task-model') {
          await execution.close();
          execution = await openOne();
        }
      }
      log = [];
    }
  } finally {
    await execution.close();
  }
  return results;
}

function inputOf(
  task: string,
  { id, time, kind, key, late, events, features, tensors, window }: TriedFiring,
): RunInput {
  const read = Object.entries(tensors).map(([name, { shape, data }]) => [name, { shape, data: floatsOf(data) }]);
  return {
    id,
    firing: { task, time, kind, key, late, events: events.map((event, seq) => ({ ...event, seq })) },
    computed: { features, tensors: Object.fromEntries(read), window },
  };
}
