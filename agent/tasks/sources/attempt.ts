// A source that cannot be opened as a whole says why, and is tried again, later each time: the port becomes free, the folder
// of a socket is made, the secret is written.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Trouble } from '@edgewright/schemas/deployment.js';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble, troubleOf } from '../trouble.ts';
import { longestRest, pause } from './pace.ts';

/**
 * Settles after the first attempt, and never rejects.
 * @param retry Milliseconds to the second attempt, doubled from one to the next.
 */
export async function keepOpening(
  open: () => Promise<OpenSource>,
  intake: Pick<Intake, 'tell'>,
  retry: number,
): Promise<OpenSource> {
  const ending = new AbortController();
  let source = await attempt();
  const opening = source === undefined ? tryAgain() : undefined;
  return {
    async close() {
      ending.abort();
      await opening;
      await source?.close();
    },
  };

  async function tryAgain(): Promise<void> {
    for (let rest = retry; source === undefined; rest = Math.min(2 * rest, longestRest)) {
      await pause(rest, ending.signal);
      if (ending.signal.aborted) return;
      source = await attempt();
    }
  }

  async function attempt(): Promise<OpenSource | undefined> {
    try {
      return await open();
    } catch (error) {
      intake.tell(reasonOf(error));
      return undefined;
    }
  }
}

function reasonOf(error: unknown): Trouble {
  if (error instanceof CodedError) return troubleOf(error);
  const why = error instanceof Error ? error.message : String(error);
  return sourceTrouble(`The source cannot be opened: ${why}.`, 'Correct what it says; it is tried again.');
}
