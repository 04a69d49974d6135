import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFetch, type FetchOptions } from '@edgewright/agent/link/fetch.js';
import { type Artifacts, openArtifacts } from '@edgewright/agent/store/artifacts.js';

const bytes = Buffer.from('a model '.repeat(10_000));
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('fetching an artifact from the workbench that was dialled', () => {
  let folder = '';
  let artifacts: Artifacts;
  let server: Server;
  let ranges: (string | undefined)[];
  const ending = new AbortController();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'edgewright-fetch-'));
    ranges = [];
    artifacts = openArtifacts(folder, { oneBytes: 100_000, allBytes: 200_000, named: () => new Set() });
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  const serve = async (listener: RequestListener, more: Partial<FetchOptions> = {}) => {
    server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return createFetch({ artifacts, url, authority: undefined, firstWait: 1, ...more });
  };
  /** As docs/protocol.md describes it, but it cuts the connection after so many bytes, once a cut. */
  const workbench =
    (cuts: number[], content = bytes): RequestListener =>
    (request, response) => {
      assert.equal(request.url, `/artifacts/${sha256}`);
      assert.equal(request.headers.authorization, 'Bearer ticket');
      const { range } = request.headers;
      ranges.push(range);
      const first = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1]);
      const size = content.length;
      if (first >= size) {
        response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
        return;
      }
      response.writeHead(206, {
        'Content-Length': size - first,
        'Content-Range': `bytes ${first}-${size - 1}/${size}`,
      });
      const cut = cuts.shift();
      if (cut === undefined) response.end(content.subarray(first));
      else {
        response.write(content.subarray(first, first + cut));
        void arrived(first + cut).then(() => response.socket?.destroy());
      }
    };
  const arrived = async (size: number) => {
    while (artifacts.offset(sha256) < size) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  const nothing = () => assert.deepEqual(readdirSync(folder), []);

  it('takes the whole and names it by its content', async () => {
    const fetchArtifact = await serve(workbench([]));
    await fetchArtifact(sha256, 'ticket', ending.signal);
    assert.deepEqual(await artifacts.read(sha256), bytes);
    await fetchArtifact(sha256, 'ticket', ending.signal);
    assert.deepEqual(ranges, ['bytes=0-'], 'what is there is not fetched again');
  });

  it('goes on where it broke, for as long as every try brings something', async () => {
    const cuts = [9_000, 10_000, 10_000, 10_000, 10_000, 10_000, 10_000];
    const fetchArtifact = await serve(workbench([...cuts]));
    await fetchArtifact(sha256, 'ticket', ending.signal);
    assert.deepEqual(await artifacts.read(sha256), bytes);
    assert.equal(ranges.length, cuts.length + 1);
    assert.equal(new Set(ranges).size, ranges.length, 'nothing was sent twice');
  });

  it('gives up with a code after some tries that bring nothing', async () => {
    const fetchArtifact = await serve((request) => request.socket.destroy());
    await assert.rejects(fetchArtifact(sha256, 'ticket', ending.signal), { code: 'artifact-transfer' });
  });

  it('gives up a try in which nothing moves', async () => {
    const fetchArtifact = await serve(() => {}, { idleTime: 20 });
    await assert.rejects(fetchArtifact(sha256, 'ticket', ending.signal), {
      code: 'artifact-transfer',
      message: /nothing moved/,
    });
  });

  it('finishes what was whole but had not its name when the agent ended', async () => {
    writeFileSync(join(folder, `${sha256}.part`), bytes);
    const fetchArtifact = await serve(workbench([]));
    await fetchArtifact(sha256, 'ticket', ending.signal);
    assert.deepEqual(readdirSync(folder), [sha256]);
  });

  it('drops bytes that are not what their name says', async () => {
    const fetchArtifact = await serve(workbench([], Buffer.from('another file')));
    await assert.rejects(fetchArtifact(sha256, 'ticket', ending.signal), { code: 'artifact-mismatch' });
    nothing();
  });

  it('refuses what is larger than it takes, before it comes', async () => {
    const fetchArtifact = await serve(workbench([], Buffer.alloc(100_001)));
    await assert.rejects(fetchArtifact(sha256, 'ticket', ending.signal), { code: 'artifact-too-large' });
    nothing();
  });

  it('refuses another part than it asked for', async () => {
    const fetchArtifact = await serve((_request, response) => {
      response.writeHead(206, { 'Content-Range': 'bytes 5-9/10' }).end('12345');
    });
    await assert.rejects(fetchArtifact(sha256, 'ticket', ending.signal), { code: 'artifact-range' });
  });

  it('hands on what the workbench refuses with, and follows no redirect', async () => {
    let asked = 0;
    const fetchArtifact = await serve((_request, response) => {
      if (asked++ === 0) {
        const body = JSON.stringify({ code: 'artifact-ticket', message: 'No ticket.', fix: 'Ask for one.' });
        response.writeHead(401, { 'Content-Type': 'application/json' }).end(body);
      } else response.writeHead(302, { Location: '/elsewhere' }).end();
    });
    await assert.rejects(fetchArtifact(sha256, 'ticket', ending.signal), {
      code: 'artifact-ticket',
      fix: 'Ask for one.',
    });
    await assert.rejects(fetchArtifact(sha256, 'ticket', ending.signal), { code: 'artifact-transfer', message: /302/ });
    assert.equal(asked, 2);
  });

  it('keeps what came when its link ends, and a newer fetch takes over from one that hangs', async () => {
    let isSlow = true;
    const fetchArtifact = await serve((request, response) => {
      if (!isSlow) {
        workbench([])(request, response);
        return;
      }
      isSlow = false;
      response.writeHead(206, { 'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}` });
      response.write(bytes.subarray(0, 1_000));
    });
    const older = assert.rejects(fetchArtifact(sha256, 'ticket', ending.signal), { code: 'artifact-busy' });
    await arrived(1_000);
    await fetchArtifact(sha256, 'ticket', ending.signal);
    await older;
    assert.deepEqual(ranges, ['bytes=1000-']);
    assert.deepEqual(await artifacts.read(sha256), bytes);
  });
});
