// One session of `edgewright.v1` over any channel, used by both ends. Pure: the clock and the random bytes are given.
import { CodedError } from '@edgewright/schemas/codes.js';
import { checkParams } from '@edgewright/schemas/frame.js';
import {
  defaultLimits,
  type Frame,
  type Hello,
  type Limits,
  type Method,
  type Notification,
  type Notifications,
  protocolVersions,
  type Requests,
} from '@edgewright/schemas/wire.js';
import { answer } from './answer.ts';
import type { Channel, Clock } from './channel.ts';
import type { Closed, CloseReason } from './close.ts';
import { createDeferred } from './deferred.ts';
import { toCodedError } from './errors.ts';
import { startHandshake } from './handshake.ts';
import { type Line, openLine } from './line.ts';
import { createPending } from './pending.ts';
import { watchPulse } from './pulse.ts';

/** A session after both ends have proved that they know the token. */
export interface Session {
  readonly peer: Hello;
  /** Of the own hello. */
  readonly nonce: string;
  /** The version in force: the greatest that both ends speak. */
  readonly protocol: number;
  /** Settles with the peer's answer; rejects with a CodedError when it refuses, is silent too long or the link ends. */
  request<M extends Method>(
    method: M,
    params: Requests[M]['params'],
    options?: { readonly timeout?: number },
  ): Promise<Requests[M]['result']>;
  /** Queues a notification. False: past high water (or closed), so await `drained` before the next one. */
  notify<N extends Notification>(method: N, params: Notifications[N]): boolean;
  /** Settles when the queue is below high water again, and when the session ends. */
  drained(): Promise<void>;
  /** Whether the queue is past high water: what may be dropped or coalesced should be. */
  isCongested(): boolean;
  /** Settles when the link has ended; never rejects. */
  readonly closed: Promise<Closed>;
  close(reason?: CloseReason): void;
}

/** Answers to the peer's requests: throw a CodedError to refuse; anything else thrown is reported to `onFault`. */
export type Handlers = {
  readonly [M in Method]: (
    params: Requests[M]['params'],
    session: Session,
  ) => Requests[M]['result'] | Promise<Requests[M]['result']>;
};

export type ReceivedNotification = {
  readonly [N in Notification]: { readonly method: N; readonly params: Notifications[N] };
}[Notification];

export interface SessionOptions {
  readonly channel: Channel;
  readonly role: Hello['role'];
  readonly id: string;
  readonly name: string;
  /** "edgewright-agent 0.1.0" */
  readonly program: string;
  readonly capabilities?: readonly string[];
  /** The pairing token, or where it depends on who the peer says it is, a choice; undefined refuses the peer. */
  readonly token: string | ((peer: Hello) => string | undefined);
  readonly clock: Clock;
  /** That many cryptographically random bytes in hexadecimal. */
  readonly randomHex: (bytes: number) => string;
  readonly limits?: Partial<Limits>;
  /** Milliseconds until a request without an answer is given up: 30,000. */
  readonly requestTime?: number;
  /** The device end gives it; without it every request is refused as an unknown method. */
  readonly serve?: Handlers;
  readonly onNotification?: (notification: ReceivedNotification, session: Session) => void;
  /** A notification or an answer was queued: what waits for company may go along. */
  readonly onSent?: (session: Session, notification: Notification | undefined) => void;
  /** A bug in a handler: the peer got "internal error", here is the cause. */
  readonly onFault?: (fault: unknown, method: string) => void;
}

/** Milliseconds between two looks at a full queue: channels do not tell when they drain. */
const drainTime = 25;

/**
 * Says hello, proves, checks the peer's proof. Rejects with a CodedError (`unauthorized`, `protocol-version`,
 * `handshake-timeout`, `handshake-order`, `bad-params`, `frame-...`, `link-closed`) after it has closed the channel.
 */
