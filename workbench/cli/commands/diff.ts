import { resolve } from 'node:path';
import { externalLocations } from '@edgewright/core/onnx/external.js';
import type { InspectedDiff, InspectedValue, Inspection } from '@edgewright/schemas/inspection.js';
import { readModelFile } from '../../graph/cases.ts';
import { writeInputs } from '../../graph/given.ts';
import { formatError } from '../../text/measured.ts';
import { printable } from '../../text/printable.ts';
import { shapeText } from '../../text/shape.ts';
import { formatCount, plural } from '../../text/units.ts';
import { bindingsOf } from '../dimensions.ts';
import { exitCodes } from '../exit.ts';
import { inspectFor, type WhereOptions } from '../inspect.ts';
import type { Io } from '../io.ts';
import { type Column, formatTable } from '../table.ts';

interface DiffOptions extends WhereOptions {
  readonly dim?: readonly string[];
  readonly inputs?: string;
  readonly seed: number;
  readonly rtol: number;
  readonly atol: number;
  readonly timeout: number;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Values shown without --all. */
const shownValues = 10;

/**
 * `edgewright diff MODEL`: exit code 1 where a value is beyond the tolerance, or where there was nothing to compare. With
 * --json the inspection.
 */
export async function diffModel(io: Io, file: string, options: DiffOptions): Promise<number> {
  const path = resolve(io.cwd, file);
  const model = readModelFile(path);
  const sizes = bindingsOf(model, options.dim ?? []);
  const { seed, rtol: relative, atol: absolute, timeout } = options;
  const given = options.inputs === undefined ? undefined : await writeInputs(model, resolve(io.cwd, options.inputs));
  const inspection = await inspectFor(io, options, {
    file: path,
    locations: externalLocations(model),
    sizes,
    inputs: given?.file,
    want: ['diff'],
    options: { seed, relative, absolute, timeout: Math.ceil(timeout * 1000) },
  }).finally(() => given?.remove());
  if (typeof inspection === 'number') return inspection;
  const { diff, values } = inspection;
  if (options.json) io.out(`${JSON.stringify({ file, ...inspection }, null, 2)}\n`);
  else if (diff !== undefined) {
    if ('unavailable' in diff) io.out(`${io.paint('bad', 'not compared')}: ${diff.unavailable}\n  fix: ${diff.fix}\n`);
    else io.out(textOf(inspection, diff, options, io));
  }
  const isClose = diff !== undefined && !('unavailable' in diff) && values.every(({ beyond }) => beyond === 0);
  return isClose && values.length > 0 ? exitCodes.ok : exitCodes.findings;
}

function textOf({ device, values, nodes }: Inspection, diff: InspectedDiff, options: DiffOptions, io: Io): string {
  const { reference, seed, tolerance, firstDiffering, left } = diff;
  const beyond = values.filter((value) => value.beyond > 0);
  const parts = [
    `${io.paint('strong', printable(device.name))}: jit against ${reference.runtime} ${reference.version}, ${options.inputs === undefined ? `inputs of seed ${seed}` : `inputs of ${options.inputs}`}`,
    `${plural(values.length, 'value')} compared, ${io.paint(beyond.length > 0 ? 'bad' : 'good', beyond.length > 0 ? String(beyond.length) : 'none')} beyond the tolerance: of each element ${tolerance.relative} of it`,
    `and ${tolerance.absolute} of the greatest element`,
  ];
  if (left > 0) parts.push(`${plural(left, 'value')} not compared: no tensor, or behind a node that jit leaves out`);
  const first = firstDiffering === null ? undefined : nodes[firstDiffering];
  if (first !== undefined) {
    const name = first.name === '' ? '' : ` "${printable(first.name)}"`;
    const own = values.find(({ node, beyond: count }) => node === first.index && count > 0);
    parts.push(
      `first to differ: node ${first.index}, ${printable(first.op)}${name}${own?.mismatch === undefined ? '' : `: ${own.mismatch}`}`,
    );
  }
  const shown = options.all ? values : values.toSorted(worseFirst).slice(0, shownValues);
  const rest = values.length - shown.length;
  if (shown.length === 0) return `${parts.join('\n')}\n`;
  const more = rest > 0 ? `... and ${rest} more, closer; --all lists them in order\n` : '';
  return `${parts.join('\n')}\n\n${table(shown, nodes, io)}${more}`;
}

/** By the share beyond the tolerance, then by the greatest relative error. */
function worseFirst(a: InspectedValue, b: InspectedValue): number {
  const share = ({ beyond, of }: InspectedValue): number => (of === 0 ? 0 : beyond / of);
  const size = ({ maxRel }: InspectedValue): number => maxRel ?? Number.MAX_VALUE;
  return share(b) - share(a) || size(b) - size(a) || a.node - b.node;
}

function table(values: readonly InspectedValue[], nodes: Inspection['nodes'], io: Io): string {
  const columns: readonly Column[] = [
    { title: 'node', align: 'right' },
    { title: 'op', shrinks: true },
    { title: 'value', shrinks: true },
    { title: 'shape' },
    { title: 'fused' },
    { title: 'beyond', align: 'right' },
    { title: 'abs', align: 'right' },
    { title: 'rel', align: 'right' },
  ];
  const rows = values.map(({ name, node, type, from, isOutput, beyond, maxAbs, maxRel, mismatch }) => [
    String(node),
    printable(nodes[node]?.op ?? ''),
    printable(name),
    shapeText(type),
    from === 'unfused' ? 'away' : isOutput ? 'output' : '',
    formatCount(beyond),
    mismatch === undefined ? formatError(maxAbs) : '',
    mismatch === undefined ? formatError(maxRel) : '',
  ]);
  return formatTable(columns, rows, io.width, (text) => io.paint('strong', text));
}
