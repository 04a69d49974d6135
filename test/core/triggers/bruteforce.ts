// What docs/triggers.md says a sequence matches, by trying everything: no index, no state between events, no code of the
// product. Slow on purpose; the matcher must tell the same.

export interface PlainEvent {
  readonly time: number;
  readonly event: string;
  readonly fields: Readonly<Record<string, number | string | boolean>>;
}

/** A condition: a field against a constant, or against the field of an earlier step. */
export type PlainCondition =
  | { readonly field: string; readonly operator: '==' | '!=' | '<' | '>='; readonly value: number }
  | { readonly field: string; readonly operator: '==' | '!=' | '<' | '>='; readonly step: number; readonly of: string };

export interface PlainStep {
  readonly events: readonly string[];
  readonly where?: PlainCondition;
  readonly from: number;
  readonly to: number;
  readonly optional: boolean;
  /** What must not stand between the event before and the first of this step. */
  readonly guard?: { readonly events: readonly string[]; readonly where?: PlainCondition };
}

export interface PlainPattern {
  readonly key?: string;
  readonly sees: readonly string[];
  readonly steps: readonly PlainStep[];
  readonly absence?: { readonly events: readonly string[]; readonly where?: PlainCondition; readonly for?: number };
  readonly withinTime: number;
  readonly withinEvents: number;
  readonly contiguity: 'strict' | 'skip-till-next' | 'skip-till-any';
  readonly skip: 'past-last' | 'none';
  readonly eager: boolean;
  readonly timeouts: boolean;
  readonly session?: { readonly gap: number; readonly start: readonly string[]; readonly end: readonly string[] };
}

export interface PlainFiring {
  readonly kind: 'match' | 'timeout';
  readonly time: number;
  readonly key: number | string | boolean | undefined;
  /** Numbers of the events, from 0, in the whole recording, with their steps. */
  readonly events: readonly (readonly [event: number, step: number])[];
}

/** `end`: the time to which the clock goes on after the last event. */
export function matchByForce(
  pattern: PlainPattern,
  events: readonly PlainEvent[],
  end: number,
): readonly PlainFiring[] {
  const byKey = new Map<unknown, Seen[]>();
  for (const [id, event] of events.entries()) {
    if (!pattern.sees.includes(event.event)) continue;
    const key = pattern.key === undefined ? undefined : event.fields[pattern.key];
    if (pattern.key !== undefined && key === undefined) continue;
    const those = byKey.get(key) ?? [];
    those.push({ id, event });
    byKey.set(key, those);
  }
  return [...byKey].flatMap(([key, stream]) =>
    matchStream(pattern, stream, end).map((firing) => ({ ...firing, key: key as PlainFiring['key'] })),
  );
}

interface Seen {
  readonly id: number;
  readonly event: PlainEvent;
}

/** Events taken: place in the stream and step, in order. */
type Run = readonly (readonly [at: number, step: number])[];

/** A moment: what is due comes before the event of its time; at one event first the start of a session, then matches, ... */
interface Moment {
  readonly time: number;
  /** The event that is next or current. */
  readonly at: number;
  readonly phase: number;
}

const phases = { timer: 0, gap: 1, start: 2, match: 3, counted: 4, end: 5 } as const;