export function openSession(options: SessionOptions): Promise<Session> {
  const { channel, clock } = options;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const result = createDeferred<Session>();
  const own: Hello = {
    role: options.role,
    protocol: protocolVersions,
    program: options.program,
    id: options.id,
    name: options.name,
    capabilities: options.capabilities ?? [],
    nonce: options.randomHex(32),
  };
  const step = startHandshake(own, options.token);
  let receive = shakeHands;
  const line = openLine(channel, clock, limits);
  const timer = clock.setTimer(
    () => line.hangUp('handshake-timeout', tooSlow(limits.handshakeTime)),
    limits.handshakeTime,
  );
  void line.closed.then((closed) => {
    clock.clearTimer(timer);
    result.reject(closed.error ?? linkClosed());
  });
  line.send({ jsonrpc: '2.0', method: 'hello', params: own });
  line.listen((frame) => receive(frame));
  return result.promise;

  function shakeHands(frame: Frame): void {
    const next = step(frame);
    if (next.kind === 'refuse') line.hangUp(next.close, next.error);
    else if (next.kind === 'refused') line.refused(next.error);
    else {
      for (const proof of next.send) line.send(proof);
      if (next.kind === 'wait') return;
      clock.clearTimer(timer);
      line.trust();
      const conversation = converse(options, limits, line, own.nonce, next.peer, next.protocol);
      receive = conversation.receive;
      result.resolve(conversation.session);
    }
  }
}

interface Conversation {
  readonly session: Session;
  readonly receive: (frame: Frame) => void;
}

/** What follows the handshake: requests, answers, notifications, heartbeat. */
function converse(
  options: SessionOptions,
  limits: Limits,
  line: Line,
  nonce: string,
  peer: Hello,
  protocol: number,
): Conversation {
  const { channel, clock, serve, requestTime = 30_000 } = options;
  const pending = createPending(clock);
  const pulse = watchPulse(channel, clock, limits.heartbeatTime, () =>
    line.hangUp('link-lost', lost(limits.heartbeatTime)),
  );
  void line.closed.then((closed) => {
    pulse.stop();
    pending.rejectAll(closed.error ?? linkClosed());
  });

  const session: Session = {
    peer,
    nonce,
    protocol,
    request<M extends Method>(method: M, params: Requests[M]['params'], choice: { readonly timeout?: number } = {}) {
      if (!line.isOpen()) return Promise.reject(linkClosed());
      const { id, answer: awaited } = pending.add(method, choice.timeout ?? requestTime);
      line.send({ jsonrpc: '2.0', id, method, params });
      return awaited as Promise<Requests[M]['result']>;
    },
    notify(method, params) {
      line.send({ jsonrpc: '2.0', method, params });
      options.onSent?.(session, method);
      return line.isOpen() && !line.isCongested();
    },
    async drained() {
      while (line.isCongested()) await sleep(clock, drainTime);
    },
    isCongested: line.isCongested,
    closed: line.closed,
    close: (reason = 'normal') => line.hangUp(reason),
  };

  return {
    session,
    receive(frame) {
      pulse.feel();
      if (!('method' in frame)) settle(frame);
      else if ('id' in frame) {
        const handle =
          serve !== undefined && Object.hasOwn(serve, frame.method) ? serve[frame.method as Method] : undefined;
        const bound = handle && ((params: never) => handle(params, session));
        void answer(frame, bound, options.onFault ?? (() => {})).then((reply) => {
          line.send(reply);
          options.onSent?.(session, undefined);
        });
      } else hear(frame.method, frame.params);
    },
  };

  function settle(frame: Exclude<Frame, { method: string }>): void {
    if ('error' in frame) {
      const error = toCodedError(frame.error);
      if (frame.id === null) line.refused(error);
      else pending.reject(frame.id, error);
    } else pending.resolve(frame.id, frame.result);
  }

  function hear(method: string, params: unknown): void {
    // One that is unknown or out of shape is let pass: nobody waits for an answer, and a newer peer may have more to tell.
    if (checkParams(method, params) !== undefined) return;
    options.onNotification?.({ method, params } as ReceivedNotification, session);
  }
}

function sleep(clock: Clock, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    clock.setTimer(resolve, milliseconds);
  });
}

function tooSlow(time: number): CodedError {
  return new CodedError(
    'handshake-timeout',
    `The peer did not say hello and prove itself within ${time} ms.`,
    'Look whether the address is that of an Edgewright program, then link again.',
  );
}

function lost(time: number): CodedError {
  return new CodedError(
    'link-lost',
    `Nothing was heard from the peer for ${2 * time} ms.`,
    'Link again when the network is back; the device goes on meanwhile.',
  );
}

function linkClosed(): CodedError {
  return new CodedError('link-closed', 'The link is closed.', 'Link again.');
}
