import assert from 'node:assert/strict';
import { interpret } from '@edgewright/core/graph/interpret/interpret.js';
import { compose } from '@edgewright/core/graph/passes/compose.js';
import { optimise } from '@edgewright/core/graph/passes/passes.js';
import { mergeVertically } from '@edgewright/core/graph/passes/vertical.js';
import type { Kernel, Raster, Region } from '@edgewright/core/graph/program/kernel.js';
import type { Program, ProgramTensor } from '@edgewright/core/graph/program/program.js';
import { denseStrides, denseView, type View } from '@edgewright/core/graph/program/view.js';
import { type Tensor, tensorOf } from '@edgewright/core/graph/tensor.js';
import fc from 'fast-check';
import { rasterPrograms } from './rasters.ts';

/** Every element differs, so that any wrong move shows. */
function ramp(shape: readonly number[], first: number): Tensor {
  const count = shape.reduce((product, size) => product * size, 1);
  return tensorOf(
    'int32',
    shape,
    Array.from({ length: count }, (_, at) => first + at),
  );
}

function rampsOf(program: Program): readonly Tensor[] {
  return program.inputs.map(({ tensor }, at) => ramp(program.tensors[tensor]!.shape, 1000 * (at + 1)));
}

/** A program of kernels on one input; the last tensor is the output. */
function programOf(
  input: readonly number[],
  kernels: readonly Kernel[],
  shapes: readonly (readonly number[])[],
): Program {
  const tensors: ProgramTensor[] = [input, ...shapes].map((shape) => ({ type: 'int32', shape }));
  const outputs = [{ name: 'y', tensor: tensors.length - 1 }];
  return { name: 'test', tensors, inputs: [{ name: 'x', tensor: 0 }], outputs, kernels };
}

/** The source laid densely into the output from `offset` on. */
function region(source: View, offset = 0): Region {
  return { source, destination: { offset, strides: denseStrides(source.size) } };
}

function raster(output: number, regions: readonly Region[], fill = 0): Raster {
  return { kind: 'raster', output, regions, fill };
}

/** Merges, compares with the unmerged program on ramps, and gives the last raster. */
function merged(program: Program): Raster {
  const after = optimise(program, { fold: false });
  const inputs = rampsOf(program);
  assert.deepEqual(interpret(after, inputs), interpret(program, inputs));
  const last = after.kernels[after.kernels.length - 1];
  assert.ok(last?.kind === 'raster' && after.kernels.length === 1);
  return last;
}

describe('vertical merging', () => {
  it('reads a transpose of a transpose as a copy', () => {
    const turn = (tensor: number, [rows, columns]: readonly [number, number]): View => ({
      tensor,
      offset: 0,
      size: [columns, rows],
      strides: [1, columns],
    });
    const kernels = [raster(1, [region(turn(0, [3, 4]))]), raster(2, [region(turn(1, [4, 3]))])];
    const { regions } = merged(
      programOf([3, 4], kernels, [
        [4, 3],
        [3, 4],
      ]),
    );
    assert.deepEqual(regions, [
      { source: { tensor: 0, offset: 0, size: [12], strides: [1] }, destination: { offset: 0, strides: [1] } },
    ]);
  });

  it('reads reversals of reversals, and broadcasts of slices', () => {
    const kernels = [
      raster(1, [region({ tensor: 0, offset: 5, size: [6], strides: [-1] })]),
      raster(2, [region({ tensor: 1, offset: 4, size: [2, 3], strides: [0, -2] })]),
    ];
    const { regions } = merged(programOf([6], kernels, [[6], [2, 3]]));
    assert.deepEqual(regions[0]!.source, { tensor: 0, offset: 1, size: [2, 3], strides: [0, 2] });
  });

  it('splits where a region is read in part, and takes the fill value along', () => {
    // Two pieces of five beside each other, of which a window of six is read.
    const kernels = [
      raster(
        1,
        [
          region({ tensor: 0, offset: 0, size: [5], strides: [1] }, 1),
          region({ tensor: 0, offset: 5, size: [5], strides: [1] }, 6),
        ],
        7,
      ),
      raster(2, [region({ tensor: 1, offset: 0, size: [8], strides: [1] })], 0),
    ];
    const { regions, fill } = merged(programOf([10], kernels, [[12], [8]]));
    assert.equal(fill, 7);
    assert.deepEqual(
      regions.map(({ source }) => source.size),
      [[7]],
    );
  });

  it('keeps both fill values', () => {
    const kernels = [
      raster(1, [region({ tensor: 0, offset: 0, size: [2], strides: [1] }, 1)], 5),
      raster(2, [region({ tensor: 1, offset: 0, size: [4], strides: [1] }, 1)], 6),
    ];
    const after = optimise(programOf([2], kernels, [[4], [6]]), { fold: false });
    assert.deepEqual([...interpret(after, [ramp([2], 1)])[0]!.data], [6, 5, 1, 2, 5, 6]);
    assert.equal(after.kernels.length, 1);
  });

  it('reads through into every kind of operand', () => {
    const turned: View = { tensor: 0, offset: 0, size: [4, 3], strides: [1, 4] };
    const program = programOf(
      [3, 4],
      [
        raster(1, [region(turned)]),
        {
          kind: 'elementwise',
          output: 2,
          size: [12],
          operands: [denseView(1, [12])],
          body: [{ fn: 'neg', type: 'int32', arguments: [0] }],
        },
      ],
      [[4, 3], [12]],
    );
    const after = optimise(program);
    assert.equal(after.kernels.length, 1);
    // Its index space got the two axes that the transpose needs.
    assert.ok(after.kernels[0]!.kind === 'elementwise' && `${after.kernels[0]!.size}` === '4,3');
    assert.deepEqual(interpret(after, rampsOf(program)), interpret(program, rampsOf(program)));
  });

  it('of any rasters gives what they gave', function () {
    this.timeout(60_000);
    let before = 0;
    let after = 0;
    fc.assert(
      fc.property(rasterPrograms, (program) => {
        const inputs = rampsOf(program);
        const optimised = optimise(program, { fold: false });
        assert.deepEqual(interpret(optimised, inputs), interpret(program, inputs));
        before += program.kernels.length;
        after += optimised.kernels.length;
        // Merged once more it is the same.
        assert.deepEqual(interpret(mergeVertically(optimised), inputs), interpret(program, inputs));
      }),
      { numRuns: 1500 },
    );
    // Most chains become one raster.
    assert.ok(after < 0.75 * before, `${before} rasters, ${after} after merging`);
  });
});

