import assert from 'node:assert/strict';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import { startLocalAgent } from '@edgewright/workbench/devices/local.js';
import { dialTarget } from '@edgewright/workbench/devices/open.js';
import { fileCredentials } from '@edgewright/workbench/devices/tokens.js';
import { temporaryFolder } from '../folder.ts';

describe('an agent of this machine', function () {
  this.timeout(30_000);
  const folder = temporaryFolder();
  const environment = { ...process.env, EDGEWRIGHT_TOKEN: 'the token of another device' };

  it('listens for this machine alone, with a token of its own, and leaves nothing', async () => {
    const agent = await startLocalAgent({ environment });
    const { address, token } = agent.target;
    assert.match(address!, /^ws:\/\/127\.0\.0\.1:\d+$/);
    const session = await dialTarget(agent.target, fileCredentials(environment));
    assert.ok(session.peer.capabilities.includes('model-inspect'));
    session.close();
    await agent.close();
    assert.ok(!existsSync(dirname((token as { readonly file: string }).file)));
    await assert.rejects(dialTarget(agent.target, fileCredentials(environment)));
  });

  it('ends by itself where who started it is gone', async () => {
    const parent = join(folder(), 'parent.mjs');
    const local = new URL('../../../workbench/devices/local.ts', import.meta.url).href;
    writeFileSync(
      parent,
      `import { startLocalAgent } from '${local}';
       const { target } = await startLocalAgent({ environment: process.env });
       process.stdout.write(JSON.stringify(target), () => process.kill(process.pid, 'SIGKILL'));`,
    );
    const { spawnSync } = await import('node:child_process');
    const { stdout } = spawnSync(process.execPath, [parent], { encoding: 'utf8', env: process.env });
    const { address, token } = JSON.parse(stdout) as { address: string; token: { file: string } };
    const port = Number(new URL(address).port);
    const { connect } = await import('node:net');
    const isOpen = (): Promise<boolean> =>
      new Promise((resolve) => {
        const socket = connect({ host: '127.0.0.1', port });
        socket.once('connect', () => {
          socket.destroy();
          resolve(true);
        });
        socket.once('error', () => resolve(false));
      });
    for (let tries = 0; await isOpen(); tries++) {
      assert.ok(tries < 100, 'it still listens');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    // Nobody was left to remove it.
    rmSync(dirname(token.file), { recursive: true });
  });

  it('is refused where it is not installed', async () => {
    await assert.rejects(
      startLocalAgent({ environment, packages: ['@edgewright/none'] }),
      (error) => error instanceof CodedError && error.code === 'agent-not-installed',
    );
  });

  const faults: readonly (readonly [string, string, Code, RegExp])[] = [
    [
      'ends at once',
      "console.error('the disk is full'); process.exit(3);",
      'agent-not-started',
      /: the disk is full\.$/,
    ],
    ['says nothing', 'setInterval(() => {}, 1000);', 'agent-not-started', /: nothing within 500 ms\.$/],
    ['talks without end', "setInterval(() => console.error('{'), 1);", 'agent-not-started', /: \{\.$/],
  ];
  for (const [what, text, code, message] of faults) {
    it(`is refused where it ${what}`, async () => {
      const program = join(folder(), 'agent.mjs');
      writeFileSync(program, text);
      await assert.rejects(startLocalAgent({ environment, program, startTime: 500 }), (error) => {
        assert.ok(error instanceof CodedError && error.code === code, String(error));
        assert.match(error.message, message);
        return true;
      });
    });
  }
});
