// Simulates a task in a thread of its own and answers for every step: a long recording takes seconds, in which the window
// must stay alive.
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { catalogueOf } from '@edgewright/core/task/event-line.js';
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import { linesOf, readSteps, Stepper, type Steps } from '@edgewright/core/task/stepper.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import { loadTask } from '@edgewright/workbench/task/load.js';
import { readRecording } from '@edgewright/workbench/task/recording.js';
import { simulateExecuted } from '@edgewright/workbench/task/rounds.js';
import type { Fault, ToSimulatorView } from '../protocol.ts';
import { askHost, type ExecutionAnswer, type ExecutionRequest } from './asking.ts';
import { faceOf } from './face.ts';
import { faultOf } from './fault.ts';

export interface SimulationWork {
  /** Of the document and of the recording, as the editor keeps them. */
  readonly uri: string;
  readonly recordingUri: string;
  readonly text: string;
  readonly path: string;
  readonly recording: string;
}

/** To the worker. */
export type SimulationQuestion =
  /** The step to show. */
  | { readonly kind: 'at'; readonly step: number }
  /** Whether what fires is to be executed. */
  | { readonly kind: 'begin' }
  | ExecutionAnswer;

/** To the host: the rest is the page's. */
export type ToSimulatorHost =
  | ExecutionRequest
  /** What fires was executed and is shown, or it was not. */
  | { readonly kind: 'settled'; readonly fault: Fault | undefined };

void begin(workerData as SimulationWork);

async function begin(work: SimulationWork): Promise<void> {
  try {
    const { task, diagnostics } = loadTask(basename(work.path), work.text);
    if (task === undefined) return tell({ kind: 'invalid', diagnostics });
    const steps = await readSteps(readRecording(work.recording, basename(work.recording), catalogueOf([task])));
    serve(work, task, steps);
  } catch (error) {
    tell({ kind: 'broken', fault: faultOf(error) });
  }
}

function serve({ uri, recordingUri, recording }: SimulationWork, task: ResolvedTask, steps: Steps): void {
  const open = (executed?: readonly SimulatedFiring[]): Stepper => {
    const stepper = new Stepper(task, steps, undefined, executed);
    const face = faceOf(task, basename(recording), steps, stepper.firings());
    tell({ kind: 'opened', uri, recording: recordingUri, face });
    return stepper;
  };
  const asking = askHost(tell);
  const execute = async (): Promise<void> => {
    try {
      const lines = linesOf(steps);
      const { fired } = await simulateExecuted(
        [task],
        () => [lines],
        undefined,
        asking.execute,
        () => 'go-on',
      );
      stepper = open(fired);
      tell({ kind: 'settled', fault: undefined });
    } catch (error) {
      tell({ kind: 'settled', fault: faultOf(error) });
    }
  };
  let stepper = open();
  parentPort?.on('message', (question: SimulationQuestion) => {
    if (question.kind === 'at') tell({ kind: 'moment', moment: stepper.at(question.step) });
    else if (question.kind === 'begin') void execute();
    else asking.hear(question);
  });
}

function tell(message: ToSimulatorView | ToSimulatorHost): void {
  parentPort?.postMessage(message);
}
