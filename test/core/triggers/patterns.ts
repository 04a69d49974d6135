// Random patterns and recordings for the comparison with brute force, and their way into the matcher.
import { TriggerEngine, type TriggerTask } from '@edgewright/core/triggers/engine.js';
import type { Firing } from '@edgewright/core/triggers/event.js';
import { type Expression, parseExpression } from '@edgewright/schemas/expression.js';
import type { SequenceTrigger } from '@edgewright/schemas/trigger.js';
import fc from 'fast-check';
import type { PlainCondition, PlainEvent, PlainFiring, PlainPattern, PlainStep } from './bruteforce.ts';

const names = ['a', 'b', 'c', 'd'] as const;

export const recordings: fc.Arbitrary<readonly PlainEvent[]> = fc
  .array(
    fc.record({
      pause: fc.constantFrom(0, 1, 1, 1, 1, 2, 4),
      event: fc.constantFrom('a', 'a', 'a', 'b', 'b', 'b', 'c', 'c', 'd'),
      k: fc.constantFrom(1, 1, 1, 2),
      v: fc.constantFrom(0, 1, 2),
      hasKey: fc.constantFrom(...Array(9).fill(true), false),
      hasValue: fc.constantFrom(...Array(9).fill(true), false),
    }),
    { minLength: 6, maxLength: 14, size: 'max' },
  )
  .map((events) => {
    let time = 1000;
    return events.map(({ pause, event, k, v, hasKey, hasValue }) => {
      time += pause;
      return { time, event, fields: { ...(hasKey && { k }), ...(hasValue && { v }) } };
    });
  });

const someNames = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'a', 'b', 'b', 'c', 'd').map((name) => [name]) },
  {
    weight: 1,
    arbitrary: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 4 }).map((list) => list.sort()),
  },
);
const operator = fc.constantFrom('==', '!=', '<', '>=') as fc.Arbitrary<'==' | '!=' | '<' | '>='>;

function conditionAt(step: number): fc.Arbitrary<PlainCondition | undefined> {
  const constant = fc.record({ field: fc.constant('v'), operator, value: fc.constantFrom(0, 1, 2) });
  if (step === 0) return fc.oneof(fc.constant(undefined), fc.constant(undefined), fc.constant(undefined), constant);
  const earlier = fc.record({
    field: fc.constant('v'),
    operator,
    step: fc.nat({ max: step - 1 }),
    of: fc.constant('v'),
  });
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: constant },
    { weight: 1, arbitrary: earlier },
  );
}

function stepAt(step: number, isStrict: boolean): fc.Arbitrary<PlainStep> {
  const times = fc.constantFrom([1, 1], [1, 1], [1, 2], [2, 2], [1, Number.POSITIVE_INFINITY], [2, 3]);
  const guard = fc.record({ events: someNames, where: conditionAt(step) });
  return fc
    .record({
      events: someNames,
      where: conditionAt(step),
      times,
      optional: step === 0 ? fc.constant(false) : fc.constantFrom(false, false, true),
      guard: step === 0 || isStrict ? fc.constant(undefined) : fc.oneof(fc.constant(undefined), guard),
    })
    .map(({ times: [from, to], ...rest }) => ({ ...rest, from: from!, to: to! }) as PlainStep);
}

const contiguities = fc.constantFrom('strict', 'skip-till-next', 'skip-till-next', 'skip-till-any') as fc.Arbitrary<
  PlainPattern['contiguity']
>;

export const patterns: fc.Arbitrary<PlainPattern> = fc
  .tuple(contiguities, fc.integer({ min: 1, max: 3 }))
  .chain(([contiguity, length]) => {
    const isStrict = contiguity === 'strict';
    const isAny = contiguity === 'skip-till-any';
    return fc.record({
      key: fc.constantFrom(undefined, 'k'),
      sees: fc.constantFrom([...names], [...names]),
      steps: fc.tuple(...Array.from({ length }, (_, step) => stepAt(step, isStrict))),
      absence: isStrict
        ? fc.constant(undefined)
        : fc.option(
            fc.record({ events: someNames, where: conditionAt(length), for: fc.constantFrom(undefined, 2, 4) }),
            {
              nil: undefined,
            },
          ),
      withinTime: fc.constantFrom(3, 6, 10, 20, ...(isAny ? [6] : [Number.POSITIVE_INFINITY])),
      withinEvents: fc.constantFrom(4, 6, ...(isAny ? [4] : [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])),
      contiguity: fc.constant(contiguity),
      skip: fc.constantFrom('past-last', 'none') as fc.Arbitrary<PlainPattern['skip']>,
      eager: fc.boolean(),
      timeouts: isAny ? fc.constant(false) : fc.constantFrom(true, false, false),
      session: fc.option(
        fc.record({
          gap: fc.constantFrom(4, Number.POSITIVE_INFINITY),
          start: fc.constantFrom([], ['a']),
          end: fc.constantFrom([], ['d']),
        }),
        { nil: undefined },
      ),
    });
  })
  .map((pattern) => ({ ...pattern, eager: pattern.eager && pattern.absence === undefined }) as PlainPattern);

