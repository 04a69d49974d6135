// How the devices of a run are reached, whoever collects it: by dialling them, or by letting them dial in.
import { uploadArtifacts } from '../devices/artifact.ts';
import type { Credentials } from '../devices/credentials.ts';
import { type Device, type DialIn, dialsIn, dialTarget, type Hear } from '../devices/open.ts';
import type { Target } from '../devices/target.ts';
import type { Reach } from './drive.ts';
import type { Run, RunDevice } from './folder.ts';

export interface ReachOptions {
  readonly credentials: Credentials;
  /** Where agents dial in; without it those that have no address cannot be reached. */
  readonly listener?: DialIn | undefined;
  /** In place of where the run says that the tokens are. Absolute path. */
  readonly tokenFile?: string | undefined;
}

/** Of every device in the head of a run: what `driveRun` takes to go on with it. */
export function reachesOf(run: Run, { credentials, listener, tokenFile }: ReachOptions): readonly Reach[] {
  return run.head.devices.map((device) => {
    const target = targetOfRun(device, tokenFile);
    const dial = (hear: Hear) => {
      if (target.address !== undefined) return dialTarget(target, credentials, hear);
      if (listener === undefined) return Promise.reject(dialsIn(device.name));
      return listener.dial(device.id, hear);
    };
    return reachOf(run, { name: device.name, target, dial }, listener);
  });
}

/** Of a device with which a session may be open already. */
export function reachOf(
  run: Run,
  { name, target, dial }: Pick<Device, 'name' | 'target' | 'dial'>,
  listener: DialIn | undefined,
): Reach {
  return {
    device: name,
    address: target.address ?? 'dialled in',
    dial,
    upload: (session, missing, ticket, onSent) =>
      uploadArtifacts({
        target,
        artifacts: run.head.artifacts,
        missing,
        ticket,
        session,
        offer: listener?.offer,
        onSent,
      }),
  };
}

/** How a device of a run was reached; `tokenFile` in place of where its token was. */
export function targetOfRun({ name, address, certificate, token }: RunDevice, tokenFile: string | undefined): Target {
  return {
    name,
    address,
    certificate,
    labels: {},
    token: tokenFile === undefined ? token : { file: tokenFile },
  };
}
