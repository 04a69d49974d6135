// A trigger as it is executed: of a task document with every default filled in, durations in milliseconds and expressions
// parsed. What each part means is defined in docs/triggers.md.
import type { Expression } from './expression.ts';

export type Trigger = SequenceTrigger | ThresholdTrigger | IntervalTrigger | CronTrigger;

export interface SequenceTrigger extends Shaping {
  readonly kind: 'sequence';
  /** Field whose values tell streams apart; undefined: one stream. */
  readonly key: string | undefined;
  /** At least one; the first is not optional. */
  readonly steps: readonly Step[];
  /** What must not follow the last step. */
  readonly absence: Absence | undefined;
  /** Milliseconds from the first event, exclusive; Infinity without a limit. */
  readonly withinTime: number;
  /** Events of the stream that a match may span, the first and the last included; Infinity without a limit. */
  readonly withinEvents: number;
  readonly contiguity: 'strict' | 'skip-till-next' | 'skip-till-any';
  readonly skip: 'past-last' | 'none';
  /** A match that could still grow is told at once, and again whenever it has grown. */
  readonly eager: boolean;
  /** Whether a match that was begun and not finished in time is told. */
  readonly timeouts: boolean;
  readonly session: Session | undefined;
  readonly limits: Limits;
}

export interface Step {
  readonly name: string | undefined;
  /** Any of these. */
  readonly events: readonly string[];
  readonly where: Expression | undefined;
  /** Events that the step takes: from 1, to at most Infinity. */
  readonly from: number;
  readonly to: number;
  readonly optional: boolean;
  /** What must not stand between the event before this step and its first one. */
  readonly guard: Guard | undefined;
}

export interface Guard {
  readonly events: readonly string[];
  readonly where: Expression | undefined;
}

export interface Absence extends Guard {
  /** Milliseconds from the last event; undefined: until the window of the match closes. */
  readonly for: number | undefined;
}

export interface Session {
  /** Milliseconds without an event of the stream that end a session; Infinity: none do. */
  readonly gap: number;
  readonly start: readonly string[];
  readonly end: readonly string[];
}

export interface Limits {
  /** Matches in progress at one step of one key. */
  readonly partials: number;
  readonly keys: number;
}

export const defaultLimits: Limits = { partials: 64, keys: 10_000 };

/** What becomes of firings: those of one key come at most so often. Milliseconds. */
export interface Shaping {
  readonly debounce: number | undefined;
  readonly cooldown: number | undefined;
}

export interface ThresholdTrigger extends Shaping {
  readonly kind: 'threshold';
  readonly key: string | undefined;
  readonly events: readonly string[];
  /** Gives a number from the fields of an event. */
  readonly value: Expression;
  readonly direction: 'above' | 'below';
  readonly level: number;
  /** At or past this the trigger is armed again. */
  readonly rearm: number;
  /** Milliseconds that the value must stay past the level. */
  readonly for: number;
  readonly limits: Limits;
}

export interface IntervalTrigger extends Shaping {
  readonly kind: 'interval';
  /** Milliseconds. */
  readonly every: number;
}

export interface CronTrigger extends Shaping {
  readonly kind: 'cron';
  readonly expression: string;
  /** IANA name of a time zone. */
  readonly timezone: string;
  readonly missed: 'skip' | 'run-once';
}
