// The text of a task document to a task, or to what is wrong with it.
import type { Diagnostic } from './diagnostic.ts';
import { capital, nameOf, removal } from './finding.ts';
import { task as taskShape } from './generated/document-shapes.ts';
import type { Output, Task as TaskSpec } from './generated/task.ts';
import { parseTime } from './instant.ts';
import { checkKind } from './kind.ts';
import type { Pipeline } from './pipeline.ts';
import { Report } from './report.ts';
import { checkShape, type Validator } from './shape.ts';
import {
  readModel,
  readPolicy,
  readScript,
  type TaskModel,
  type TaskPolicy,
  type TaskScript,
} from './task-execution.ts';
import { type Declared, declaredOf } from './task-names.ts';
import { checkField, readPipeline } from './task-pipeline.ts';
import { checkReach, type ResolvedSource, readSources } from './task-sources.ts';
import { readTrigger } from './task-trigger.ts';
import type { Trigger } from './trigger.ts';
import { isDuration, parseDuration, readDuration } from './units.ts';
import { type DocumentLimits, defaultDocumentLimits, type ParsedYaml, type Path, parseYaml } from './yaml.ts';

/** A task with every default filled in. */
export interface ResolvedTask {
  readonly name: string;
  readonly description: string;
  readonly events: Declared;
  /** Milliseconds; undefined: events count as they arrive. */
  readonly lateness: number | undefined;
  readonly trigger: Trigger;
  readonly sources: readonly ResolvedSource[];
  readonly pipeline: Pipeline | undefined;
  readonly model: TaskModel | undefined;
  readonly script: TaskScript | undefined;
  readonly policy: TaskPolicy;
  readonly outputs: readonly Output[];
  /** What may leave with results: features, EVENT.FIELD, model.NAME, script.NAME. */
  readonly leave: ReadonlySet<string>;
  /** Fields, as EVENT.FIELD, that may leave in a recording. */
  readonly record: ReadonlySet<string>;
  readonly tests: readonly ResolvedTest[];
}

export interface ResolvedTest {
  readonly name: string;
  /** Path of the recording, relative to the document. */
  readonly events: string;
  /** Milliseconds after the last event, or since 1970. */
  readonly until: { readonly kind: 'after' | 'at'; readonly time: number } | undefined;
  readonly firings: readonly ExpectedFiring[];
  readonly path: Path;
}

export interface ExpectedFiring {
  /** Milliseconds since 1970; undefined: any. */
  readonly time: number | undefined;
  readonly kind: 'match' | 'timeout';
  /** Undefined: any. */
  readonly key: unknown;
  readonly events: number | undefined;
  readonly features: Readonly<Record<string, number>>;
  /** Of model and script, by name, in order; undefined: any. */
  readonly results: readonly Readonly<Record<string, unknown>>[] | undefined;
}

export interface ParsedTask {
  /** Errors and warnings in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined if and only if there is an error. */
  readonly task: ResolvedTask | undefined;
}

/** Never throws, whatever the text. */
export function parseTask(text: string, limits: DocumentLimits = defaultDocumentLimits): ParsedTask {
  return readTaskFrom(parseYaml(text, limits));
}

/** As parseTask, for who has parsed the text as YAML. `more` adds findings that need more than the document. */
export function readTaskFrom(
  yaml: ParsedYaml,
  more: (task: ResolvedTask, report: Report) => void = () => {},
): ParsedTask {
  if (yaml.kind === 'error') return { diagnostics: yaml.diagnostics, task: undefined };
  const { value } = yaml.source;
  const report = new Report(yaml.source);
  const { findings } = checkKind(checkShape(taskShape as Validator, value, []), value, 'task/v1');
  for (const finding of findings) report.add(finding);
  // Every part leans on the declared events: nothing more is said of a document that has not its shape.
  const task = findings.length === 0 ? readTask(value as TaskSpec, report) : undefined;
  if (task !== undefined && !report.hasErrors) more(task, report);
  return { diagnostics: report.diagnostics(), task: report.hasErrors ? undefined : task };
}

