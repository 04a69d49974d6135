import assert from 'node:assert/strict';
import { checkSweep } from '@edgewright/core/sweep/check.js';
import { previewModel } from '@edgewright/core/sweep/preview.js';
import type { Parameters } from '@edgewright/schemas/generated/record.js';
import { documentOf } from './document.ts';

function preview(body: string, chosen: Parameters = {}, model = 0) {
  const { sweep, points = [], diagnostics } = checkSweep(documentOf(body), new Map());
  assert.ok(sweep, JSON.stringify(diagnostics));
  return previewModel({ document: 'test.sweep.yaml', sweep, files: new Map(), points }, model, chosen);
}

const body = `
models:
  - name: mlp
    family: fc
    axes: { layers: [2, 4, 8], nodes: [16, 32, 64], input: 8, output: 4 }
    zip: [[layers, nodes]]
    constraint: ["batch < 64"]
    derive: { batch: "layers * 8" }
execution: { precision: [float16, float32] }
`;

describe('the preview of a model', () => {
  it('has the first values where none are chosen, and the range over the sweep', () => {
    const { parameters, cost, range, layers, precision, refusal } = preview(body);
    const chosen = Object.fromEntries(parameters.map(({ name, chosen }) => [name, chosen]));
    assert.deepEqual(chosen, { layers: 2, nodes: 16, input: 8, output: 4, batch: 16 });
    assert.deepEqual([refusal, precision], [undefined, 'float16']);
    assert.equal(
      cost?.macs,
      layers.reduce((sum, { macs }) => sum + macs, 0),
    );
    assert.deepEqual(range && [range.points, range.least.parameters, range.most.parameters], [4, 484, 3588]);
  });

  it('moves the axes of a zip together, by the one named first', () => {
    const at = (chosen: Parameters) =>
      preview(body, chosen)
        .parameters.slice(0, 2)
        .map(({ chosen }) => chosen);
    assert.deepEqual(at({ nodes: 32, layers: 2 }), [4, 32]);
    assert.deepEqual(at({ layers: 2, nodes: 32 }), [2, 16]);
  });

  it('says which constraint leaves the parameters out', () => {
    const { refusal, layers, cost } = preview(body, { layers: 8 });
    assert.equal(refusal, 'The sweep leaves these parameters out by `batch < 64`.');
    assert.deepEqual([layers, cost], [[], undefined]);
  });

  it('says why parameters make no model, and that a file is missing', () => {
    const transformer = preview(
      'models: [{ family: transformer, axes: { hidden: 768, heads: [12, 7], layers: 2, feedforward: 0, length: 8, positions: 0, vocab: 10 } }]',
      { heads: 7 },
    );
    assert.match(transformer.refusal ?? '', /768.*not divisible by heads \(7\)/);
    assert.match(preview('models: [{ family: onnx, file: a.onnx }]').refusal ?? '', /a\.onnx is not there/);
  });
});
