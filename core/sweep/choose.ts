// A part of a sweep to measure, such as the points that failed: the slots of the whole, restricted to chosen points.
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import type { Slot } from './order.ts';

export type Choice =
  | { readonly kind: 'planned'; readonly slots: readonly Slot[] }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/**
 * The slots of the points with these ids in their order, numbered anew, with every repeat; the reference point of the whole
 * sweep before every `order.referenceEvery` of them and at the end, so that both show the drift of the same point. All slots
 * as they are where `ids` is undefined.
 */
export function chooseSlots(sweep: ResolvedSweep, slots: readonly Slot[], ids: readonly string[] | undefined): Choice {
  if (ids === undefined) return { kind: 'planned', slots };
  const known = new Set(slots.map(({ planned }) => planned.point.id));
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) return { kind: 'refused', diagnostics: [unknownPoints(unknown)] };
  const wanted = new Set(ids);
  const chosen = slots.filter(({ role, planned }) => role === 'point' && wanted.has(planned.point.id));
  const reference = slots.find(({ role }) => role === 'reference')?.planned;
  const every = sweep.order.referenceEvery;
  const ordered: Slot[] = [];
  const add = (slot: Omit<Slot, 'index'>) => ordered.push({ ...slot, index: ordered.length });
  let references = 0;
  const addReference = () => {
    if (reference !== undefined) add({ role: 'reference', repeat: references++, planned: reference });
  };
  for (const [position, slot] of chosen.entries()) {
    if (every !== undefined && position % every === 0) addReference();
    add(slot);
  }
  addReference();
  return { kind: 'planned', slots: ordered };
}

function unknownPoints(ids: readonly string[]): Diagnostic {
  const [first] = ids;
  const more = ids.length > 1 ? ` and ${ids.length - 1} more` : '';
  return {
    code: 'point-unknown',
    severity: 'error',
    path: [],
    message: `The sweep has no point ${first}${more}.`,
    fix: 'Ask for points of the very document and models that were measured, by an agent of the same version.',
  };
}
