// Threads that share the calls of one program: one leads through the steps and publishes each call that is worth it, all take
// parts of it until none is left. Each begins with parts of its own, the same rows of every call, which its cache has from
// the call before, and goes on with what others have left. The leader never waits for a thread that holds no part, so one that
// sleeps, or that the system lets wait, costs nothing but its help.
//
// Nothing here starts a thread: each of those that assist calls `assist` on an engine of its own. They meet in a block of
// shared words and in the program's memory. A call's words are written before its parts are published, and nobody changes
// them while a part is held: whoever has taken a part may read them.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { WebAssemblyApi, WebAssemblyMemory } from '../engine.ts';
import { memoryImport } from '../module.ts';

/** What a thread needs to take part; it can be posted to one. */
export interface Share {
  /** A WebAssembly module. */
  readonly module: object;
  /** Shared; every rank has scratch of its own in it. */
  readonly memory: WebAssemblyMemory;
  readonly control: SharedArrayBuffer;
  /** With the leader, whose rank is 0. */
  readonly threads: number;
  readonly calls: readonly SharedCall[];
  /** Address for the leader. */
  readonly scratch: number;
  /** From one rank's scratch to the next. */
  readonly scratchBytes: number;
}

export interface SharedCall {
  readonly export: string;
  readonly pointers: readonly number[];
  /** What the number of a loop's iteration adds to each pointer, in bytes. */
  readonly advance?: readonly number[] | undefined;
  readonly takesScratch: boolean;
  /** Part `p` is [cuts[p], cuts[p + 1]). */
  readonly cuts: readonly number[];
}

type Exports = Readonly<Record<string, (...operands: number[]) => void>>;

/** Does a part of a call, in an iteration of the loop around it. */
type Perform = (call: number, turn: number, part: number) => void;

/** Words of a line of the cache, at most: what different threads write lies on different ones. */
const line = 16;

/**
 * Places of the words. `published` changes with every call. From `left` on each rank has a line, with the number of its parts
 * that nobody has taken.
 */
const words = {
  published: 0,
  sleeping: 1,
  ended: 2,
  call: 3,
  turn: 4,
  done: line,
  waiting: line + 1,
  failed: line + 2,
  left: 2 * line,
} as const;

/** Looks at a word before a thread sleeps: some 80 us, about what waking it up takes. */
const looks = 1000;

/** Of one sleep of the leader, ms. */
const nap = 100;

export function makeControl(threads: number): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * (words.left + line * threads));
}

/**
 * @param patience Milliseconds without a part done, after which none is expected any more.
 * @returns what does a call of `share` with all threads
 * @throws CodedError from calls: `runtime-refused` where a thread failed in a part or still holds one. The program's memory
 * is good for nothing then, and every later call throws it too
 */
export function lead(share: Share, exports: Exports, patience = 10_000): (call: number, turn: number) => void {
  const control = new Int32Array(share.control);
  const perform = performerOf(share, exports, 0);
  const { threads } = share;
  const parts = share.calls.map(({ cuts }) => cuts.length - 1);
  let isBroken = false;
  return (call, turn) => {
    if (isBroken) throw broken();
    control[words.call] = call;
    control[words.turn] = turn;
    const all = parts[call]!;
    Atomics.store(control, words.done, 0);
    for (let rank = 0; rank < threads; rank++)
      Atomics.store(control, words.left + line * rank, firstOf(all, rank + 1, threads) - firstOf(all, rank, threads));
    Atomics.add(control, words.published, 1);
    if (Atomics.load(control, words.sleeping) > 0) Atomics.notify(control, words.published);
    isBroken = true;
    for (let place = take(control, 0, threads); place >= 0; place = take(control, 0, threads)) {
      perform(call, turn, partAt(place, all, threads));
      Atomics.add(control, words.done, 1);
    }
    if (!awaitAll(control, all, patience) || Atomics.load(control, words.failed) !== 0) throw broken();
    isBroken = false;
  };
}

