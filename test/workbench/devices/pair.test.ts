import assert from 'node:assert/strict';
import { pairDevice, parsePairing } from '@edgewright/workbench/devices/pair.js';
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
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
});
