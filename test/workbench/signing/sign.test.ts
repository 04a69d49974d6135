import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { signerOf } from '@edgewright/agent/link/signature.js';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import type { TaskDeployment } from '@edgewright/schemas/deployment.js';
import type { KeyTrust } from '@edgewright/schemas/wire.js';
import { dial } from '@edgewright/workbench/devices/connect.js';
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
import { openSigningKey } from '@edgewright/workbench/signing/key.js';
import { askSigned } from '@edgewright/workbench/signing/sign.js';
import { type FakeAgent, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';

const task = { document: 'name: beat', artifacts: { 'run.js': 'a'.repeat(64) }, version: 'v1' };

describe('what is asked of a device with a signature', () => {
  const folder = temporaryFolder();
  const environment = () => ({ XDG_CONFIG_HOME: folder() });
  let agent: FakeAgent;
  afterEach(() => agent.close());

  /** The device refuses with the codes in turn, then takes it. */
  async function deploy(capabilities: readonly string[], trust: KeyTrust, refusals: readonly Code[]) {
    const asked: TaskDeployment[] = [];
    const offers: string[] = [];
    const nonces: string[] = [];
    agent = await startFakeAgent({
      hello: { capabilities },
      handlers: {
        'key.offer': ({ key }) => {
          offers.push(key);
          return { trust };
        },
        'task.deploy': (params, session) => {
          nonces.push(session.nonce);
          const code = refusals[asked.push(params) - 1];
          if (code !== undefined) throw new CodedError(code, 'refused', 'trust it');
          return { kind: 'refused', diagnostics: [] };
        },
      },
    });
    const session = await dial({ address: agent.address, token });
    const error = await askSigned(session, fileCredentials(environment()), 'deploy', task, (signed) =>
      session.request('task.deploy', signed),
    ).then(
      () => undefined,
      (refused: CodedError) => refused.code,
    );
    session.close();
    return { asked, offers, error, nonce: nonces[0] ?? '' };
  }

  it('goes with one of this link, and no key is offered where none is wanted', async () => {
    const { asked, offers, error, nonce } = await deploy(['task-signing'], 'pinned', []);
    assert.deepEqual([asked.length, offers, error], [1, [], undefined]);
    const { signature, ...rest } = asked[0] ?? assert.fail('not asked');
    assert.deepEqual(rest, task);
    const signer = signerOf(signature, { ...task, purpose: 'deploy', device: 'device-id', nonce });
    assert.equal(signer, (await openSigningKey(environment())).publicKey);
  });

  it('goes again once the key was pinned for it', async () => {
    const { asked, offers, error } = await deploy(['task-signing'], 'pinned', ['task-untrusted']);
    assert.deepEqual([asked.length, error], [2, undefined]);
    assert.deepEqual(asked[0], asked[1]);
    assert.deepEqual(offers, [asked[0]?.signature?.key]);
  });

  it('is refused where the device trusts another key, or for anything else', async () => {
    const stranger = await deploy(['task-signing'], 'unknown', ['task-untrusted']);
    assert.deepEqual([stranger.asked.length, stranger.error], [1, 'task-untrusted']);
    agent.close();
    const twice = await deploy(['task-signing'], 'pinned', ['task-untrusted', 'task-untrusted']);
    assert.deepEqual([twice.asked.length, twice.error], [2, 'task-untrusted']);
    agent.close();
    const full = await deploy(['task-signing'], 'pinned', ['tasks-full']);
    assert.deepEqual([full.asked.length, full.offers, full.error], [1, [], 'tasks-full']);
  });

  it('goes without one to an agent that is older, and no key is made for it', async () => {
    const { asked } = await deploy([], 'pinned', []);
    assert.deepEqual(asked, [task]);
    assert.ok(!existsSync(join(folder(), 'edgewright')));
  });
});
