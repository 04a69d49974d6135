// The tasks of devices for the Devices view. A device is asked when its rows are looked at and what is known of them is old,
// and after a command changed them: never while nobody looks.
import type { TaskStatus } from '@edgewright/schemas/deployment.js';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { listTasks } from '@edgewright/workbench/tasks/ask.js';
import { type Disposable, EventEmitter, type LogOutputChannel } from 'vscode';
import type { DeviceEntry } from '../devices/registry.ts';

interface Known {
  readonly tasks: readonly TaskStatus[];
  /** Milliseconds, of `performance.now`; 0: to be asked again at the next look. */
  readonly at: number;
}

/** Milliseconds: each question is a link of its own. */
const freshTime = 15_000;
/** While a task loads its model, which is soon over. */
const startingTime = 2_000;

export class TaskRows implements Disposable {
  readonly #credentials: Credentials;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<string>();
  readonly #known = new Map<string, Known>();
  readonly #asking = new Set<string>();

  constructor(credentials: Credentials, log: LogOutputChannel) {
    this.#credentials = credentials;
    this.#log = log;
  }

  /** The key of a device whose rows changed. */
  get onDidChange() {
    return this.#changed.event;
  }

  /** As far as they are known now; what is newer follows by `onDidChange`. */
  of(device: DeviceEntry): readonly TaskStatus[] {
    const known = this.#known.get(device.key);
    const isStarting = known?.tasks.some(({ state }) => state === 'starting') ?? false;
    const time = isStarting ? startingTime : freshTime;
    if (known === undefined || performance.now() - known.at > time) void this.#ask(device);
    return known?.tasks ?? [];
  }

  /** A command changed the tasks of a device. */
  refresh(device: DeviceEntry): void {
    this.#known.delete(device.key);
    void this.#ask(device);
  }

  /** Told on a link that is there anyway. */
  tell(device: string, status: TaskStatus): void {
    const { tasks, at } = this.#known.get(device) ?? { tasks: [], at: 0 };
    const others = tasks.filter(({ task }) => task !== status.task);
    const next = [...others, status].sort((a, b) => a.task.localeCompare(b.task));
    this.#known.set(device, { tasks: next, at });
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #ask(device: DeviceEntry): Promise<void> {
    const { key, name, target } = device;
    if (this.#asking.has(key)) return;
    this.#asking.add(key);
    let tasks: readonly TaskStatus[] = [];
    try {
      tasks = await listTasks({ target, credentials: this.#credentials });
    } catch (error) {
      // The row of the device says what is wrong with it.
      this.#log.debug(`tasks of ${name}: ${String(error)}`);
    } finally {
      this.#asking.delete(key);
    }
    const before = JSON.stringify(this.#known.get(key)?.tasks ?? []);
    this.#known.set(key, { tasks, at: performance.now() });
    if (JSON.stringify(tasks) !== before) this.#changed.fire(key);
  }
}
