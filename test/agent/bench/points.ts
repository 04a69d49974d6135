import type { MeasureRequest } from '@edgewright/agent/bench/outcome.js';
import { familyOf } from '@edgewright/core/models/families.js';
import type { Execution, Parameters, Point } from '@edgewright/schemas/generated/record.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';

/** Ends within a few tens of milliseconds, however noisy the machine: tests are about what happens, not how fast. */
export const quick: MeasureRule = {
  halfWidth: 0.5,
  confidence: 0.9,
  minTime: 10,
  maxTime: 500,
  minIterations: 10,
  maxIterations: 200,
  warmupTime: 0,
  warmupIterations: 2,
  percentiles: [50, 90],
  repeats: 1,
  timeout: 60_000,
  memoryLimit: 4 * 2 ** 30,
  cooldown: 0,
  profile: false,
};

export const smallFc: Parameters = { layers: 2, nodes: 64, input: 32, output: 10, batch: 4 };

export function pointOf(execution: Partial<Execution> = {}, parameters: Parameters = smallFc, name = 'fc'): Point {
  return {
    id: 'test',
    seed: 1,
    model: { name, family: 'fc', parameters },
    execution: {
      runtime: 'ort',
      threads: 1,
      precision: 'float32',
      optimization: 'all',
      scenario: { kind: 'single-stream' },
      ...execution,
    },
  };
}

export function requestOf(point: Point, rule: Partial<MeasureRule> = {}, slot = 0): MeasureRequest {
  const cost = familyOf('fc').cost(point.model.parameters, point.execution.precision);
  return {
    slot,
    point,
    items: familyOf('fc').items(point.model.parameters),
    cost,
    rule: { ...quick, ...rule },
    file: undefined,
  };
}
