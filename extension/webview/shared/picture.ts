// A chart as a file: drawn anew out of sight, at the size it has on the page, on the ground of the theme.
import { startDrawing } from './echarts.ts';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export function svgPicture(option: Record<string, unknown>, size: PictureSize): string {
  return drawnOutOfSight('svg', option, size, (drawing) => drawing.renderToSVGString());
}

/** At twice the size, so that it is sharp on paper and on a dense screen. */
export function pngPicture(option: Record<string, unknown>, size: PictureSize): Uint8Array {
  const address = drawnOutOfSight('canvas', option, size, (drawing) =>
    drawing.getDataURL({ type: 'png', pixelRatio: 2 }),
  );
  return Uint8Array.from(atob(address.slice(address.indexOf(',') + 1)), (character) => character.charCodeAt(0));
}

/** "Median latency over nodes" as "median-latency-over-nodes". */
export function fileName(title: string): string {
  const name = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  return name.replaceAll(/^-+|-+$/g, '').slice(0, 80) || 'chart';
}

function drawnOutOfSight<Result>(
  renderer: 'svg' | 'canvas',
  option: Record<string, unknown>,
  size: PictureSize,
  take: (drawing: ReturnType<typeof startDrawing>) => Result,
): Result {
  const drawing = startDrawing(document.createElement('div'), { renderer, ...size });
  try {
    drawing.setOption({ ...option, tooltip: { show: false } });
    return take(drawing);
  } finally {
    drawing.dispose();
  }
}
