// One point, phase by phase.
import { performance } from 'node:perf_hooks';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { createStopping } from '@edgewright/core/sweep/stopping.js';
import { summarise } from '@edgewright/core/sweep/summary.js';
import { judge } from '@edgewright/core/sweep/verdict.js';
import type { Phases } from '@edgewright/schemas/generated/record.js';
import type { Runtime } from '../runtimes/runtime.ts';
import type { Sensors } from '../sensors/sample.ts';
import { digest } from './digest.ts';
import { markPeak, tidy } from './memory.ts';
import type { BenchPhase, BenchRequest, Measured } from './messages.ts';
import { makeModel } from './model.ts';
import { byRuntime } from './refusal.ts';
import { measureScenario } from './scenario.ts';

type MeasureMessage = Extract<BenchRequest, { kind: 'measure' }>;

/** Milliseconds between two reports of progress: seldom enough to cost nothing, often enough to be watched. */
const progressTime = 250;

/** Rejects with a CodedError for what the runtime refuses. `enter` is called as each phase begins and while steady. */
export async function measurePoint(
  runtime: Runtime,
  { point, items, rule, file, scratch }: MeasureMessage,
  sensors: Sensors,
  enter: (phase: BenchPhase, iterations: number) => void,
): Promise<Measured> {
  const { threads, optimization, scenario } = point.execution;
  const phases: Phases = { generate: 0, load: 0, first: 0, warmup: 0, steady: 0 };
  const timed = async <T>(phase: Exclude<BenchPhase, 'start'>, step: () => Promise<T>): Promise<T> => {
    enter(phase, 0);
    const start = performance.now();
    const result = await step();
    phases[phase] += performance.now() - start;
    return result;
  };

  tidy();
  const before = process.memoryUsage.rss();
  const peak = markPeak();
  const model = await timed('generate', () => makeModel(point, file, scratch));
  const inputs = makeInputs(model.inputs, point.seed);
  const session = await timed('load', () =>
    byRuntime('as it loaded the model', () => runtime.load(model.take(), { threads, optimization })),
  );
  try {
    const run = session.bind(inputs);
    const loaded = process.memoryUsage.rss();

    const outputs = await timed('first', () => byRuntime('in its first inference', run));
    const [output] = Object.values(outputs);
    await timed('warmup', () => warmUp(run, rule.warmupTime, rule.warmupIterations));

    const stopping = createStopping(rule);
    const progress = every(progressTime, () => enter('steady', stopping.count()));
    const start = await sensors.sample();
    const mark = sensors.mark();
    enter('steady', 0);
    const steady = await byRuntime('while measured', () => measureScenario(scenario, run, stopping, progress));
    const telemetry = { othersBusy: sensors.othersBusy(mark), start, end: await sensors.sample() };

    phases.steady = steady;
    const latencies = stopping.latencies();
    const summary = summarise(latencies, items, steady, rule);
    return {
      phases,
      items,
      latencies,
      summary,
      verdict: judge(latencies, summary, rule, telemetry),
      memory: { before, loaded, peak: peak() },
      telemetry,
      runtimeVersion: runtime.version,
      output: output === undefined ? undefined : digest(output),
    };
  } finally {
    await session.close();
    tidy();
  }
}

async function warmUp(run: () => Promise<unknown>, time: number, iterations: number): Promise<void> {
  const begin = performance.now();
  for (let done = 0; done < iterations || performance.now() - begin < time; done++) {
    await byRuntime('in the warm-up', run);
  }
}

function every(milliseconds: number, act: () => void): () => void {
  let last = performance.now();
  return () => {
    const now = performance.now();
    if (now - last < milliseconds) return;
    last = now;
    act();
  };
}
