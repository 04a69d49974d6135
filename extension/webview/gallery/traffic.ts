// A run that does not end, as fast as is asked, and what the page makes of it: for the bench of the live page.
import type { SlotPlan } from '@edgewright/core/analysis/live.js';
import type { ToRunView } from '../../protocol.ts';
import { madeResults } from './live.ts';

export interface Traffic {
  /** Milliseconds; of all tasks since the traffic began. */
  readonly longTask: number;
  /** Frames that came more than 100 ms after the one before. */
  readonly slowFrames: number;
  readonly longestFrame: number;
  readonly results: number;
  readonly elements: number;
}

declare global {
  interface Window {
    /** Begins; results a second, over all devices. */
    traffic: (rate: number) => void;
    trafficFigures: () => Traffic;
  }
}

const devices = ['pi-5', 'jetson', 'nuc'];
/** Milliseconds between two batches, as the extension sends them. */
const batchEvery = 100;

export function beginTraffic(send: (message: ToRunView) => void): void {
  const plan = largePlan();
  send({
    kind: 'opened',
    page: 'live',
    run: {
      id: 'traffic',
      name: 'traffic',
      description: '',
      started: new Date().toISOString(),
      folder: '',
      devices,
      isFollowed: false,
      isOver: false,
    },
  });
  send({ kind: 'plan', plan });
  let results = 0;
  let [longTask, slowFrames, longestFrame] = [0, 0, 0];
  window.trafficFigures = () => ({
    results,
    longTask,
    slowFrames,
    longestFrame,
    elements: document.querySelectorAll('*').length,
  });
  window.traffic = (rate) => {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTask = Math.max(longTask, duration);
    }).observe({ type: 'longtask' });
    let before = performance.now();
    const frame = (now: number): void => {
      longestFrame = Math.max(longestFrame, now - before);
      if (now - before > 100) slowFrames++;
      before = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    const begin = performance.now();
    let second = 0;
    setInterval(() => {
      const due = Math.floor(((performance.now() - begin) / 1000) * rate);
      const each = Math.floor((due - results) / devices.length);
      for (const place of devices.keys()) {
        const from = Math.floor(results / devices.length) % (plan.slots - each);
        send({ kind: 'results', results: madeResults(plan, place, from, from + each, Date.now()) });
        const done = Math.min(plan.slots, Math.floor(results / devices.length));
        send({
          kind: 'device',
          device: {
            device: place,
            link: { kind: 'linked', address: 'made' },
            state: 'running',
            reason: '',
            slots: plan.slots,
            done,
            failed: 0,
            timeLeft: 1e6 - done,
            current: `slot ${done}`,
          },
        });
      }
      results += each * devices.length;
      if (Math.floor((performance.now() - begin) / 1000) === second) return;
      second++;
      for (const place of devices.keys()) sendReadings(send, place, second);
    }, batchEvery);
  };
}

function sendReadings(send: (message: ToRunView) => void, device: number, second: number): void {
  const time = Date.now();
  const wave = Math.sin(second / 9 + device);
  send({
    kind: 'sample',
    sample: {
      device,
      time,
      busy: 0.6 + 0.3 * wave,
      available: (2 + wave) * 2 ** 30,
      frequency: 2400,
      temperature: 60 + 5 * wave,
      power: null,
      isThrottled: false,
      missing: { power: 'no sensor' },
    },
  });
  if (second % 2 === 0)
    send({
      kind: 'log',
      lines: [
        {
          time: new Date(time).toISOString(),
          level: second % 20 === 0 ? 'warning' : 'info',
          device: devices[device]!,
          text: `second ${second}`,
        },
      ],
    });
}

/** 20,000 slots over 12 x 16 cells. */
function largePlan(): SlotPlan {
  const sizes = [12, 16, 10, 10];
  const names = ['layers', 'nodes', 'batch', 'threads'];
  const slots = 20_000;
  const levels = new Int16Array(slots * sizes.length);
  for (let slot = 0; slot < slots; slot++) {
    let place = (slot * 7919) % slots;
    for (const [axis, size] of sizes.entries()) {
      levels[slot * sizes.length + axis] = place % size;
      place = Math.floor(place / size);
    }
  }
  return {
    models: ['mlp'],
    axes: sizes.map((size, axis) => ({
      name: names[axis]!,
      levels: Array.from({ length: size }, (_, level) => String((axis === 1 ? 32 : 1) * (level + 1))),
      isNumeric: true,
      origin: axis === 3 ? 'execution' : 'model',
    })),
    slots,
    model: new Uint8Array(slots),
    reference: new Uint8Array(slots),
    levels,
  };
}
