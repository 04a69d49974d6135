// An in-memory link and a clock turned by hand: what a session of either end needs, without a port or a wait.
import { createHash } from 'node:crypto';
import type { Channel, Clock } from '@edgewright/core/link/channel.js';
import { openSession, type Session, type SessionOptions } from '@edgewright/core/link/session.js';

export const token = 'pairing-token-of-the-tests';

export interface TestClock extends Clock {
  /** Runs every timer due in these milliseconds, in order, and lets promises settle in between. */
  advance(milliseconds: number): Promise<void>;
}

export function createClock(): TestClock {
  let time = 0;
  const timers = new Set<{ readonly due: number; readonly run: () => void }>();
  return {
    now: () => time,
    setTimer(run, milliseconds) {
      const timer = { due: time + milliseconds, run };
      timers.add(timer);
      return timer;
    },
    clearTimer(timer) {
      timers.delete(timer as { due: number; run: () => void });
    },
    async advance(milliseconds) {
      const until = time + milliseconds;
      await settle();
      for (;;) {
        const [next] = [...timers].filter((timer) => timer.due <= until).sort((a, b) => a.due - b.due);
        if (next === undefined) break;
        timers.delete(next);
        time = next.due;
        next.run();
        await settle();
      }
      time = until;
    },
  };
}

/** Lets what is on its way arrive. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
}

export interface TestChannel extends Channel {
  readonly sent: string[];
  readonly closes: { code: number; reason: string }[];
  /** What `queued` answers beside the messages held back. */
  extra: number;
  /** While true, messages stay queued and pings get no pong. */
  held: boolean;
  /** Hands a message to this end, as if from the peer. */
  receive(text: string | null): void;
  /** The link breaks without a close. */
  cut(): void;
  release(): void;
}

/** Two channels, each the other's peer. Messages arrive in a later turn, in order. */
export function createDuplex(): [TestChannel, TestChannel] {
  const a = createEnd(() => b);
  const b: TestChannel = createEnd(() => a);
  return [a, b];
}

function createEnd(peer: () => TestChannel): TestChannel {
  let onMessage: (text: string | null) => void = () => {};
  let onPong = (): void => {};
  let onClose: (code: number, reason: string) => void = () => {};
  let closed = false;
  let waiting: string[] = [];
  const shut = (code: number, reason: string): void => {
    if (closed) return;
    closed = true;
    onClose(code, reason);
  };
  const end: TestChannel = {
    sent: [],
    closes: [],
    extra: 0,
    held: false,
    send(text) {
      if (closed) return;
      end.sent.push(text);
      if (end.held) waiting.push(text);
      else setImmediate(() => peer().receive(text));
    },
    close(code, reason) {
      if (closed) return;
      end.closes.push({ code, reason });
      setImmediate(() => {
        (peer() as ReturnType<typeof createEnd> & { shut: typeof shut }).shut(code, reason);
        shut(code, reason);
      });
    },
    queued: () => end.extra + waiting.reduce((sum, text) => sum + text.length, 0),
    ping() {
      if (!end.held && !peer().held && !closed) setImmediate(() => onPong());
    },
    onMessage(listener) {
      onMessage = listener;
    },
    onPong(listener) {
      onPong = listener;
    },
    onClose(listener) {
      onClose = listener;
    },
    receive(text) {
      if (!closed) onMessage(text);
    },
    cut() {
      shut(1006, '');
    },
    release() {
      end.held = false;
      for (const text of waiting) setImmediate(() => peer().receive(text));
      waiting = [];
    },
  };
  return Object.assign(end, { shut });
}

let seed = 0;

/** Distinct, and the same in every run. */
export function testHex(bytes: number): string {
  return createHash('sha512')
    .update(String(seed++))
    .digest('hex')
    .slice(0, 2 * bytes);
}

export function deviceOptions(channel: Channel, clock: Clock): SessionOptions {
  return {
    channel,
    clock,
    role: 'device',
    id: 'device-1',
    name: 'bench',
    program: 'edgewright-agent 0.1.0',
    token,
    randomHex: testHex,
  };
}

export function workbenchOptions(channel: Channel, clock: Clock): SessionOptions {
  return {
    ...deviceOptions(channel, clock),
    role: 'workbench',
    id: 'workbench-1',
    name: 'desk',
    program: 'edgewright 0.1.0',
  };
}

export interface Linked {
  readonly clock: TestClock;
  readonly device: Session;
  readonly workbench: Session;
  readonly deviceEnd: TestChannel;
  readonly workbenchEnd: TestChannel;
}

export async function link(
  choice: { readonly device?: Partial<SessionOptions>; readonly workbench?: Partial<SessionOptions> } = {},
): Promise<Linked> {
  const clock = createClock();
  const [deviceEnd, workbenchEnd] = createDuplex();
  const [device, workbench] = await Promise.all([
    openSession({ ...deviceOptions(deviceEnd, clock), ...choice.device }),
    openSession({ ...workbenchOptions(workbenchEnd, clock), ...choice.workbench }),
  ]);
  return { clock, device, workbench, deviceEnd, workbenchEnd };
}
