// What a device told of the model, as figures of nodes and as facts of one.
import { formatTime } from '@edgewright/core/analysis/number.js';
import type { InspectedKernel, InspectedNode, InspectedValue, Inspection } from '@edgewright/schemas/inspection.js';
import type { FactGroup, GraphWant, Stage, StageNode } from '../../protocol.ts';
import type { Figure, FigureName } from './figures.ts';

export type Inspections = Readonly<Partial<Record<GraphWant, Inspection>>>;

export interface Measured {
  /** Undefined where it was not measured, or not of this stage. */
  figure(stage: Stage, name: Extract<FigureName, 'time' | 'error'>): Figure | undefined;
  facts(stage: Stage, place: number): readonly FactGroup[];
  /** How the device runs a planned kernel, which knows its own speeds; undefined where it did not say. */
  run(stage: Stage, place: number): StageNode['run'];
  /** Whether the device compiled the model to other kernels than these. */
  isOther(stage: Stage): boolean;
}

export const nothingMeasured: Measured = {
  figure: () => undefined,
  facts: () => [],
  run: () => undefined,
  isOther: () => false,
};

export function measuredOf({ profile, diff }: Inspections): Measured {
  const nodes = new Map(profile?.nodes.map((node) => [node.index, node]));
  const values = Map.groupBy(diff?.values ?? [], ({ node }) => node);
  const kernels = new Map<Stage, readonly InspectedKernel[]>();
  const kernelsOf = (stage: Stage): readonly InspectedKernel[] => {
    const known = kernels.get(stage) ?? (profile && isSameProgram(stage, profile.kernels) ? profile.kernels : []);
    kernels.set(stage, known);
    return known;
  };
  const timed = (stage: Stage, node: StageNode | undefined): InspectedNode | InspectedKernel | undefined => {
    if (node?.kind !== 'node' || node.depth > 0) return undefined;
    return stage.name === 'original' ? nodes.get(node.index) : kernelsOf(stage)[node.index];
  };
  return {
    figure(stage, name) {
      if (name === 'error' && stage.name !== 'original') return undefined;
      const of = (place: number): number | undefined => {
        const node = stage.nodes[place];
        if (name === 'time') return timed(stage, node)?.time;
        return node?.kind === 'node' && node.depth === 0 ? worstOf(values.get(node.index) ?? []) : undefined;
      };
      const known = stage.nodes.flatMap((_, place) => of(place) ?? []).filter(Number.isFinite);
      if (known.length === 0) return undefined;
      const most = known.reduce((greatest, value) => Math.max(greatest, value), 0);
      return { name: name === 'time' ? 'Time' : 'Error', of, most, text: name === 'time' ? formatTime : errorText };
    },
    facts(stage, place) {
      const node = stage.nodes[place];
      const own = timed(stage, node);
      const total = stage.name === 'original' ? sumOf(profile?.nodes) : sumOf(profile?.kernels);
      const compared =
        stage.name === 'original' && node?.kind === 'node' && node.depth === 0 ? (values.get(node.index) ?? []) : [];
      return [
        ...(profile === undefined || own === undefined ? [] : [timeFacts(own, total, profile.device.name)]),
        ...planFacts(profile, node),
        ...compared.map(valueFacts),
      ];
    },
    run(stage, place) {
      const own = stage.name === 'planned' ? timed(stage, stage.nodes[place]) : undefined;
      if (own === undefined || !('algorithms' in own)) return undefined;
      const { runtime: by, algorithms, reason } = own;
      return { by, algorithms, reason };
    },
    isOther: (stage) => profile !== undefined && stage.name === 'planned' && !isSameProgram(stage, profile.kernels),
  };
}

/** By index, as the device compiles with the same code; another version of it may make other kernels. */
function isSameProgram({ name, nodes }: Stage, kernels: readonly InspectedKernel[]): boolean {
  if (name !== 'merged' && name !== 'planned') return false;
  const own = nodes.filter(({ kind, depth }) => kind === 'node' && depth === 0);
  return (
    own.length === kernels.length &&
    kernels.every(({ kind, runtime }, at) => runtime === 'external' || own[at]?.op === kind)
  );
}

/** Greatest absolute error; infinite where only one of two is a number. */
function worstOf(values: readonly InspectedValue[]): number | undefined {
  if (values.length === 0) return undefined;
  return Math.max(...values.map(({ maxAbs }) => maxAbs ?? Number.POSITIVE_INFINITY));
}

function sumOf(items: readonly { readonly time?: number }[] = []): number {
  return items.reduce((sum, { time = 0 }) => sum + time, 0);
}

function timeFacts(own: InspectedNode | InspectedKernel, total: number, device: string): FactGroup {
  const { time } = own;
  const entries: (readonly [string, string])[] = [
    ['time', time === undefined ? 'not measured' : formatTime(time)],
    ['share', time === undefined || total === 0 ? '' : `${((100 * time) / total).toFixed(1)} % of all`],
  ];
  if ('algorithms' in own) {
    const { algorithms, runtime, reason, predicted, alternatives = [] } = own;
    entries.push(
      ['predicted', predicted === undefined ? '' : formatTime(predicted)],
      ['runs on', { wasm: 'WebAssembly', host: 'the interpreter', external: 'another runtime' }[runtime]],
      ['algorithm', algorithms.join(', ')],
      ['reason', reason ?? ''],
      ...alternatives.map(
        ({ algorithm, predicted: cost }) =>
          [`or ${algorithm}`, cost === undefined ? 'not predicted' : `${formatTime(cost)} predicted`] as const,
      ),
    );
  } else if (own.placed !== undefined) entries.push(['left', own.placed]);
  return { title: `Measured on ${device}`, entries };
}

/** Of the part of the plan that has the first of the node's nodes of the file. */
function planFacts({ plan, device }: Partial<Inspection> = {}, node: StageNode | undefined): readonly FactGroup[] {
  const index = node?.from[0];
  if (plan === undefined || 'unavailable' in plan || index === undefined) return [];
  const part = plan.parts.find(({ from, to }) => from <= index && index < to);
  if (part === undefined) return [];
  const { runtime, reason, predicted } = part;
  const entries: FactGroup['entries'] = [
    ['runtime', runtime],
    ['reason', reason],
    ['of its part', predicted === undefined ? '' : `${formatTime(predicted)} predicted`],
  ];
  return [{ title: `In the plan of ${device?.name}`, entries }];
}

function valueFacts({ name, of, beyond, maxAbs, maxRel, meanAbs, ulps, mismatch, from }: InspectedValue): FactGroup {
  const error = (value: number | null): string => (value === null ? 'infinite' : errorText(value));
  if (mismatch !== undefined) return { title: `Compared: ${name}`, entries: [['differs', mismatch]] };
  return {
    title: `Compared: ${name}`,
    entries: [
      ['beyond', `${beyond.toLocaleString('en')} of ${of.toLocaleString('en')} elements`],
      ['max absolute', error(maxAbs)],
      ['max relative', error(maxRel)],
      ['mean absolute', error(meanAbs)],
      ['ULPs', ulps === null ? '' : ulps.toLocaleString('en')],
      ['taken from', from === 'program' ? 'the program that runs' : 'the program without passes'],
    ],
  };
}

/** Three digits. */
export function errorText(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return 'infinite';
  return value < 1e-3 || value >= 1e6 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}
