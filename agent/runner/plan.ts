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
  /** Files of the models of family `onnx`, by the artifact that a point names. */
  readonly files: ReadonlyMap<string, ModelFiles>;
}

/** SHA-256 of artifacts. */
export interface ModelFiles {
  readonly model: string;
  /** Of the files with its weights, by the names that it has for them. */
  readonly external: ReadonlyMap<string, string>;
}

export type Planned =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] };

export interface PlanOptions {
  /** Reads a model of family `onnx` by the SHA-256 of its file. Rejects with what no model can be read of. */
  readonly readModel: (sha256: string) => Promise<OnnxSource>;
  readonly hasArtifact: (sha256: string) => boolean;
}

/**
 * The modules that check and expand are loaded here, at the first run: an idle agent does not hold them. Throws
 * `artifact-missing`.
 */
export async function planRun(
  { sweep: text, artifacts, points: chosen }: Pick<RunStart, 'sweep' | 'artifacts' | 'points'>,
  options: PlanOptions,
): Promise<Planned> {
  for (const sha256 of Object.values(artifacts)) if (!options.hasArtifact(sha256)) throw missingArtifact(sha256);
  const [{ checkSweep }, { estimateTime }, { chooseSlots }, { canonicalJson, shortHash }, { loadModels }] =
    await Promise.all([
      import('@edgewright/core/sweep/check.js'),
      import('@edgewright/core/sweep/estimate.js'),
      import('@edgewright/core/sweep/choose.js'),
      import('@edgewright/core/canonical.js'),
      import('./models.ts'),
    ]);
  const { sources, files, lost } = await loadModels(text, artifacts, options.readModel);
  if (lost.length > 0) return { kind: 'refused', diagnostics: lost };
  const { diagnostics, sweep, points, slots: all } = checkSweep(text, sources);
  if (sweep === undefined || points === undefined || all === undefined) return { kind: 'refused', diagnostics };
  const choice = chooseSlots(sweep, all, chosen);
  if (choice.kind === 'refused') return choice;
  const { slots } = choice;
  const hash = shortHash(canonicalJson(slots.map(({ role, repeat, planned }) => [role, repeat, planned.point.id])));
  const weights = estimateTime(slots, sweep.measure).slots;
  const distinct = chosen === undefined ? points.length : new Set(chosen).size;
  return { kind: 'planned', plan: { sweep, slots, points: distinct, hash, weights, files } };
}

export function missingArtifact(sha256: string): CodedError {
  return new CodedError(
    'artifact-missing',
    `The device does not have the artifact ${sha256}.`,
    'Send it before the run: `artifact.missing` gives a ticket, PUT /artifacts/<sha256> takes the file.',
  );
}
