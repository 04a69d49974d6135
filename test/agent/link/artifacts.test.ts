import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveArtifacts } from '@edgewright/agent/link/artifacts.js';
import { createTickets } from '@edgewright/agent/link/tickets.js';
import { type Artifacts, openArtifacts } from '@edgewright/agent/store/artifacts.js';
import { CodedError } from '@edgewright/schemas/codes.js';

const bytes = Buffer.from('a model '.repeat(10_000));
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('artifacts over HTTP', () => {
  let folder = '';
  let artifacts: Artifacts;
  let server: Server;
  let ticket = '';
  let now = 0;
  let named: ReadonlySet<string>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'edgewright-artifacts-'));
    artifacts = openArtifacts(folder, { oneBytes: 1_000_000, allBytes: 1_100_000, named: () => named });
    now = 0;
    named = new Set();
    const tickets = createTickets(() => now);
    ticket = tickets.issue([sha256]);
    server = createServer(serveArtifacts(artifacts, tickets, (fault) => assert.fail(String(fault))));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const send = (init: RequestInit & { readonly name?: string } = {}): Promise<Response> => {
    const { port } = server.address() as AddressInfo;
    return fetch(`http://127.0.0.1:${port}/artifacts/${init.name ?? sha256}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${ticket}` },
      ...init,
    });
  };
  const range = (first: number, last: number) => ({
    authorization: `Bearer ${ticket}`,
    'content-range': `bytes ${first}-${last}/${bytes.length}`,
  });
  const refusal = async (init: Parameters<typeof send>[0]): Promise<[number, string]> => {
    const response = await send(init);
    const body = (await response.json()) as { code: string; fix: string };
    assert.ok(body.fix !== '');
    return [response.status, body.code];
  };

  it('takes a file and names it by its content', async () => {
    assert.equal((await send({ body: bytes })).status, 201);
    assert.deepEqual(readFileSync(artifacts.path(sha256)), bytes);
    assert.equal((await send({ body: bytes })).status, 200);
    assert.equal((await send({ method: 'HEAD' })).status, 200);
  });

  it('goes on where a transfer ended', async () => {
    assert.equal((await send({ body: bytes.subarray(0, 30_000), headers: range(0, 29_999) })).status, 202);
    const head = await send({ method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('upload-offset')], [204, '30000']);
    const rest = await send({ body: bytes.subarray(30_000), headers: range(30_000, bytes.length - 1) });
    assert.equal(rest.status, 201);
    assert.deepEqual(await artifacts.read(sha256), bytes);
    assert.deepEqual(readdirSync(folder), [sha256]);
  });

  it('finishes what was whole but had not its name when the agent ended', async () => {
    writeFileSync(join(folder, `${sha256}.part`), bytes);
    const head = await send({ method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('upload-offset')], [204, String(bytes.length)]);
    const headers = { authorization: `Bearer ${ticket}`, 'content-range': `bytes */${bytes.length}` };
    assert.equal((await send({ headers })).status, 201);
    assert.deepEqual(readdirSync(folder), [sha256]);
  });

  it('keeps what came before the connection broke', async () => {
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `PUT /artifacts/${sha256} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ticket}\r\nContent-Length: ${bytes.length}\r\n\r\n`,
    );
    socket.write(bytes.subarray(0, 20_000));
    while (artifacts.offset(sha256) < 20_000) await new Promise((resolve) => setTimeout(resolve, 5));
    const second = { body: bytes.subarray(20_000), headers: range(20_000, bytes.length - 1) };
    assert.deepEqual(await refusal(second), [409, 'artifact-busy']);
    socket.destroy();
    assert.equal(artifacts.has(sha256), false);
    let status = 409;
    while (status === 409) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      status = (await send({ body: bytes.subarray(20_000), headers: range(20_000, bytes.length - 1) })).status;
    }
    assert.equal(status, 201);
  });

  it('refuses a part that does not begin where the other ends', async () => {
    await send({ body: bytes.subarray(0, 10), headers: range(0, 9) });
    assert.deepEqual(await refusal({ body: bytes.subarray(20, 30), headers: range(20, 29) }), [416, 'artifact-range']);
    assert.deepEqual(await refusal({ body: 'x', headers: { ...range(0, 0), 'content-range': 'bytes 9-1/4' } }), [
      416,
      'artifact-range',
    ]);
  });

  it('drops bytes that are not what their name says', async () => {
    assert.deepEqual(await refusal({ body: 'another file' }), [422, 'artifact-mismatch']);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('refuses what is larger than it takes', async () => {
    assert.deepEqual(await refusal({ body: Buffer.alloc(1_000_001) }), [413, 'artifact-too-large']);
    assert.equal(existsSync(join(folder, `${sha256}.part`)), false);
  });

  it('refuses what does not fit beside the models of its runs', async () => {
    const other = 'ab'.repeat(32);
    writeFileSync(artifacts.path(other), Buffer.alloc(1_050_000));
    named = new Set([other]);
    assert.deepEqual(await refusal({ body: bytes }), [507, 'artifacts-full']);
    named = new Set();
    assert.equal((await send({ body: bytes })).status, 201);
    assert.deepEqual(readdirSync(folder), [sha256]);
  });

  it('wants a ticket, for this artifact, in its time', async () => {
    assert.deepEqual(await refusal({ body: bytes, headers: {} }), [401, 'artifact-ticket']);
    assert.deepEqual(await refusal({ body: bytes, name: 'ab'.repeat(32) }), [401, 'artifact-ticket']);
    now = 25 * 3_600_000;
    assert.deepEqual(await refusal({ body: bytes }), [401, 'artifact-ticket']);
  });

  it('has no other names', async () => {
    assert.deepEqual(await refusal({ body: bytes, name: '../token' }), [404, 'artifact-name']);
    assert.deepEqual(await refusal({ body: bytes, name: 'AB'.repeat(32) }), [404, 'artifact-name']);
    assert.deepEqual(await refusal({ method: 'DELETE' }), [404, 'artifact-name']);
  });

  it('frees its space when the disk is full', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield bytes.subarray(0, 100);
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    }
    await assert.rejects(artifacts.write(sha256, 0, bytes.length, failing()), (error) => {
      return error instanceof CodedError && error.code === 'store-full';
    });
    assert.deepEqual(readdirSync(folder), []);
  });
});
