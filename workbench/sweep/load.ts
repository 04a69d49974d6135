// A sweep document with the models of the user that it names.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { inspectOnnx, type OnnxSource, withWeights } from '@edgewright/core/models/onnx.js';
import { besideModel } from '@edgewright/core/onnx/external.js';
import { type CheckedSweep, checkSweep } from '@edgewright/core/sweep/check.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { ResolvedModel } from '@edgewright/schemas/resolved.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { hashFile } from '../devices/artifact.ts';
import { naming, weightsBeside } from '../graph/weights.ts';
import type { RunArtifact, RunHead } from '../runs/folder.ts';

export interface LoadedSweep {
  readonly checked: CheckedSweep;
  /** Of `onnx` models, by the path in the sweep. */
  readonly artifacts: Readonly<Record<string, RunArtifact>>;
  /** Absolute paths of the files beside them that hold weights, by the paths that the sweep would have for them. */
  readonly weights: ReadonlyMap<string, string>;
}

/** Undefined where the file cannot be read. Throws a CodedError where it is no model. */
export type ModelReader = (path: string) => Promise<OnnxSource | undefined>;

/** `text` is the content of `file`, a path relative to `cwd`. A model that cannot be read is a diagnostic. */
export async function loadSweep(
  file: string,
  cwd: string,
  text: string,
  read: ModelReader = readModel,
): Promise<LoadedSweep> {
  const sources = new Map<string, OnnxSource>();
  const artifacts: Record<string, RunArtifact> = {};
  const weights = new Map<string, string>();
  const refused: Diagnostic[] = [];
  for (const [index, model] of (parseSweep(text).sweep?.models ?? []).entries()) {
    if (model.file === undefined || sources.has(model.file)) continue;
    const path = resolve(dirname(resolve(cwd, file)), model.file);
    try {
      const source = await read(path).catch(naming(model.file));
      // A missing file is the checker's to tell.
      if (source === undefined) continue;
      for (const [beside, one] of await weightsBeside(model.file, path, source.locations)) weights.set(beside, one);
      sources.set(model.file, source);
      artifacts[model.file] = { sha256: source.artifact, file: path };
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      refused.push(refusal(model, index, error));
    }
  }
  const checked = checkSweep(text, sources);
  if (refused.length === 0) return { checked, artifacts, weights };
  const others = checked.diagnostics.filter(({ code, path }) => code !== 'model-file' || !isSamePlace(path, refused));
  return { checked: { ...checked, diagnostics: [...others, ...refused] }, artifacts, weights };
}

/** All files that go with a run. Reads those with weights, which may be large. Throws `file-unreadable`. */
export async function runArtifacts({
  artifacts,
  weights,
}: Pick<LoadedSweep, 'artifacts' | 'weights'>): Promise<RunHead['artifacts']> {
  const all: Record<string, RunArtifact> = { ...artifacts };
  for (const [path, file] of weights) all[path] ??= { sha256: await hashFile(file, path), file };
  return all;
}

/** Reads the whole file. */
export async function readModel(path: string): Promise<OnnxSource | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes === undefined ? undefined : inspectOnnx(bytes, createHash('sha256').update(bytes).digest('hex'));
}

/** The models of a run that are still where they were and as they were; files with their weights are not looked at. */
export async function sourcesOf({
  sweep,
  artifacts,
}: Pick<RunHead, 'sweep' | 'artifacts'>): Promise<Map<string, OnnxSource>> {
  const sources = new Map<string, OnnxSource>();
  const models = new Set(parseSweep(sweep).sweep?.models.map(({ file }) => file));
  for (const [path, { file, sha256 }] of Object.entries(artifacts)) {
    if (!models.has(path)) continue;
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined || createHash('sha256').update(bytes).digest('hex') !== sha256) continue;
    const source = inspectOnnx(bytes, sha256);
    const weights = source.locations.flatMap((location) => besideModel(path, location, artifacts)?.sha256 ?? []);
    sources.set(path, withWeights(source, weights));
  }
  return sources;
}

function refusal(model: ResolvedModel, index: number, { code, message, fix }: CodedError): Diagnostic {
  return {
    code,
    severity: 'error',
    path: ['models', index, 'file'],
    ...(model.place && { place: model.place }),
    message,
    fix,
  };
}

function isSamePlace(path: Diagnostic['path'], others: readonly Diagnostic[]): boolean {
  return others.some((other) => other.path.join('/') === path.join('/'));
}
