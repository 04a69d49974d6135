// Generated from the schema of the same name by `npm run generate`. Do not edit.

/**
 * A duration with its unit: us, ms, s, min or h, for example 500ms.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "duration".
 */
export type Duration = string;
/**
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "eventNames".
 */
export type EventNames = string | string[];
/**
 * An expression over the fields of the event, `time`, `event` and `STEP.FIELD` of earlier steps, with + - * / % **, comparisons, && || !, ?: and min max abs floor ceil round sqrt log2.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "expression".
 */
export type Expression = string;
/**
 * Number of events that the step takes: one number, or {from, to}. Without it one.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "times".
 */
export type Times =
  | number
  | {
      /**
       * At least so many.
       */
      from?: number;
      /**
       * At most so many; without it as many as come.
       */
      to?: number;
    };
/**
 * The window of a match: a time from its first event, or {time, events}.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "within".
 */
export type Within =
  | string
  | {
      /**
       * Time from the first event, exclusive.
       */
      time?: Duration;
      /**
       * Events of the stream from the first to the last of the match, both included.
       */
      events?: number;
    };
/**
 * A name of letters, digits and underscores.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "fieldName".
 */
export type FieldName = string;
/**
 * A size with its unit: B, kB, MB, GB, KiB, MiB or GiB, for example 256MiB.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "bytes".
 */
export type Bytes = string;

/**
 * A task that waits for events on a device, computes features from them and acts.
 */
export interface Task {
  /**
   * Path or address of this schema, for editors.
   */
  $schema?: string;
  /**
   * Kind and version of this document.
   */
  edgewright: 'task/v1';
  /**
   * A short name of lower-case letters, digits and hyphens.
   */
  name: string;
  /**
   * What the task is for.
   */
  description?: string;
  /**
   * The events that the task sees, by name, each with its fields.
   */
  events?: {
    [k: string]: Fields;
  };
  /**
   * How late events may come, to be put in order by their own time. Without it they count as they arrive.
   */
  lateness?: Duration;
  /**
   * Where the events come from.
   *
   * @maxItems 32
   */
  sources?: Source[];
  trigger: Trigger;
  pipeline?: Pipeline;
  model?: Model;
  script?: Script;
  /**
   * What becomes of the results.
   *
   * @maxItems 32
   */
  outputs?: Output[];
  policy?: Policy;
  privacy?: Privacy;
  /**
   * Recordings with what must come of them; `edgewright simulate` runs them.
   *
   * @maxItems 100
   */
  tests?: Test[];
}
/**
 * Fields of the event, each with its type.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "fields".
 */
export interface Fields {
  /**
   * Type of the field.
   */
  [k: string]: 'number' | 'string' | 'boolean';
}
/**
 * Where events come from.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "source".
 */
export interface Source {
  /**
   * What gives the events.
   */
  kind:
    | 'http'
    | 'websocket'
    | 'socket'
    | 'timer'
    | 'file'
    | 'folder'
    | 'process'
    | 'mqtt'
    | 'nats'
    | 'sensor'
    | 'termux'
    | 'replay';
  /**
   * Events that it gives. Without it all that are declared.
   */
  events?: EventNames;
  /**
   * Of http and websocket: HOST:PORT to listen on, by default 127.0.0.1:7318. Of mqtt and nats: URL of the server.
   */
  address?: string;
  /**
   * Topic or subject to subscribe to.
   */
  topic?: string;
  /**
   * Of file and replay: a file of JSON Lines on the device. Of folder: a folder on the device. Of socket: where the agent makes the socket.
   */
  path?: string;
  /**
   * Program and arguments whose output lines are events.
   *
   * @minItems 1
   *
   * Items: A word of the command.
   */
  command?: string[];
  /**
   * Sensor of the system.
   */
  sensor?: 'temperature' | 'load' | 'battery';
  /**
   * Of termux: a sensor of the phone by its name or a part of it, as accelerometer, or battery or location.
   */
  name?: string;
  /**
   * Of http, websocket, mqtt and nats: name of the agent's secret that senders must show, or that the server wants.
   */
  secret?: string;
  /**
   * Of replay: where the recording goes on after the agent was restarted.
   */
  from?: 'start' | 'continue';
  /**
   * Of folder: what is read of a file that comes or changes. text: its text, as the field `text`. events: the events that are in it, in place of one of the file. Without it nothing.
   */
  read?: 'text' | 'events';
  /**
   * How often it is read, or looked at.
   */
  every?: Duration;
  /**
   * Events a second that are let in at most.
   */
  rate?: number;
}
/**
 * When the task runs: exactly one of `event`, `sequence`, `threshold`, `every` and `cron`, and how.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "trigger".
 */
