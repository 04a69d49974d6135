// Whether a record has what analysis reads. Less strict than the schema: a newer agent may write more, and a reader that
// refused it would see nothing of its runs; a file that was edited must not bring the reader down.
import type { DurableRecord } from '@edgewright/schemas/generated/record.js';

/** What is wrong with it, such as "cost.flops is no number"; undefined where nothing is. */
export function faultIn(record: DurableRecord): string | undefined {
  for (const [keys, kind] of neededKeys[record.kind]) {
    let value: unknown = record;
    for (const key of keys) value = isObject(value) ? value[key] : undefined;
    if (!isKind[kind](value)) return `${keys.join('.')} is no ${kind}`;
  }
  return undefined;
}

type Kind = 'text' | 'number' | 'object' | 'list';
type Needed = readonly (readonly [path: string, kind: Kind])[];

const isKind: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  object: isObject,
  list: Array.isArray,
};

const slot: Needed = [
  ['run', 'text'],
  ['device', 'text'],
  ['fingerprint', 'text'],
  ['role', 'text'],
  ['point.id', 'text'],
  ['point.model.name', 'text'],
  ['point.model.family', 'text'],
  ['point.model.parameters', 'object'],
  ['point.execution.runtime', 'text'],
  ['point.execution.scenario.kind', 'text'],
  ['cost.flops', 'number'],
  ['cost.trafficBytes', 'number'],
  ['cost.weightBytes', 'number'],
  ['cost.activationBytes', 'number'],
];

const needed: Readonly<Record<DurableRecord['kind'], Needed>> = {
  run: [
    ['run', 'text'],
    ['device', 'text'],
    ['time', 'text'],
    ['agent', 'text'],
    ['fingerprint', 'text'],
    ['slots', 'number'],
    ['points', 'number'],
    ['profile.board', 'text'],
    ['profile.soc', 'text'],
    ['profile.governor', 'text'],
    ['profile.powerMode', 'text'],
    ['profile.maxFrequency', 'object'],
    ['profile.clockResolution', 'number'],
    ['profile.memory', 'number'],
    ['profile.runtimes', 'list'],
  ],
  ceiling: [
    ['run', 'text'],
    ['device', 'text'],
    ['runtime', 'text'],
    ['flops.value', 'number'],
    ['flops.samples', 'list'],
    ['flops.method', 'text'],
    ['bandwidth.value', 'number'],
    ['bandwidth.samples', 'list'],
    ['bandwidth.method', 'text'],
  ],
  point: [
    ...slot,
    ['items', 'number'],
    ['latencies', 'list'],
    ['summary.median', 'number'],
    ['summary.throughput', 'number'],
    ['summary.interval.low', 'number'],
    ['summary.interval.high', 'number'],
    ['summary.interval.confidence', 'number'],
    ['verdict.kind', 'text'],
    ['verdict.reasons', 'list'],
    ['phases', 'object'],
    ['memory', 'object'],
    ['telemetry.start', 'object'],
    ['telemetry.end', 'object'],
  ],
  failure: [...slot, ['code', 'text'], ['phase', 'text'], ['message', 'text'], ['fix', 'text']],
  state: [
    ['run', 'text'],
    ['device', 'text'],
    ['state', 'text'],
    ['reason', 'text'],
  ],
};

/** Paths taken apart once: there are some twenty for every line of a file. */
const neededKeys: Readonly<Record<DurableRecord['kind'], readonly (readonly [keys: readonly string[], kind: Kind])[]>> =
  {
    run: split(needed.run),
    ceiling: split(needed.ceiling),
    point: split(needed.point),
    failure: split(needed.failure),
    state: split(needed.state),
  };

function split(list: Needed): readonly (readonly [keys: readonly string[], kind: Kind])[] {
  return list.map(([path, kind]) => [path.split('.'), kind]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
