import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signerOf } from '@edgewright/agent/link/signature.js';
import { signedText } from '@edgewright/core/link/signature.js';
import { openSigningKey } from '@edgewright/workbench/signing/key.js';
import { temporaryFolder } from '../folder.ts';

describe('the key that signs tasks', () => {
  const folder = temporaryFolder();
  const environment = () => ({ XDG_CONFIG_HOME: folder() });
  const file = () => join(folder(), 'edgewright', 'signing-key.pem');
  const pem = (kind: 'ed25519' | 'x25519') =>
    (kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('x25519')).privateKey.export({
      type: 'pkcs8',
      format: 'pem',
    });

  it('is made at first need, for its owner alone, and stays', async () => {
    const first = await openSigningKey(environment());
    assert.equal(first.file, file());
    assert.equal(statSync(file()).mode & 0o777, 0o600);
    assert.equal(statSync(join(folder(), 'edgewright')).mode & 0o777, 0o700);
    assert.equal((await openSigningKey(environment())).publicKey, first.publicKey);
    assert.deepEqual(readdirSync(join(folder(), 'edgewright')), ['signing-key.pem']);
    assert.ok(!readFileSync(file(), 'utf8').includes('PUBLIC'));
  });

  it('is one, however many need it first', async () => {
    const keys = await Promise.all(Array.from({ length: 12 }, () => openSigningKey(environment())));
    assert.equal(new Set(keys.map(({ publicKey }) => publicKey)).size, 1);
    assert.deepEqual(readdirSync(join(folder(), 'edgewright')), ['signing-key.pem']);
  });

  it('signs what a device verifies', async () => {
    const { publicKey: key, sign } = await openSigningKey(environment());
    const signed = { purpose: 'try', document: 'näme: ☂', artifacts: {}, device: 'd', nonce: '00' } as const;
    const signature = { key, value: sign(signedText({ ...signed, key })) };
    assert.equal(signerOf(signature, signed), key);
  });

  it('is that of a file which the environment names', async () => {
    const own = await openSigningKey(environment());
    const shared = join(folder(), 'team.pem');
    writeFileSync(shared, pem('ed25519'), { mode: 0o600 });
    const team = await openSigningKey({ ...environment(), EDGEWRIGHT_SIGNING_KEY: shared });
    assert.notEqual(team.publicKey, own.publicKey);
    assert.equal(team.file, shared);
  });

  const unusable: readonly (readonly [string, (path: string) => void, RegExp])[] = [
    ['is not there', () => undefined, /no such file/],
    ['is a folder', (path) => mkdirSync(path, { mode: 0o700 }), /it is a folder/],
    ['is empty', (path) => writeFileSync(path, '', { mode: 0o600 }), /holds no private key/],
    ['is garbage', (path) => writeFileSync(path, Buffer.alloc(400, 200), { mode: 0o600 }), /holds no private key/],
    ['is of another kind', (path) => writeFileSync(path, pem('x25519'), { mode: 0o600 }), /a key of x25519/],
  ];
  for (const [title, make, why] of unusable) {
    it(`is refused where its file ${title}`, async () => {
      const path = join(folder(), 'key.pem');
      make(path);
      const opened = openSigningKey({ ...environment(), EDGEWRIGHT_SIGNING_KEY: path });
      await assert.rejects(opened, { code: 'key-unusable', message: why });
    });
  }

  it('is refused in a file that others may read, its own file too', async () => {
    await openSigningKey(environment());
    for (const mode of [0o640, 0o604, 0o660]) {
      chmodSync(file(), mode);
      await assert.rejects(openSigningKey(environment()), { code: 'key-unusable', fix: /chmod 600/ });
    }
    chmodSync(file(), 0o400);
    await openSigningKey(environment());
  });

  it('is not made where nothing can be written', async () => {
    writeFileSync(join(folder(), 'edgewright'), 'a file where the folder would be');
    await assert.rejects(openSigningKey(environment()), { code: 'key-unusable', fix: /EDGEWRIGHT_SIGNING_KEY/ });
  });
});
