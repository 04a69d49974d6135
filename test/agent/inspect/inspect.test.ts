// What an inspection finds, with the real onnxruntime: in this process, so that a difference can be put in.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectModel } from '@edgewright/agent/inspect/inspect.js';
import type { InspectProgress, InspectTask } from '@edgewright/agent/inspect/messages.js';
import { openReference, type Reference } from '@edgewright/agent/inspect/reference.js';
import { openSubject } from '@edgewright/agent/inspect/subject.js';
import { compareValues } from '@edgewright/agent/inspect/values.js';
import type { Graph } from '@edgewright/core/graph/graph.js';
import type { Program } from '@edgewright/core/graph/program/program.js';
import { webAssembly } from '@edgewright/core/graph/wasm/engine.js';
import { families } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { InspectedDiff } from '@edgewright/schemas/inspection.js';
import { linearModel, weights } from '../../fixtures/external.ts';
import { temporaryFolder } from '../../workbench/folder.ts';
import { graphOf } from '../../workbench/graph/folders.ts';
import { chainGraph, maskedGraph, oddGraph, taskOf, writeModel } from './models.ts';

const tolerance = { relative: 1e-3, absolute: 1e-5 };

describe('an inspection', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();
  const inspect = (model: Graph | Uint8Array, more: Partial<InspectTask> = {}, progress: InspectProgress[] = []) => {
    const task = taskOf(writeModel(folder(), model), folder(), more);
    return inspectModel(webAssembly, task, (step) => progress.push(step));
  };

  it('names nodes and kernels without running anything', async () => {
    const { nodes, kernels, values, profile, diff } = await inspect(chainGraph());
    assert.deepEqual(
      nodes.map(({ index, op, outputs }) => [index, op, ...outputs]),
      [
        [0, 'MatMul', 'product'],
        [1, 'Add', 'sum'],
        [2, 'Relu', 'positive'],
        [3, 'Softmax', 'y'],
      ],
    );
    assert.deepEqual([kernels[0]!.kind, kernels[0]!.nodes], ['matmul', [0, 1, 2]]);
    assert.ok(kernels.every(({ runtime }) => runtime === 'wasm'));
    assert.ok(kernels.every(({ algorithms, time }) => algorithms.length > 0 && time === undefined));
    assert.deepEqual([values, profile, diff], [[], undefined, undefined]);
  });

  it('times every kernel and every node, and tells how far it is', async () => {
    const progress: InspectProgress[] = [];
    const { nodes, kernels, profile } = await inspect(chainGraph(), { want: ['profile'], repeats: 4 }, progress);
    assert.ok(kernels.every(({ time }) => time !== undefined && time > 0 && time < 1000));
    assert.ok(nodes.every(({ time }) => time !== undefined && time >= 0 && time < 1000));
    const { jit, reference, nodes: without } = profile!;
    assert.ok('latency' in jit && jit.latency > 0);
    assert.equal(jit.repeats, 4);
    assert.ok('latency' in reference && reference.latency > 0);
    assert.deepEqual([reference.runtime, reference.version, without], ['ort', '1.30.0', null]);
    assert.deepEqual([...new Set(progress.map(({ phase }) => phase))], ['compile', 'profile']);
    assert.equal(progress.filter(({ phase, done }) => phase === 'profile' && done === 8).length > 0, true);
  });

  // With predictions it is tested as the command line shows it: what they rest on takes half a minute to measure.
  it('has the plan', async () => {
    const { plan, profile } = await inspect(chainGraph(), { want: ['plan'] });
    assert.deepEqual(plan, {
      parts: [{ runtime: 'jit', from: 0, to: 4, reason: 'compiled' }],
      alternatives: plan && 'parts' in plan && plan.alternatives,
    });
    assert.equal(profile, undefined);
    const odd = await inspect(oddGraph(), { want: ['plan'] });
    assert.ok(odd.plan !== undefined && 'parts' in odd.plan);
    assert.deepEqual(
      odd.plan.parts.map(({ runtime, from, to }) => [runtime, from, to]),
      [
        ['jit', 0, 1],
        ['ort', 1, 2],
        ['jit', 2, 4],
      ],
    );
    assert.match(odd.plan.parts[1]!.reason, /^not compiled: Det/);
  });

  it('compares every value, those that are fused away too', async () => {
    const { values, diff } = await inspect(chainGraph(), { want: ['diff'] });
    assert.deepEqual(
      values.map(({ name, node, from, isOutput, beyond, type }) => [name, node, from, isOutput, beyond, type]),
      [
        ['product', 0, 'unfused', false, 0, 'float32[4,4]'],
        ['sum', 1, 'unfused', false, 0, 'float32[4,4]'],
        ['positive', 2, 'program', false, 0, 'float32[4,4]'],
        ['y', 3, 'program', true, 0, 'float32[4,4]'],
      ],
    );
    assert.deepEqual(diff, {
      reference: { runtime: 'ort', version: '1.30.0' },
      tolerance,
      seed: 1,
      firstDiffering: null,
      left: 0,
    });
  });

  it('compares nothing that nobody reads', async () => {
    const { values, diff } = await inspect(maskedGraph(), { want: ['diff'] });
    assert.deepEqual(
      values.map(({ name }) => name),
      ['kept', 'y'],
    );
    assert.equal((diff as InspectedDiff).left, 0);
  });

  for (const [name, graph] of [
    [
      'cnn',
      families.cnn.build(
        { block: 'residual', blocks: [1], filters: 4, image: 8, channels: 3, output: 4, batch: 1 } as never,
        'float32',
        1,
      ),
    ],
    ['float16', families.fc.build({ layers: 3, nodes: 8, input: 8, output: 4, batch: 2 } as never, 'float16', 1)],
  ] as const) {
    it(`finds nothing beyond the tolerance in ${name}`, async () => {
      const { values, diff, nodes } = await inspect(graph, { want: ['diff'] });
      assert.equal((diff as InspectedDiff).firstDiffering, null);
      assert.ok(values.length >= nodes.length - 1);
    });
  }

  it('says what jit leaves out, and compares what does not hang on it', async () => {
    const { values, nodes, kernels, diff, profile } = await inspect(oddGraph(), { want: ['profile', 'diff'] });
    assert.deepEqual(
      values.map(({ name, from }) => [name, from]),
      [
        ['r', 'unfused'],
        ['z', 'unfused'],
      ],
    );
    assert.equal((diff as InspectedDiff).left, 2);
    assert.equal(nodes[1]!.placed, 'it has no rule yet');
    assert.ok(kernels.some(({ runtime, kind }) => runtime === 'external' && kind === 'external'));
    // The node goes to onnxruntime, and the whole has a time; kernels of what is not whole have none.
    assert.ok('latency' in profile!.jit && 'latency' in profile!.reference);
    assert.ok(kernels.every(({ time }) => time === undefined));
  });

  it('says what onnxruntime refuses, beside what jit does', async () => {
    const model = decodeModel(encodeModel(chainGraph()));
    const future = encodeMessage('Model', { ...model, opsetImport: [{ domain: '', version: 99 }] });
    const { diff, profile, kernels } = await inspect(future, { want: ['profile', 'diff'] });
    assert.ok('unavailable' in diff! && /failed as it loaded the model/.test(diff.unavailable));
    assert.ok('unavailable' in profile!.reference);
    assert.ok('latency' in profile!.jit && kernels.length > 0);
  });

  it('takes the WebAssembly build where there is no native one, without times of nodes', async () => {
    const { diff, profile, values } = await inspect(chainGraph(), { want: ['profile', 'diff'], ortPath: '/none' });
    assert.deepEqual([values.length, (diff as InspectedDiff).reference.runtime], [4, 'ort-web']);
    assert.equal((diff as InspectedDiff).firstDiffering, null);
    assert.ok('latency' in profile!.reference && /writes no profile/.test(profile!.nodes!.unavailable));
  });

  it('says so where there is no onnxruntime at all', async () => {
    const reference = await openReference(null, async (name) => {
      throw new CodedError('runtime-unavailable', `${name} is not here.`, `Install ${name}.`);
    });
    assert.deepEqual(reference, { unavailable: 'ort is not here. ort-web is not here.', fix: 'Install ort.' });
  });

  it('says so where the engine has no WebAssembly', async () => {
    const task = taskOf(writeModel(folder(), chainGraph()), folder(), { want: ['profile', 'diff'] });
    const { diff, profile, kernels } = await inspectModel(undefined, task, () => undefined);
    assert.ok('unavailable' in diff! && 'unavailable' in profile!.jit);
    assert.ok('latency' in profile!.reference && kernels.length > 0);
  });

  it('takes inputs that are given, and makes the others from the seed', async () => {
    const one = { type: 'float32', shape: [1] } as const;
    const graph = graphOf({ x: one, z: one }, { y: one }, [{ op: 'Mul', inputs: ['x', 'z'], outputs: ['y'] }]);
    const file = writeModel(folder(), graph);
    const given = (name: string, ...values: number[]) => {
      const rawData = new Uint8Array(Float32Array.from(values).buffer);
      const initializer = [{ name, dims: [values.length], dataType: 1, rawData }];
      return writeModel(folder(), encodeMessage('Model', { graph: { initializer } }), 'inputs.onnx');
    };
    const { inputs } = await openSubject(taskOf(file, '', { inputs: given('z', 42), seed: 7 }));
    assert.deepEqual(inputs.get('z')!.data, Float32Array.of(42));
    assert.deepEqual(inputs.get('x'), (await openSubject(taskOf(file, '', { seed: 7 }))).inputs.get('x'));
    for (const [name, values] of [
      ['w', [1]],
      ['z', [1, 2]],
    ] as const) {
      await assert.rejects(
        openSubject(taskOf(file, '', { inputs: given(name, ...values) })),
        (error) => error instanceof CodedError && error.code === 'onnx-input',
      );
    }
  });

  it('takes weights from other files, in all that it looks at', async () => {
    const files = { 'w.bin': weights.w, 'parts/b.bin': weights.b };
    const paths = Object.entries(files).map(([name, data], at): [string, string] => {
      const path = join(folder(), `artifact${at}`);
      writeFileSync(path, data);
      return [name, path];
    });
    const model = linearModel({ w: 'w.bin', b: './parts/b.bin' });
    const want = ['profile', 'plan', 'diff'] as const;
    const { kernels, nodes, profile, plan, diff, values } = await inspect(model, {
      weights: Object.fromEntries(paths),
      want,
    });
    assert.ok(kernels.every(({ time }) => time !== undefined));
    assert.ok(nodes.every(({ time }) => time !== undefined));
    assert.ok(profile !== undefined && 'latency' in profile.jit && 'latency' in profile.reference);
    assert.deepEqual([plan !== undefined && 'parts' in plan, diff !== undefined && 'left' in diff], [true, true]);
    assert.deepEqual(
      values.map(({ name, of, beyond }) => [name, of, beyond]),
      [
        ['m', 2, 0],
        ['y', 2, 0],
      ],
    );
  });

  const refusals: readonly (readonly [string, () => Graph | Uint8Array, string])[] = [
    ['bytes that are no model', () => Uint8Array.of(1, 2, 3), 'onnx-malformed'],
    ['a file that is cut', () => encodeModel(chainGraph()).slice(0, -30), 'onnx-malformed'],
    ['tensors of petabytes', () => claimGraph(), 'graph-too-large'],
    ['weights that lie anywhere', () => besideBytes(), 'model-file'],
    ['weights that did not come with it', () => linearModel({ w: 'w.bin', b: 'b.bin' }), 'model-file'],
    ['a value that nothing makes', () => ({ ...chainGraph(), constants: [] }), 'graph-invalid'],
  ];
  for (const [what, model, code] of refusals) {
    it(`refuses ${what}`, async () => {
      await assert.rejects(inspect(model()), (error) => error instanceof CodedError && error.code === code);
    });
  }

  it('refuses a dimension without a size', async () => {
    const model = decodeModel(encodeModel(chainGraph()));
    const [input] = model.graph!.input!;
    const shape = { dim: [{ dimParam: 'batch' }, { dimValue: 4 }] };
    const open = encodeMessage('Model', {
      ...model,
      graph: { ...model.graph, input: [{ ...input, type: { tensorType: { elemType: 1, shape } } }] },
    });
    await assert.rejects(inspect(open), (error) => error instanceof CodedError && error.code === 'dimension-unbound');
    const { values } = await inspect(open, { sizes: { batch: 3 }, want: ['diff'] });
    assert.equal(values[0]!.type, 'float32[3,4]');
  });
});

