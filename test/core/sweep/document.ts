// Sweeps for tests, written as a user writes them.
import assert from 'node:assert/strict';
import { type Expansion, expandSweep } from '@edgewright/core/sweep/expand.js';
import { axisValue, type PlannedPoint } from '@edgewright/core/sweep/point.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';

/** The document with this body. */
export function documentOf(body: string): string {
  return `edgewright: sweep/v1\nname: test\n${body}`;
}

export function sweepOf(body: string): ResolvedSweep {
  const { sweep, diagnostics } = parseSweep(documentOf(body));
  assert.ok(sweep, JSON.stringify(diagnostics));
  return sweep;
}

export function expand(body: string): Expansion {
  return expandSweep(sweepOf(body), new Map());
}

/** The values of these axes at every point, in order, such as "4 32". */
export function valuesOf(points: readonly PlannedPoint[], ...axes: string[]): string[] {
  return points.map(({ point }) => axes.map((axis) => JSON.stringify(axisValue(point, axis))).join(' '));
}

/** `expand`, which must find nothing wrong, and the values of these axes. */
export function expandedValues(body: string, ...axes: string[]): string[] {
  const { points, diagnostics } = expand(body);
  assert.deepEqual(diagnostics, []);
  return valuesOf(points, ...axes);
}