describe('reading a box through a region', () => {
  it('divides it into what was written and the rest, by brute force', () => {
    const stride = fc.integer({ min: -7, max: 7 });
    const axes = fc.array(fc.record({ size: fc.integer({ min: 1, max: 5 }), stride }), { maxLength: 3 });
    // Nested strides, as an array with gaps has them.
    const written = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 4 }), gap: fc.integer({ min: 1, max: 3 }), move: stride }),
      { maxLength: 3 },
    );
    let expressed = 0;
    fc.assert(
      fc.property(axes, written, fc.nat(20), fc.nat(20), (box, parts, offset, origin) => {
        let reach = 1;
        const strides = parts
          .map(({ size, gap }) => {
            const own = reach * gap;
            reach = own * size;
            return own;
          })
          .toReversed();
        const sizes = parts.map(({ size }) => size).toReversed();
        const moves = parts.map(({ move }) => move).toReversed();
        const region: Region = {
          source: { tensor: 1, offset: 500, size: sizes, strides: moves },
          destination: { offset: origin, strides },
        };
        const size = box.map((axis) => axis.size);
        const source = { offset, strides: box.map((axis) => axis.stride) };
        const composed = compose({ size, source, destination: { offset: 0, strides: denseStrides(size) } }, region, 64);
        if (composed === undefined) return;
        expressed++;
        // What the region wrote, by address.
        const content = new Map<number, number>();
        for (const index of indices(sizes)) content.set(at(region.destination, index), at(region.source, index));
        const found = new Map<number, number | 'outside'>();
        for (const part of composed.inside) {
          for (const index of indices(part.size)) found.set(at(part.destination, index), at(part.source, index));
        }
        for (const part of composed.outside) {
          for (const index of indices(part.size)) {
            assert.ok(!content.has(at(part.source, index)));
            found.set(at(part.destination, index), 'outside');
          }
        }
        const whole = { offset: 0, strides: denseStrides(size) };
        for (const index of indices(size)) {
          const expected = content.get(at(source, index)) ?? 'outside';
          assert.equal(found.get(at(whole, index)), expected);
        }
      }),
      { numRuns: 3000 },
    );
    assert.ok(expressed > 2000, `${expressed}`);
  });
});

function* indices(size: readonly number[]): Generator<readonly number[]> {
  const [first, ...rest] = size;
  if (first === undefined) yield [];
  else for (let index = 0; index < first; index++) for (const inner of indices(rest)) yield [index, ...inner];
}

function at(
  { offset, strides }: { readonly offset: number; readonly strides: readonly number[] },
  index: readonly number[],
): number {
  return strides.reduce((sum, stride, axis) => sum + stride * index[axis]!, offset);
}
