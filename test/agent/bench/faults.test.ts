import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BenchFailure, MeasureOutcome } from '@edgewright/agent/bench/outcome.js';
import { type Bench, openBench } from '@edgewright/agent/bench/process.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import { pointOf, requestOf } from './points.ts';

const faults = fileURLToPath(new URL('./children/faults.ts', import.meta.url));

describe('a measuring process that dies', function () {
  this.timeout(20_000);
  let folder: string;
  let bench: Bench;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewright-bench-'));
    bench = openBench({ scratch: join(folder, 'scratch'), childPath: faults, watchTime: 10 });
  });
  afterEach(async () => {
    await bench.close();
    await rm(folder, { recursive: true });
  });

  const measure = (fault: string, rule: Partial<MeasureRule> = {}, signal = new AbortController().signal) =>
    bench.measure(requestOf(pointOf({}, undefined, fault), rule), () => undefined, signal);

  function failed(outcome: MeasureOutcome): BenchFailure {
    assert.equal(outcome.kind, 'failed');
    return outcome as BenchFailure;
  }

  for (const [fault, signal] of [
    ['abort', 'SIGABRT'],
    ['segfault', 'SIGSEGV'],
  ] as const) {
    it(`${fault} is a native crash by ${signal}`, async () => {
      const { code, phase, message, detail } = failed(await measure(fault));
      assert.deepEqual([code, phase, detail.signal, detail.exitCode], ['native-crash', 'steady', signal, null]);
      assert.equal(message, `The measuring process ended by ${signal} in phase steady.`);
    });
  }

  it('a bug is told with its last lines', async () => {
    const { code, detail } = failed(await measure('bug'));
    assert.deepEqual([code, detail.signal, detail.exitCode], ['native-crash', null, 1]);
    assert.match(String(detail.stderr), /a bug of the measuring process/);
  });

  it('growth past the memory limit is out of memory, although its event loop does not turn', async () => {
    const limit = 400 * 2 ** 20;
    const { code, phase, message, detail } = failed(await measure('grow', { memoryLimit: limit }));
    assert.deepEqual([code, phase, detail.limit], ['out-of-memory', 'steady', limit]);
    assert.ok(Number(detail.resident) > limit);
    assert.match(message, /^The measuring process grew to \d+ MiB in phase steady and may use 400 MiB\.$/);
  });

  it('SIGKILL from somebody else is no lack of memory where the kernel counts none', async () => {
    // The count is the machine's: Linux has it in /proc/vmstat.
    assert.equal(failed(await measure('killed')).code, 'native-crash');
  });

  it('a hang ends at the timeout', async () => {
    const { code, phase, detail } = failed(await measure('hang', { timeout: 1500 }));
    assert.deepEqual([code, phase, detail.limit], ['timeout', 'steady', 1500]);
  });

  it('cancelling ends it and is no failure', async () => {
    const controller = new AbortController();
    const outcome = await bench.measure(
      requestOf(pointOf({}, undefined, 'hang')),
      () => controller.abort(),
      controller.signal,
    );
    assert.deepEqual(outcome, { kind: 'cancelled' });
    assert.deepEqual(await measure('hang', {}, AbortSignal.abort()), { kind: 'cancelled' });
  });

  it('the next point has a process of its own', async () => {
    assert.equal(failed(await measure('segfault')).detail.signal, 'SIGSEGV');
    assert.equal(failed(await measure('abort')).detail.signal, 'SIGABRT');
  });

  it('a point that cannot fit is refused before it is tried', async () => {
    const parameters = { layers: 2, nodes: 8192, input: 8192, output: 1000, batch: 4 };
    const request = requestOf(pointOf({}, parameters, 'hang'), { memoryLimit: 100 * 2 ** 20 });
    const { code, phase, message, detail } = failed(
      await bench.measure(request, assert.fail, new AbortController().signal),
    );
    assert.deepEqual([code, phase, detail.weightBytes], ['out-of-memory', 'plan', request.cost.weightBytes]);
    assert.match(
      message,
      /^The point needs at least \d+ MiB \(weights \d+ MiB, activations \d+ MiB\) and may use 100 MiB\.$/,
    );
  });

  it('a process that does not start is a failure of phase start', async () => {
    await bench.close();
    bench = openBench({ scratch: join(folder, 'scratch'), childPath: join(folder, 'missing.js') });
    const { code, phase, detail } = failed(await measure('abort'));
    assert.deepEqual([code, phase, detail.exitCode], ['native-crash', 'start', 1]);
    assert.match(String(detail.stderr), /Cannot find module/);
    const [ort] = await bench.runtimes();
    assert.match(String(ort?.unavailable), /ended with exit code 1 in phase start/);
  });
});
