// The sizes of dimensions that the file leaves open: a field each.
import type { OpenSize } from '../../protocol.ts';
import { element } from '../shared/elements.ts';

export interface SizeFields {
  readonly element: HTMLElement;
  show(dimensions: readonly OpenSize[]): void;
}

/** Greater ones make tensors that no compiler takes. */
const mostSize = 2 ** 31 - 1;

/** `onChange` hears all sizes, by name, once one is changed and fits. */
export function newSizes(onChange: (sizes: Readonly<Record<string, number>>) => void): SizeFields {
  const fields = new Map<string, HTMLInputElement>();
  const made = element('section', { class: 'sizes', 'aria-label': 'Sizes of open dimensions' });
  const told = element('span', { class: 'bad', role: 'status' });
  let known = '';
  const change = (): void => {
    const sizes = [...fields].map(([name, field]) => [name, Number(field.value)] as const);
    const wrong = sizes.find(([, size]) => !Number.isInteger(size) || size < 0 || size > mostSize);
    for (const [name, size] of sizes) fields.get(name)?.setAttribute('aria-invalid', String(wrong?.[1] === size));
    told.textContent = wrong === undefined ? '' : `${wrong[0]} takes a whole number from 0.`;
    const text = JSON.stringify(sizes);
    if (wrong !== undefined || text === known) return;
    known = text;
    onChange(Object.fromEntries(sizes));
  };
  const fieldOf = ({ name, size, inputs }: OpenSize): HTMLElement => {
    const field =
      fields.get(name) ??
      element('input', { type: 'number', min: 0, class: 'size', 'aria-label': name, onchange: change });
    fields.set(name, field);
    field.value = String(size);
    return element(
      'label',
      { class: 'choice', title: `An open dimension of ${inputs.join(', ')}` },
      element('span', { class: 'choice-label' }, name),
      field,
    );
  };
  return {
    element: made,
    show(dimensions) {
      made.hidden = dimensions.length === 0;
      known = JSON.stringify(dimensions.map(({ name, size }) => [name, size]));
      const isSame = dimensions.length === fields.size && dimensions.every(({ name }) => fields.has(name));
      if (isSame) {
        for (const { name, size } of dimensions) {
          const field = fields.get(name);
          if (field !== undefined && field !== document.activeElement) field.value = String(size);
        }
        return;
      }
      fields.clear();
      made.replaceChildren(element('span', { class: 'muted' }, 'Open dimensions'), ...dimensions.map(fieldOf), told);
    },
  };
}
