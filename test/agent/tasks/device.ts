// A keeper of tasks with sources, executions, clock and conditions that a test holds in its hand; its store is a real file.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTaskClock } from '@edgewright/agent/tasks/clock.js';
import type { DeviceConditions } from '@edgewright/agent/tasks/conditions.js';
import type {
  Execution,
  Intake,
  OpenExecution,
  Rank,
  RefusedEvent,
  RunOutcome,
} from '@edgewright/agent/tasks/contract.js';
import { type Keeper, type KeeperLimits, openKeeper } from '@edgewright/agent/tasks/keeper.js';
import type { TaskStoreLimits } from '@edgewright/agent/tasks/store.js';
import type { Trust } from '@edgewright/agent/tasks/trust.js';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import type { TaskResult } from '@edgewright/schemas/deployment.js';

export interface TestDevice {
  /** Milliseconds since 1970 of the wall clock; tests set it. */
  wall: number;
  conditions: DeviceConditions;
  readonly keeper: Keeper;
  readonly path: string;
  /** Of the sources that are open, by kind in order. */
  readonly intakes: Intake[];
  readonly faults: unknown[];
  /** Time goes on for both clocks; timers run when they are due, and what they write is committed. */
  pass(milliseconds: number): void;
  send(...events: readonly WrittenEvent[]): Promise<readonly RefusedEvent[]>;
  results(after?: number): TaskResult[];
  /** The store as a kill would leave it now, at another path. */
  copy(): string;
  close(): Promise<void>;
}

export interface TestDeviceOptions {
  readonly path?: string;
  readonly wall?: number;
  readonly limits?: Partial<KeeperLimits>;
  readonly storeLimits?: Partial<TaskStoreLimits>;
  readonly execution?: OpenExecution;
  readonly conditions?: DeviceConditions;
  readonly power?: number;
  readonly trust?: Trust;
}

export const start = Date.UTC(2026, 0, 1);

/** Of tests that are not about it. */
export const trustsAll: Trust = { look: () => false, denial: () => undefined, isTrusted: () => true };

const plugged: DeviceConditions = { charge: undefined, isExternal: true, temperature: undefined, network: 'unmetered' };

export function createFolder(): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'edgewright-tasks-'));
  return { path: join(folder, 'tasks.sqlite'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Devices of the tests of one suite, in a folder for each test: each is closed after it, and had no faults. */
export function useDevices(): { readonly path: string; readonly open: typeof openDevice } {
  let folder = { path: '', remove: () => {} } as ReturnType<typeof createFolder>;
  const devices: TestDevice[] = [];
  beforeEach(() => {
    folder = createFolder();
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) {
      await device.close();
      assert.deepEqual(device.faults, []);
    }
    folder.remove();
  });
  return {
    get path() {
      return folder.path;
    },
    open(...args) {
      const device = openDevice(...args);
      devices.push(device);
      return device;
    },
  };
}

export function openDevice(path: string, options: TestDeviceOptions = {}): TestDevice {
  let steady = 1_000;
  const faults: unknown[] = [];
  const intakes: Intake[] = [];
  const timers = new Set<{ readonly at: number; readonly run: () => void }>();
  const device = { wall: options.wall ?? start, conditions: options.conditions ?? plugged };
  const clock = createTaskClock(
    () => device.wall,
    () => steady,
  );
  const keeper = openKeeper({
    path,
    artifacts: { has: (sha256) => sha256.startsWith('a'), path: (sha256) => `/artifacts/${sha256}`, discard: () => {} },
    async openSources(task, makeIntake) {
      intakes.push(makeIntake('test', [...task.events.keys()]));
      return [{ close: async () => {} }];
    },
    openExecution: options.execution ?? (() => Promise.reject(new Error('no execution'))),
    trust: options.trust ?? trustsAll,
    clock,
    steady: () => steady,
    timers: {
      setTimer(run, milliseconds) {
        const timer = { at: steady + milliseconds, run };
        timers.add(timer);
        return timer;
      },
      clearTimer: (timer) => timers.delete(timer as never),
    },
    conditions: () => device.conditions,
    power: () => (options.power === undefined ? { unavailable: 'no sensor', fix: 'none' } : { value: options.power }),
    data: '',
    ortPath: undefined,
    onFault: (fault) => faults.push(fault),
    ...(options.limits && { limits: options.limits }),
    ...(options.storeLimits && { storeLimits: options.storeLimits }),
  });
  return Object.assign(device, {
    keeper,
    path,
    intakes,
    faults,
    pass(milliseconds: number) {
      const end = steady + milliseconds;
      const goTo = (time: number): void => {
        device.wall += time - steady;
        steady = time;
      };
      for (;;) {
        keeper.store.flush();
        const next = [...timers].reduce<number>((least, { at }) => Math.min(least, at), Number.POSITIVE_INFINITY);
        if (next > end) break;
        goTo(Math.max(steady, next));
        for (const timer of [...timers]) if (timer.at <= steady && timers.delete(timer)) timer.run();
      }
      goTo(end);
    },
    async send(...events: readonly WrittenEvent[]) {
      const accepted = (intakes[0] as Intake).accept(events);
      keeper.store.flush();
      return accepted;
    },
    results: (after = 0) =>
      keeper.store.results(after, 1_000_000, Number.POSITIVE_INFINITY).map(({ result }) => result),
    copy() {
      const copy = `${path}.${Math.random().toString(36).slice(2)}`;
      for (const end of ['', '-wal']) copyFileSync(path + end, copy + end);
      return copy;
    },
    close: () => keeper.close(),
  });
}

/** An execution that does as told. */
export function scripted(
  run: (input: Parameters<Execution['run']>[0], signal: AbortSignal) => Promise<Partial<RunOutcome>>,
): {
  readonly open: OpenExecution;
  opened(): number;
  /** Of each that was opened. */
  readonly ranks: readonly Rank[];
} {
  const ranks: Rank[] = [];
  return {
    opened: () => ranks.length,
    ranks,
    async open({ rank }) {
      ranks.push(rank);
      return {
        isolation: { tier: 'fault', by: 'worker' },
        ended: new Promise(() => {}),
        close: async () => {},
        async run(input, signal) {
          return { results: [{}], emitted: [], phases: {}, ...(await run(input, signal)) };
        },
      };
    },
  };
}

export function deployment(document: string, artifacts: Readonly<Record<string, string>> = {}, version = 'v1') {
  return { document, artifacts, version };
}

/** Settles after what is under way by promises and short timers. */
export const settled = (milliseconds = 20): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
