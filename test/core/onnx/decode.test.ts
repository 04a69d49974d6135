import assert from 'node:assert/strict';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { familyOf } from '@edgewright/core/models/families.js';
import { decodeMessage, decodeModel } from '@edgewright/core/onnx/decode.js';
import { encodeMessage } from '@edgewright/core/onnx/encode.js';
import { attributeTypes, type OnnxGraph, type OnnxModel } from '@edgewright/core/onnx/messages.js';
import { encodeModel } from '@edgewright/core/onnx/write.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import fc from 'fast-check';

const small = encodeModel(
  familyOf('transformer').build(
    { kind: 'decoder', layers: 1, hidden: 4, heads: 2, feedforward: 0, length: 3, positions: 0, vocab: 7, batch: 1 },
    'float32',
    1,
  ),
);

/** Decodes, or fails as malformed; anything else is a bug. */
function decodes(bytes: Uint8Array): boolean {
  try {
    decodeModel(bytes);
    return true;
  } catch (error) {
    assert.ok(error instanceof CodedError, String(error));
    assert.equal(error.code, 'onnx-malformed');
    return false;
  }
}

describe('an ONNX file', () => {
  it('comes back as it was written, with every kind of attribute', () => {
    const graph: OnnxGraph = {
      node: [
        {
          input: ['a', '', 'b'],
          output: ['c'],
          name: 'n',
          opType: 'Anything',
          attribute: [
            { name: 'f', f: -0.5, type: attributeTypes.float },
            { name: 'i', i: -(2n ** 63n), type: attributeTypes.int },
            { name: 's', s: Uint8Array.of(0, 255, 128), type: attributeTypes.string },
            {
              name: 't',
              t: { dims: [2], dataType: 1, floatData: Float32Array.of(1, -2) },
              type: attributeTypes.tensor,
            },
            { name: 'g', g: { name: 'inner', node: [{ opType: 'Relu' }] }, type: attributeTypes.graph },
            { name: 'floats', floats: Float32Array.of(0, 1.5), type: attributeTypes.floats },
            { name: 'ints', ints: BigInt64Array.of(-1n, 2n ** 63n - 1n), type: attributeTypes.ints },
            { name: 'strings', strings: [Uint8Array.of(1), Uint8Array.of()], type: attributeTypes.strings },
            { name: 'graphs', graphs: [{ name: 'one' }, { name: 'two' }], type: 10 },
            { name: 'sparse', sparseTensor: { dims: [4], values: { name: 'v' } }, type: 11 },
          ],
          domain: 'a.b',
        },
      ],
      name: 'näme 漢字',
      initializer: [
        { dims: [1, 0], dataType: 7, int64Data: BigInt64Array.of(5n), name: 'x' },
        { dims: [3], dataType: 11, doubleData: Float64Array.of(0.1), name: 'd' },
        { dims: [1], dataType: 13, uint64Data: BigUint64Array.of(2n ** 64n - 1n), name: 'u' },
        { dims: [1], dataType: 6, int32Data: Int32Array.of(-7), name: 'w', rawData: Uint8Array.of(1, 2, 3) },
      ],
      input: [
        { name: 'a', type: { tensorType: { elemType: 1, shape: { dim: [{ dimParam: 'N' }, { dimValue: 0 }, {}] } } } },
      ],
      output: [{ name: 'c', type: { sequenceType: { elemType: { tensorType: { elemType: 1 } } } } }],
    };
    const model: OnnxModel = { irVersion: 8, opsetImport: [{ domain: '', version: 17 }], graph };
    assert.deepEqual(decodeModel(encodeMessage('Model', model)), model);
  });

  it('gives views of big tensors, not copies', () => {
    const [initializer] = decodeModel(small).graph!.initializer!.slice(-1);
    assert.equal(initializer!.rawData!.buffer, small.buffer);
  });

  it('may write lists of numbers one by one', () => {
    const writer = new BinaryWriter();
    for (const size of [3, 4]) writer.tag(1, WireType.Varint).int64(size);
    for (const value of [0.5, -1]) writer.tag(4, WireType.Bit32).float(value);
    assert.deepEqual(decodeMessage('Tensor', writer.finish()), { dims: [3, 4], floatData: Float32Array.of(0.5, -1) });
  });

  it('may hold fields that nobody knows', () => {
    const unknown = new BinaryWriter()
      .tag(99, WireType.LengthDelimited)
      .string('new')
      .tag(98, WireType.Bit64)
      .double(1);
    const bytes = Uint8Array.from([...unknown.finish(), ...small]);
    assert.deepEqual(decodeModel(bytes), decodeModel(small));
  });
});

describe('what is no ONNX file', function () {
  this.timeout(60_000);
  it('cut short anywhere, is malformed or lacks only what came last', () => {
    // The last field of the model is its graph: cut inside it, its length no longer fits.
    for (let length = 0; length < small.length; length++)
      assert.equal(decodes(small.subarray(0, length)), false, `${length}`);
  });

  it('with any byte changed, still decodes or is malformed', () => {
    fc.assert(
      fc.property(fc.nat(small.length - 1), fc.nat(255), (at, value) => {
        const bytes = small.slice();
        bytes[at] = value;
        decodes(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it('of random bytes, is malformed or a model by chance', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        decodes(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it('of messages without end inside each other, is malformed', () => {
    let graph: OnnxGraph = {};
    for (let depth = 0; depth < 100; depth++) graph = { node: [{ attribute: [{ g: graph }] }] };
    assert.equal(decodes(encodeMessage('Model', { graph })), false);
  });

  it('of more messages than the limit, is malformed', () => {
    const graph = { node: Array.from({ length: 100 }, () => ({})) };
    const bytes = encodeMessage('Model', { graph });
    assert.equal(decodeModel(bytes).graph?.node?.length, 100);
    assert.throws(() => decodeModel(bytes, { maxMessages: 100 }), { code: 'onnx-malformed' });
  });

  it('of another kind, says so', () => {
    const pointer = Uint8Array.from('version https://git-lfs.github.com/spec/v1\n', (character) =>
      character.charCodeAt(0),
    );
    assert.throws(() => decodeModel(pointer), { code: 'onnx-malformed', fix: /Git LFS/ });
    assert.throws(() => decodeModel(new Uint8Array()), { message: /holds no graph/ });
  });
});