/** Takes parts until `dismiss`: it blocks. Where a part fails, it tells the leader and throws. */
export function assist(api: WebAssemblyApi, share: Share, rank: number, ready: () => void): void {
  const control = new Int32Array(share.control);
  const { exports } = new api.Instance(share.module, { env: { [memoryImport]: share.memory } });
  const perform = performerOf(share, exports as Exports, rank);
  ready();
  const { threads } = share;
  for (;;) {
    const published = Atomics.load(control, words.published);
    const place = take(control, rank, threads);
    if (place < 0) {
      if (Atomics.load(control, words.ended) !== 0) return;
      awaitParts(control, published);
      continue;
    }
    const call = control[words.call]!;
    try {
      perform(call, control[words.turn]!, partAt(place, share.calls[call]!.cuts.length - 1, threads));
    } catch (error) {
      Atomics.store(control, words.failed, 1);
      throw error;
    } finally {
      Atomics.add(control, words.done, 1);
      if (Atomics.load(control, words.waiting) !== 0) Atomics.notify(control, words.done);
    }
  }
}

/** Ends all that assist; no call may be under way. */
export function dismiss({ control }: Pick<Share, 'control'>): void {
  const view = new Int32Array(control);
  Atomics.store(view, words.ended, 1);
  Atomics.add(view, words.published, 1);
  Atomics.notify(view, words.published);
}

/** The first part of a rank's own. */
function firstOf(parts: number, rank: number, threads: number): number {
  return Math.floor((parts * rank) / threads);
}

/**
 * Takes a part, of the rank's own first.
 * @returns whose it is, and how many of that rank's were left with it, for `partAt`; -1 where none is left
 */
function take(control: Int32Array, rank: number, threads: number): number {
  for (let turn = 0; turn < threads; turn++) {
    const owner = (rank + turn) % threads;
    const word = words.left + line * owner;
    for (let left = Atomics.load(control, word); left > 0; left = Atomics.load(control, word))
      if (Atomics.compareExchange(control, word, left, left - 1) === left) return owner * mostParts + left;
  }
  return -1;
}

const mostParts = 4096;

function partAt(place: number, parts: number, threads: number): number {
  const owner = Math.floor(place / mostParts);
  return firstOf(parts, owner + 1, threads) - (place % mostParts);
}

/** Looks for a while, then sleeps until something else is published. */
function awaitParts(control: Int32Array, published: number): void {
  for (let look = 0; look < looks; look++) {
    if (Atomics.load(control, words.published) !== published) return;
    pause();
  }
  Atomics.add(control, words.sleeping, 1);
  Atomics.wait(control, words.published, published);
  Atomics.sub(control, words.sleeping, 1);
}

/** Whether all parts were done before patience ended. */
function awaitAll(control: Int32Array, all: number, patience: number): boolean {
  for (let look = 0; look < looks; look++) {
    if (Atomics.load(control, words.done) === all) return true;
    pause();
  }
  Atomics.store(control, words.waiting, 1);
  // In many short sleeps: after the whole process was stopped for long, one of them is over, not all.
  for (let slept = 0; slept < patience; ) {
    const done = Atomics.load(control, words.done);
    if (done === all) break;
    slept = Atomics.wait(control, words.done, done, nap) === 'timed-out' ? slept + nap : 0;
  }
  Atomics.store(control, words.waiting, 0);
  return Atomics.load(control, words.done) === all;
}

/** Tells the processor that a loop waits, where the engine can; else takes about as long, some 80 ns. */
const pause = (Atomics as { readonly pause?: () => void }).pause ?? delay;

const nobodys = new Int32Array(1);

function delay(): void {
  for (let turn = 0; turn < 4; turn++) Atomics.load(nobodys, 0);
}

function performerOf({ calls, scratch, scratchBytes }: Share, exports: Exports, rank: number): Perform {
  const own = scratch + rank * scratchBytes;
  const actions = calls.map(({ export: name, pointers, advance, takesScratch, cuts }) => {
    const call = exports[name]!;
    const operands = [...pointers, ...(takesScratch ? [own] : []), 0, 0];
    const [begin, end] = [operands.length - 2, operands.length - 1];
    return (turn: number, part: number): void => {
      if (advance !== undefined)
        for (let at = 0; at < pointers.length; at++) operands[at] = pointers[at]! + advance[at]! * turn;
      operands[begin] = cuts[part]!;
      operands[end] = cuts[part + 1]!;
      call(...operands);
    };
  });
  return (call, turn, part) => actions[call]!(turn, part);
}

function broken(): CodedError {
  return new CodedError(
    'runtime-refused',
    'A thread of jit failed in a part of an inference, or did not finish it.',
    'Load the model again; keep threads at 1 where it comes back.',
  );
}
