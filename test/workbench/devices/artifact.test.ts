import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { Session } from '@edgewright/core/link/session.js';
import { uploadArtifacts } from '@edgewright/workbench/devices/artifact.js';
import { type FakeAgent, startFakeAgent } from '../agent.ts';
import { temporaryFolder } from '../folder.ts';

describe('sending a model', () => {
  const folder = temporaryFolder();
  let agent: FakeAgent | undefined;
  afterEach(() => agent?.close());
  const bytes = randomBytes(700_000);
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  const send = async (http: RequestListener, changes: { content?: Buffer } = {}) => {
    agent = await startFakeAgent({ http });
    const file = join(folder(), 'model.onnx');
    writeFileSync(file, changes.content ?? bytes);
    const sent: number[] = [];
    await uploadArtifacts({
      target: { name: 'pi', certificate: undefined, address: agent.address },
      artifacts: { 'model.onnx': { sha256, file } },
      missing: [sha256],
      ticket: 'ticket',
      session: {} as Session,
      onSent: (_artifact, count) => sent.push(count),
      firstWait: 1,
    });
    return sent;
  };

  /** A device as docs/protocol.md describes it, which cuts the connection after so many bytes, once a cut. */
  const device = (
    cuts: number[],
  ): { readonly http: RequestListener; readonly stored: () => Buffer; readonly log: string[] } => {
    let stored = Buffer.alloc(0);
    const log: string[] = [];
    return {
      stored: () => stored,
      log,
      http(request, response) {
        log.push(`${request.method} ${request.headers['content-range'] ?? ''}`.trim());
        assert.equal(request.url, `/artifacts/${sha256}`);
        assert.equal(request.headers.authorization, 'Bearer ticket');
        if (request.method === 'HEAD') {
          const isWhole = stored.length === bytes.length;
          response.writeHead(isWhole ? 200 : 204, { 'Upload-Offset': String(stored.length) }).end();
          return;
        }
        const limit = cuts.shift();
        let taken = 0;
        request.on('data', (chunk: Buffer) => {
          const rest = limit === undefined ? chunk : chunk.subarray(0, Math.max(0, limit - taken));
          taken += rest.length;
          stored = Buffer.concat([stored, rest]);
          if (limit !== undefined && taken >= limit) request.socket.destroy();
        });
        request.on('end', () => response.writeHead(201).end());
      },
    };
  };

  it('goes on where it broke, and sends nothing twice', async () => {
    const { http, stored, log } = device([100_000, 250_000]);
    const sent = await send(http);
    assert.deepEqual(stored(), bytes);
    assert.deepEqual(log, [
      'HEAD',
      'PUT',
      'HEAD',
      `PUT bytes 100000-699999/700000`,
      'HEAD',
      `PUT bytes 350000-699999/700000`,
    ]);
    assert.equal(sent.at(-1), bytes.length);
  });

  it('sends nothing more where all of it is there, but not yet under its name', async () => {
    const { http, log } = device([]);
    await send((request, response) => {
      if (request.method !== 'HEAD') http(request, response);
      else response.writeHead(204, { 'Upload-Offset': String(bytes.length) }).end();
    });
    assert.deepEqual(log, ['PUT bytes */700000']);
  });

  it('gives up after some tries with a code', async () => {
    const { http } = device([1, 1, 1, 1, 1, 1, 1, 1]);
    await assert.rejects(send(http), { code: 'artifact-transfer' });
  });

  it('hands on what the device refuses with', async () => {
    const body = JSON.stringify({ code: 'store-full', message: 'No space.', fix: 'Free some.' });
    const refusing: RequestListener = (request, response) => {
      if (request.method === 'HEAD') response.writeHead(204, { 'Upload-Offset': '0' }).end();
      else response.writeHead(507, { 'Content-Type': 'application/json', Connection: 'close' }).end(body);
    };
    await assert.rejects(send(refusing), { code: 'store-full', fix: 'Free some.' });
    agent?.close();
    await assert.rejects(
      send((_request, response) => response.writeHead(401).end()),
      { code: 'artifact-transfer' },
    );
  });

  it('is refused before it begins where the file changed', async () => {
    const { http } = device([]);
    await assert.rejects(send(http, { content: Buffer.from('other') }), { code: 'artifact-changed' });
  });
});
