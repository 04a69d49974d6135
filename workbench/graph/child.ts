// The process in which cases are verified: what a hostile model does to it, it does to nothing else.

import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import type { Place } from './cases.ts';
import type { Tolerance } from './compare.ts';
import type { Verdict } from './verdict.ts';
import { verdictOf } from './verdict.ts';
import { verifyCase } from './verify.ts';

/** From the parent, one at a time; the answer is a verdict. */
export interface Assignment {
  readonly place: Place;
  readonly tolerance: Tolerance;
}

process.on('message', ({ place, tolerance }: Assignment) => {
  process.send?.(verdict(place, tolerance));
});
process.on('disconnect', () => process.exit());
// Ctrl-C reaches the whole group: the parent says when it is over.
process.on('SIGINT', () => {});

function verdict(place: Place, tolerance: Tolerance): Verdict {
  if (webAssembly !== undefined) return verifyCase(webAssembly, place, tolerance);
  return verdictOf(place.name, 'refused', {
    error: {
      code: 'runtime-unavailable',
      message: 'This Node has no WebAssembly.',
      fix: 'Start it without --jitless.',
    },
  });
}
