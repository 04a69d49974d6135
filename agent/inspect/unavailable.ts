// What cannot be had of an inspection, as an answer.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Unavailable } from '@edgewright/schemas/inspection.js';

/** What a runtime refuses is an answer: the rest of the inspection stands. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T | Unavailable> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { unavailable: error.message, fix: error.fix };
  }
}
