import assert from 'node:assert/strict';
import { familyOf } from '@edgewright/core/models/families.js';
import { layersOf, repeatsOf } from '@edgewright/core/models/layers.js';
import { type Listing, rowsOf } from 'edgewright/webview/preview/rows.js';

const parameters = { layers: 4, nodes: 8, input: 3, output: 2, batch: 1 };
const repeats = repeatsOf(layersOf(familyOf('fc').build(parameters, 'float32', 1)));

function drawn(part: Partial<Omit<Listing, 'open'>> & { readonly open?: readonly string[] }): string[] {
  const { open = [], sort = 'flow', search = '' } = part;
  return rowsOf(repeats, { open: new Set(open), sort, search }).map(({ depth, name, op, count, isOpen }) => {
    const sign = isOpen === undefined ? '·' : isOpen ? 'v' : '>';
    return `${'  '.repeat(depth)}${sign} ${name}${count > 1 ? ` x${count}` : ''} (${op})`;
  });
}

describe('rows of the structure', () => {
  it('are the layers in order, equal ones together', () => {
    assert.deepEqual(drawn({}), [
      '> layer1 (Gemm, Relu)',
      'v layer2 to 4 x3 (Gemm, Relu)'.replace('v', '>'),
      '· output (Gemm)',
    ]);
  });

  it('open to layers and nodes', () => {
    assert.deepEqual(drawn({ open: ['layer2…', 'layer3'] }), [
      '> layer1 (Gemm, Relu)',
      'v layer2 to 4 x3 (Gemm, Relu)',
      '  > layer2 (Gemm, Relu)',
      '  v layer3 (Gemm, Relu)',
      '    · layer3 (Gemm)',
      '    · relu (Relu)',
      '  > layer4 (Gemm, Relu)',
      '· output (Gemm)',
    ]);
  });

  it('are sorted by what they cost', () => {
    assert.deepEqual(drawn({ sort: 'macs' }), [
      '> layer2 to 4 x3 (Gemm, Relu)',
      '> layer1 (Gemm, Relu)',
      '· output (Gemm)',
    ]);
  });

  it('are found by name and op, opened as far as it takes', () => {
    assert.deepEqual(drawn({ search: 'RELU layer3' }), [
      'v layer2 to 4 x3 (Gemm, Relu)',
      '  v layer3 (Gemm, Relu)',
      '    · relu (Relu)',
    ]);
    assert.deepEqual(drawn({ search: 'output' }), ['· output (Gemm)']);
    assert.deepEqual(drawn({ search: 'conv' }), []);
  });

  it('sum up to the whole at every depth', () => {
    const rows = rowsOf(repeats, {
      open: new Set(['layer2…', 'layer1', 'layer2', 'layer3', 'layer4']),
      sort: 'flow',
      search: '',
    });
    const total = (depth: number) => rows.filter((row) => row.depth === depth).reduce((sum, { macs }) => sum + macs, 0);
    assert.equal(total(0), familyOf('fc').cost(parameters, 'float32').macs);
    assert.equal(
      rows.filter(({ isOpen }) => isOpen === undefined).reduce((sum, { macs }) => sum + macs, 0),
      total(0),
    );
  });
});
