// What the blocks of all analyses are made of.
import type { Chart } from '@edgewright/core/analysis/charts/chart.js';
import type { Refusal } from '@edgewright/core/analysis/refusal.js';
import type { AnalysisBlock, AnalysisChart } from '../../protocol.ts';

export function drawn(chart: Chart): AnalysisChart {
  return { kind: 'chart', chart };
}

export function refusalsIn(results: readonly (Refusal | { readonly kind: string })[]): AnalysisBlock['refusals'] {
  const refused = results.filter((result): result is Refusal => result.kind === 'refusal');
  const known = new Set<string>();
  return refused.flatMap(({ reason, fix }) => {
    if (known.has(reason)) return [];
    known.add(reason);
    return [{ reason, fix }];
  });
}
