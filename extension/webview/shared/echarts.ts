// The parts of ECharts that charts of the core use, and no others: the rest would double the page.
import { BarChart, BoxplotChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts';
import {
  DataZoomInsideComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  VisualMapPiecewiseComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

use([
  BarChart,
  BoxplotChart,
  HeatmapChart,
  LineChart,
  ScatterChart,
  DataZoomInsideComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  VisualMapPiecewiseComponent,
  LabelLayout,
  CanvasRenderer,
  SVGRenderer,
]);

export interface DrawingOptions {
  /** `svg` for few marks: each is an element that a style sheet, a test and a person's tools can reach. */
  readonly renderer: 'svg' | 'canvas';
  readonly width?: number;
  readonly height?: number;
}

export type Drawing = ReturnType<typeof init>;

export function startDrawing(place: HTMLElement, options: DrawingOptions): Drawing {
  return init(place, null, options);
}
