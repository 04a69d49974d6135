// A `ws` socket as the channel of a session.
import type { Channel } from '@edgewright/core/link/channel.js';
import type { WebSocket } from 'ws';

/** Milliseconds that a peer may take to answer a close before the socket is cut. */
const closeTime = 2_000;

/** To be made with the socket, not once it is open: the peer's first message may come with the opening. */
export function channelOf(socket: WebSocket): Channel {
  const kept: (string | null)[] = [];
  let hear: ((text: string | null) => void) | undefined;
  let pong = () => {};
  let ended: { readonly code: number; readonly reason: string } | undefined;
  let end: ((code: number, reason: string) => void) | undefined;

  socket.on('message', (data: Buffer, isBinary) => {
    const text = isBinary ? null : data.toString('utf8');
    if (hear === undefined) kept.push(text);
    else hear(text);
  });
  socket.on('pong', () => pong());
  // An error is always followed by a close, which has the code.
  socket.on('error', () => {});
  socket.on('close', (code, reason) => {
    ended = { code, reason: reason.toString('utf8') };
    end?.(ended.code, ended.reason);
  });

  return {
    send(text) {
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    close(code, reason) {
      socket.close(code, reason);
      setTimeout(() => socket.terminate(), closeTime).unref();
    },
    queued: () => socket.bufferedAmount,
    ping() {
      if (socket.readyState === socket.OPEN) socket.ping();
    },
    onMessage(listener) {
      hear = listener;
      for (const text of kept.splice(0)) listener(text);
    },
    onPong(listener) {
      pong = listener;
    },
    onClose(listener) {
      end = listener;
      if (ended !== undefined) listener(ended.code, ended.reason);
    },
  };
}
