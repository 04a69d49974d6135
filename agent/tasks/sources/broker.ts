// Subscriptions: MQTT with QoS 1, where a message is acknowledged when its events are durable, and NATS, which knows no such
// thing. Both link again by themselves.
import type { Trouble } from '@edgewright/schemas/deployment.js';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { readBody } from './event.ts';
import { paced } from './feed-lines.ts';

/** Milliseconds between two attempts to link. */
const retryTime = 2_000;

/** `name` is of the source on this device: the broker keeps one session for each. */
export async function openMqtt(
  address: string,
  topic: string,
  intake: Intake,
  rate: number | undefined,
  name: string,
): Promise<OpenSource> {
  const { default: mqtt } = await import('mqtt');
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  // The session stays with the broker, so that what comes while the link is down comes after.
  const client = mqtt.connect(address, {
    clientId: `edgewright-${await identity(topic, name)}`,
    clean: false,
    reconnectPeriod: retryTime,
    resubscribe: true,
  });
  client.on('connect', () => {
    client.subscribe(topic, { qos: 1 }, (error) => intake.tell(error ? lost('MQTT', address, error.message) : null));
  });
  client.on('error', (error) =>
    intake.tell(lost('MQTT', address, error.message || (error as { code?: string }).code || 'no answer')),
  );
  client.on('close', () => intake.tell(lost('MQTT', address, 'the link is down')));
  // Called instead of the event: its callback is the acknowledgement.
  client.handleMessage = (packet, done) => {
    const text = 'payload' in packet ? String(packet.payload) : '';
    hand(text, give, intake).then(
      () => done(ending.signal.aborted ? new Error('the source has ended') : undefined),
      () => done(),
    );
  };
  return {
    async close() {
      ending.abort();
      await client.endAsync(true);
    },
  };
}

export async function openNats(
  address: string,
  topic: string,
  intake: Intake,
  rate: number | undefined,
): Promise<OpenSource> {
  const { connect } = await import('@nats-io/transport-node');
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  // Waits for a server that is not there yet.
  const linking = connect({
    servers: address,
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: retryTime,
  });
  intake.tell(lost('NATS', address, 'no answer yet'));
  const running = linking.then(async (link) => {
    if (ending.signal.aborted) return link.close();
    intake.tell(null);
    void (async () => {
      for await (const { type } of link.status()) {
        if (type === 'disconnect') intake.tell(lost('NATS', address, 'the link is down'));
        if (type === 'reconnect') intake.tell(null);
      }
    })();
    for await (const message of link.subscribe(topic)) await hand(message.string(), give, intake);
  });
  running.catch((error: unknown) => intake.tell(lost('NATS', address, (error as Error).message)));
  return {
    async close() {
      ending.abort();
      const ended = linking.then(
        (link) => link.close(),
        () => undefined,
      );
      // One that never came to be has nothing to close.
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500).unref())]);
    },
  };
}

async function hand(text: string, give: ReturnType<typeof paced>, intake: Intake): Promise<void> {
  for (const event of readBody(text)) {
    if (typeof event === 'string') {
      const fix = 'Publish {"event": NAME, ...fields}, or a list of them.';
      intake.tell(sourceTrouble(`A message was no event: ${event}`, fix));
    } else await give(event);
  }
}

async function identity(topic: string, name: string): Promise<string> {
  const [{ shortHash }, { hostname }] = await Promise.all([import('@edgewright/core/canonical.js'), import('node:os')]);
  return shortHash(JSON.stringify([hostname(), topic, name]));
}

function lost(what: string, address: string, why: string): Trouble {
  return sourceTrouble(
    `No link with the ${what} server at ${address}: ${why}.`,
    'Look whether it runs; the agent tries again.',
  );
}
