// The tasks of this device: what should be here is made so, goes on over restarts, and is told as it is.
import { fingerprintOf } from '@edgewright/core/link/signature.js';
import { checkTask } from '@edgewright/core/triggers/check.js';
import type { TaskEvent } from '@edgewright/core/triggers/event.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type {
  ActiveFiring,
  Missing,
  TaskDeployed,
  TaskDeployment,
  TaskLogLine,
  TaskStatus,
} from '@edgewright/schemas/deployment.js';
import type { ResolvedTask } from '@edgewright/schemas/task.js';
import type { Artifacts } from '../store/artifacts.ts';
import type { TaskClock, Timers } from './clock.ts';
import type { DeviceConditions } from './conditions.ts';
import type { Intake, OpenExecution, OpenSource } from './contract.ts';
import { artifactsOf, type Deployed, feedOf, identityOf } from './deployed.ts';
import { defaultFeedLimits, Feed, type FeedLimits } from './feed.ts';
import { createIntakes, defaultIntakeLimits, type FeedIntakes, type IntakeLimits } from './intake.ts';
import { TaskMetrics } from './metrics.ts';
import type { Yield } from './results.ts';
import { createRuns, defaultRunsLimits, type RunsLimits, type TaskRuns, type TaskRunsOptions } from './runs.ts';
import { openTaskStore, type StoredTask, type TaskStore, type TaskStoreLimits } from './store.ts';
import { unknownTask } from './trouble.ts';
import { hasAgentRights, openTrusted, type Trust, type TrustedRuns } from './trust.ts';

export interface KeeperLimits extends FeedLimits, IntakeLimits, RunsLimits {
  /** Tasks on the device. */
  readonly tasks: number;
  /** Milliseconds between two looks at whether the clock was set. */
  readonly clockTime: number;
}

export const defaultKeeperLimits: KeeperLimits = {
  ...defaultFeedLimits,
  ...defaultIntakeLimits,
  ...defaultRunsLimits,
  tasks: 10_000,
  clockTime: 5_000,
};

export type OpenSources = (
  task: ResolvedTask,
  makeIntake: (kind: string, events: readonly string[] | undefined) => Intake,
  fileOf: (path: string) => string,
) => Promise<readonly OpenSource[]>;

export interface KeeperOptions {
  /** Of the store. */
  readonly path: string;
  readonly artifacts: Pick<Artifacts, 'has' | 'path' | 'discard'>;
  readonly openSources: OpenSources;
  readonly openExecution: OpenExecution;
  readonly trust: Trust;
  readonly clock: TaskClock;
  /** Milliseconds that never run backwards. */
  readonly steady: () => number;
  readonly timers: Timers;
  readonly conditions: () => DeviceConditions;
  readonly power: () => { readonly value: number } | Missing;
  /** The agent's folder of what was measured of the device. */
  readonly data: string;
  readonly ortPath: string | undefined;
  readonly limits?: Partial<KeeperLimits>;
  readonly storeLimits?: Partial<TaskStoreLimits>;
  readonly onFault: (fault: unknown) => void;
}

export interface KeeperListener {
  readonly onEvent?: (tasks: readonly Deployed[], event: TaskEvent) => void;
  readonly onFiring?: (task: string, firing: ActiveFiring) => void;
  readonly onLog?: (task: string, line: TaskLogLine) => void;
  readonly onResults?: (isUrgent: boolean) => void;
  /** The status of a task may have changed; undefined: of all. */
  readonly onStatus?: (task: string | undefined) => void;
}

export interface Keeper {
  readonly store: TaskStore;
  /** Tasks on the device. */
  readonly size: number;
  /**
   * `signer`: the key whose signature of it was verified. Throws `task-unsigned` and `task-untrusted` where it needs one that
   * is trusted, `artifact-missing`, `tasks-full`.
   */
  deploy(deployment: Omit<TaskDeployment, 'signature'>, signer?: string): Promise<TaskDeployed>;
  /** Throws `task-unknown`. */
  remove(task: string): Promise<void>;
  /** Of all, or of those that fit. */
  list(fits?: (task: string) => boolean): TaskStatus[];
  /** Throws `task-unknown`. */
  find(task: string): Deployed;
  /** SHA-256 of all that tasks name. */
  artifacts(): ReadonlySet<string>;
  /** Results up to the cursor are durable at a workbench. */
  acknowledge(cursor: number): Promise<void>;
  /** Bytes of results that went over a link. */
  sent(task: string, bytes: number): void;
  listen(listener: KeeperListener): () => void;
  close(): Promise<void>;
}

