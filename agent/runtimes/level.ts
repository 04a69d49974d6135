// What jit optimises, as switches of its compiler: the levels are onnxruntime's, so that a sweep over `optimization` tells
// what each group of passes is worth, and `ablation` takes single ones away.
import type { Switches } from '@edgewright/core/graph/passes/passes.js';
import type { Ablation, Optimization } from '@edgewright/schemas/generated/record.js';

/** The passes, and `search`: whether each kernel's algorithm is chosen; else it is the plain one. */
export type Optimisations = Switches & { readonly search: boolean };

const none: Optimisations = {
  fold: false,
  dead: false,
  common: false,
  vertical: false,
  horizontal: false,
  fuse: false,
  search: false,
};
const basic: Optimisations = { ...none, fold: true, dead: true, common: true };
const extended: Optimisations = { ...basic, vertical: true, horizontal: true };

/** Each level has what the one before has. Lowering folds what decides about shapes whatever the level. */
const levels: Readonly<Record<Optimization, Optimisations>> = {
  disabled: none,
  basic,
  extended,
  all: { ...extended, fuse: true, search: true },
};

/** Of the level, without what is ablated. What nobody reads is removed with any single one: its work would go on. */
export function optimisationsOf(level: Optimization, ablation: Ablation = 'none'): Optimisations {
  const given = levels[level];
  if (ablation === 'none') return given;
  const least = { ...none, dead: given.dead };
  if (ablation === 'all') return least;
  const [kind, name] = ablation.split('-') as ['without' | 'only', keyof Optimisations];
  return kind === 'without' ? { ...given, [name]: false } : { ...least, [name]: given[name] };
}
