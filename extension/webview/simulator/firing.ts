// What fired by a step: what made it, what it computed, what came of its execution, what leaves and what stays.
import { formatBytes } from '@edgewright/core/analysis/charts/format.js';
import { keptOf } from '@edgewright/core/task/executed.js';
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import type { TriedResult } from '@edgewright/schemas/deployment.js';
import type { SimulationFace } from '../../protocol.ts';
import { element } from '../shared/elements.ts';
import { facts, more, mostRows, part, type ShowScript, scriptButton } from './parts.ts';
import { clockOf, millisecondsOf, shortOf } from './words.ts';

export function firedElement(
  fired: readonly SimulatedFiring[],
  face: SimulationFace,
  showScript: ShowScript,
): HTMLElement {
  if (fired.length === 0) return element('p', { class: 'muted' }, 'This step fires nothing.');
  return element(
    'div',
    {},
    ...fired.slice(0, mostRows).map((each) => firingElement(each, face, showScript)),
    more(fired.length),
  );
}

function firingElement(
  fired: SimulatedFiring,
  { steps, executes }: SimulationFace,
  showScript: ShowScript,
): HTMLElement {
  const { firing, computed, outputs, execution } = fired;
  const { kind, key, time, events } = firing;
  const head = `${kind === 'match' ? 'Fires' : 'Times out'}${key === undefined ? '' : ` for ${key}`} at ${clockOf(time, false)}`;
  const made = events.slice(-mostRows).map(({ event, time: at, step }) => {
    const place = steps[step] === undefined ? '' : `step ${step + 1}: `;
    return element('li', {}, element('span', { class: 'muted' }, `${clockOf(at, false)}  `), `${place}${event}`);
  });
  const features = entriesOf(computed?.features ?? {});
  const tensors = Object.entries(computed?.tensors ?? {}).map(
    ([name, { shape, data }]) => [`${name} [${shape.join(', ')}]`, shortOf([...data])] as const,
  );
  const told = (to: 'outbox' | 'log') => outputs.filter((output) => output.to === to).map(({ values }) => values);
  const [leaves, logged] = [told('outbox'), told('log')];
  // Of several results each is a line of its own on the link.
  const bytes = leaves.reduce((sum, values) => sum + JSON.stringify(values).length, 0);
  const has = (list: readonly object[]): boolean => list.some((values) => Object.keys(values).length > 0);
  const kept = keptOf(fired);
  return element(
    'section',
    { class: 'firing' },
    element('h3', {}, head),
    part(events.length === 0 ? undefined : 'Made by', element('ol', { class: 'firing-events' }, ...made)),
    part(features.length + tensors.length === 0 ? undefined : 'Computes', facts([...features, ...tensors])),
    ...(execution === undefined ? [] : executionParts(execution, showScript)),
    part(has(leaves) ? `Leaves the device (${formatBytes(bytes)})` : undefined, facts(leaves.flatMap(entriesOf))),
    part(has(logged) ? 'Stays, in the log' : undefined, facts(logged.flatMap(entriesOf))),
    part(has(kept) ? 'Stays, in no output' : undefined, facts(kept.flatMap(entriesOf))),
    executes.length > 0 && execution === undefined ? element('p', { class: 'note' }, unexecuted(executes)) : undefined,
  );
}

function executionParts(
  { phases, failure, emitted, log }: TriedResult,
  showScript: ShowScript,
): readonly (HTMLElement | undefined)[] {
  const names = ['prepare', 'model', 'script', 'total'] as const;
  const times = names.flatMap((name) => {
    const time = phases[name];
    return time === undefined ? [] : [[name, millisecondsOf(time)] as const];
  });
  return [
    failure === undefined
      ? undefined
      : part(
          'Failed',
          element(
            'div',
            {},
            element('p', { class: 'bad' }, failure.message),
            element('p', {}, `${failure.fix} (${failure.code})`),
            scriptButton(failure, showScript),
          ),
        ),
    part('Took', facts(times)),
    part(
      emitted.length === 0 ? undefined : 'Emits',
      facts(emitted.slice(0, mostRows).map(({ event, fields }) => [event, shortOf(fields)] as const)),
    ),
    part(log.length === 0 ? undefined : 'Says', linesElement(log)),
  ];
}

function linesElement(log: TriedResult['log']): HTMLElement {
  const lines = log
    .slice(0, mostRows)
    .map(({ level, text }) =>
      element('li', { class: `line-${level}` }, ...(level === 'info' ? [] : [`${level}: `]), text),
    );
  return element('div', {}, element('ul', { class: 'firing-log mono' }, ...lines), more(log.length));
}

function entriesOf(values: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
  return Object.entries(values).map(([name, value]) => [name, shortOf(value)] as const);
}

function unexecuted(executes: SimulationFace['executes']): string {
  return `Then the ${executes.join(' and the ')} would run: what they give is known once a device executes it.`;
}
