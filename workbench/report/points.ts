// The raw table. Without scripts its first rows are plain HTML; with them every row can be sorted and filtered.
import { formatSi } from '@edgewright/core/analysis/charts/format.js';
import { type Html, html } from './html.ts';
import type { Evidence } from './live/evidence.ts';

const rowsWithoutScript = 200;

const columns = ['No.', 'device', 'model', 'axes', 'median, ms', 'interval, ±%', 'items/s', 'verdict'];
const numeric = new Set([0, 4, 5, 6]);

export function pointsTable(evidence: Evidence): Html {
  const count = evidence.model.length;
  if (count === 0) return html`<p class="under">The records were not at hand when this report was written.</p>`;
  const shown = Math.min(rowsWithoutScript, count);
  const rows = Array.from({ length: shown }, (_, row) => cells(evidence, row));
  const raw =
    evidence.rawOmitted === 0
      ? 'A press on a row shows every latency of it.'
      : `A press on a row shows its latencies. The first ${evidence.raw.toLocaleString('en')} rows hold every latency; ` +
        `${evidence.rawOmitted.toLocaleString('en')} later ones hold nine quantiles, to keep this file small: the run folder has the raw values.`;
  return html`<p class="under">${raw}${shown < count ? html`<noscript> Without scripts the first ${shown.toLocaleString('en')} of ${count.toLocaleString('en')} rows are shown.</noscript>` : html``}</p>
<div class="tools"><label for="filter">Filter</label><input id="filter" type="search" placeholder="words, such as: ort-web batch 8 failed"><span id="filter-status" role="status" class="under"></span></div>
<div class="points" id="points" tabindex="0" role="region" aria-label="Measurements"><table>
<thead><tr>${columns.map((column, i) => html`<th scope="col" class="c${i} ${numeric.has(i) ? 'number' : ''}">${column}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>${row.map((cell, i) => html`<td class="${numeric.has(i) ? 'number' : ''}">${cell}</td>`)}</tr>
`,
  )}</tbody></table></div>`;
}

function cells(evidence: Evidence, row: number): readonly string[] {
  const model = evidence.models[evidence.model[row]];
  const numbers = evidence.numbers[row];
  const axes = model.axes
    .map(({ name, levels }, i) => ({ name, levels, level: levels[evidence.levels[row][i]] }))
    .filter(({ levels, level }) => levels.length > 1 && level !== '')
    .map(({ name, level }) => `${name} ${level}`)
    .join(', ');
  return [
    String(row + 1),
    evidence.devices[evidence.device[row]],
    model.name,
    axes,
    numbers === null ? '' : formatSi(numbers[0]),
    numbers === null || numbers[0] === 0 ? '' : ((50 * (numbers[2] - numbers[1])) / numbers[0]).toFixed(1),
    numbers === null ? '' : formatSi(numbers[3]),
    evidence.statuses[evidence.status[row]] + (evidence.reference[row] === 1 ? ', reference' : ''),
  ];
}
