// The sequence of a trigger: its steps, its window, and whether it can fire and its state stays in bounds.
import { parseCondition } from './conditions.ts';
import { contradictionIn } from './contradiction.ts';
import type { Expression } from './expression.ts';
import { removal } from './finding.ts';
import type { Step as StepSpec, Trigger as TriggerSpec } from './generated/task.ts';
import type { Report } from './report.ts';
import { checkKey, type Declared, namesAfter, readEvents } from './task-names.ts';
import {
  type Absence,
  defaultLimits,
  type Guard,
  type SequenceTrigger,
  type Session,
  type Shaping,
  type Step,
} from './trigger.ts';
import type { Names, ValueType } from './typing.ts';
import { readDuration } from './units.ts';
import type { Path } from './yaml.ts';

const endless = Number.POSITIVE_INFINITY;

export function readSequence(
  spec: TriggerSpec,
  kind: 'event' | 'sequence',
  path: Path,
  declared: Declared,
  shaping: Shaping,
  report: Report,
): SequenceTrigger | undefined {
  const single: StepSpec = { ...(spec.event && { event: spec.event }), ...(spec.where && { where: spec.where }) };
  const specs = kind === 'event' ? [single] : (spec.sequence ?? []);
  const pathOf = (index: number): Path => (kind === 'event' ? path : [...path, 'sequence', index]);
  const read = readSteps(specs, pathOf, declared, report);
  if (read === undefined) return undefined;
  const { steps, absence } = read;
  if (spec.key !== undefined) {
    const events = [...new Set([...steps, ...(absence ? [absence] : [])].flatMap(({ events }) => events))];
    checkKey(spec.key, [...path, 'key'], events, declared, report);
  }
  const within = typeof spec.within === 'string' ? { time: spec.within } : (spec.within ?? {});
  const timePath = typeof spec.within === 'string' ? [...path, 'within'] : [...path, 'within', 'time'];
  const isAny = spec.contiguity === 'skip-till-any';
  const trigger: SequenceTrigger = {
    kind: 'sequence',
    key: spec.key,
    steps,
    absence,
    withinTime: within.time === undefined ? endless : readDuration(within.time, timePath, report),
    withinEvents: within.events ?? endless,
    contiguity: spec.contiguity ?? 'skip-till-next',
    skip: spec.skip ?? 'past-last',
    eager: (spec.eager ?? false) && absence === undefined,
    timeouts: (spec.timeouts ?? false) && !isAny,
    session: sessionOf(spec, path, declared, report),
    limits: { ...defaultLimits, ...spec.limits },
    ...shaping,
  };
  checkUse(spec, trigger, path, report);
  checkBounds(trigger, path, pathOf, report);
  checkSession(trigger, [...path, 'session'], report);
  return trigger;
}

