import { resolve } from 'node:path';
import { uploadArtifacts } from '../../devices/artifact.ts';
import { dialsIn, dialTarget, listenIn } from '../../devices/open.ts';
import type { Target } from '../../devices/target.ts';
import type { Reach } from '../../runs/drive.ts';
import { findRun, type RunDevice } from '../../runs/folder.ts';
import { conduct } from '../conduct.ts';
import { formatFailure } from '../exit.ts';
import type { Io } from '../io.ts';

interface ResumeOptions {
  readonly out: string;
  readonly tokenFile?: string;
  readonly listen?: number;
  readonly json?: boolean;
}

/** `edgewright resume RUN`: goes on where the run folder ends, starting the run on devices that never heard of it. */
export async function resumeRun(io: Io, reference: string, options: ResumeOptions): Promise<number> {
  const run = await findRun(resolve(io.cwd, options.out), reference);
  const tokenFile = options.tokenFile === undefined ? undefined : resolve(io.cwd, options.tokenFile);
  const listener =
    options.listen === undefined
      ? undefined
      : await listenIn(options.listen, tokenFile, io.environment, (error) => io.err(formatFailure(error, io)));
  try {
    const reaches = run.head.devices.map((device): Reach => {
      const target = targetOfRun(device, tokenFile);
      return {
        device: device.name,
        address: device.address ?? 'dialled in',
        dial: (hear) => {
          if (target.address !== undefined) return dialTarget(target, io.environment, hear);
          if (listener === undefined) return Promise.reject(dialsIn(device.name));
          return listener.dial(device.id, hear);
        },
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
    });
    return await conduct(run, reaches, io, options);
  } finally {
    listener?.close();
  }
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
