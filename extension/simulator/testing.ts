// The host's end of the thread that runs tests of a task document.
import { Worker } from 'node:worker_threads';
import type { Execute } from '@edgewright/workbench/task/test.js';
import type { Fault } from '../protocol.ts';
import type { ExecutionAnswer, ExecutionRequest } from './asking.ts';
import type { Testing, TestingWork } from './tester.ts';

export interface TestingOptions {
  /** The thread's program: tester.ts or its bundle. */
  readonly script: string;
  readonly work: TestingWork;
  /** By a device; of `isExecuted` work. */
  readonly execute?: Execute;
  /** What the thread is told of an execution that failed. */
  readonly faultOf: (error: unknown) => Fault;
  readonly tell: (message: Testing) => void;
  /** Aborted, the thread ends where it is, and nothing more is told. */
  readonly signal: AbortSignal;
}

/** Until all tests were run or the signal was aborted. Rejects where the thread dies, which is a bug. */
export async function runTests({ script, work, execute, faultOf, tell, signal }: TestingOptions): Promise<void> {
  if (signal.aborted) return;
  const worker = new Worker(script, { workerData: work });
  const end = (): void => void worker.terminate();
  signal.addEventListener('abort', end);
  const answer = async ({ id, fired }: ExecutionRequest): Promise<ExecutionAnswer> => {
    try {
      return { kind: 'executed', id, fired: (await execute?.(fired)) ?? fired };
    } catch (error) {
      return { kind: 'refused', id, fault: faultOf(error) };
    }
  };
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: Testing | ExecutionRequest) => {
        if (signal.aborted) return;
        if (message.kind === 'execute') void answer(message).then((answered) => worker.postMessage(answered));
        else tell(message);
      });
      worker.once('error', reject);
      worker.once('exit', () => resolve());
    });
  } finally {
    signal.removeEventListener('abort', end);
  }
}