export interface Trigger {
  /**
   * Fires at every such event.
   */
  event?: EventNames;
  /**
   * With `event`: a condition that it must meet.
   */
  where?: Expression;
  /**
   * Fires when these come one after another.
   *
   * @minItems 1
   * @maxItems 32
   */
  sequence?: Step[];
  threshold?: Threshold;
  /**
   * Fires every so often, at whole multiples since 1970.
   */
  every?: Duration;
  cron?: Cron;
  /**
   * A name of letters, digits and underscores: the field by whose values streams are told apart. Events without it are not seen.
   */
  key?: string;
  within?: Within;
  /**
   * strict: directly one after another. skip-till-next: what does not fit is passed by. skip-till-any: any event may be passed by, so that every combination matches.
   */
  contiguity?: 'strict' | 'skip-till-next' | 'skip-till-any';
  /**
   * After a match: past-last drops the matches in progress that began before its last event; none keeps all.
   */
  skip?: 'past-last' | 'none';
  /**
   * Whether a match that can still grow fires at once, and again when it has grown. Without it, it fires when it can grow no more.
   */
  eager?: boolean;
  /**
   * Whether a match that was begun and not finished in its window fires as a timeout.
   */
  timeouts?: boolean;
  session?: Session;
  /**
   * A firing waits until no other of its key has come for so long; the last one counts.
   */
  debounce?: Duration;
  /**
   * After a firing others of its key are left out for so long.
   */
  cooldown?: Duration;
  limits?: Limits;
}
/**
 * One step of a sequence: an event to come, or one that must not.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "step".
 */
export interface Step {
  /**
   * Events that the step takes, or `any` for every declared one.
   */
  event?: EventNames;
  /**
   * Events that must not come between the step before and the step after; last in the sequence: that must not follow.
   */
  not?: EventNames;
  /**
   * A name of letters, digits and underscores, by which later conditions use the fields of the event that the step took last.
   */
  as?: string;
  /**
   * A condition that the event must meet.
   */
  where?: Expression;
  times?: Times;
  /**
   * Whether the step may be left out.
   */
  optional?: boolean;
  /**
   * Of a last `not`: how long it must not follow, from the last event. Without it until the window closes.
   */
  for?: Duration;
}
/**
 * Fires when a value crosses a level, and not again before it has come back.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "threshold".
 */
export interface Threshold {
  /**
   * Events that carry the value.
   */
  event: EventNames;
  /**
   * The value: a field, or an expression that gives a number.
   */
  value: Expression;
  /**
   * Fires when the value rises above this.
   */
  above?: number;
  /**
   * Fires when the value falls below this.
   */
  below?: number;
  /**
   * The trigger is armed again when the value is back at or past this. Without it the level itself.
   */
  rearm?: number;
  /**
   * How long the value must stay past the level.
   */
  for?: Duration;
}
/**
 * Fires by the time of day.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "cron".
 */
export interface Cron {
  /**
   * Five fields of cron: minute, hour, day of month, month, day of week.
   */
  at: string;
  /**
   * IANA name of a time zone, for example Europe/Berlin.
   */
  timezone?: string;
  /**
   * What becomes of times at which nothing ran: left out, or told once, late.
   */
  missed?: 'skip' | 'run-once';
}
/**
 * Boundaries that no match crosses.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "session".
 */
