// The runs of this window: those it collects, those it follows, and those that are over. A run goes on without it: what
// is not collected when the window closes is collected when it opens again.
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { RunState } from '@edgewright/schemas/generated/record.js';
import type { RunStatus } from '@edgewright/schemas/wire.js';
import { isTransient } from '@edgewright/workbench/devices/transient.js';
import { driveRun, type Reach } from '@edgewright/workbench/runs/drive.js';
import type { RunEvent } from '@edgewright/workbench/runs/event.js';
import { openRun, type Run, recordsPath, runNames } from '@edgewright/workbench/runs/folder.js';
import { followRun } from '@edgewright/workbench/runs/follow.js';
import { overviewOf } from '@edgewright/workbench/runs/overview.js';
import { groupReruns } from '@edgewright/workbench/runs/reruns.js';
import type { StartedRun } from '@edgewright/workbench/runs/start.js';
import { type DeviceStatus, isOver } from '@edgewright/workbench/runs/status.js';
import { type Disposable, EventEmitter, type LogOutputChannel } from 'vscode';

/** A run as far as this window knows it. */
export interface RunEntry {
  readonly run: Run;
  /** By device, in the order of the run's head. */
  readonly devices: readonly DeviceProgress[];
  /** How this window is tied to the run. */
  readonly tie: 'collecting' | 'following' | 'none';
}

export interface DeviceProgress {
  readonly device: string;
  readonly link: DeviceLink;
  readonly state: RunState | undefined;
  readonly reason: string;
  readonly slots: number;
  readonly done: number;
  readonly failed: number;
  /** The device's own word of the moment; undefined before it said one. */
  readonly status: RunStatus | undefined;
}

export type DeviceLink =
  | { readonly kind: 'none'; readonly error?: CodedError }
  | { readonly kind: 'linking' }
  | { readonly kind: 'linked'; readonly address: string }
  /** `retryAt`: milliseconds since the epoch. */
  | { readonly kind: 'lost'; readonly message: string; readonly retryAt: number };

export interface ControllerOptions {
  readonly roots: () => readonly string[];
  /** How the devices of a run are dialled. */
  readonly reaches: (run: Run) => readonly Reach[];
  readonly log: LogOutputChannel;
}

interface Tie {
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** Milliseconds before a run whose devices did not answer is tried again: the first wait and the greatest. */
const retryTimes = { first: 10_000, most: 300_000 };

export class RunController implements Disposable {
  readonly #options: ControllerOptions;
  readonly #entries = new Map<string, RunEntry>();
  readonly #ties = new Map<string, Tie>();
  /** Sizes and times of the files of a run as they were read last. */
  readonly #stamps = new Map<string, string>();
  readonly #retries = new Map<string, { readonly timer: NodeJS.Timeout; readonly wait: number }>();
  readonly #changed = new EventEmitter<RunEntry | undefined>();
  readonly #heard = new EventEmitter<{ readonly path: string; readonly event: RunEvent }>();
  #isDisposed = false;

  constructor(options: ControllerOptions) {
    this.#options = options;
  }

  /** A run whose state changed; undefined: which runs there are. */
  get onDidChange() {
    return this.#changed.event;
  }

  /** Everything that is heard of any run, as it is heard. */
  get onDidHear() {
    return this.#heard.event;
  }

