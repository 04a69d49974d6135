import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Measured } from '@edgewright/agent/bench/messages.js';
import { type Bench, type BenchOptions, openBench } from '@edgewright/agent/bench/process.js';
import { startSubprocess } from '@edgewright/agent/bench/subprocess.js';
import { version } from '@edgewright/agent/daemon/program.js';
import type { ModelFile } from '@edgewright/agent/runtimes/runtime.js';
import type { Graph } from '@edgewright/core/graph/graph.js';
import { makeInputs } from '@edgewright/core/models/inputs.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { Execution, Parameters, Point } from '@edgewright/schemas/generated/record.js';
import type { MeasureRule } from '@edgewright/schemas/resolved.js';
import { linearModel, weights } from '../../fixtures/external.ts';
import { pointOf, requestOf } from './points.ts';

const counted = fileURLToPath(new URL('./children/counted.ts', import.meta.url));
const parent = fileURLToPath(new URL('./children/parent.ts', import.meta.url));
const never = new AbortController().signal;

describe('measuring with the real runtimes', function () {
  this.timeout(60_000);
  let folder: string;
  let bench: Bench;
  const open = (options: Partial<BenchOptions> = {}): Bench =>
    openBench({ scratch: join(folder, 'scratch'), childPath: counted, ...options });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'edgewright-bench-'));
    process.env.EDGEWRIGHT_TEST_STARTS = join(folder, 'starts');
    bench = open();
  });
  afterEach(async () => {
    await bench.close();
    await rm(folder, { recursive: true });
  });

  async function measured(point: Point, rule: Partial<MeasureRule> = {}): Promise<Measured> {
    const outcome = await bench.measure(requestOf(point, rule), () => undefined, never);
    assert.equal(outcome.kind, 'measured', JSON.stringify(outcome));
    return (outcome as Extract<typeof outcome, { kind: 'measured' }>).result;
  }
  const starts = async (): Promise<number> =>
    (await readFile(join(folder, 'starts'), 'utf8')).trim().split('\n').length;

  for (const [runtime, threads, precision] of [
    ['ort', 1, 'float32'],
    ['ort', 2, 'float32'],
    ['ort', 1, 'float16'],
    ['ort-web', 1, 'float32'],
    ['ort-web', 2, 'float32'],
    ['ort-web', 1, 'float16'],
    ['jit', 1, 'float32'],
    ['jit', 2, 'float32'],
    ['jit', 1, 'float16'],
  ] as const) {
    it(`measures on ${runtime}, ${threads} threads, ${precision}`, async () => {
      const phases: string[] = [];
      const request = requestOf(pointOf({ runtime, threads, precision }));
      const outcome = await bench.measure(request, (phase) => phases.push(phase), never);
      assert.equal(outcome.kind, 'measured', JSON.stringify(outcome));
      const { result } = outcome as Extract<typeof outcome, { kind: 'measured' }>;
      assert.deepEqual([...new Set(phases)], ['generate', 'load', 'first', 'warmup', 'steady']);
      for (const [phase, time] of Object.entries(result.phases)) assert.ok(time > 0, phase);
      assert.ok(result.latencies.length >= 10 && result.latencies.every((latency) => latency > 0));
      assert.equal(result.runtimeVersion, runtime === 'jit' ? version : '1.30.0');
      assert.deepEqual([result.output?.elements, result.output?.finite], [40, true]);
      const { before, loaded, peak } = result.memory;
      assert.ok(before > 2 ** 20 && loaded > 2 ** 20 && peak >= loaded, `${before}, ${loaded}, ${peak}`);
      assert.ok(Date.parse(result.telemetry.end.time) >= Date.parse(result.telemetry.start.time));
    });
  }

  it('finds the same output on all runtimes', async () => {
    const native = await measured(pointOf());
    for (const runtime of ['ort-web', 'jit'] as const) {
      const { output } = await measured(pointOf({ runtime }));
      assert.ok(Math.abs(native.output!.mean! - output!.mean!) < 1e-5 * native.output!.absMax!, runtime);
    }
  });

  it('finds the same output with every number of threads of jit, in one process', async () => {
    // Large enough to be shared.
    const parameters = { layers: 2, nodes: 512, input: 512, output: 10, batch: 16 };
    const outputs = [];
    for (const threads of [1, 2, 3])
      outputs.push((await measured(pointOf({ runtime: 'jit', threads }, parameters))).output);
    assert.deepEqual(outputs, [outputs[0], outputs[0], outputs[0]]);
    assert.equal(await starts(), 1);
  });

  it('times the kernels of jit where the rule asks for it', async () => {
    const { kernels, program } = await measured(pointOf({ runtime: 'jit' }), { profile: true });
    assert.equal(kernels!.length, program!.kernels);
    for (const { kind, algorithms, interpreted, time } of kernels!)
      assert.ok(time > 0 && algorithms.length > 0 && !interpreted, kind);
    assert.deepEqual(
      kernels!.map(({ time }) => time),
      kernels!.map(({ time }) => time).toSorted((a, b) => b - a),
    );
    assert.equal((await measured(pointOf({ runtime: 'jit' }))).kernels, undefined);
    assert.equal((await measured(pointOf(), { profile: true })).kernels, undefined);
  });

  it('uses one process for one runtime, and keeps that of the other', async () => {
    for (const threads of [1, 2, 1]) await measured(pointOf({ threads }));
    assert.equal(await starts(), 1);
    await measured(pointOf({ runtime: 'ort-web' }));
    await measured(pointOf());
    await measured(pointOf({ runtime: 'ort-web' }));
    assert.equal(await starts(), 2);
    // The threads of ort-web are fixed for a process.
    await measured(pointOf({ runtime: 'ort-web', threads: 2 }));
    assert.equal(await starts(), 3);
  });

  it('keeps no more processes than allowed', async () => {
    bench = open({ processes: 1 });
    for (const runtime of ['ort', 'ort-web', 'ort'] as const) await measured(pointOf({ runtime }));
    assert.equal(await starts(), 3);
  });

  it('prepares a process for the next point', async () => {
    bench.prepare('ort', 1);
    await measured(pointOf());
    assert.equal(await starts(), 1);
  });

  it('replaces a process that has grown', async () => {
    bench = open({ growthLimit: Number.NEGATIVE_INFINITY });
    await measured(pointOf());
    await measured(pointOf());
    assert.equal(await starts(), 2);
  });

  it('describes the runtimes', async () => {
    const [ort, web, jit] = await bench.runtimes();
    assert.deepEqual([ort?.name, ort?.version, ort?.unavailable], ['ort', '1.30.0', undefined]);
    assert.ok(ort?.providers?.includes('cpu'));
    assert.deepEqual(web, { name: 'ort-web', version: '1.30.0', providers: ['wasm'] });
    assert.deepEqual([jit?.name, jit?.version, jit?.unavailable], ['jit', version, undefined]);
    assert.match(jit?.providers?.join() ?? '', /^wasm-(relaxed-)?simd$/);
  });

  it('describes the runtimes one after another where it may keep one process', async () => {
    bench = open({ processes: 1 });
    const statuses = await bench.runtimes();
    assert.deepEqual(
      statuses.map(({ name, unavailable }) => [name, unavailable]),
      [
        ['ort', undefined],
        ['ort-web', undefined],
        ['jit', undefined],
      ],
    );
  });

  it('says why a runtime is unavailable', async () => {
    const ortPath = join(folder, 'no-such-runtime');
    bench = open({ ortPath });
    const outcome = await bench.measure(requestOf(pointOf()), () => undefined, never);
    assert.equal(outcome.kind, 'failed');
    const { phase, code, message } = outcome as Extract<typeof outcome, { kind: 'failed' }>;
    assert.deepEqual([phase, code], ['start', 'runtime-unavailable']);
    assert.ok(message.startsWith(`onnxruntime-node cannot be loaded from ${ortPath}: `), message);
  });

  it('takes the folder of a runtime of the user', async () => {
    bench = open({ ortPath: fileURLToPath(new URL('../../../node_modules/onnxruntime-node', import.meta.url)) });
    assert.equal((await measured(pointOf())).runtimeVersion, '1.30.0');
  });

  it('streams large weights through scratch and leaves nothing there', async () => {
    const parameters = { layers: 1, nodes: 4096, input: 5000, output: 10, batch: 1 };
    for (const runtime of ['ort', 'ort-web', 'jit'] as const) {
      const { output } = await measured(pointOf({ runtime }, parameters), { minIterations: 2, maxIterations: 3 });
      assert.deepEqual([output?.elements, output?.finite], [10, true]);
      assert.deepEqual(await readdir(join(folder, 'scratch')), []);
    }
  });

  it('a full disk under scratch is a failure of the point', async () => {
    const scratch = join(folder, 'scratch');
    await mkdir(scratch);
    await symlink('/dev/full', join(scratch, 'weights.bin'));
    const parameters = { layers: 1, nodes: 4096, input: 5000, output: 10, batch: 1 };
    const outcome = await bench.measure(requestOf(pointOf({}, parameters)), () => undefined, never);
    assert.equal(outcome.kind, 'failed', JSON.stringify(outcome));
    const { code, phase, message } = outcome as Extract<typeof outcome, { kind: 'failed' }>;
    assert.deepEqual([code, phase], ['scratch-unusable', 'generate']);
    assert.match(message, /^A model cannot be written to .*scratch: ENOSPC: no space left on device/);
    await measured(pointOf());
  });

  it('a scratch folder that cannot be made is a failure of the point', async () => {
    await writeFile(join(folder, 'scratch'), 'a file');
    const parameters = { layers: 1, nodes: 4096, input: 5000, output: 10, batch: 1 };
    const outcome = await bench.measure(requestOf(pointOf({}, parameters)), () => undefined, never);
    assert.equal(outcome.kind, 'failed', JSON.stringify(outcome));
    const { code, phase } = outcome as Extract<typeof outcome, { kind: 'failed' }>;
    assert.deepEqual([code, phase], ['scratch-unusable', 'generate']);
  });

  it('a model that grows past the limit while it is loaded is out of memory', async () => {
    // 190 MiB of weights: the plan lets them pass, beside the process itself they are too much.
    const parameters = { layers: 1, nodes: 4096, input: 12_000, output: 10, batch: 1 };
    const request = requestOf(pointOf({}, parameters), { memoryLimit: 260 * 2 ** 20 });
    const outcome = await bench.measure(request, () => undefined, never);
    assert.equal(outcome.kind, 'failed', JSON.stringify(outcome));
    const { code, phase, message } = outcome as Extract<typeof outcome, { kind: 'failed' }>;
    assert.equal(code, 'out-of-memory');
    assert.ok(phase !== 'plan' && phase !== 'start', message);
    await measured(pointOf());
  });

  for (const scenario of [
    { kind: 'offline', concurrency: 3 },
    { kind: 'fixed-rate', rate: 1000 },
    { kind: 'idle-gap', gap: 2 },
  ] satisfies Execution['scenario'][]) {
    it(`measures ${scenario.kind}`, async () => {
      assert.ok((await measured(pointOf({ scenario }))).latencies.length >= 10);
    });
  }

  it('measures offline on ort-web', async () => {
    const scenario = { kind: 'offline', concurrency: 2 } as const;
    assert.ok((await measured(pointOf({ runtime: 'ort-web', scenario }))).latencies.length >= 10);
  });

  it('goes on when the terminal interrupts the whole group', async () => {
    const subprocess = startSubprocess(counted, {
      runtime: 'ort',
      threads: 1,
      ortPath: null,
      ortProviders: null,
      data: null,
    });
    await subprocess.ready;
    const { point, rule, items } = requestOf(pointOf());
    const request = { kind: 'measure', slot: 0, point, items, rule, file: undefined, scratch: folder } as const;
    const answer = await subprocess.exchange(request, () => process.kill(subprocess.pid!, 'SIGINT'));
    assert.equal(answer.kind, 'measured');
    subprocess.kill();
    assert.equal((await subprocess.death).signal, 'SIGKILL');
  });

  it('closing cancels what is measured', async () => {
    const endless = { halfWidth: 1e-9, maxTime: 1e9, maxIterations: 1e9 };
    const outcome = await bench.measure(
      requestOf(pointOf(), endless),
      (phase) => phase === 'steady' && void bench.close(),
      never,
    );
    assert.deepEqual(outcome, { kind: 'cancelled' });
  });

  it('stops at the timeout and goes on with the next point', async () => {
    const endless = { halfWidth: 1e-9, maxTime: 1e9, maxIterations: 1e9, timeout: 2000 };
    const outcome = await bench.measure(requestOf(pointOf(), endless), () => undefined, never);
    assert.equal(outcome.kind, 'failed');
    const { code, phase } = outcome as Extract<typeof outcome, { kind: 'failed' }>;
    assert.deepEqual([code, phase], ['timeout', 'steady']);
    await measured(pointOf());
  });

  it('cancels in the steady phase', async () => {
    const controller = new AbortController();
    const endless = { halfWidth: 1e-9, maxTime: 1e9, maxIterations: 1e9 };
    const outcome = await bench.measure(
      requestOf(pointOf(), endless),
      (phase, iterations) => phase === 'steady' && iterations > 0 && controller.abort(),
      controller.signal,
    );
    assert.deepEqual(outcome, { kind: 'cancelled' });
  });

  it('measures ceilings, each the best of its samples', async () => {
    for (const runtime of ['ort', 'ort-web', 'jit'] as const) {
      const outcome = await bench.ceiling({ runtime, threads: 1, precision: 'float32' }, never);
      assert.equal(outcome.kind, 'measured');
      const { flops, bandwidth } = outcome as Extract<typeof outcome, { kind: 'measured' }>;
      assert.equal(bandwidth.sizes[0], 256 * 256 * 4);
      for (const ceiling of [flops, bandwidth]) {
        assert.equal(ceiling.value, Math.max(...ceiling.samples));
        assert.equal(ceiling.sizes.length, ceiling.samples.length);
        assert.deepEqual(
          ceiling.sizes,
          ceiling.sizes.toSorted((a, b) => a - b),
        );
        assert.ok(ceiling.value > 1e6 && ceiling.method.includes('n = '));
      }
    }
  });

  /** x [2, 3], float32, through nodes to y of `shape`. */
  async function onnxPoint(
    nodes: Graph['nodes'],
    runtime: Execution['runtime'] = 'ort',
    shape = [2, 3],
  ): Promise<[Point, ModelFile]> {
    const path = join(folder, 'model.onnx');
    const graph: Graph = {
      name: 'user',
      opset: 17,
      inputs: [{ name: 'x', type: { type: 'float32', shape: [2, 3] }, below: undefined }],
      outputs: [{ name: 'y', type: { type: 'float32', shape } }],
      nodes,
      constants: [],
      values: new Map(),
    };
    await writeFile(path, encodeModel(graph));
    return [ownPoint(runtime), { path, external: new Map() }];
  }

  function ownPoint(runtime: Execution['runtime'], parameters: Parameters = {}): Point {
    return { ...pointOf({ runtime }), model: { name: 'user', family: 'onnx', parameters, artifact: 'a' } };
  }

  it("measures the user's own file", async () => {
    for (const runtime of ['ort', 'ort-web', 'jit'] as const) {
      const relu = { name: 'relu', op: 'Relu', inputs: ['x'], outputs: ['y'], attributes: {} };
      const [point, file] = await onnxPoint([relu], runtime);
      const outcome = await bench.measure({ ...requestOf(pointOf()), point, file }, () => undefined, never);
      assert.equal(outcome.kind, 'measured', JSON.stringify(outcome));
      assert.equal((outcome as Extract<typeof outcome, { kind: 'measured' }>).result.output?.elements, 6);
    }
  });

  it('takes weights from other files, whatever they are called here', async () => {
    const [path, w, b] = ['model', 'one', 'two'].map((name) => join(folder, name)) as [string, string, string];
    await writeFile(path, linearModel({ w: 'w.bin', b: './parts/b.bin' }));
    await writeFile(w, weights.w);
    await writeFile(b, weights.b);
    const file = {
      path,
      external: new Map([
        ['w.bin', w],
        ['./parts/b.bin', b],
      ]),
    };
    const x = makeInputs([{ name: 'x', type: { type: 'float32', shape: [1, 2] }, below: undefined }], 1).get('x')!;
    const [first, second] = x.data as Float32Array;
    const mean = (3 * first! + 7 * second! + 300) / 2;
    for (const runtime of ['ort', 'ort-web', 'jit'] as const) {
      const request = { ...requestOf(pointOf(), { profile: true }), point: ownPoint(runtime), file };
      const outcome = await bench.measure(request, () => undefined, never);
      assert.equal(outcome.kind, 'measured', JSON.stringify(outcome));
      const { output } = (outcome as Extract<typeof outcome, { kind: 'measured' }>).result;
      assert.ok(Math.abs(output!.mean! - mean) < 1e-3, `${runtime}: ${output?.mean}, expected ${mean}`);
    }
  });

  it('a model that the runtime refuses is a failure with its words', async () => {
    const unknown = { name: 'odd', op: 'NoSuchOperator', inputs: ['x'], outputs: ['y'], attributes: {} };
    const [point, file] = await onnxPoint([unknown]);
    const outcome = await bench.measure({ ...requestOf(pointOf()), point, file }, () => undefined, never);
    assert.equal(outcome.kind, 'failed');
    const { code, phase, message } = outcome as Extract<typeof outcome, { kind: 'failed' }>;
    assert.deepEqual([code, phase], ['runtime-refused', 'load']);
    assert.match(message, /^The runtime failed as it loaded the model: .*NoSuchOperator/s);
  });

  it('a model with a node that jit does not execute is a failure that names it', async () => {
    const unknown = { name: 'odd', op: 'NoSuchOperator', inputs: ['x'], outputs: ['y'], attributes: {} };
    const [point, file] = await onnxPoint([unknown], 'jit');
    const outcome = await bench.measure({ ...requestOf(pointOf()), point, file }, () => undefined, never);
    assert.equal(outcome.kind, 'failed');
    const { code, phase, message } = outcome as Extract<typeof outcome, { kind: 'failed' }>;
    assert.deepEqual([code, phase], ['runtime-refused', 'load']);
    assert.match(
      message,
      /^jit does not execute nodes of the model, and ort refuses them \(.+\): NoSuchOperator "odd" \(.+\)\.$/,
    );
  });

  it('what is ablated from jit is left out of its program, whose figures are measured with it', async () => {
    const whole = await measured(pointOf({ runtime: 'jit' }));
    const without = await measured(pointOf({ runtime: 'jit', ablation: 'without-fuse' }));
    const [all, less] = [whole.program, without.program];
    assert.ok(all !== undefined && less !== undefined && all.lowered === less.lowered);
    assert.ok(less.kernels > all.kernels && less.movedBytes > all.movedBytes);
    assert.equal((await measured(pointOf({ runtime: 'ort' }))).program, undefined);
  });

  it('jit takes the sizes of open dimensions from the point', async () => {
    const path = fileURLToPath(new URL('../../../samples/models/tiny-classifier.onnx', import.meta.url));
    const means: number[] = [];
    for (const runtime of ['ort', 'jit'] as const) {
      const request = {
        ...requestOf(pointOf()),
        point: ownPoint(runtime, { N: 3 }),
        file: { path, external: new Map() },
      };
      const outcome = await bench.measure(request, () => undefined, never);
      assert.equal(outcome.kind, 'measured', JSON.stringify(outcome));
      means.push((outcome as Extract<typeof outcome, { kind: 'measured' }>).result.output!.mean!);
    }
    assert.ok(Math.abs(means[0]! - means[1]!) < 1e-5, means.join());
  });

  it('a model that fails in its first inference is a failure of that phase', async () => {
    // Rows past the end of x, which only a run can tell: 0 and its like, plus the size of x.
    const nodes: Graph['nodes'] = [
      { name: 'cast', op: 'Cast', inputs: ['x'], outputs: ['zero'], attributes: { to: { kind: 'int', value: 7 } } },
      { name: 'size', op: 'Size', inputs: ['x'], outputs: ['n'], attributes: {} },
      { name: 'add', op: 'Add', inputs: ['zero', 'n'], outputs: ['rows'], attributes: {} },
      { name: 'gather', op: 'Gather', inputs: ['x', 'rows'], outputs: ['y'], attributes: {} },
    ];
    const [point, file] = await onnxPoint(nodes, 'ort', [2, 3, 3]);
    const outcome = await bench.measure({ ...requestOf(pointOf()), point, file }, () => undefined, never);
    assert.equal(outcome.kind, 'failed', JSON.stringify(outcome));
    const { code, phase, message } = outcome as Extract<typeof outcome, { kind: 'failed' }>;
    assert.deepEqual([code, phase], ['runtime-refused', 'first'], message);
  });

  it('a measuring process ends with its parent, however that ends', async () => {
    const killed = spawn(process.execPath, [...process.execArgv, parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(killed.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString().split('\n')[0]);
    assert.ok(existsSync(`/proc/${pid}`));
    killed.kill('SIGKILL');
    for (let waited = 0; existsSync(`/proc/${pid}`) && waited < 200; waited++) await setTimeout(25);
    assert.ok(!existsSync(`/proc/${pid}`));
  });
});
