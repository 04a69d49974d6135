// One sample of the device a second for all who watch it or one of its runs: load is counted since the last sample, so two
// rounds of sampling would each see half of it.
import type { Session } from '@edgewright/core/link/session.js';
import type { SensorSample } from '@edgewright/schemas/generated/record.js';
import type { Device } from '../runner/device.ts';

export interface Sampling {
  /** Samples go to the session too until what is returned is called, or its link ends. A session that joins twice gets each once. */
  join(session: Session): () => void;
  /** One to this session alone, now. */
  tell(session: Session): void;
  close(): void;
}

/** Milliseconds between two samples of the device, while anybody watches. */
const sampleTime = 1_000;

export function createSampling(device: Device, onFault: (fault: unknown) => void): Sampling {
  const joined = new Set<{ readonly session: Session }>();
  let timer: NodeJS.Timeout | undefined;

  return {
    join(session) {
      const entry = { session };
      joined.add(entry);
      timer ??= setInterval(() => void tellAll().catch(onFault), sampleTime);
      const leave = (): void => {
        joined.delete(entry);
        if (joined.size === 0) stop();
      };
      void session.closed.then(leave);
      return leave;
    },
    tell(session) {
      void device.sample().then((sample) => send(session, sample), onFault);
    },
    close() {
      joined.clear();
      stop();
    },
  };

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  async function tellAll(): Promise<void> {
    const sample = await device.sample();
    for (const session of new Set([...joined].map((entry) => entry.session))) send(session, sample);
  }
}

/** Dropped where the link cannot keep up: the next one says more. */
function send(session: Session, sample: SensorSample): void {
  if (!session.isCongested()) session.notify('device.sample', { sample });
}
