// What one axis does to a model: its cost at some levels of the axis while the other axes stay at their first.
import type { Cost, Precision } from '@edgewright/schemas/generated/record.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import type { OnnxSource } from '../models/onnx.ts';
import { executionGrid } from './execution.ts';
import { newFindings } from './findings.ts';
import type { AxisLevel } from './space.ts';
import { subjectOf } from './subject.ts';
import { variantMaker } from './variant.ts';

export interface Effect {
  readonly value: AxisLevel;
  /** Undefined where the values make no model. */
  readonly cost: Cost | undefined;
}

/** At the first, the middle and the last level. Empty where the model or the axis is not known. */
export function effectOf(
  sweep: ResolvedSweep,
  index: number,
  axis: string,
  files: ReadonlyMap<string, OnnxSource>,
): readonly Effect[] {
  const model = sweep.models[index];
  const varied = model?.axes.find(({ name }) => name === axis);
  const findings = newFindings();
  const subject = model && subjectOf(model, index, files, findings);
  if (model === undefined || varied === undefined || subject === undefined) return [];
  const make = variantMaker({ model, index, subject, execution: executionGrid(sweep.execution, findings), findings });
  const zipped = model.zip.find((group) => group.includes(axis)) ?? [axis];
  const firsts = Object.fromEntries(model.axes.map(({ name, values }) => [name, values[0] as AxisLevel]));
  const precision = sweep.execution.precision[0] as Precision;
  return distinctLevels(varied.values.length).map((level) => {
    const moved = model.axes.filter(({ name }) => zipped.includes(name));
    const values = moved.map(({ name, values }) => [name, values[level] ?? values[0]] as const);
    const variant = make({ ...firsts, ...Object.fromEntries(values) } as Record<string, AxisLevel>, firsts);
    const cost = variant.refusal() === undefined ? variant.cost(precision) : undefined;
    return { value: varied.values[level] as AxisLevel, cost };
  });
}

function distinctLevels(count: number): readonly number[] {
  return [...new Set([0, Math.floor((count - 1) / 2), count - 1])];
}
