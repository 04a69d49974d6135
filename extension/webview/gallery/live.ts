// Every state of the live page, from made-up messages.
import type { SlotPlan } from '@edgewright/core/analysis/live.js';
import type { LiveDevice, LiveResults, LogLine, RunFace, ToRunView } from '../../protocol.ts';
import { verdictOrder } from '../../protocol.ts';

export type LiveState = (send: (message: ToRunView) => void, now: number) => void;

const face: RunFace = {
  id: '01JZ8Q',
  name: 'fc-width-and-depth',
  description: 'How latency of fully connected models grows with width and depth on a Raspberry Pi 5',
  started: '2026-03-02T09:14:00.000Z',
  folder: '/home/me/sweeps/runs/2026-03-02-fc-width-and-depth',
  devices: ['pi-5'],
  isFollowed: false,
  isOver: false,
};
const fleet = ['pi-5', 'jetson-orin-nano', 'phone-of-the-lab', 'nuc'];

const axes: SlotPlan['axes'] = [
  { name: 'layers', levels: ['4', '8', '16', '32', '64', '128'], isNumeric: true, origin: 'model' },
  {
    name: 'nodes',
    levels: ['32', '64', '128', '256', '512', '1024', '2048', '4096'],
    isNumeric: true,
    origin: 'model',
  },
  { name: 'batch', levels: ['1', '16', '64'], isNumeric: true, origin: 'model' },
  { name: 'threads', levels: ['1', '4'], isNumeric: true, origin: 'execution' },
];

/** Every combination a slot, in an order that looks random; every fortieth slot is the reference point. */
export function madePlan(): SlotPlan {
  const sizes = axes.map(({ levels }) => levels.length);
  const points = sizes.reduce((product, size) => product * size, 1);
  const slots = points + Math.ceil(points / 40);
  const levels = new Int16Array(slots * axes.length);
  const reference = new Uint8Array(slots);
  let next = 0;
  for (let slot = 0; slot < slots; slot++) {
    reference[slot] = slot % 41 === 0 ? 1 : 0;
    let place = reference[slot] === 1 ? 0 : (next++ * 149) % points;
    for (const [axis, size] of sizes.entries()) {
      levels[slot * axes.length + axis] = place % size;
      place = Math.floor(place / size);
    }
  }
  return { models: ['mlp'], axes, slots, model: new Uint8Array(slots), reference, levels };
}

/** Results of slots `from` to `to`: latency after the work that the levels name, and some that fail or are not to be trusted. */
export function madeResults(plan: SlotPlan, device: number, from: number, to: number, now: number): LiveResults {
  const slots = Array.from({ length: to - from }, (_, at) => from + at);
  const medians = slots.map((slot) => medianOf(plan, device, slot));
  const verdicts = slots.map((slot, at): number =>
    Number.isNaN(medians[at]) ? 255 : slot % 17 === 0 ? 2 : slot % 11 === 0 ? 1 : 0,
  );
  const column = (value: (median: number) => number) => Float64Array.from(medians, value);
  return {
    device,
    slot: Int32Array.from(slots),
    median: column((median) => median),
    low: column((median) => median * 0.98),
    high: column((median) => median * 1.03),
    throughput: column((median) => 1000 / median),
    flops: column((median) => 4e9 / (1 + 2 / median)),
    verdict: Uint8Array.from(verdicts),
    latest: slots.slice(-20).map((slot) => {
      const at = slot - from;
      const [layers, nodes, batch, threads] = [0, 1, 2, 3].map((axis) => levelOf(plan, slot, axis));
      const median = medians[at]!;
      return {
        slot,
        time: new Date(now - (to - slot) * 400).toISOString(),
        name: `mlp layers ${layers}, nodes ${nodes}, batch ${batch} on ort, threads ${threads}`,
        result: Number.isNaN(median)
          ? {
              kind: 'failed',
              code: 'out-of-memory',
              message: 'The measuring process was killed: 8.6 GB were asked of 3.9 GB.',
              fix: 'Use smaller models or a device with more memory.',
            }
          : {
              kind: 'measured',
              median,
              halfWidth: 0.025,
              verdict: verdictOrder[verdicts[at]!]!,
              reasons: verdicts[at] === 2 ? ['the median of the last third is 4.1 % above that of the first'] : [],
            },
      };
    }),
  };
}

