// A model stage by stage: what each node is called, what it hangs on, and where it comes from.
import assert from 'node:assert/strict';
import { lowerGraph } from '@edgewright/core/graph/lower/lower.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import type { KernelRun } from '@edgewright/core/graph/wasm/backend/runs.js';
import { families } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import type { OnnxModel } from '@edgewright/core/onnx/messages.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { programStage } from 'edgewright/graph/program.js';
import { sizesOf, studyModel } from 'edgewright/graph/study.js';
import type { Stage, StageName, StageNode } from 'edgewright/protocol.js';

const options = { sizes: {}, external: () => undefined, target: { relaxed: false, shared: false } };

function modelOf(text: string): OnnxModel {
  const graph = parseGraph(text);
  // The types of its outputs are not looked at: shapes are inferred.
  const outputs = graph.outputs.map(({ name }) => ({ name, type: graph.inputs[0]!.type }));
  const model = decodeModel(encodeModel({ ...graph, outputs }));
  return { ...model, graph: { ...model.graph, output: outputs.map(({ name }) => ({ name })) } } as OnnxModel;
}

function stagesOf(model: OnnxModel, sizes: Readonly<Record<string, number>> = {}): ReadonlyMap<StageName, Stage> {
  return new Map([...studyModel(model, { ...options, sizes })].map((stage) => [stage.name, stage]));
}

function drawn({ nodes }: Stage): string[] {
  return nodes.map(
    ({ depth, op, name, output, sources }) =>
      `${'  '.repeat(depth)}${op} ${name} ${output} <- ${sources.map((at) => nodes[at]?.name).join(', ')}`,
  );
}

function named({ nodes }: Stage, name: string): StageNode {
  const found = nodes.find((node) => node.name === name);
  assert.ok(found, name);
  return found;
}

function factsOf({ facts }: StageNode, title: string): readonly (readonly [string, string])[] {
  return facts.find((group) => group.title.startsWith(title))?.entries ?? [];
}

const block = `graph "block" opset 17
input x: float32[1,2,4,4]
constant w: float32[2,2,3,3] = random 7 0.125 0 parameter
y = Conv(x, w) {pads: ints [1 1 1 1]} "conv"
z = Relu(y) "relu"
t = Transpose(z) {perm: ints [0 2 3 1]} "turn"
s = Add(t, t) "sum"
output s
`;

