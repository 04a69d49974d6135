// Small results of analyses, for charts.
import type { AxisInfo, Region } from '@edgewright/core/analysis/axes.js';
import type { Box, BoxPlot } from '@edgewright/core/analysis/boxplot.js';
import type { Comparison, Pair } from '@edgewright/core/analysis/compare.js';
import type { Coverage, CoverageCounts } from '@edgewright/core/analysis/coverage.js';
import type { Heatmap } from '@edgewright/core/analysis/heatmap.js';
import type { Estimate } from '@edgewright/core/analysis/interval.js';
import type { Regression } from '@edgewright/core/analysis/regression.js';
import type { RoofGroup } from '@edgewright/core/analysis/roofline.js';

export const nodes: AxisInfo = {
  name: 'nodes',
  origin: 'model',
  kind: 'numeric',
  levels: [32, 64],
  geometric: true,
};
export const batch: AxisInfo = { ...nodes, name: 'batch', levels: [1, 8] };
const region: Region = { axes: [nodes, batch], text: 'nodes 32 to 64, batch 1 to 8' };

export const map: Heatmap = {
  kind: 'heatmap',
  model: 'fc',
  metric: 'latency',
  x: nodes,
  y: batch,
  chosen: 'largest-effect',
  cells: [
    { kind: 'value', x: 0, y: 0, value: 0.5, low: 0.4, high: 0.6, points: 2, missing: [] },
    { kind: 'value', x: 1, y: 0, value: 5, low: 4, high: 6, points: 1, missing: [] },
    {
      kind: 'value',
      x: 0,
      y: 1,
      value: 50,
      low: 49,
      high: 51,
      points: 1,
      missing: [{ kind: 'failed', count: 1, detail: 'timeout' }],
    },
    { kind: 'missing', x: 1, y: 1, missing: [{ kind: 'failed', count: 2, detail: 'out-of-memory' }] },
  ],
  aggregated: ['layers'],
  fixed: [{ axis: 'runtime', level: 'ort' }],
  range: { low: 0.5, high: 50 },
  scale: 'log',
  region,
};

export const fit: Regression = {
  kind: 'regression',
  model: 'fc',
  metric: 'latency',
  form: 'log',
  n: 40,
  p: 3,
  r2: 0.95,
  adjustedR2: 0.94,
  rmsePercent: 20,
  confidence: 0.95,
  terms: [],
  axes: [
    { axis: nodes, weight: estimate(0.9, 0.05), elasticity: estimate(1, 0.1), lmg: estimate(0.8, 0.1), vif: 1 },
    { axis: batch, weight: estimate(-0.2, 0.1), elasticity: undefined, lmg: undefined, vif: 1.2 },
  ],
  ratios: [],
  secondOrder: undefined,
  dropped: [],
  negativeShare: 0,
  missingShare: 0.05,
  bootstrap: { replicates: 1000, clusters: 40, units: 40, seed: 1 },
  residuals: { sources: [], fitted: [], residual: [] },
  warnings: [],
  region,
};

export const roofGroup: RoofGroup = {
  device: 'pi-5',
  runtime: 'ort',
  threads: 2,
  precision: 'float32',
  peak: 8e10,
  bandwidth: 1e10,
  ridge: 8,
  memory: { bytes: 2 ** 26, bandwidth: 4e9, ridge: 20 },
  method: { flops: '', bandwidth: '' },
  points: [
    { point: 'a', model: 'fc', intensity: 1, workingSet: 1e6, flops: 6e9, roof: 1e10, attained: 0.6, bound: 'memory' },
    {
      point: 'b',
      model: 'fc',
      intensity: 40,
      workingSet: 1e5,
      flops: 4e10,
      roof: 8e10,
      attained: 0.5,
      bound: 'compute',
    },
  ],
  memoryBound: 1,
  computeBound: 1,
  aboveRoof: 0,
  attained: { low: 0.525, median: 0.55, high: 0.575 },
};

const box: Box = { whiskerLow: 1, low: 2, median: 4, high: 8, whiskerHigh: 16, outliers: [40], outlierCount: 1 };

export const plot: BoxPlot = {
  kind: 'boxplot',
  model: 'fc',
  metric: 'latency',
  by: nodes,
  groups: [
    { level: 32, n: 12, failed: 1, boxes: { paradnn: box, tukey: { ...box, whiskerHigh: 15 } } },
    { level: 64, n: 0, failed: 3, boxes: undefined },
  ],
  labels: { paradnn: 'box 9th to 91st percentile', tukey: 'box quartiles' },
  region,
};

const counts: CoverageCounts = { measured: 6, failed: 2, pending: 1, excluded: 1, notSampled: 0 };

export const covered: Coverage = {
  kind: 'coverage',
  model: 'fc',
  source: 'plan',
  counts,
  axes: [
    {
      axis: nodes,
      levels: [
        { level: 32, counts: { ...counts, failed: 0 }, failedShare: { value: 0, low: 0, high: 0.3, confidence: 0.95 } },
        { level: 64, counts: { ...counts, measured: 0 }, failedShare: undefined },
      ],
    },
  ],
  failures: [{ code: 'out-of-memory', points: 2 }],
  uneven: [],
  region,
};

const pairs: readonly Pair[] = [
  { sources: [0, 1], axes: { nodes: 32, batch: 1 }, a: 1, b: 2, ratio: estimate(2, 0.1), outcome: 'win' },
  { sources: [0, 1], axes: { nodes: 64, batch: 1 }, a: 4, b: 4, ratio: estimate(1, 0.01), outcome: 'tie' },
  { sources: [0, 1], axes: { nodes: 64, batch: 8 }, a: 9, b: 3, ratio: estimate(0.333, 0.02), outcome: 'loss' },
];

export const comparison: Comparison = {
  kind: 'comparison',
  a: { name: 'ort', axis: 'runtime' },
  b: { name: 'ort-web', axis: 'runtime' },
  metric: 'latency',
  n: 3,
  delta: Math.log(1.03),
  confidence: 0.95,
  counts: { win: 1, tie: 1, loss: 1, undecided: 0 },
  shares: {
    win: estimate(1 / 3, 0.2),
    tie: estimate(1 / 3, 0.2),
    loss: estimate(1 / 3, 0.2),
    undecided: estimate(0, 0),
  },
  speedup: { byT: estimate(0.87, 0.3), byBootstrap: estimate(0.87, 0.4), least: 0.333, greatest: 2 },
  strict: { alpha: 0.05, better: 'undecided', pA: 1, pB: 1, somewhereA: 1, somewhereB: 1 },
  rules: [],
  ruleAxes: ['nodes', 'batch'],
  pairs,
  dropped: { onlyA: 0, onlyB: 0, failedA: 0, failedB: 0, text: '' },
  region,
};

function estimate(value: number, half: number): Estimate {
  return { value, low: value - half, high: value + half, confidence: 0.95 };
}
