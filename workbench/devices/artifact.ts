// Brings models to a device by HTTP, on the port of the link: sent to an agent that listens, offered to one that dialled in.
// They go by their SHA-256; a transfer that breaks goes on where the device says that it ends.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { connect as connectTcp, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { connect as connectTls } from 'node:tls';
import type { Session } from '@edgewright/core/link/session.js';
import { type Code, CodedError, codes } from '@edgewright/schemas/codes.js';
import { systemReason } from '../runs/durable.ts';
import type { RunArtifact } from '../runs/folder.ts';
import { checkCertificate } from './connect.ts';
import type { Offer } from './offer.ts';
import type { Target } from './target.ts';

export interface UploadOptions {
  readonly target: Pick<Target, 'address' | 'certificate' | 'name'>;
  readonly artifacts: Readonly<Record<string, RunArtifact>>;
  /** SHA-256 of those that the device lacks. */
  readonly missing: readonly string[];
  readonly ticket: string;
  readonly session: Session;
  /** Of the port where agents dial in; needed where the target has no address. */
  readonly offer?: Offer | undefined;
  readonly onSent: (artifact: string, sent: number, bytes: number) => void;
  /** Milliseconds before the first of the further tries, doubled for each: 500. */
  readonly firstWait?: number;
}

/** Tries of one artifact. */
const tries = 5;
/** Milliseconds without progress. */
const idleTime = 30_000;
/** Milliseconds of a device's whole fetch; it gives up by itself when nothing moves, and a link that dies ends it. */
const fetchTime = 24 * 3_600_000;

/** Throws `artifact-changed`, `artifact-transfer`, or what the device refuses with. */
export async function uploadArtifacts(options: UploadOptions): Promise<void> {
  const { target, artifacts, missing } = options;
  for (const [path, { file, sha256 }] of Object.entries(artifacts)) {
    if (!missing.includes(sha256)) continue;
    if ((await hashFile(file, path)) !== sha256) throw changed(path);
    const { size } = await stat(file);
    const sending = { path, file, sha256, size };
    if (target.address !== undefined) await sendWithTries(options, { ...sending, address: target.address });
    else await letFetch(options, sending);
  }
}

/** The device tries again by itself. */
async function letFetch({ session, offer, onSent }: UploadOptions, { path, file, sha256, size }: Model): Promise<void> {
  if (offer === undefined) throw new Error('an agent without an address has dialled in to a port, which offers files');
  const { ticket, end } = offer({ sha256, file, size, onSent: (sent) => onSent(path, sent, size) });
  try {
    await session.request('artifact.fetch', { artifact: sha256, ticket }, { timeout: fetchTime });
  } finally {
    end();
  }
  onSent(path, size, size);
}

/** SHA-256 of a file, streamed. */
export async function hashFile(file: string, path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw new CodedError(
      'file-unreadable',
      `${path} cannot be read: ${systemReason(error)}.`,
      'Put the file where its document names it, or where it was when the run began.',
    );
  }
  return hash.digest('hex');
}

interface Model {
  readonly path: string;
  readonly file: string;
  readonly sha256: string;
  readonly size: number;
}

interface Sending extends Model {
  readonly address: string;
}

async function sendWithTries(options: UploadOptions, sending: Sending): Promise<void> {
  let wait = options.firstWait ?? 500;
  for (let left = tries; ; left--) {
    try {
      return await send(options, sending);
    } catch (error) {
      if (error instanceof CodedError) throw error;
      if (left === 1) {
        throw new CodedError(
          'artifact-transfer',
          `${sending.path} could not be sent to ${sending.address} in ${tries} tries: ${(error as Error).message}.`,
          'Look whether the network holds; `edgewright resume RUN` goes on where the transfer broke.',
        );
      }
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait *= 2;
  }
}

async function send(options: UploadOptions, { path, file, sha256, size, address }: Sending): Promise<void> {
  const { ticket, target, onSent } = options;
  const ask = async (method: 'HEAD' | 'PUT', headers: Record<string, string>) => {
    const socket = await openSocket(address, target.certificate);
    const { hostname, port } = new URL(address);
    return request({
      method,
      host: hostname,
      port,
      path: `/artifacts/${sha256}`,
      headers: { ...headers, authorization: `Bearer ${ticket}`, connection: 'close' },
      createConnection: () => socket,
      timeout: idleTime,
    });
  };
  const head = await ask('HEAD', {});
  head.end();
  const found = await answerTo(head);
  if (found.statusCode === 200) return onSent(path, size, size);
  if (found.statusCode !== 204) throw await refusal(found, path);
  const offset = Number(found.headers['upload-offset'] ?? 0);

  const put = await ask('PUT', {
    'content-length': String(size - offset),
    ...(offset > 0 && { 'content-range': `bytes ${offset < size ? `${offset}-${size - 1}` : '*'}/${size}` }),
  });
  const answered = answerTo(put);
  answered.catch(() => undefined);
  const source = createReadStream(file, { start: offset });
  let sent = offset;
  source.on('data', (chunk) => {
    sent += chunk.length;
    onSent(path, Math.min(sent, size - 1), size);
  });
  // A device that refuses answers before the body is through; its answer says more than the broken pipe.
  const piped = pipeline(source, put).then(
    () => undefined,
    (error: unknown) => error,
  );
  const answer = await Promise.race([
    answered,
    piped.then((error) => (error === undefined ? answered : wait(answered, error))),
  ]);
  if (answer.statusCode === 200 || answer.statusCode === 201) return onSent(path, size, size);
  if (answer.statusCode === 202) throw new Error('the device has only a part of it');
  throw await refusal(answer, path);
}

/** The answer where one came before the pipe broke; else why it broke. */
async function wait(answered: Promise<IncomingMessage>, error: unknown): Promise<IncomingMessage> {
  return answered.catch(() => {
    throw error;
  });
}

function answerTo(sent: ReturnType<typeof request>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    sent.once('response', resolve);
    sent.once('error', reject);
    sent.once('timeout', () => sent.destroy(new Error(`nothing moved for ${idleTime / 1000} s`)));
  });
}

async function refusal(answer: IncomingMessage, path: string): Promise<CodedError> {
  let text = '';
  for await (const chunk of answer) text += chunk;
  let body: { code?: string; message?: string; fix?: string } = {};
  try {
    body = JSON.parse(text);
  } catch {
    // Something between the two that is no agent: the status is all there is.
  }
  if (body.code !== undefined && Object.hasOwn(codes, body.code)) {
    return new CodedError(body.code as Code, `${path}: ${body.message}`, body.fix ?? 'Update the agent.');
  }
  return new CodedError(
    'artifact-transfer',
    `${path} was refused with HTTP status ${answer.statusCode}.`,
    'Look whether a proxy stands between this machine and the device.',
  );
}

/** Checked before the ticket is said. */
async function openSocket(address: string, certificate: string | undefined): Promise<Socket> {
  const { protocol, hostname, port } = new URL(address);
  if (protocol === 'ws:') return connectTcp({ host: hostname, port: Number(port || 80) });
  const isPinned = certificate !== undefined;
  const socket = connectTls({
    host: hostname,
    port: Number(port || 443),
    servername: hostname,
    rejectUnauthorized: !isPinned,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('secureConnect', resolve);
    socket.once('error', reject);
  });
  if (isPinned) checkCertificate(socket, certificate, address);
  return socket;
}

function changed(path: string): CodedError {
  return new CodedError(
    'artifact-changed',
    `${path} is not the file that the run began with: its SHA-256 has changed.`,
    'Put the former file back, or start a new run.',
  );
}
