// Runs kernels: a memory, tensors in it, and a module that is compiled when it is first called.
import type { Kernel } from '@edgewright/core/graph/wasm/kernel.js';
import { slack } from '@edgewright/core/graph/wasm/kernel.js';
import { ModuleBuilder } from '@edgewright/core/graph/wasm/module.js';

export const base = { relaxed: false, shared: false };
export const relaxed = { relaxed: true, shared: false };

type Data =
  | Float32Array
  | Float64Array
  | Int32Array
  | Uint32Array
  | Int8Array
  | Uint8Array
  | Int16Array
  | Uint16Array
  | BigInt64Array
  | BigUint64Array;

export class Machine {
  readonly module: ModuleBuilder;
  readonly memory: WebAssembly.Memory;
  readonly #scratch = new Map<Kernel, number>();
  #top = 64;
  #exports: Record<string, (...values: number[]) => void> | undefined;

  constructor(target = base, pages = 64) {
    this.module = new ModuleBuilder(target);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: 65536 });
  }

  /** Bytes, aligned to a cache line; not cleared. @returns The address. */
  reserve(bytes: number): number {
    const address = this.#top;
    this.#top = Math.ceil((address + bytes + slack) / 64) * 64;
    const missing = this.#top + slack - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / 65536));
    return address;
  }

  put(data: Data): number {
    const address = this.reserve(data.byteLength);
    new Uint8Array(this.memory.buffer, address, data.byteLength).set(
      new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    );
    return address;
  }

  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.memory.buffer, address, length);
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  /** Runs a part of the kernel, by default all of it. Compiles on the first call: emit everything before. */
  run(kernel: Kernel, pointers: readonly number[], begin = 0, end = kernel.range): void {
    this.caller(kernel, pointers)(begin, end);
  }

  caller(kernel: Kernel, pointers: readonly number[]): (begin: number, end: number) => void {
    const scratch = kernel.scratch === 0 ? [] : [this.#scratchOf(kernel)];
    const call = this.#instance()[`f${kernel.index}`]!;
    const all = [...pointers, ...scratch];
    if (all.length !== kernel.pointers.length) throw new Error(`pointers: ${kernel.pointers.join(', ')}`);
    return (begin, end) => call(...all, begin, end);
  }

  #scratchOf(kernel: Kernel): number {
    const known = this.#scratch.get(kernel);
    if (known !== undefined) return known;
    const address = this.reserve(kernel.scratch);
    this.#scratch.set(kernel, address);
    return address;
  }

  #instance(): Record<string, (...values: number[]) => void> {
    if (this.#exports === undefined) {
      for (const index of this.module.functions.keys()) this.module.export(`f${index}`, index);
      const code = this.module.encode({ least: 1 }, 'with names');
      const instance = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory: this.memory } });
      this.#exports = instance.exports as Record<string, (...values: number[]) => void>;
    }
    return this.#exports;
  }
}

/** Numbers in (-1, 1) that are the same every time. */
export function noise(length: number, seed = 1): Float32Array {
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  return Float32Array.from({ length }, () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = (state + 0x6d2b79f5) | 0;
    return (state >>> 8) / 2 ** 23 - 1;
  });
}

/** Runs a kernel in two calls, cut at a fraction of its range. */
export function cut(machine: Machine, kernel: Kernel, pointers: readonly number[], part: number): void {
  const middle = Math.floor(kernel.range * part);
  machine.run(kernel, pointers, middle, kernel.range);
  machine.run(kernel, pointers, 0, middle);
}

/** Differences of at most `tolerance`, relative to the greatest expected value or 1. */
export function closeTo(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  let scale = 1;
  for (let at = 0; at < expected.length; at++) scale = Math.max(scale, Math.abs(expected[at]!));
  for (let at = 0; at < expected.length; at++)
    if (!(Math.abs(actual[at]! - expected[at]!) <= tolerance * scale))
      throw new Error(`element ${at} of ${expected.length}: ${actual[at]}, expected ${expected[at]}`);
}
