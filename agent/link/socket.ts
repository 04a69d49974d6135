// A `ws` socket as the channel of a session.
import type { Channel } from '@edgewright/core/link/channel.js';
import type { Limits } from '@edgewright/schemas/wire.js';
import type { WebSocket } from 'ws';

/** Milliseconds that a closed peer has to close in turn; `ws` itself would wait 30 s. */
const closeTime = 3_000;

/** Options that both a server and a client of `ws` take. */
export function socketOptions(limits: Limits) {
  return {
    maxPayload: limits.frameBytes,
    // Costs a quarter of a megabyte a session.
    perMessageDeflate: false,
    // A message of ours is one frame; a peer that sends crumbs fills memory with bookkeeping.
    maxFragments: 64,
    maxBufferedChunks: 4096,
  };
}

/** To be made before the socket is open or in its `open` event: the first message may come with the upgrade. It is kept until `onMessage`. */
export function socketChannel(socket: WebSocket): Channel {
  let listener: ((text: string | null) => void) | undefined;
  const early: (string | null)[] = [];
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    const text = isBinary ? null : data.toString('utf8');
    if (listener === undefined) early.push(text);
    else listener(text);
  });
  // 'close' follows every error and tells the session.
  socket.on('error', () => {});
  return {
    send(text) {
      if (socket.readyState === socket.OPEN) socket.send(text);
    },
    close(code, reason) {
      socket.close(code, reason);
      const timer = setTimeout(() => socket.terminate(), closeTime);
      socket.once('close', () => clearTimeout(timer));
    },
    queued: () => socket.bufferedAmount,
    ping() {
      if (socket.readyState === socket.OPEN) socket.ping();
    },
    onMessage(take) {
      listener = take;
      for (const text of early.splice(0)) take(text);
    },
    onPong(tell) {
      socket.on('pong', tell);
    },
    onClose(tell) {
      if (socket.readyState === socket.CLOSED) tell(1006, '');
      else socket.once('close', (code: number, reason: Buffer) => tell(code, reason.toString('utf8')));
    },
  };
}
