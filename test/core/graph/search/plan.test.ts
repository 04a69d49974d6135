import assert from 'node:assert/strict';
import { compileGraph } from '@edgewright/core/graph/compile.js';
import type { Kernel } from '@edgewright/core/graph/program/kernel.js';
import type { Calibration, Rates } from '@edgewright/core/graph/search/calibration.js';
import { cutGraph } from '@edgewright/core/graph/search/cut.js';
import { planKernels } from '@edgewright/core/graph/search/kernels.js';
import { isPlan, type Plan, planModel } from '@edgewright/core/graph/search/plan.js';
import { calibrationGraphs } from '@edgewright/core/graph/search/samples.js';
import { plainCandidate, workOf } from '@edgewright/core/graph/search/work.js';
import { parseGraph } from '@edgewright/core/graph/text.js';
import { candidatesOf } from '@edgewright/core/graph/wasm/backend/candidates.js';

/** Rates in ns a multiplication, by group; of every group `otherwise`. */
function ratesOf(groups: Readonly<Record<string, number>>, inference = 1000): Rates {
  const entries = Object.entries(groups).map(([group, macs]) => [group, { rates: { macs }, measured: [] }] as const);
  return { inference, groups: Object.fromEntries(entries) };
}

const lines = [
  'graph "g" opset 17',
  'input x: float32[1,32,28,28]',
  'constant w: float32[32,32,3,3] = random 1 0.5 0 parameter',
  'constant v: float32[64,32,1,1] = random 2 0.5 0 parameter',
  'a = Conv(x, w) {pads: ints [1 1 1 1]}',
  'b = Relu(a)',
  'y = Conv(b, v)',
  'output y',
].join('\n');
const compiled = compileGraph(parseGraph(`${lines}\n`));

describe('the search', () => {
  it('takes the fewest weights where nothing is known to be faster', () => {
    const macs = { direct: 28 * 28 * 32 * 32 * 9, six: 5 * 5 * 64 * 32 * 32 };
    // The time of F(6, 3) over that of the direct convolution.
    const chosen = (share: number) => {
      const six = { 'winograd 6': share / macs.six, 'winograd 2': 1, 'winograd 4': 1 };
      const rates = ratesOf({ direct: 1 / macs.direct, ...six, 'direct 1x1': 0.02, planes: 0.01 });
      return planKernels(compiled.program!, rates).kernels[0]!.algorithm;
    };
    assert.equal(chosen(0.97), 'direct');
    assert.equal(chosen(0.9), 'Winograd F(6, 3)');
  });

  it('takes what the rates make the fastest, and says what the others would take', () => {
    const direct = {
      direct: 0.01,
      'winograd 2': 1,
      'winograd 4': 1,
      'winograd 6': 1,
      'direct 1x1': 0.02,
      planes: 0.01,
    };
    const { kernels, choices } = planKernels(compiled.program!, ratesOf(direct));
    assert.deepEqual(
      kernels.map(({ algorithm, nodes }) => [algorithm, nodes]),
      [
        ['direct', [0, 1]],
        ['planes', [2]],
      ],
    );
    const [first] = kernels;
    // 28 x 28 pixels, 32 x 32 channels, 9 taps, at 0.01 ns.
    assert.ok(Math.abs(first!.predicted! - (28 * 28 * 32 * 32 * 9 * 0.01) / 1e6) < 1e-9);
    assert.deepEqual(first!.alternatives.map(({ algorithm }) => algorithm).sort(), [
      'Winograd F(2, 3)',
      'Winograd F(4, 3)',
      'Winograd F(6, 3)',
    ]);
    assert.deepEqual(choices.get(compiled.program!.kernels[0]!), { algorithm: 'direct' });
    const other = planKernels(compiled.program!, ratesOf({ ...direct, 'winograd 6': 0.001 }));
    assert.equal(other.kernels[0]!.algorithm, 'Winograd F(6, 3)');
  });

  it('keeps to the rules where nothing was measured', () => {
    const { kernels, choices } = planKernels(compiled.program!, undefined);
    for (const kernel of compiled.program!.kernels)
      assert.deepEqual(choices.get(kernel), candidatesOf(compiled.program!, kernel)[0]);
    assert.ok(kernels.every(({ predicted }) => predicted === undefined));
  });

  it('leaves Strassen out where several threads share a product', () => {
    const product = compileGraph(
      parseGraph(
        'graph "g" opset 17\ninput x: float32[256,256]\nconstant w: float32[256,256] = random 1 0.5 0 parameter\ny = MatMul(x, w)\noutput y\n',
      ),
    ).program!;
    const rates = ratesOf({ packed: 1, rows: 1, 'strassen 1': 0.1, 'strassen 2': 1 });
    assert.equal(planKernels(product, rates).kernels[0]!.algorithm, 'Strassen of depth 1');
    assert.equal(planKernels(product, rates, 2).kernels[0]!.algorithm, 'packed');
  });

  it('looks into loops, whose kernels count as often as they run', () => {
    const loop = compileGraph(
      parseGraph(
        'graph "g" opset 17\ninput x: float32[5,1,16]\nconstant w: float32[1,64,16] = random 1 0.5 0 parameter\nconstant r: float32[1,64,16] = random 2 0.5 0 parameter\ny = LSTM(x, w, r) {hidden_size: int 16}\noutput y\n',
      ),
    ).program!;
    const { kernels } = planKernels(loop, ratesOf({ row: 0.1, packed: 0.1, 'packed few': 0.1, 'rows few': 1 }));
    const inner = kernels.find(({ kernel, kind }) => kernel.includes('/') && kind === 'matmul')!;
    assert.deepEqual(inner.nodes, [0]);
    assert.equal(inner.algorithm, 'packed');
    assert.ok(Math.abs(inner.predicted! - (5 * 16 * 64 * 0.1) / 1e6) < 1e-9);
  });

  it('has a group of rates for every kernel of the samples, and for each candidate', () => {
    const groups = new Set<string>();
    for (const { build } of calibrationGraphs()) {
      const { program } = compileGraph(build());
      for (const kernel of program!.kernels)
        for (const candidate of [undefined, ...candidatesOf(program!, kernel)])
          for (const { group } of workOf(program!, kernel, () => candidate ?? plainCandidate(program!, kernel)))
            groups.add(group);
    }
    for (const group of [
      'direct',
      'direct 1x1',
      'planes',
      'winograd 2',
      'winograd 4',
      'winograd 6',
      'depthwise',
      'depthwise strided',
      'packed',
      'packed few',
      'rows',
      'rows few',
      'row',
      'strassen 1',
      'strassen 2',
      'strassen 3',
      'pack',
      'elementwise',
      'raster',
      'softmax',
      'normalize',
      'gather',
      'argreduce',
      'cumulate',
      'scatter',
    ])
      assert.ok(groups.has(group), group);
  });
});

