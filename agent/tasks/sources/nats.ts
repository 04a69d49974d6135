// A subscription by NATS, which has no acknowledgement: what comes faster than it becomes durable is kept up to a bound, then
// dropped, counted and told.
import {
  type Authenticator,
  connect,
  credsAuthenticator,
  type NatsConnection,
  nkeyAuthenticator,
  tokenAuthenticator,
  usernamePasswordAuthenticator,
} from '@nats-io/transport-node';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { hand, lost, type Subscribed } from './broker.ts';
import { paced, pause, type SourceTimes } from './pace.ts';
import type { Secret } from './secret.ts';

/** What waits in memory to be durable. */
export interface NatsLimits {
  readonly messages: number;
  readonly bytes: number;
}

export const defaultNatsLimits: NatsLimits = { messages: 4_096, bytes: 16 * 2 ** 20 };

/** Links again by itself. */
export function openNats(
  { address, topic, rate }: Subscribed,
  secret: Secret = {},
  intake: Intake,
  times: SourceTimes,
  limits: NatsLimits = defaultNatsLimits,
): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const { ca, cert, key } = secret;
  const hasTls = ca !== undefined || cert !== undefined;
  const options = {
    servers: address,
    maxReconnectAttempts: -1,
    reconnectTimeWait: times.retry,
    ignoreAuthErrorAbort: true,
    authenticator: authenticatorsOf(secret),
    ...(hasTls && { tls: { ...(ca && { ca }), ...(cert && { cert }), ...(key && { key }) } }),
  };
  let link: NatsConnection | undefined;
  const running = (async () => {
    // The library's own waiting for a first link does not say why there is none.
    while (link === undefined && !ending.signal.aborted) {
      try {
        link = await connect(options);
      } catch (error) {
        intake.tell(lost('NATS', address, (error as Error).message));
        await pause(times.retry, ending.signal);
      }
    }
    if (link === undefined || ending.signal.aborted) return link?.close();
    intake.tell(null);
    subscribe(link);
    for await (const status of link.status()) {
      if (status.type === 'disconnect') intake.tell(lost('NATS', address, 'the link is down'));
      if (status.type === 'error') intake.tell(lost('NATS', address, status.error.message));
      if (status.type === 'reconnect') intake.tell(null);
    }
  })();
  running.catch((error: unknown) => intake.tell(lost('NATS', address, (error as Error).message)));
  return {
    async close() {
      ending.abort();
      await link?.close();
      // One that is being made closes itself.
      await Promise.race([running.catch(() => undefined), pause(500, new AbortController().signal)]);
    },
  };

  function subscribe(to: NatsConnection): void {
    const waiting: { readonly text: string; readonly length: number }[] = [];
    let bytes = 0;
    let isHanding = false;
    let isFull = false;
    to.subscribe(topic, {
      callback(error, message) {
        if (error !== null) return intake.tell(lost('NATS', address, error.message));
        const { length } = message.data;
        if (waiting.length >= limits.messages || bytes + length > limits.bytes) {
          intake.refuse(1);
          isFull = true;
          intake.tell(
            sourceTrouble(
              'Messages of NATS come faster than they can be kept, and are dropped.',
              'Publish less, or set a topic with fewer of them.',
            ),
          );
          return;
        }
        waiting.push({ text: message.string(), length });
        bytes += length;
        if (!isHanding) void handOver();
      },
    });

    async function handOver(): Promise<void> {
      isHanding = true;
      for (let next = waiting.shift(); next !== undefined && !ending.signal.aborted; next = waiting.shift()) {
        bytes -= next.length;
        await hand(next.text, give, intake);
      }
      isHanding = false;
      if (isFull) intake.tell(null);
      isFull = false;
    }
  }
}

function authenticatorsOf({ token, username, password, nkey, creds }: Secret): Authenticator[] {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [
    ...(token === undefined ? [] : [tokenAuthenticator(token)]),
    ...(username === undefined ? [] : [usernamePasswordAuthenticator(username, password)]),
    ...(nkey === undefined ? [] : [nkeyAuthenticator(bytes(nkey))]),
    ...(creds === undefined ? [] : [credsAuthenticator(bytes(creds))]),
  ];
}
