// What each optimisation brings: sentences, a chart a metric, and all figures in a table.

import { type Ablation, ablationMetrics, type Factor } from '@edgewright/core/analysis/ablation.js';
import type { AblationReport } from '@edgewright/core/analysis/analyse.js';
import { ablationCharts } from '@edgewright/core/analysis/charts/ablation.js';
import { effectName } from '@edgewright/core/analysis/sentences/ablation.js';
import { type FigureRoom, figures, tableOf } from './figure.ts';
import { type Html, html } from './html.ts';
import { commonRegion, isRefusal, refusalNote, sentenceList } from './parts.ts';

export function ablationBlock({ ablation, sentences }: AblationReport, room: FigureRoom): Html {
  if (isRefusal(ablation)) return refusalNote(ablation);
  const title = ablation.model === undefined ? html`` : html`<h3>${ablation.model}</h3>`;
  const region = commonRegion(sentences);
  return html`${title}${sentenceList(sentences, 'plain', region)}
${region === '' ? html`` : html`<p class="under">All of this holds for ${region}.</p>`}
${figures(ablationCharts(ablation), room)}
<h3>All figures</h3>
<p class="under">How many times as much it is without the optimisation as with it, with intervals over models.</p>
<div class="card">${tableOf(tableRows(ablation), 'What each optimisation brings')}</div>
${timeByModel(ablation)}`;
}

const columns = [
  'left out',
  'points',
  'models',
  'programs changed',
  'time',
  'bytes moved',
  'kernels',
  'bytes of the arena',
];

function tableRows({ effects }: Ablation) {
  const rows = effects.map((effect) => [
    effectName(effect),
    effect.pairs,
    effect.models,
    effect.changed,
    ...ablationMetrics.map((metric) => factorText(effect.factors[metric])),
  ]);
  return { columns, rows, omitted: 0 };
}

/** Where each works: nothing where there is one model. */
function timeByModel({ effects }: Ablation): Html {
  const models = [...new Set(effects.flatMap(({ byModel }) => [...byModel.keys()]))].sort();
  if (models.length < 2) return html``;
  const rows = effects.map((effect) => [
    effectName(effect),
    ...models.map((model) => factorText(effect.byModel.get(model))),
  ]);
  return html`<h3>Time, model by model</h3>
<p class="under">Few points stand behind each: read them as a description, not as claims.</p>
<div class="card">${tableOf({ columns: ['left out', ...models], rows, omitted: 0 }, 'Time, model by model')}</div>`;
}

function factorText(factor: Factor | undefined): string {
  if (factor === undefined) return '';
  return `${factor.value.toFixed(3)}× [${factor.low.toFixed(3)}, ${factor.high.toFixed(3)}]`;
}
