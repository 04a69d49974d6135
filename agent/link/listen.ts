// The agent as the end that is dialled: one port for the WebSocket and the artifacts.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Channel } from '@edgewright/core/link/channel.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { type Limits, subprotocol } from '@edgewright/schemas/wire.js';
import { WebSocketServer } from 'ws';
import type { ServeHttp } from './artifacts.ts';
import { socketChannel, socketOptions } from './socket.ts';

export interface ListenOptions {
  /** Undefined: every address of the machine. */
  readonly host: string | undefined;
  /** 0: any that is free. */
  readonly port: number;
  readonly limits: Limits;
  /** PEM, both or none. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  /** Origins of web pages that may link. A page of any site can dial addresses in a LAN, so none may by default. */
  readonly origins: readonly string[];
  readonly serveHttp: ServeHttp;
  /** A peer that is to be shaken hands with; settles when it is gone. */
  readonly onPeer: (channel: Channel, address: string) => Promise<unknown>;
}

export interface Listener {
  readonly port: number;
  close(): Promise<void>;
}

/** Throws `listen-failed`. */
export async function listen(options: ListenOptions): Promise<Listener> {
  const { limits, tls, serveHttp, onPeer } = options;
  const sockets = new WebSocketServer({
    ...socketOptions(limits),
    noServer: true,
    clientTracking: true,
    handleProtocols: () => subprotocol,
  });
  const server: Server = tls === undefined ? createServer(serveHttp) : createTlsServer(tls, serveHttp);
  // Transfers of artifacts have a limit of their own, by idleness.
  server.requestTimeout = 0;
  server.headersTimeout = limits.handshakeTime;
  server.maxConnections = 2 * limits.peers + 8;
  let peers = 0;

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refusal = refusalOf(request);
    if (refusal !== undefined) {
      socket.end(refusal);
      return;
    }
    peers++;
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const address = `${request.socket.remoteAddress ?? '?'}:${request.socket.remotePort ?? '?'}`;
      void onPeer(socketChannel(webSocket), address);
    });
    socket.once('close', () => peers--);
  });
  const port = await bind(server, options);

  return {
    port,
    close() {
      for (const client of sockets.clients) client.terminate();
      return new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };

  function refusalOf(request: IncomingMessage): string | undefined {
    const { origin } = request.headers;
    if (origin !== undefined && !options.origins.includes(origin)) {
      return httpRefusal('403 Forbidden', `Web pages of ${origin.slice(0, 100)} may not link to this agent.`);
    }
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes(subprotocol)) {
      const names = offered.filter((name) => name !== '').join(', ') || 'none';
      return httpRefusal(
        '426 Upgrade Required',
        `This agent speaks the subprotocol ${subprotocol}; offered: ${names.slice(0, 100)}. Update the older of the two programs.`,
      );
    }
    if (peers >= limits.peers) {
      return httpRefusal('503 Service Unavailable', `too-many-peers: the agent serves ${limits.peers} links already.`);
    }
    return undefined;
  }
}

function httpRefusal(status: string, message: string): string {
  const length = Buffer.byteLength(message);
  return `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${length}\r\n\r\n${message}`;
}

function bind(server: Server, { host, port }: ListenOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'the port is in use' : error.message;
      reject(
        new CodedError(
          'listen-failed',
          `Cannot listen on ${host ?? 'port'} ${port}: ${why}.`,
          'Choose another with --port or --host, or 0 for any that is free.',
        ),
      );
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}
