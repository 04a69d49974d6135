import assert from 'node:assert/strict';
import type { Known } from '@edgewright/core/graph/context.js';
import type { Attribute, ElementType, Node } from '@edgewright/core/graph/graph.js';
import { inferNode } from '@edgewright/core/graph/infer.js';
import { operationsOf } from '@edgewright/core/graph/operations.js';
import { rules } from '@edgewright/core/graph/shapes.js';
import fc from 'fast-check';

type Given = readonly number[] | { readonly values: readonly number[]; readonly length?: never } | undefined;

const int = (value: number): Attribute => ({ kind: 'int', value });
const ints = (...value: number[]): Attribute => ({ kind: 'ints', value });
const string = (value: string): Attribute => ({ kind: 'string', value });

/** Inputs are shapes, or lists of integers whose values are known. */
function infer(op: string, given: readonly Given[], attributes: Record<string, Attribute> = {}, outputs = 1) {
  const known = given.map((input): Known | undefined => {
    if (input === undefined) return undefined;
    if (input.length !== undefined) return { type: { type: 'float32', shape: input } };
    return { type: { type: 'int64', shape: [input.values.length] }, values: input.values };
  });
  const node: Node = {
    name: op,
    op,
    inputs: given.map((input, at) => (input === undefined ? '' : `i${at}`)),
    outputs: Array.from({ length: outputs }, (_, at) => `o${at}`),
    attributes,
  };
  return inferNode(node, known, 17);
}

function check(
  op: string,
  given: readonly Given[],
  attributes: Record<string, Attribute>,
  expected: readonly number[] | undefined,
  type: ElementType = 'float32',
): void {
  it(`${op} of ${JSON.stringify(given)}`, () => {
    assert.deepEqual(infer(op, given, attributes)[0]?.type, expected && { type, shape: expected });
  });
}

