// What is generated is what the schemas, the catalogue of codes and the model families give now.
import assert from 'node:assert/strict';
import { generateAll } from '../../scripts/generate.ts';
import { generateSamples } from '../../scripts/samples.ts';
import { bytesOf, filesEnding, textOf } from '../repository/source.ts';

describe('generated files', () => {
  it('are current: run `npm run generate` if not', async () => {
    const stale = [...(await generateAll())].filter(([path, text]) => textOf(path) !== text).map(([path]) => path);
    assert.deepEqual(stale, []);
  });

  it('have the models and recordings of the samples among them', () => {
    const models = [...generateSamples()];
    const found = [...filesEnding('.onnx', 'samples'), ...filesEnding('.jsonl', 'samples')];
    assert.deepEqual(found, models.map(([path]) => path).sort());
    for (const [path, bytes] of models) assert.ok(bytesOf(path).equals(bytes), path);
  });
});
