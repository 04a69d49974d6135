// Frames on a channel: reading under limits, sending under a cap, and one way to end.
import { CodedError } from '@edgewright/schemas/codes.js';
import { parseFrame } from '@edgewright/schemas/frame.js';
import type { Frame, Limits } from '@edgewright/schemas/wire.js';
import { createBucket } from './bucket.ts';
import type { Channel, Clock } from './channel.ts';
import { type Closed, type CloseReason, closeCodes } from './close.ts';
import { createDeferred } from './deferred.ts';
import { toCodedError, toWireError } from './errors.ts';

export interface Line {
  /** Frames go there from now on, first those that came before. */
  listen(receive: (frame: Frame) => void): void;
  send(frame: Frame): void;
  /** Tells the peer `error`, then closes. */
  hangUp(reason: CloseReason, error?: CodedError): void;
  /** The peer has refused us: what it said is why the link ends. */
  refused(error: CodedError): void;
  /** From now on frames may be as large as those of an authenticated peer. */
  trust(): void;
  isOpen(): boolean;
  /** Whether more is queued than `limits.highWater`. */
  isCongested(): boolean;
  /** Settles at the end of the link; never rejects. */
  readonly closed: Promise<Closed>;
}

/** A queue this many times past high water ends the link: producers that wait never get there, answers can. */
const stuckFactor = 8;

export function openLine(channel: Channel, clock: Clock, limits: Limits): Line {
  const ending = createDeferred<Closed>();
  const bucket = createBucket(limits.messageRate, clock.now());
  let open = true;
  let trusted = false;
  let refusal: CodedError | undefined;
  let receive: (frame: Frame) => void = () => {};

  const line: Line = {
    listen(taker) {
      receive = taker;
      channel.onMessage((text) => {
        if (!open) return;
        if (!bucket.take(clock.now())) line.hangUp('rate-exceeded', tooMany(limits.messageRate));
        else read(text);
      });
    },
    send(frame) {
      if (!open) return;
      channel.send(JSON.stringify(frame));
      const queued = channel.queued();
      // Words would only queue behind the rest.
      if (queued > stuckFactor * limits.highWater) cut('link-stuck', stuck(queued));
    },
    hangUp(reason, error) {
      if (!open) return;
      // The reason of a close frame holds 123 bytes, so the words go in a frame before it.
      if (error !== undefined) line.send({ jsonrpc: '2.0', id: null, error: toWireError(error) });
      cut(reason, error);
    },
    refused(error) {
      refusal = error;
    },
    trust() {
      trusted = true;
    },
    isOpen: () => open,
    isCongested: () => open && channel.queued() > limits.highWater,
    closed: ending.promise,
  };

  channel.onClose((code, reason) => {
    const error = refusal ?? (code === closeCodes.normal ? undefined : broken(code, reason));
    end({ by: 'peer', code, reason, error });
  });
  return line;

  function read(text: string | null): void {
    if (text === null) {
      line.hangUp('frame-refused', binary());
      return;
    }
    const parsed = parseFrame(text, trusted ? limits : { ...limits, frameBytes: limits.unauthenticatedBytes });
    if (parsed.kind === 'ok') receive(parsed.frame);
    // One bad request is answered; text that is no frame at all ends the link, for what follows is no better.
    else if (parsed.id !== null && trusted) line.send({ jsonrpc: '2.0', id: parsed.id, error: parsed.error });
    else line.hangUp('frame-refused', toCodedError(parsed.error));
  }

  function cut(reason: CloseReason, error: CodedError | undefined): void {
    end({ by: 'self', code: closeCodes[reason], reason, error });
    channel.close(closeCodes[reason], reason);
  }

  function end(closed: Closed): void {
    if (!open) return;
    open = false;
    ending.resolve(closed);
  }
}

function broken(code: number, reason: string): CodedError {
  const why = reason === '' ? `code ${code}` : `${reason}, code ${code}`;
  return new CodedError(
    'link-closed',
    `The peer ended the link (${why}).`,
    'See the log of the peer, then link again.',
  );
}

function stuck(queued: number): CodedError {
  return new CodedError(
    'link-stuck',
    `The peer does not take its messages: ${queued} bytes are queued for it.`,
    'Link again; if it comes back, look at the network and at what the peer is busy with.',
  );
}

function tooMany(rate: number): CodedError {
  return new CodedError(
    'rate-exceeded',
    `More than ${rate} messages came in a second.`,
    'Send fewer and larger messages.',
  );
}

function binary(): CodedError {
  return new CodedError(
    'frame-not-json',
    'A binary message came; this protocol has none.',
    'Send JSON in text messages.',
  );
}