interface OpenFeed {
  readonly feed: Feed;
  readonly intakes: FeedIntakes;
  sources: Promise<readonly OpenSource[]>;
}

/** Throws as `openTaskStore`. */
export function openKeeper(options: KeeperOptions): Keeper {
  const { artifacts, clock, steady, timers, trust, onFault } = options;
  const limits = { ...defaultKeeperLimits, ...options.limits };
  const store = openTaskStore(options.path, options.storeLimits);
  const listeners = new Set<KeeperListener>();
  const deployed = new Map<string, Deployed>();
  const feeds = new Map<string, OpenFeed>();
  const runs = createRuns({ limits, steady, timers, conditions: options.conditions, power: options.power, onFault });
  const tell = (say: (listener: KeeperListener) => void): void => {
    for (const listener of listeners) say(listener);
  };
  /** Deployments and removals, one after another. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => {});
    return turn;
  };

  recover();
  let timer = timers.setTimer(lookAgain, limits.clockTime);

  return {
    store,
    get size() {
      return deployed.size;
    },
    deploy: (deployment, signer) => inTurn(() => deploy(deployment, signer)),
    remove: (task) => inTurn(() => remove(find(task))),
    list: (fits = () => true) => [...deployed.values()].filter(({ task }) => fits(task.name)).map(statusOf),
    find,
    artifacts: () => new Set([...deployed.values()].flatMap(({ stored }) => Object.values(stored.artifacts))),
    async acknowledge(cursor) {
      for (const task of await store.acknowledge(cursor)) tell(({ onStatus }) => onStatus?.(task));
    },
    sent(task, bytes) {
      const found = deployed.get(task);
      if (found !== undefined) found.metrics.counters.bytesSent += bytes;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      timers.clearTimer(timer);
      await last;
      await Promise.all([...feeds.values()].map(closeSources));
      // What runs now runs again at the next start: it is not over.
      for (const { feed } of feeds.values()) feed.close();
      await Promise.all([...deployed.values()].map((one) => one.runs.close()));
      store.close();
    },
  };

  function recover(): void {
    const byFeed = new Map<string, Deployed[]>();
    for (const stored of store.tasks()) {
      const { task } = checkTask(stored.document);
      // It was valid for the agent that took it: one of another version keeps it, and says nothing of it.
      if (task === undefined) {
        onFault(
          new CodedError('task-unknown', `The task ${stored.name} is not valid for this agent.`, 'Deploy it again.'),
        );
        continue;
      }
      const one = setUp(stored, task);
      byFeed.set(one.feed, [...(byFeed.get(one.feed) ?? []), one]);
    }
    for (const key of store.feeds()) if (!byFeed.has(key)) store.removeFeed(key);
    for (const [key, tasks] of byFeed) openFeed(key, tasks);
  }

  async function deploy(deployment: TaskDeployment, signer: string | undefined): Promise<TaskDeployed> {
    const { diagnostics, task } = checkTask(deployment.document);
    if (task === undefined) return { kind: 'refused', diagnostics };
    lookAtTrust();
    const denied = hasAgentRights(task) ? trust.denial(signer) : undefined;
    if (denied !== undefined) throw denied;
    const named = artifactsOf(task, deployment.artifacts, artifacts.has);
    const known = deployed.get(task.name);
    const { document, version } = deployment;
    const isKnown = known?.identity === identityOf(deployment) && known.stored.version === version;
    if (isKnown && (signer === undefined || signer === known.stored.signer))
      return { kind: 'accepted', status: statusOf(known) };
    if (known === undefined && deployed.size >= limits.tasks) throw tooMany(limits.tasks);
    const key = feedOf(task, deployment);
    feeds.get(key)?.feed.settle();
    const deployedAt = clock.now();
    const stored: StoredTask = { name: task.name, document, artifacts: named, version, deployedAt, signer };
    store.putTask(stored);
    if (known !== undefined) await takeAway(known, key);
    const one = setUp(stored, task);
    const open = feeds.get(key);
    if (open === undefined) openFeed(key, [one]);
    else open.feed.load([...open.feed.tasks.filter((other) => other !== known), one]);
    if (known !== undefined) discard(known);
    tell(({ onStatus }) => onStatus?.(task.name));
    return { kind: 'accepted', status: statusOf(one) };
  }

  async function remove(one: Deployed): Promise<void> {
    const open = feeds.get(one.feed);
    open?.feed.settle();
    store.removeTask(one.task.name);
    await takeAway(one, undefined);
    discard(one);
    tell(({ onStatus }) => onStatus?.(undefined));
  }

  /** Out of its feed, unless that is the one that its next version is of. */
  async function takeAway(one: Deployed, next: string | undefined): Promise<void> {
    deployed.delete(one.task.name);
    await one.runs.close();
    const key = one.feed;
    const open = feeds.get(key);
    if (key === next || open === undefined) return;
    const rest = open.feed.tasks.filter((other) => other !== one);
    if (rest.length > 0) {
      open.feed.settle();
      open.feed.load(rest);
      return;
    }
    feeds.delete(key);
    await closeSources(open);
    open.feed.close();
    store.removeFeed(key);
  }

  function discard({ stored }: Deployed): void {
    const kept = new Set([...deployed.values()].flatMap((other) => Object.values(other.stored.artifacts)));
    artifacts.discard(Object.values(stored.artifacts).filter((sha256) => !kept.has(sha256)));
  }

  function setUp(stored: StoredTask, task: ResolvedTask): Deployed {
    const { name } = task;
    const onLog = (line: TaskLogLine): void => {
      store.addLog(name, JSON.stringify({ line })).catch(ignoreFull);
      tell((listener) => listener.onLog?.(name, line));
    };
    const executes = task.model !== undefined || task.script !== undefined;
    const sends = task.outputs.some(({ to }) => to === 'outbox');
    const open = (given: TaskRunsOptions): TrustedRuns | TaskRuns =>
      hasAgentRights(task) ? openTrusted(runs, given, () => trust.denial(stored.signer), onFault) : runs.open(given);
    const one: Deployed = {
      stored,
      task,
      identity: identityOf(stored),
      feed: feedOf(task, stored),
      metrics: new TaskMetrics(),
      model: null,
      runs: open({
        task,
        open: executes
          ? (rank) =>
              options.openExecution({
                task,
                rank,
                fileOf: fileOf(stored),
                files: filesOf(stored),
                data: options.data,
                ortPath: options.ortPath,
                onLog,
                onModel(model) {
                  const { runtime, reason } = model;
                  const isNew = runtime !== one.model?.runtime || reason !== one.model.reason;
                  const text = `the model runs on ${runtime}: ${reason}`;
                  // It is loaded often where many tasks share the room.
                  if (isNew) onLog({ time: clock.now(), level: 'info', text });
                  one.model = model;
                  tell(({ onStatus }) => onStatus?.(name));
                },
              })
          : undefined,
        hasRoom: () => !sends || store.hasRoom(),
        conclude: (job, outcome) => feeds.get(one.feed)?.feed.conclude(job, outcome),
        onChange: () => tell(({ onStatus }) => onStatus?.(name)),
      }),
    };
    deployed.set(name, one);
    return one;
  }

  function openFeed(key: string, tasks: readonly Deployed[]): void {
    const feed = new Feed({
      key,
      store,
      clock,
      steady,
      timers,
      limits,
      listener: {
        event: (those, event) => tell(({ onEvent }) => onEvent?.(those, event)),
        concluded: ({ task: { name } }, firing, results) => {
          tell(({ onFiring, onStatus }) => {
            onFiring?.(name, firing);
            onStatus?.(name);
          });
          tellResults(results);
        },
        fault: onFault,
      },
    });
    const [first] = tasks;
    if (first === undefined) return;
    const intakes = createIntakes({
      declared: first.task.events,
      limits,
      now: clock.now,
      accept(events, place) {
        lookAtClock();
        return feed.accept(events, place);
      },
      onChange: () => tell(({ onStatus }) => onStatus?.(undefined)),
      memoryOf: (source) => ({
        read: () => store.sourceState(key, source),
        write: (text) => store.putSourceState(key, source, text),
      }),
    });
    const open: OpenFeed = { feed, intakes, sources: Promise.resolve([]) };
    // Before it sees anything: what it sees concludes by it.
    feeds.set(key, open);
    feed.recover(tasks);
    const kinds = new Map<string, number>();
    const makeIntake = (kind: string, events: readonly string[] | undefined): Intake => {
      const count = (kinds.get(kind) ?? 0) + 1;
      kinds.set(kind, count);
      return intakes.make(count === 1 ? kind : `${kind} ${count}`, new Set(events ?? first.task.events.keys()));
    };
    open.sources = options.openSources(first.task, makeIntake, fileOf(first.stored));
    open.sources.catch(onFault);
  }

  async function closeSources({ sources }: OpenFeed): Promise<void> {
    const opened = await sources.catch(() => []);
    await Promise.all(opened.map((source) => source.close()));
  }

  function tellResults({ outbox }: Yield): void {
    if (outbox.length === 0) return;
    const isUrgent = outbox.some((row) => row.isUrgent);
    tell(({ onResults }) => onResults?.(isUrgent));
  }

  function lookAgain(): void {
    lookAtClock();
    lookAtTrust();
    timer = timers.setTimer(lookAgain, limits.clockTime);
  }

  function lookAtClock(): void {
    const by = clock.step();
    if (by === 0) return;
    for (const { feed } of feeds.values()) feed.step(by);
  }

  function lookAtTrust(): void {
    if (!trust.look()) return;
    for (const { runs: own } of deployed.values()) if ('look' in own) own.look();
    tell(({ onStatus }) => onStatus?.(undefined));
  }

  function filesOf({ artifacts: named }: StoredTask): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(named).map(([path, sha256]) => [path, artifacts.path(sha256)]));
  }

  function fileOf({ artifacts: named }: StoredTask): (path: string) => string {
    return (path) => {
      const sha256 = named[path];
      return sha256 === undefined ? path : artifacts.path(sha256);
    };
  }

  function statusOf({ stored, task, identity, feed, metrics, model, runs: own }: Deployed): TaskStatus {
    const sources = feeds.get(feed)?.intakes.status() ?? [];
    const failed = sources.find(({ trouble }) => trouble !== null);
    const { oldest, ...waiting } = store.backlog(task.name);
    return {
      task: task.name,
      identity,
      version: stored.version,
      state: own.state,
      deployedAt: stored.deployedAt,
      isolation: own.isolation,
      model,
      trouble: own.trouble ?? failed?.trouble ?? null,
      sources,
      counters: metrics.counted(),
      latency: metrics.latency(task.policy.deadline),
      outbox: { ...waiting, age: oldest === undefined ? null : Math.max(0, clock.now() - oldest) },
      ...(stored.signer !== undefined && {
        signer: { fingerprint: fingerprintOf(stored.signer), isTrusted: trust.isTrusted(stored.signer) },
      }),
    };
  }

  function find(task: string): Deployed {
    const found = deployed.get(task);
    if (found !== undefined) return found;
    throw unknownTask(task);
  }

  /** A line that finds no room is no failure of the task. */
  function ignoreFull(error: unknown): void {
    if (!(error instanceof CodedError)) onFault(error);
  }
}

function tooMany(most: number): CodedError {
  return new CodedError(
    'tasks-full',
    `The device has ${most} tasks, and takes no more.`,
    'Remove one, then deploy again.',
  );
}
