import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pairDevice, parsePairing } from '@edgewright/workbench/devices/pair.js';
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
import { openSigningKey } from '@edgewright/workbench/signing/key.js';
import { type FakeAgent, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';

describe('pairing', () => {
  const folder = temporaryFolder();
  let agent: FakeAgent | undefined;
  afterEach(() => agent?.close());

  it('reads address, token, certificate and name of a link', () => {
    const certificate = 'ab'.repeat(32);
    assert.deepEqual(parsePairing('edgewright://pi:7317/?token=abc#pi'), {
      address: 'ws://pi:7317',
      token: 'abc',
      name: 'pi',
    });
    assert.deepEqual(parsePairing(`edgewright://pi:7317/?token=abc&certificate=${certificate}`), {
      address: 'wss://pi:7317',
      token: 'abc',
      certificate,
    });
  });

  it('refuses what is no link without saying what is in it', () => {
    for (const text of ['edgewright://pi/?token=secret', 'edgewright://pi:7317/?tokn=secret', 'secret']) {
      assert.throws(
        () => parsePairing(text),
        (error: Error & { code?: string }) => error.code === 'bad-address' && !error.message.includes('secret'),
        text,
      );
    }
  });

  it('keeps what worked, and nothing else', async () => {
    agent = await startFakeAgent();
    const credentials = fileCredentials({ XDG_CONFIG_HOME: folder() });
    const { address } = agent;
    await assert.rejects(pairDevice({ address, token: 'a wrong token, long enough' }, credentials), {
      code: 'unauthorized',
    });
    assert.deepEqual(await credentials.pairings(), []);
    const { pairing, program } = await pairDevice({ address, token }, credentials);
    assert.equal(program, 'edgewright-agent 0.0.0');
    assert.deepEqual(pairing, { id: 'device-id', name: 'Pi 5', token, address });
    assert.deepEqual(await credentials.pairings(), [pairing]);
  });

  it('offers the key that tasks are signed with, to a device that knows what to do with it', async () => {
    const offers: string[] = [];
    agent = await startFakeAgent({
      hello: { capabilities: ['task-signing'] },
      handlers: {
        'key.offer': ({ key }) => {
          offers.push(key);
          return { trust: 'unknown' };
        },
      },
    });
    const environment = { XDG_CONFIG_HOME: folder() };
    const { offered } = await pairDevice({ address: agent.address, token }, fileCredentials(environment));
    assert.equal(offered?.trust, 'unknown');
    assert.deepEqual(offers, [(await openSigningKey(environment)).publicKey]);
    // One that is older is asked nothing, and no key is made for it.
    agent.close();
    agent = await startFakeAgent();
    const other = fileCredentials({ XDG_CONFIG_HOME: join(folder(), 'other') });
    assert.equal((await pairDevice({ address: agent.address, token }, other)).offered, undefined);
    assert.deepEqual(readdirSync(join(folder(), 'other', 'edgewright')), ['pairings.json']);
  });
});
