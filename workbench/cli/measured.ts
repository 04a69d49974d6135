// The times of a model's kernels on a device, as text.
import type {
  InspectedKernel,
  InspectedPart,
  InspectedPlan,
  Inspection,
  Unavailable,
} from '@edgewright/schemas/inspection.js';
import { formatTime } from '../text/measured.ts';
import { printable } from '../text/printable.ts';
import type { Io } from './io.ts';
import { type Column, formatTable } from './table.ts';

/** The longest kernels first, `most` of them. */
export function measuredText(inspection: Inspection, most: number, io: Io): string {
  const { device, kernels, plan } = inspection;
  const parts = [
    [
      io.paint('strong', `Measured on ${printable(device.name)}, one thread`),
      ...latencyLines(inspection),
      ...(plan === undefined ? [] : planLines(plan)),
      '',
    ].join('\n'),
  ];
  const timed = kernels.filter(({ time }) => time !== undefined);
  if (timed.length > 0) parts.push(kernelTable(inspection, timed, most, io));
  const chosen = timed.filter(({ alternatives = [], predicted }) => alternatives.length > 0 && predicted !== undefined);
  if (chosen.length > 0) parts.push(choiceTable(chosen.toSorted(longestFirst).slice(0, most), io));
  return parts.join('\n');
}

function latencyLines({ profile }: Inspection): readonly string[] {
  if (profile === undefined) return [];
  const { jit, reference } = profile;
  const whole = 'unavailable' in jit ? undefined : jit.latency;
  const times = (latency: number): string =>
    whole === undefined ? '' : `; jit takes ${(whole / latency).toPrecision(3)} times as long`;
  return [
    'unavailable' in jit
      ? `jit: ${jit.unavailable} ${jit.fix}`
      : `jit ${formatTime(jit.latency)}, median of ${jit.repeats}`,
    'unavailable' in reference
      ? `onnxruntime: ${reference.unavailable}`
      : `${reference.runtime} ${reference.version} ${formatTime(reference.latency)}, median of ${reference.repeats}${times(reference.latency)}`,
  ];
}

function planLines(plan: InspectedPlan | Unavailable): readonly string[] {
  if ('unavailable' in plan) return [`plan: ${plan.unavailable}`];
  const { parts, predicted, measured, alternatives } = plan;
  const last = (part: InspectedPart): string => (part.to - part.from === 1 ? '' : ` to ${part.to - 1}`);
  const text =
    parts.length === 1
      ? parts[0]!.runtime
      : parts.map((part) => `${part.runtime} ${part.from}${last(part)}`).join(', ');
  const lines = [`plan: ${text}${timesText({ predicted, measured })}`];
  for (const other of alternatives) lines.push(`  instead of ${other.runtime}${timesText(other)}`);
  return lines;
}

/** Such as "; predicted 1.20 ms, tried 1.31 ms". */
function timesText({ predicted, measured }: { readonly predicted?: number; readonly measured?: number }): string {
  const times = [
    ...(predicted === undefined ? [] : [`predicted ${formatTime(predicted)}`]),
    ...(measured === undefined ? [] : [`tried ${formatTime(measured)}`]),
  ];
  return times.length === 0 ? '' : `; ${times.join(', ')}`;
}

function kernelTable({ nodes }: Inspection, timed: readonly InspectedKernel[], most: number, io: Io): string {
  const total = timed.reduce((sum, { time = 0 }) => sum + time, 0);
  const ofNode = new Map(nodes.map(({ index, time }) => [index, time]));
  const shares = Map.groupBy(
    timed.flatMap((kernel) => kernel.nodes),
    (node) => node,
  );
  const sharing = ({ nodes: own }: InspectedKernel): number =>
    Math.max(1, ...own.map((node) => shares.get(node)!.length));
  const isPredicted = timed.some(({ predicted }) => predicted !== undefined);
  const columns: readonly Column[] = [
    { title: '#', align: 'right' },
    { title: 'kernel' },
    { title: 'nodes', shrinks: true },
    { title: 'runs as', shrinks: true },
    { title: 'time', align: 'right' },
    { title: 'share', align: 'right' },
    ...(isPredicted ? [{ title: 'predicted', align: 'right' } as const] : []),
    { title: 'on ort', align: 'right' },
  ];
  const shown = timed.toSorted(longestFirst).slice(0, most);
  const rows = shown.map((kernel) => {
    const { index, kind, algorithms, runtime, reason, time = 0, predicted } = kernel;
    return [
      String(index),
      kind,
      nodesText(kernel, nodes),
      runtime === 'wasm' ? algorithms.join(', ') : `host: ${reason}`,
      formatTime(time),
      `${((100 * time) / total).toFixed(1)} %`,
      ...(isPredicted ? [predicted === undefined ? '' : formatTime(predicted)] : []),
      ortText(kernel, ofNode, sharing(kernel)),
    ];
  });
  const isShared = shown.some((kernel) => sharing(kernel) > 1);
  const note = isShared ? '/n: of nodes whose work n kernels share\n' : '';
  const rest = timed.length - shown.length;
  const more = rest > 0 ? `... and ${rest} more, shorter; --all lists them\n` : '';
  return `${formatTable(columns, rows, io.width, (text) => io.paint('strong', text))}${note}${more}`;
}

/** Of all nodes whose work the kernel does, where each was timed. */
function ortText({ nodes }: InspectedKernel, ofNode: ReadonlyMap<number, number | undefined>, sharing: number): string {
  const times = nodes.flatMap((index) => ofNode.get(index) ?? []);
  if (times.length === 0 || times.length < nodes.length) return '';
  const text = formatTime(times.reduce((sum, time) => sum + time));
  return sharing > 1 ? `${text} /${sharing}` : text;
}

/** Kernels for which the compiler had a choice. */
function choiceTable(kernels: readonly InspectedKernel[], io: Io): string {
  const columns: readonly Column[] = [
    { title: '#', align: 'right' },
    { title: 'chosen', shrinks: true },
    { title: 'predicted', align: 'right' },
    { title: 'instead of', shrinks: true },
  ];
  const rows = kernels.map(({ index, algorithms, predicted, alternatives = [] }) => [
    String(index),
    algorithms.join(', '),
    predicted === undefined ? '' : formatTime(predicted),
    alternatives
      .map(({ algorithm, predicted: time }) => `${algorithm}${time === undefined ? '' : ` ${formatTime(time)}`}`)
      .join(', '),
  ]);
  return formatTable(columns, rows, io.width, (text) => io.paint('strong', text));
}

function longestFirst(a: InspectedKernel, b: InspectedKernel): number {
  return b.time! - a.time!;
}

/** The name of the first node, else its op, and how many more there are. */
function nodesText({ nodes: own }: InspectedKernel, nodes: Inspection['nodes']): string {
  const first = nodes[own[0] ?? -1];
  if (first === undefined) return '';
  const text = printable(first.name === '' ? first.op : first.name);
  return own.length > 1 ? `${text} +${own.length - 1}` : text;
}
