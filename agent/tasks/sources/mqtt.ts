// A subscription by MQTT with QoS 1: a message is acknowledged when its events are durable, and the next is read after that, so
// that what the device cannot take in waits at the broker.
import { hostname } from 'node:os';
import { shortHash } from '@edgewright/core/canonical.js';
import mqtt from 'mqtt';
import type { Intake, OpenSource } from '../contract.ts';
import { hand, lost, type Subscribed } from './broker.ts';
import { paced, type SourceTimes } from './pace.ts';
import type { Secret } from './secret.ts';

/** `name` is of the source on this device: the broker keeps one session for each. Links again by itself. */
export function openMqtt(
  { address, topic, rate }: Subscribed,
  { username, password, token, ca, cert, key }: Secret = {},
  intake: Intake,
  name: string,
  times: SourceTimes,
): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  // The session stays with the broker, so that what comes while the link is down comes after.
  const client = mqtt.connect(address, {
    clientId: `edgewright-${shortHash(JSON.stringify([hostname(), topic, name]))}`,
    clean: false,
    reconnectPeriod: times.retry,
    reconnectOnConnackError: true,
    resubscribe: true,
    // MQTT has no tokens: brokers that know them take them as passwords.
    ...(username !== undefined && { username }),
    ...((password ?? token) !== undefined && { password: password ?? token }),
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  });
  let fault: string | undefined;
  client.on('connect', () => {
    fault = undefined;
    client.subscribe(topic, { qos: 1 }, (error) => intake.tell(error ? lost('MQTT', address, error.message) : null));
  });
  client.on('error', (error) => {
    fault = error.message || (error as { code?: string }).code || 'no answer';
    intake.tell(lost('MQTT', address, fault));
  });
  client.on('close', () => intake.tell(lost('MQTT', address, fault ?? 'the link is down')));
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
