// The live page of a run: hears everything, paints four times a second at most.
import { type LiveTable, liveTable } from '@edgewright/core/analysis/live.js';
import type { LiveDevice, RunFace, ToRunView } from '../../protocol.ts';
import { element } from '../shared/elements.ts';
import type { RunHost } from '../shared/host.ts';
import type { Notice } from '../shared/notice.ts';
import type { Page } from '../shared/page.ts';
import { newLatest } from './latest.ts';
import { newLog } from './log.ts';
import { newMap } from './map.ts';
import { newSeries } from './series.ts';
import { newStatus } from './status.ts';
import { formatDuration } from './words.ts';

/** Milliseconds between two paintings: faster than an eye reads a number. */
const paintEvery = 250;
/** A painting takes at most this share of the time: on a slow machine the page is painted less often, not choked. */
const paintShare = 0.2;

export function createLivePage(host: RunHost<ToRunView>): Page<ToRunView> {
  const status = newStatus(host);
  const map = newMap(host);
  const latest = newLatest();
  const series = newSeries();
  const log = newLog();
  const made = element(
    'div',
    { class: 'live' },
    status.element,
    element('div', { class: 'live-main' }, map.element, latest.element),
    series.element,
    log.element,
  );
  let run: RunFace | undefined;
  let table: LiveTable | undefined;
  let devices: (LiveDevice | undefined)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Something was heard since the painting under way began. */
  let isStale = false;
  /** The first painting waits for nothing. */
  let pause = 0;
  let countdown: ReturnType<typeof setTimeout> | undefined;

  const parts: readonly ((run: RunFace, now: number) => void)[] = [
    (of, now) => status.paint(of, devices, now),
    (of, now) => map.paint(waitingFor(of, devices, table !== undefined, now)),
    () => latest.paint(),
    () => series.paint(),
    () => log.paint(),
  ];
  /** A part a frame: none waits for the others to be drawn. */
  const paint = (part = 0, spent = 0): void => {
    // Nobody sees it: what was heard is kept, and painted when the page comes into sight.
    if (run === undefined || document.hidden || made.clientWidth === 0) {
      timer = undefined;
      return;
    }
    const begin = performance.now();
    parts[part]?.(run, Date.now());
    const total = spent + performance.now() - begin;
    if (part + 1 < parts.length) {
      requestAnimationFrame(() => paint(part + 1, total));
      return;
    }
    timer = undefined;
    pause = Math.max(paintEvery, total / paintShare);
    if (isStale) soon();
    // The time until the next try counts down without a message.
    clearTimeout(countdown);
    if (devices.some((device) => device?.link.kind === 'lost')) countdown = setTimeout(soon, 1000);
  };
  const soon = (): void => {
    isStale = timer !== undefined;
    if (isStale) return;
    timer = setTimeout(() => {
      isStale = false;
      requestAnimationFrame(() => paint());
    }, pause);
  };
  document.addEventListener('visibilitychange', soon);

  return {
    element: made,
    show: soon,
    hear(message) {
      switch (message.kind) {
        case 'opened':
          if (run?.id !== message.run.id) table = undefined;
          if (run?.devices.join() !== message.run.devices.join()) {
            devices = message.run.devices.map(() => undefined);
            series.open(message.run.devices);
          }
          run = message.run;
          break;
        case 'plan':
          table = liveTable(message.plan, run?.devices ?? []);
          map.open(table, message.plan.models);
          break;
        case 'results':
          table?.add(message.results);
          latest.add(message.results.latest, nameOf(run, message.results.device));
          break;
        case 'device':
          devices[message.device.device] = message.device;
          break;
        case 'sample':
          series.add(message.sample);
          break;
        case 'log':
          log.add(message.lines);
          break;
        default:
          return;
      }
      soon();
    },
  };
}

/** With one device its name says nothing new. */
function nameOf(run: RunFace | undefined, device: number): string {
  return run === undefined || run.devices.length < 2 ? '' : (run.devices[device] ?? '');
}

/** Why there is no result yet, and what to do. */
function waitingFor(
  run: RunFace,
  devices: readonly (LiveDevice | undefined)[],
  hasPlan: boolean,
  now: number,
): Notice | undefined {
  const names = run.devices.join(', ');
  const refused = devices.find((device) => device?.link.kind === 'none' && device.link.fault !== undefined);
  if (refused?.link.kind === 'none' && refused.link.fault !== undefined) {
    const { message, fix } = refused.link.fault;
    return { icon: 'error', title: message, text: fix, tone: 'bad' };
  }
  const lost = devices.find((device) => device?.link.kind === 'lost');
  if (lost?.link.kind === 'lost') {
    const { message, retryAt } = lost.link;
    return {
      icon: 'debug-disconnect',
      title: `${run.devices[lost.device]} is not reachable`,
      text: `${message} Next try in ${formatDuration(Math.max(0, retryAt - now))}. A run that has begun goes on without the link.`,
      tone: 'warn',
    };
  }
  if (run.isOver) {
    return {
      icon: 'circle-slash',
      title: 'The run ended without a result',
      text: 'The log below and the failures under Analysis say why.',
    };
  }
  if (!hasPlan) {
    return {
      icon: 'clock',
      title: 'No plan yet',
      text: `The plan of the run comes from its document once ${names} has accepted it.`,
    };
  }
  const queued = devices.find((device) => device?.state === 'queued');
  if (queued !== undefined) {
    return {
      icon: 'clock',
      title: `${run.devices[queued.device]} has other runs before this one`,
      text: queued.reason || 'It begins by itself when its turn comes.',
    };
  }
  const busy = devices.find((device) => device !== undefined && device.current !== '');
  return {
    icon: 'clock',
    title: `Waiting for the first result of ${busy === undefined ? names : run.devices[busy.device]}`,
    text: busy?.current ?? 'The device generates the model, loads it and warms up before it measures.',
  };
}
