// What the analyst knows of its runs: the table, its rows in columns, the axes, the plan. Pure; made of records that come
// as a stream and are not kept.
import { type AxisInfo, axesOf } from '@edgewright/core/analysis/axes.js';
import { columnsOf, type LevelColumn, levelColumns, type RowColumns } from '@edgewright/core/analysis/columns.js';
import { type Plan, planOf } from '@edgewright/core/analysis/plan.js';
import { type Row, type Table, tableBuilder } from '@edgewright/core/analysis/table.js';
import type { OnnxSource } from '@edgewright/core/models/onnx.js';
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';
import { parseSweep } from '@edgewright/schemas/sweep.js';

export interface Study {
  readonly title: string;
  readonly description: string;
  readonly table: Table;
  /** Of all points: what varies. */
  readonly axes: readonly AxisInfo[];
  readonly rows: RowColumns;
  readonly levels: readonly LevelColumn[];
  /** Place of the row by `Row.source`. */
  readonly placeOf: (source: number) => number;
  /** Run ids by the names that `rows` shows. */
  readonly runIds: ReadonlyMap<string, string>;
  /** What the sweep meant to measure; undefined where it cannot be read, or runs of several sweeps are at hand. */
  readonly plan: () => Plan | undefined;
}

/** Of a run's head. */
export interface StudyHead {
  readonly id: string;
  readonly name: string;
  /** The sweep document, YAML. */
  readonly sweep: string;
}

export interface StudyBuilder {
  /** Place of its row; undefined where the record makes none. */
  readonly add: (record: DurableRecord) => number | undefined;
  readonly study: () => Study;
}

/** `files`: the models of family `onnx` by their path in the document, for the plan. */
export function studyBuilder(
  heads: readonly StudyHead[],
  files: ReadonlyMap<string, OnnxSource> = new Map(),
): StudyBuilder {
  const builder = tableBuilder();
  const names = runNames(heads);
  const isOneSweep = heads.every(({ sweep }) => sweep === heads[0]?.sweep);
  const { sweep } = parseSweep(heads[0]?.sweep ?? '');
  let plan: { readonly known: Plan | undefined } | undefined;
  return {
    add: builder.add,
    study() {
      const table = builder.table();
      const axes = axesOf(table.rows.filter(({ role }) => role === 'point'));
      const rows = columnsOf(table, axes, names);
      return {
        title: heads.length === 1 ? (sweep?.name ?? heads[0]?.name ?? '') : [...names.values()].join(' and '),
        description: isOneSweep ? (sweep?.description ?? '') : '',
        table,
        axes,
        rows,
        levels: levelColumns(rows, axes),
        placeOf: placesBySource(table.rows),
        runIds: new Map([...names].map(([id, name]) => [name, id])),
        plan() {
          plan ??= { known: isOneSweep && sweep !== undefined ? planOf(sweep, files) : undefined };
          return plan.known;
        },
      };
    },
  };
}

/** A run by its sweep and the end of its id, as its folder is named. */
function runNames(heads: readonly StudyHead[]): ReadonlyMap<string, string> {
  return new Map(heads.map(({ id, name }) => [id, `${name}-${id.slice(-6)}`]));
}

function placesBySource(rows: readonly Row[]): (source: number) => number {
  const last = rows.at(-1)?.source ?? -1;
  const places = new Int32Array(last + 1).fill(-1);
  for (const [place, { source }] of rows.entries()) places[source] = place;
  return (source) => places[source] ?? -1;
}
