// The real agent as a process, and a workbench that speaks to it over a real socket.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { randomHex, systemClock } from '@edgewright/agent/link/clock.js';
import { socketChannel } from '@edgewright/agent/link/socket.js';
import { openSession, type Session } from '@edgewright/core/link/session.js';
import type { TaskActivity, TaskStatus } from '@edgewright/schemas/deployment.js';
import type { DurableRecord, SensorSample } from '@edgewright/schemas/generated/record.js';
import {
  type DeviceActivity,
  type Notifications,
  type RunStatus,
  subprotocol,
  type TaskResultRow,
} from '@edgewright/schemas/wire.js';
import { WebSocket } from 'ws';

/** Arguments of Node that start the agent from its sources, or as `npm run pack` bundles it. */
const fromSource = ['--conditions=edgewright-source', fileURLToPath(new URL('../../agent/main.ts', import.meta.url))];
export const fromPackage = [
  fileURLToPath(new URL('../../dist/edgewright-agent/bin/edgewright-agent.mjs', import.meta.url)),
];

export interface AgentProcess {
  readonly process: ChildProcess;
  readonly port: number;
  /** What it logged so far. */
  log(): string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** A folder for the agent's data that is removed after the test that asked for it. */
export function createFolders(): { make(): string; remove(): void } {
  const made: string[] = [];
  return {
    make() {
      const folder = mkdtempSync(join(tmpdir(), 'edgewright-agent-'));
      made.push(folder);
      return folder;
    },
    remove() {
      for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startAgentProcess(
  data: string,
  args: readonly string[] = [],
  program: readonly string[] = fromSource,
): Promise<AgentProcess> {
  const child = spawn(
    process.execPath,
    [...program, '--data', data, '--port', '0', '--host', '127.0.0.1', '--json', ...args],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } },
  );
  let log = '';
  const port = await new Promise<number>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      const ready = /"port":(\d+)/.exec(log)?.[1];
      if (ready !== undefined) resolve(Number(ready));
    });
    child.once('exit', (code) => reject(new Error(`the agent ended with ${code}: ${log}`)));
  });
  return {
    process: child,
    port,
    log: () => log,
    async kill(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill(signal);
      await exit;
    },
  };
}

export interface Workbench {
  readonly session: Session;
  /** By cursor, as they came. */
  readonly received: { readonly cursor: number; readonly record: DurableRecord }[];
  readonly statuses: RunStatus[];
  readonly samples: SensorSample[];
  readonly activities: DeviceActivity[];
  /** Of tasks, in the order in which they came. */
  readonly results: TaskResultRow[];
  readonly taskStatuses: TaskStatus[];
  readonly taskActivities: TaskActivity[];
  readonly recorded: Notifications['task.recorded'][];
  /** Settles once it holds, looked at whenever the agent tells something. */
  until(holds: () => boolean): Promise<void>;
  /** Settles at the first record that fits, be it here already or yet to come. */
  record<T extends DurableRecord>(fits: (record: DurableRecord) => record is T): Promise<T>;
  /** The cable is cut: no close, no goodbye. */
  cut(): void;
}

export async function linkTo(port: number, token: string): Promise<Workbench> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, subprotocol);
  // Before it is open: the agent's hello may come with the upgrade.
  const channel = socketChannel(socket);
  await once(socket, 'open');
  const received: Workbench['received'] = [];
  const statuses: RunStatus[] = [];
  const samples: SensorSample[] = [];
  const activities: DeviceActivity[] = [];
  const results: TaskResultRow[] = [];
  const taskStatuses: TaskStatus[] = [];
  const taskActivities: TaskActivity[] = [];
  const recorded: Notifications['task.recorded'][] = [];
  const waiting = new Set<() => void>();
  const session = await openSession({
    channel,
    role: 'workbench',
    id: 'workbench-of-the-test',
    name: 'test',
    program: 'test 0',
    token,
    clock: systemClock,
    randomHex,
    onNotification({ method, params }) {
      if (method === 'run.records') received.push(...params.records);
      if (method === 'run.status') statuses.push(params.status);
      if (method === 'device.sample') samples.push(params.sample);
      if (method === 'device.status') activities.push(params.status);
      if (method === 'task.results') results.push(...resultsIn(params));
      if (method === 'task.status') taskStatuses.push(params.status);
      if (method === 'task.activity') taskActivities.push(params.activity);
      if (method === 'task.recorded') recorded.push(params);
      for (const look of waiting) look();
    },
  });
  return {
    session,
    received,
    statuses,
    samples,
    activities,
    results,
    taskStatuses,
    taskActivities,
    recorded,
    until: (holds) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!holds()) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    record: (fits) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = received.map(({ record }) => record).find(fits);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        void session.closed.then((closed) => reject(new Error(`the link ended: ${closed.code} ${closed.reason}`)));
        look();
      }),
    cut: () => socket.terminate(),
  };
}

export function resultsIn({ results, gzip }: Notifications['task.results']): readonly TaskResultRow[] {
  return results ?? JSON.parse(gunzipSync(Buffer.from(gzip ?? '', 'base64')).toString());
}

export function tokenIn(data: string): string {
  return readFileSync(join(data, 'token'), 'utf8').trim();
}

export const isFinished = (record: DurableRecord): record is Extract<DurableRecord, { kind: 'state' }> =>
  record.kind === 'state' && record.state === 'finished';

export const isPoint = (record: DurableRecord): record is Extract<DurableRecord, { kind: 'point' }> =>
  record.kind === 'point';