function matchStream(pattern: PlainPattern, stream: readonly Seen[], end: number): Omit<PlainFiring, 'key'>[] {
  const { steps, absence, withinTime, withinEvents, contiguity, eager, timeouts } = pattern;
  const timeOf = (at: number) => stream[at]!.event.time;
  const closings = sessionClosings(pattern, stream, end);
  /** The first session that closes after the event was seen. */
  const sessionClose = (at: number): Moment | undefined =>
    closings.find((moment) => (moment.phase === phases.end ? moment.at >= at : moment.at > at));
  const atTimer = (time: number): Moment => {
    const next = stream.findIndex(({ event }) => event.time >= time);
    return { time, at: next < 0 ? stream.length : next, phase: phases.timer };
  };
  /** When the window of a match that began at an event closes; undefined: it never does. */
  const windowClose = (first: number): Moment | undefined => {
    const candidates: Moment[] = [];
    if (Number.isFinite(withinTime)) candidates.push(atTimer(timeOf(first) + withinTime));
    const last = first + withinEvents - 1;
    if (last < stream.length) candidates.push({ time: timeOf(last), at: last, phase: phases.counted });
    const session = sessionClose(first);
    if (session !== undefined) candidates.push(session);
    return candidates.sort(compareMoments)[0];
  };
  /** Whether an event comes before a moment. */
  const isBefore = (at: number, moment: Moment | undefined) =>
    moment === undefined || compareMoments({ time: timeOf(at), at, phase: phases.match }, moment) < 0;

  const holds = (condition: PlainCondition | undefined, at: number, run: Run) => {
    if (condition === undefined) return true;
    const left = stream[at]!.event.fields[condition.field];
    let right: unknown;
    if ('value' in condition) right = condition.value;
    else {
      const earlier = run.findLast(([, step]) => step === condition.step);
      right = earlier === undefined ? undefined : stream[earlier[0]]!.event.fields[condition.of];
    }
    if (typeof left !== 'number' || typeof right !== 'number') return false;
    if (condition.operator === '==') return left === right;
    if (condition.operator === '!=') return left !== right;
    return condition.operator === '<' ? left < right : left >= right;
  };
  const fits = (names: readonly string[], condition: PlainCondition | undefined, at: number, run: Run) =>
    names.includes(stream[at]!.event.event) && holds(condition, at, run);

  /** When a match that stands at a run is told if nothing more is taken. */
  const deadline = (run: Run): Moment | undefined => {
    const close = windowClose(run[0]![0]);
    if (absence?.for === undefined) return close;
    const due = atTimer(timeOf(run.at(-1)![0]) + absence.for);
    const session = sessionClose(run[0]![0]);
    return session !== undefined && compareMoments(session, due) < 0 ? session : due;
  };

  /** The steps in which an event can be taken next. */
  const takes = (run: Run, at: number): number[] => {
    const [first] = run[0]!;
    if (timeOf(at) - timeOf(first) >= withinTime || at - first >= withinEvents) return [];
    if (!isBefore(at, sessionClose(first))) return [];
    const [lastAt, step] = run.at(-1)!;
    const count = run.filter(([, other]) => other === step).length;
    // What was told at its deadline is over.
    if (isComplete(run) && absence?.for !== undefined && !isBefore(at, deadline(run)) && isClear(run, deadline(run)))
      return [];
    const found: number[] = [];
    if (count < steps[step]!.to && fits(steps[step]!.events, steps[step]!.where, at, run)) found.push(step);
    if (count < steps[step]!.from) return found;
    for (let next = step + 1; next < steps.length; next++) {
      const { events, where, guard, optional } = steps[next]!;
      let isOpen = true;
      for (let between = lastAt + 1; between < at; between++) {
        if (guard !== undefined && fits(guard.events, guard.where, between, run)) isOpen = false;
      }
      if (isOpen && fits(events, where, at, run)) found.push(next);
      if (!optional) break;
    }
    return found;
  };
  const isComplete = (run: Run) => {
    const step = run.at(-1)![1];
    const count = run.filter(([, other]) => other === step).length;
    return count >= steps[step]!.from && steps.slice(step + 1).every(({ optional }) => optional);
  };
  const canGrow = (run: Run) => {
    const step = run.at(-1)![1];
    return run.filter(([, other]) => other === step).length < steps[step]!.to || step < steps.length - 1;
  };
  /** Whether nothing that must not follow came between the run and a moment. */
  const isClear = (run: Run, moment: Moment | undefined) => {
    for (let at = run.at(-1)![0] + 1; at < stream.length && isBefore(at, moment); at++) {
      if (absence !== undefined && fits(absence.events, absence.where, at, run)) return false;
    }
    return true;
  };

  const found: { moment: Moment; kind: 'match' | 'timeout'; run: Run }[] = [];
  const visit = (run: Run): void => {
    const lastAt = run.at(-1)![0];
    const extensions: Run[] = [];
    let goesOnAt: number | undefined;
    for (let at = lastAt + 1; at < stream.length; at++) {
      const ways = takes(run, at);
      for (const step of ways) extensions.push([...run, [at, step]]);
      if (ways.length > 0) goesOnAt ??= at;
      if (contiguity === 'strict' || (contiguity === 'skip-till-next' && ways.length > 0)) break;
    }
    const isReplaced = contiguity !== 'skip-till-any' && goesOnAt !== undefined;
    const close = deadline(run);
    if (isComplete(run)) {
      const at: Moment = { time: timeOf(lastAt), at: lastAt, phase: phases.match };
      if (absence !== undefined) {
        if (close !== undefined && compareMoments(close, atTimer(end + 1)) < 0) {
          const isSeen = isReplaced && isBefore(goesOnAt!, close);
          if (!isSeen && isClear(run, close)) found.push({ moment: close, kind: 'match', run });
        }
      } else if (!canGrow(run) || eager || contiguity === 'skip-till-any')
        found.push({ moment: at, kind: 'match', run });
      else if (!isReplaced) {
        const next = lastAt + 1;
        const broken: Moment | undefined =
          contiguity === 'strict' && next < stream.length
            ? { time: timeOf(next), at: next, phase: phases.match }
            : undefined;
        const told = [close, broken].filter((moment) => moment !== undefined).sort(compareMoments)[0];
        if (told !== undefined && told.time <= end) found.push({ moment: told, kind: 'match', run });
      }
    } else if (timeouts && !isReplaced) {
      const first = run[0]![0];
      const moment = windowClose(first);
      const session = sessionClose(first);
      const isKept = session === undefined || (moment !== undefined && compareMoments(moment, session) < 0);
      const isBroken = contiguity === 'strict' && lastAt + 1 < stream.length && isBefore(lastAt + 1, moment);
      if (moment !== undefined && moment.time <= end && isKept && !isBroken && hasWay(run, moment)) {
        found.push({ moment, kind: 'timeout', run });
      }
    }
    for (const extension of extensions) visit(extension);
  };
  /** Whether any way on is left at a moment that no forbidden event has closed. */
  const hasWay = (run: Run, moment: Moment): boolean => {
    const [lastAt, step] = run.at(-1)!;
    const count = run.filter(([, other]) => other === step).length;
    if (count < steps[step]!.to) return true;
    for (let next = step + 1; next < steps.length; next++) {
      const { guard, optional } = steps[next]!;
      let isOpen = true;
      for (let at = lastAt + 1; at < stream.length && isBefore(at, moment); at++) {
        if (guard !== undefined && fits(guard.events, guard.where, at, run)) isOpen = false;
      }
      if (isOpen) return true;
      if (!optional) break;
    }
    return false;
  };
  for (let at = 0; at < stream.length; at++) {
    if (fits(steps[0]!.events, steps[0]!.where, at, [])) visit([[at, 0]]);
  }

  found.sort((a, b) => compareMoments(a.moment, b.moment) || compareRuns(a.run, b.run));
  const told: Omit<PlainFiring, 'key'>[] = [];
  let floor = -1;
  for (const { moment, kind, run } of found) {
    if (run[0]![0] <= floor) continue;
    if (kind === 'match' && pattern.skip === 'past-last') floor = run.at(-1)![0];
    told.push({ kind, time: moment.time, events: run.map(([at, step]) => [stream[at]!.id, step] as const) });
  }
  return told;
}

function sessionClosings({ session }: PlainPattern, stream: readonly Seen[], end: number): Moment[] {
  if (session === undefined) return [];
  const closings: Moment[] = [];
  for (const [at, { event }] of stream.entries()) {
    const before = stream[at - 1]?.event.time;
    if (before !== undefined && event.time - before >= session.gap) {
      closings.push({ time: before + session.gap, at, phase: phases.gap });
    }
    if (session.start.includes(event.event)) closings.push({ time: event.time, at, phase: phases.start });
    if (session.end.includes(event.event)) closings.push({ time: event.time, at, phase: phases.end });
  }
  const last = stream.at(-1)?.event.time;
  if (last !== undefined && last + session.gap <= end) {
    closings.push({ time: last + session.gap, at: stream.length, phase: phases.gap });
  }
  return closings.sort(compareMoments);
}

function compareMoments(a: Moment, b: Moment): number {
  return a.time - b.time || a.at - b.at || a.phase - b.phase;
}

function compareRuns(a: Run, b: Run): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = a[at]![0] - b[at]![0] || a[at]![1] - b[at]![1];
    if (difference !== 0) return difference;
  }
  return b.length - a.length;
}
