// A chart in the page: its picture, the sentence under it, the table behind it, the option that makes it live.
import type { Chart, ChartTable } from '@edgewright/core/analysis/charts/chart.js';
import { type Html, html, scriptJson, trusted, unbroken } from './html.ts';
import { renderStill } from './still.ts';

/** Numbers the figures of one page. */
export interface FigureRoom {
  next(): number;
}

export function figureRoom(): FigureRoom {
  let count = 0;
  return {
    next: () => {
      count += 1;
      return count;
    },
  };
}

const fullWidth = 1080;
const halfWidth = 520;

export function figure(chart: Chart, room: FigureRoom): Html {
  const id = `figure-${room.next()}`;
  const still = renderStill(chart, chart.half ? halfWidth : fullWidth);
  const thinned =
    still.kept < still.points
      ? ` The still picture holds ${still.kept.toLocaleString('en')} representative points of ${still.points.toLocaleString('en')}; the live chart holds all.`
      : '';
  return html`<figure id="${id}" class="${chart.half ? 'half' : 'wide'}" aria-labelledby="${id}-title">
<h4 id="${id}-title">${chart.title}</h4>
<div data-chart="${id}" data-height="${chart.height}"><div class="still" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-caption">${trusted(still.svg.replaceAll(/zr\d+-/g, `${id}-`))}</div></div>
<figcaption id="${id}-caption">${unbroken(chart.caption)}${thinned}</figcaption>
<details><summary>Show as table</summary>${tableOf(chart.table, chart.title)}</details>
<script type="application/json" id="${id}-option">${scriptJson(chart.option)}</script>
</figure>
`;
}

export function figures(charts: readonly Chart[], room: FigureRoom): Html {
  return charts.length === 0 ? html`` : html`<div class="figures">${charts.map((chart) => figure(chart, room))}</div>`;
}

export function tableOf(table: ChartTable, caption: string): Html {
  const isNumber = table.columns.map((_, i) =>
    table.rows.every((row) => /^[-−\d.]/.test(String(row[i] ?? '')) || row[i] === ''),
  );
  const kind = (i: number): string => (isNumber[i] ? 'number' : 'text');
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}, as table"><table>
<thead><tr>${table.columns.map((column, i) => html`<th scope="col" class="${kind(i)}">${column}</th>`)}</tr></thead>
<tbody>${table.rows.map(
    (
      row,
    ) => html`<tr>${row.map((cell, i) => html`<td class="${kind(i)}">${typeof cell === 'number' ? cell.toLocaleString('en') : cell}</td>`)}</tr>
`,
  )}</tbody></table></div>${table.omitted > 0 ? html`<p class="under">${table.omitted.toLocaleString('en')} further rows are not shown here.</p>` : html``}`;
}
