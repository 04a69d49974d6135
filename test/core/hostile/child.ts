// The process that models are opened in: one that hangs or takes all memory ends it, and not the tests.
import { seededRandom } from '@edgewright/core/random.js';
import { pass } from './doors.ts';
import { mutate } from './mutate.ts';
import { seedModel } from './seeds.ts';

export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'start'; readonly seed: number }
  | { readonly kind: 'end'; readonly seed: number; readonly outcome: string; readonly fault?: string };

function tell(message: Told): Promise<void> {
  return new Promise((resolve) => process.send!(message, undefined, undefined, () => resolve()));
}

process.once('disconnect', () => process.exit());
process.on('message', async ({ from, to }: Range) => {
  for (let seed = from; seed < to; seed++) {
    const random = seededRandom(seed);
    const bytes = mutate(random, seedModel(random));
    await tell({ kind: 'start', seed });
    try {
      await tell({ kind: 'end', seed, outcome: pass(bytes) });
    } catch (error) {
      await tell({ kind: 'end', seed, outcome: 'fault', fault: String((error as Error).stack) });
    }
  }
});
await tell({ kind: 'ready' });