export interface Session {
  /**
   * A session ends when no event of its stream has come for so long.
   */
  gap?: Duration;
  /**
   * Events that begin a session.
   */
  start?: EventNames;
  /**
   * Events that end a session; they are its last.
   */
  end?: EventNames;
}
/**
 * Bounds of the trigger's state. What is past them goes, and is counted.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "limits".
 */
export interface Limits {
  /**
   * Matches in progress at one step of one key; the oldest goes.
   */
  partials?: number;
  /**
   * Keys; the least recently used goes.
   */
  keys?: number;
}
/**
 * What is computed from the events when the task fires.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "pipeline".
 */
export interface Pipeline {
  /**
   * Events that it looks at. Without it all that are declared.
   */
  events?: EventNames;
  /**
   * Field by whose values streams are told apart; a firing has the value of its last event that has one. Without it the key of the trigger.
   */
  key?: FieldName;
  /**
   * Only events that meet this.
   */
  filter?: Expression;
  /**
   * New fields of an event from the last event of another kind.
   */
  join?: {
    [k: string]: Join;
  };
  /**
   * New fields of an event, each by an expression.
   */
  map?: {
    [k: string]: Expression;
  };
  window?: Window;
  /**
   * Features by name.
   */
  features?: {
    [k: string]: Aggregate;
  };
  /**
   * Tensors by the name of the model's input.
   */
  tensors?: {
    [k: string]: Tensor;
  };
  /**
   * Events kept of a key; the oldest go.
   */
  limit?: number;
}
/**
 * The last value of another event, by a field that both have.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "join".
 */
export interface Join {
  /**
   * Event that is joined.
   */
  event: string;
  /**
   * Field that must be equal in both.
   */
  on: FieldName;
  /**
   * Field whose last value is taken.
   */
  field: FieldName;
}
/**
 * Which events of the stream the features are computed from. Without it those of the firing.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "window".
 */
export interface Window {
  /**
   * The last so long before the firing.
   */
  time?: Duration;
  /**
   * The last so many events.
   */
  events?: number;
  /**
   * Those since the last pause of so long.
   */
  session?: Duration;
  /**
   * Those since the last such event, that event included.
   */
  since?: EventNames;
  /**
   * With `time`: since the last whole multiple of it, instead of the last so long.
   */
  tumbling?: boolean;
}
/**
 * A feature from the events of the window.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "aggregate".
 */
export interface Aggregate {
  /**
   * How the values become one. deviation: the standard deviation of the population.
   */
  by: 'count' | 'sum' | 'mean' | 'min' | 'max' | 'first' | 'last' | 'deviation';
  /**
   * The value of an event; not needed for count.
   */
  of?: Expression;
  /**
   * Only events that meet this.
   */
  where?: Expression;
  /**
   * The feature where there is no event.
   */
  without?: number;
}
/**
 * A tensor for the model.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "tensor".
 */
export interface Tensor {
  /**
   * Features in order: a tensor of shape [1, number of features].
   *
   * @minItems 1
   * @maxItems 10000
   */
  features?: FieldName[];
  /**
   * Values of every event of the window: a tensor of shape [1, length, number of values], the last events last, zeros before them.
   *
   * @minItems 1
   * @maxItems 1000
   */
  sequence?: Expression[];
  /**
   * Of a sequence: events of the tensor.
   */
  length?: number;
}
/**
 * The model that the task runs.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "model".
 */
export interface Model {
  /**
   * Path of an ONNX file, relative to this document.
   */
  file: string;
  /**
   * What executes it; auto: what is the fastest when the device tries.
   */
  runtime?: 'auto' | 'ort' | 'ort-web' | 'jit';
  /**
   * Outputs of the model that are results, each as model.NAME. Without it none; a script sees all.
   *
   * Items: Name of an output.
   */
  outputs?: string[];
  /**
   * Sizes of its symbolic dimensions by name, so that it is compiled before the first firing waits for it.
   */
  sizes?: {
    /**
     * Size of the dimension.
     */
    [k: string]: number;
  };
}
/**
 * The script that the task runs.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "script".
 */
