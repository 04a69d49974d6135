// The identity of a point: what it measures, not what it is called nor where it stands in a document.
import type { Cost, Execution, Point, PointModel } from '@edgewright/schemas/generated/record.js';
import { canonicalJson, shortHash } from '../canonical.ts';

/** A point with its cost, known before anything is built. */
export interface PlannedPoint {
  readonly point: Point;
  readonly cost: Cost;
  /** Items (examples, images, sequences) in one inference. */
  readonly items: number;
}

/** What of a model is part of a point's identity. */
export type IdentifiedModel = Omit<PointModel, 'name'>;

/** 16 hexadecimal characters that are equal where model (without its name), execution and seed are equal. */
export function pointId(model: IdentifiedModel, execution: Execution, seed: number): string {
  return joinedId(modelText(model), canonicalJson(execution), seed);
}

/** The canonical text of a model, for the many points that share it. */
export function modelText(model: IdentifiedModel): string {
  const { family, parameters, artifact } = model;
  return canonicalJson({ family, parameters, artifact });
}

/** The id from texts made before: `pointId` without writing the model anew for every execution. */
export function joinedId(model: string, execution: string, seed: number): string {
  return shortHash(`{"execution":${execution},"model":${model},"seed":${seed}}`);
}

/** The value of an axis of a point by name: of the execution, of the model's parameters, or `model` for its name. */
export function axisValue(point: Point, axis: string): unknown {
  if (Object.hasOwn(point.model.parameters, axis)) return point.model.parameters[axis];
  if (axis === 'model') return point.model.name;
  if (axis === 'family') return point.model.family;
  return levelOf(point.execution, axis);
}

/** The level of an axis of execution. A point from which nothing is ablated does not say so: its id is that of sweeps without the axis. */
export function levelOf(execution: Readonly<Partial<Record<string, unknown>>> | Execution, axis: string): unknown {
  if (Object.hasOwn(execution, axis)) return execution[axis as keyof typeof execution];
  return axis === 'ablation' ? 'none' : undefined;
}
