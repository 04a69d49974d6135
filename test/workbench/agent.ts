// An agent on a real socket that has one run: a list of records that it sends as it is asked to.
import { randomBytes } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type Handlers, openSession, type Session, type SessionOptions } from '@edgewright/core/link/session.js';
import { subprotocol } from '@edgewright/schemas/wire.js';
import { systemClock } from '@edgewright/workbench/devices/clock.js';
import { channelOf } from '@edgewright/workbench/devices/socket.js';
import type { StoredRecord } from '@edgewright/workbench/runs/line.js';
import { WebSocketServer } from 'ws';
import { status, testHandlers } from '../core/link/handlers.ts';

export const token = 'a token for tests, long enough';

export interface FakeAgent {
  readonly port: number;
  readonly address: string;
  readonly sessions: Session[];
  /** Cuts every link without a goodbye. */
  cut(): void;
  close(): void;
}

export interface FakeOptions {
  readonly handlers?: Partial<Handlers>;
  readonly hello?: Partial<Pick<SessionOptions, 'id' | 'name' | 'token' | 'capabilities'>>;
  readonly http?: RequestListener;
  readonly tls?: { readonly cert: string; readonly key: string };
}

export async function startFakeAgent({ handlers, hello, http, tls }: FakeOptions = {}): Promise<FakeAgent> {
  const server = tls === undefined ? createServer(http) : createTlsServer(tls, http);
  const sockets = new WebSocketServer({ server, perMessageDeflate: false, handleProtocols: () => subprotocol });
  const sessions: Session[] = [];
  sockets.on('connection', (socket) => {
    openSession({
      channel: channelOf(socket),
      role: 'device',
      id: 'device-id',
      name: 'Pi 5',
      program: 'edgewright-agent 0.0.0',
      clock: systemClock,
      randomHex: (bytes) => randomBytes(bytes).toString('hex'),
      token,
      serve: testHandlers(handlers),
      ...hello,
    }).then(
      (session) => sessions.push(session),
      () => undefined,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of sockets.clients) socket.terminate();
  };
  return {
    port,
    address: `${tls === undefined ? 'ws' : 'wss'}://127.0.0.1:${port}`,
    sessions,
    cut,
    close() {
      cut();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Handlers of an agent whose run has these records; `acknowledged` grows as a workbench acknowledges. */
export function runHandlers(records: readonly StoredRecord[]): {
  readonly handlers: Partial<Handlers>;
  readonly acknowledged: number[];
  readonly started: string[];
  readonly watched: number[];
} {
  const acknowledged: number[] = [];
  const started: string[] = [];
  const watched: number[] = [];
  return {
    acknowledged,
    started,
    watched,
    handlers: {
      'run.start': ({ run }) => {
        started.push(run);
        return { kind: 'accepted', status: { ...status, run } };
      },
      'run.watch': ({ run, after }, session) => {
        watched.push(after);
        const rest = records.filter(({ cursor }) => cursor > after);
        // In small batches, some of them twice, as after a link that dropped.
        for (let at = 0; at < rest.length; at += 3) {
          session.notify('run.records', { run, records: rest.slice(Math.max(0, at - 1), at + 3) });
        }
        return { ...status, run };
      },
      'run.acknowledge': ({ cursor }) => {
        acknowledged.push(cursor);
        return {};
      },
    },
  };
}
