import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { closeCodes } from '@edgewright/core/link/close.js';
import { makeProof } from '@edgewright/core/link/proof.js';
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
