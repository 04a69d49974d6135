// What the simulator shows of a whole simulation.

import { executedIn } from '@edgewright/core/task/executed.js';
import type { SteppedFiring, Steps } from '@edgewright/core/task/stepper.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Step } from '@edgewright/schemas/trigger.js';
import type { ExecutedFace, ExecutedLine, SimulationFace } from '../protocol.ts';

/** Lines of scripts that travel to a page. */
const mostLines = 1_000;

export function faceOf(
  task: ResolvedTask,
  recording: string,
  { events, foreign, faults, faultCount, isCut }: Steps,
  firings: readonly SteppedFiring[],
): SimulationFace {
  const names = [...task.events.keys()];
  const places = new Map(names.map((name, at) => [name, at]));
  const { trigger } = task;
  return {
    task: task.name,
    recording,
    times: Float64Array.from(events, ({ time }) => time),
    lanes: Uint16Array.from(events, ({ event }) => places.get(event) ?? 0),
    names,
    firings: firings.map(({ step, fired: { firing, execution } }) => ({
      step,
      time: firing.time,
      kind: firing.kind,
      key: firing.key === undefined ? '' : String(firing.key),
      outcome: execution === undefined ? undefined : execution.failure === undefined ? 'done' : 'failed',
    })),
    steps: trigger.kind === 'sequence' ? trigger.steps.map(wordsOf) : [],
    executes: [
      ...(task.model === undefined ? [] : (['model'] as const)),
      ...(task.script === undefined ? [] : (['script'] as const)),
    ],
    executed: executedFace(firings),
    foreign: [...foreign],
    faults: faults.map(({ line, message, fix }) => ({ line, message, fix })),
    faultCount,
    isCut,
  };
}

function executedFace(firings: readonly SteppedFiring[]): ExecutedFace | undefined {
  const executed = firings.flatMap(({ step, fired: { firing, execution } }) =>
    execution === undefined ? [] : [{ step, time: firing.time, execution }],
  );
  if (executed.length === 0) return undefined;
  const lines = executed.flatMap(({ step, time, execution: { log, failure } }): ExecutedLine[] => [
    ...log.map(({ level, text }) => ({ step, time, level, text })),
    ...(failure === undefined
      ? []
      : [{ step, time, level: 'error' as const, text: `${failure.code}: ${failure.message}` }]),
  ]);
  return {
    ...executedIn(executed.map(({ execution }) => execution)),
    ...{ log: lines.slice(0, mostLines), lines: lines.length },
  };
}

/** As "click or scroll, 1 to 3 times, optional". */
function wordsOf({ name, events, from, to, optional }: Step): string {
  const times = from === 1 && to === 1 ? [] : [timesOf(from, to)];
  const words = [events.join(' or '), ...times, ...(optional ? ['optional'] : [])].join(', ');
  return name === undefined ? words : `${name}: ${words}`;
}

function timesOf(from: number, to: number): string {
  if (from === to) return `${from} times`;
  return to === Number.POSITIVE_INFINITY ? `${from} times or more` : `${from} to ${to} times`;
}
