// Where applications hand events in: HTTP and WebSocket at one address, and a Unix socket of JSON Lines. Sources of several
// feeds share it; an event goes to each that takes it. The sender is answered when its events are durable.

import { createHash, timingSafeEqual } from 'node:crypto';
import { chmodSync, lstatSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSocketServer, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createBucket } from '@edgewright/core/link/bucket.js';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Trouble } from '@edgewright/schemas/deployment.js';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Intake, RefusedEvent } from '../contract.ts';
import { refusal } from '../intake.ts';
import { troubleOf } from '../trouble.ts';
import { readBody } from './event.ts';

export interface DoorLimits {
  /** Bytes of a body, a message or a line. */
  readonly bytes: number;
  /** Milliseconds for headers and body. */
  readonly time: number;
  /** Connections at once. */
  readonly connections: number;
}

export const defaultDoorLimits: DoorLimits = { bytes: 1 << 20, time: 10_000, connections: 64 };

/** A source behind a door. */
export interface Guest {
  readonly kind: 'http' | 'websocket' | 'socket';
  readonly events: ReadonlySet<string>;
  readonly rate: number | undefined;
  /** What senders show as `Authorization: Bearer TOKEN`; undefined: nothing. */
  readonly token?: string;
  readonly intake: Intake;
}

export interface Door {
  /** Lets a source in, and gives what lets it out again. */
  add(guest: Guest): () => void;
  readonly size: number;
  close(): Promise<void>;
}

/** What a sender is told: `index` in what it sent. */
export interface Answer {
  readonly accepted: number;
  readonly refused: readonly RefusedEvent[];
}

interface Taken {
  readonly answer: Answer;
  /** Whether all that was refused came too fast, and may come again. */
  readonly isLate: boolean;
}

/** Rejects with `source-failed`. @param where A path of a Unix socket, or a host and a port. */
export async function openDoor(
  where: { readonly path: string } | { readonly host: string; readonly port: number },
  limits: DoorLimits = defaultDoorLimits,
): Promise<Door> {
  const guests = new Map<Guest, ReturnType<typeof createBucket> | undefined>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: limits.bytes, perMessageDeflate: false });
  const open = new Set<Duplex>();
  const server: Server =
    'path' in where
      ? createSocketServer((socket) => void serveLines(socket))
      : createHttpServer({ connectionsCheckingInterval: Math.min(limits.time, 1_000) }, serveHttp);
  server.maxConnections = limits.connections;
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  if ('headersTimeout' in server) Object.assign(server, { headersTimeout: limits.time, requestTimeout: limits.time });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const fault = refusalOf(request) ?? strangerOf(request, 'websocket');
    if (fault !== undefined) socket.end(`HTTP/1.1 ${fault.status} Refused\r\nConnection: close\r\n\r\n`);
    else sockets.handleUpgrade(request, socket, head, (messages) => serveMessages(messages, tokenOf(request)));
  });
  await listen(server, where);

  return {
    add(guest) {
      guests.set(guest, guest.rate === undefined ? undefined : createBucket(guest.rate, performance.now()));
      return () => guests.delete(guest);
    },
    get size() {
      return guests.size;
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  /** One that shows no token which any source of the kind wants, where all want one. */
  function strangerOf(request: IncomingMessage, kind: Guest['kind']): ReturnType<typeof refusalOf> {
    const those = [...guests.keys()].filter((guest) => guest.kind === kind);
    if (those.length === 0 || those.some((guest) => mayEnter(guest, tokenOf(request)))) return undefined;
    const fix = 'Send `Authorization: Bearer TOKEN` with the token of the secret that the source names.';
    return { status: 401, ...refusal('Events come in here with a token alone.', fix) };
  }

  async function take(text: string, kind: Guest['kind'], token?: string): Promise<Taken> {
    const refused: RefusedEvent[] = [];
    const read = readBody(text);
    const events: { readonly index: number; readonly event: WrittenEvent }[] = [];
    for (const [index, event] of read.entries()) {
      if ('fix' in event) refused.push({ index, ...refusal(event.message, event.fix) });
      else events.push({ index, event });
    }
    const taken = new Set<number>();
    const told = new Map<number, Trouble>();
    const late = new Set<number>();
    for (const [guest, bucket] of guests) {
      if (guest.kind !== kind || !mayEnter(guest, token)) continue;
      const own = events.filter(({ event, index }) => {
        if (!guest.events.has(event.event)) return false;
        if (bucket === undefined || bucket.take(performance.now())) return true;
        told.set(index, refusal(`More than ${guest.rate} events a second came.`, 'Send it again later.'));
        late.add(index);
        return false;
      });
      if (own.length === 0) continue;
      await guest.intake.ready();
      const faults = await guest.intake.accept(own.map(({ event }) => event));
      const wrong = new Map(faults.map((fault) => [fault.index, fault]));
      for (const [at, { index }] of own.entries()) {
        const fault = wrong.get(at);
        if (fault === undefined) taken.add(index);
        else {
          told.set(index, fault);
          late.delete(index);
        }
      }
    }
    for (const { index, event } of events) {
      if (taken.has(index)) continue;
      const unknown = `No task here takes "${event.event.slice(0, 100)}" by ${kind}.`;
      refused.push({ ...(told.get(index) ?? refusal(unknown, 'Deploy a task that declares it.')), index });
    }
    const answer = { accepted: taken.size, refused: refused.toSorted((a, b) => a.index - b.index) };
    return { answer, isLate: refused.length > 0 && refused.every(({ index }) => late.has(index)) };
  }

  function serveHttp(request: IncomingMessage, response: ServerResponse): void {
    const answer = (status: number, body: object): void => {
      if (response.headersSent || response.destroyed) return;
      const later = status === 429 || status === 503 ? { 'Retry-After': '1' } : {};
      // [RFC 9110 15.5.2]
      const challenge = status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {};
      const close = request.complete ? {} : { Connection: 'close' };
      response
        .writeHead(status, { 'Content-Type': 'application/json', ...later, ...challenge, ...close })
        .end(JSON.stringify(body));
    };
    const fault = refusalOf(request) ?? strangerOf(request, 'http');
    if (fault !== undefined) {
      answer(fault.status, fault);
      return;
    }
    if (request.method !== 'POST') {
      answer(405, refusal('Events are sent with POST.', 'POST /events'));
      return;
    }
    let bytes = 0;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limits.bytes) {
        request.pause();
        answer(413, refusal(`The body has more than ${limits.bytes} bytes.`, 'Send fewer events at once.'));
      } else chunks.push(chunk);
    });
    request.on('end', () => {
      take(Buffer.concat(chunks).toString('utf8'), 'http', tokenOf(request)).then(
        (given) => answer(statusOf(given), given.answer),
        (error: unknown) => answer(error instanceof CodedError ? 503 : 500, faultOf(error)),
      );
    });
  }

  function serveMessages(socket: WebSocket, token: string | undefined): void {
    socket.on('error', () => socket.terminate());
    // One after another: what is slow to be durable holds the sender back.
    let last = Promise.resolve();
    socket.on('message', (data) => {
      socket.pause();
      last = last
        .then(() => take(String(data), 'websocket', token))
        .then(
          ({ answer }) => socket.send(JSON.stringify(answer)),
          (error: unknown) => socket.send(JSON.stringify(faultOf(error))),
        )
        .then(() => socket.resume());
    });
  }

  async function serveLines(socket: Socket): Promise<void> {
    socket.on('error', () => socket.destroy());
    let rest = '';
    try {
      // What is refused is still answered.
      const chunks = socket.setEncoding('utf8').iterator({ destroyOnReturn: false }) as AsyncIterable<string>;
      for await (const chunk of chunks) {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > limits.bytes)
          throw new CodedError('event-refused', 'The line is too long.', 'Send one event a line.');
        for (const line of lines) {
          if (line.trim() === '') continue;
          const answer = await take(line, 'socket').then(({ answer }) => answer, faultOf);
          socket.write(`${JSON.stringify(answer)}\n`);
        }
      }
    } catch (error) {
      socket.end(`${JSON.stringify(faultOf(error))}\n`);
    }
  }
}

