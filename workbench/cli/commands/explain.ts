import { dirname, resolve } from 'node:path';
import { targetOf, webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { externalLocations } from '@edgewright/core/onnx/external.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { readModelFile } from '../../graph/cases.ts';
import { type ExplainedKernel, type Explanation, explain, type Pass, passNames } from '../../graph/explain.ts';
import { externalIn } from '../../graph/weights.ts';
import { printable } from '../../text/printable.ts';
import { shapeText } from '../../text/shape.ts';
import { formatBytes, formatCount, plural } from '../../text/units.ts';
import { bindingsOf } from '../dimensions.ts';
import { exitCodes } from '../exit.ts';
import { inspectFor, type WhereOptions } from '../inspect.ts';
import type { Io } from '../io.ts';
import { measuredText } from '../measured.ts';
import { type Column, formatTable } from '../table.ts';

interface ExplainOptions extends WhereOptions {
  readonly dim?: readonly string[];
  readonly without?: string;
  readonly all?: boolean;
  readonly json?: boolean;
}

/** Kernels shown without --all. */
const shownKernels = 40;

/**
 * `edgewright explain MODEL`. With --json an object: the file, its bindings, the explanation, and as `measured` the
 * inspection where a device is named or --local given.
 */
export async function explainModel(io: Io, file: string, options: ExplainOptions): Promise<number> {
  const without = passesIn(options.without ?? '');
  const path = resolve(io.cwd, file);
  const model = readModelFile(path);
  const bindings = bindingsOf(model, options.dim ?? []);
  const external = externalIn(dirname(path));
  const explanation = explain(model, bindings, { external, without, target: targetOf(webAssembly) });
  const isMeasured = options.local || options.device !== undefined || options.fleet !== undefined;
  if (isMeasured && without.size > 0) throw unmeasurable();
  const most = options.all ? Number.POSITIVE_INFINITY : shownKernels;
  // What takes no time is shown while the rest is measured.
  if (!options.json) io.out(textOf(explanation, most, io));
  const measured = isMeasured
    ? await inspectFor(io, options, {
        file: path,
        locations: externalLocations(model),
        sizes: bindings,
        want: ['profile', 'plan'],
      })
    : undefined;
  if (typeof measured === 'number') return measured;
  if (options.json) {
    const told = { file, dimensions: Object.fromEntries(bindings), without: [...without], ...explanation };
    io.out(`${JSON.stringify({ ...told, ...(measured && { measured }) }, null, 2)}\n`);
  } else if (measured !== undefined) io.out(`\n${measuredText(measured, most, io)}`);
  return exitCodes.ok;
}

function unmeasurable(): CodedError {
  return new CodedError(
    'usage',
    'A program without some of its passes is shown, but not measured.',
    'Leave out --without; a sweep over `ablation` tells what each pass is worth.',
  );
}

function passesIn(text: string): ReadonlySet<Pass> {
  const names = text.split(',').filter((name) => name !== '');
  return new Set(
    names.map((name) => {
      const pass = passNames.find((each) => each === name);
      if (pass !== undefined) return pass;
      throw new CodedError('usage', `"${name}" is no pass.`, `There are ${passNames.join(', ')}.`);
    }),
  );
}

function textOf({ nodes, placed, passes, memory, kernels }: Explanation, most: number, io: Io): string {
  const strong = (text: string): string => io.paint('strong', text);
  const total = nodes.reduce((sum, { count }) => sum + count, 0);
  const parts = [
    `${strong(plural(total, 'node'))}\n${wrap(
      nodes.map(({ op, count }) => printable(count === 1 ? op : `${count} ${op}`)),
      io.width,
    )}`,
  ];
  if (placed.length > 0) {
    const columns = [{ title: 'node', shrinks: true }, { title: 'op' }, { title: 'why', shrinks: true }];
    const rows = placed.map(({ node, op, reason }) => [node, op, reason].map(printable));
    parts.push(`${strong('Left to another runtime')}\n${formatTable(columns, rows, io.width)}`);
  }
  if (memory === null) {
    parts.push('There is no program: an output hangs on a node whose types only another runtime knows.\n');
    return parts.join('\n');
  }
  const rows = passes.map(({ pass, ...figures }) => [
    pass,
    ...[figures.kernels, figures.rasters, figures.regions].map(String),
    formatBytes(figures.bytes),
  ]);
  parts.push(formatTable(passColumns, rows, io.width, strong));
  const share = memory.sum === 0 ? '' : `, ${((100 * memory.arena) / memory.sum).toFixed(0)} % of the sum`;
  parts.push(
    `${strong('memory')} ${formatBytes(memory.arena)}${share} ${formatBytes(memory.sum)}; peak ${formatBytes(memory.peak)}\n`,
  );
  parts.push(kernelTable(kernels.slice(0, most), io));
  const rest = kernels.length - most;
  parts.push(`${rest > 0 ? `... and ${rest} more; --all lists them\n` : ''}${totalsOf(kernels)}`);
  return parts.join('\n');
}

const passColumns: readonly Column[] = [
  { title: 'after' },
  ...['kernels', 'rasters', 'regions', 'moved'].map((title): Column => ({ title, align: 'right' })),
];

function kernelTable(kernels: readonly ExplainedKernel[], io: Io): string {
  const columns: readonly Column[] = [
    { title: 'kernel' },
    { title: 'output', shrinks: true },
    { title: 'functions', shrinks: true },
    { title: 'runs as', shrinks: true },
    { title: 'MACs', align: 'right' },
    { title: 'moved', align: 'right' },
  ];
  const rows = kernels.map(({ kernel, outputs, regions, functions, runs, algorithms, reason, macs, bytes }) => [
    nameOf(kernel, regions),
    outputs.map(shapeText).join(' '),
    functions.join(' '),
    runs === 'wasm' ? algorithms.join(', ') : runs === 'host' ? `host: ${reason}` : 'another runtime',
    macs === null ? '' : formatCount(macs),
    formatBytes(bytes),
  ]);
  return formatTable(columns, rows, io.width, (text) => io.paint('strong', text));
}

function nameOf(kernel: string, regions: number | null): string {
  if (regions === 0) return 'fill';
  return regions === null || regions === 1 ? printable(kernel) : `${kernel} of ${regions}`;
}

function totalsOf(kernels: readonly ExplainedKernel[]): string {
  const count = (runs: ExplainedKernel['runs']): number => kernels.filter((kernel) => kernel.runs === runs).length;
  const macs = kernels.reduce((sum, kernel) => sum + (kernel.macs ?? 0), 0);
  const others = [
    ...(count('host') > 0 ? [`${count('host')} on the host`] : []),
    ...(count('external') > 0 ? [`${count('external')} by another runtime`] : []),
  ];
  const reasons = new Set(kernels.flatMap(({ reason }) => reason ?? []));
  return [
    `${plural(kernels.length, 'kernel')}: ${[`${count('wasm')} as WebAssembly`, ...others].join(', ')}; ${formatCount(macs)} MACs`,
    ...[...reasons].map((reason) => `host: ${reason}`),
    '',
  ].join('\n');
}

/** A list in lines of the width, indented by two. */
function wrap(items: readonly string[], width: number): string {
  const lines = ['  '];
  for (const [at, item] of items.entries()) {
    const text = at === items.length - 1 ? item : `${item}, `;
    if ((lines.at(-1)! + text).trimEnd().length > width) lines.push('  ');
    lines[lines.length - 1] += text;
  }
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