describe('shape inference', function () {
  this.timeout(60_000);
  const image = [1, 3, 5, 5];
  check('Conv', [image, [8, 3, 3, 3]], { pads: ints(1, 1, 1, 1), strides: ints(2, 2) }, [1, 8, 3, 3]);
  check('Conv', [image, [8, 3, 3, 3]], { dilations: ints(2, 2) }, [1, 8, 1, 1]);
  check('Conv', [image, [8, 3, 3, 3]], { auto_pad: string('SAME_UPPER'), strides: ints(2, 2) }, [1, 8, 3, 3]);
  check('Conv', [image, [8, 3, 7, 7]], {}, undefined);
  // The example of the operator's definition: stride 2, kernel 3, padding 1, one more pixel.
  check(
    'ConvTranspose',
    [
      [1, 1, 3, 3],
      [1, 2, 3, 3],
    ],
    { strides: ints(2, 2), pads: ints(1, 1, 1, 1), output_padding: ints(1, 1) },
    [1, 2, 6, 6],
  );
  check('MaxPool', [[1, 1, 4, 4]], { kernel_shape: ints(3, 3), strides: ints(2, 2), ceil_mode: int(1) }, [1, 1, 2, 2]);
  // The third window would lie in the padding alone.
  check('MaxPool', [[1, 1, 2, 2]], { kernel_shape: ints(1, 1), strides: ints(2, 2), ceil_mode: int(1) }, [1, 1, 1, 1]);
  check('GlobalAveragePool', [[2, 7, 4, 9]], {}, [2, 7, 1, 1]);
  check(
    'MatMul',
    [
      [5, 1, 2, 3],
      [4, 3, 6],
    ],
    {},
    [5, 4, 2, 6],
  );
  check('MatMul', [[3], [3, 6]], {}, [6]);
  check(
    'MatMul',
    [
      [2, 3],
      [4, 6],
    ],
    {},
    undefined,
  );
  check(
    'Gemm',
    [
      [3, 2],
      [5, 3],
    ],
    { transA: int(1), transB: int(1) },
    [2, 5],
  );
  check(
    'Add',
    [
      [4, 1, 3],
      [2, 1],
    ],
    {},
    [4, 2, 3],
  );
  check('Add', [[4, 2], [3]], {}, undefined);
  check('Equal', [[4], [4]], {}, [4], 'bool');
  check('Transpose', [[1, 2, 3]], {}, [3, 2, 1]);
  check('Reshape', [[2, 3, 4], { values: [0, -1] }], {}, [2, 12]);
  check('Reshape', [[2, 3], { values: [4, -1] }], {}, undefined);
  check('Reshape', [[2, 3], [2]], {}, undefined);
  check('Squeeze', [[1, 3, 1]], {}, [3]);
  check('Squeeze', [[1, 3, 1], { values: [-1] }], {}, [1, 3]);
  check('Unsqueeze', [[3, 4], { values: [0, -1] }], {}, [1, 3, 4, 1]);
  check(
    'Concat',
    [
      [2, 3],
      [2, 4],
    ],
    { axis: int(-1) },
    [2, 7],
  );
  check(
    'Slice',
    [[10, 5], { values: [8, 1] }, { values: [-100, 99] }, { values: [0, 1] }, { values: [-3, 2] }],
    {},
    [3, 2],
  );
  check('Slice', [[10], { values: [-3] }, { values: [2 ** 53] }], {}, [3]);
  check('Gather', [[9, 4], { values: [1, 2] }], { axis: int(1) }, [9, 2]);
  check('Expand', [[3, 1], { values: [2, 1, 6] }], {}, [2, 3, 6]);
  check('Tile', [[2, 3], { values: [2, 2] }], {}, [4, 6]);
  check('Pad', [[2, 3], { values: [1, 0, 0, 2] }], {}, [3, 5]);
  check('Pad', [[2, 3], { values: [1, 2] }, undefined, { values: [-1] }], {}, [2, 6]);
  check('ReduceMean', [[2, 3, 4]], { axes: ints(-1, 0), keepdims: int(0) }, [3]);
  check('ReduceSum', [[2, 3]], {}, [1, 1]);
  check('Resize', [[1, 1, 2, 4], undefined, undefined, { values: [1, 1, 3, 3] }], {}, [1, 1, 3, 3]);
  check('DepthToSpace', [[1, 8, 2, 3]], { blocksize: int(2) }, [1, 2, 4, 6]);
  check('Fancy', [[1]], {}, undefined);

  it('gives every output its type', () => {
    const shapes = (op: string, given: readonly Given[], attributes: Record<string, Attribute>, outputs: number) =>
      infer(op, given, attributes, outputs).map((known) => known?.type.shape);
    assert.deepEqual(shapes('Split', [[7, 2]], {}, 3), [
      [3, 2],
      [3, 2],
      [1, 2],
    ]);
    assert.deepEqual(shapes('Split', [[7], { values: [2, 5] }], {}, 2), [[2], [5]]);
    const weights = [
      [2, 16, 3],
      [2, 16, 4],
    ];
    assert.deepEqual(shapes('LSTM', [[6, 5, 3], ...weights], {}, 3), [
      [6, 2, 5, 4],
      [2, 5, 4],
      [2, 5, 4],
    ]);
    assert.deepEqual(shapes('TopK', [[3, 9], { values: [2] }], {}, 2), [
      [3, 2],
      [3, 2],
    ]);
  });

  it('and counting never throw, however little sense a node makes', () => {
    const shape = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 4 });
    const values = fc.array(fc.integer({ min: -4, max: 6 }), { maxLength: 4 }).map((values) => ({ values }));
    const attributes = fc.dictionary(
      fc.constantFrom(
        'axis',
        'axes',
        'perm',
        'kernel_shape',
        'pads',
        'strides',
        'to',
        'keepdims',
        'split',
        'blocksize',
      ),
      fc.oneof(
        fc.integer({ min: -5, max: 9 }).map(int),
        fc.array(fc.integer({ min: -3, max: 5 }), { maxLength: 4 }).map((list) => ints(...list)),
      ),
    );
    const given = fc.array(fc.oneof(shape, values, fc.constant(undefined)), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.constantFrom(...rules.keys()),
        given,
        attributes,
        fc.integer({ min: 1, max: 3 }),
        (op, ...rest) => {
          const [inputs, chosen, outputs] = rest;
          const known = infer(op, inputs, chosen, outputs);
          assert.ok(known.every((output) => output?.type.shape.every((size) => size >= 0) ?? true));
          const types = inputs.map(
            (input) => input && { type: 'float32' as const, shape: Array.isArray(input) ? input : [1] },
          );
          const node = { name: op, op, inputs: [], outputs: ['y'], attributes: chosen };
          const operations = operationsOf(
            node,
            types,
            known.map((output) => output?.type),
          );
          assert.ok(operations === undefined || operations.macs >= 0);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('knows the values of shapes that are computed', () => {
    const values = (op: string, given: readonly Given[], attributes: Record<string, Attribute> = {}) =>
      infer(op, given, attributes)[0]?.values;
    assert.deepEqual(values('Shape', [[4, 5, 6]], { start: int(1) }), [5, 6]);
    assert.deepEqual(values('Gather', [{ values: [4, 5, 6] }, { values: [-1] }]), [6]);
    assert.deepEqual(values('Concat', [{ values: [4] }, { values: [-1] }], { axis: int(0) }), [4, -1]);
    assert.deepEqual(values('Div', [{ values: [7, -7] }, { values: [2] }]), [3, -3]);
    assert.deepEqual(values('Slice', [{ values: [1, 2, 3, 4] }, { values: [1] }, { values: [3] }]), [2, 3]);
    assert.equal(values('Relu', [{ values: [1] }]), undefined);
  });
});
