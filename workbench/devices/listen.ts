// Waits for agents that dial out, as from behind NAT. After the hello they are as any other.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSession, type Session, type SessionOptions } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { defaultLimits, type Hello, subprotocol } from '@edgewright/schemas/wire.js';
import { WebSocketServer } from 'ws';
import { workbenchIdentity } from './identity.ts';
import { createOffers, type Offer } from './offer.ts';
import { channelOf } from './socket.ts';

export interface ListenOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly host?: string;
  /** The pairing token of who calls; undefined refuses. */
  readonly token: (peer: Hello) => string | undefined;
  readonly onNotification: NonNullable<SessionOptions['onNotification']>;
  /** A caller that was refused. */
  readonly onRefused: (error: CodedError) => void;
}

export interface Listener {
  readonly port: number;
  /** The next session of the device with this id, or of any device that nobody awaits yet. A newer session replaces an older one. */
  next(id: string | undefined): Promise<Session>;
  /** Lets a device that dialled in fetch a file on the same port. */
  readonly offer: Offer;
  close(): void;
}

/** Rejects with `listen-failed`. */
export async function listenForAgents(options: ListenOptions): Promise<Listener> {
  const waiting: { readonly id: string | undefined; readonly resolve: (session: Session) => void }[] = [];
  const unclaimed = new Map<string, Session>();
  const { offer, serve } = createOffers();
  const http = createServer(serve);
  const server = new WebSocketServer({
    server: http,
    perMessageDeflate: false,
    maxPayload: defaultLimits.frameBytes,
    handleProtocols: (offered) => (offered.has(subprotocol) ? subprotocol : false),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', (error) => reject(listenFailed(options.port, error)));
    http.listen(options.port, options.host);
  });
  server.on('connection', (socket) => {
    openSession({
      ...workbenchIdentity,
      channel: channelOf(socket),
      token: options.token,
      onNotification: options.onNotification,
    }).then(arrive, (error: unknown) => {
      if (error instanceof CodedError) options.onRefused(error);
      else throw error;
    });
  });

  return {
    port: (http.address() as AddressInfo).port,
    offer,
    next(id) {
      const held = id === undefined ? unclaimed.values().next().value : unclaimed.get(id);
      if (held !== undefined) {
        unclaimed.delete(held.peer.id);
        return Promise.resolve(held);
      }
      return new Promise((resolve) => waiting.push({ id, resolve }));
    },
    close() {
      server.close();
      for (const socket of server.clients) socket.terminate();
      http.close();
      http.closeAllConnections();
    },
  };

  function arrive(session: Session): void {
    const exact = waiting.findIndex(({ id }) => id === session.peer.id);
    const index = exact === -1 ? waiting.findIndex(({ id }) => id === undefined) : exact;
    if (index !== -1) {
      const [taken] = waiting.splice(index, 1);
      taken.resolve(session);
      return;
    }
    unclaimed.get(session.peer.id)?.close();
    unclaimed.set(session.peer.id, session);
    void session.closed.then(() => {
      if (unclaimed.get(session.peer.id) === session) unclaimed.delete(session.peer.id);
    });
  }
}

function listenFailed(port: number, error: Error): CodedError {
  return new CodedError(
    'listen-failed',
    `The workbench cannot listen on port ${port}: ${error.message}.`,
    'Choose another port; those below 1024 need rights.',
  );
}
