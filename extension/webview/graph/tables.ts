// What the view shows as tables to be saved: a node or a value a row, figures in full.
import type { ChartTable } from '@edgewright/core/analysis/charts/chart.js';
import type { Inspection } from '@edgewright/schemas/inspection.js';
import type { Stage } from '../../protocol.ts';
import type { Measured } from './measured.ts';

const stageColumns = [
  'index',
  'depth',
  'node',
  'op',
  'output',
  'macs',
  'bytes',
  'runs on',
  'algorithms',
  'reason',
  'nodes of the file',
  'milliseconds',
  'max absolute error',
];

export function stageTable(stage: Stage, measured: Measured): ChartTable {
  const time = measured.figure(stage, 'time');
  const error = measured.figure(stage, 'error');
  const rows = stage.nodes.flatMap(({ kind, index, depth, name, op, output, macs, bytes, from, ...node }, place) => {
    if (kind !== 'node') return [];
    const run = measured.run(stage, place) ?? node.run;
    const how = [run?.by ?? '', run?.algorithms.join(' ') ?? '', run?.reason ?? ''];
    const told = [time?.of(place) ?? '', error?.of(place) ?? ''];
    return [[index, depth, name, op, output, macs, bytes, ...how, from.join(' '), ...told]];
  });
  return { columns: stageColumns, rows, omitted: 0 };
}

const differenceColumns = [
  'value',
  'node',
  'op',
  'type',
  'elements',
  'beyond',
  'max absolute',
  'max relative',
  'mean absolute',
  'ulps',
  'taken from',
  'mismatch',
];

export function differenceTable({ values, nodes }: Inspection): ChartTable {
  const known = new Map(nodes.map((node) => [node.index, node]));
  const rows = values.map(({ name, node, type, of, beyond, maxAbs, maxRel, meanAbs, ulps, from, mismatch = '' }) => {
    const errors = [maxAbs, maxRel, meanAbs, ulps].map((error) => error ?? '');
    const maker = known.get(node);
    return [name, maker?.name ?? '', maker?.op ?? '', type, of, beyond, ...errors, from, mismatch];
  });
  return { columns: differenceColumns, rows, omitted: 0 };
}
