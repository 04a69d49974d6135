// The near end of the expanding thread: one job at a time, an outdated one is ended, and none runs past its limit.
import { Worker } from 'node:worker_threads';
import type { Expansion, ExpansionJob } from './expansion.ts';
import type { AnswerMessage, JobMessage } from './worker.ts';

export type Outcome =
  | { readonly kind: 'done'; readonly expansion: Expansion }
  /** A later job of the same document took its place. */
  | { readonly kind: 'outdated' }
  /** It took longer than the limit. */
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'failed'; readonly reason: string };

export interface ExpanderOptions {
  /** Module that a thread runs; it calls `work`. */
  readonly module: string;
  /** Milliseconds that one expansion may take. */
  readonly limit: number;
}

interface Queued {
  readonly id: number;
  readonly uri: string;
  readonly job: ExpansionJob;
  settle(outcome: Outcome): void;
}

export class Expander {
  readonly #options: ExpanderOptions;
  #worker: Worker | undefined;
  #running: (Queued & { readonly timer: NodeJS.Timeout }) | undefined;
  #queue: Queued[] = [];
  #last = 0;
  #isClosed = false;

  constructor(options: ExpanderOptions) {
    this.#options = options;
  }

  /** Never rejects. */
  expand(uri: string, job: ExpansionJob): Promise<Outcome> {
    this.drop(uri);
    return new Promise((settle) => {
      if (this.#isClosed) {
        settle({ kind: 'outdated' });
        return;
      }
      this.#queue.push({ id: ++this.#last, uri, job, settle });
      this.#next();
    });
  }

  /** Ends what is under way or waits for this document. */
  drop(uri: string): void {
    for (const queued of this.#queue.filter((other) => other.uri === uri)) queued.settle({ kind: 'outdated' });
    this.#queue = this.#queue.filter((other) => other.uri !== uri);
    if (this.#running?.uri === uri) this.#abandon({ kind: 'outdated' });
  }

  close(): void {
    this.#isClosed = true;
    for (const queued of this.#queue) queued.settle({ kind: 'outdated' });
    this.#queue = [];
    if (this.#running !== undefined) this.#abandon({ kind: 'outdated' });
    void this.#worker?.terminate();
    this.#worker = undefined;
  }

  #next(): void {
    const next = this.#queue[0];
    if (this.#running !== undefined || next === undefined) return;
    this.#queue.shift();
    const timer = setTimeout(() => this.#abandon({ kind: 'unfinished' }), this.#options.limit);
    this.#running = { ...next, timer };
    const message: JobMessage = { id: next.id, job: next.job };
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(message);
    } catch (error) {
      this.#finish({ kind: 'failed', reason: String(error) });
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#options.module);
    worker.unref();
    worker.on('message', (answer: AnswerMessage) => {
      if (answer.id !== this.#running?.id) return;
      this.#finish(answer.kind === 'done' ? { kind: 'done', expansion: answer.expansion } : answer);
    });
    const lost = (reason: string) => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      if (this.#running !== undefined) this.#finish({ kind: 'failed', reason });
    };
    worker.on('error', (error) => lost(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => lost(`the thread ended with code ${code}`));
    return worker;
  }

  /** Ends the thread with the job in it: an expansion does not look up. */
  #abandon(outcome: Outcome): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#finish(outcome);
  }

  #finish(outcome: Outcome): void {
    const running = this.#running;
    if (running === undefined) return;
    clearTimeout(running.timer);
    this.#running = undefined;
    running.settle(outcome);
    this.#next();
  }
}
