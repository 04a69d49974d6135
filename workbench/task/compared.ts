// The firings that a test expects beside those that came, as two texts for a comparison side by side: of a firing that came
// only what the test states of it, so that they differ in nothing but what fails the test.
import type { SimulatedFiring } from '@edgewright/core/task/simulation.js';
import type { ExpectedFiring } from '@edgewright/schemas/task.js';
import { isNear } from './near.ts';

export interface FiringTexts {
  /** In the form of `firings` of a test. */
  readonly expected: string;
  readonly actual: string;
}

/** Firings that are written out on each side. */
const mostFirings = 200;

export function textsOf(expected: readonly ExpectedFiring[], fired: readonly SimulatedFiring[]): FiringTexts {
  const wanted = expected.slice(0, mostFirings).map((firing) => textOf(statedOf(firing)));
  const got = fired.slice(0, mostFirings).map((firing, index) => textOf(foundOf(firing, expected[index])));
  const more = (count: number): string[] => (count > mostFirings ? [`# and ${count - mostFirings} more`] : []);
  return {
    expected: [...wanted, ...more(expected.length)].join('\n'),
    actual: [...got, ...more(fired.length)].join('\n'),
  };
}

/** Keys of `firings` with their values, in the order of the document's reference; a result or a feature is a key each. */
type Stated = readonly (readonly [key: string, value: unknown])[];

function statedOf({ time, kind, key, events, features, results }: ExpectedFiring): Stated {
  return [
    ...(time === undefined ? [] : [['time', iso(time)] as const]),
    ...(kind === 'match' ? [] : [['kind', kind] as const]),
    ...(key === undefined ? [] : [['key', key] as const]),
    ...(events === undefined ? [] : [['events', events] as const]),
    ...Object.entries(features).map(([name, value]) => [`features.${name}`, value] as const),
    ...(results ?? []).flatMap((one, index) =>
      Object.entries(one).map(([name, value]) => [`results.${index}.${name}`, value] as const),
    ),
  ];
}

/** Of a firing that is not expected what tells it apart from others. */
function foundOf({ firing, computed, execution }: SimulatedFiring, wanted: ExpectedFiring | undefined): Stated {
  const { time, kind, key, events } = firing;
  const unlikeMatch = kind === 'match' && (wanted?.kind ?? 'match') === 'match' ? [] : [['kind', kind] as const];
  if (wanted === undefined)
    return [['time', iso(time)], ...unlikeMatch, ...(key === undefined ? [] : [['key', key] as const])];
  const near = (found: unknown, value: unknown): unknown => (isNear(found, value) ? value : found);
  const failure = execution?.failure;
  return [
    ...(wanted.time === undefined ? [] : [['time', iso(time)] as const]),
    ...unlikeMatch,
    ...(wanted.key === undefined ? [] : [['key', key] as const]),
    ...(wanted.events === undefined ? [] : [['events', events.length] as const]),
    ...Object.entries(wanted.features).map(
      ([name, value]) => [`features.${name}`, near(computed?.features[name], value)] as const,
    ),
    ...(failure === undefined ? [] : [['failure', `${failure.code}: ${failure.message}`] as const]),
    ...(failure === undefined ? resultsOf(execution?.results, wanted.results, near) : []),
  ];
}

/** Without an execution those that are expected: they were not compared. */
function resultsOf(
  found: readonly Readonly<Record<string, unknown>>[] | undefined,
  wanted: ExpectedFiring['results'],
  near: (found: unknown, value: unknown) => unknown,
): Stated {
  if (wanted === undefined) return [];
  const stated = wanted.slice(0, found?.length).flatMap((one, index) =>
    Object.entries(one).map(([name, value]) => {
      const shown = found === undefined ? value : near(found[index]?.[name], value);
      return [`results.${index}.${name}`, shown] as const;
    }),
  );
  const beyond = (found ?? [])
    .slice(wanted.length)
    .flatMap((one, at) =>
      Object.entries(one).map(([name, value]) => [`results.${wanted.length + at}.${name}`, value] as const),
    );
  return [...stated, ...beyond];
}

function textOf(stated: Stated): string {
  if (stated.length === 0) return '- any firing';
  return stated.map(([key, value], at) => `${at === 0 ? '- ' : '  '}${key}: ${shown(value)}`).join('\n');
}

function shown(value: unknown): string {
  return value === undefined
    ? 'none'
    : typeof value === 'string' && /^[\w.:-]+$/.test(value)
      ? value
      : JSON.stringify(value);
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
