// Models for agents that dialled in, by HTTP on the port that they dialled: GET /artifacts/<sha256> with the ticket of
// `artifact.fetch`. Nothing is served but what was offered and is still awaited.
import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';

export interface Offered {
  readonly sha256: string;
  /** Absolute path. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes given to the network, from the beginning of the file. */
  readonly onSent: (sent: number) => void;
}

/** Serves a file to who has the ticket until `end`, which also cuts what is under way. */
export type Offer = (offered: Offered) => { readonly ticket: string; end(): void };

/** Milliseconds without a byte after which a transfer is given up. */
const idleTime = 30_000;

export function createOffers(): { readonly offer: Offer; readonly serve: RequestListener } {
  const offers = new Map<string, { readonly offered: Offered; readonly under: Set<ServerResponse> }>();

  return {
    offer(offered) {
      const ticket = randomBytes(32).toString('hex');
      const under = new Set<ServerResponse>();
      offers.set(ticket, { offered, under });
      return {
        ticket,
        end() {
          offers.delete(ticket);
          for (const response of under) response.destroy();
        },
      };
    },
    serve(request, response) {
      request.socket.setTimeout(idleTime, () => request.socket.destroy());
      handle(request, response).catch((error: unknown) => {
        if (response.headersSent || response.destroyed) response.destroy();
        else if (error instanceof CodedError) refuse(response, error);
        else throw error;
      });
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sha256 = /^\/artifacts\/([0-9a-f]{64})$/.exec(request.url ?? '')?.[1];
    if (sha256 === undefined || request.method !== 'GET') throw wrongName(`${request.method} ${request.url}`);
    const ticket = /^Bearer ([0-9a-f]{64})$/.exec(request.headers.authorization ?? '')?.[1];
    const found = ticket === undefined ? undefined : offers.get(ticket);
    if (found?.offered.sha256 !== sha256) throw noTicket(sha256);
    found.under.add(response);
    await send(found.offered, request, response).finally(() => found.under.delete(response));
  }
}

async function send(
  { file, size, onSent }: Offered,
  { headers, socket }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const first = firstOf(headers.range);
  if (first === undefined || first >= size) {
    response.setHeader('Content-Range', `bytes */${size}`);
    throw wrongRange(headers.range ?? '', size);
  }
  const handle = await open(file).catch((error: Error) => {
    throw unreadable(file, error);
  });
  response.writeHead(headers.range === undefined ? 200 : 206, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': size - first,
    'Content-Range': `bytes ${first}-${size - 1}/${size}`,
    'Cache-Control': 'no-store',
  });
  const source = handle.createReadStream({ start: first, end: size - 1 });
  let sent = first;
  source.on('data', (chunk) => {
    sent += chunk.length;
    // The last word is the device's, when it has checked the whole.
    onSent(Math.min(sent, size - 1));
  });
  await pipeline(source, response);
  // A file that was cut short meanwhile: without this the device would wait for the rest.
  if (sent < size) socket.destroy();
}

/** `Range: bytes=first-` [RFC 9110 14.1.2]; devices ask in no other way. */
function firstOf(range: string | undefined): number | undefined {
  if (range === undefined) return 0;
  const first = /^bytes=(\d{1,15})-$/.exec(range)?.[1];
  return first === undefined ? undefined : Number(first);
}

const httpCodes: { readonly [code in Code]?: number } = {
  'artifact-ticket': 401,
  'artifact-name': 404,
  'artifact-range': 416,
};

function refuse(response: ServerResponse, { code, message, fix }: CodedError): void {
  response
    .writeHead(httpCodes[code] ?? 500, { 'Content-Type': 'application/json', Connection: 'close' })
    .end(JSON.stringify({ code, message, fix }));
}

function wrongName(what: string): CodedError {
  return new CodedError(
    'artifact-name',
    `There is nothing for "${what.slice(0, 100)}".`,
    'Link by WebSocket with the subprotocol edgewright.v1, or fetch what `artifact.fetch` named with GET /artifacts/<its SHA-256 in hexadecimal>.',
  );
}

function noTicket(sha256: string): CodedError {
  return new CodedError(
    'artifact-ticket',
    `There is no valid ticket for the artifact ${sha256}.`,
    'Send the ticket of `artifact.fetch` as "Authorization: Bearer <ticket>"; it is good while that request has no answer.',
  );
}

function wrongRange(range: string, size: number): CodedError {
  return new CodedError(
    'artifact-range',
    `"${range.slice(0, 100)}" is no part of the ${size} bytes.`,
    'Send "Range: bytes=first-" with the number of bytes that are there already.',
  );
}

function unreadable(file: string, error: Error): CodedError {
  return new CodedError(
    'file-unreadable',
    `${file} cannot be read: ${error.message}.`,
    'Put the model back where it was when the run began.',
  );
}
