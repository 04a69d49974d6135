// What a sweep expands to, as far as an editor shows it, and what the files of a task tell: the second phase of checking, which
// may take seconds.
import { dirname, resolve } from 'node:path';
import { placeFindings } from '@edgewright/core/sweep/check.js';
import { type DeviceSpeed, estimateTime } from '@edgewright/core/sweep/estimate.js';
import { type ChosenDevice, checkFit } from '@edgewright/core/sweep/fit.js';
import type { PlannedPoint } from '@edgewright/core/sweep/point.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { Diagnostic } from '@edgewright/schemas/diagnostic.js';
import type { DocumentKind } from '@edgewright/schemas/kind.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import { loadSweep, type ModelReader } from '@edgewright/workbench/sweep/load.js';
import { checkModelFiles, type FactsReader } from '@edgewright/workbench/tasks/model.js';

export interface ExpansionJob {
  /** A sweep, unless it says otherwise. */
  readonly kind?: DocumentKind;
  readonly text: string;
  /** Path of the document; models are beside it. */
  readonly file: string;
  readonly devices: readonly ChosenDevice[];
}

export interface Expansion {
  /** What the text alone did not tell. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined where the sweep has errors. */
  readonly summary: Summary | undefined;
  /** Symbolic dimensions of the models of the family `onnx`, by the index of the model. */
  readonly dimensions: Readonly<Record<number, readonly string[]>>;
}

export interface Summary {
  readonly points: number;
  readonly slots: number;
  readonly excluded: number;
  /** Milliseconds. */
  readonly total: number;
  readonly longest: number;
  readonly assumption: string;
  readonly models: readonly ModelSummary[];
}

export interface ModelSummary {
  readonly points: number;
  readonly parameters: Extent;
  readonly macs: Extent;
  readonly weightBytes: Extent;
}

/** Least and greatest. */
export type Extent = readonly [least: number, most: number];

/** Of a task: what its files tell. */
export async function expandTask({ text, file }: ExpansionJob, read?: FactsReader): Promise<Expansion> {
  const { task } = checkTask(text);
  const diagnostics = task === undefined ? [] : await checkModelFiles(text, task, file, read);
  return { diagnostics, summary: undefined, dimensions: {} };
}

export async function expand({ text, file, devices }: ExpansionJob, read?: ModelReader): Promise<Expansion> {
  const parsed = parseSweep(text);
  const dimensions: Record<number, readonly string[]> = {};
  const { checked } = await loadSweep(file, dirname(file), text, read);
  for (const [index, model] of (parsed.sweep?.models ?? []).entries()) {
    if (model.file === undefined || read === undefined) continue;
    const source = await read(besideFile(model.file, file)).catch(() => undefined);
    if (source !== undefined) dimensions[index] = source.dimensions;
  }
  const known = new Set(parsed.diagnostics.map(keyOf));
  const fresh = checked.diagnostics.filter((diagnostic) => !known.has(keyOf(diagnostic)));
  const { sweep, points, slots, excluded } = checked;
  if (sweep === undefined || points === undefined || slots === undefined) {
    return { diagnostics: fresh, summary: undefined, dimensions };
  }
  const fit = placeFindings(text, checkFit(sweep, points, slots, devices));
  const { total, longest, assumption } = estimateTime(slots, sweep.measure, speedsOf(devices));
  const models = sweep.models.map(({ name }) => summaryOf(points.filter(({ point }) => point.model.name === name)));
  return {
    diagnostics: [...fresh, ...fit],
    summary: { points: points.length, slots: slots.length, excluded, total, longest, assumption, models },
    dimensions,
  };
}

function besideFile(path: string, file: string): string {
  return resolve(dirname(file), path);
}

function keyOf({ code, path, message }: Diagnostic): string {
  return JSON.stringify([code, path, message]);
}

/** Of the first device that has run something. */
function speedsOf(devices: readonly ChosenDevice[]): readonly DeviceSpeed[] {
  return devices.find(({ speeds }) => speeds.length > 0)?.speeds ?? [];
}

function summaryOf(points: readonly PlannedPoint[]): ModelSummary {
  const extent = (key: 'parameters' | 'macs' | 'weightBytes'): Extent =>
    points.reduce<Extent>(
      ([least, most], { cost }) => [Math.min(least, cost[key]), Math.max(most, cost[key])],
      [Number.POSITIVE_INFINITY, 0],
    );
  return {
    points: points.length,
    parameters: extent('parameters'),
    macs: extent('macs'),
    weightBytes: extent('weightBytes'),
  };
}