/** Patterns that begin alike, so that they share steps, and go on and end differently. */
export const families: fc.Arbitrary<readonly PlainPattern[]> = fc
  .tuple(patterns, fc.array(patterns, { minLength: 1, maxLength: 3 }), fc.nat({ max: 2 }))
  .map(([base, others, shared]) => [
    base,
    ...others.map((other) => ({
      ...base,
      ...(base.contiguity === other.contiguity && {
        steps: [...base.steps.slice(0, shared + 1), ...other.steps.slice(1)],
      }),
      withinTime: base.contiguity === 'skip-till-any' ? base.withinTime : other.withinTime,
      skip: other.skip,
      eager: base.eager,
    })),
  ])
  .map((set) => set.map((pattern) => ({ ...pattern, steps: pattern.steps.slice(0, 3).map(asFirst) })));

/** Conditions of a step that came from elsewhere may name steps that are not before it. */
function asFirst(step: PlainStep, index: number): PlainStep {
  const isKnown = (condition: PlainCondition | undefined) =>
    condition === undefined || 'value' in condition || condition.step < index;
  const { where, guard, ...rest } = step;
  return {
    ...rest,
    ...(isKnown(where) && where && { where }),
    ...(guard && {
      guard: { events: guard.events, ...(isKnown(guard.where) && guard.where && { where: guard.where }) },
    }),
  };
}

export function triggerOf(pattern: PlainPattern): SequenceTrigger {
  return {
    kind: 'sequence',
    key: pattern.key,
    steps: pattern.steps.map(({ where, guard, ...step }, index) => ({
      ...step,
      name: `s${index}`,
      where: expressionOf(where),
      guard: guard && { events: guard.events, where: expressionOf(guard.where) },
    })),
    absence: pattern.absence && {
      events: pattern.absence.events,
      where: expressionOf(pattern.absence.where),
      for: pattern.absence.for,
    },
    withinTime: pattern.withinTime,
    withinEvents: pattern.withinEvents,
    contiguity: pattern.contiguity,
    skip: pattern.skip,
    eager: pattern.eager,
    timeouts: pattern.timeouts,
    session: pattern.session,
    limits: { partials: 1_000_000, keys: 1000 },
    debounce: undefined,
    cooldown: undefined,
  };
}

function expressionOf(condition: PlainCondition | undefined): Expression | undefined {
  if (condition === undefined) return undefined;
  const right = 'value' in condition ? String(condition.value) : `s${condition.step}.${condition.of}`;
  const parsed = parseExpression(`${condition.field} ${condition.operator} ${right}`, { parts: true });
  if (parsed.kind === 'error') throw new Error(parsed.message);
  return parsed.expression;
}

export function tasksOf(patterns: readonly PlainPattern[]): readonly TriggerTask[] {
  return patterns.map((pattern, index) => ({
    id: `t${index}`,
    sees: pattern.sees,
    lateness: undefined,
    trigger: triggerOf(pattern),
  }));
}

/** What the engine tells of each pattern, in order. */
export function matchByEngine(
  patterns: readonly PlainPattern[],
  events: readonly PlainEvent[],
  end: number,
): readonly (readonly PlainFiring[])[] {
  const fired: Firing[] = [];
  const engine = new TriggerEngine((firing) => fired.push(firing));
  engine.load(tasksOf(patterns));
  for (const event of events) engine.push(event);
  engine.advance(end);
  return patterns.map((_, index) => fired.filter(({ task }) => task === `t${index}`).map(plain));
}

export function plain({ kind, time, key, events }: Firing): PlainFiring {
  return { kind, time, key, events: events.map(({ seq, step }) => [seq - 1, step] as const) };
}

/** Streams of different keys go on side by side: their order is not compared. */
export function byKey(firings: readonly PlainFiring[]): readonly PlainFiring[] {
  return firings.toSorted((a, b) => String(a.key).localeCompare(String(b.key)));
}
