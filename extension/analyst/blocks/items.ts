import type { Chart, Json, JsonObject } from '@edgewright/core/analysis/charts/chart.js';

/** The chart with every item of its series that is an object as `change` makes it. */
export function withItems(chart: Chart, change: (item: JsonObject, series: JsonObject) => Json): Chart {
  const series = (chart.option.series as readonly JsonObject[]).map((one): JsonObject => {
    const data = (one.data as readonly Json[]).map((item) =>
      typeof item === 'object' && item !== null && !Array.isArray(item) ? change(item as JsonObject, one) : item,
    );
    return { ...one, data };
  });
  return { ...chart, option: { ...chart.option, series } };
}
