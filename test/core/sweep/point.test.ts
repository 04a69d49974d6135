import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { axisValue, pointId } from '@edgewright/core/sweep/point.js';
import type { Execution } from '@edgewright/schemas/generated/record.js';
import { expand } from './document.ts';

const execution: Execution = {
  runtime: 'ort',
  threads: 2,
  precision: 'float32',
  optimization: 'all',
  scenario: { kind: 'idle-gap', gap: 20 },
};

describe('pointId', () => {
  it('is the start of SHA-256 over canonical JSON', () => {
    const text =
      '{"execution":{"optimization":"all","precision":"float32","runtime":"ort","scenario":{"gap":20,"kind":"idle-gap"},"threads":2},' +
      '"model":{"family":"fc","parameters":{"batch":1,"layers":4}},"seed":9}';
    const expected = createHash('sha256').update(text).digest('hex').slice(0, 16);
    assert.equal(pointId({ family: 'fc', parameters: { layers: 4, batch: 1 } }, execution, 9), expected);
  });

  it('counts the artifact of a file and the seed, but not the name', () => {
    const model = { family: 'onnx', parameters: { batch: 1 }, artifact: 'a'.repeat(64) } as const;
    const id = pointId(model, execution, 1);
    assert.notEqual(pointId({ ...model, artifact: 'b'.repeat(64) }, execution, 1), id);
    assert.notEqual(pointId(model, execution, 2), id);
    assert.equal(pointId({ ...model, name: 'other' } as typeof model, execution, 1), id);
  });

  it('does not change from one release to the next', () => {
    const { points } = expand('models: [{ family: fc, axes: { layers: 4, nodes: 32 } }]');
    assert.deepEqual(
      points.map(({ point }) => point.id),
      ['1ee09c316bf0c629'],
    );
  });

  it('does not depend on the order of keys in the document', () => {
    const ids = (body: string) =>
      expand(body)
        .points.map(({ point }) => point.id)
        .sort();
    assert.deepEqual(
      ids(
        'execution: { threads: [1, 2], runtime: [ort, ort-web] }\nmodels: [{ axes: { nodes: [8, 16], layers: [1, 2] }, family: fc }]',
      ),
      ids(
        'models: [{ family: fc, axes: { layers: [1, 2], nodes: [8, 16] } }]\nexecution: { runtime: [ort, ort-web], threads: [1, 2] }',
      ),
    );
  });

  it('is the same whether a parameter is named or left at its default', () => {
    const [named] = expand('models: [{ family: fc, axes: { batch: 1 } }]').points;
    const [left] = expand('models: [{ family: fc, name: other }]').points;
    assert.equal(named?.point.id, left?.point.id);
  });
});

describe('the id of a point from which something is ablated', () => {
  const idsOf = (ablation: string) =>
    expand(`models: [{ family: fc }]\nexecution: { runtime: jit${ablation} }`).points.map(({ point }) => point.id);

  it('is that of a sweep without the axis where it is nothing', () => {
    assert.deepEqual(idsOf(', ablation: none'), idsOf(''));
  });

  it('is another where it is something', () => {
    const ids = idsOf(', ablation: [none, without-fuse, only-fuse, all]');
    assert.equal(new Set(ids).size, 4);
    assert.deepEqual(ids.slice(0, 1), idsOf(''));
  });
});

describe('axisValue', () => {
  it('finds parameters, execution axes and the name of the model', () => {
    const point = {
      id: '',
      seed: 1,
      model: { name: 'm', family: 'fc', parameters: { layers: 4 } },
      execution,
    } as const;
    assert.deepEqual(
      ['layers', 'threads', 'ablation', 'model', 'family', 'none'].map((axis) => axisValue(point, axis)),
      [4, 2, 'none', 'm', 'fc', undefined],
    );
  });
});
