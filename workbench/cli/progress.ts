// The live display of a run as a pure function: events in, lines out.
import type { VerdictKind } from '@edgewright/schemas/generated/record.js';
import type { RunStatus } from '@edgewright/schemas/wire.js';
import stringWidth from 'string-width';
import type { RunEvent } from '../runs/event.ts';
import type { DeviceStatus } from '../runs/status.ts';
import { formatHealth } from './health.ts';
import type { Tone } from './io.ts';
import { formatCurrent } from './slot.ts';
import { cut, pad } from './table.ts';
import { formatDuration } from './units.ts';

export interface Progress {
  readonly name: string;
  /** Milliseconds of the clock that `now` of the others is of. */
  readonly begun: number;
  readonly devices: ReadonlyMap<string, DeviceProgress>;
}

export interface DeviceProgress {
  readonly slots: number;
  readonly done: number;
  readonly failed: number;
  readonly verdicts: Readonly<Record<VerdictKind, number>>;
  readonly status: RunStatus | undefined;
  /** Where this display began to count, for the rate. */
  readonly first: { readonly done: number; readonly time: number } | undefined;
  /** "cpu 25 %, ..." */
  readonly health: string;
  /** What else is to be said: waiting for the link, sending a model, the end. */
  readonly note: { readonly tone: Tone; readonly text: string } | undefined;
  readonly isOver: boolean;
}

/** `known` is what is in the run folder already. */
export function startProgress(name: string, known: readonly DeviceStatus[], now: number): Progress {
  const devices = known.map(({ device, slots, done, failed, verdicts }): [string, DeviceProgress] => [
    device,
    { slots, done, failed, verdicts, status: undefined, first: undefined, health: '', note: undefined, isOver: false },
  ]);
  return { name, begun: now, devices: new Map(devices) };
}

export function advance(progress: Progress, event: RunEvent, now: number): Progress {
  const device = progress.devices.get(event.device);
  if (device === undefined) return progress;
  return { ...progress, devices: new Map(progress.devices).set(event.device, advanceDevice(device, event, now)) };
}

function advanceDevice(device: DeviceProgress, event: RunEvent, now: number): DeviceProgress {
  switch (event.kind) {
    case 'linked':
    case 'repaired':
      return { ...device, note: undefined };
    case 'dropped':
      return {
        ...device,
        note: { tone: 'warning', text: `no link, next try in ${formatDuration(event.wait)}; the device goes on` },
      };
    case 'sending': {
      const share = event.bytes === 0 ? 100 : Math.floor((100 * event.sent) / event.bytes);
      return { ...device, note: { tone: 'dim', text: `sending ${event.artifact} ${share} %` } };
    }
    case 'refused':
    case 'failed':
      return {
        ...device,
        note: { tone: 'bad', text: event.kind === 'failed' ? event.message : 'refused the sweep' },
        isOver: true,
      };
    case 'status':
      return {
        ...device,
        status: event.status,
        slots: Math.max(device.slots, event.status.slots),
        first: device.first ?? { done: device.done, time: now },
        note: undefined,
      };
    case 'sample':
      return { ...device, health: formatHealth(event.sample) };
    case 'record':
      return countRecord(device, event.record);
    case 'ended':
      return {
        ...device,
        isOver: true,
        note: { tone: event.state === 'finished' ? 'good' : 'warning', text: event.state },
      };
  }
}

function countRecord(device: DeviceProgress, record: Extract<RunEvent, { kind: 'record' }>['record']): DeviceProgress {
  switch (record.kind) {
    case 'run':
      return { ...device, slots: record.slots };
    case 'point': {
      const { kind } = record.verdict;
      const verdicts = { ...device.verdicts, [kind]: device.verdicts[kind] + 1 };
      return { ...device, done: device.done + 1, verdicts };
    }
    case 'failure':
      return { ...device, done: device.done + 1, failed: device.failed + 1 };
    default:
      return device;
  }
}

/** At most `width` columns each; three lines a device, two where it says nothing of its health. */
export function renderProgress(
  progress: Progress,
  now: number,
  width: number,
  paint: (tone: Tone, text: string) => string = (_, text) => text,
): readonly string[] {
  const names = [...progress.devices.keys()];
  const label = Math.min(16, Math.max(6, ...names.map((name) => stringWidth(name))));
  const indent = ' '.repeat(label + 2);
  const room = width - label - 2;
  const head = `${progress.name}  ${clockOf(now - progress.begun)}`;
  const lines = [paint('strong', cut(head, width))];
  for (const [name, device] of progress.devices) {
    lines.push(`${pad(cut(name, label), label, 'left')}  ${barLine(device, now, room, paint)}`);
    const second = device.note ?? { tone: 'dim' as const, text: currentOf(device) };
    if (second.text !== '') lines.push(indent + paint(second.tone, cut(second.text, room)));
    const third = [tally(device), device.isOver ? '' : device.health].filter((text) => text !== '').join('  |  ');
    if (third !== '') lines.push(indent + paint('dim', cut(third, room)));
  }
  return lines;
}

/** "[#####.....]  31/88  35 %  22/min  2 min left": what does not fit goes from the right. */
function barLine(
  device: DeviceProgress,
  now: number,
  room: number,
  paint: (tone: Tone, text: string) => string,
): string {
  const { done, slots, failed } = device;
  const share = slots === 0 ? 0 : Math.min(1, done / slots);
  const rate = rateOf(device, now);
  const left = timeLeft(device, rate);
  const parts = [
    `${done}/${slots === 0 ? '?' : slots}`,
    `${Math.floor(100 * share)} %`,
    rate === undefined || device.isOver ? '' : `${formatRate(rate)}/min`,
    left === undefined || device.isOver ? '' : `${formatDuration(left)} left`,
  ].filter((part) => part !== '');
  const widthOf = () => parts.join('  ').length;
  while (parts.length > 1 && widthOf() + 2 + leastBar > room) parts.pop();
  const cells = Math.max(leastBar, Math.min(30, room - widthOf() - 2));
  const full = Math.round(cells * share);
  const bar = paint(failed > 0 ? 'warning' : 'good', '█'.repeat(full)) + paint('dim', '░'.repeat(cells - full));
  return `${bar}  ${parts.join('  ')}`;
}

const leastBar = 8;

/** Slots a minute since this display began; undefined before it can be told. */
function rateOf({ first, done }: DeviceProgress, now: number): number | undefined {
  if (first === undefined || now - first.time < 1000 || done <= first.done) return undefined;
  return (60_000 * (done - first.done)) / (now - first.time);
}

/** Milliseconds: the device's own estimate where it has one. */
function timeLeft({ status, done, slots }: DeviceProgress, rate: number | undefined): number | undefined {
  if (status?.timeLeft != null) return status.timeLeft;
  return rate === undefined || slots === 0 ? undefined : (60_000 * (slots - done)) / rate;
}

function formatRate(rate: number): string {
  return rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
}

function currentOf({ status }: DeviceProgress): string {
  if (status === undefined) return 'waiting for the device';
  if (status.current !== null) return formatCurrent(status.current);
  return status.state === 'running' ? '' : status.state;
}

function tally({ verdicts, failed }: DeviceProgress): string {
  const parts = Object.entries(verdicts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`);
  return [...parts, ...(failed > 0 ? [`${failed} failed`] : [])].join(', ');
}

/** 83000 -> "01:23" */
function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
