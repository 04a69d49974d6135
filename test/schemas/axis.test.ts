import assert from 'node:assert/strict';
import { parseSweep } from '@edgewright/schemas/sweep.js';
import fc from 'fast-check';

describe('axes', () => {
  const cases: readonly [family: string, axis: string, written: string, values: readonly unknown[]][] = [
    ['fc', 'nodes', '64', [64]],
    ['fc', 'nodes', '[64, 100]', [64, 100]],
    ['fc', 'nodes', '[32, 512]', [32, 512]],
    ['fc', 'nodes', '{from: 32, to: 512, times: 2}', [32, 64, 128, 256, 512]],
    ['fc', 'nodes', '{from: 32, below: 512, times: 2}', [32, 64, 128, 256]],
    ['fc', 'nodes', '{from: 32, below: 500, times: 2}', [32, 64, 128, 256]],
    ['fc', 'nodes', '{from: 1, to: 7, step: 3}', [1, 4, 7]],
    ['fc', 'nodes', '{from: 1, below: 7, step: 3}', [1, 4]],
    ['fc', 'nodes', '{from: 5, to: 5, step: 1}', [5]],
    ['fc', 'nodes', '{from: 1, to: 59049, times: 3}', [1, 3, 9, 27, 81, 243, 729, 2187, 6561, 19683, 59049]],
    ['fc', 'nodes', '{from: 4, to: 9, times: 1.5}', [4, 6, 9]],
    ['mobile', 'width', '{from: 0.1, to: 0.5, step: 0.1}', [0.1, 0.2, 0.3, 0.4, 0.5]],
    ['mobile', 'width', '{from: 0.1, below: 0.5, step: 0.1}', [0.1, 0.2, 0.3, 0.4]],
    ['mobile', 'width', '[0.35, 1.4]', [0.35, 1.4]],
    ['rnn', 'cell', '[lstm, gru]', ['lstm', 'gru']],
    ['cnn', 'blocks', '[3, 4, 6]', [3, 4, 6]],
    ['cnn', 'blocks', '[[3, 4, 6, 3], 2]', [[3, 4, 6, 3], 2]],
    ['cnn', 'blocks', '{from: 1, to: 3, step: 1}', [1, 2, 3]],
  ];
  for (const [family, axis, written, values] of cases) {
    it(`${axis}: ${written}`, () => assert.deepEqual(valuesOf(family, axis, written), values));
  }

  it('of onnx are the dimensions that the document names', () => {
    const { sweep, diagnostics } = parseSweep(
      'edgewright: sweep/v1\nname: a\nmodels:\n  - {family: onnx, file: m.onnx, axes: {batch size: [1, 2], H: 224}, batch: batch size}\n',
    );
    assert.deepEqual(diagnostics, []);
    assert.deepEqual(
      sweep?.models[0]?.axes.map(({ name, values }) => [name, values]),
      [
        ['batch size', [1, 2]],
        ['H', [224]],
      ],
    );
  });

  it('meet `to` exactly when it is from + n * step, and then have n + 1 values', () => {
    const number = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(number, number, fc.nat(100), (from, step, n) => {
        const values = valuesOf('fc', 'nodes', `{from: ${from}, to: ${from + n * step}, step: ${step}}`);
        assert.deepEqual(
          values,
          Array.from({ length: n + 1 }, (_, index) => from + index * step),
        );
        const open = valuesOf('fc', 'nodes', `{from: ${from}, below: ${from + n * step + 1}, step: ${step}}`);
        assert.deepEqual(open, values);
      }),
    );
  });

  it('of tenths and hundredths meet their end in spite of rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 100 }), fc.integer({ min: 1, max: 30 }), fc.nat(20), (from, step, n) => {
        const written = `{from: ${from / 100}, to: ${(from + n * step) / 100}, step: ${step / 100}}`;
        const expected = Array.from({ length: n + 1 }, (_, index) => (from + index * step) / 100);
        assert.deepEqual(valuesOf('mobile', 'width', written), expected);
      }),
    );
  });
});

function valuesOf(family: string, axis: string, written: string): readonly unknown[] | undefined {
  const text = `edgewright: sweep/v1\nname: a\nmodels:\n  - family: ${family}\n    axes:\n      ${axis}: ${written}\n`;
  const { sweep, diagnostics } = parseSweep(text);
  assert.deepEqual(diagnostics, []);
  return sweep?.models[0]?.axes[0]?.values;
}
