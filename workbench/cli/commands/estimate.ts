import { resolve } from 'node:path';
import { estimateRow, estimateTime } from '@edgewright/core/sweep/estimate.js';
import type { PlannedPoint } from '@edgewright/core/sweep/point.js';
import type { ParameterValue } from '@edgewright/schemas/generated/record.js';
import { findRun } from '../../runs/folder.ts';
import { speedsOf } from '../../runs/speeds.ts';
import { loadSweep } from '../../sweep/load.ts';
import { countText, formatBytes, formatCount, formatDuration } from '../../text/units.ts';
import { readDocument } from '../document.ts';
import { formatDiagnostic } from '../excerpt.ts';
import { exitCodes } from '../exit.ts';
import type { Io } from '../io.ts';
import { type Column, formatTable } from '../table.ts';

interface EstimateOptions {
  readonly like?: string;
  readonly out: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Rows of a model shown without --all. */
const shownRows = 20;

/** `edgewright estimate FILE`. With --json an array with a row a point, as `estimateRow` makes it. */
export async function estimateSweep(io: Io, file: string, options: EstimateOptions): Promise<number> {
  const text = await readDocument(file, io.cwd);
  const { checked } = await loadSweep(file, io.cwd, text);
  const { diagnostics, sweep, points, slots, excluded } = checked;
  if (sweep === undefined || points === undefined || slots === undefined) {
    if (options.json) io.out(`${JSON.stringify({ file, kind: 'sweep', ok: false, diagnostics }, null, 2)}\n`);
    else for (const diagnostic of diagnostics) io.out(`${formatDiagnostic(diagnostic, file, text, io)}\n`);
    return exitCodes.findings;
  }
  if (options.json) {
    io.out(`${JSON.stringify(points.map(estimateRow), null, 2)}\n`);
    return exitCodes.ok;
  }
  const speeds =
    options.like === undefined ? [] : await speedsOf(await findRun(resolve(io.cwd, options.out), options.like));
  const { total, longest, assumption } = estimateTime(slots, sweep.measure, speeds);
  io.out(`${pointTables(points, options.all ? Number.POSITIVE_INFINITY : shownRows, io)}\n`);
  const left = excluded > 0 ? `, ${excluded} left out by constraints` : '';
  io.out(`${countText(points.length, slots.length)}${left}\n`);
  io.out(`time: ${formatDuration(total)}, at most ${formatDuration(longest)}\n${wrap(assumption, io.width)}\n`);
  return exitCodes.ok;
}

/** A table a model: its parameters that vary, and the costs. Executions of one model share a row: costs do not depend on them. */
function pointTables(points: readonly PlannedPoint[], most: number, io: Io): string {
  const models = Map.groupBy(points, ({ point }) => point.model.name);
  const tables = [...models].map(([name, ofModel]) => modelTable(name, ofModel, most, io));
  return tables.join('\n');
}

function modelTable(name: string, points: readonly PlannedPoint[], most: number, io: Io): string {
  const groups = [
    ...Map.groupBy(points, ({ point }) => JSON.stringify([point.model.parameters, point.execution.precision])).values(),
  ];
  const executions = new Set(points.map(({ point }) => JSON.stringify(point.execution))).size;
  const parameters = [...new Set(points.flatMap(({ point }) => Object.keys(point.model.parameters)))];
  const varies = (key: string) => new Set(points.map(({ point }) => shownValue(point.model.parameters[key]))).size > 1;
  const axes = parameters.filter(varies);
  const fixed = parameters
    .filter((key) => !varies(key))
    .map((key) => `${key} ${shownValue(points[0].point.model.parameters[key])}`);
  const strong = (text: string) => io.paint('strong', text);
  const head = `${strong(name)}: ${points.length} points, ${executions} execution${executions === 1 ? '' : 's'}${fixed.length > 0 ? `; ${fixed.join(', ')}` : ''}`;
  const shown = groups.slice(0, most);
  const widthOf = (key: string) =>
    Math.max(key.length, ...points.map(({ point }) => shownValue(point.model.parameters[key]).length)) + 2;
  const isWide = axes.reduce((sum, key) => sum + widthOf(key), costWidth) > io.width;
  const axisColumns: Column[] = isWide
    ? [{ title: 'point', shrinks: true }]
    : axes.map((title) => ({ title, align: 'right' }));
  const rows = shown.map(([{ point, cost }, ...others]) => {
    const values = axes.map((key) => shownValue(point.model.parameters[key]));
    return [
      ...(isWide ? [axes.map((key, index) => `${key} ${values[index]}`).join(', ')] : values),
      formatCount(cost.parameters),
      formatCount(cost.macs),
      formatBytes(cost.weightBytes),
      formatBytes(cost.activationBytes),
      String(1 + others.length),
    ];
  });
  const rest = groups.length - shown.length;
  const more = rest > 0 ? `... and ${rest} more; --all lists them\n` : '';
  return `${wrap(head, io.width)}\n${formatTable([...axisColumns, ...costColumns], rows, io.width)}${more}`;
}

/** Columns that the costs take: titles, and figures such as 1023 KiB. */
const costWidth = 50;

const costColumns: readonly Column[] = ['parameters', 'MACs', 'weights', 'activations', 'points'].map((title) => ({
  title,
  align: 'right',
}));

function shownValue(value: ParameterValue | undefined): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return `[${value.join(',')}]`;
  return String(value);
}

/** Breaks at spaces; further lines are indented by two. */
function wrap(text: string, width: number): string {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines[lines.length - 1];
    if (line !== '' && line.length + 1 + word.length > width) lines.push(`  ${word}`);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.join('\n');
}
