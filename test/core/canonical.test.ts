import assert from 'node:assert/strict';
import { canonicalJson, shortHash } from '@edgewright/core/canonical.js';
import fc from 'fast-check';

describe('canonical', () => {
  it('sorts keys at every level and leaves out undefined ones', () => {
    assert.equal(
      canonicalJson({ b: [{ d: 1, c: 'x' }], a: null, e: undefined, B: true }),
      '{"B":true,"a":null,"b":[{"c":"x","d":1}]}',
    );
  });

  it('writes JSON that reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON has one zero.
        assert.deepEqual(JSON.parse(canonicalJson(value)), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('hashes to the first 16 characters of SHA-256', () => {
    // [FIPS 180-2, appendix B.1] gives ba7816bf 8f01cfea 414140de ... for "abc".
    assert.equal(shortHash('abc'), 'ba7816bf8f01cfea');
  });
});
