// What the model costs in all, and where that lies in the range of the sweep.
import { formatBytes, formatSi } from '@edgewright/core/analysis/charts/format.js';
import type { ModelPreview } from '@edgewright/core/sweep/preview.js';
import type { Cost } from '@edgewright/schemas/generated/record.js';
import { element } from '../shared/elements.ts';

const figures: readonly {
  readonly key: keyof Cost;
  readonly name: string;
  readonly text: (value: number) => string;
  readonly about: string;
}[] = [
  { key: 'parameters', name: 'Parameters', text: formatSi, about: 'Trained parameters' },
  { key: 'macs', name: 'MACs', text: formatSi, about: 'Multiply-accumulates of one inference, batch included' },
  { key: 'flops', name: 'FLOPs', text: formatSi, about: 'Two a MAC, and the element-wise operations' },
  { key: 'weightBytes', name: 'Weights', text: formatBytes, about: 'Bytes of all constants' },
  {
    key: 'activationBytes',
    name: 'Activations, peak',
    text: formatBytes,
    about: 'Most bytes of activations alive at once',
  },
  {
    key: 'trafficBytes',
    name: 'Traffic',
    text: formatBytes,
    about: 'Bytes read and written by one inference, each node by itself',
  },
];

export function totalsElement({ cost, range }: Pick<ModelPreview, 'cost' | 'range'>): HTMLElement {
  return element(
    'dl',
    { class: 'totals' },
    ...figures.map(({ key, name, text, about }) => {
      const value = cost?.[key];
      return element(
        'div',
        { title: about },
        element('dt', { class: 'muted' }, name),
        element('dd', { class: 'total' }, value === undefined ? '–' : text(value)),
        range === undefined
          ? undefined
          : element(
              'dd',
              {
                class: 'total-range muted',
                title: `Over the ${range.points.toLocaleString('en')} points of the sweep`,
              },
              range.least[key] === range.most[key] ? undefined : scale(range.least[key], range.most[key], value),
              range.least[key] === range.most[key]
                ? `${text(range.least[key])} in all points`
                : `${text(range.least[key])} to ${text(range.most[key])}`,
            ),
      );
    }),
  );
}

/** A line from the least to the greatest, logarithmic, with a mark at the value. */
function scale(least: number, most: number, value: number | undefined): HTMLElement {
  const at = (number: number): number => Math.log(Math.max(1, number));
  const share = most > least && value !== undefined ? (at(value) - at(least)) / (at(most) - at(least)) : 0.5;
  return element(
    'span',
    { class: 'total-scale', 'aria-hidden': 'true' },
    value === undefined ? undefined : element('span', { style: `left: ${100 * Math.min(1, Math.max(0, share))}%` }),
  );
}
