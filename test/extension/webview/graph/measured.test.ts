// What a device tells, on the nodes of a model that was really taken apart.
import assert from 'node:assert/strict';
import { families } from '@edgewright/core/models/families.js';
import { decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import type { InspectedKernel, InspectedValue, Inspection } from '@edgewright/schemas/inspection.js';
import { studyModel } from 'edgewright/graph/study.js';
import type { Stage, StageName } from 'edgewright/protocol.js';
import { errorText, measuredOf, nothingMeasured } from 'edgewright/webview/graph/measured.js';
import { differenceTable, stageTable } from 'edgewright/webview/graph/tables.js';

const graph = families.fc.build({ layers: 2, nodes: 8, input: 4, output: 3, batch: 1 }, 'float32', 1);
const options = { sizes: {}, external: () => undefined, target: { relaxed: false, shared: false } };
const stages = new Map<StageName, Stage>(
  [...studyModel(decodeModel(encodeModel(graph)), options)].map((stage) => [stage.name, stage]),
);
const original = stages.get('original')!;
const planned = stages.get('planned')!;
const kernels = planned.nodes
  .filter(({ kind }) => kind === 'node')
  .map(
    ({ op, from, index }): InspectedKernel => ({
      index,
      kind: op,
      nodes: from,
      algorithms: ['matmul 4 x 8'],
      runtime: 'wasm',
      reason: null,
      time: index + 1,
      predicted: 2,
      alternatives: [{ algorithm: 'gemv', predicted: 3 }],
    }),
  );
const value: InspectedValue = {
  name: 'y',
  node: 1,
  from: 'unfused',
  isOutput: false,
  type: 'float32[1,8]',
  of: 8,
  beyond: 2,
  maxAbs: 0.25,
  maxRel: null,
  meanAbs: 0.1,
  ulps: 7,
};

function inspection(part: Partial<Inspection>): Inspection {
  return {
    model: '',
    sizes: {},
    device: { id: 'd', name: 'pi' },
    counts: { nodes: 0, kernels: 0, values: 0 },
    nodes: original.nodes
      .filter(({ kind }) => kind === 'node')
      .map(({ name, op, makes, index }) => ({ index, name, op, outputs: makes, time: 10 * (index + 1) })),
    kernels,
    values: [],
    ...part,
  };
}

function placeOf(stage: Stage, index: number): number {
  return stage.nodes.findIndex((node) => node.kind === 'node' && node.index === index);
}

describe('what was measured of a model', () => {
  it('has times of nodes in the original, of kernels in the merged and planned stages, and none in between', () => {
    const measured = measuredOf({ profile: inspection({}) });
    const times = (stage: Stage) => {
      const figure = measured.figure(stage, 'time');
      return figure && stage.nodes.map((_, place) => figure.of(place));
    };
    assert.deepEqual(times(original), [undefined, 10, 20, 30, 40, 50, undefined]);
    assert.deepEqual(times(planned), [undefined, 1, 2, 3, undefined]);
    assert.deepEqual(times(stages.get('merged')!), times(planned));
    assert.equal(times(stages.get('decomposed')!), undefined);
    assert.equal(measured.figure(planned, 'time')?.most, 3);
  });

  it('tells of a kernel its share, what was predicted, and what else it could have been', () => {
    const measured = measuredOf({ profile: inspection({}) });
    const [facts] = measured.facts(planned, placeOf(planned, 2));
    assert.equal(facts?.title, 'Measured on pi');
    assert.deepEqual(Object.fromEntries(facts?.entries ?? []), {
      time: '3.00 ms',
      share: '50.0 % of all',
      predicted: '2.00 ms',
      'runs on': 'WebAssembly',
      algorithm: 'matmul 4 x 8',
      reason: '',
      'or gemv': '3.00 ms predicted',
    });
    assert.deepEqual(measured.run(planned, placeOf(planned, 0)), {
      by: 'wasm',
      algorithms: ['matmul 4 x 8'],
      reason: null,
    });
    assert.equal(measured.run(original, 1), undefined);
  });

  it('tells of a node which runtime has it in the plan', () => {
    const parts = [
      { runtime: 'jit', from: 0, to: 3, reason: 'it is faster', predicted: 2 },
      { runtime: 'ort', from: 3, to: 5, reason: 'it has the op' },
    ];
    const measured = measuredOf({ profile: inspection({ plan: { parts, alternatives: [] } }) });
    const planOf = (stage: Stage, index: number) =>
      measured.facts(stage, placeOf(stage, index)).find(({ title }) => title === 'In the plan of pi')?.entries;
    assert.deepEqual(planOf(original, 1), [
      ['runtime', 'jit'],
      ['reason', 'it is faster'],
      ['of its part', '2.00 ms predicted'],
    ]);
    assert.deepEqual(planOf(planned, 2)?.slice(0, 2), [
      ['runtime', 'ort'],
      ['reason', 'it has the op'],
    ]);
    const plan = { unavailable: 'there is no onnxruntime', fix: 'Install it.' };
    assert.deepEqual(measuredOf({ profile: inspection({ plan }) }).facts(original, placeOf(original, 1)).length, 1);
  });

  it('gives no times to kernels that the device does not have', () => {
    const measured = measuredOf({ profile: inspection({ kernels: kernels.slice(1) }) });
    assert.equal(measured.figure(planned, 'time'), undefined);
    assert.deepEqual([measured.isOther(planned), measured.isOther(original)], [true, false]);
    assert.equal(measuredOf({ profile: inspection({}) }).isOther(planned), false);
  });

  it('has the greatest error of the values that a node makes', () => {
    const values = [value, { ...value, name: 'z', maxAbs: 0.5 }, { ...value, node: 2, maxAbs: null }];
    const measured = measuredOf({ diff: inspection({ values }) });
    const figure = measured.figure(original, 'error');
    assert.deepEqual(
      [1, 2, 3].map((index) => figure?.of(placeOf(original, index))),
      [0.5, Number.POSITIVE_INFINITY, undefined],
    );
    assert.deepEqual([figure?.most, figure?.text(Number.POSITIVE_INFINITY)], [0.5, 'infinite']);
    assert.equal(measured.figure(planned, 'error'), undefined);
    const facts = measured.facts(original, placeOf(original, 1));
    assert.deepEqual(
      facts.map(({ title }) => title),
      ['Compared: y', 'Compared: z'],
    );
    assert.deepEqual(facts[0]?.entries.slice(0, 3), [
      ['beyond', '2 of 8 elements'],
      ['max absolute', '0.25'],
      ['max relative', 'infinite'],
    ]);
    const [other] = measuredOf({ diff: inspection({ values: [{ ...value, mismatch: 'its shape is [2]' }] }) }).facts(
      original,
      placeOf(original, 1),
    );
    assert.deepEqual(other?.entries, [['differs', 'its shape is [2]']]);
  });

  it('is in the tables that are saved', () => {
    const measured = measuredOf({ profile: inspection({}), diff: inspection({ values: [value] }) });
    const table = stageTable(planned, measured);
    const row = Object.fromEntries(table.columns.map((name, at) => [name, table.rows[1]?.[at]]));
    assert.deepEqual(
      [row.index, row.algorithms, row['nodes of the file'], row.milliseconds],
      [1, 'matmul 4 x 8', '2 3', 2],
    );
    const first = stageTable(original, measured).rows[1];
    assert.deepEqual(first?.slice(-2), [20, 0.25]);
    const compared = differenceTable(inspection({ values: [value] }));
    assert.deepEqual(compared.rows, [
      ['y', 'layer1.relu', 'Relu', 'float32[1,8]', 8, 2, 0.25, '', 0.1, 7, 'unfused', ''],
    ]);
  });

  it('writes errors with three digits at most', () => {
    assert.deepEqual([0, 0.123456, 1.5e-7, 2e6, 12].map(errorText), ['0', '0.123', '1.5e-7', '2.0e+6', '12']);
  });

  it('is nothing before a device is asked', () => {
    assert.deepEqual(nothingMeasured.facts(original, 1), []);
    assert.deepEqual(measuredOf({}).facts(original, 1), []);
    assert.equal(measuredOf({}).figure(original, 'time'), undefined);
  });
});
