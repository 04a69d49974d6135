// A range such as {from: 32, to: 512, times: 2} to its values.

import type { Remedy } from './diagnostic.ts';
import { capital, nameOf, outOfRange, replaceBy, unknownKey, wrongType } from './finding.ts';
import type { Report } from './report.ts';
import type { Path } from './yaml.ts';

/** Values of one axis: ten times the largest expansion that is worth its while, and small to hold. */
export const mostAxisValues = 100_000;

/**
 * The values from first to last, growing. `to` is one of them and must be met exactly; `below` is not. Undefined if the
 * range has an error, which is then in the report.
 */
export function parseRange(
  range: Readonly<Record<string, unknown>>,
  path: Path,
  report: Report,
): readonly number[] | undefined {
  const numbers = readRange(range, path, report);
  if (numbers === undefined) return undefined;
  const { from, to, below, step, times } = numbers;
  const end = to ?? below;
  if (end === undefined || (to !== undefined && below !== undefined)) {
    const problem = end === undefined ? 'has no end' : 'has two ends, `to` and `below`';
    report.error(
      'axis-range-end',
      path,
      `The range ${nameOf(path)} ${problem}.`,
      'Give either `to`, which is part of the range, or `below`, which is not.',
    );
    return undefined;
  }
  if ((step === undefined) === (times === undefined)) {
    const problem = step === undefined ? 'does not say how it advances' : 'has both `step` and `times`';
    report.error(
      'axis-range-step',
      path,
      `The range ${nameOf(path)} ${problem}.`,
      'Give either `step`, which adds, or `times`, which multiplies.',
    );
    return undefined;
  }
  if (times !== undefined && from <= 0) {
    const message = `The range ${nameOf(path)} multiplies from ${from}, and would never grow.`;
    report.error('axis-range-start', [...path, 'from'], message, 'Start above 0, or use `step`.');
    return undefined;
  }
  if (to !== undefined ? to < from : end <= from) {
    const message = `The range ${nameOf(path)} ends at ${end} and starts at ${from}, so it is empty.`;
    const fix =
      end === from ? 'Raise `below`, which is not part of the range, or write `to`.' : 'Exchange the two: ranges grow.';
    report.error('axis-range-empty', path, message, fix);
    return undefined;
  }
  return valuesOf({ from, end, included: to !== undefined, step, times }, path, report);
}

interface RangeNumbers {
  readonly from: number;
  readonly to: number | undefined;
  readonly below: number | undefined;
  readonly step: number | undefined;
  readonly times: number | undefined;
}

function readRange(range: Readonly<Record<string, unknown>>, path: Path, report: Report): RangeNumbers | undefined {
  const known = ['from', 'to', 'below', 'step', 'times'];
  let good = true;
  const bad = (finding: Parameters<Report['add']>[0]) => {
    good = false;
    report.add(finding);
  };
  for (const key of Object.keys(range)) {
    if (!known.includes(key))
      bad(
        foreignKey(
          key,
          path,
          known.filter((other) => !Object.hasOwn(range, other)),
        ),
      );
    else if (typeof range[key] !== 'number' || !Number.isFinite(range[key])) {
      bad(wrongType(nameOf([...path, key]), [...path, key], range[key], ['number']));
    }
  }
  if (!good) return undefined;
  const { from, to, below, step, times } = range as { [key: string]: number | undefined };
  if (from === undefined) {
    const message = `The range ${nameOf(path)} lacks the key "from".`;
    report.add({
      code: 'missing-key',
      path,
      at: 'key',
      message,
      fix: 'Add `from:`, the first value.',
      remedies: [{ kind: 'set', path, key: 'from', text: '1' }],
    });
    return undefined;
  }
  if (step !== undefined && step <= 0)
    bad(outOfRange(nameOf([...path, 'step']), [...path, 'step'], step, { exclusiveMinimum: 0 }));
  if (times !== undefined && times <= 1)
    bad(outOfRange(nameOf([...path, 'times']), [...path, 'times'], times, { exclusiveMinimum: 1 }));
  return good ? { from, to, below, step, times } : undefined;
}

/** The words of other tools for the same things. */
const synonyms: Readonly<Record<string, string>> = {
  start: 'from',
  min: 'from',
  stop: 'below',
  end: 'to',
  max: 'to',
  until: 'below',
  by: 'step',
  increment: 'step',
  inc: 'step',
  factor: 'times',
  multiply: 'times',
  mul: 'times',
  ratio: 'times',
};

function foreignKey(key: string, path: Path, known: readonly string[]): ReturnType<typeof unknownKey> {
  const meant = synonyms[key.toLowerCase()];
  const finding = unknownKey(key, path, known);
  return meant !== undefined && known.includes(meant)
    ? { ...finding, fix: `Did you mean "${meant}"?`, ...replaceBy(meant) }
    : finding;
}

interface Progression {
  readonly from: number;
  readonly end: number;
  readonly included: boolean;
  readonly step: number | undefined;
  readonly times: number | undefined;
}

function valuesOf(range: Progression, path: Path, report: Report): readonly number[] | undefined {
  const { from, end, included, step, times } = range;
  const valueAt = (index: number) => clean(times === undefined ? from + index * (step ?? 0) : from * times ** index);
  // Steps to the end, as a real number: whole, up to rounding, where the range meets its end.
  const steps = times === undefined ? (end - from) / (step ?? 1) : Math.log(end / from) / Math.log(times);
  if (steps > 2 * mostAxisValues) {
    tooLong(Math.floor(steps) + 1, path, report);
    return undefined;
  }
  const nearestStep = Math.round(steps);
  const meets = valueAt(nearestStep) === clean(end);
  if (included && !meets) {
    const lower = valueAt(Math.floor(steps));
    const upper = valueAt(Math.floor(steps) + 1);
    const message = `The range ${nameOf(path)} steps over its \`to\`: ${lower} comes before ${end}, and ${upper} after it.`;
    const fix = `Write \`to: ${lower}\` or \`to: ${upper}\`, or \`below: ${end}\` to stop before it.`;
    const remedies: readonly Remedy[] = [lower, upper].map((end) => ({ kind: 'replace', text: String(end) }));
    report.error('axis-range-misses-end', [...path, 'to'], message, fix, { remedies });
    return undefined;
  }
  const count = included ? nearestStep + 1 : meets ? nearestStep : Math.floor(steps) + 1;
  if (count > mostAxisValues) {
    tooLong(count, path, report);
    return undefined;
  }
  return Array.from({ length: count }, (_, index) => valueAt(index));
}

/** Twelve digits: 0.1 + 2 * 0.1 is written 0.3, and no parameter has more. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}

/** Reports an axis of too many values. */
export function tooLong(count: number, path: Path, report: Report): void {
  const message = `${capital(nameOf(path))} has ${count} values; the limit is ${mostAxisValues}.`;
  report.error('axis-too-long', path, message, 'Take larger steps, or `times` instead of `step`.');
}
