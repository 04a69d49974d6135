// The levels of optimisation, which are onnxruntime's, as switches of the compiler's passes: so a sweep over `optimization`
// tells what each group of passes is worth.
import type { Switches } from '@edgewright/core/graph/passes/passes.js';
import type { Optimization } from '@edgewright/schemas/generated/record.js';

const none: Switches = { fold: false, dead: false, common: false, vertical: false, horizontal: false, fuse: false };
const basic: Switches = { ...none, fold: true, dead: true, common: true };
const extended: Switches = { ...basic, vertical: true, horizontal: true };

/** Each level has the passes of the one before. Lowering folds what decides about shapes whatever the level. */
export const passesOf: Readonly<Record<Optimization, Switches>> = {
  disabled: none,
  basic,
  extended,
  all: { ...extended, fuse: true },
};
