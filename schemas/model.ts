// One model of a sweep: its axes and the rules between them.
import { parseAxis } from './axis.ts';
import { type Condition, parseCondition, parseExpressions } from './conditions.ts';
import { findCycle } from './cycle.ts';
import { dimensionParameter, type ParameterSpec } from './family.ts';
import { capital, listOr, nameOf, removal, replaceBy } from './finding.ts';
import type { FamilyName } from './generated/record.ts';
import { modelConstraintNames, modelNames, parametersOf } from './names.ts';
import { nearest } from './nearest.ts';
import type { Report } from './report.ts';
import type { ResolvedAxis, ResolvedModel } from './resolved.ts';
import type { Path } from './yaml.ts';
import { checkZip } from './zip.ts';

export interface ParsedModel extends ResolvedModel {
  readonly path: Path;
  /** Every parameter that the model has, named in the document or not. */
  readonly parameters: ReadonlyMap<string, ParameterSpec>;
}

/** `isGood` tells whether the shape of a key is good. Undefined where not even the model's parameters are known. */
export function parseModel(
  value: Readonly<Record<string, unknown>>,
  family: FamilyName,
  path: Path,
  isGood: (key: string) => boolean,
  report: Report,
): ParsedModel | undefined {
  const axisMap = asMap(value.axes);
  const derived = isGood('derive') ? (asMap(value.derive) as Readonly<Record<string, string>>) : {};
  const parameters = parametersOf(family, [...Object.keys(axisMap), ...Object.keys(derived)], dimensionParameter);
  const { axes, lengths } = readAxes(axisMap, parameters, [...path, 'axes'], report);
  const zip = isGood('zip') ? ((value.zip ?? []) as readonly (readonly string[])[]) : [];
  checkZip(zip, lengths, [...path, 'zip'], report);

  const names = modelNames(parameters);
  const whenMap = isGood('when') ? (asMap(value.when) as Readonly<Record<string, string>>) : {};
  checkWhenTargets(whenMap, lengths, [...path, 'when'], report);
  checkDeriveTargets(derived, lengths, parameters, [...path, 'derive'], report);
  const when = readConditions(whenMap, [...path, 'when'], (source, at) =>
    parseCondition(source, at, names, ['boolean'], report),
  );
  const derive = readConditions(derived, [...path, 'derive'], (source, at, name) => {
    const wanted = names.get(name)?.type ?? 'any';
    return parseCondition(source, at, names, wanted === 'any' ? ['number', 'string', 'boolean'] : [wanted], report);
  });
  checkCycle(when, derive, path, report);
  const constraint = isGood('constraint')
    ? parseExpressions(
        (value.constraint ?? []) as readonly string[],
        [...path, 'constraint'],
        modelConstraintNames(parameters),
        report,
      )
    : [];
  const batch = typeof value.batch === 'string' ? value.batch : undefined;
  if (family === 'onnx' && batch !== undefined && !parameters.has(batch)) {
    const message = `\`batch\` names the dimension "${batch}", which has no value: it is none of the axes.`;
    report.error(
      'unknown-axis',
      [...path, 'batch'],
      message,
      `Add \`${batch}: 1\` to \`axes\`, or name a dimension that is there.`,
      { remedies: [{ kind: 'set', path: [...path, 'axes'], key: batch, text: '1' }] },
    );
  }
  return {
    name: typeof value.name === 'string' ? value.name : family,
    family,
    file: typeof value.file === 'string' ? value.file : undefined,
    batch,
    axes,
    zip,
    when: resolvedOf(when),
    derive: resolvedOf(derive),
    constraint,
    place: report.source.place(path),
    path,
    parameters,
  };
}

/** A map as it is, anything else as an empty one. */
export function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

interface Axes {
  readonly axes: readonly ResolvedAxis[];
  /** By axis, undefined where it has an error. */
  readonly lengths: ReadonlyMap<string, number | undefined>;
}

