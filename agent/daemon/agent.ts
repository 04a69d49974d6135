// The agent put together: journal, device, runner, link. What it is made of is decided here and nowhere else.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Channel } from '@edgewright/core/link/channel.js';
import { openSession, type Session } from '@edgewright/core/link/session.js';
import { fingerprintOf } from '@edgewright/core/link/signature.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import { capabilities, defaultLimits, type Limits } from '@edgewright/schemas/wire.js';
import { serveArtifacts } from '../link/artifacts.ts';
import { createAttendants } from '../link/attend.ts';
import { randomHex, systemClock } from '../link/clock.ts';
import { dial } from '../link/dial.ts';
import { createFetch, type Dialled } from '../link/fetch.ts';
import { createInspections } from '../link/inspect.ts';
import { type Listener, listen } from '../link/listen.ts';
import { createSampling } from '../link/sampling.ts';
import { serveDevice } from '../link/serve.ts';
import { createTaskDesk } from '../link/tasks.ts';
import { createTickets } from '../link/tickets.ts';
import { createWatchers } from '../link/watch.ts';
import { createRunner } from '../runner/runner.ts';
import { systemTiming } from '../runner/timing.ts';
import { openArtifacts } from '../store/artifacts.ts';
import { openStore } from '../store/store.ts';
import type { DataFolder } from './data.ts';
import type { Log } from './log.ts';
import { giveBackMemory } from './memory.ts';
import { program } from './program.ts';
import { createSelf } from './self.ts';
import { openTrust } from './trust.ts';

/** Milliseconds without a run after which the agent gives memory back. */
const idleTime = 2_000;

export interface AgentOptions {
  readonly data: DataFolder;
  readonly token: string;
  readonly name: string;
  readonly log: Log;
  readonly link:
    | {
        readonly kind: 'listen';
        /** Undefined: every address of the machine. */
        readonly host: string | undefined;
        readonly port: number;
        /** Paths of PEM files. */
        readonly tls: { readonly cert: string; readonly key: string } | undefined;
        readonly origins: readonly string[];
      }
    | { readonly kind: 'dial'; readonly url: string; readonly authority: string | undefined };
  readonly ortPath?: string | undefined;
  readonly limits?: Partial<Limits>;
  /** Bytes of the journal; undefined: its default. */
  readonly storeBytes?: number | undefined;
}

export interface Agent {
  /** Where it listens; undefined where it dials. */
  readonly port: number | undefined;
  /** Ends links and measuring; the journal says where the next start goes on. */
  close(): Promise<void>;
}

