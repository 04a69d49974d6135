// What a point needs of memory, known before anything is built: the agent refuses by it, the editor warns by it.
import type { Cost } from '@edgewright/schemas/generated/record.js';

/**
 * Bytes that a point needs at least: its weights and its live activations are each in memory once, whatever the runtime
 * does.
 */
export function leastMemory({ weightBytes, activationBytes }: Pick<Cost, 'weightBytes' | 'activationBytes'>): number {
  return weightBytes + activationBytes;
}