function readSteps(
  specs: readonly StepSpec[],
  pathOf: (index: number) => Path,
  declared: Declared,
  report: Report,
): { readonly steps: readonly Step[]; readonly absence: Absence | undefined } | undefined {
  const steps: Step[] = [];
  const earlier = new Map<string, readonly string[]>();
  let guard: Guard | undefined;
  let absence: Absence | undefined;
  let isGood = true;
  const refuse = (index: number, key: string, message: string, fix: string) => {
    isGood = false;
    report.keyError('trigger-step', [...pathOf(index), ...(key === '' ? [] : [key])], message, fix);
  };
  for (const [index, spec] of specs.entries()) {
    const path = pathOf(index);
    if ((spec.event === undefined) === (spec.not === undefined)) {
      const message = spec.event === undefined ? 'The step takes no event.' : 'The step has both `event` and `not`.';
      refuse(index, '', message, 'Give exactly one of `event` and `not`.');
      continue;
    }
    const isNot = spec.not !== undefined;
    const key = isNot ? 'not' : 'event';
    const events = readEvents(spec.event ?? spec.not ?? [], [...path, key], declared, report);
    const names = events.length === 0 ? undefined : namesAfter(events, earlier, declared);
    const where = spec.where === undefined ? undefined : readCondition(spec.where, [...path, 'where'], names, report);
    const isLast = index === specs.length - 1;
    if (spec.for !== undefined && !(isNot && isLast)) {
      report.keyWarning(
        'unused-key',
        [...path, 'for'],
        '`for` has an effect in a last `not` alone.',
        'Use `within` of the trigger.',
        removal,
      );
    }
    if (isNot) {
      if (steps.length === 0)
        refuse(index, 'not', 'A sequence cannot begin with what must not come.', 'Begin with an `event`.');
      if (guard !== undefined)
        refuse(index, 'not', 'Two steps in a row say what must not come.', 'Put their events into one list.');
      for (const unused of ['as', 'times', 'optional'] as const) {
        if (spec[unused] === undefined) continue;
        report.keyWarning(
          'unused-key',
          [...path, unused],
          `\`${unused}\` has no effect beside \`not\`.`,
          'Remove it.',
          removal,
        );
      }
      if (!isLast) guard = { events, where };
      else
        absence = {
          events,
          where,
          for: spec.for === undefined ? undefined : readDuration(spec.for, [...path, 'for'], report),
        };
      continue;
    }
    const { from, to } = timesOf(spec);
    if (from > to) {
      const message = `The step takes at least ${from} and at most ${to} events, which is never both.`;
      report.keyError('trigger-never', [...path, 'times'], message, 'Exchange the two.');
    }
    if (steps.length === 0 && spec.optional) {
      refuse(
        index,
        'optional',
        'The first step is optional, so that nothing says where a match begins.',
        'Begin with a step that is needed.',
      );
    }
    if (spec.as !== undefined) {
      if (earlier.has(spec.as)) {
        report.error(
          'duplicate-name',
          [...path, 'as'],
          `Two steps are named "${spec.as}".`,
          'Give each a name of its own.',
        );
      }
      earlier.set(spec.as, events);
    }
    steps.push({ name: spec.as, events, where, from, to, optional: spec.optional ?? false, guard });
    guard = undefined;
  }
  return isGood && steps.length > 0 ? { steps, absence } : undefined;
}

/** A condition over fields; what is wrong with it is reported at its place. */
export function readCondition(
  source: string,
  path: Path,
  names: Names | undefined,
  report: Report,
  wanted: readonly ValueType[] = ['boolean'],
): Expression | undefined {
  const expression = parseCondition(source, path, names, wanted, report, { parts: true })?.expression;
  const contradiction = expression && wanted[0] === 'boolean' ? contradictionIn(expression.root) : undefined;
  if (contradiction !== undefined) {
    report.error(
      'trigger-never',
      path,
      `The condition never holds: ${contradiction}.`,
      'Change one of the comparisons.',
    );
  }
  return expression;
}

function timesOf({ times }: StepSpec): { readonly from: number; readonly to: number } {
  if (typeof times === 'number') return { from: times, to: times };
  return times === undefined ? { from: 1, to: 1 } : { from: times.from ?? 1, to: times.to ?? endless };
}

function sessionOf({ session }: TriggerSpec, path: Path, declared: Declared, report: Report): Session | undefined {
  if (session === undefined) return undefined;
  const at = [...path, 'session'];
  const names = (key: 'start' | 'end') =>
    session[key] === undefined ? [] : readEvents(session[key], [...at, key], declared, report);
  const gap = session.gap === undefined ? endless : readDuration(session.gap, [...at, 'gap'], report);
  return { gap, start: names('start'), end: names('end') };
}

/** Keys that the rest of the trigger makes meaningless. */
function checkUse(spec: TriggerSpec, { contiguity, absence }: SequenceTrigger, path: Path, report: Report): void {
  const unused = (key: string, message: string, fix: string) =>
    report.keyWarning('unused-key', [...path, key], message, fix, removal);
  if (spec.eager && absence !== undefined) {
    unused('eager', '`eager` has no effect: that nothing follows is known only when the time is over.', 'Remove it.');
  }
  if (spec.timeouts && contiguity === 'skip-till-any') {
    unused(
      'timeouts',
      '`timeouts` has no effect where any event may be passed by: every beginning would time out.',
      'Remove it.',
    );
  } else if (spec.timeouts && spec.within === undefined) {
    unused('timeouts', '`timeouts` has no effect: nothing says when a match is late.', 'Add `within`, or remove it.');
  }
}