/** Throws a CodedError where the journal, the token or the address cannot be used. */
export async function startAgent(options: AgentOptions): Promise<Agent> {
  const { data, log } = options;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const dialled = dialledBy(options.link);
  const store = openStore(data.journal, {
    ...(options.storeBytes !== undefined && { storeBytes: options.storeBytes }),
    onForgotten: (named) => artifacts.discard(named),
  });
  const artifacts = openArtifacts(data.artifacts, {
    oneBytes: limits.artifactBytes,
    allBytes: limits.artifactStoreBytes,
    named: () => new Set([...store.artifacts(), ...taskArtifacts()]),
  });
  /** What tasks name stays as what runs name does. */
  let taskArtifacts = (): ReadonlySet<string> => new Set();
  const device = createSelf({ store, name: options.name, scratch: data.scratch, ortPath: options.ortPath });
  const onFault = (fault: unknown): void => {
    if (fault instanceof CodedError) log('error', `${fault.message} ${fault.fix}`, { code: fault.code });
    else log('error', fault instanceof Error ? (fault.stack ?? fault.message) : String(fault));
  };
  let idle: NodeJS.Timeout | undefined;
  const runner = createRunner({
    store,
    device,
    timing: systemTiming,
    openBench: async () => {
      const { openBench } = await import('../bench/process.ts');
      const { device: measured, scratch } = data;
      const bench = openBench({ scratch: join(scratch, 'bench'), data: measured, ortPath: options.ortPath });
      clearTimeout(idle);
      const close = async (): Promise<void> => {
        await bench.close();
        // Not at once: those who watch still take the last records.
        idle = setTimeout(giveBackMemory, idleTime).unref();
      };
      return { ...bench, close };
    },
    async readModel(sha256) {
      const { inspectOnnx } = await import('@edgewright/core/models/onnx.js');
      return inspectOnnx(await artifacts.read(sha256), sha256);
    },
    hasArtifact: artifacts.has,
    fileOf: artifacts.path,
    beside: () => besideMeasuring(tasks.size),
    onLog: log,
    onFault,
  });
  const sampling = createSampling(device, onFault);
  const watchers = createWatchers(store, runner, sampling, onFault);
  const attendants = createAttendants(runner, sampling, onFault);
  const tickets = createTickets(() => performance.now());
  const fetchArtifact = dialled && createFetch({ ...dialled, artifacts });
  const inspections = createInspections({
    device,
    runner,
    artifacts,
    loadInspect: async () => (await import('../inspect/process.ts')).inspect,
    ortPath: options.ortPath,
    data: data.device,
  });
  const trust = openTrust(data.trusted, ({ key, name }) =>
    log('info', `trusts the key ${fingerprintOf(key)} of ${name}, the first that was offered`, { key }),
  );
  const tasks = createTaskDesk({
    hasTasks: () => existsSync(data.tasks),
    device: device.id,
    async load() {
      const [{ openTasks }, { createSources }, { secretsIn }] = await Promise.all([
        import('../tasks/open.ts'),
        import('../tasks/sources/open.ts'),
        import('../tasks/sources/secret.ts'),
      ]);
      const loaded = openTasks({
        path: data.tasks,
        artifacts,
        data: data.device,
        ortPath: options.ortPath,
        openSources: createSources(secretsIn(data.secrets)),
        openExecution: async (chosen) => (await import('../tasks/execute/open.ts')).openExecution(chosen),
        trust,
        onFault,
      });
      taskArtifacts = loaded.keeper.artifacts;
      return loaded;
    },
  });
  const serve = serveDevice({
    device,
    runner,
    watchers,
    attendants,
    inspections,
    tasks,
    offerKey: trust.offer,
    artifacts,
    tickets,
    fetchArtifact,
  });
  const sessions = new Set<Session>();

  /** Whether the link came to be; settles when it has ended. */
  const onPeer = async (channel: Channel, address: string): Promise<boolean> => {
    try {
      const session = await openSession({
        channel,
        role: 'device',
        id: device.id,
        name: device.name,
        program,
        capabilities: Object.values(capabilities),
        token: options.token,
        clock: systemClock,
        randomHex,
        limits,
        serve,
        onSent: tasks.moved,
        onFault: (fault, method) => {
          log('error', `a bug in ${method}`);
          onFault(fault);
        },
      });
      sessions.add(session);
      log('info', `linked with ${session.peer.name}`, { peer: session.peer.id, address });
      const { reason, code } = await session.closed;
      sessions.delete(session);
      log('info', `link with ${session.peer.name} ended`, { address, code, reason });
      return true;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log('warning', `no link with ${address}: ${error.message} ${error.fix}`, { code: error.code });
      return false;
    }
  };

  const link = await tasks
    .start()
    .then(openLink)
    .catch(async (error: unknown) => {
      await tasks.close();
      store.close();
      throw error;
    });
  runner.wake();

  return {
    port: 'port' in link ? link.port : undefined,
    async close() {
      for (const session of sessions) session.close('going-away');
      inspections.close();
      watchers.close();
      attendants.close();
      sampling.close();
      await tasks.close();
      await runner.close();
      await link.close();
      store.close();
    },
  };

  async function openLink(): Promise<Listener | { close(): void }> {
    const { link: chosen } = options;
    if (chosen.kind === 'dial') {
      return dial({
        url: chosen.url,
        limits,
        authority: dialled?.authority,
        onPeer,
        onLog: (message) => log('warning', message),
      });
    }
    const { host, port, origins, tls } = chosen;
    return listen({
      host,
      port,
      origins,
      limits,
      tls: tls && { cert: readPem(tls.cert), key: readPem(tls.key) },
      serveHttp: serveArtifacts(artifacts, tickets, onFault),
      onPeer,
    });
  }
}

/** Throws `agent-option`. */
function dialledBy(link: AgentOptions['link']): Dialled | undefined {
  if (link.kind !== 'dial') return undefined;
  return { url: link.url, authority: link.authority === undefined ? undefined : readPem(link.authority) };
}

/** Throws `agent-option`. */
export function readPem(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CodedError(
      'agent-option',
      `Cannot read ${path}: ${(error as Error).message}.`,
      'Give the path of a PEM file that the agent may read.',
    );
  }
}

/** For the record of a run: firings take processor time and memory bandwidth from what is measured. */
function besideMeasuring(tasks: number): string | undefined {
  if (tasks === 0) return undefined;
  return `The device runs ${tasks === 1 ? 'a task' : `${tasks} tasks`} beside it: what they take is in othersBusy of each point.`;
}
