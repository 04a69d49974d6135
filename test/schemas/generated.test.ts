// What is generated is what the schemas and the catalogue of codes give now.
import assert from 'node:assert/strict';
import { generateAll } from '../../scripts/generate.ts';
import { textOf } from '../repository/source.ts';

describe('generated files', () => {
  it('are current: run `npm run generate` if not', async () => {
    const stale = [...(await generateAll())].filter(([path, text]) => textOf(path) !== text).map(([path]) => path);
    assert.deepEqual(stale, []);
  });
});
