// All that a record says of one measurement, as a reader takes it in.
import { formatBytes, formatSi } from '@edgewright/core/analysis/charts/format.js';
import { formatCount, formatShare, formatTime, formatUnit } from '@edgewright/core/analysis/number.js';
import { axesOfPoint, type Row } from '@edgewright/core/analysis/table.js';
import type {
  FailureRecord,
  PointRecord,
  ProgramFigures,
  Reading,
  SensorSample,
  Throttle,
} from '@edgewright/schemas/generated/record.js';
import type { Measurement } from '../protocol.ts';

type Entry = readonly [string, string];

/** `environment`: of the row's run on its device. */
export function measurementOf(
  place: number,
  row: Row,
  record: PointRecord | FailureRecord,
  environment: readonly Entry[],
): Measurement {
  const isPoint = record.kind === 'point';
  const facts = [
    ...(isPoint ? pointFacts(record) : failureFacts(record)),
    { title: 'Point', entries: pointEntries(record) },
    { title: 'Environment', entries: environment },
  ];
  return {
    row: place,
    name: `${row.model} on ${row.device}`,
    status: isPoint ? record.verdict.kind : record.code,
    notes: isPoint ? record.verdict.reasons : [`${record.message} (in ${record.phase})`],
    fix: isPoint ? undefined : record.fix,
    median: row.measured?.latency,
    percentiles: isPoint
      ? (record.summary.percentiles ?? []).flatMap(({ p, value }) => (value === null ? [] : [{ p, value }]))
      : [],
    latencies: Float64Array.from(isPoint ? record.latencies : []),
    facts: facts.filter(({ entries }) => entries.length > 0),
  };
}

function pointFacts({ summary, phases, memory, telemetry, items, runtimeVersion, output, program }: PointRecord) {
  const percentiles = (summary.percentiles ?? []).map(({ p, value, needed }): Entry => {
    const name = `${formatCount(p)}th percentile`;
    return [name, value === null ? `unknown: needs ${formatCount(needed)} inferences` : formatTime(value)];
  });
  const result: Entry[] = [
    ['mean', formatTime(summary.mean)],
    ['standard deviation', formatTime(summary.sd)],
    ['least', formatTime(summary.min)],
    ['greatest', formatTime(summary.max)],
    ...percentiles,
    ['throughput', `${formatSi(summary.throughput)} items/s`],
    [
      'inferences',
      `${formatCount(summary.n)}, as good as ${formatCount(Math.round(summary.interval.effective))} independent ones`,
    ],
    ['items an inference', formatCount(items)],
  ];
  return [
    { title: 'Result', entries: result },
    {
      title: 'Phases',
      entries: [
        ['generate', formatTime(phases.generate)],
        ['load', formatTime(phases.load)],
        ['first inference', formatTime(phases.first)],
        ['warm-up', formatTime(phases.warmup)],
        ['steady', formatTime(phases.steady)],
      ] as const,
    },
    {
      title: 'Memory of the measuring process',
      entries: [
        ['before the model', formatBytes(memory.before)],
        ['model loaded', formatBytes(memory.loaded)],
        ['peak', formatBytes(memory.peak)],
      ] as const,
    },
    ...(program === undefined ? [] : [{ title: 'Program', entries: programEntries(program) }]),
    { title: 'Device while measuring', entries: deviceEntries(telemetry) },
    {
      title: 'Runtime',
      entries: [
        ['version', runtimeVersion],
        ...(output === undefined
          ? []
          : [
              [
                'output',
                `${formatCount(output.elements)} numbers, mean ${numberText(output.mean)}, greatest ${numberText(output.absMax)}`,
              ] as const,
            ]),
      ] as const,
    },
  ];
}

function programEntries(program: ProgramFigures): readonly Entry[] {
  return [
    ['kernels', `${formatCount(program.kernels)}, of ${formatCount(program.lowered)} before the passes`],
    ['interpreted', formatCount(program.interpreted)],
    ['bytes moved', formatBytes(program.movedBytes)],
    ['arena', formatBytes(program.arenaBytes)],
    ['constants', formatBytes(program.constantBytes)],
  ];
}

function failureFacts({ detail, attempt, phase }: FailureRecord) {
  const entries = Object.entries(detail ?? {}).map(([name, value]): Entry => [name, String(value ?? 'unknown')]);
  return [{ title: 'Failure', entries: [['phase', phase], ['attempt', formatCount(attempt)], ...entries] as Entry[] }];
}

function pointEntries({ point, cost, slot, repeat, time }: PointRecord | FailureRecord): readonly Entry[] {
  const axes = Object.entries(axesOfPoint(point)).map(([name, level]): Entry => [name, String(level)]);
  return [
    ...axes,
    ['parameters', formatCount(cost.parameters)],
    ['work', formatUnit(cost.flops, 'FLOP')],
    ['traffic', formatBytes(cost.trafficBytes)],
    ['weights', formatBytes(cost.weightBytes)],
    ['activations', formatBytes(cost.activationBytes)],
    ['slot', `${formatCount(slot)}, repeat ${formatCount(repeat)}`],
    ['measured', time.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC')],
    ['point', point.id.slice(0, 16)],
  ];
}

function deviceEntries({ start, end, othersBusy }: PointRecord['telemetry']): readonly Entry[] {
  const change = (read: (sample: SensorSample) => Reading | undefined, text: (value: number) => string): string => {
    const [before, after] = [start, end].map((sample) => readingText(read(sample), text));
    return before === after ? (before as string) : `${before} → ${after}`;
  };
  const entries: Entry[] = [
    [
      'frequency',
      change(
        ({ frequency }) => frequency,
        (value) => `${formatSi(value)} MHz`,
      ),
    ],
    [
      'temperature',
      change(
        ({ temperature }) => temperature,
        (value) => `${formatSi(value)} °C`,
      ),
    ],
    ['memory available', change(({ available }) => available, formatBytes)],
    ['processor busy', change(({ busy }) => busy, formatShare)],
    ["others' share of the processor", readingText(othersBusy, formatShare)],
  ];
  if (start.power !== undefined)
    entries.push([
      'power',
      change(
        ({ power }) => power,
        (value) => `${formatSi(value)} W`,
      ),
    ]);
  return [...entries, ['throttling', throttleText(end.throttle)]];
}

function readingText(reading: Reading | undefined, text: (value: number) => string): string {
  if (reading === undefined) return 'not recorded';
  return 'value' in reading ? text(reading.value) : `unavailable: ${reading.unavailable} ${reading.fix}`;
}

function throttleText(throttle: Throttle | undefined): string {
  if (throttle === undefined) return 'not recorded';
  if ('unavailable' in throttle) return `unavailable: ${throttle.unavailable} ${throttle.fix}`;
  const flags = throttle.flags.length === 0 ? '' : ` (${throttle.flags.join(', ')})`;
  return `${throttle.active ? 'yes' : 'no'}${flags}`;
}

function numberText(value: number | null): string {
  return value === null ? 'unknown' : formatSi(value);
}
