// Feeds the live page of one run: the plan, what the folder holds, then what is heard, in batches. Keeps no record.
import { Worker } from 'node:worker_threads';
import type { RunEvent } from '@edgewright/workbench/runs/event.js';
import type { Run } from '@edgewright/workbench/runs/folder.js';
import { readRecords } from '@edgewright/workbench/runs/read.js';
import { namingOf } from '@edgewright/workbench/text/naming.js';
import type { Disposable, LogOutputChannel } from 'vscode';
import { isResult, liveSample, type ResultRecord, resultsOf } from '../../live/results.ts';
import type { PlanAnswer, PlanTask } from '../../live/worker.ts';
import type { LiveDevice, LogLine, ToRunView } from '../../protocol.ts';
import type { DeviceProgress, RunController } from '../runs/controller.ts';

export interface FeedOptions {
  readonly run: Run;
  readonly controller: RunController;
  /** Path of the bundled worker that expands sweeps. */
  readonly planner: string;
  readonly log: LogOutputChannel;
  readonly post: (message: ToRunView) => void;
}

/** Milliseconds between two batches. */
const batchTime = 100;
/** Records read from the folder before they are sent. */
const readBatch = 1_000;

export class LiveFeed implements Disposable {
  readonly #options: FeedOptions;
  readonly #naming;
  readonly #disposables: Disposable[] = [];
  readonly #pending = new Map<string, ResultRecord[]>();
  readonly #told = new Map<string, string>();
  #places: ReadonlyMap<string, number> = new Map();
  #lines: LogLine[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isOpen = true;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#naming = namingOf(options.run.head.sweep);
  }

  /** Sends all that is known, then goes on. To be called once the page has said that it is ready. */
  async start(): Promise<void> {
    const { run, controller, post } = this.#options;
    const planned = await this.#plan();
    if (!this.#isOpen) return;
    if (planned !== undefined) {
      this.#places = planned.places;
      post({ kind: 'plan', plan: planned.plan });
    }
    // Listening begins before the folder is read: a record of both arrives twice, and the page puts it into its slot twice.
    this.#disposables.push(
      controller.onDidHear(({ path, event }) => {
        if (path === run.path) this.#hear(event);
      }),
      controller.onDidChange((entry) => {
        if (entry?.run.path === run.path) this.#soon();
      }),
    );
    for await (const { device, record } of readRecords(run, () => {})) {
      if (!this.#isOpen) return;
      if (!isResult(record)) continue;
      this.#queue(device, record);
      if (this.#count() >= readBatch) this.#flush();
    }
    this.#flush();
  }

  dispose(): void {
    this.#isOpen = false;
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #plan(): Promise<PlanAnswer> {
    const { sweep, artifacts, points } = this.#options.run.head;
    const task: PlanTask = { sweep, artifacts, points: points && Object.values(points).flat() };
    return new Promise((resolve) => {
      const worker = new Worker(this.#options.planner, { workerData: task });
      this.#disposables.push({ dispose: () => void worker.terminate() });
      worker.once('message', resolve);
      worker.once('error', (error) => {
        this.#options.log.error(`expanding the sweep of ${this.#options.run.path}: ${error.stack ?? error.message}`);
        resolve(undefined);
      });
      worker.once('exit', () => resolve(undefined));
    });
  }

  #hear(event: RunEvent): void {
    const { device } = event;
    switch (event.kind) {
      case 'record':
        if (isResult(event.record)) this.#queue(device, event.record);
        else if (event.record.kind === 'state')
          this.#say('info', device, `${event.record.state}: ${event.record.reason}`);
        break;
      case 'sample':
        this.#options.post({ kind: 'sample', sample: liveSample(this.#indexOf(device), event.sample) });
        return;
      case 'linked':
        this.#say('info', device, `linked (${event.address})`);
        break;
      case 'dropped':
        this.#say('warning', device, `link lost [${event.code}]: ${event.message}`);
        break;
      case 'repaired':
        this.#say(
          'warning',
          device,
          `a torn last line of ${event.bytes} bytes was cut off; the device sends that record again`,
        );
        break;
      case 'sending':
        if (event.sent === event.bytes) this.#say('info', device, `sent ${event.artifact}`);
        break;
      case 'refused':
        for (const { code, message } of event.diagnostics) this.#say('error', device, `refused [${code}]: ${message}`);
        break;
      case 'failed':
        this.#say('error', device, `[${event.code}] ${event.message} ${event.fix}`);
        break;
      case 'ended':
        this.#say('info', device, event.state);
        break;
      case 'status':
        break;
    }
    this.#soon();
  }

  #queue(device: string, record: ResultRecord): void {
    const queue = this.#pending.get(device) ?? [];
    queue.push(record);
    this.#pending.set(device, queue);
    if (record.kind === 'failure')
      this.#say(
        'warning',
        device,
        `${this.#naming.point(record.point)} failed [${record.code}]: ${record.message}`,
        record.time,
      );
  }

  #say(level: LogLine['level'], device: string, text: string, time = new Date().toISOString()): void {
    this.#lines.push({ time, level, device, text });
  }

  #count(): number {
    return [...this.#pending.values()].reduce((sum, queue) => sum + queue.length, 0);
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#flush(), batchTime);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#isOpen) return;
    const { post, controller, run } = this.#options;
    for (const [device, records] of this.#pending) {
      post({ kind: 'results', results: resultsOf(this.#indexOf(device), records, this.#places, this.#naming.point) });
    }
    this.#pending.clear();
    for (const progress of controller.entry(run.path)?.devices ?? []) this.#tell(progress);
    if (this.#lines.length > 0) post({ kind: 'log', lines: this.#lines });
    this.#lines = [];
  }

  /** What did not change is not sent. */
  #tell(progress: DeviceProgress): void {
    const device = this.#faceOf(progress);
    const text = JSON.stringify(device);
    if (this.#told.get(progress.device) === text) return;
    this.#told.set(progress.device, text);
    this.#options.post({ kind: 'device', device });
  }

  #faceOf({ device, link, state, reason, slots, done, failed, status }: DeviceProgress): LiveDevice {
    const current = status?.current ?? null;
    return {
      device: this.#indexOf(device),
      link: linkOf(link),
      state,
      reason,
      slots,
      done,
      failed,
      timeLeft: status?.timeLeft ?? null,
      current: current === null ? '' : this.#naming.current(current),
    };
  }

  #indexOf(device: string): number {
    return this.#options.run.head.devices.findIndex(({ name }) => name === device);
  }
}

function linkOf(link: DeviceProgress['link']): LiveDevice['link'] {
  if (link.kind !== 'none' || link.error === undefined) return link.kind === 'none' ? { kind: 'none' } : link;
  const { code, message, fix } = link.error;
  return { kind: 'none', fault: { code, message, fix } };
}
