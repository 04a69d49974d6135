// What the subscriptions of MQTT and NATS have in common.
import type { Trouble } from '@edgewright/schemas/deployment.js';
import type { Intake } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { readBody } from './event.ts';
import type { Give } from './pace.ts';

/** A server, and what to subscribe to there. */
export interface Subscribed {
  readonly address: string;
  readonly topic: string;
  readonly rate: number | undefined;
}

/** Hands over the events of a message; settles when they are durable. */
export async function hand(text: string, give: Give, intake: Intake): Promise<void> {
  for (const event of readBody(text)) {
    if ('fix' in event) {
      intake.refuse(1);
      const fix = 'Publish {"event": NAME, ...fields}, or a list of them.';
      intake.tell(sourceTrouble(`A message was no event: ${event.message}`, fix));
    } else await give([event]);
  }
}

export function lost(what: string, address: string, why: string): Trouble {
  return sourceTrouble(
    `No link with the ${what} server at ${withoutUser(address)}: ${why}.`,
    'Look whether it runs; the agent tries again.',
  );
}

/** An address may have a password in it, which is told to nobody. */
function withoutUser(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//');
}
