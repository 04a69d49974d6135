import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { dial } from '@edgewright/workbench/devices/connect.js';
import { type FakeAgent, type FakeOptions, startFakeAgent, token } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';

describe('dialling an agent', () => {
  const folder = temporaryFolder();
  let agents: { close(): void }[] = [];
  afterEach(() => {
    for (const agent of agents) agent.close();
    agents = [];
  });
  const start = async (options?: FakeOptions): Promise<FakeAgent> => {
    const agent = await startFakeAgent(options);
    agents.push(agent);
    return agent;
  };

  it('opens a session that answers requests', async () => {
    const agent = await start();
    const session = await dial({ address: agent.address, token });
    assert.equal(session.peer.name, 'Pi 5');
    assert.equal((await session.request('run.list', {})).runs.length, 1);
    session.close();
    await session.closed;
  });

  it('refuses a wrong token on either side', async () => {
    const agent = await start();
    await assert.rejects(dial({ address: agent.address, token: 'another token' }), { code: 'unauthorized' });
    assert.equal(agent.sessions.length, 0);
  });

  it('says that nothing is there', async () => {
    const agent = await start();
    agent.close();
    await assert.rejects(dial({ address: agent.address, token }), { code: 'unreachable', message: /nothing listens/ });
    await assert.rejects(dial({ address: 'ws://no-such-host.invalid:1', token }), { code: 'unreachable' });
  });

  it('says what else is there: a web server, a server of something else, an agent that is full or of another protocol', async () => {
    const answers: [status: number, code: string][] = [
      [200, 'not-an-agent'],
      [404, 'not-an-agent'],
      [426, 'protocol-version'],
      [503, 'too-many-peers'],
    ];
    for (const [status, code] of answers) {
      const server = createHttpServer();
      server.on('upgrade', (_request, socket) =>
        socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`),
      );
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      agents.push(server);
      const { port } = server.address() as AddressInfo;
      await assert.rejects(dial({ address: `ws://127.0.0.1:${port}`, token }), { code }, `status ${status}`);
    }
    const other = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    agents.push(other);
    const { port } = other.address() as AddressInfo;
    await assert.rejects(dial({ address: `ws://127.0.0.1:${port}`, token }), { code: 'not-an-agent' });
  });

  it('takes a certificate that is pinned, and no other', async () => {
    const files = makeCertificate(folder());
    const agent = await start({ tls: files });
    const hash = new X509Certificate(files.cert).fingerprint256.replaceAll(':', '').toLowerCase();
    const session = await dial({ address: agent.address, token, certificate: hash });
    session.close();
    const other = hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
    await assert.rejects(dial({ address: agent.address, token, certificate: other }), { code: 'certificate-mismatch' });
    await assert.rejects(dial({ address: agent.address, token }), { code: 'certificate-mismatch' });
    assert.equal(agent.sessions.length, 1);
  });
});

function makeCertificate(folder: string): { readonly cert: string; readonly key: string } {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-subj', '/CN=agent', '-days', '2', '-keyout', key, '-out', cert];
  execFileSync('openssl', [...request, ...subject], { stdio: 'ignore' });
  return { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
}
