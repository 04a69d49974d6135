// The chart library as text, which a report embeds. Alone in its file: a bundle has no package beside it to read, and
// puts the text in its place.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** ECharts as published. */
export function chartLibrary(): string {
  return readFileSync(fileURLToPath(import.meta.resolve('echarts/dist/echarts.min.js')), 'utf8');
}
