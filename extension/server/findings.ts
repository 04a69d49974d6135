// What can be said of a document from its text alone, at once: the first of the two phases of checking.

import { type ChosenDevice, checkRuntimes } from '@edgewright/core/sweep/fit.js';
import { checkTaskFrom } from '@edgewright/core/triggers/check.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { readFleetFrom } from '@edgewright/schemas/fleet.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import { readSweepFrom } from '@edgewright/schemas/sweep.js';
import type { Source } from './source.ts';
import { nodeAt } from './tree.ts';

export interface TextFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** Of a sweep without errors: what an expansion is of. */
  readonly sweep: ResolvedSweep | undefined;
  /** Whether more can be said with the files that it names. */
  readonly hasMore: boolean;
}

export function findInText(source: Source, devices: readonly ChosenDevice[]): TextFindings {
  switch (source.kind) {
    case 'task': {
      const { diagnostics, task } = checkTaskFrom(source.yaml());
      return { diagnostics, sweep: undefined, hasMore: task?.model !== undefined };
    }
    case 'fleet':
      return { diagnostics: readFleetFrom(source.yaml()).diagnostics, sweep: undefined, hasMore: false };
    case 'sweep': {
      const { diagnostics, sweep } = readSweepFrom(source.yaml());
      const missing = sweep === undefined ? [] : placed(source, checkRuntimes(sweep, devices));
      return { diagnostics: [...diagnostics, ...missing], sweep, hasMore: sweep !== undefined };
    }
  }
}

/** Findings by their paths, at the places of this version of the text; those whose place is gone are left out. */
export function placed(source: Source, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const yaml = source.yaml();
  if (yaml.kind === 'error') return [];
  return found.map((diagnostic) => ({ ...diagnostic, place: yaml.source.place(diagnostic.path) }));
}

/** Findings of an earlier version that still have their place. */
export function kept(source: Source, found: readonly Diagnostic[]): readonly Diagnostic[] {
  const tree = source.tree();
  const there = found.filter(({ path }) => nodeAt(tree, path) !== undefined);
  // Other places moved as well, and edits that were ready may not fit any more.
  return placed(source, there).map(({ related: _, remedies: __, ...rest }) => rest);
}