function readAxes(
  map: Readonly<Record<string, unknown>>,
  parameters: ReadonlyMap<string, ParameterSpec>,
  path: Path,
  report: Report,
): Axes {
  const axes: ResolvedAxis[] = [];
  const lengths = new Map<string, number | undefined>();
  for (const [name, value] of Object.entries(map)) {
    const spec = parameters.get(name);
    // The shape has told of it.
    if (spec === undefined) continue;
    const at = [...path, name];
    const values = parseAxis(value, spec, at, report);
    lengths.set(name, values?.length);
    if (values !== undefined) axes.push({ name, values, place: report.source.keyPlace(at) });
  }
  return { axes, lengths };
}

function checkWhenTargets(
  map: Readonly<Record<string, string>>,
  lengths: ReadonlyMap<string, number | undefined>,
  path: Path,
  report: Report,
): void {
  for (const name of Object.keys(map)) {
    if (!lengths.has(name)) {
      const close = nearest(name, lengths.keys());
      const message = `\`when\` names "${name}", which is no axis of this model.`;
      const fix =
        close === undefined
          ? `Use one of: ${listOr([...lengths.keys()])}; or add the axis.`
          : `Did you mean "${close}"?`;
      report.keyError('unknown-axis', [...path, name], message, fix, replaceBy(close));
    } else if (lengths.get(name) === 1) {
      const message = `\`when\` has no effect on "${name}", which has one value.`;
      report.keyWarning(
        'when-without-effect',
        [...path, name],
        message,
        'Give the axis more values, or remove the line.',
        removal,
      );
    }
  }
}

function checkDeriveTargets(
  map: Readonly<Record<string, string>>,
  lengths: ReadonlyMap<string, number | undefined>,
  parameters: ReadonlyMap<string, ParameterSpec>,
  path: Path,
  report: Report,
): void {
  for (const name of Object.keys(map)) {
    if (lengths.has(name)) {
      const message = `"${name}" is derived and also an axis, and can have one source alone.`;
      const axis = { path: [...path.slice(0, -1), 'axes', name], at: 'key', message: 'It is an axis here.' } as const;
      const extras = { ...removal, related: [axis] };
      report.keyError('derived-axis', [...path, name], message, 'Remove it from `axes` or from `derive`.', extras);
    } else if (!parameters.has(name)) {
      const close = nearest(name, parameters.keys());
      const message = `\`derive\` names "${name}", which is no parameter of this family.`;
      const fix = close === undefined ? `Use one of: ${listOr([...parameters.keys()])}.` : `Did you mean "${close}"?`;
      report.keyError('unknown-axis', [...path, name], message, fix, replaceBy(close));
    }
  }
}

function readConditions(
  map: Readonly<Record<string, string>>,
  path: Path,
  parse: (source: string, path: Path, name: string) => Condition | undefined,
): ReadonlyMap<string, Condition> {
  const conditions = new Map<string, Condition>();
  for (const [name, source] of Object.entries(map)) {
    const condition = parse(source, [...path, name], name);
    if (condition !== undefined) conditions.set(name, condition);
  }
  return conditions;
}

function resolvedOf(conditions: ReadonlyMap<string, Condition>): ResolvedModel['when'] {
  return new Map([...conditions].map(([name, { resolved }]) => [name, resolved]));
}

/** An axis with `when` and a derived parameter have their value only once those that they name have theirs. */
function checkCycle(
  when: ReadonlyMap<string, Condition>,
  derive: ReadonlyMap<string, Condition>,
  path: Path,
  report: Report,
): void {
  const edges = new Map([...when, ...derive].map(([name, { expression }]) => [name, expression.names]));
  const cycle = findCycle(edges);
  const [first] = cycle ?? [];
  if (cycle === undefined || first === undefined) return;
  const key = derive.has(first) ? 'derive' : 'when';
  const chain = [...cycle, first].map((name) => `"${name}"`).join(' needs ');
  const message = `${capital(nameOf([...path, key, first]))} depends on itself: ${chain}.`;
  report.keyError(
    'dependency-cycle',
    [...path, key, first],
    message,
    'Break the circle: let one of them depend on other axes alone.',
  );
}
