// The one entry to a sweep document: the command line prints what it finds, the agent refuses with it, the editor
// underlines it. They cannot disagree.
import { type Diagnostic, hasErrors } from '@edgewright/schemas/diagnostic.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { parseYaml } from '@edgewright/schemas/yaml.js';
import type { OnnxSource } from '../models/onnx.ts';
import { expandSweep } from './expand.ts';
import { orderSlots, type Slot } from './order.ts';
import type { PlannedPoint } from './point.ts';
import { unusedAxes } from './unused.ts';

export interface CheckedSweep {
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the document has errors. */
  readonly sweep?: ResolvedSweep;
  /** Undefined where the document or its expansion has errors. */
  readonly points?: readonly PlannedPoint[];
  /** In the order of measuring; undefined as `points`. */
  readonly slots?: readonly Slot[];
  /** Distinct points that constraints left out. */
  readonly excluded: number;
}

/** `text` is a sweep document in YAML, `files` its models of family `onnx` by their path in the document. */
export function checkSweep(text: string, files: ReadonlyMap<string, OnnxSource>): CheckedSweep {
  const parsed = parseSweep(text);
  const { sweep } = parsed;
  if (sweep === undefined) return { diagnostics: parsed.diagnostics, excluded: 0 };
  const { points, excluded, diagnostics: expanded } = expandSweep(sweep, files);
  const found = hasErrors(expanded) ? expanded : [...expanded, ...unusedAxes(sweep, points)];
  const diagnostics = [...parsed.diagnostics, ...placeFindings(text, found)];
  if (hasErrors(diagnostics)) return { diagnostics, sweep, excluded };
  return { diagnostics, sweep, points, slots: orderSlots(sweep, points), excluded };
}

/** What is found past parsing has a path, and a place only where the resolved sweep kept one. */
export function placeFindings(text: string, found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.every(({ place }) => place)) return found;
  const yaml = parseYaml(text);
  if (yaml.kind === 'error') return found;
  return found.map((diagnostic) => ({ ...diagnostic, place: diagnostic.place ?? yaml.source.place(diagnostic.path) }));
}
