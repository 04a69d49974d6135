// Follows tasks of devices for the pages of this window: one link and one file of results for each device, however many pages.
import { join } from 'node:path';
import type { Credentials } from '@edgewright/workbench/devices/credentials.js';
import { resultsFolder } from '@edgewright/workbench/tasks/kept.js';
import { type TaskWatchEvent, watchTasks } from '@edgewright/workbench/tasks/watch.js';
import { type Disposable, type Uri, workspace } from 'vscode';
import type { DeviceEntry } from '../devices/registry.ts';

export interface Follower {
  readonly task: string;
  hear(event: TaskWatchEvent): void;
  /** It is not followed any more; to follow it again is another call. */
  fail(error: unknown): void;
}

interface Followed {
  readonly followers: Set<Follower>;
  ending: AbortController;
  /** Settles when the link before is closed and its file of results is free. */
  last: Promise<void>;
}

export class TaskWatches implements Disposable {
  readonly #credentials: Credentials;
  /** Where results are kept in a window without a folder. */
  readonly #storage: Uri;
  readonly #devices = new Map<string, Followed>();

  constructor(credentials: Credentials, storage: Uri) {
    this.#credentials = credentials;
    this.#storage = storage;
  }

  follow(device: DeviceEntry, follower: Follower): Disposable {
    const followed = this.#devices.get(device.key) ?? {
      followers: new Set(),
      ending: new AbortController(),
      last: Promise.resolve(),
    };
    this.#devices.set(device.key, followed);
    followed.followers.add(follower);
    this.#begin(device, followed);
    return {
      dispose: () => {
        if (followed.followers.delete(follower)) this.#begin(device, followed);
      },
    };
  }

  dispose(): void {
    for (const { ending, followers } of this.#devices.values()) {
      followers.clear();
      ending.abort();
    }
  }

  /** The tasks whose activity is told are named when a link begins, so others mean another link. */
  #begin(device: DeviceEntry, followed: Followed): void {
    followed.ending.abort();
    const ending = new AbortController();
    followed.ending = ending;
    const { followers } = followed;
    followed.last = followed.last
      .then(async () => {
        if (ending.signal.aborted || followers.size === 0) return;
        await watchTasks({
          target: device.target,
          credentials: this.#credentials,
          folder: this.#folder(),
          activity: [...new Set([...followers].map(({ task }) => task))],
          hear(event) {
            if (!ending.signal.aborted) for (const follower of followers) follower.hear(event);
          },
          signal: ending.signal,
        });
      })
      .catch((error: unknown) => {
        if (ending.signal.aborted) return;
        const failed = [...followers];
        followers.clear();
        for (const follower of failed) follower.fail(error);
      });
  }

  #folder(): string {
    const [first] = workspace.workspaceFolders ?? [];
    return join((first?.uri ?? this.#storage).fsPath, resultsFolder);
  }
}
