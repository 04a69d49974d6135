// Pauses a run, goes on with it or cancels it, on every device of it.
import { CodedError } from '@edgewright/schemas/codes.js';
import type { RunStatus } from '@edgewright/schemas/wire.js';
import { dialTarget } from '../devices/open.ts';
import type { Run } from './folder.ts';
import { type ReachOptions, targetOfRun } from './reach.ts';

export type ControlVerb = 'pause' | 'continue' | 'cancel';

const methods = { pause: 'run.pause', continue: 'run.resume', cancel: 'run.cancel' } as const;

export interface ControlAnswer {
  readonly device: string;
  readonly status?: RunStatus;
  readonly error?: CodedError;
}

/** An answer a device, in the order of the head: one that fails does not keep the others from it. */
export function controlRun(
  run: Run,
  verb: ControlVerb,
  { credentials, tokenFile, listener }: ReachOptions,
): Promise<readonly ControlAnswer[]> {
  return Promise.all(
    run.head.devices.map(async (device): Promise<ControlAnswer> => {
      try {
        const isReached = device.address !== undefined || listener === undefined;
        const session = await (isReached
          ? dialTarget(targetOfRun(device, tokenFile), credentials)
          : listener.dial(device.id, () => {}));
        const asked = session.request(methods[verb], { run: run.head.id });
        return { device: device.name, status: await asked.finally(() => session.close()) };
      } catch (error) {
        if (error instanceof CodedError) return { device: device.name, error };
        throw error;
      }
    }),
  );
}
