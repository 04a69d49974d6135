// What a device can do at most with a runtime, by micro-benchmarks that run through the runtime itself.
import { performance } from 'node:perf_hooks';
import { elementBytes } from '@edgewright/core/graph/graph.js';
import type { Precision } from '@edgewright/schemas/generated/record.js';
import type { Runtime } from '../runtimes/runtime.ts';
import type { CeilingMeasured } from './messages.ts';
import { openProduct, type Product } from './product.ts';
import { byRuntime } from './refusal.ts';

/** n of the products n x n x n, ascending. */
const productSizes = [128, 256, 384, 512, 768, 1024] as const;
/** Rows and columns of the matrices that are streamed: from inside most caches to 64 MiB in float32, outside of nearly all. */
const streamSizes = [256, 512, 1024, 2048, 4096] as const;

/** Milliseconds for all sizes of one ceiling: a larger size is left out where it would not fit. */
const timeInAll = 900;
/** Milliseconds for the repeats of one size. */
const timeEach = 80;
/** Inferences of one size at least; the first only warms up. */
const repeatsAtLeast = 3;
/** Making and loading a size takes at most about so many times as long as the size before. */
const growth = 5;

/** Each value is the best over all sizes, each sample the best of the repeats of one size. */
export async function measureCeilings(
  runtime: Runtime,
  threads: number,
  precision: Precision,
): Promise<{ flops: CeilingMeasured; bandwidth: CeilingMeasured }> {
  const bytes = elementBytes[precision];
  const flops = await best(productSizes, async (n) => ({
    work: 2 * n ** 3,
    bytes: 3 * n * n * bytes,
    ...(await openProduct(runtime, threads, precision, [n, n, n])),
  }));
  // A quarter: the matrix is in the file, in the runtime and, while it loads, packed for its kernels.
  const most = process.availableMemory() / 4;
  const fitting = streamSizes.filter((n) => n * n * bytes < most);
  const bandwidth = await best(fitting, async (n) => ({
    work: n * n * bytes,
    bytes: n * n * bytes,
    ...(await openProduct(runtime, threads, precision, [1, n, n])),
  }));
  return {
    flops: {
      ...flops.measured,
      method: `FLOP/s of an n x n matrix by a constant n x n matrix, n = ${flops.tried}; a sample is the best repeat of one n`,
    },
    bandwidth: {
      ...bandwidth.measured,
      method: `B/s of a vector by a constant n x n matrix of ${bytes}-byte elements, n = ${bandwidth.tried}; only the matrix counts; a sample is the best repeat of one n`,
    },
  };
}

interface Workload extends Product {
  /** FLOPs or bytes of one inference. */
  readonly work: number;
  /** Of its working set. */
  readonly bytes: number;
}

async function best(
  sizes: readonly number[],
  prepare: (size: number) => Promise<Workload>,
): Promise<{ measured: Omit<CeilingMeasured, 'method'>; tried: string }> {
  const samples: number[] = [];
  const workingSets: number[] = [];
  const begin = performance.now();
  let preparing = 0;
  let running = 0;
  for (const size of sizes) {
    const expected = growth * preparing + Math.max(timeEach, repeatsAtLeast * growth * running);
    if (samples.length > 0 && performance.now() - begin + expected > timeInAll) break;
    const start = performance.now();
    const workload = await prepare(size);
    preparing = performance.now() - start;
    try {
      running = await shortest(workload.run);
    } finally {
      await workload.close();
    }
    samples.push((workload.work * 1000) / running);
    workingSets.push(workload.bytes);
  }
  const measured = { value: Math.max(...samples), samples, sizes: workingSets };
  return { measured, tried: sizes.slice(0, samples.length).join(', ') };
}

/** Of the repeats after the first, in ms. */
async function shortest(run: () => Promise<unknown>): Promise<number> {
  await byRuntime('in a micro-benchmark', run);
  let least = Number.POSITIVE_INFINITY;
  const begin = performance.now();
  for (let done = 1; done < repeatsAtLeast || performance.now() - begin < timeEach; done++) {
    const start = performance.now();
    await run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