describe('the study of a model', () => {
  it('has the nodes of the file, what makes their inputs, types and attributes', () => {
    const original = stagesOf(modelOf(block)).get('original')!;
    assert.deepEqual(drawn(original), [
      'Input x float32[1,2,4,4] <- ',
      'Conv conv float32[1,2,4,4] <- x',
      'Relu relu float32[1,2,4,4] <- conv',
      'Transpose turn float32[1,4,4,2] <- relu',
      'Add sum float32[1,4,4,2] <- turn',
      'Output s float32[1,4,4,2] <- sum',
    ]);
    const conv = named(original, 'conv');
    assert.deepEqual([conv.macs, conv.bytes, conv.from], [2 * 16 * 2 * 9, 4 * 32, [0]]);
    assert.deepEqual(factsOf(conv, 'Inputs')[1], ['w', 'float32[2,2,3,3], constant']);
    assert.deepEqual(factsOf(conv, 'Attributes'), [['pads', '1, 1, 1, 1']]);
  });

  it('has the kernels of every node, and of the merged program what the passes leave of them', () => {
    const stages = stagesOf(modelOf(block));
    const decomposed = stages.get('decomposed')!;
    assert.deepEqual(
      decomposed.nodes.map(({ op, from }) => `${op} ${from}`),
      ['Input ', 'conv 0', 'elementwise 1', 'raster 2', 'elementwise 3', 'Output '],
    );
    const raster = decomposed.nodes[3]!;
    assert.deepEqual(factsOf(raster, 'Regions').length, 1);
    assert.deepEqual(factsOf(decomposed.nodes[2]!, 'Scalar functions').length > 0, true);
    const merged = stages.get('merged')!;
    assert.deepEqual(
      merged.nodes.map(({ op, from }) => `${op} ${from}`),
      ['Input ', 'conv 0,1', 'elementwise 2,3', 'Output '],
    );
    assert.equal(merged.nodes[1]?.name, 'conv +1');
    assert.deepEqual([merged.totals.nodes, merged.totals.regions], [2, 0]);
  });

  it('says of the planned program by what algorithm each kernel runs', () => {
    const planned = stagesOf(modelOf(block)).get('planned')!;
    for (const { kind, run } of planned.nodes) {
      if (kind !== 'node') continue;
      assert.equal(run?.by, 'wasm');
      assert.ok(run?.algorithms.length);
      assert.equal(run?.reason, null);
    }
  });

  it('says of each kernel how it runs, and why so', () => {
    const { program } = lowerGraph(parseGraph(block));
    const runs = program!.kernels.map(({ kind }): KernelRun => {
      const isMoved = kind === 'raster';
      return { by: isMoved ? 'host' : 'wasm', algorithms: [], reason: isMoved ? 'no code moves it' : null };
    });
    const { nodes } = programStage('planned', program!, { names: [], reasons: new Map(), runs });
    assert.deepEqual(
      nodes.map(({ run }) => run?.reason ?? run?.by),
      [undefined, 'wasm', 'wasm', 'no code moves it', 'wasm', undefined],
    );
  });

  it('has what is inside loops below the loop, in each stage', () => {
    const parameters = { cell: 'lstm', layers: 1, embed: 8, length: 3, vocab: 10, batch: 1 };
    const { merged, original } = Object.fromEntries(
      stagesOf(decodeModel(encodeModel(families.rnn.build(parameters, 'float32', 1)))),
    ) as Record<StageName, Stage>;
    const loop = merged.nodes.findIndex(({ op }) => op === 'loop');
    const inner = merged.nodes.filter(({ depth }) => depth === 1);
    assert.ok(inner.length > 0);
    assert.ok(inner.every(({ index }) => index === merged.nodes[loop]?.index));
    assert.ok(inner.some(({ sources }) => sources.includes(loop)));
    assert.ok(original.nodes.every(({ depth }) => depth === 0));
    assert.equal(merged.totals.nodes, merged.nodes.filter(({ kind }) => kind === 'node').length);
  });

  it('has the graphs of branches below their node, with what they read of the graph around', () => {
    const text = `graph "branch" opset 17
input c: bool[]
input x: float32[2]
y = If(c) {else_branch: graph; then_branch: graph} "if"
  graph "no"
  n = Neg(x) "neg"
  output n
  end
  graph "yes"
  p = Abs(x) "abs"
  output p
  end
output y
`;
    const original = stagesOf(modelOf(text)).get('original')!;
    const iff = named(original, 'if');
    assert.deepEqual(
      iff.sources.map((at) => original.nodes[at]?.name),
      ['c', 'x'],
    );
    assert.deepEqual(
      original.nodes.filter(({ depth }) => depth === 1).map(({ name }) => name),
      ['neg', 'abs'],
    );
  });

  it('takes sizes of open dimensions, 1 where none is given', () => {
    const model = modelOf(block);
    const dim = [{ dimParam: 'batch' }, { dimValue: 2 }, { dimValue: 4 }, { dimValue: 4 }];
    const input = [{ name: 'x', type: { tensorType: { elemType: 1, shape: { dim } } } }];
    const open = { ...model, graph: { ...model.graph, input } } as OnnxModel;
    assert.deepEqual(sizesOf(open, {}), [{ name: 'batch', size: 1, inputs: ['x'] }]);
    assert.deepEqual(sizesOf(open, { batch: 5, other: 3 }), [{ name: 'batch', size: 5, inputs: ['x'] }]);
    assert.equal(named(stagesOf(open, { batch: 5 }).get('planned')!, 's').output, 'float32[5,4,4,2]');
  });

  it('says why another runtime has to execute a node whose types are known', () => {
    const graph = parseGraph('graph "r" opset 17\ninput x: float32[6]\ny = Bernoulli(x) "draw"\noutput y\n');
    const outputs = [{ name: 'y', type: graph.inputs[0]!.type }];
    const stages = stagesOf(decodeModel(encodeModel({ ...graph, outputs })));
    for (const name of stages.keys()) {
      const { run, op } = named(stages.get(name)!, 'draw');
      assert.deepEqual([op, run?.by, run?.reason], ['Bernoulli', 'external', 'it draws random numbers'], name);
    }
    assert.deepEqual(stages.get('planned')?.totals.left, 1);
  });

  it('shows the nodes of a model that is not lowered, with reasons, and then says that it goes no further', () => {
    const text = 'graph "n" opset 17\ninput x: float32[6]\ny = NonZero(x) "where"\nz = Neg(y) "neg"\noutput z\n';
    const stages: Stage[] = [];
    assert.throws(
      () => {
        for (const stage of studyModel(modelOf(text), options)) stages.push(stage);
      },
      (error) =>
        error instanceof CodedError && error.code === 'runtime-refused' && /NonZero "where"/.test(error.message),
    );
    const last = stages.at(-1)!;
    assert.equal(last.name, 'original');
    assert.equal(named(last, 'where').run?.by, 'external');
    assert.equal(last.totals.left, 2);
  });
});
