// The models of the user that a pushed sweep names, each with the files that came with the run and hold its weights.
import { type OnnxSource, withWeights } from '@edgewright/core/models/onnx.js';
import { allBeside } from '@edgewright/core/onnx/external.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import type { ModelFiles, PlanOptions } from './plan.ts';

export interface LoadedModels {
  /** By the path in the sweep. */
  readonly sources: ReadonlyMap<string, OnnxSource>;
  /** By the artifact that a point of the model names. */
  readonly files: ReadonlyMap<string, ModelFiles>;
  /** Of models whose weights did not come. */
  readonly lost: readonly Diagnostic[];
}

/** @param artifacts SHA-256 by path. What the sweep names and is not among them is the checker's to tell. */
export async function loadModels(
  sweep: string,
  artifacts: Readonly<Record<string, string>>,
  readModel: PlanOptions['readModel'],
): Promise<LoadedModels> {
  const sources = new Map<string, OnnxSource>();
  const files = new Map<string, ModelFiles>();
  const lost: Diagnostic[] = [];
  for (const [index, { file, place }] of (parseSweep(sweep).sweep?.models ?? []).entries()) {
    if (file === undefined || !Object.hasOwn(artifacts, file) || sources.has(file)) continue;
    const model = artifacts[file]!;
    const source = await readModel(model);
    const external = allBeside(file, source.locations, artifacts, (location) =>
      lost.push({ ...missing(file, location, index), ...(place && { place }) }),
    );
    const whole = withWeights(source, [...external.values()]);
    sources.set(file, whole);
    files.set(whole.artifact, { model, external });
  }
  return { sources, files, lost };
}

function missing(file: string, location: string, index: number): Diagnostic {
  return {
    code: 'model-file',
    severity: 'error',
    path: ['models', index, 'file'],
    message: `${file} keeps weights in ${JSON.stringify(location)}, which did not come with the run.`,
    fix: 'Push it with a workbench that sends the files beside a model.',
  };
}
