// Fetches artifacts from the workbench that this agent dialled: behind NAT it has no port to send them to. Only the host and
// the port that its user named are asked, never an address that a peer names.
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Code, CodedError, codes } from '@edgewright/schemas/codes.js';
import type { Artifacts } from '../store/artifacts.ts';

export interface Dialled {
  /** ws://host:port or wss://host:port */
  readonly url: string;
  /** PEM of the certificate that the workbench must have; undefined: the system's authorities decide. */
  readonly authority: string | undefined;
}

export interface FetchOptions extends Dialled {
  readonly artifacts: Artifacts;
  /** Milliseconds before the first of the further tries, doubled for each: 500. */
  readonly firstWait?: number;
  /** Milliseconds without a byte after which a try is given up: 30,000. */
  readonly idleTime?: number;
}

/**
 * Settles when the artifact is here. Throws `artifact-transfer`, what `Artifacts.write` throws, what the workbench refuses
 * with, and `artifact-busy` where `signal` or a newer fetch of the same artifact ended it; what came is kept.
 */
export type FetchArtifact = (sha256: string, ticket: string, signal: AbortSignal) => Promise<void>;

/** Tries in a row that bring nothing. */
const tries = 5;

/** Bytes read of a refusal. */
const refusalBytes = 65_536;

export function createFetch({
  artifacts,
  url,
  authority,
  firstWait = 500,
  idleTime = 30_000,
}: FetchOptions): FetchArtifact {
  const { protocol, host } = new URL(url);
  const isSecure = protocol === 'wss:';
  const origin = `${isSecure ? 'https:' : 'http:'}//${host}`;
  const underWay = new Map<string, { readonly stop: AbortController; readonly ended: Promise<unknown> }>();

  return async (sha256, ticket, signal) => {
    // The link of an older fetch may be dead without the agent knowing it yet: the newer one takes over.
    for (let older = underWay.get(sha256); older !== undefined; older = underWay.get(sha256)) {
      older.stop.abort();
      await older.ended;
    }
    const stop = new AbortController();
    const own = withTries(sha256, ticket, AbortSignal.any([stop.signal, signal]));
    const ended = own.catch(() => {}).finally(() => underWay.delete(sha256));
    underWay.set(sha256, { stop, ended });
    return own;
  };

  async function withTries(sha256: string, ticket: string, signal: AbortSignal): Promise<void> {
    let left = tries;
    let wait = firstWait;
    while (!artifacts.has(sha256)) {
      const before = artifacts.offset(sha256);
      try {
        await fetchOnce(sha256, ticket, signal);
        continue;
      } catch (error) {
        if (signal.aborted) throw replaced(sha256);
        if (error instanceof CodedError) throw error;
        if (artifacts.offset(sha256) > before) {
          left = tries;
          wait = firstWait;
        } else if (--left === 0) throw broken(sha256, origin, error as Error);
      }
      await sleep(wait, undefined, { signal }).catch(() => {
        throw replaced(sha256);
      });
      wait *= 2;
    }
  }

  async function fetchOnce(sha256: string, ticket: string, signal: AbortSignal): Promise<void> {
    const offset = artifacts.offset(sha256);
    const response = await ask(sha256, { authorization: `Bearer ${ticket}`, range: `bytes=${offset}-` }, signal);
    try {
      // All of it came before, but the agent ended before it had its name.
      const isPast = response.statusCode === 416 && response.headers['content-range'] === `bytes */${offset}`;
      if (isPast) await artifacts.write(sha256, offset, offset, none());
      else if (response.statusCode === 206) await artifacts.write(sha256, offset, totalOf(response, offset), response);
      else throw await refusal(response, origin);
    } finally {
      response.destroy();
    }
  }

  function ask(sha256: string, headers: Record<string, string>, signal: AbortSignal): Promise<IncomingMessage> {
    const request = isSecure ? requestHttps : requestHttp;
    return new Promise((resolve, reject) => {
      const asked = request(`${origin}/artifacts/${sha256}`, {
        headers,
        signal,
        agent: false,
        timeout: idleTime,
        ...(authority !== undefined && { ca: authority }),
      });
      asked.once('response', resolve);
      asked.on('error', reject);
      asked.once('timeout', () => asked.destroy(new Error(`nothing moved for ${idleTime / 1000} s`)));
      asked.end();
    });
  }
}

async function* none(): AsyncGenerator<Uint8Array> {}

/** `Content-Range: bytes first-last/total` [RFC 9110 14.4] */
function totalOf({ headers }: IncomingMessage, offset: number): number {
  const range = headers['content-range'] ?? '';
  const [, first, total] = /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15})$/.exec(range) ?? [];
  if (total !== undefined && Number(first) === offset) return Number(total);
  throw new CodedError(
    'artifact-range',
    `The bytes from ${offset} on were asked for, and "${range.slice(0, 100)}" came.`,
    'Look whether a proxy stands between this device and the workbench.',
  );
}

async function refusal(response: IncomingMessage, origin: string): Promise<CodedError> {
  let text = '';
  for await (const chunk of response) if (text.length < refusalBytes) text += chunk;
  let body: { readonly code?: unknown; readonly message?: unknown; readonly fix?: unknown } | null = {};
  try {
    body = JSON.parse(text);
  } catch {
    // Something between the two that is no workbench: the status is all there is.
  }
  if (typeof body?.code === 'string' && Object.hasOwn(codes, body.code))
    return new CodedError(body.code as Code, String(body.message), String(body.fix));
  return new CodedError(
    'artifact-transfer',
    `${origin} answered with HTTP status ${response.statusCode}.`,
    'Look whether a proxy stands between this device and the workbench.',
  );
}

function broken(sha256: string, origin: string, error: Error): CodedError {
  return new CodedError(
    'artifact-transfer',
    `The artifact ${sha256} could not be fetched from ${origin} in ${tries} tries: ${error.message}.`,
    'Look whether the network holds; `edgewright resume RUN` goes on where the transfer broke.',
  );
}

function replaced(sha256: string): CodedError {
  return new CodedError(
    'artifact-busy',
    `The transfer of ${sha256} was ended, for its link ended or a newer one took its place.`,
    'Ask again what is missing.',
  );
}
