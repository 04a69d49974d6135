// A task's model and script on firings that did not happen: by the code that executes what does, and with nothing kept.
import { checkTask } from '@edgewright/core/triggers/check.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { TaskLogLine, TriedFiring, TriedResult } from '@edgewright/schemas/deployment.js';
import type { TaskTry } from '@edgewright/schemas/wire.js';
import type { ExecutionOptions, OpenExecution, RunInput } from './contract.ts';
import { floatsOf } from './entry.ts';
import { troubleOf } from './trouble.ts';

/** In order, by one execution where none ends early. Throws `task-script` and the like where none can be opened. */
export async function tryTask(
  { document, firings }: TaskTry,
  open: OpenExecution,
  options: Pick<ExecutionOptions, 'fileOf' | 'data' | 'ortPath'>,
  signal: AbortSignal,
): Promise<TriedResult[]> {
  const { task, diagnostics } = checkTask(document);
  if (task === undefined) {
    const [first] = diagnostics;
    throw new CodedError('bad-params', first?.message ?? 'The task is not valid.', first?.fix ?? 'Check the document.');
  }
  let log: TaskLogLine[] = [];
  const openOne = () => open({ task, ...options, onLog: (line) => log.push(line) });
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
