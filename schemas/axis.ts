// An axis as written (a value, a list of values, a range) to its values.
import type { ParameterSpec } from './family.ts';
import { capital, type Finding, nameOf, notOneOf, outOfRange, removal, shown, wrongType } from './finding.ts';
import type { ParameterValue } from './generated/record.ts';
import { mostAxisValues, parseRange, tooLong } from './range.ts';
import type { Report } from './report.ts';
import type { Path } from './yaml.ts';

/** The values in the order written; undefined if the axis has an error, which is then in the report. */
export function parseAxis(
  value: unknown,
  spec: ParameterSpec,
  path: Path,
  report: Report,
): readonly ParameterValue[] | undefined {
  if (Array.isArray(value)) return parseList(value, spec, path, report);
  if (typeof value === 'object' && value !== null) {
    return parseFittingRange(value as Readonly<Record<string, unknown>>, spec, path, report);
  }
  if (!isFitting(value, spec, path, report)) return undefined;
  return [value];
}

function parseFittingRange(
  range: Readonly<Record<string, unknown>>,
  spec: ParameterSpec,
  path: Path,
  report: Report,
): readonly ParameterValue[] | undefined {
  if (spec.type === 'string') {
    report.add({ ...wrongType(nameOf(path), path, range, ['string']), fix: choices(spec) });
    return undefined;
  }
  const values = parseRange(range, path, report);
  const [first] = values ?? [];
  const last = values?.at(-1);
  if (values === undefined || first === undefined || last === undefined) return undefined;
  const broken = spec.type === 'number' ? undefined : values.find((value) => !Number.isInteger(value));
  if (broken !== undefined) {
    const message = `The range ${nameOf(path)} comes to ${broken}, and takes whole numbers.`;
    const fix = 'Choose `from` and the step so that every value is whole, or list the values.';
    report.error('wrong-type', path, message, fix);
    return undefined;
  }
  // It grows, so its ends bound it.
  const startFits = isWithin(first, spec, [...path, 'from'], report);
  const end = range.to === undefined ? 'below' : 'to';
  const endFits = isWithin(last, spec, [...path, end], report, `the last value of ${nameOf(path)}`);
  return startFits && endFits ? values : undefined;
}

function parseList(
  list: readonly unknown[],
  spec: ParameterSpec,
  path: Path,
  report: Report,
): readonly ParameterValue[] | undefined {
  if (list.length === 0) {
    report.error(
      'wrong-length',
      path,
      `${capital(nameOf(path))} is an empty list, so the sweep has no point.`,
      'Give it at least one value.',
    );
    return undefined;
  }
  if (list.length > mostAxisValues) {
    tooLong(list.length, path, report);
    return undefined;
  }
  const values: ParameterValue[] = [];
  const seen = new Map<unknown, number>();
  let good = true;
  list.forEach((item: unknown, index) => {
    const at = [...path, index];
    if (!isFitting(item, spec, at, report)) {
      good = false;
      return;
    }
    const key = Array.isArray(item) ? item.join() : item;
    const first = seen.get(key);
    if (first !== undefined) {
      good = false;
      const what = Array.isArray(item) ? `[${item.join(', ')}]` : shown(item);
      const message = `${capital(nameOf(path))} holds ${what} twice (items ${first + 1} and ${index + 1}).`;
      const isOneList = spec.type === 'integer-or-list' && list.every((other) => typeof other === 'number');
      const fix = isOneList
        ? `Remove one; or for a single value that is a list add a pair of brackets: [[${list.join(', ')}]].`
        : 'Remove one; to measure a point several times use `measure.repeats`.';
      const earlier = { path: [...path, first], at: 'value', message: 'It stands here before.' } as const;
      report.error('duplicate-value', at, message, fix, { ...removal, related: [earlier] });
      return;
    }
    seen.set(key, index);
    values.push(item);
  });
  return good ? values : undefined;
}

/** A value of the parameter's type and within its bounds; everything else is reported. */
function isFitting(value: unknown, spec: ParameterSpec, path: Path, report: Report): value is ParameterValue {
  const name = nameOf(path);
  if (spec.type === 'string') {
    if (typeof value !== 'string') {
      report.add({ ...wrongType(name, path, value, ['string']), fix: choices(spec) });
      return false;
    }
    if (spec.enum?.includes(value) === false) {
      report.add(notOneOf(name, path, value, spec.enum));
      return false;
    }
    return true;
  }
  if (spec.type === 'integer-or-list' && Array.isArray(value)) return isFittingList(value, spec, path, report);
  const whole = spec.type !== 'number';
  if (typeof value !== 'number' || !Number.isFinite(value) || (whole && !Number.isInteger(value))) {
    const one = whole ? 'a whole number' : 'a number';
    const fix =
      typeof path.at(-1) === 'number'
        ? `Write ${one}.`
        : `Write ${one}, a list, or a range such as {from: 1, to: 8, times: 2}.`;
    const finding = wrongType(name, path, value, [whole ? 'integer' : 'number'], fix);
    report.add(looksLikeRange(value) ? { ...finding, ...rangeFix(value) } : finding);
    return false;
  }
  return isWithin(value, spec, path, report);
}

function isWithin(value: number, spec: ParameterSpec, path: Path, report: Report, name = nameOf(path)): boolean {
  const { minimum, maximum } = spec;
  if (value >= (minimum ?? value) && value <= (maximum ?? value)) return true;
  report.add(outOfRange(name, path, value, { minimum, maximum }));
  return false;
}

function isFittingList(list: readonly unknown[], spec: ParameterSpec, path: Path, report: Report): boolean {
  const most = spec.maxItems ?? Number.POSITIVE_INFINITY;
  if (list.length === 0 || list.length > most) {
    const message = `${capital(nameOf(path))} has ${list.length} numbers, and takes 1 to ${most}.`;
    report.error('wrong-length', path, message, spec.description);
    return false;
  }
  const one: ParameterSpec = { ...spec, type: 'integer' };
  return list.map((item, index) => isFitting(item, one, [...path, index], report)).every(Boolean);
}

function choices(spec: ParameterSpec): string {
  return spec.enum === undefined ? spec.description : `Write one of: ${spec.enum.join(', ')}.`;
}

/** How other tools write ranges. */
const foreignRange = /^\s*(-?[\d.]+?)\s*(?:\.{2,3}|:|-)\s*(-?[\d.]+?)(?:\s*:\s*(-?[\d.]+))?\s*$/;

function looksLikeRange(value: unknown): value is string {
  return typeof value === 'string' && foreignRange.test(value);
}

function rangeFix(text: string): Pick<Finding, 'fix' | 'remedies'> {
  const [, from, to, step] = foreignRange.exec(text) ?? [];
  const range = `{from: ${from}, to: ${to}, step: ${step ?? 1}}`;
  return {
    fix: `Write a range as ${range}, or with \`times: 2\` to double each time.`,
    remedies: [{ kind: 'replace', text: range }],
  };
}
