// Every value that was compared with onnxruntime's, the furthest off first. Only rows in sight are in the document.
import { countOf } from '@edgewright/core/analysis/charts/format.js';
import type { InspectedDiff, InspectedNode, InspectedValue, Inspection } from '@edgewright/schemas/inspection.js';
import { element } from '../shared/elements.ts';
import { noticeElement } from '../shared/notice.ts';
import { errorText } from './measured.ts';

export interface Difference {
  readonly element: HTMLElement;
  show(inspection: Inspection | undefined): void;
}

/** Pixels; the style sheet has the same. */
const rowHeight = 24;

/** `onNode` hears of the node of the file whose value is chosen, `onCompare` that a comparison is wanted. */
export function newDifference(onNode: (node: number) => void, onCompare: () => void): Difference {
  let values: readonly InspectedValue[] = [];
  let nodes: ReadonlyMap<number, InspectedNode> = new Map();
  let picked = 0;
  let isByError = true;
  let known: Inspection | undefined;

  const said = element('div', { class: 'difference-said' });
  const order = element(
    'button',
    { class: 'head-button', onclick: () => sortBy(false), title: 'In the order of the graph' },
    'Value',
  );
  const worst = element(
    'button',
    { class: 'head-button', onclick: () => sortBy(true), title: 'Furthest off first' },
    'Max absolute',
  );
  const orderHead = element('span', { role: 'columnheader' }, order);
  const worstHead = element('span', { role: 'columnheader', class: 'number' }, worst);
  const head = element(
    'div',
    { class: 'difference-row graph-headline', role: 'row' },
    orderHead,
    element('span', { role: 'columnheader' }, 'Node'),
    element('span', { role: 'columnheader', class: 'difference-type' }, 'Type'),
    worstHead,
    ...['Max relative', 'ULPs', 'Beyond'].map((name) =>
      element('span', { role: 'columnheader', class: 'number' }, name),
    ),
  );
  const body = element('div', { class: 'graph-rows', role: 'rowgroup' });
  const scroll = element(
    'div',
    {
      class: 'graph-list difference-list',
      role: 'grid',
      tabindex: 0,
      'aria-label': 'Values compared',
      onscroll: () => requestAnimationFrame(paint),
      onkeydown: (event) => walk(event as KeyboardEvent),
      onclick: (event) => {
        const at = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
        if (at !== undefined) choose(Number(at));
      },
    },
    head,
    body,
  );
  new ResizeObserver(() => paint()).observe(scroll);

  const paint = (): void => {
    const first = Math.max(0, Math.floor(scroll.scrollTop / rowHeight) - 8);
    const last = Math.min(values.length, first + Math.ceil(scroll.clientHeight / rowHeight) + 17);
    body.style.height = `${values.length * rowHeight}px`;
    body.replaceChildren(
      ...values
        .slice(first, last)
        .map((value, at) =>
          rowElement(value, nodes.get(value.node), { at: first + at, isPicked: first + at === picked }),
        ),
    );
    if (picked >= first && picked < last) scroll.setAttribute('aria-activedescendant', `difference-${picked}`);
    else scroll.removeAttribute('aria-activedescendant');
  };
  const sortBy = (isError: boolean): void => {
    isByError = isError;
    orderHead.setAttribute('aria-sort', isByError ? 'none' : 'other');
    worstHead.setAttribute('aria-sort', isByError ? 'descending' : 'none');
    const all = known?.values ?? [];
    values = isByError ? all.toSorted(compareErrors) : all;
    picked = 0;
    scroll.scrollTop = 0;
    scroll.setAttribute('aria-rowcount', String(values.length + 1));
    paint();
  };
  const choose = (at: number): void => {
    picked = at;
    const value = values[at];
    paint();
    if (value !== undefined) onNode(value.node);
  };
  const walk = (event: KeyboardEvent): void => {
    if (event.target !== scroll) return;
    const page = Math.max(1, Math.floor(scroll.clientHeight / rowHeight) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: picked + 1,
      ArrowUp: picked - 1,
      PageDown: picked + page,
      PageUp: picked - page,
      Home: 0,
      End: values.length - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) {
      picked = Math.min(values.length - 1, Math.max(0, to));
      const top = picked * rowHeight;
      if (top < scroll.scrollTop) scroll.scrollTop = top;
      else if (top + 2 * rowHeight > scroll.scrollTop + scroll.clientHeight)
        scroll.scrollTop = top + 2 * rowHeight - scroll.clientHeight;
      paint();
    } else if (event.key === 'Enter') choose(picked);
    else return;
    event.preventDefault();
  };

  return {
    element: element('div', { class: 'difference' }, said, scroll),
    show(inspection) {
      known = inspection;
      nodes = new Map(inspection?.nodes.map((node) => [node.index, node]));
      const { diff } = inspection ?? {};
      scroll.hidden = diff === undefined || 'unavailable' in diff;
      said.replaceChildren(
        inspection === undefined || diff === undefined
          ? askElement(onCompare)
          : 'unavailable' in diff
            ? noticeElement({ icon: 'circle-slash', title: diff.unavailable, text: diff.fix, tone: 'warn' })
            : verdictElement(inspection, diff, onNode),
      );
      sortBy(isByError);
    },
  };
}

