// Who watches the device itself, run or no run: its sensors, and what it is at.
import type { Session } from '@edgewright/core/link/session.js';
import type { Runner } from '../runner/runner.ts';
import { createPace, type Pace } from './pace.ts';
import type { Sampling } from './sampling.ts';

export interface Attendants {
  /** Tells sample and status at once, then as they come. Watching again begins anew. */
  watch(session: Session): void;
  unwatch(session: Session): void;
  close(): void;
}

/** Milliseconds between two statuses of the device to one who watches. */
const statusTime = 250;

interface Attendant {
  readonly pace: Pace;
  readonly leave: () => void;
}

/** `onFault`: a journal that cannot be read; those who watch hear nothing then. */
export function createAttendants(runner: Runner, sampling: Sampling, onFault: (fault: unknown) => void): Attendants {
  const attendants = new Map<Session, Attendant>();
  const stopListening = runner.listen({
    onStatus: () => {
      for (const { pace } of attendants.values()) pace.ask();
    },
  });

  return {
    watch(session) {
      remove(session);
      attendants.set(session, {
        pace: createPace(statusTime, guarded(teller(session))),
        leave: sampling.join(session),
      });
      void session.closed.then(() => remove(session));
      // The answer to the request goes first.
      setImmediate(() => {
        attendants.get(session)?.pace.ask();
        sampling.tell(session);
      });
    },
    unwatch: remove,
    close() {
      stopListening();
      for (const session of [...attendants.keys()]) remove(session);
    },
  };

  function remove(session: Session): void {
    const attendant = attendants.get(session);
    attendants.delete(session);
    attendant?.pace.stop();
    attendant?.leave();
  }

  function guarded(tell: () => void): () => void {
    return () => {
      try {
        tell();
      } catch (fault) {
        onFault(fault);
      }
    };
  }

  /** Tells what the device is at where that is not what was told last; a link that cannot keep up is asked again. */
  function teller(session: Session): () => void {
    let told = '';
    return () => {
      if (session.isCongested()) {
        attendants.get(session)?.pace.ask();
        return;
      }
      const run = runner.current();
      const status = { busy: run !== null, run };
      const text = JSON.stringify(status);
      if (text === told) return;
      told = text;
      session.notify('device.status', { status });
    };
  }
}