function medianOf(plan: SlotPlan, device: number, slot: number): number {
  const [layers, nodes, batch, threads] = [0, 1, 2, 3].map((axis) => Number(levelOf(plan, slot, axis))) as [
    number,
    number,
    number,
    number,
  ];
  if (layers * nodes * nodes > 1.2e9) return Number.NaN;
  const noise = 1 + 0.05 * Math.sin(slot * 12.9898);
  return (
    (0.05 + (layers * (nodes * nodes + 4000) * (batch + 6)) / 4e9 / threads ** 0.8) * (1 + 0.6 * device) * noise * 40
  );
}

function levelOf(plan: SlotPlan, slot: number, axis: number): string {
  return plan.axes[axis]!.levels[plan.levels[slot * plan.axes.length + axis]!]!;
}

function device(place: number, part: Partial<LiveDevice>): LiveDevice {
  return {
    device: place,
    link: { kind: 'linked', address: `wss://192.168.1.${20 + place}:7440` },
    state: 'running',
    reason: '',
    slots: madePlan().slots,
    done: 0,
    failed: 0,
    timeLeft: null,
    current: '',
    ...part,
  };
}

function sendSamples(
  send: (message: ToRunView) => void,
  now: number,
  devices: readonly number[],
  hasPower: boolean,
): void {
  for (let second = -599; second <= 0; second += 2) {
    for (const place of devices) {
      const wave = Math.sin(second / 40 + place);
      send({
        kind: 'sample',
        sample: {
          device: place,
          time: now + second * 1000,
          busy: 0.7 + 0.2 * wave + 0.05 * Math.sin(second * 7),
          available: (2.4 + 0.6 * Math.cos(second / 55 + place)) * 2 ** 30,
          frequency: second % 90 < -70 ? 1500 : 2400,
          temperature: 58 + place * 4 + 6 * wave + second / 200,
          power: hasPower ? 6.2 + 1.5 * wave : null,
          isThrottled: false,
          missing: hasPower
            ? {}
            : {
                power: 'This board has no sensor of power. Put an INA219 on its supply, or a meter with an interface.',
              },
        },
      });
    }
  }
}

function sendLog(send: (message: ToRunView) => void, now: number, names: readonly string[]): void {
  const lines: readonly (readonly [LogLine['level'], string])[] = [
    ['info', 'linked, agent 0.1.0, onnxruntime 1.30.0'],
    ['info', 'the sweep has 295 slots; ceilings are measured first'],
    [
      'warning',
      'the governor of the processor is ondemand: latencies drift with its frequency. Set it to performance.',
    ],
    ['info', 'ceiling of ort, 4 threads, float32: 61.2 GFLOP/s, 11.4 GB/s'],
    ['error', 'the measuring process of slot 61 was killed by the system: out of memory'],
    ['info', 'measuring goes on in a new process'],
  ];
  send({
    kind: 'log',
    lines: lines.map(([level, text], at) => ({
      time: new Date(now - (lines.length - at) * 47_000).toISOString(),
      level,
      device: names[at % names.length]!,
      text,
    })),
  });
}

function begin(send: (message: ToRunView) => void, run: Partial<RunFace> = {}): SlotPlan {
  send({ kind: 'opened', run: { ...face, ...run }, page: 'live' });
  const plan = madePlan();
  send({ kind: 'plan', plan });
  return plan;
}

