// The live display of a run as a pure function: events in, lines out.
import type { VerdictKind } from '@edgewright/schemas/generated/record.js';
import type { RunStatus } from '@edgewright/schemas/wire.js';
import stringWidth from 'string-width';
import type { RunEvent } from '../runs/event.ts';
import type { DeviceStatus } from '../runs/status.ts';
import { formatHealth } from '../text/health.ts';
import type { Naming } from '../text/naming.ts';
import { formatDuration } from '../text/units.ts';
import type { Tone } from './io.ts';
import { formatResult } from './result.ts';
import { cut, pad } from './table.ts';
import { countsText } from './tally.ts';

export interface Progress {
  readonly name: string;
  /** Milliseconds of the clock that `now` of the others is of. */
  readonly begun: number;
  readonly naming: Naming;
  readonly devices: ReadonlyMap<string, DeviceProgress>;
  /** The last results of all devices, oldest first. */
  readonly recent: readonly Recent[];
}

interface Recent {
  readonly device: string;
  /** Place of the result among those of its device, from 1. */
  readonly number: number;
  readonly text: string;
  readonly tone: Tone | undefined;
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
export function startProgress(name: string, naming: Naming, known: readonly DeviceStatus[], now: number): Progress {
  const devices = known.map(({ device, slots, done, failed, verdicts }): [string, DeviceProgress] => [
    device,
    { slots, done, failed, verdicts, status: undefined, first: undefined, health: '', note: undefined, isOver: false },
  ]);
  return { name, begun: now, naming, devices: new Map(devices), recent: [] };
}

export function advance(progress: Progress, event: RunEvent, now: number): Progress {
  const device = progress.devices.get(event.device);
  if (device === undefined) return progress;
  const advanced = advanceDevice(device, event, now);
  const devices = new Map(progress.devices).set(event.device, advanced);
  if (event.kind !== 'record' || (event.record.kind !== 'point' && event.record.kind !== 'failure')) {
    return { ...progress, devices };
  }
  const { record } = event;
  const tone = record.kind === 'failure' ? 'bad' : record.verdict.kind === 'ok' ? undefined : 'warning';
  const text = formatResult(record, progress.naming).replaceAll('\n', ' ');
  const result: Recent = { device: event.device, number: advanced.done, text, tone };
  return { ...progress, devices, recent: [...progress.recent, result].slice(-mostRecent) };
}

const mostRecent = 10;

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

export interface Room {
  /** Columns. */
  readonly width: number;
  /** Lines. */
  readonly height: number;
}

type Paint = (tone: Tone, text: string) => string;
const unpainted: Paint = (_, text) => text;

/** At most `width` columns and fewer than `height` lines: results, health and in the end devices give way. */
export function renderProgress(
  progress: Progress,
  now: number,
  { width, height }: Room,
  paint: Paint = unpainted,
): readonly string[] {
  const most = height - 2;
  const full = renderDevices(progress, now, width, paint, 'full');
  const devices = full.length <= most ? full : renderDevices(progress, now, width, paint, 'bars');
  const hidden = devices.length - most;
  const shown =
    hidden <= 0 ? devices : [...devices.slice(0, most - 1), paint('dim', `... and ${hidden + 1} more devices`)];
  const lines = [headLine(progress, now, width, paint), ...shown];
  const room = height - 1 - lines.length - 1;
  const recent = room > 0 ? progress.recent.slice(-Math.min(room, mostRecent)) : [];
  return recent.length === 0 ? lines : [...lines, '', ...recentLines(progress, recent, width, paint)];
}

/** What stays of the display when the run is over or was left: a bar a device. */
export function renderEnd(progress: Progress, now: number, { width }: Room, paint: Paint = unpainted) {
  return [headLine(progress, now, width, paint), ...renderDevices(progress, now, width, paint, 'bars')];
}

function headLine({ name, devices, begun }: Progress, now: number, width: number, paint: Paint): string {
  const clock = clockOf(now - begun);
  const on = devices.size === 1 ? [...devices.keys()][0] : `${devices.size} devices`;
  return `${pad(paint('strong', cut(`${name} on ${on}`, width - clock.length - 2)), width - clock.length, 'left')}${clock}`;
}

function renderDevices(
  progress: Progress,
  now: number,
  width: number,
  paint: Paint,
  detail: 'full' | 'bars',
): readonly string[] {
  const label = labelWidth(progress);
  const indent = ' '.repeat(label);
  const room = width - label;
  const lines: string[] = [];
  for (const [name, device] of progress.devices) {
    const before = label === 0 ? '' : pad(cut(name, label - 2), label, 'left');
    lines.push(`${before}${barLine(device, now, room, paint)}`);
    if (detail === 'bars') continue;
    const { tone, text } = device.note ?? { tone: undefined, text: currentOf(device, progress.naming) };
    const more: readonly (readonly [tone: Tone | undefined, text: string])[] = [
      [tone, text],
      ['dim', device.isOver ? '' : device.health],
      ['dim', countsText(device.verdicts, device.failed)],
    ];
    for (const [of, line] of more) {
      if (line !== '') lines.push(indent + (of === undefined ? cut(line, room) : paint(of, cut(line, room))));
    }
  }
  return lines;
}

/** Columns before what is said of a device: its name where there are several. */
function labelWidth({ devices }: Progress): number {
  if (devices.size < 2) return 0;
  return 2 + Math.min(16, Math.max(6, ...[...devices.keys()].map((name) => stringWidth(name))));
}

function recentLines(progress: Progress, recent: readonly Recent[], width: number, paint: Paint): readonly string[] {
  const label = labelWidth(progress);
  const digits = Math.max(...recent.map(({ number }) => String(number).length));
  return recent.map(({ device, number, text, tone }) => {
    const before = label === 0 ? '' : pad(cut(device, label - 2), label, 'left');
    const line = cut(`${before}${String(number).padStart(digits)}  ${text}`, width);
    return tone === undefined ? line : paint(tone, line);
  });
}

/** "█████░░░░░  31/88  35 %  1 failed  22 points/min  2 min left": the least needed goes where the width is too small. */
function barLine(device: DeviceProgress, now: number, room: number, paint: Paint): string {
  const { done, slots, failed, isOver } = device;
  const share = slots === 0 ? 0 : Math.min(1, done / slots);
  const rate = rateOf(device, now);
  const left = timeLeft(device, rate);
  const all: readonly (readonly [need: number, text: string])[] = [
    [0, `${done}/${slots === 0 ? '?' : slots}`],
    [4, `${Math.floor(100 * share)} %`],
    [2, failed === 0 ? '' : `${failed} failed`],
    [3, rate === undefined || isOver ? '' : `${formatRate(rate)} points/min`],
    [1, left === undefined || isOver ? '' : `${formatDuration(left)} left`],
  ];
  let parts = all.filter(([, text]) => text !== '');
  const textOf = () => parts.map(([, text]) => text).join('  ');
  while (parts.length > 1 && textOf().length + 2 + leastBar > room) {
    const least = Math.max(...parts.map(([need]) => need));
    parts = parts.filter(([need]) => need !== least);
  }
  const cells = Math.max(leastBar, Math.min(30, room - textOf().length - 2));
  const full = Math.floor(cells * share);
  const bar = paint(failed > 0 ? 'warning' : 'good', '█'.repeat(full)) + paint('dim', '░'.repeat(cells - full));
  return `${bar}  ${textOf()}`;
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

function currentOf({ status, isOver }: DeviceProgress, naming: Naming): string {
  if (isOver) return '';
  if (status === undefined) return 'waiting for the device';
  if (status.current !== null) return naming.current(status.current);
  return status.state === 'running' ? '' : status.state;
}

/** 83000 -> "01:23" */
function clockOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
