// Simulates a task in a thread of its own and answers for every step: a long recording takes seconds, in which the window
// must stay alive.
import { basename } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { catalogueOf } from '@edgewright/core/task/event-line.js';
import { readSteps, Stepper } from '@edgewright/core/task/stepper.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { loadTask } from '@edgewright/workbench/task/load.js';
import { readRecording } from '@edgewright/workbench/task/recording.js';
import type { ToSimulatorView } from '../protocol.ts';
import { faceOf } from './face.ts';

export interface SimulationWork {
  /** Of the document and of the recording, as the editor keeps them. */
  readonly uri: string;
  readonly recordingUri: string;
  readonly text: string;
  readonly path: string;
  readonly recording: string;
}

/** To the worker: the step to show. */
export type SimulationQuestion = number;

void begin(workerData as SimulationWork);

async function begin(work: SimulationWork): Promise<void> {
  try {
    const { task, diagnostics } = loadTask(basename(work.path), work.text);
    if (task === undefined) return tell({ kind: 'invalid', diagnostics });
    const steps = await readSteps(readRecording(work.recording, basename(work.recording), catalogueOf([task])));
    const stepper = new Stepper(task, steps);
    const face = faceOf(task, basename(work.recording), steps, stepper.firings());
    tell({ kind: 'opened', uri: work.uri, recording: work.recordingUri, face });
    parentPort?.on('message', (step: SimulationQuestion) => tell({ kind: 'moment', moment: stepper.at(step) }));
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const { code, message, fix } = error;
    tell({ kind: 'broken', fault: { code, message, fix } });
  }
}

function tell(message: ToSimulatorView): void {
  parentPort?.postMessage(message);
}