export interface Script {
  /**
   * Path of the script, relative to this document.
   */
  file: string;
  /**
   * Its language.
   */
  language: 'javascript' | 'python';
  /**
   * What the script returns, by name, each as script.NAME. What it returns beside it is left out.
   */
  results?: {
    /**
     * Type of the result.
     */
    [k: string]: 'number' | 'string' | 'boolean' | 'number[]' | 'string[]';
  };
}
/**
 * What leaves the task.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "output".
 */
export interface Output {
  /**
   * outbox: kept durably and sent. log: stays on the device.
   */
  to: 'outbox' | 'log';
  /**
   * What is sent: features by name, fields of the firing's events as EVENT.FIELD, outputs of the model as model.NAME, results of the script as script.NAME.
   *
   * @minItems 1
   *
   * Items: A feature, EVENT.FIELD, model.NAME or script.NAME.
   */
  fields: string[];
  /**
   * Whether it is sent at once, and not with what is sent anyway.
   */
  urgent?: boolean;
}
/**
 * What the task may cost, and when it may run.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "policy".
 */
export interface Policy {
  /**
   * Time from the firing to the result.
   */
  deadline?: Duration;
  /**
   * Which task goes first; 9 before 0.
   */
  priority?: number;
  /**
   * What a firing does while the task runs.
   */
  concurrency?: 'single' | 'restart' | 'queued' | 'parallel';
  /**
   * Memory that a run may take beside its model, 256MiB by default.
   */
  memory?: Bytes;
  /**
   * Time that a run may take.
   */
  time?: Duration;
  /**
   * Least charge of the battery, from 0 to 1.
   */
  battery?: number;
  /**
   * Highest temperature of the device in degrees Celsius.
   */
  temperature?: number;
  /**
   * Whether it needs external power.
   */
  power?: 'any' | 'external';
  /**
   * Network that it may use.
   */
  network?: 'none' | 'any' | 'unmetered';
  /**
   * fault: a process of its own, for tasks signed by a key that the device trusts. boundary: any task, also hostile code.
   */
  isolation?: 'fault' | 'boundary';
}
/**
 * What may leave the device. Everything else stays.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "privacy".
 */
export interface Privacy {
  /**
   * What may leave with results.
   *
   * Items: A feature, EVENT.FIELD, model.NAME or script.NAME.
   */
  leave?: string[];
  /**
   * Fields that may leave in a recording that is asked for from a device. Without it no recording can be made there.
   *
   * Items: EVENT.FIELD.
   */
  record?: string[];
}
/**
 * A recording with what must come of it.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "test".
 */
export interface Test {
  /**
   * What the test shows.
   */
  name?: string;
  /**
   * Path of a recording, relative to this document.
   */
  events: string;
  /**
   * Time to which the clock goes on after the last event: ISO 8601 or a duration after it.
   */
  until?: string;
  /**
   * Every firing, in order.
   *
   * @maxItems 10000
   */
  firings: Expected[];
}
/**
 * A firing that must come.
 *
 * This interface was referenced by `Task`'s JSON-Schema
 * via the `definition` "expected".
 */
export interface Expected {
  /**
   * Its time: ISO 8601 or milliseconds since 1970.
   */
  time?: {
    [k: string]: unknown;
  };
  /**
   * What it is.
   */
  kind?: 'match' | 'timeout';
  /**
   * Its key.
   */
  key?: {
    [k: string]: unknown;
  };
  /**
   * Number of its events.
   */
  events?: number;
  /**
   * Features that the pipeline gives, within 1e-6 of these.
   */
  features?: {
    [k: string]: number;
  };
  /**
   * What model and script give, as script.NAME and model.NAME, with --execute; numbers within 1e-6.
   *
   * @maxItems 1000
   */
  results?: {}[];
}