/** Whether the trigger can fire, and for how long it keeps state. */
function checkBounds(trigger: SequenceTrigger, path: Path, pathOf: (index: number) => Path, report: Report): void {
  const { steps, absence, withinTime, withinEvents, contiguity, eager, session } = trigger;
  const hasWindow = withinTime !== endless || withinEvents !== endless;
  const ends = hasWindow || session !== undefined;
  const at = (key: string): Path => [...path, key];
  const never = (where: Path, message: string, fix: string) => report.keyError('trigger-never', where, message, fix);
  const unbounded = (where: Path, message: string, fix: string) =>
    report.keyError('trigger-unbounded', where, message, fix);
  const least = steps.reduce((sum, { from, optional }) => sum + (optional ? 0 : from), 0);
  if (withinEvents < least) {
    never(
      at('within'),
      `The window holds ${withinEvents} events, and a match needs ${least}.`,
      `Widen it to ${least} at least.`,
    );
  }
  if (withinTime === 0) never(at('within'), 'The window has no length.', 'Write a longer duration.');
  if (contiguity === 'strict' && (absence !== undefined || steps.some(({ guard }) => guard !== undefined))) {
    const message = '`not` has no place where events follow each other directly: nothing stands between them.';
    report.keyError('trigger-step', at('contiguity'), message, 'Use skip-till-next, or leave the `not` out.');
  }
  const last = steps.findLastIndex(({ optional }) => !optional);
  const canGrow = last < steps.length - 1 || (steps[last]?.to ?? 1) > (steps[last]?.from ?? 1);
  const isWaiting = !eager && contiguity === 'skip-till-next';
  if (absence !== undefined && absence.for === undefined && !ends) {
    never(
      at('sequence'),
      'The last `not` has no end: that nothing follows is never known.',
      'Add `for` to it, or `within` to the trigger.',
    );
  } else if (absence === undefined && canGrow && isWaiting && !ends) {
    const fix = 'Add `within`, or `eager: true` to fire as soon as it is complete.';
    never(pathOf(last), 'A match can always grow, so that it is never complete.', fix);
  } else if (contiguity === 'skip-till-any' && !hasWindow) {
    const message = 'Every combination of events may match, over all time.';
    unbounded(at('contiguity'), message, 'Add `within`, or use skip-till-next.');
  } else if (steps.some(({ to }) => to === endless) && !ends && eager) {
    const message = 'A step takes as many events as come, without an end.';
    unbounded(at('sequence'), message, 'Add `within`, or `to` to its `times`.');
  } else if (least > 1 && !ends && contiguity === 'skip-till-next') {
    const message = 'A match that was begun waits for the rest for ever.';
    report.keyWarning(
      'trigger-unbounded',
      at('sequence'),
      message,
      'Add `within`; until then the oldest goes when there are too many.',
    );
  }
}

/** Whether a boundary falls within every match: its events can then be of no one session. */
function checkSession({ steps, session }: SequenceTrigger, path: Path, report: Report): void {
  const needed = steps.filter(({ optional }) => !optional);
  for (const [at, { events, from }] of needed.entries()) {
    const isAll = (names: readonly string[] = []) => events.length > 0 && events.every((name) => names.includes(name));
    const name = events.map((event) => `"${event}"`).join(', ');
    if (isAll(session?.start) && (at > 0 || from > 1)) {
      const message = `No match crosses ${name}, which begins a session, and here one has to.`;
      report.keyError(
        'trigger-never',
        [...path, 'start'],
        message,
        'Begin the sequence with it, or leave it out here.',
      );
    }
    if (isAll(session?.end) && (at < needed.length - 1 || from > 1)) {
      const message = `No match crosses ${name}, which ends a session, and here one has to.`;
      report.keyError('trigger-never', [...path, 'end'], message, 'End the sequence with it, or leave it out here.');
    }
  }
}
