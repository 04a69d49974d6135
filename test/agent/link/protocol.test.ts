import assert from 'node:assert/strict';
import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { signerOf } from '@edgewright/agent/link/signature.js';
import { closeCodes } from '@edgewright/core/link/close.js';
import { makeProof } from '@edgewright/core/link/proof.js';
import { fingerprintOf, signedText } from '@edgewright/core/link/signature.js';
import type { TaskDeployment } from '@edgewright/schemas/deployment.js';
import { checkParams, parseFrame } from '@edgewright/schemas/frame.js';
import { defaultLimits, type Frame, type Hello, type Proof } from '@edgewright/schemas/wire.js';

const text = readFileSync(new URL('../../../docs/protocol.md', import.meta.url), 'utf8');

const frames: readonly Frame[] = [...text.matchAll(/^```json\n([\s\S]*?)\n```$/gm)].map(([, json]) => {
  const parsed = parseFrame(json ?? '', defaultLimits);
  assert.ok(parsed.kind === 'ok', json);
  return parsed.frame;
});

describe('docs/protocol.md', () => {
  for (const frame of frames) {
    if ('method' in frame) {
      it(`has an example of ${frame.method} that the schema accepts`, () => {
        assert.equal(checkParams(frame.method, frame.params), undefined);
      });
    }
  }

  it('has an example of every method and notification', () => {
    const shown = new Set(frames.flatMap((frame) => ('method' in frame ? [frame.method] : [])));
    const wire = readFileSync(new URL('../../../schemas/wire.ts', import.meta.url), 'utf8');
    const named = [...wire.matchAll(/^ {2}'([a-z]+\.[a-z]+)': \{/gm)].map(([, name]) => name ?? '');
    assert.ok(named.length >= 14);
    assert.deepEqual([...shown].sort(), [...named, 'hello', 'proof'].sort());
  });

  it('has proofs that are computed', () => {
    const token = /with the token `([^`]+)`/.exec(text)?.[1] ?? '';
    const peer = /device's nonce `([0-9a-f]{64})`/.exec(text)?.[1] ?? '';
    const own = paramsOf('hello').map((params) => (params as Hello).nonce)[0] ?? '';
    assert.deepEqual(
      paramsOf('proof').map((params) => (params as Proof).proof),
      [makeProof(token, 'workbench', peer, own), makeProof(token, 'device', own, peer)],
    );
  });

  it('has a signature that is computed', () => {
    // The private key of RFC 8032 7.1, test 1, with the header of PKCS 8 [RFC 8410 7] before it.
    const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
    const der = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex');
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    const device = /for the device `([^`]+)`/.exec(text)?.[1] ?? '';
    const nonce = /device's nonce `([0-9a-f]{64})`/.exec(text)?.[1] ?? '';
    const [deployed] = paramsOf('task.deploy') as TaskDeployment[];
    const { signature, ...task } = deployed ?? assert.fail('no example');
    const signed = { ...task, purpose: 'deploy', device, nonce } as const;
    assert.equal(signerOf(signature, signed), signature?.key);
    const key = signature?.key ?? '';
    assert.equal(
      sign(null, Buffer.from(signedText({ ...signed, key })), privateKey).toString('base64'),
      signature?.value,
    );
    assert.ok(text.includes(`"fingerprint": "${fingerprintOf(key)}"`));
  });

  it('has the limits and the close codes of the code', () => {
    const rows = new Set(
      [...text.matchAll(/^\| *(\S+) *\| *(\S+) *\|/gm)].map(([, left, right]) => `${left} ${right}`),
    );
    for (const [name, value] of Object.entries(defaultLimits)) assert.ok(rows.has(`\`${name}\` ${value}`), name);
    for (const [name, code] of Object.entries(closeCodes)) assert.ok(rows.has(`${code} \`${name}\``), name);
  });
});

function paramsOf(method: string): unknown[] {
  return frames.flatMap((frame) => ('method' in frame && frame.method === method ? [frame.params] : []));
}