  /** Newest first. */
  get runs(): readonly RunEntry[] {
    return [...this.#entries.values()].sort((a, b) => (a.run.head.started < b.run.head.started ? 1 : -1));
  }

  entry(path: string): RunEntry | undefined {
    return this.#entries.get(path);
  }

  /** Reads which runs there are and how far each is; those that this window collects it knows already. */
  async refresh(): Promise<void> {
    const found: Run[] = [];
    for (const root of this.#options.roots()) {
      for (const name of await runNames(root)) found.push(...(await this.#open(join(root, name))));
    }
    const paths = new Set(found.map(({ path }) => path));
    for (const path of this.#entries.keys()) {
      if (paths.has(path) || this.#ties.has(path)) continue;
      this.#entries.delete(path);
      this.#stamps.delete(path);
    }
    this.#changed.fire(undefined);
    const reruns = groupReruns(found);
    // Newest first, told one after another: an old large run does not keep the others from the view.
    for (const run of found.sort((a, b) => (a.head.started < b.head.started ? 1 : -1))) {
      if (this.#ties.has(run.path)) continue;
      if (await this.#read(run, reruns.get(run.head.id) ?? [])) this.#changed.fire(undefined);
    }
  }

  /** Begins to collect every run that is not over. */
  async attachAll(): Promise<void> {
    for (const { run, devices } of this.runs) {
      if (devices.some(({ state }) => !isOver(state))) await this.attach(run.path);
    }
  }

  /** Collects a run that is not over: one that was just made, with its links and its lock, or any other. */
  async attach(path: string, started?: StartedRun): Promise<void> {
    if (!this.#entries.has(path)) for (const run of await this.#open(path)) await this.#read(run, []);
    const entry = this.#entries.get(path);
    const isWanted = entry?.devices.some(({ state }) => !isOver(state)) ?? false;
    if (!isWanted || entry === undefined || this.#ties.has(path) || this.#isDisposed) return started?.lock.release();
    this.#forgetRetry(path);
    const abort = new AbortController();
    const ended = this.#collect(entry.run, abort.signal, started).catch((error: unknown) =>
      this.#options.log.error(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    );
    this.#ties.set(path, { abort, ended });
    this.#put(path, { tie: 'collecting' });
    void ended.then(() => this.#loosen(path));
  }

  /** Lets go of a run: the devices go on. */
  async detach(path: string): Promise<void> {
    this.#forgetRetry(path);
    const tie = this.#ties.get(path);
    tie?.abort.abort();
    await tie?.ended;
  }

  /** Tries again now what is waiting for a device. */
  async reconnect(path: string): Promise<void> {
    await this.detach(path);
    await this.attach(path);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const path of this.#retries.keys()) this.#forgetRetry(path);
    for (const { abort } of this.#ties.values()) abort.abort();
    this.#changed.dispose();
    this.#heard.dispose();
  }

  /** None where the head cannot be read, which is in the log. */
  async #open(path: string): Promise<readonly Run[]> {
    try {
      return [await openRun(path)];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      this.#options.log.warn(`[${error.code}] ${error.message} ${error.fix}`);
      return [];
    }
  }

  /** Whether anything changed since it was read last. */
  async #read(run: Run, reruns: readonly Run[]): Promise<boolean> {
    const { path } = run;
    const stamp = (await Promise.all([run, ...reruns].map(stampOf))).join('\n');
    if (this.#stamps.get(path) === stamp) return false;
    const { devices } = await overviewOf(run, reruns);
    const before = this.#entries.get(path)?.devices;
    this.#entries.set(path, {
      run,
      tie: 'none',
      devices: devices.map((status, index) => progressOf(status, before?.[index]?.link ?? { kind: 'none' })),
    });
    this.#stamps.set(path, stamp);
    return true;
  }

  async #collect(run: Run, signal: AbortSignal, started: StartedRun | undefined): Promise<void> {
    const { path } = run;
    for (const { device } of this.#entries.get(path)?.devices ?? [])
      this.#putDevice(path, device, { link: { kind: 'linking' } });
    try {
      const { failures } = await driveRun({
        run,
        reaches: started?.reaches ?? this.#options.reaches(run),
        ...(started !== undefined && { lock: started.lock }),
        signal,
        onEvent: (event) => this.#hear(path, event),
        onKnown: (known) => this.#know(path, known),
      });
      for (const [device, error] of failures) this.#putDevice(path, device, { link: { kind: 'none', error } });
      if ([...failures.values()].some(isTransient) && !signal.aborted) this.#retryLater(path);
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      this.#options.log.info(`${path}: [${error.code}] ${error.message}`);
      if (error.code === 'run-busy') await this.#follow(run, signal);
      else
        for (const { device } of this.#entries.get(path)?.devices ?? [])
          this.#putDevice(path, device, { link: { kind: 'none', error } });
    }
  }

  /** Another window or command line collects the run: its files are read until it lets go. */
  async #follow(run: Run, signal: AbortSignal): Promise<void> {
    const { path } = run;
    this.#put(path, { tie: 'following' });
    for (const { device } of this.#entries.get(path)?.devices ?? [])
      this.#putDevice(path, device, { link: { kind: 'none' } });
    const onKnown = (known: readonly DeviceStatus[]) => this.#know(path, known);
    const followed = await followRun(run, (event) => this.#hear(path, event), signal, { onKnown });
    if (followed === 'free') this.#retryLater(path, 0);
  }

  #know(path: string, known: readonly DeviceStatus[]): void {
    for (const { device, state, reason, slots, done, failed } of known)
      this.#putDevice(path, device, { state, reason, slots, done, failed });
  }

  #hear(path: string, event: RunEvent): void {
    const { device } = event;
    switch (event.kind) {
      case 'linked':
        this.#putDevice(path, device, { link: { kind: 'linked', address: event.address } });
        break;
      case 'dropped':
        this.#putDevice(path, device, {
          link: { kind: 'lost', message: event.message, retryAt: Date.now() + event.wait },
        });
        break;
      case 'status':
        this.#putDevice(path, device, { status: event.status, state: event.status.state, slots: event.status.slots });
        break;
      case 'record':
        this.#count(path, device, event);
        break;
      case 'ended':
        this.#putDevice(path, device, { state: event.state, link: { kind: 'none' }, status: undefined });
        break;
      case 'failed':
        this.#putDevice(path, device, { link: { kind: 'none', error: codedOf(event) }, status: undefined });
        break;
    }
    this.#heard.fire({ path, event });
  }

  /** What is done is what is stored here: the device's own count may be ahead of it, and its last word may not arrive. */
  #count(path: string, device: string, { record }: RunEvent & { kind: 'record' }): void {
    const known = this.#entries.get(path)?.devices.find((one) => one.device === device);
    if (known === undefined) return;
    switch (record.kind) {
      case 'run':
        this.#putDevice(path, device, { slots: record.slots, state: known.state ?? 'queued' });
        break;
      case 'state':
        this.#putDevice(path, device, { state: record.state, reason: record.reason });
        break;
      case 'point':
        this.#putDevice(path, device, { done: known.done + 1 });
        break;
      case 'failure':
        this.#putDevice(path, device, { done: known.done + 1, failed: known.failed + 1 });
        break;
      case 'ceiling':
        break;
    }
  }

  #loosen(path: string): void {
    this.#ties.delete(path);
    // Its files have grown since.
    this.#stamps.delete(path);
    for (const { device } of this.#entries.get(path)?.devices ?? [])
      this.#putDevice(path, device, { status: undefined });
    this.#put(path, { tie: 'none' });
  }

  #retryLater(path: string, given?: number): void {
    const wait = given ?? Math.min(retryTimes.most, 2 * (this.#retries.get(path)?.wait || retryTimes.first / 2));
    const again = () =>
      this.attach(path).catch((error: unknown) => this.#options.log.error(`${path}: ${String(error)}`));
    const timer = setTimeout(() => void again(), wait);
    this.#retries.set(path, { timer, wait });
  }

  #forgetRetry(path: string): void {
    clearTimeout(this.#retries.get(path)?.timer);
  }

  #put(path: string, change: Partial<RunEntry>): void {
    const entry = this.#entries.get(path);
    if (entry === undefined || this.#isDisposed) return;
    const next = { ...entry, ...change };
    this.#entries.set(path, next);
    this.#changed.fire(next);
  }

  #putDevice(path: string, device: string, change: Partial<DeviceProgress>): void {
    const devices = this.#entries.get(path)?.devices;
    if (devices === undefined) return;
    this.#put(path, { devices: devices.map((one) => (one.device === device ? { ...one, ...change } : one)) });
  }
}

/** Changes where a file of the run does. */
async function stampOf(run: Run): Promise<string> {
  const files = [join(run.path, 'run.json'), ...run.head.devices.map(({ name }) => recordsPath(run, name))];
  const stats = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  return stats.map((one) => `${one?.size} ${one?.mtimeMs}`).join('\n');
}

function progressOf({ device, state, reason, slots, done, failed }: DeviceStatus, link: DeviceLink): DeviceProgress {
  return { device, link, state, reason, slots, done, failed, status: undefined };
}

function codedOf({ code, message, fix }: { code: string; message: string; fix: string }): CodedError {
  return new CodedError(code as CodedError['code'], message, fix);
}
