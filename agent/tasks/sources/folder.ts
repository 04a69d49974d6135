// Files that come, change and go in a folder, by looking at it: that works on every file system, also over a network. What is
// inside the files is not read.
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { paced, pause } from './pace.ts';

/** Files of a folder: of more nothing is told, as what was seen of them is kept. */
export const defaultMostFiles = 4_096;

/** Bytes, and milliseconds since 1970. */
type Look = ReadonlyMap<string, readonly [size: number, modified: number]>;

/**
 * A file that comes or changes is told when two looks found it the same. At first what is there is not told; after a restart what
 * changed in between is.
 * @param every Milliseconds between two looks.
 */
export function openFolder(
  path: string,
  event: string,
  every: number,
  intake: Intake,
  rate: number | undefined,
  mostFiles: number = defaultMostFiles,
): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  const done = (async () => {
    const kept = intake.memory.read();
    let told: Look | undefined = kept === undefined ? undefined : new Map(Object.entries(JSON.parse(kept)));
    let before: Look | undefined;
    for (; !ending.signal.aborted; await pause(every, ending.signal)) {
      const now = await lookInto(path, mostFiles);
      if (typeof now === 'string') {
        // Not of files that went: a disk may have been taken out.
        intake.tell(sourceTrouble(now, 'Look at the folder on the device; it is looked at again.'));
        continue;
      }
      intake.tell(null);
      if (told === undefined) {
        told = now;
        await intake.memory.write(textOf(told)).catch(() => undefined);
      } else {
        const [events, next] = changes(event, told, before ?? new Map(), now);
        told = next;
        if (events.length > 0) await give(events, textOf(told));
      }
      before = now;
    }
  })();
  return {
    async close() {
      ending.abort();
      await done;
    },
  };
}

/** The files themselves, without links and folders; or why it cannot be. */
async function lookInto(path: string, mostFiles: number): Promise<Look | string> {
  const look = new Map<string, readonly [number, number]>();
  try {
    for await (const entry of await opendir(path)) {
      if (!entry.isFile()) continue;
      if (look.size === mostFiles) return `${path} has more than ${mostFiles} files.`;
      // It may have gone in the meantime.
      const found = await lstat(join(path, entry.name)).catch(() => undefined);
      if (found?.isFile()) look.set(entry.name, [found.size, Math.floor(found.mtimeMs)]);
    }
    return look;
  } catch (error) {
    return `The folder ${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`;
  }
}

/** What became of the files that were told, and what has been told then. */
function changes(event: string, told: Look, before: Look, now: Look): [WrittenEvent[], Look] {
  const next = new Map(told);
  const events: WrittenEvent[] = [];
  for (const name of told.keys()) {
    if (now.has(name)) continue;
    next.delete(name);
    events.push({ event, fields: { name, change: 'removed' } });
  }
  for (const [name, file] of now) {
    const known = told.get(name);
    if (isEqual(file, known) || !isEqual(file, before.get(name))) continue;
    next.set(name, file);
    const [size, modified] = file;
    events.push({ event, fields: { name, change: known === undefined ? 'created' : 'changed', size, modified } });
  }
  return [events, next];
}

function isEqual([size, modified]: readonly [number, number], other: readonly [number, number] | undefined): boolean {
  return size === other?.[0] && modified === other[1];
}

function textOf(look: Look): string {
  return JSON.stringify(Object.fromEntries(look));
}
