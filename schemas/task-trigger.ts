// The trigger of a task document to a trigger, or to what is wrong with it.
import type { Expression } from './expression.ts';
import { listOr, removal } from './finding.ts';
import type { Trigger as TriggerSpec } from './generated/task.ts';
import type { Report } from './report.ts';
import { checkKey, type Declared, fieldsOf, readEvents } from './task-names.ts';
import { readCondition, readSequence } from './task-sequence.ts';
import { type CronTrigger, defaultLimits, type Shaping, type ThresholdTrigger, type Trigger } from './trigger.ts';
import { readDuration } from './units.ts';
import type { Path } from './yaml.ts';

const kinds = ['event', 'sequence', 'threshold', 'every', 'cron'] as const;

/** Keys by the kinds that they mean something to. */
const keysOf = {
  where: ['event'],
  key: ['event', 'sequence', 'threshold'],
  within: ['sequence'],
  contiguity: ['sequence'],
  skip: ['sequence'],
  eager: ['sequence'],
  timeouts: ['sequence'],
  session: ['sequence'],
  limits: ['event', 'sequence', 'threshold'],
} as const satisfies Readonly<Record<string, readonly (typeof kinds)[number][]>>;

/** `path` is the place of the trigger. Undefined where it cannot be read; an error is then in the report. */
export function readTrigger(spec: TriggerSpec, path: Path, declared: Declared, report: Report): Trigger | undefined {
  const given = kinds.filter((kind) => spec[kind] !== undefined);
  const [kind] = given;
  if (kind === undefined || given.length > 1) {
    const message =
      kind === undefined
        ? 'The trigger does not say what it waits for.'
        : `The trigger waits for ${given.join(' and ')} at once.`;
    report.keyError(
      'trigger-kind',
      path,
      message,
      `Give exactly one of ${listOr(kinds.map((name) => `\`${name}\``))}.`,
    );
    return undefined;
  }
  for (const [key, users] of Object.entries(keysOf)) {
    if (spec[key as keyof typeof keysOf] === undefined || (users as readonly string[]).includes(kind)) continue;
    const message = `\`${key}\` has no effect with \`${kind}\`: it belongs to ${listOr(users.map((user) => `\`${user}\``))}.`;
    report.keyWarning('unused-key', [...path, key], message, 'Remove it.', removal);
  }
  const shaping = shapingOf(spec, path, report);
  switch (kind) {
    case 'event':
    case 'sequence':
      return readSequence(spec, kind, path, declared, shaping, report);
    case 'threshold':
      return readThreshold(spec, [...path, 'threshold'], declared, shaping, report);
    case 'every': {
      const every = readDuration(spec.every ?? '', [...path, 'every'], report);
      // Shorter ones would be a busy loop on a device.
      if (every < 1)
        report.error(
          'out-of-range',
          [...path, 'every'],
          'The interval is shorter than 1 ms.',
          'Write a longer duration.',
        );
      return { kind: 'interval', every, ...shaping };
    }
    case 'cron': {
      const { at, timezone, missed } = spec.cron as { at: string; timezone?: string; missed?: CronTrigger['missed'] };
      return { kind: 'cron', expression: at, timezone: timezone ?? 'UTC', missed: missed ?? 'skip', ...shaping };
    }
  }
}

function shapingOf(spec: TriggerSpec, path: Path, report: Report): Shaping {
  const read = (key: 'debounce' | 'cooldown') => {
    const text = spec[key];
    return text === undefined ? undefined : readDuration(text, [...path, key], report);
  };
  return { debounce: read('debounce'), cooldown: read('cooldown') };
}

function readThreshold(
  spec: TriggerSpec,
  path: Path,
  declared: Declared,
  shaping: Shaping,
  report: Report,
): ThresholdTrigger | undefined {
  const { threshold } = spec;
  if (threshold === undefined) return undefined;
  const { above, below, rearm } = threshold;
  const events = readEvents(threshold.event, [...path, 'event'], declared, report);
  const value = readNumber(threshold.value, [...path, 'value'], events, declared, report);
  if ((above === undefined) === (below === undefined)) {
    const message =
      above === undefined ? 'The threshold has no level.' : 'The threshold has two levels, `above` and `below`.';
    report.keyError('trigger-kind', path, message, 'Give exactly one of `above` and `below`.');
    return undefined;
  }
  const direction = above === undefined ? 'below' : 'above';
  const level = (above ?? below) as number;
  const isReversed = rearm !== undefined && (direction === 'above' ? rearm > level : rearm < level);
  if (isReversed) {
    const message = `\`rearm\` is ${rearm}, on the side of ${level} on which the trigger fires.`;
    report.error(
      'reversed-limits',
      [...path, 'rearm'],
      message,
      `Write a number ${direction === 'above' ? 'below' : 'above'} the level.`,
    );
  }
  if (spec.key !== undefined) checkKey(spec.key, ['trigger', 'key'], events, declared, report);
  if (value === undefined) return undefined;
  return {
    kind: 'threshold',
    key: spec.key,
    events,
    value,
    direction,
    level,
    rearm: rearm ?? level,
    for: threshold.for === undefined ? 0 : readDuration(threshold.for, [...path, 'for'], report),
    limits: { ...defaultLimits, ...spec.limits },
    ...shaping,
  };
}

function readNumber(
  source: string,
  path: Path,
  events: readonly string[],
  declared: Declared,
  report: Report,
): Expression | undefined {
  return readCondition(source, path, events.length === 0 ? undefined : fieldsOf(events, declared), report, ['number']);
}
