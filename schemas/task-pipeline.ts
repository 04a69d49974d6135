// The pipeline of a task document to a pipeline, or to what is wrong with it.
import type { Expression } from './expression.ts';
import { removal, replaceBy } from './finding.ts';
import type { Pipeline as PipelineSpec, Tensor as TensorSpec, Window as WindowSpec } from './generated/task.ts';
import { nearest } from './nearest.ts';
import type { Feature, Join, Pipeline, Tensor, Window } from './pipeline.ts';
import type { Report } from './report.ts';
import { checkKey, type Declared, fieldsOf, readEvents, unknownEvent } from './task-names.ts';
import { readCondition } from './task-sequence.ts';
import type { NameType } from './typing.ts';
import { readDuration } from './units.ts';
import type { Path } from './yaml.ts';

/** `key` is the trigger's. */
export function readPipeline(
  spec: PipelineSpec,
  key: string | undefined,
  declared: Declared,
  report: Report,
): Pipeline {
  const path = ['pipeline'];
  const events = readEvents(spec.events ?? 'any', [...path, 'events'], declared, report);
  const own = spec.key ?? key;
  if (spec.key !== undefined) checkKey(spec.key, [...path, 'key'], events, declared, report);
  const names = new Map<string, NameType>(fieldsOf(events, declared));
  const read = (source: string, at: Path, wanted: 'boolean' | 'number' | 'any') =>
    readCondition(source, at, names, report, wanted === 'any' ? ['number', 'string', 'boolean'] : [wanted]);
  const filter = spec.filter === undefined ? undefined : read(spec.filter, [...path, 'filter'], 'boolean');
  const joins: Join[] = [];
  for (const [name, join] of Object.entries(spec.join ?? {})) {
    const at = [...path, 'join', name];
    const fields = declared.get(join.event);
    if (fields === undefined) unknownEvent(join.event, [...at, 'event'], declared, report);
    else {
      checkField(join.field, [...at, 'field'], fields.keys(), `"${join.event}" has`, report);
      checkField(join.on, [...at, 'on'], fields.keys(), `"${join.event}" has`, report);
    }
    checkField(join.on, [...at, 'on'], names.keys(), 'The events of the pipeline have', report);
    names.set(name, { type: fields?.get(join.field) ?? 'any', strings: undefined });
    joins.push({ name, ...join });
  }
  const maps: { name: string; value: Expression }[] = [];
  for (const [name, source] of Object.entries(spec.map ?? {})) {
    const value = read(source, [...path, 'map', name], 'any');
    names.set(name, { type: 'any', strings: undefined });
    if (value !== undefined) maps.push({ name, value });
  }
  const features: Feature[] = [];
  for (const [name, { by, of, where, without }] of Object.entries(spec.features ?? {})) {
    const at = [...path, 'features', name];
    if (by === 'count' && of !== undefined) {
      report.keyWarning(
        'unused-key',
        [...at, 'of'],
        '`of` has no effect: count counts events.',
        'Use `where` to count some.',
        removal,
      );
    } else if (by !== 'count' && of === undefined) {
      report.keyError(
        'missing-key',
        at,
        `The feature "${name}" lacks the key "of".`,
        'Add `of:` with the value of an event.',
      );
    }
    const value = of === undefined ? undefined : read(of, [...at, 'of'], 'number');
    const condition = where === undefined ? undefined : read(where, [...at, 'where'], 'boolean');
    features.push({ name, by, of: value, where: condition, without: without ?? 0 });
  }
  const known = features.map(({ name }) => name);
  const tensors = Object.entries(spec.tensors ?? {}).flatMap(
    ([name, tensor]) => readTensor(name, tensor, [...path, 'tensors', name], known, read, report) ?? [],
  );
  const window = spec.window && readWindow(spec.window, [...path, 'window'], declared, report);
  return { events, key: own, filter, joins, maps, window, features, tensors, limit: spec.limit ?? 10_000 };
}

function readWindow(spec: WindowSpec, path: Path, declared: Declared, report: Report): Window {
  const duration = (key: 'time' | 'session') => {
    const text = spec[key];
    return text === undefined ? undefined : readDuration(text, [...path, key], report);
  };
  if (spec.tumbling && spec.time === undefined) {
    report.keyWarning(
      'unused-key',
      [...path, 'tumbling'],
      '`tumbling` has no effect without `time`.',
      'Add `time`, or remove it.',
      removal,
    );
  }
  return {
    time: duration('time'),
    isTumbling: spec.tumbling ?? false,
    events: spec.events,
    session: duration('session'),
    since: spec.since === undefined ? undefined : readEvents(spec.since, [...path, 'since'], declared, report),
  };
}

function readTensor(
  name: string,
  { features, sequence, length }: TensorSpec,
  path: Path,
  known: readonly string[],
  read: (source: string, at: Path, wanted: 'number') => Expression | undefined,
  report: Report,
): Tensor | undefined {
  if ((features === undefined) === (sequence === undefined)) {
    report.keyError(
      'trigger-kind',
      path,
      `The tensor "${name}" needs one kind of values.`,
      'Give exactly one of `features` and `sequence`.',
    );
    return undefined;
  }
  if (features !== undefined) {
    for (const [index, feature] of features.entries()) {
      checkField(feature, [...path, 'features', index], known, 'The pipeline has', report);
    }
    return { name, kind: 'features', features };
  }
  if (length === undefined) {
    report.keyError(
      'missing-key',
      path,
      `The tensor "${name}" lacks the key "length".`,
      'Add `length:` with the number of events.',
    );
    return undefined;
  }
  const values = (sequence ?? []).flatMap(
    (source, index) => read(source, [...path, 'sequence', index], 'number') ?? [],
  );
  return { name, kind: 'sequence', values, length };
}

/** `owner` begins the message, as "The pipeline has". */
export function checkField(name: string, path: Path, known: Iterable<string>, owner: string, report: Report): void {
  const names = [...known];
  if (names.includes(name)) return;
  const close = nearest(name, names);
  const fix =
    close === undefined
      ? names.length === 0
        ? 'Declare it first: there is none to use.'
        : `Use one of: ${names.join(', ')}.`
      : `Did you mean "${close}"?`;
  report.error('unknown-field', path, `${owner} no "${name}".`, fix, replaceBy(close));
}
