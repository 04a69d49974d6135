// Failures of tasks as a status, an answer or a result has them.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Trouble } from '@edgewright/schemas/deployment.js';

export function troubleOf({ code, message, fix }: CodedError): Trouble {
  return { code, message, fix };
}

/** Of a source that goes on trying, or that has nothing more to give. */
export function sourceTrouble(message: string, fix: string): Trouble {
  return { code: 'source-failed', message, fix };
}

export function unknownTask(task: string): CodedError {
  return new CodedError(
    'task-unknown',
    `The device has no task "${task.slice(0, 100)}".`,
    'Look in the list of its tasks, or deploy it.',
  );
}
