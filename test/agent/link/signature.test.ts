import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { signerOf } from '@edgewright/agent/link/signature.js';
import { publicKeyOf, type Signed, signedText } from '@edgewright/core/link/signature.js';
import fc from 'fast-check';

function makeKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = publicKeyOf(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'));
  return { key, sign: (signed: Signed) => sign(null, Buffer.from(signedText(signed)), privateKey).toString('base64') };
}

const own = makeKey();
const other = makeKey();

const signed: Signed = {
  purpose: 'deploy',
  document: 'edgewright: task/v1\nname: beat\n',
  artifacts: { 'run.js': 'a'.repeat(64), 'score.onnx': 'b'.repeat(64) },
  version: 'v1',
  device: 'device-id',
  nonce: '0'.repeat(64),
  key: own.key,
};

const signature = { key: own.key, value: own.sign(signed) };

describe('the signature of a task', () => {
  it('says who signed it', () => {
    assert.equal(signerOf(signature, signed), own.key);
    assert.equal(signerOf(undefined, signed), undefined);
  });

  const changed: Readonly<Record<string, Partial<Signed>>> = {
    'the document': { document: `${signed.document} ` },
    'a file': { artifacts: { ...signed.artifacts, 'run.js': 'c'.repeat(64) } },
    'the place of a file': { artifacts: { 'run2.js': 'a'.repeat(64), 'score.onnx': 'b'.repeat(64) } },
    'a file more': { artifacts: { ...signed.artifacts, 'more.js': 'a'.repeat(64) } },
    'the version': { version: 'v2' },
    'the device': { device: 'another' },
    'the link': { nonce: '1'.repeat(64) },
    'what it is for': { purpose: 'try' },
  };
  for (const [what, change] of Object.entries(changed)) {
    it(`does not verify once anything is changed: ${what}`, () => {
      assert.throws(() => signerOf(signature, { ...signed, ...change }), { code: 'task-signature' });
    });
  }

  it('does not verify once anything is changed: the key', () => {
    assert.throws(() => signerOf({ ...signature, key: other.key }, signed), { code: 'task-signature' });
    // One who signs the same in his own name is that other, and nobody else.
    const theirs = { key: other.key, value: other.sign({ ...signed, key: other.key }) };
    assert.equal(signerOf(theirs, signed), other.key);
    assert.throws(() => signerOf({ ...theirs, key: own.key }, signed), { code: 'task-signature' });
  });

  it('does not verify with any bit of it changed, and refuses garbage with a code', () => {
    const bytes = Buffer.from(signature.value, 'base64');
    for (let bit = 0; bit < 512; bit += 7) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const value = flipped.toString('base64');
      assert.throws(() => signerOf({ ...signature, value }, signed), { code: 'task-signature' }, `bit ${bit}`);
    }
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ minLength: 64, maxLength: 64 }),
        (key, value) => {
          const garbage = {
            key: publicKeyOf(Buffer.from(key).toString('base64')),
            value: Buffer.from(value).toString('base64'),
          };
          assert.throws(() => signerOf(garbage, signed), { code: 'task-signature' });
        },
      ),
      { numRuns: 100 },
    );
  });
});
