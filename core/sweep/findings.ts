// Diagnostics of an expansion: what is wrong at thousands of combinations is said once, with their number.
import type { Code } from '@edgewright/schemas/codes.js';
import type { Diagnostic, Place } from '@edgewright/schemas/diagnostic.js';

export interface Findings {
  /** The first of its code and path gives the text; the others are counted. */
  add(
    code: Code,
    severity: Diagnostic['severity'],
    where: Where,
    message: string,
    fix: string,
    extras?: Pick<Diagnostic, 'related' | 'remedies'>,
  ): void;
  diagnostics(): Diagnostic[];
}

export interface Where {
  readonly path: readonly (string | number)[];
  readonly place: Place | undefined;
}

export function newFindings(): Findings {
  const found = new Map<string, { diagnostic: Diagnostic; count: number }>();
  return {
    add(code, severity, { path, place }, message, fix, extras) {
      const key = code + ' ' + path.join('.');
      const earlier = found.get(key);
      if (earlier) {
        earlier.count++;
        return;
      }
      const diagnostic = { code, severity, path, ...(place && { place }), message, fix, ...extras };
      found.set(key, { diagnostic, count: 1 });
    },
    diagnostics() {
      return [...found.values()].map(({ diagnostic, count }) =>
        count === 1 ? diagnostic : { ...diagnostic, message: `${diagnostic.message} So at ${count} combinations.` },
      );
    },
  };
}
