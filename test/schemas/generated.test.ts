// What is generated is what the schemas, the catalogue of codes and the model families give now.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { generateAll } from '../../scripts/generate.ts';
import { generateSamples } from '../../scripts/samples.ts';
import { bytesOf, filesEnding, textOf } from '../repository/source.ts';

/** Out of packages, as samples/models/README.md says. */
const foreign = ['samples/models/hello-deepa.onnx', 'samples/models/text-direction.onnx'];

describe('generated files', () => {
  it('are current: run `npm run generate` if not', async () => {
    const stale = [...(await generateAll())].filter(([path, text]) => textOf(path) !== text).map(([path]) => path);
    assert.deepEqual(stale, []);
  });

  it('have the models and recordings of the samples among them, but for those that packages bring', () => {
    const models = [...generateSamples()];
    const found = [...filesEnding('.onnx', 'samples'), ...filesEnding('.jsonl', 'samples')];
    assert.deepEqual(found, [...models.map(([path]) => path), ...foreign].sort());
    for (const [path, bytes] of models) assert.ok(bytesOf(path).equals(bytes), path);
    const told = textOf('samples/models/README.md');
    for (const path of found.filter((each) => each.endsWith('.onnx'))) {
      const hash = createHash('sha256').update(bytesOf(path)).digest('hex');
      assert.ok(told.includes(hash.slice(0, 8)), path);
    }
  });
});
