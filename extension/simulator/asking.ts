// What a thread that simulates asks of its host, who has the links to devices and their secrets: firings to be executed.
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import type { Execute } from '@edgewright/workbench/task/test.js';
import type { Fault } from '../protocol.ts';

/** Of the thread. */
export interface ExecutionRequest {
  readonly kind: 'execute';
  readonly id: number;
  readonly fired: readonly SimulatedFiring[];
}

/** Of the host. */
export type ExecutionAnswer =
  | { readonly kind: 'executed'; readonly id: number; readonly fired: readonly SimulatedFiring[] }
  | { readonly kind: 'refused'; readonly id: number; readonly fault: Fault };

export interface Asking {
  /** Rejects with the fault of the answer as its error. */
  readonly execute: Execute;
  hear(answer: ExecutionAnswer): void;
}

export function askHost(post: (request: ExecutionRequest) => void): Asking {
  const waiting = new Map<number, PromiseWithResolvers<readonly SimulatedFiring[]>>();
  let last = 0;
  return {
    execute(fired) {
      const id = ++last;
      const answer = Promise.withResolvers<readonly SimulatedFiring[]>();
      waiting.set(id, answer);
      post({ kind: 'execute', id, fired });
      return answer.promise;
    },
    hear(answer) {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (answer.kind === 'executed') asked?.resolve(answer.fired);
      else asked?.reject(new CodedError(answer.fault.code as Code, answer.fault.message, answer.fault.fix));
    },
  };
}
