// What measuring itself costs: node --conditions=edgewright-source test/bench/measuring.ts
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { type BenchOptions, openBench } from '@edgewright/agent/bench/process.js';
import { openProduct } from '@edgewright/agent/bench/product.js';
import { measureScenario } from '@edgewright/agent/bench/scenario.js';
import { openRuntime } from '@edgewright/agent/runtimes/open.js';
import { quantile } from '@edgewright/core/quantile.js';
import { createStopping, type StopRule } from '@edgewright/core/sweep/stopping.js';
import { summarise } from '@edgewright/core/sweep/summary.js';
import type { Parameters, RuntimeName } from '@edgewright/schemas/generated/record.js';
import { pointOf, quick, requestOf } from '../agent/bench/points.ts';
import { noisy } from '../core/sweep/series.ts';

const never = new AbortController().signal;
const folder = await mkdtemp(join(tmpdir(), 'edgewright-measuring-'));
try {
  await loop();
  stoppingRule();
  await processes();
  await roofs();
} finally {
  await rm(folder, { recursive: true });
}
process.exit(0);

async function loop(): Promise<void> {
  print('loop', 'raw us', 'ours us', 'ours less raw us');
  const rule: StopRule = { ...quick, halfWidth: -1, minTime: 0, maxTime: 1e9, maxIterations: 20_000 };
  const runtime = await openRuntime('ort', 1, {});
  const small = await openProduct(runtime, 1, 'float32', [1, 64, 64]);
  const large = await openProduct(runtime, 1, 'float32', [16, 512, 512]);
  for (const [name, run] of [
    ['nothing', async () => undefined],
    ['1 x 64 x 64', small.run],
    ['16 x 512 x 512', large.run],
  ] as const) {
    const raw: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      for (let i = 0; i < rule.maxIterations; i++) await run();
      raw.push(performance.now() - start);
      const stopping = createStopping(rule);
      const time = await measureScenario({ kind: 'single-stream' }, run, stopping, () => undefined);
      ours.push((time * rule.maxIterations) / stopping.count());
    }
    const [less, more] = [raw, ours].map((times) => (Math.min(...times) * 1000) / rule.maxIterations);
    print(name, less!.toFixed(2), more!.toFixed(2), (more! - less!).toFixed(2));
  }
}

function stoppingRule(): void {
  print('', '');
  print('stopping rule', 'ms in all', 'of 0.1 ms each', 'summary ms');
  for (const n of [1000, 10_000, 100_000]) {
    const latencies = noisy(n, 0.1, 0.1, 1);
    const rule: StopRule = { ...quick, halfWidth: 1e-9, minTime: 0, maxTime: 1e9, maxIterations: n };
    const stopping = createStopping(rule);
    const start = performance.now();
    for (const latency of latencies) {
      stopping.add(latency);
      stopping.decide(1);
    }
    const cost = performance.now() - start;
    const again = performance.now();
    summarise(latencies, 1, 1, quick);
    print(
      `${n}`,
      cost.toFixed(2),
      `${((cost / (n * 0.1)) * 100).toFixed(2)} %`,
      (performance.now() - again).toFixed(2),
    );
  }
}

async function processes(): Promise<void> {
  print('', '');
  print('around a point', 'wall ms', 'in phases ms', 'outside ms', 'of 100 ms points');
  const variants: readonly (readonly [string, Partial<BenchOptions>])[] = [
    ['process kept', {}],
    ['process for each', { growthLimit: Number.NEGATIVE_INFINITY }],
  ];
  for (const runtime of ['ort', 'ort-web'] as const) {
    for (const [name, options] of variants) {
      const bench = openBench({ scratch: join(folder, 'scratch'), ...options });
      const walls: number[] = [];
      const phases: number[] = [];
      for (let i = 0; i < 12; i++) {
        const start = performance.now();
        const outcome = await bench.measure(requestOf(pointOf({ runtime }), { minTime: 100 }), () => undefined, never);
        if (outcome.kind !== 'measured') throw new Error(JSON.stringify(outcome));
        // The first start belongs to the run, not to its points.
        if (i < 2) continue;
        walls.push(performance.now() - start);
        phases.push(Object.values(outcome.result.phases).reduce((sum, time) => sum + time, 0));
      }
      await bench.close();
      const [wall, inside] = [walls, phases].map((times) => times.sort((a, b) => a - b)[times.length >> 1]!);
      const outside = wall! - inside!;
      print(
        `${runtime}, ${name}`,
        wall!.toFixed(1),
        inside!.toFixed(1),
        outside.toFixed(1),
        `${((outside / (100 + outside)) * 100).toFixed(1)} %`,
      );
    }
  }
}

async function roofs(): Promise<void> {
  print('', '');
  print('points and roofs', 'GFLOP/s', 'of peak', 'GB/s', 'of bandwidth', 'of roof');
  const models: readonly Parameters[] = [
    { layers: 4, nodes: 256, input: 256, output: 256, batch: 1 },
    { layers: 4, nodes: 1024, input: 1024, output: 1024, batch: 1 },
    { layers: 4, nodes: 1024, input: 1024, output: 1024, batch: 64 },
    { layers: 4, nodes: 512, input: 512, output: 512, batch: 512 },
    { layers: 2, nodes: 4096, input: 4096, output: 1024, batch: 1 },
  ];
  for (const runtime of ['ort', 'ort-web'] satisfies RuntimeName[]) {
    const bench = openBench({ scratch: join(folder, 'scratch') });
    const ceiling = await bench.ceiling({ runtime, threads: 1, precision: 'float32' }, never);
    if (ceiling.kind !== 'measured') throw new Error(JSON.stringify(ceiling));
    const { flops: peak, bandwidth } = ceiling;
    print(`${runtime}: roofs`, giga(peak.value), '', giga(bandwidth.value));
    for (const parameters of models) {
      const request = requestOf(pointOf({ runtime }, parameters), { minTime: 200, maxIterations: 20_000 });
      const outcome = await bench.measure(request, () => undefined, never);
      if (outcome.kind !== 'measured') throw new Error(JSON.stringify(outcome));
      const { flops, trafficBytes } = request.cost;
      const seconds =
        quantile(
          [...outcome.result.latencies].sort((a, b) => a - b),
          0.5,
        ) / 1000;
      const roof = Math.min(peak.value, (bandwidth.value * flops) / trafficBytes);
      print(
        `${parameters.nodes} nodes, batch ${parameters.batch}`,
        giga(flops / seconds),
        share(flops / seconds, peak.value),
        giga(trafficBytes / seconds),
        share(trafficBytes / seconds, bandwidth.value),
        share(flops / seconds, roof),
      );
    }
    await bench.close();
  }
}

function giga(value: number): string {
  return (value / 1e9).toFixed(1);
}

function share(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(0)} %`;
}

function print(first: string, ...rest: readonly string[]): void {
  console.log(first.padEnd(26) + rest.map((cell) => cell.padStart(18)).join(''));
}