/** A page of any site can send to this machine, and a name of any site can lead to it: neither may. */
function refusalOf({ headers, url }: IncomingMessage): (Trouble & { readonly status: number }) | undefined {
  const refused = (status: number, message: string, fix: string) => ({ status, ...refusal(message, fix) });
  if (headers.origin !== undefined)
    return refused(403, 'Web pages may not send events here.', 'Send them from a program.');
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  const isAddress = /^(\d{1,3}(\.\d{1,3}){3}|\[[0-9a-f:]+\]|localhost)$/i.test(host);
  if (!isAddress)
    return refused(
      403,
      'The door is not known by that name.',
      'Send to the IP address of the device, or to localhost.',
    );
  if ((url ?? '').split('?')[0] !== '/events') return refused(404, 'There is nothing here.', 'Send events to /events.');
  return undefined;
}

function tokenOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
}

/** In a time that does not tell how much of a token is right. */
function mayEnter({ token }: Guest, shown: string | undefined): boolean {
  if (token === undefined) return true;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return shown !== undefined && timingSafeEqual(digest(token), digest(shown));
}

function statusOf({ answer: { accepted, refused }, isLate }: Taken): number {
  if (refused.length === 0 || accepted > 0) return 200;
  return isLate ? 429 : 422;
}

function faultOf(error: unknown): object {
  if (error instanceof CodedError) return troubleOf(error);
  return { code: 'internal-error', message: 'A bug of the agent.', fix: 'Report it with the log of the agent.' };
}

function listen(
  server: Server,
  where: { readonly path: string } | { readonly host: string; readonly port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      const place = 'path' in where ? where.path : `${where.host}:${where.port}`;
      const why = error.code === 'EADDRINUSE' ? 'it is in use' : error.message;
      reject(
        new CodedError(
          'source-failed',
          `Events cannot come in at ${place}: ${why}.`,
          'Make room for it, or give the source another address; it is tried again.',
        ),
      );
    };
    // Also of later ones, such as too many open files: one connection is lost by it, and not the agent.
    server.on('error', fail);
    try {
      // What a killed agent left behind; anything else that is there stays.
      if ('path' in where && lstatSync(where.path, { throwIfNoEntry: false })?.isSocket()) rmSync(where.path);
      server.listen(where, () => {
        try {
          if ('path' in where) chmodSync(where.path, 0o600);
          resolve();
        } catch (error) {
          // Others may be able to send.
          server.close();
          fail(error as Error);
        }
      });
    } catch (error) {
      fail(error as Error);
    }
  });
}
