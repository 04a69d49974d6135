// The stages behind the first: the kernels of a program, with what each reads, makes and computes.
import { elements, type Node } from '@edgewright/core/graph/graph.js';
import type { Epilogue, Kernel } from '@edgewright/core/graph/program/kernel.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { outputsOf, readsOf, viewsOf, wholeReadsOf } from '@edgewright/core/graph/program/reads.js';
import type { Step } from '@edgewright/core/graph/program/scalar.js';
import { figuresOf, macsOf, trafficOf } from '@edgewright/core/graph/program/work.js';
import type { KernelRun } from '@edgewright/core/graph/wasm/backend/runs.js';
import type { FactGroup, Stage, StageName, StageNode } from '../protocol.ts';
import { layOut } from './layout.ts';
import { portNode } from './original.ts';
import { attributeText, listText, shown, sizeText, stepText, typeText, viewText } from './text.ts';

export interface ProgramOptions {
  /** Names of the nodes of the file, by index. */
  readonly names: readonly string[];
  /** Why nodes are left to another runtime. */
  readonly reasons: ReadonlyMap<Node, string>;
  /** How each kernel runs, where that is known. */
  readonly runs?: readonly (KernelRun | undefined)[];
}

export function programStage(name: StageName, program: Program, options: ProgramOptions): Stage {
  const nodes: StageNode[] = [];
  const makers = new Map<number, number>();
  for (const { name: port, tensor } of program.inputs) {
    makers.set(tensor, nodes.length);
    nodes.push(portNode('input', port, typeText(program.tensors[tensor]), []));
  }
  addKernels(nodes, program, { ...options, makers, depth: 0 });
  for (const { name: port, tensor } of program.outputs) {
    const maker = makers.get(tensor);
    nodes.push(portNode('output', port, typeText(program.tensors[tensor]), maker === undefined ? [] : [maker]));
  }
  const figures = figuresOf(program);
  return {
    name,
    nodes,
    drawing: layOut(nodes),
    totals: {
      nodes: figures.kernels,
      macs: program.kernels.reduce((sum, kernel) => sum + (macsOf(program, kernel) ?? 0), 0),
      bytes: figures.bytes,
      regions: figures.regions,
      left: program.kernels.filter(({ kind }) => kind === 'external').length,
    },
  };
}

interface Scope extends ProgramOptions {
  /** By id of a tensor. */
  readonly makers: Map<number, number>;
  readonly depth: number;
  /** Index of the kernel of depth 0 that this program is inside. */
  readonly index?: number;
}

function addKernels(nodes: StageNode[], program: Program, scope: Scope): void {
  const { names, reasons, runs, makers, depth, index } = scope;
  const label = (id: number): string => program.tensors[id]?.name || `%${id}`;
  for (const [at, kernel] of program.kernels.entries()) {
    const place = nodes.length;
    const made = outputsOf(kernel);
    const read = [...new Set(readsOf(kernel))];
    nodes.push({
      kind: 'node',
      index: index ?? at,
      depth,
      name: nameOf(kernel.nodes ?? [], names) || made.map(label).join(', '),
      op: kernel.kind === 'external' ? kernel.node.op : kernel.kind,
      output: typeText(program.tensors[made[0] ?? -1]),
      reads: read.map(label),
      makes: made.map(label),
      sources: read.flatMap((id) => makers.get(id) ?? []),
      macs: macsOf(program, kernel) ?? 0,
      bytes: trafficOf(program, kernel),
      run:
        kernel.kind === 'external'
          ? { by: 'external', algorithms: [], reason: reasons.get(kernel.node) ?? null }
          : runs?.[at],
      from: kernel.nodes ?? [],
      facts: factsOf(program, kernel, label),
    });
    for (const body of bodiesOf(kernel)) {
      const inner = new Map(body.inputs.map(({ tensor }) => [tensor, place]));
      addKernels(nodes, body, { names, reasons, makers: inner, depth: depth + 1, index: index ?? at });
    }
    for (const id of made) makers.set(id, place);
  }
}

/** Of the first node whose work it does, and how many others'. */
function nameOf(from: readonly number[], names: readonly string[]): string {
  const first = names[from[0] ?? -1] ?? '';
  return from.length > 1 && first !== '' ? `${first} +${from.length - 1}` : first;
}

function bodiesOf(kernel: Kernel): readonly Program[] {
  if (kernel.kind === 'if') return [kernel.yes, kernel.no];
  return kernel.kind === 'loop' ? [kernel.body] : [];
}

function factsOf(program: Program, kernel: Kernel, label: (id: number) => string): readonly FactGroup[] {
  const { tensors } = program;
  const typeOf = (id: number): string => {
    const tensor = tensors[id]!;
    return `${typeText(tensor)}${tensor.constant === undefined ? '' : ', constant'}`;
  };
  const viewed = viewsOf(kernel).slice(0, shown);
  const inputs = [
    ...(kernel.kind === 'raster' ? [] : viewed).map((view): readonly [string, string] => {
      const part = viewText(view, elements(tensors[view.tensor]!.shape));
      return [label(view.tensor), `${typeOf(view.tensor)}${part === '' ? '' : `, ${part}`}`];
    }),
    ...(kernel.kind === 'raster' ? [...new Set(viewsOf(kernel).map(({ tensor }) => tensor))] : wholeReadsOf(kernel))
      .slice(0, shown)
      .map((id) => [label(id), typeOf(id)] as const),
  ];
  return [
    { title: 'Inputs', entries: inputs },
    { title: 'Outputs', entries: outputsOf(kernel).map((id) => [label(id), typeOf(id)]) },
    ...[settingsOf(kernel), regionsOf(program, kernel, label), functionsOf(kernel)].flatMap((group) => group ?? []),
  ];
}

