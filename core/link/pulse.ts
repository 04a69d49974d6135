// Whether the peer is still there.
import type { Channel, Clock, Timer } from './channel.ts';

export interface Pulse {
  /** A message came. */
  feel(): void;
  stop(): void;
}

/** Pings that may go without a sign of life. */
const patience = 2;

/**
 * Pings every `interval` milliseconds and calls `lose` at the second one in a row without an answer, a message or a queue
 * that shrinks: a slow link may take minutes to carry a full queue, and its pong comes only after that.
 */
export function watchPulse(channel: Channel, clock: Clock, interval: number, lose: () => void): Pulse {
  let heard = true;
  let queued = 0;
  let missed = 0;
  let timer: Timer = clock.setTimer(beat, interval);
  channel.onPong(() => {
    heard = true;
  });
  return {
    feel() {
      heard = true;
    },
    stop() {
      clock.clearTimer(timer);
    },
  };

  function beat(): void {
    const shrinks = channel.queued() < queued;
    missed = heard || shrinks ? 0 : missed + 1;
    if (missed >= patience) {
      lose();
      return;
    }
    heard = false;
    queued = channel.queued();
    channel.ping();
    timer = clock.setTimer(beat, interval);
  }
}
