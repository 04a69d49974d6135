// The parameters of the model: lists of what the sweep varies, and text for what it does not.
import { capitalised } from '@edgewright/core/analysis/charts/format.js';
import type { ModelPreview } from '@edgewright/core/sweep/preview.js';
import type { ParameterValue } from '@edgewright/schemas/generated/record.js';
import { type Choice, choice } from '../shared/choice.ts';
import { element } from '../shared/elements.ts';

export interface ParameterPickers {
  readonly element: HTMLElement;
  show(preview: ModelPreview): void;
}

export interface Chosen {
  readonly model: number;
  /** The one changed last stands first. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

export function newPickers(onChoose: (chosen: Chosen) => void): ParameterPickers {
  const varied = element('div', { class: 'pickers' });
  const fixed = element('p', { class: 'muted pickers-fixed' });
  const known = new Map<string, Choice<string>>();
  let shown: ModelPreview | undefined;
  const model = choice<string>('Model', (value) => onChoose({ model: Number(value), parameters: {} }));
  const change = (name: string, text: string): void => {
    const parameter = shown?.parameters.find((candidate) => candidate.name === name);
    const value = parameter?.values.find((candidate) => valueText(candidate) === text);
    if (shown === undefined || value === undefined) return;
    const others = shown.parameters
      .filter((other) => other.name !== name)
      .map((other) => [other.name, other.chosen] as const);
    onChoose({ model: shown.model, parameters: Object.fromEntries([[name, value], ...others]) });
  };
  const made = element('section', { class: 'preview-parameters', 'aria-label': 'Parameters' }, varied, fixed);
  return {
    element: made,
    show(preview) {
      shown = preview;
      model.offer(
        preview.models.map((name, place) => ({ value: String(place), text: name })),
        String(preview.model),
      );
      const several = preview.parameters.filter(({ values }) => values.length > 1);
      const single = preview.parameters.filter(({ values }) => values.length === 1);
      for (const { name, values, chosen, description } of several) {
        const picker = known.get(name) ?? choice<string>(capitalised(name), (text) => change(name, text));
        known.set(name, picker);
        picker.element.title = description;
        picker.offer(
          values.map((value) => ({ value: valueText(value), text: valueText(value) })),
          valueText(chosen),
        );
      }
      const wanted = [
        ...(preview.models.length > 1 ? [model] : []),
        ...several.map(({ name }) => known.get(name)!),
      ].map((one) => one.element);
      // Put back only where they changed: a list that is put back loses the focus.
      if (wanted.length !== varied.childElementCount || wanted.some((one, at) => varied.children[at] !== one))
        varied.replaceChildren(...wanted);
      fixed.replaceChildren(
        ...single.flatMap(({ name, chosen, description }, at) => [
          at === 0 ? '' : ', ',
          element('span', { title: description }, `${name} ${valueText(chosen)}`),
        ]),
      );
      fixed.hidden = single.length === 0;
      made.hidden = fixed.hidden && wanted.length === 0;
    },
  };
}

function valueText(value: ParameterValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