function regionsOf({ tensors }: Program, kernel: Kernel, label: (id: number) => string): FactGroup | undefined {
  if (kernel.kind !== 'raster') return undefined;
  const { regions, output, fill } = kernel;
  const entries = regions.slice(0, shown).map(({ source, destination }): readonly [string, string] => {
    const from = viewText(source, elements(tensors[source.tensor]!.shape)) || 'all of it';
    const to = viewText({ ...destination, size: source.size }, elements(tensors[output]!.shape)) || 'all of the output';
    return [label(source.tensor), `${from} → ${to}`];
  });
  const rest = regions.length > shown ? [['more', String(regions.length - shown)] as const] : [];
  return { title: `Regions (${regions.length}, the rest ${fill})`, entries: [...entries, ...rest] };
}

/** The scalar functions that the kernel computes with. */
function functionsOf(kernel: Kernel): FactGroup | undefined {
  if (kernel.kind === 'elementwise') {
    const { body, operands } = kernel;
    if (body.length === 0) return { title: 'Scalar functions', entries: [['r0', 'copied']] };
    return { title: 'Scalar functions', entries: stepsOf(body, operands.length) };
  }
  const epilogue: Epilogue | undefined = 'epilogue' in kernel ? kernel.epilogue : undefined;
  if (epilogue === undefined || epilogue.body.length === 0) return undefined;
  return { title: 'Scalar functions on the result', entries: stepsOf(epilogue.body, epilogue.operands.length + 1) };
}

function stepsOf(body: readonly Step[], first: number): FactGroup['entries'] {
  const entries = body.slice(0, shown).map((step, at) => [`r${first + at}`, stepText(step)] as const);
  return body.length > shown ? [...entries, ['more', String(body.length - shown)]] : entries;
}

/** What else says what it does, a list a kind. */
function settingsOf(kernel: Kernel): FactGroup | undefined {
  const entries = settings(kernel);
  return entries.length === 0 ? undefined : { title: 'Settings', entries };
}

function settings(kernel: Kernel): FactGroup['entries'] {
  switch (kernel.kind) {
    case 'matmul': {
      const [m = 1, k = 1] = kernel.a.size.slice(-2);
      return [
        ['batch', kernel.a.size.length > 2 ? sizeText(kernel.a.size.slice(0, -2)) : ''],
        ['m, k, n', `${m}, ${k}, ${kernel.b.size.at(-1) ?? 1}`],
        ['sums in', kernel.type],
      ];
    }
    case 'conv':
      return [
        ['kernel', sizeText(kernel.w.size.slice(3))],
        ['strides', listText(kernel.strides)],
        ['dilations', listText(kernel.dilations)],
        ['pads at the begin', listText(kernel.pads)],
        ['groups', String(kernel.w.size[0] ?? 1)],
        ['sums in', kernel.type],
      ];
    case 'pool':
      return [
        ['function', kernel.fn],
        ['kernel', sizeText(kernel.kernel)],
        ['strides', listText(kernel.strides)],
        ['pads', `${listText(kernel.pads.begin)} and ${listText(kernel.pads.end)}`],
      ];
    case 'reduce':
      return [
        ['function', kernel.fn],
        ['axes kept', String(kernel.kept)],
      ];
    case 'argreduce':
      return [['function', `${kernel.last ? 'last ' : ''}${kernel.fn}`]];
    case 'softmax':
      return [['logarithm', kernel.log ? 'yes' : 'no']];
    case 'normalize':
      return [
        ['mean taken off', kernel.centred ? 'yes' : 'no'],
        ['epsilon', String(kernel.epsilon)],
      ];
    case 'cumulate':
      return [['function', `${kernel.exclusive ? 'exclusive ' : ''}${kernel.fn}`]];
    case 'topk':
      return [[kernel.largest ? 'greatest' : 'least', String(kernel.k)]];
    case 'scatter':
      return [['combines by', kernel.reduction]];
    case 'loop':
      return [
        [
          'iterations',
          kernel.count === undefined
            ? 'by condition'
            : 'fixed' in kernel.count
              ? String(kernel.count.fixed)
              : 'from a tensor',
        ],
        ['states', String(kernel.states.length)],
        ['kernels inside', String(kernel.body.kernels.length)],
      ];
    case 'if':
      return [['kernels inside', `${kernel.yes.kernels.length} and ${kernel.no.kernels.length}`]];
    case 'external':
      return Object.entries(kernel.node.attributes).map(([name, item]) => [name, attributeText(item)]);
    default:
      return [];
  }
}