function readTask(spec: TaskSpec, report: Report): ResolvedTask | undefined {
  const events = declaredOf(spec.events ?? {}, report);
  const trigger = readTrigger(spec.trigger, ['trigger'], events, report);
  const key = spec.trigger.key;
  const pipeline = spec.pipeline && readPipeline(spec.pipeline, key, events, report);
  const fields = [...events].flatMap(([event, those]) => [...those.keys()].map((field) => `${event}.${field}`));
  const nameable = [
    ...Object.keys(spec.pipeline?.features ?? {}),
    ...fields,
    ...(spec.model?.outputs ?? []).map((name) => `model.${name}`),
    ...Object.keys(spec.script?.results ?? {}).map((name) => `script.${name}`),
  ];
  const { leave = [], record = [] } = spec.privacy ?? {};
  for (const [index, name] of leave.entries())
    checkField(name, ['privacy', 'leave', index], nameable, 'The task has', report);
  for (const [index, name] of record.entries())
    checkField(name, ['privacy', 'record', index], fields, 'The events have', report);
  checkOutputs(spec.outputs ?? [], new Set(leave), nameable, report);
  const model = spec.model && readModel(spec.model);
  const script = spec.script && readScript(spec.script);
  if (model !== undefined && script === undefined && Object.keys(spec.pipeline?.tensors ?? {}).length === 0) {
    report.keyError(
      'model-inputs',
      ['model'],
      'Nothing makes the inputs of the model: the pipeline has no tensors, and there is no script.',
      'Give the tensors under `pipeline.tensors` the names of its inputs, or a script with `prepare`.',
    );
  }
  const sources = readSources(spec.sources ?? [], events, report);
  // What no source gives a script may emit.
  if (sources.length > 0 && !report.hasErrors && script === undefined)
    checkReach(spec.trigger, sources, events, report);
  const lateness = spec.lateness === undefined ? undefined : readDuration(spec.lateness, ['lateness'], report);
  const tests = (spec.tests ?? []).map((test, index) => readTest(test, index, report));
  if (trigger === undefined) return undefined;
  return {
    name: spec.name,
    description: spec.description ?? '',
    events,
    lateness,
    trigger,
    pipeline,
    sources,
    model,
    script,
    policy: readPolicy(spec.policy ?? {}, report),
    outputs: spec.outputs ?? [],
    leave: new Set(leave),
    record: new Set(record),
    tests,
  };
}

function checkOutputs(
  outputs: readonly Output[],
  leave: ReadonlySet<string>,
  nameable: readonly string[],
  report: Report,
): void {
  for (const [index, { to, fields, urgent }] of outputs.entries()) {
    if (urgent !== undefined && to === 'log') {
      const message = '`urgent` has no effect on the log: nothing of it is sent.';
      report.keyWarning('unused-key', ['outputs', index, 'urgent'], message, 'Remove it.', removal);
    }
    for (const [at, field] of fields.entries()) {
      const path = ['outputs', index, 'fields', at];
      if (!nameable.includes(field)) checkField(field, path, nameable, 'The task has', report);
      else if (to === 'outbox' && !leave.has(field)) {
        const message = `"${field}" would leave the device, and \`privacy.leave\` does not name it.`;
        const fix = 'Add it to `privacy.leave`, or send it to the log.';
        const text = /^[\w.-]+$/.test(field) ? field : JSON.stringify(field);
        const remedies = [{ kind: 'append', path: ['privacy'], key: 'leave', text }] as const;
        report.error('privacy-field', path, message, fix, { remedies });
      }
    }
  }
}

function readTest(test: NonNullable<TaskSpec['tests']>[number], index: number, report: Report): ResolvedTest {
  const path = ['tests', index];
  const firings = test.firings.map(({ time, kind, key, events, features, results }, at) => ({
    time: time === undefined ? undefined : readInstant(time, [...path, 'firings', at, 'time'], report),
    kind: kind ?? 'match',
    key,
    events,
    features: features ?? {},
    results,
  }));
  const name = test.name ?? test.events;
  return { name, events: test.events, until: readUntil(test.until, [...path, 'until'], report), firings, path };
}

function readInstant(value: unknown, path: Path, report: Report): number | undefined {
  const time = parseTime(value);
  if (time === undefined) {
    report.error(
      'bad-format',
      path,
      `${capital(nameOf(path))} is no time.`,
      'Write ISO 8601 with a time zone, or milliseconds since 1970.',
    );
  }
  return time;
}

function readUntil(text: string | undefined, path: Path, report: Report): ResolvedTest['until'] {
  if (text === undefined) return undefined;
  if (isDuration(text)) return { kind: 'after', time: parseDuration(text) };
  const time = readInstant(text, path, report);
  return time === undefined ? undefined : { kind: 'at', time };
}
