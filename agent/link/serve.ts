// What a device answers, method by method.
import type { Handlers } from '@edgewright/core/link/session.js';
import type { Device } from '../runner/device.ts';
import type { Runner } from '../runner/runner.ts';
import type { Artifacts } from '../store/artifacts.ts';
import type { Tickets } from './tickets.ts';
import type { Watchers } from './watch.ts';

export interface Served {
  readonly device: Device;
  readonly runner: Runner;
  readonly watchers: Watchers;
  readonly artifacts: Artifacts;
  readonly tickets: Tickets;
}

export function serveDevice({ device, runner, watchers, artifacts, tickets }: Served): Handlers {
  return {
    'device.describe': async () => {
      const { id, name, agent } = device;
      return { id, name, agent, ...(await device.profile()), busy: runner.isBusy() };
    },
    'run.start': (params) => runner.start(params),
    'run.list': () => ({ runs: runner.list() }),
    'run.pause': ({ run }) => runner.pause(run),
    'run.resume': ({ run }) => runner.resume(run),
    'run.cancel': ({ run }) => runner.cancel(run),
    'run.watch': ({ run, after }, session) => {
      const status = runner.status(run);
      watchers.watch(session, run, after);
      return status;
    },
    'run.unwatch': ({ run }, session) => {
      watchers.unwatch(session, run);
      return {};
    },
    'run.acknowledge': ({ run, cursor }) => {
      runner.acknowledge(run, cursor);
      return {};
    },
    'run.forget': ({ run }) => {
      runner.forget(run);
      return {};
    },
    'artifact.missing': ({ artifacts: named }) => {
      const missing = named.filter((sha256) => !artifacts.has(sha256));
      return { missing, ticket: tickets.issue(missing) };
    },
  };
}
