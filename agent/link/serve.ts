// What a device answers, method by method.
import type { Handlers, Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { KeyTrust } from '@edgewright/schemas/wire.js';
import type { Device } from '../runner/device.ts';
import type { Runner } from '../runner/runner.ts';
import type { Artifacts } from '../store/artifacts.ts';
import type { Attendants } from './attend.ts';
import type { FetchArtifact } from './fetch.ts';
import type { Inspections } from './inspect.ts';
import type { TaskDesk } from './tasks.ts';
import type { Tickets } from './tickets.ts';
import type { Watchers } from './watch.ts';

export interface Served {
  readonly device: Device;
  readonly runner: Runner;
  readonly watchers: Watchers;
  readonly attendants: Attendants;
  readonly inspections: Inspections;
  readonly tasks: TaskDesk;
  /** Of a peer by its name. */
  readonly offerKey: (key: string, name: string) => KeyTrust;
  readonly artifacts: Artifacts;
  readonly tickets: Tickets;
  /** Undefined where the agent listens: nobody was dialled to fetch from. */
  readonly fetchArtifact: FetchArtifact | undefined;
}

export function serveDevice(served: Served): Handlers {
  const { device, runner, watchers, attendants, inspections, tasks, offerKey, artifacts, tickets, fetchArtifact } =
    served;
  return {
    'device.describe': async () => {
      const { id, name, agent } = device;
      return { id, name, agent, ...(await device.profile()), busy: runner.isBusy() };
    },
    'device.watch': (_params, session) => {
      attendants.watch(session);
      return {};
    },
    'device.unwatch': (_params, session) => {
      attendants.unwatch(session);
      return {};
    },
    async 'run.start'(params, session) {
      const named = Object.values(params.artifacts);
      hold(session, named);
      // Once it is accepted the run itself keeps them.
      return runner.start(params).finally(() => artifacts.release(session, named));
    },
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
    'model.inspect': (params, session) => inspections.start(params, session),
    'model.leave': ({ inspection }, session) => {
      inspections.leave(inspection, session);
      return {};
    },
    'key.offer': ({ key }, session) => ({ trust: offerKey(key, session.peer.name) }),
    async 'task.deploy'(params, session) {
      const named = Object.values(params.artifacts);
      hold(session, named);
      return tasks.deploy(params, session).finally(() => artifacts.release(session, named));
    },
    async 'task.remove'({ task }) {
      await tasks.remove(task);
      return {};
    },
    'task.list': async () => ({ tasks: await tasks.list() }),
    'task.watch': async (params, session) => ({ cursor: await tasks.watch(params, session) }),
    'task.unwatch': (_params, session) => {
      tasks.unwatch(session);
      return {};
    },
    async 'task.acknowledge'({ cursor }) {
      await tasks.acknowledge(cursor);
      return {};
    },
    async 'task.try'(params, session) {
      hold(session, Object.values(params.artifacts));
      return { results: await tasks.try(params, session) };
    },
    async 'task.record'(params, session) {
      await tasks.record(params, session);
      return {};
    },
    'artifact.missing': ({ artifacts: named }, session) => {
      hold(session, named);
      const missing = named.filter((sha256) => !artifacts.has(sha256));
      return { missing, ticket: tickets.issue(missing) };
    },
    async 'artifact.fetch'({ artifact, ticket }, session) {
      if (fetchArtifact === undefined) throw nobodyDialled();
      hold(session, [artifact]);
      const ending = new AbortController();
      void session.closed.then(() => ending.abort());
      await fetchArtifact(artifact, ticket, ending.signal);
      return {};
    },
  };

  /** What a workbench is about to name in a run stays until it has, or its link ends. */
  function hold(session: Session, named: readonly string[]): void {
    artifacts.hold(session, named);
    void session.closed.then(() => artifacts.release(session));
  }
}

function nobodyDialled(): CodedError {
  return new CodedError(
    'artifact-source',
    'This device listens: it has dialled nobody to fetch an artifact from.',
    'Send the artifact with PUT /artifacts/<sha256>; `artifact.missing` gives a ticket.',
  );
}
