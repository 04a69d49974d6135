// A stage in one line: how much there is, and what it is.
import { countOf, formatBytes, formatSi } from '@edgewright/core/analysis/charts/format.js';
import type { Stage, StageName } from '../../protocol.ts';

export function totalsText({ name, totals, nodes }: Stage): string {
  const { nodes: count, macs, bytes, regions, left } = totals;
  const host = nodes.filter(({ run }) => run?.by === 'host').length;
  return [
    countOf(count, name === 'original' ? 'node' : 'kernel'),
    `${formatSi(macs)} MACs`,
    `${formatBytes(bytes)} ${name === 'original' ? 'made' : 'moved'}`,
    ...(regions === undefined ? [] : [`${countOf(regions, 'region')} of rasters`]),
    ...(host === 0 ? [] : [`${host} on the interpreter`]),
    ...(left === 0 ? [] : [`${left} left to another runtime`]),
  ].join(' · ');
}

export const stageTexts: Readonly<Record<StageName, { readonly name: string; readonly about: string }>> = {
  original: { name: 'Original', about: 'The nodes of the file, in the order in which they run.' },
  decomposed: { name: 'Decomposed', about: 'Each node as atomic kernels, and rasters that move data.' },
  merged: {
    name: 'Merged',
    about: 'What the passes leave: constants computed, rasters read through, element-wise chains in one kernel.',
  },
  planned: { name: 'Planned', about: 'How each kernel runs: its algorithm in WebAssembly, or else why not.' },
};
