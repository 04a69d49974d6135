// Tasks for workbenches: what each watches, tries and records. The keeper is loaded when there is a task, or the first is
// deployed: an agent without tasks does not pay for them.
import type { Session } from '@edgewright/core/link/session.js';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { TaskDeployed, TaskDeployment, TaskStatus, TriedResult } from '@edgewright/schemas/deployment.js';
import type { Notification, TaskRecord, TaskTry, TaskWatch } from '@edgewright/schemas/wire.js';
import type { Keeper } from '../tasks/keeper.ts';
import type { gatherActivity, Recorder, recordEvents } from '../tasks/look.ts';
import type { Outbox } from '../tasks/outbox.ts';
import { unknownTask } from '../tasks/trouble.ts';
import { createPace, type Pace } from './pace.ts';
import { signerOf } from './signature.ts';

/** What is loaded with the first task. */
export interface LoadedTasks {
  readonly keeper: Keeper;
  readonly outbox: Outbox;
  readonly gatherActivity: typeof gatherActivity;
  readonly recordEvents: typeof recordEvents;
  readonly tryTask: (params: TaskTry, signer: string | undefined, signal: AbortSignal) => Promise<TriedResult[]>;
}

export interface TaskDesk {
  /** Tasks on the device. */
  readonly size: number;
  /** Takes up the tasks of an earlier start, where there are any. Throws as `openTaskStore`. */
  start(): Promise<void>;
  /** Throws `task-signature`, and as the keeper. */
  deploy(params: TaskDeployment, session: Session): Promise<TaskDeployed>;
  remove(task: string): Promise<void>;
  list(): Promise<TaskStatus[]>;
  watch(params: TaskWatch, session: Session): Promise<number>;
  unwatch(session: Session): void;
  acknowledge(cursor: number): Promise<void>;
  try(params: TaskTry, session: Session): Promise<TriedResult[]>;
  record(params: TaskRecord, session: Session): Promise<void>;
  /** Something was sent to a session anyway. */
  moved(session: Session, notification: Notification | undefined): void;
  close(): Promise<void>;
}

export interface TaskDeskOptions {
  /** Whether there are tasks of an earlier start. */
  readonly hasTasks: () => boolean;
  /** Id of this one. */
  readonly device: string;
  readonly load: () => Promise<LoadedTasks>;
}

/** Milliseconds between two tellings of the same kind to one who watches. */
const tellTime = 250;

interface Watcher {
  readonly leave: () => void;
}

