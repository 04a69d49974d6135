// What a session needs of the outside: a message channel and a clock. Agent and workbench each give a `ws` socket and the
// system's clock, tests an in-memory duplex and a clock that they turn by hand.

/** A message channel that is open. Messages that come before `onMessage` is called are kept for it. */
export interface Channel {
  /** Queues one text message. After `close` it does nothing. */
  send(text: string): void;
  /** Ends the channel; `reason` at most 123 bytes [RFC 6455 5.5]. `onClose` still tells the end. */
  close(code: number, reason: string): void;
  /** Bytes accepted by `send` that the system has not taken yet. */
  queued(): number;
  /** Asks the peer for a sign of life, which `onPong` tells. */
  ping(): void;
  /** One listener; `null` stands for a message that is not text. */
  onMessage(listener: (text: string | null) => void): void;
  onPong(listener: () => void): void;
  /** Called once, also where the channel is closed already. 1006: it broke without a close. */
  onClose(listener: (code: number, reason: string) => void): void;
}

/** A timer of a `Clock`; only the clock looks inside. */
export type Timer = unknown;

export interface Clock {
  /** Milliseconds that never run backwards; the origin has no meaning. */
  now(): number;
  setTimer(run: () => void, milliseconds: number): Timer;
  clearTimer(timer: Timer): void;
}
