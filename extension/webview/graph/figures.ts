// What the bars beside nodes mean: a figure of each node of a stage, with its greatest.
import { formatBytes, formatSi } from '@edgewright/core/analysis/charts/format.js';
import type { Stage } from '../../protocol.ts';

export type FigureName = 'macs' | 'bytes' | 'time' | 'error';

export interface Figure {
  readonly name: string;
  /** Of the node at a place; undefined where it is not known. */
  readonly of: (place: number) => number | undefined;
  readonly most: number;
  readonly text: (value: number) => string;
}

export const figureNames: Readonly<Record<FigureName, string>> = {
  macs: 'MACs',
  bytes: 'Bytes',
  time: 'Time',
  error: 'Error',
};

export function figureOf(stage: Stage, name: 'macs' | 'bytes'): Figure {
  const { nodes } = stage;
  return {
    name: figureNames[name],
    of: (place) => nodes[place]?.[name],
    most: nodes.reduce((most, node) => Math.max(most, node[name]), 0),
    text: name === 'macs' ? formatSi : formatBytes,
  };
}
