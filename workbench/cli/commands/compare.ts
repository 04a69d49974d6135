import { relative, resolve } from 'node:path';
import { analyse, type ComparisonReport } from '@edgewright/core/analysis/analyse.js';
import { compare, type Slice } from '@edgewright/core/analysis/compare.js';
import { comparisonSentences } from '@edgewright/core/analysis/sentences/comparison.js';
import { type Table, tableOf } from '@edgewright/core/analysis/table.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { renderComparison } from '../../report/comparison.ts';
import type { RunContent } from '../../runs/content.ts';
import { writeDurably } from '../../runs/durable.ts';
import { readMeasured } from '../../runs/measured.ts';
import { findFirst } from '../../runs/reruns.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';

type Axis = 'run' | 'device' | 'runtime';

interface CompareOptions {
  readonly out: string;
  readonly output?: string;
  readonly by: Axis;
  readonly json?: boolean;
}

/** `edgewright compare RUN [RUN]`: each two levels of what --by names, on the points that both have. */
export async function compareRuns(
  io: Io,
  first: string,
  second: string | undefined,
  options: CompareOptions,
): Promise<number> {
  const root = resolve(io.cwd, options.out);
  const references = second === undefined ? [first] : [first, second];
  const contents = await readMeasured(await Promise.all(references.map((reference) => findFirst(root, reference))));
  const records = contents.flatMap((content) => content.records);
  const table = tableOf(records);
  const slices = slicesOf(table, options.by, contents);
  if (slices.length < 2) throw nothingToCompare(options.by, slices);
  const comparisons = slices.flatMap((a, index) => slices.slice(index + 1).map((b) => comparisonOf(a, b)));
  const file = options.output === undefined ? undefined : resolve(io.cwd, options.output);
  if (file !== undefined) {
    const title = slices.map(({ name }) => name).join(' and ');
    await writeDurably(file, renderComparison({ ...analyse(table, undefined), title, comparisons }, { records }));
  }
  if (options.json) {
    const shown = comparisons.map(({ comparison, sentences }) => ({ comparison: withoutPairs(comparison), sentences }));
    io.out(`${JSON.stringify({ by: options.by, comparisons: shown, ...(file && { file }) }, null, 2)}\n`);
  } else {
    for (const { comparison, sentences } of comparisons) io.out(comparisonText(comparison, sentences, io));
    if (file !== undefined) io.out(`report: ${relative(io.cwd, file)}\n`);
  }
  return comparisons.some(({ comparison }) => comparison.kind === 'comparison') ? exitCodes.ok : exitCodes.findings;
}

/** Reference points measure the drift of a device, and are in no comparison. */
function slicesOf(table: Table, axis: Axis, contents: readonly RunContent[]): readonly Slice[] {
  const groups = Map.groupBy(
    table.rows.filter(({ role }) => role === 'point'),
    (row) => row[axis],
  );
  // Runs in the order given; names of runtimes and devices in their own, so that a comparison reads the same each time.
  const levels = axis === 'run' ? [...groups.keys()] : [...groups.keys()].sort();
  return levels.map((level) => ({ name: nameOf(axis, level, contents), axis, rows: groups.get(level) ?? [] }));
}

/** A run by its sweep and the end of its id, as its folder is named. */
function nameOf(axis: Axis, level: string, contents: readonly RunContent[]): string {
  const run = axis === 'run' ? contents.find(({ head }) => head.id === level) : undefined;
  return run === undefined ? level : `${run.head.name}-${level.slice(-6)}`;
}

function comparisonOf(a: Slice, b: Slice): ComparisonReport {
  const comparison = compare(a, b);
  return { comparison, sentences: comparison.kind === 'refusal' ? [] : comparisonSentences(comparison) };
}

function withoutPairs(comparison: ComparisonReport['comparison']) {
  if (comparison.kind === 'refusal') return comparison;
  const { pairs: _, ...rest } = comparison;
  return rest;
}

function comparisonText(comparison: ComparisonReport['comparison'], sentences: ComparisonReport['sentences'], io: Io) {
  if (comparison.kind === 'refusal') return `${comparison.reason}\n  fix: ${comparison.fix}\n`;
  const head = `${comparison.a.name} and ${comparison.b.name}, ${comparison.n} points in common`;
  return `${[io.paint('strong', head), ...sentences.map(({ text }) => `- ${text}`)].join('\n')}\n`;
}

function nothingToCompare(axis: Axis, slices: readonly Slice[]): CodedError {
  const only = slices.map(({ name }) => name).join(', ');
  return new CodedError(
    'usage',
    `There is only one ${axis}${only === '' ? '' : `, ${only}`}: a comparison needs two.`,
    axis === 'run' ? 'Name a second run, or choose --by device or --by runtime.' : 'Name a run that has another.',
  );
}
