// Leave to send artifacts: HTTP has no session, so the session gives a ticket.
import { randomHex } from './clock.ts';

export interface Tickets {
  /** Leave to send these artifacts. */
  issue(artifacts: readonly string[]): string;
  allows(ticket: string, sha256: string): boolean;
}

/** Milliseconds: a large model over a slow link takes hours, and a ticket allows no more than what the device asked for. */
const lifetime = 24 * 3_600_000;

/** Tickets kept; past it the oldest is void. */
const capacity = 256;

export function createTickets(now: () => number): Tickets {
  const issued = new Map<string, { readonly artifacts: ReadonlySet<string>; readonly until: number }>();
  return {
    issue(artifacts) {
      const ticket = randomHex(32);
      issued.set(ticket, { artifacts: new Set(artifacts), until: now() + lifetime });
      const [oldest] = issued.keys();
      if (issued.size > capacity && oldest !== undefined) issued.delete(oldest);
      return ticket;
    },
    allows(ticket, sha256) {
      const entry = issued.get(ticket);
      return entry !== undefined && entry.until > now() && entry.artifacts.has(sha256);
    },
  };
}
