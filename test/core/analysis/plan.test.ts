import assert from 'node:assert/strict';
import { analyse } from '@edgewright/core/analysis/analyse.js';
import { planOf } from '@edgewright/core/analysis/plan.js';
import { tableOf } from '@edgewright/core/analysis/table.js';
import { expandSweep } from '@edgewright/core/sweep/expand.js';
import type { ResolvedSweep } from '@edgewright/schemas/resolved.js';
import { measured } from './records.ts';

const expression = (source: string) => ({ source, path: [], place: undefined });
const axis = (name: string, values: readonly number[]) => ({ name, values, place: undefined });

const sweep: ResolvedSweep = {
  name: 'plan',
  description: '',
  seed: 1,
  models: [
    {
      name: 'fc',
      family: 'fc',
      file: undefined,
      batch: undefined,
      axes: [axis('nodes', [32, 64, 128]), axis('batch', [1, 2, 4])],
      zip: [],
      when: new Map(),
      derive: new Map(),
      constraint: [expression('nodes * batch < 400')],
      place: undefined,
    },
  ],
  execution: {
    runtime: ['ort'],
    threads: [1],
    precision: ['float32'],
    optimization: ['all'],
    ablation: ['none'],
    scenario: [{ kind: 'single-stream' }],
    zip: [],
    when: new Map(),
  },
  constraint: [],
  measure: {
    halfWidth: 0.02,
    confidence: 0.95,
    minTime: 1000,
    maxTime: 10_000,
    minIterations: 10,
    maxIterations: 1000,
    warmupTime: 100,
    warmupIterations: 1,
    percentiles: [],
    repeats: 1,
    timeout: 60_000,
    memoryLimit: undefined,
    cooldown: 0,
    profile: false,
  },
  sampling: { method: 'random', points: 5 },
  order: { method: 'random', by: [], referenceEvery: undefined },
  budget: { time: undefined, points: undefined },
  analyses: undefined,
};

describe('plan', () => {
  it('tells what was planned, not sampled and excluded', () => {
    const { points } = planOf(sweep);
    const fates = Object.groupBy(points, (point) => point.fate);
    assert.deepEqual([fates.planned?.length, fates['not-sampled']?.length, fates.excluded?.length], [5, 3, 1]);
    assert.equal(fates.excluded?.[0]?.detail, 'nodes * batch < 400');
    assert.deepEqual([fates.excluded?.[0]?.axes.nodes, fates.excluded?.[0]?.axes.batch], [128, 4]);
  });

  it('makes a report that knows which points are still to come', () => {
    const expanded = expandSweep(sweep, new Map()).points.slice(0, 4);
    const records = expanded.map(({ point }, at) => {
      return { ...measured({ parameters: point.model.parameters, latency: 1 + at }), point };
    });
    const [model] = analyse(tableOf(records), sweep).models;
    assert.deepEqual(model?.coverage?.counts, { measured: 4, failed: 0, pending: 1, excluded: 1, notSampled: 3 });
    assert.equal(model?.coverage?.source, 'plan');
  });

  it('follows the analyses that the sweep asks for', () => {
    const records = expandSweep(sweep, new Map()).points.map(({ point }, at) => {
      return { ...measured({ parameters: point.model.parameters, latency: 1 + at }), point };
    });
    const analyses = [
      { kind: 'heatmap', x: 'nodes', y: 'batch', metric: 'throughput' },
      { kind: 'boxplot', by: 'batch', model: 'other' },
    ] as const;
    const [model] = analyse(tableOf(records), { ...sweep, analyses }).models;
    assert.equal(model?.heatmaps[0]?.kind === 'heatmap' && model.heatmaps[0].metric, 'throughput');
    assert.deepEqual(
      [model?.regressions, model?.boxplots, model?.roofline, model?.coverage],
      [[], [], undefined, undefined],
    );
  });
});
