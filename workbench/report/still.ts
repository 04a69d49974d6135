// A chart as SVG, for reading without JavaScript and for print. Its colours follow the page's theme.

import { bindOption } from '@edgewright/core/analysis/charts/bind.js';
import type { Chart } from '@edgewright/core/analysis/charts/chart.js';
import { formatSi } from '@edgewright/core/analysis/charts/format.js';
import { thinScatter } from '@edgewright/core/analysis/charts/thin.js';
import * as echarts from 'echarts';

export interface Still {
  readonly svg: string;
  /** Points of scatter series: in the data and in the picture. */
  readonly points: number;
  readonly kept: number;
}

/** `width` in CSS pixels; the picture scales to its place. */
export function renderStill(chart: Chart, width: number): Still {
  const { option, points, kept } = thinScatter(chart.option);
  // ECharts passes a colour it does not know into the SVG as it is, so that CSS variables reach the browser.
  const bound = bindOption(option, (name) => `var(${name})`, formatSi);
  const view = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height: chart.height });
  try {
    view.setOption(bound as echarts.EChartsCoreOption);
    return { svg: compact(view.renderToSVGString()), points, kept };
  } finally {
    view.dispose();
  }
}

/** Fixed size becomes a view box, and coordinates need no more than two decimals; text is left as it is. */
function compact(svg: string): string {
  return svg
    .replace(/<svg width="(\d+)" height="(\d+)"/, '<svg role="presentation" width="100%"')
    .replace(/\n/g, '')
    .replace(/ ecmeta_[a-z_]+="[^"]*"/g, '')
    .replace(/<[^>]*>/g, (tag) => tag.replace(/(\d\.\d{2})\d+/g, '$1'));
}
