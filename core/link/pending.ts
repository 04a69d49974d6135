// Requests that wait for an answer.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Clock, Timer } from './channel.ts';

export interface Pending {
  /** A new id and the promise of its answer. Milliseconds until it is given up. */
  add(method: string, timeout: number): { readonly id: number; readonly answer: Promise<unknown> };
  /** Ids that wait for nothing are let pass: the answer came after its request was given up. */
  resolve(id: number, result: unknown): void;
  reject(id: number, error: CodedError): void;
  rejectAll(error: CodedError): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: CodedError) => void;
  readonly timer: Timer;
}

export function createPending(clock: Clock): Pending {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const take = (id: number): Waiting | undefined => {
    const entry = waiting.get(id);
    if (entry === undefined) return undefined;
    waiting.delete(id);
    clock.clearTimer(entry.timer);
    return entry;
  };
  return {
    add(method, timeout) {
      const id = ++last;
      const answer = new Promise<unknown>((resolve, reject) => {
        const timer = clock.setTimer(() => take(id)?.reject(tooLate(method, timeout)), timeout);
        waiting.set(id, { resolve, reject, timer });
      });
      return { id, answer };
    },
    resolve: (id, result) => take(id)?.resolve(result),
    reject: (id, error) => take(id)?.reject(error),
    rejectAll(error) {
      for (const id of [...waiting.keys()]) take(id)?.reject(error);
    },
  };
}

function tooLate(method: string, timeout: number): CodedError {
  return new CodedError(
    'request-timeout',
    `The peer did not answer "${method}" within ${timeout} ms.`,
    'Ask again; the request may or may not have been carried out.',
  );
}
