// One point, phase by phase.
import { performance } from 'node:perf_hooks';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { createStopping } from '@edgewright/core/sweep/stopping.js';
import type { KernelTime, Phases } from '@edgewright/schemas/generated/record.js';
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
  const { threads, optimization, ablation, scenario } = point.execution;
  const phases: Phases = { generate: 0, load: 0, first: 0, warmup: 0, steady: 0 };
  const timed = async <T>(phase: Exclude<BenchPhase, 'start'>, step: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    enter(phase, 0);
    const result = await step();
    phases[phase] += performance.now() - start;
    return result;
  };

  const before = process.memoryUsage.rss();
  const peak = markPeak();
  const { model, inputs } = await timed('generate', async () => {
    const model = await makeModel(point, file, scratch);
    return { model, inputs: makeInputs(model.inputs, point.seed) };
  });
  const session = await timed('load', () =>
    byRuntime('as it loaded the model', () =>
      runtime.load(model.take(), { threads, optimization, ablation, dimensions: model.dimensions, scratch }),
    ),
  );
  const { program } = session;
  const measured = await inferences().finally(() => Promise.all([session.close(), model.discard()]));
  const kernels = rule.profile ? await profile() : undefined;
  return { ...measured, phases, items, runtimeVersion: runtime.version, program, kernels };

  /** When all else is measured: a program whose kernels are timed is another, beside which nothing counts. */
  async function profile(): Promise<readonly KernelTime[] | undefined> {
    const again = await makeModel(point, file, scratch);
    try {
      const options = { threads, optimization, ablation, dimensions: again.dimensions, scratch };
      return await runtime.profile?.(again.take(), options, inputs);
    } finally {
      await again.discard();
    }
  }

  async function inferences() {
    const run = session.bind(inputs);
    const loaded = process.memoryUsage.rss();

    const outputs = await timed('first', () => byRuntime('in its first inference', run));
    const [output] = Object.values(outputs);
    // A sensor may be a command of some milliseconds: the warm-up is long enough for it to finish.
    const start = await timed('warmup', async () => {
      tidy();
      const [sample] = await Promise.all([sensors.sample(), warmUp(run, rule.warmupTime, rule.warmupIterations)]);
      return sample;
    });

    const stopping = createStopping(rule);
    const progress = every(progressTime, () => enter('steady', stopping.count()));
    // Reading the sensors is part of measuring, and of its phase; the time of the inferences is told apart.
    const { elapsed, telemetry } = await timed('steady', async () => {
      const mark = sensors.mark();
      const elapsed = await byRuntime('while measured', () => measureScenario(scenario, run, stopping, progress));
      const othersBusy = sensors.othersBusy(mark);
      return { elapsed, telemetry: { othersBusy, start, end: await sensors.sample() } };
    });
    return {
      elapsed,
      latencies: stopping.latencies(),
      memory: { before, loaded, peak: peak() },
      telemetry,
      output: output && digest(output),
    };
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
