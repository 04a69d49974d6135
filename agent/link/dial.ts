// The agent as the end that dials: behind NAT and on phones. It keeps trying for as long as it lives.
import type { Channel } from '@edgewright/core/link/channel.js';
import { type Limits, subprotocol } from '@edgewright/schemas/wire.js';
import { WebSocket } from 'ws';
import { socketChannel, socketOptions } from './socket.ts';

export interface DialOptions {
  /** ws://host:port or wss://host:port */
  readonly url: string;
  readonly limits: Limits;
  /** PEM of the certificate that the workbench must have; undefined: the system's authorities decide. */
  readonly authority: string | undefined;
  /** Milliseconds of the first and of the longest wait between two tries. */
  readonly wait?: { readonly first: number; readonly longest: number };
  /** Settles when the link has ended; true if it had come to be. */
  readonly onPeer: (channel: Channel, address: string) => Promise<boolean>;
  readonly onLog: (message: string) => void;
}

export interface Dialler {
  close(): void;
}

export function dial(options: DialOptions): Dialler {
  const { url, limits, onPeer, onLog, wait = { first: 1_000, longest: 60_000 } } = options;
  let delay = wait.first;
  let timer: NodeJS.Timeout | undefined;
  let socket: WebSocket | undefined;
  let isClosed = false;
  connect();
  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      socket?.terminate();
    },
  };

  function connect(): void {
    const tried = new WebSocket(url, subprotocol, {
      ...socketOptions(limits),
      handshakeTimeout: limits.handshakeTime,
      ...(options.authority === undefined ? {} : { ca: options.authority }),
    });
    socket = tried;
    let isOpen = false;
    tried.on('error', (error) => onLog(`cannot link to ${url}: ${error.message}`));
    tried.once('open', () => {
      isOpen = true;
      void onPeer(socketChannel(tried), url).then((cameToBe) => {
        if (cameToBe) delay = wait.first;
        retry();
      });
    });
    tried.once('close', () => {
      if (!isOpen) retry();
    });
  }

  function retry(): void {
    if (isClosed) return;
    // A random part of the wait, so that a fleet does not come back as one when the network does.
    timer = setTimeout(connect, delay * (0.5 + Math.random() / 2));
    delay = Math.min(2 * delay, wait.longest);
  }
}
