import assert from 'node:assert/strict';
import {
  bytesOfKey,
  fingerprintOf,
  isPublicKey,
  publicKeyOf,
  type Signed,
  signedText,
} from '@edgewright/core/link/signature.js';
import { checkParams } from '@edgewright/schemas/frame.js';

const key = 'ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

const signed: Signed = {
  purpose: 'deploy',
  document: 'name: beat',
  artifacts: { 'run.js': 'a1', 'model.onnx': 'b2' },
  version: 'v1',
  device: 'device-id',
  nonce: '00',
  key,
};

describe('what is signed of a task', () => {
  it('is one text, in whatever order its parts come', () => {
    const { artifacts, ...rest } = signed;
    const turned = { ...rest, artifacts: Object.fromEntries(Object.entries(artifacts).toReversed()) };
    assert.equal(signedText(turned), signedText(signed));
    assert.match(signedText(signed), /^edgewright\.v1 task\n\{"artifacts":\{"model\.onnx":"b2",/);
  });

  it('cannot be read in two ways', () => {
    const others = [
      { ...signed, document: 'name: beat","x":"' },
      { ...signed, document: 'name: ', version: 'beatv1' },
      { ...signed, artifacts: { 'run.js': 'b2', 'model.onnx': 'a1' } },
      { ...signed, artifacts: {}, document: 'name: beat{}' },
    ];
    const texts = [signed, ...others].map(signedText);
    assert.equal(new Set(texts).size, texts.length);
    // JSON escapes what would end a string, so the text says which part is which.
    for (const [index, one] of [signed, ...others].entries()) {
      assert.deepEqual(JSON.parse(texts[index]?.split('\n')[1] ?? ''), one);
    }
  });
});

describe('a public key as text', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['no kind', bytesOfKey(key)],
    ['another kind', key.replace('ed25519', 'rsa')],
    ['31 bytes', publicKeyOf(Buffer.alloc(31, 1).toString('base64'))],
    ['33 bytes', publicKeyOf(Buffer.alloc(33, 1).toString('base64'))],
    ['no padding', key.slice(0, -1)],
    ['base64url', key.replace('/', '_')],
    ['bits that are no bytes', key.replace('o=', 'p=')],
    ['a line break behind it', `${key}\n`],
    ['another key behind it', `${key} ${key}`],
  ];

  it('is 32 bytes, written in one way', () => {
    assert.ok(isPublicKey(key));
    assert.equal(publicKeyOf(bytesOfKey(key)), key);
    assert.equal(fingerprintOf(key), 'dc2837f7ac39707c');
    assert.equal(checkParams('key.offer', { key }), undefined);
  });

  for (const [title, text] of wrong) {
    it(`is not ${title}, for a device neither`, () => {
      assert.ok(!isPublicKey(text));
      assert.equal(checkParams('key.offer', { key: text })?.data?.code, 'bad-params');
      const deployed = { document: '', artifacts: {}, version: '', signature: { key: text, value: signature } };
      assert.equal(checkParams('task.deploy', deployed)?.data?.code, 'bad-params');
    });
  }

  it('goes with a signature of 64 bytes', () => {
    const check = (value: unknown) =>
      checkParams('task.deploy', { document: '', artifacts: {}, version: '', signature: { key, value } });
    assert.equal(check(signature), undefined);
    const bad = ['', signature.slice(4), `${signature.slice(0, -2)}AA==`, signature.replace('==', ''), 64, null];
    for (const value of bad) assert.equal(check(value)?.data?.code, 'bad-params', String(value));
  });
});

const signature = Buffer.alloc(64, 7).toString('base64');
