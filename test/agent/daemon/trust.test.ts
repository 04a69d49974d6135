import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { distrustKey, openTrust, readTrusted, type TrustedKey, trustKey } from '@edgewright/agent/daemon/trust.js';
import { fingerprintOf, publicKeyOf } from '@edgewright/core/link/signature.js';
import { temporaryFolder } from '../../workbench/folder.ts';

const keyOf = (byte: number): string => publicKeyOf(Buffer.alloc(32, byte).toString('base64'));
const [ann, ben, eve] = [keyOf(1), keyOf(2), keyOf(3)] as const;

describe('the keys that a device trusts', () => {
  const folder = temporaryFolder();
  const path = () => join(folder(), 'trusted-keys');
  const pinned: TrustedKey[] = [];
  const open = () => openTrust(path(), (trusted) => pinned.push(trusted));
  beforeEach(() => pinned.splice(0));

  it('pins the first key that is offered, and no other', () => {
    const trust = open();
    assert.equal(trust.denial(ann)?.code, 'task-untrusted');
    assert.equal(trust.offer(ann, 'ann@desk'), 'pinned');
    assert.deepEqual([trust.offer(ben, 'ben'), trust.offer(ann, 'ann@desk')], ['unknown', 'trusted']);
    assert.deepEqual(pinned, [{ key: ann, name: 'ann@desk' }]);
    assert.deepEqual(readTrusted(path()), pinned);
    assert.deepEqual([trust.denial(ann), trust.denial(ben)?.code], [undefined, 'task-untrusted']);
    assert.match(trust.denial(ben)?.fix ?? '', new RegExp(`edgewright-agent trust ${ben.replaceAll('+', '\\+')}`));
    assert.equal(trust.denial(undefined)?.code, 'task-unsigned');
    assert.equal(statSync(path()).mode & 0o777, 0o600);
  });

  it('are the same after a restart', () => {
    open().offer(ann, 'ann');
    const after = open();
    assert.deepEqual([after.denial(ann), after.isTrusted(ann), after.isTrusted(ben)], [undefined, true, false]);
    assert.equal(after.offer(ben, 'ben'), 'unknown');
  });

  it('are added and removed at the device, and an agent that runs sees it', () => {
    const trust = open();
    trustKey(path(), ann, 'Ann');
    // Whoever asks is told what holds now, and the one who looks on is told that it changed.
    assert.equal(trust.denial(ann), undefined);
    assert.ok(trust.look());
    assert.ok(!trust.look());
    trustKey(path(), ben, '');
    trustKey(path(), ann, 'Ann Other');
    assert.deepEqual(readTrusted(path()), [
      { key: ben, name: '' },
      { key: ann, name: 'Ann Other' },
    ]);
    distrustKey(path(), fingerprintOf(ann));
    assert.ok(trust.look());
    assert.equal(trust.denial(ann)?.code, 'task-untrusted');
    distrustKey(path(), ben);
    assert.throws(() => distrustKey(path(), ben), { code: 'key-unusable' });
    for (const text of ['', 'ann', `${ann}x`, ann.slice(8)]) {
      assert.throws(() => trustKey(path(), text, ''), { code: 'key-unusable' });
    }
  });

  it('are none once the last was removed, whoever offers one then', () => {
    const trust = open();
    trust.offer(ann, 'ann');
    distrustKey(path(), ann);
    assert.deepEqual([trust.offer(eve, 'eve'), trust.offer(ann, 'ann')], ['unknown', 'unknown']);
    assert.deepEqual([open().offer(eve, 'eve'), readTrusted(path())], ['unknown', []]);
  });

  it('are what was trusted before anybody came', () => {
    trustKey(path(), ann, '');
    assert.deepEqual([open().offer(eve, 'eve'), open().offer(ann, 'ann')], ['unknown', 'trusted']);
  });

  it('take no line from the name of a peer', () => {
    for (const ending of ['\n', '\r\n', '\u2028', '\u0085']) trustKey(path(), ann, `ann${ending}${eve} eve`);
    assert.deepEqual(readTrusted(path()), [{ key: ann, name: `ann ${eve} eve` }]);
    assert.ok(!open().isTrusted(eve));
  });

  const broken: readonly (readonly [string, () => void, RegExp])[] = [
    ['that others may write', () => chmodSync(path(), 0o622), /others than its owner may write it/],
    ['with a line that is no key', () => writeFileSync(path(), `${ann}\n${ben.slice(0, -2)}\n`), /line 2 is no key/],
    ['of bytes', () => writeFileSync(path(), Buffer.alloc(100, 200)), /line 1 is no key/],
  ];
  for (const [title, breakIt, why] of broken) {
    it(`are none in a file ${title}, until it is put right`, () => {
      trustKey(path(), ann, '');
      const before = readFileSync(path());
      const trust = open();
      breakIt();
      assert.ok(trust.look());
      const { code, message } = trust.denial(ann) ?? {};
      assert.equal(code, 'key-unusable');
      assert.match(message ?? '', why);
      assert.deepEqual([trust.isTrusted(ann), trust.offer(eve, 'eve')], [false, 'unknown']);
      assert.throws(() => readTrusted(path()), { code: 'key-unusable' });
      writeFileSync(path(), before);
      chmodSync(path(), 0o600);
      assert.ok(trust.look());
      assert.equal(trust.denial(ann), undefined);
    });
  }

  it('do not keep an agent from starting where there are none', () => {
    const trust = open();
    assert.deepEqual([trust.look(), existsSync(path()), trust.isTrusted(ann)], [false, false, false]);
  });
});
