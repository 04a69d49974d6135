import assert from 'node:assert/strict';
import { formatPairingLink, type PairingLink, parsePairingLink } from '@edgewright/core/link/pairing.js';

const certificate = 'ab'.repeat(32);

describe('a pairing link', () => {
  const links: readonly PairingLink[] = [
    { host: '192.168.1.7:7317', token: 'abcdefgh23456789' },
    { host: '[fe80::1]:7317', token: 'with/odd?signs#&=%+', name: 'Küche 1' },
    { host: 'pi.local:7317', token: 'abcdefgh23456789', certificate, name: 'pi' },
  ];
  for (const link of links) {
    it(`is read as it was written: ${formatPairingLink(link)}`, () => {
      const text = formatPairingLink(link);
      assert.deepEqual(parsePairingLink(text), link);
      assert.deepEqual(parsePairingLink(`  ${text}\n`), link);
      assert.doesNotMatch(text, /\s/);
    });
  }

  it('is nothing else', () => {
    for (const text of [
      '',
      'ws://pi:7317',
      'edgewright://pi:7317',
      'edgewright://pi:7317/?token=',
      'edgewright://pi:7317/?token=%zz',
      'edgewright:///?token=abc',
      `edgewright://pi:7317/?token=abc&certificate=${'zz'.repeat(32)}`,
      'edgewright://pi:7317/?token=abc two',
    ]) {
      assert.equal(parsePairingLink(text), undefined, text);
    }
  });
});