function askElement(onCompare: () => void): HTMLElement {
  return noticeElement(
    {
      icon: 'diff',
      title: 'The model was not compared yet',
      text: 'A device runs it on jit and on onnxruntime with the same random inputs, and compares every value between them.',
    },
    element('vscode-button', { onclick: onCompare }, 'Compare with onnxruntime...'),
  );
}

function verdictElement(
  { device, values, nodes }: Inspection,
  { reference, tolerance, firstDiffering, left, seed }: InspectedDiff,
  onNode: (node: number) => void,
): HTMLElement {
  const beyond = values.filter((value) => value.beyond > 0).length;
  const first = nodes.find(({ index }) => index === firstDiffering);
  const how = `On ${device.name}, against ${reference.runtime} ${reference.version}, inputs of seed ${seed}; close is within ${tolerance.relative} of an element and ${tolerance.absolute} of the greatest of its value.`;
  return element(
    'div',
    {},
    element(
      'p',
      { role: 'status' },
      beyond === 0
        ? element('strong', { class: 'good' }, `All ${countOf(values.length, 'value')} agree. `)
        : element(
            'strong',
            { class: 'bad' },
            `${countOf(beyond, 'value')} of ${values.length.toLocaleString('en')} differ. `,
          ),
      ...(first === undefined
        ? []
        : [
            'The first node that differs is ',
            element(
              'button',
              { class: 'link', onclick: () => onNode(first.index) },
              `${first.op} ${first.name || first.outputs[0]}`,
            ),
            '.',
          ]),
    ),
    element('p', { class: 'muted' }, `${how}${left === 0 ? '' : ` ${countOf(left, 'value')} could not be compared.`}`),
  );
}

/** Those beyond the tolerance first, then by the greatest error. */
function compareErrors(a: InspectedValue, b: InspectedValue): number {
  const off = ({ maxAbs, mismatch }: InspectedValue): number =>
    mismatch !== undefined || maxAbs === null ? Number.MAX_VALUE : maxAbs;
  return Number(b.beyond > 0) - Number(a.beyond > 0) || off(b) - off(a);
}

function rowElement(
  value: InspectedValue,
  node: InspectedNode | undefined,
  { at, isPicked }: { readonly at: number; readonly isPicked: boolean },
): HTMLElement {
  const { name, type, of, beyond, maxAbs, maxRel, ulps, mismatch, isOutput } = value;
  const error = (number: number | null): string => (number === null ? 'infinite' : errorText(number));
  const cell = (text: string, title = text, kind = ''): HTMLElement =>
    element('span', { role: 'gridcell', class: `ellipsis ${kind}`, title }, text);
  return element(
    'div',
    {
      class: `difference-row${isPicked ? ' is-picked' : ''}`,
      id: `difference-${at}`,
      role: 'row',
      'data-row': at,
      'aria-rowindex': at + 2,
      'aria-selected': String(isPicked),
      style: `top: ${at * rowHeight}px`,
    },
    cell(isOutput ? `${name} (output)` : name, name),
    cell(node === undefined ? '' : `${node.op} ${node.name}`),
    cell(type, type, 'difference-type mono'),
    cell(mismatch === undefined ? error(maxAbs) : 'another type', mismatch ?? error(maxAbs), 'number'),
    cell(mismatch === undefined ? error(maxRel) : '', undefined, 'number'),
    cell(ulps === null ? '' : ulps.toLocaleString('en'), undefined, 'number'),
    cell(
      beyond === 0 ? 'none' : `${beyond.toLocaleString('en')} of ${of.toLocaleString('en')}`,
      undefined,
      `number${beyond === 0 ? '' : ' bad'}`,
    ),
  );
}