describe('a plan over runtimes', () => {
  const calibration = (jit: number, ort: number, copy = 0): Calibration => ({
    fingerprint: 'f',
    runtimes: {
      jit: ratesOf({ direct: jit, 'winograd 2': 9, 'winograd 4': 9, 'winograd 6': 9, 'direct 1x1': 0.01, planes: 9 }),
      ort: ratesOf({ direct: ort, 'direct 1x1': 1 }),
    },
    copy,
  });
  const placed = ({ parts }: Plan) => parts.map(({ runtime, from, to }) => `${runtime} ${from}-${to}`);

  it('puts each node where it is predicted to be faster, if that outweighs what is handed over', () => {
    const mixed = { others: ['ort'], isMixed: true };
    const plan = planModel(compiled, { ...mixed, calibration: calibration(1, 0.1) })!;
    assert.deepEqual(placed(plan), ['ort 0-1', 'jit 1-3']);
    assert.equal(plan.parts[0]!.alternatives[0]!.runtime, 'jit');
    assert.deepEqual(plan.alternatives.map(({ runtime }) => runtime).sort(), ['jit', 'ort']);
    assert.ok(isPlan(JSON.parse(JSON.stringify(plan))));
    const far = planModel(compiled, { ...mixed, calibration: calibration(1, 0.1, 1000) })!;
    assert.equal(far.parts.length, 1);
    assert.deepEqual(placed(planModel(compiled, { ...mixed, calibration: calibration(0.1, 0.1) })!), ['jit 0-3']);
  });

  it('stays with the compiler where it is not asked to mix', () => {
    const plan = planModel(compiled, { others: ['ort'], isMixed: false, calibration: calibration(1, 0.001) })!;
    assert.deepEqual(placed(plan), ['jit 0-3']);
  });

  it('has no place for a node that no runtime takes', () => {
    const odd = compileGraph(parseGraph('graph "g" opset 17\ninput x: float32[2,2]\ny = Det(x)\noutput y\n'));
    assert.equal(planModel(odd, { others: [], isMixed: false }), undefined);
    const [part] = planModel(odd, { others: ['ort-web'], isMixed: false })!.parts;
    assert.match(part!.reason, /^not compiled: Det "/);
  });

  it('cuts a graph so that its parts fit together', () => {
    const [front, back] = [cutGraph(compiled, 0, 2), cutGraph(compiled, 2, 3)];
    assert.deepEqual(
      front.outputs,
      back.inputs.map(({ name }) => ({ name })),
    );
    assert.deepEqual(
      [front.constants, back.constants].map((list) => list.map(({ name }) => name)),
      [['w'], ['v']],
    );
    const kinds = (cut: typeof front): readonly Kernel['kind'][] =>
      compileGraph(cut).program!.kernels.map(({ kind }) => kind);
    assert.deepEqual([kinds(front), kinds(back)], [['conv'], ['conv']]);
  });

  it('leaves outputs that no node makes to the last part', () => {
    const constant = compileGraph(
      parseGraph(
        'graph "g" opset 17\ninput x: float32[2]\nconstant k: float32[2] = data 3 4 shape\na = Neg(x)\ny = Exp(a)\noutput y\noutput k\noutput x\n',
      ),
    );
    const [front, back] = [cutGraph(constant, 0, 1), cutGraph(constant, 1, 2)];
    assert.deepEqual(front.outputs, [{ name: 'a' }]);
    assert.deepEqual(back.outputs, [{ name: 'y' }, { name: 'k' }]);
    assert.deepEqual(
      back.constants.map(({ name }) => name),
      ['k'],
    );
  });
});