export function createTaskDesk({ hasTasks, device, load }: TaskDeskOptions): TaskDesk {
  let loading: Promise<LoadedTasks> | undefined;
  let loaded: LoadedTasks | undefined;
  const watchers = new Map<Session, Watcher>();
  const recordings = new Map<Session, Map<string, () => void>>();
  const whole = (): Promise<LoadedTasks> => {
    loading ??= load().then(
      (tasks) => {
        loaded = tasks;
        return tasks;
      },
      (error: unknown) => {
        // What is wrong with the store now may be put right until the next request.
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };

  return {
    get size() {
      return loaded?.keeper.size ?? 0;
    },
    async start() {
      if (hasTasks()) await whole();
    },
    async deploy({ signature, ...params }, session) {
      const signer = signerOf(signature, { ...params, purpose: 'deploy', device, nonce: session.nonce });
      return (await whole()).keeper.deploy(params, signer);
    },
    async remove(task) {
      if (loading === undefined) throw unknownTask(task);
      await (await whole()).keeper.remove(task);
      for (const session of watchers.keys()) session.notify('task.removed', { task });
    },
    list: async () => (loading === undefined ? [] : (await whole()).keeper.list()),
    async watch({ after, activity }, session) {
      const tasks = await whole();
      leave(session);
      watchers.set(session, watch(tasks, session, new Set(activity)));
      void session.closed.then(() => leave(session));
      tasks.outbox.watch(session, after);
      return tasks.keeper.store.lastResult;
    },
    unwatch(session) {
      leave(session);
      loaded?.outbox.unwatch(session);
    },
    async acknowledge(cursor) {
      await (await whole()).keeper.acknowledge(cursor);
    },
    async try(params, session) {
      const { document, artifacts, signature } = params;
      const signer = signerOf(signature, { purpose: 'try', document, artifacts, device, nonce: session.nonce });
      const tasks = await whole();
      const ending = new AbortController();
      void session.closed.then(() => ending.abort());
      return tasks.tryTask(params, signer, ending.signal);
    },
    async record(params, session) {
      if (loading === undefined) throw unknownTask(params.task);
      record(await whole(), params, session);
    },
    moved(session, notification) {
      if (notification !== 'task.results') loaded?.outbox.moved(session);
    },
    async close() {
      for (const session of [...watchers.keys()]) leave(session);
      for (const ends of recordings.values()) for (const end of ends.values()) end();
      const tasks = await loading?.catch(() => undefined);
      tasks?.outbox.close();
      await tasks?.keeper.close();
    },
  };

  function leave(session: Session): void {
    watchers.get(session)?.leave();
    watchers.delete(session);
  }

  function watch(
    { keeper, gatherActivity: gather }: LoadedTasks,
    session: Session,
    active: ReadonlySet<string>,
  ): Watcher {
    const told = new Map<string, string>();
    /** Tasks whose status may have changed; undefined: all. */
    let changed: Set<string> | undefined;
    const status: Pace = createPace(tellTime, () => {
      if (session.isCongested()) {
        status.ask();
        return;
      }
      const due = changed;
      changed = new Set();
      for (const one of keeper.list((task) => due === undefined || due.has(task))) {
        // That the oldest result grew older is known without being told.
        const text = JSON.stringify(one, (key, value: unknown) => (key === 'age' ? undefined : value));
        if (told.get(one.task) === text) continue;
        told.set(one.task, text);
        session.notify('task.status', { status: one });
      }
    });
    const activity: Pace = createPace(tellTime, () => {
      for (const one of gatherer.take()) {
        // Events are counted in its status too.
        changed?.add(one.task);
        // Dropped where the link cannot keep up: the next one says more.
        if (!session.isCongested()) session.notify('task.activity', { activity: one });
      }
      status.ask();
    });
    const gatherer = gather(active, () => activity.ask());
    const stops = [
      keeper.listen(gatherer),
      keeper.listen({
        onStatus(task) {
          if (task === undefined) changed = undefined;
          else changed?.add(task);
          status.ask();
        },
      }),
    ];
    // The answer to the request goes first.
    setImmediate(() => {
      if (watchers.get(session) === watcher) status.ask();
    });
    const watcher: Watcher = {
      leave() {
        for (const stop of stops) stop();
        status.stop();
        activity.stop();
      },
    };
    return watcher;
  }

  /** Throws `task-unknown`, and `record-forbidden` where the task names no field. */
  function record({ keeper, recordEvents: open }: LoadedTasks, { task, time }: TaskRecord, session: Session): void {
    recordings.get(session)?.get(task)?.();
    if (time === 0) return;
    const deployed = keeper.find(task);
    if (deployed.task.record.size === 0) throw recordForbidden(task);
    const tell = (isOver: boolean): void => {
      const { events, dropped } = recorder.take();
      session.notify('task.recorded', { task, events, dropped, isOver });
    };
    const pace = createPace(tellTime, () => {
      if (!session.isCongested()) tell(false);
    });
    const recorder: Recorder = open(deployed, () => pace.ask());
    const stop = keeper.listen(recorder);
    const end = (): void => {
      clearTimeout(timer);
      stop();
      pace.stop();
      recordings.get(session)?.delete(task);
      tell(true);
    };
    const timer = setTimeout(end, time);
    const own = recordings.get(session) ?? new Map<string, () => void>();
    recordings.set(session, own.set(task, end));
    void session.closed.then(() => {
      if (own.get(task) === end) end();
      if (own.size === 0) recordings.delete(session);
    });
  }
}

function recordForbidden(task: string): CodedError {
  return new CodedError(
    'record-forbidden',
    `The task "${task}" lets no field be recorded.`,
    'Name the fields under `privacy.record` of the task, then deploy it again.',
  );
}