export const liveStates: Readonly<Record<string, LiveState>> = {
  'no plan': (send) => {
    send({ kind: 'opened', run: face, page: 'live' });
    send({ kind: 'device', device: device(0, { link: { kind: 'linking' }, state: undefined, slots: 0 }) });
  },
  empty: (send, now) => {
    begin(send);
    send({
      kind: 'device',
      device: device(0, { current: 'mlp layers 4, nodes 32, batch 1 on ort, threads 1: generating the model' }),
    });
    sendSamples(send, now, [0], false);
  },
  filling: (send, now) => {
    const plan = begin(send);
    send({ kind: 'results', results: madeResults(plan, 0, 0, 180, now) });
    send({
      kind: 'device',
      device: device(0, {
        done: 180,
        failed: 8,
        timeLeft: 1_980_000,
        current: 'mlp layers 32, nodes 1024, batch 16 on ort, threads 4, steady, 230 iterations',
      }),
    });
    sendSamples(send, now, [0], false);
    sendLog(send, now, ['pi-5']);
  },
  paused: (send, now) => {
    const plan = begin(send);
    send({ kind: 'results', results: madeResults(plan, 0, 0, 90, now) });
    send({
      kind: 'device',
      device: device(0, { state: 'paused', reason: 'paused by me@desk', done: 90, failed: 3, timeLeft: 3_200_000 }),
    });
    sendSamples(send, now, [0], true);
    sendLog(send, now, ['pi-5']);
  },
  'lost link': (send, now) => {
    const plan = begin(send);
    send({ kind: 'results', results: madeResults(plan, 0, 0, 120, now) });
    send({
      kind: 'device',
      device: device(0, {
        link: { kind: 'lost', message: 'pi-5.local:7440 refused the connection.', retryAt: now + 5000 },
        done: 120,
        failed: 5,
        timeLeft: 2_700_000,
      }),
    });
    sendSamples(send, now, [0], false);
    sendLog(send, now, ['pi-5']);
  },
  unreachable: (send, now) => {
    begin(send);
    send({
      kind: 'device',
      device: device(0, {
        link: { kind: 'lost', message: 'pi-5.local cannot be resolved to an address.', retryAt: now + 5000 },
        state: undefined,
      }),
    });
  },
  refused: (send) => {
    send({ kind: 'opened', run: face, page: 'live' });
    send({
      kind: 'device',
      device: device(0, {
        link: {
          kind: 'none',
          fault: {
            code: 'token-wrong',
            message: 'pi-5 does not know the token.',
            fix: 'Pair the device again: run `edgewright-agent token` on it.',
          },
        },
        state: undefined,
      }),
    });
  },
  failures: (send, now) => {
    const plan = begin(send, { isOver: true });
    const results = madeResults(plan, 0, 0, plan.slots, now);
    for (const column of [results.median, results.low, results.high, results.throughput, results.flops]) {
      for (let at = 0; at < column.length; at++)
        if (plan.levels[at * 4 + 1]! >= 4 && at % 3 !== 0) column[at] = Number.NaN;
    }
    send({ kind: 'results', results });
    const failed = results.median.filter(Number.isNaN).length;
    send({
      kind: 'device',
      device: device(0, { link: { kind: 'none' }, state: 'finished', done: plan.slots, failed, timeLeft: 0 }),
    });
    sendSamples(send, now, [0], false);
    sendLog(send, now, ['pi-5']);
  },
  'many devices': (send, now) => {
    const plan = begin(send, { devices: fleet, name: 'fc-on-the-fleet' });
    const done = [180, 290, 60, 295];
    for (const [place, to] of done.entries()) {
      send({ kind: 'results', results: madeResults(plan, place, 0, to, now) });
    }
    send({
      kind: 'device',
      device: device(0, {
        done: 180,
        failed: 8,
        timeLeft: 1_980_000,
        current: 'mlp layers 32, nodes 1024 on ort, steady, 230 iterations',
      }),
    });
    send({
      kind: 'device',
      device: device(1, {
        done: 290,
        failed: 12,
        timeLeft: 42_000,
        current: 'mlp layers 8, nodes 512 on ort, warm-up',
      }),
    });
    send({
      kind: 'device',
      device: device(2, {
        done: 60,
        failed: 2,
        timeLeft: 8_000_000,
        link: { kind: 'lost', message: 'No answer for 15 s; the phone may be asleep.', retryAt: now + 12_000 },
      }),
    });
    send({ kind: 'device', device: device(3, { done: 295, failed: 13, timeLeft: 0, state: 'finished' }) });
    sendSamples(send, now, [0, 1, 2, 3], true);
    sendLog(send, now, fleet);
  },
  'one axis': (send, now) => {
    send({ kind: 'opened', run: face, page: 'live' });
    const plan: SlotPlan = {
      models: ['mlp'],
      axes: [axes[1]!],
      slots: 8,
      model: new Uint8Array(8),
      reference: new Uint8Array(8),
      levels: Int16Array.from({ length: 8 }, (_, at) => at),
    };
    send({ kind: 'plan', plan });
    send({ kind: 'device', device: device(0, { slots: 8, done: 0, current: 'mlp nodes 32 on ort: warm-up' }) });
    sendSamples(send, now, [0], false);
  },
  followed: (send, now) => {
    const plan = begin(send, { isFollowed: true });
    send({ kind: 'results', results: madeResults(plan, 0, 0, 40, now) });
    send({ kind: 'device', device: device(0, { link: { kind: 'none' }, done: 40, failed: 1 }) });
  },
  over: (send, now) => {
    const plan = begin(send, { isOver: true });
    send({ kind: 'results', results: madeResults(plan, 0, 0, plan.slots, now) });
    send({
      kind: 'device',
      device: device(0, { link: { kind: 'none' }, state: 'finished', done: plan.slots, failed: 0, timeLeft: 0 }),
    });
    sendLog(send, now, ['pi-5']);
  },
  broken: (send) => {
    send({
      kind: 'broken',
      fault: {
        code: 'run-folder',
        message: 'The folder holds no run: run.jsonl is missing.',
        fix: 'Open the folder that the run was written to.',
      },
    });
  },
};
