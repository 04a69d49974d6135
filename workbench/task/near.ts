// Whether a value that was found is the one that a test expects.

/** Numbers within 1e-6, also those of lists. */
export function isNear(found: unknown, wanted: unknown): boolean {
  if (typeof found === 'number' && typeof wanted === 'number') return Math.abs(found - wanted) <= 1e-6;
  if (!Array.isArray(found) || !Array.isArray(wanted)) return found === wanted;
  return found.length === wanted.length && found.every((value, index) => isNear(value, wanted[index]));
}