/** Expands a number to 2^50 elements. */
function claimGraph(): Graph {
  const graph = chainGraph();
  const shape = {
    name: 'big',
    type: { type: 'int64', shape: [2] },
    content: { kind: 'values', values: [2 ** 25, 2 ** 25] },
  };
  return {
    ...graph,
    nodes: [{ name: 'e', op: 'Expand', inputs: ['one', 'big'], outputs: ['y'], attributes: {} }],
    constants: [...graph.constants, { ...shape, counts: 'shape' } as Graph['constants'][number]],
  };
}

function besideBytes(): Uint8Array {
  const model = decodeModel(encodeModel(chainGraph()));
  const initializer = model.graph!.initializer!.map(({ rawData: _, ...tensor }) => ({
    ...tensor,
    dataLocation: 1,
    externalData: [{ key: 'location', value: '../../etc/passwd' }],
  }));
  return encodeMessage('Model', { ...model, graph: { ...model.graph, initializer } });
}

describe('a comparison of values', function () {
  this.timeout(60_000);
  const folder = temporaryFolder();

  async function compared(graph: Graph, change: (program: Program) => Program, reference = graph, sliceBytes?: number) {
    const own = await openSubject(taskOf(writeModel(folder(), graph), folder()));
    const subject = { ...own, bytes: encodeModel(reference) };
    const program = change(own.compiled.program!);
    const ort = (await openReference(null)) as Reference;
    const slices: number[] = [];
    const { values } = await compareValues(webAssembly!, subject, { program, choices: new Map() }, ort, {
      tolerance,
      onDone: (done) => slices.push(done),
      ...(sliceBytes !== undefined && { sliceBytes }),
    });
    return { wrong: values.filter(({ beyond }) => beyond > 0).map(({ name }) => name), values, slices };
  }

  it('finds a pass that is wrong at the value that it spoils, and what follows', async () => {
    const spoil = (program: Program): Program => ({
      ...program,
      // As if the fusion had left the epilogue away.
      kernels: program.kernels.map((kernel) =>
        kernel.kind === 'matmul' ? { ...kernel, epilogue: { operands: [], body: [] } } : kernel,
      ),
    });
    const { wrong } = await compared(chainGraph(), spoil);
    assert.deepEqual(wrong, ['positive', 'y']);
  });

  it('finds weights that are others', async () => {
    const { wrong } = await compared(chainGraph(), (program) => program, chainGraph(1.1));
    assert.deepEqual(wrong, ['product', 'sum', 'positive', 'y']);
  });

  it('goes through slices and finds the same', async () => {
    const whole = await compared(chainGraph(), (program) => program);
    const sliced = await compared(chainGraph(), (program) => program, chainGraph(), 100);
    assert.deepEqual(sliced.slices, [0, 1, 2, 3]);
    assert.deepEqual(whole.slices, [0]);
    assert.deepEqual(sliced.values, whole.values);
  });
});
