import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAddress } from '@edgewright/workbench/devices/address.js';
import { selectTargets, targetsOf } from '@edgewright/workbench/devices/fleet.js';
import { findToken, targetOf, withCertificate } from '@edgewright/workbench/devices/target.js';
import { fileCredentials, pairingsPath } from '@edgewright/workbench/devices/tokens.js';
import { temporaryFolder } from '../folder.ts';

describe('addresses', () => {
  it('are read as people write them', () => {
    const cases: [text: string, address: string][] = [
      ['pi:7317', 'ws://pi:7317'],
      ['ws://pi:7317/', 'ws://pi:7317'],
      ['wss://pi.example', 'wss://pi.example'],
      ['192.168.1.7:80', 'ws://192.168.1.7'],
      ['ws://[fe80::1]:7317', 'ws://[fe80::1]:7317'],
      ['wss://proxy:443/agents/pi', 'wss://proxy/agents/pi'],
    ];
    for (const [text, address] of cases) assert.equal(parseAddress(text), address, text);
  });

  it('are refused with a reason', () => {
    for (const text of ['pi', 'http://pi:7317', 'ws://', 'ws://user:secret@pi:7317', 'pi:99999', '']) {
      assert.throws(() => parseAddress(text), { name: 'CodedError', code: 'bad-address' }, text);
    }
  });
});

describe('fleet', () => {
  const targets = targetsOf(
    {
      edgewright: 'fleet/v1',
      devices: [
        { name: 'pi', address: 'ws://pi:7317', token: { file: 'tokens/pi' }, labels: { room: 'lab', kind: 'pi' } },
        { name: 'nano', address: 'ws://nano:7317', token: { env: 'NANO' }, labels: { room: 'lab' } },
        { name: 'phone' },
      ],
    },
    '/home/me/fleet.yaml',
  );
  const chosen = (...selections: string[]) => selectTargets(targets, selections).map(({ name }) => name);

  it('is chosen from by name and by label', () => {
    assert.deepEqual(chosen(), ['pi', 'nano', 'phone']);
    assert.deepEqual(chosen('phone', 'pi'), ['pi', 'phone']);
    assert.deepEqual(chosen('room=lab'), ['pi', 'nano']);
    assert.deepEqual(chosen('room=lab', 'pi'), ['pi', 'nano']);
    for (const nobody of ['tablet', 'room=attic', 'toString=x']) {
      assert.throws(() => chosen(nobody), { code: 'no-device' }, nobody);
    }
  });

  it('has token files beside it', () => {
    assert.deepEqual(targets[0].token, { file: '/home/me/tokens/pi' });
  });
});

describe('tokens', () => {
  const folder = temporaryFolder();
  const target = targetOf('pi:7317', {}, '/');
  const pairing = { id: 'device-id', name: 'pi', address: 'ws://pi:7317', token: 'stored' };

  it('that are stored can be read by their owner alone', async () => {
    const credentials = fileCredentials({ XDG_CONFIG_HOME: folder() });
    const path = await credentials.store(pairing);
    assert.equal(path, join(folder(), 'edgewright', 'pairings.json'));
    assert.equal(statSync(path).mode & 0o777, 0o600);
    await credentials.store({ ...pairing, id: 'other', address: 'ws://other:1' });
    await credentials.store({ ...pairing, token: 'newer' });
    const stored = await credentials.pairings();
    assert.deepEqual(
      stored.map(({ id, token }) => [id, token]),
      [
        ['other', 'stored'],
        ['device-id', 'newer'],
      ],
    );
  });

  it('are forgotten by the id or the address of their device', async () => {
    const credentials = fileCredentials({ XDG_CONFIG_HOME: folder() });
    await credentials.forget('nobody');
    await credentials.store(pairing);
    await credentials.store({ ...pairing, id: 'other', address: 'ws://other:1' });
    await credentials.forget('ws://other:1');
    assert.deepEqual(await credentials.pairings(), [pairing]);
    await credentials.forget('device-id');
    assert.deepEqual(await credentials.pairings(), []);
  });

  it('bring the certificate that was pinned with them, where none is named', async () => {
    const credentials = fileCredentials({ XDG_CONFIG_HOME: folder() });
    const pinned = 'ab'.repeat(32);
    await credentials.store({ ...pairing, address: 'wss://pi:7317', certificate: pinned });
    const certificateOf = async (one: typeof target) => (await withCertificate(one, credentials)).certificate;
    const secure = { ...target, address: 'wss://pi:7317' };
    assert.equal(await certificateOf(secure), pinned);
    assert.equal(await certificateOf({ ...secure, certificate: 'cd'.repeat(32) }), 'cd'.repeat(32));
    assert.equal(await certificateOf(target), undefined);
  });

  it('come from the place that is named, then the environment, then the pairing', async () => {
    const environment = { XDG_CONFIG_HOME: folder() };
    const stored = fileCredentials(environment);
    await stored.store(pairing);
    const file = join(folder(), 'token');
    writeFileSync(file, 'in a file\n');
    const inFile = targetOf('pi:7317', { tokenFile: 'token' }, folder());
    const withVariable = fileCredentials({
      ...environment,
      EDGEWRIGHT_TOKEN: 'in the environment',
      PI: 'own variable',
    });
    assert.equal(await findToken(inFile, withVariable), 'in a file');
    assert.equal(await findToken(target, withVariable), 'in the environment');
    assert.equal(await findToken(target, stored), 'stored');
    assert.equal(await findToken({ ...target, token: { env: 'PI' } }, withVariable), 'own variable');
  });

  it('that are nowhere are missed with a code', async () => {
    const credentials = fileCredentials({ XDG_CONFIG_HOME: folder() });
    writeFileSync(join(folder(), 'empty'), '\n');
    for (const one of [
      target,
      { ...target, token: { env: 'UNSET' } },
      { ...target, token: { file: join(folder(), 'none') } },
      { ...target, token: { file: join(folder(), 'empty') } },
    ]) {
      await assert.rejects(findToken(one, credentials), { code: 'token-missing' });
    }
    assert.match(pairingsPath({}), /\.config\/edgewright\/pairings\.json$/);
  });
});
