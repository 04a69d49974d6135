// From a pushed sweep to what is measured in which order. The same text gives the same plan at every start of the agent.
import type { OnnxSource } from '@edgewright/core/models/onnx.js';
import type { Slot } from '@edgewright/core/sweep/order.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import type { RunStart } from '@edgewright/schemas/wire.js';

export interface Plan {
  readonly sweep: ResolvedSweep;
  readonly slots: readonly Slot[];
  /** Distinct points. */
  readonly points: number;
  /** Hash of what is measured in which order. */
  readonly hash: string;
  /** Estimated milliseconds of each slot: only their proportions are used. */
  readonly weights: readonly number[];
}

export type Planned =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

/** Reads a model of family `onnx` by the SHA-256 of its file. Throws `artifact-missing`. */
export type ReadModel = (sha256: string) => Promise<OnnxSource>;

/** The modules that check and expand are loaded here, at the first run: an idle agent does not hold them. */
export async function planRun(
  { sweep: text, artifacts, points: chosen }: Pick<RunStart, 'sweep' | 'artifacts' | 'points'>,
  readModel: ReadModel,
): Promise<Planned> {
  const [{ checkSweep }, { estimateTime }, { chooseSlots }, { canonicalJson, shortHash }] = await Promise.all([
    import('@edgewright/core/sweep/check.js'),
    import('@edgewright/core/sweep/estimate.js'),
    import('@edgewright/core/sweep/choose.js'),
    import('@edgewright/core/canonical.js'),
  ]);
  const files = new Map<string, OnnxSource>();
  for (const [path, sha256] of Object.entries(artifacts)) files.set(path, await readModel(sha256));
  const { diagnostics, sweep, points, slots: all } = checkSweep(text, files);
  if (sweep === undefined || points === undefined || all === undefined) return { kind: 'refused', diagnostics };
  const choice = chooseSlots(sweep, all, chosen);
  if (choice.kind === 'refused') return choice;
  const { slots } = choice;
  const hash = shortHash(canonicalJson(slots.map(({ role, repeat, planned }) => [role, repeat, planned.point.id])));
  const weights = estimateTime(slots, sweep.measure).slots;
  const distinct = chosen === undefined ? points.length : new Set(chosen).size;
  return { kind: 'planned', plan: { sweep, slots, points: distinct, hash, weights } };
}

export function missingArtifact(sha256: string): CodedError {
  return new CodedError(
    'artifact-missing',
    `The device does not have the artifact ${sha256}.`,
    'Send it before the run: `artifact.missing` gives a ticket, PUT /artifacts/<sha256> takes the file.',
  );
}
