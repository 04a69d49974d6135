// Artifacts over HTTP, on the port of the link: PUT /artifacts/<sha256> with the ticket of `artifact.missing`; a transfer that
// broke goes on with Content-Range from where HEAD says.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Code, CodedError } from '@edgewright/schemas/codes.js';
import type { Artifacts } from '../store/artifacts.ts';
import type { Tickets } from './tickets.ts';

/** Milliseconds without a byte after which a transfer is given up; what came is kept. */
const idleTime = 30_000;

export type ServeHttp = (request: IncomingMessage, response: ServerResponse) => void;

export function serveArtifacts(artifacts: Artifacts, tickets: Tickets, onFault: (fault: unknown) => void): ServeHttp {
  return (request, response) => {
    request.socket.setTimeout(idleTime, () => request.socket.destroy());
    handle(request, response).catch((error: unknown) => {
      // The peer broke the transfer off: nobody is left to answer.
      if (request.destroyed && !request.complete) return;
      if (error instanceof CodedError) refuse(response, error);
      else {
        onFault(error);
        refuse(
          response,
          new CodedError(
            'internal-error',
            'The transfer failed by a bug of the agent.',
            'Report it with the log of the agent.',
          ),
        );
      }
    });
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sha256 = /^\/artifacts\/([0-9a-f]{64})$/.exec(request.url ?? '')?.[1];
    if (sha256 === undefined) throw wrongName(request.url ?? '');
    const ticket = /^Bearer ([0-9a-f]{64})$/.exec(request.headers.authorization ?? '')?.[1];
    if (ticket === undefined || !tickets.allows(ticket, sha256)) throw noTicket(sha256);
    if (request.method === 'HEAD') {
      const isWhole = artifacts.has(sha256);
      const offset = isWhole ? 0 : artifacts.offset(sha256);
      response.writeHead(isWhole ? 200 : 204, isWhole ? {} : { 'Upload-Offset': String(offset) }).end();
      return;
    }
    if (request.method !== 'PUT') throw wrongName(`${request.method} ${request.url}`);
    if (artifacts.has(sha256)) {
      response.writeHead(200, { Connection: 'close' }).end();
      return;
    }
    const { offset, total } = readRange(request);
    const outcome = await artifacts.write(sha256, offset, total, request);
    response.writeHead(outcome === 'whole' ? 201 : 202, { 'Upload-Offset': String(artifacts.offset(sha256)) }).end();
  }
}

/** Where the body stands in the artifact: `Content-Range: bytes first-last/total` [RFC 9110 14.4], else it is all of it. */
function readRange(request: IncomingMessage): { readonly offset: number; readonly total: number } {
  const range = request.headers['content-range'];
  if (range === undefined) {
    const total = Number(request.headers['content-length']);
    if (!Number.isSafeInteger(total)) throw wrongRange('without a Content-Length');
    return { offset: 0, total };
  }
  // All of it came before, but the agent ended before the file had its name.
  const [, whole] = /^bytes \*\/(\d{1,15})$/.exec(range) ?? [];
  if (whole !== undefined) return { offset: Number(whole), total: Number(whole) };
  const [, first, last, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(range) ?? [];
  if (total === undefined || Number(first) > Number(last) || Number(last) >= Number(total))
    throw wrongRange(`with the Content-Range "${range}"`);
  return { offset: Number(first), total: Number(total) };
}

const httpCodes: { readonly [code in Code]?: number } = {
  'artifact-ticket': 401,
  'artifact-name': 404,
  'artifact-busy': 409,
  'artifact-too-large': 413,
  'artifact-range': 416,
  'artifact-mismatch': 422,
  'store-full': 507,
  'artifacts-full': 507,
};

function refuse(response: ServerResponse, error: CodedError): void {
  if (response.headersSent) return;
  const body = JSON.stringify({ code: error.code, message: error.message, fix: error.fix });
  // The rest of the body, if any, is not wanted.
  response
    .writeHead(httpCodes[error.code] ?? 500, { 'Content-Type': 'application/json', Connection: 'close' })
    .end(body);
}

function wrongName(url: string): CodedError {
  return new CodedError(
    'artifact-name',
    `There is nothing at "${url.slice(0, 100)}".`,
    'Link by WebSocket with the subprotocol edgewright.v1, or send an artifact with PUT to /artifacts/<its SHA-256 in hexadecimal>.',
  );
}

function noTicket(sha256: string): CodedError {
  return new CodedError(
    'artifact-ticket',
    `There is no valid ticket for the artifact ${sha256}.`,
    'Ask `artifact.missing` over the link and send its ticket as "Authorization: Bearer <ticket>".',
  );
}

function wrongRange(what: string): CodedError {
  return new CodedError(
    'artifact-range',
    `The transfer came ${what}.`,
    'Send "Content-Range: bytes first-last/total", or all of it with its length.',
  );
}
