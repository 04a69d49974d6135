// A simulation whose firings are executed, and bring events about that the triggers see. What they bring about is known when
// they were executed, many at once: so the recording is played again with it, until nothing fires that was not executed.
import { canonicalJson } from '@edgewright/core/canonical.js';
import {
  type SimulatedFiring,
  type SimulationListener,
  type SimulationSummary,
  simulate,
  type Until,
} from '@edgewright/core/task/simulation.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Execute } from './test.ts';

export interface Executed {
  /** Each with what came of it, in order. */
  readonly fired: readonly SimulatedFiring[];
  readonly summary: SimulationSummary;
}

/** Each settles at least one firing more; most take two. */
const mostRounds = 32;

/**
 * `read` opens the recording anew; `fault` hears its faults once. A firing that comes again with the same events is not
 * executed again. Rejects as `execute`, and with `task-flood` where it does not come to an end.
 */
export async function simulateExecuted(
  tasks: readonly ResolvedTask[],
  read: () => Parameters<typeof simulate>[1],
  until: Until,
  execute: Execute,
  fault: SimulationListener['fault'],
): Promise<Executed> {
  const done = new Map<string, SimulatedFiring>();
  const answers: ReturnType<SimulationListener['fault']>[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const fired = new Map<string, SimulatedFiring>();
    let name = '';
    let faults = 0;
    const summary = await simulate(tasks, read(), until, {
      fired(one) {
        name = nameIn(fired, one);
        fired.set(name, one);
      },
      emitted: () => done.get(name)?.execution?.emitted ?? [],
      fault(what) {
        answers[faults] ??= fault(what);
        return answers[faults++]!;
      },
    });
    const missing = [...fired].filter(([one]) => !done.has(one));
    if (missing.length === 0) return { fired: [...fired.keys()].map((one) => done.get(one)!), summary };
    const executed = await execute(missing.map(([, one]) => one));
    for (const [index, [one, plain]] of missing.entries()) done.set(one, executed[index] ?? plain);
  }
  throw new CodedError(
    'task-flood',
    `After ${mostRounds} rounds the events that firings bring about still change what fires.`,
    'Simulate a shorter recording, or let the script emit less.',
  );
}

/** By what it is made of: the places of its events change with what is brought about before them. Equal ones are numbered. */
function nameIn(fired: ReadonlyMap<string, unknown>, { firing, computed }: SimulatedFiring): string {
  const { task, time, kind, key, late, events } = firing;
  const made = [events, computed?.window ?? []].map((list) =>
    list.map(({ event, time: at, fields }) => [event, at, fields]),
  );
  const text = canonicalJson([task, time, kind, key ?? null, late, made, computed?.features ?? null]);
  for (let copy = 0; ; copy++) if (!fired.has(`${copy} ${text}`)) return `${copy} ${text}`;
}
