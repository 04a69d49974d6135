// Files that come, change and go in a folder, by looking at it: that works on every file system, also over a network. What is
// in them is read where the source asks for it.
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';
import type { WrittenEvent } from '@edgewright/core/task/event-line.js';
import type { Trouble } from '@edgewright/schemas/deployment.js';
import type { ResolvedSource } from '@edgewright/schemas/task-sources.js';
import type { Intake, OpenSource } from '../contract.ts';
import { sourceTrouble } from '../trouble.ts';
import { eventsIn, type FileLook, readContent, textField } from './content.ts';
import { mostAtOnce, paced, pause } from './pace.ts';

/** Files of a folder: of more nothing is told, as what was seen of them is kept. */
export const defaultMostFiles = 4_096;

/** Characters of events that are handed over at once. */
const mostCharacters = 1 << 20;

type Look = ReadonlyMap<string, FileLook>;

/** A file of which some events were handed over, and the rest not yet. */
interface Part {
  readonly name: string;
  readonly look: FileLook;
  /** Events. */
  readonly given: number;
}

/** What was told, by name, and the file that was under way. */
type Place = readonly [told: readonly (readonly [string, FileLook])[], part: Part | null];

/**
 * A file that comes or changes is told, or read, when two looks found it the same. At first what is there is not; after a restart
 * what changed in between is, and of a file that was under way the events that are missing.
 */
export function openFolder(
  { path, events: names, every, read, rate }: ResolvedSource & { readonly kind: 'folder' },
  intake: Intake,
  mostFiles: number = defaultMostFiles,
): OpenSource {
  const ending = new AbortController();
  const give = paced(intake, rate, ending.signal);
  // With a rate those of about a second: with each the place is kept, which has all files.
  const most = rate === undefined ? mostAtOnce : Math.min(mostAtOnce, Math.max(1, Math.ceil(rate)));
  const [event = ''] = names;
  const told = new Map<string, FileLook>();
  let part: Part | null = null;
  /** Not handed over yet. */
  let batch: WrittenEvent[] = [];
  let characters = 0;
  /** Whether the place is another than the one that is kept. */
  let isChanged = false;
  /** What was wrong with the file that was read last; it is told until another one is right. */
  let fault: Trouble | null = null;

  const done = (async () => {
    const kept = intake.memory.read();
    if (kept !== undefined) part = readPlace(kept, told);
    let hasBegun = kept !== undefined;
    let before: Look = new Map();
    for (; !ending.signal.aborted; await pause(every, ending.signal)) {
      const now = await lookInto(path, mostFiles);
      if (typeof now === 'string') {
        // Not of files that went: a disk may have been taken out.
        intake.tell(sourceTrouble(now, 'Look at the folder on the device; it is looked at again.'));
        continue;
      }
      intake.tell(fault);
      if (hasBegun) await tellChanges(before, now);
      else {
        for (const [name, look] of now) told.set(name, look);
        await intake.memory.write(placeOf(told, null)).catch(() => undefined);
      }
      hasBegun = true;
      before = now;
    }
  })();
  return {
    async close() {
      ending.abort();
      await done;
    },
  };

  async function tellChanges(before: Look, now: Look): Promise<void> {
    for (const name of told.keys()) {
      if (now.has(name)) continue;
      told.delete(name);
      isChanged = true;
      if (read !== 'events') await add({ event, fields: { ...fieldsOf(name), change: 'removed' } }, null);
    }
    for (const [name, look] of now) {
      if (ending.signal.aborted) return;
      if (isEqual(look, told.get(name)) || !isEqual(look, before.get(name))) continue;
      if (read === 'events') await tellEvents(name, look);
      else await tellFile(name, look);
    }
    if (batch.length > 0 || isChanged) await hand(null);
  }

  async function tellFile(name: string, look: FileLook): Promise<void> {
    const [size, modified] = look;
    const fields = { ...fieldsOf(name), change: told.has(name) ? 'changed' : 'created', size, modified };
    const text = read === 'text' ? await textOf(fields.path, look) : {};
    if (text === undefined) return;
    setTold(name, look);
    await add({ event, fields: { ...fields, ...text } }, null);
  }

  /** Nothing of a file that has none; undefined where it is to be tried again. */
  async function textOf(file: string, look: FileLook): Promise<{ readonly text?: string } | undefined> {
    const content = await readContent(file, look);
    if (content.kind === 'moved') return undefined;
    if (content.kind === 'unreadable') {
      refuse(content.trouble);
      return content.isFinal ? {} : undefined;
    }
    const field = textField(file, content.text);
    if ('code' in field) {
      refuse(field);
      return {};
    }
    fault = null;
    return field;
  }

  async function tellEvents(name: string, look: FileLook): Promise<void> {
    const { path: file } = fieldsOf(name);
    const content = await readContent(file, look);
    if (content.kind === 'moved') return;
    if (content.kind === 'unreadable') {
      refuse(content.trouble);
      if (content.isFinal) setTold(name, look);
      return;
    }
    const given = part?.name === name && isEqual(look, part.look) ? part.given : 0;
    let count = 0;
    let wrong: Trouble | null = null;
    for (const found of eventsIn(content.text)) {
      if (ending.signal.aborted) return;
      if ('fix' in found) {
        // Where the file is read on after a restart it was counted before.
        if (count >= given) intake.refuse(1);
        wrong = sourceTrouble(`${file} has what is no event: ${found.message}`, found.fix);
      } else if (++count > given) await add(found, { name, look, given: count });
    }
    fault = wrong;
    if (wrong !== null) intake.tell(wrong);
    setTold(name, look);
  }

  function setTold(name: string, look: FileLook): void {
    told.set(name, look);
    isChanged = true;
  }

  /** @param under Of which file it is, where that is not told yet. */
  async function add(one: WrittenEvent, under: Part | null): Promise<void> {
    batch.push(one);
    characters += 'text' in one.fields ? String(one.fields.text).length : 0;
    if (batch.length >= most || characters >= mostCharacters) await hand(under);
  }

  async function hand(under: Part | null): Promise<void> {
    const events = batch;
    batch = [];
    characters = 0;
    isChanged = false;
    part = under;
    await give(events, placeOf(told, under));
  }

  function refuse(trouble: Trouble): void {
    // Once, however often it is tried.
    if (fault?.message !== trouble.message) intake.refuse(1);
    fault = trouble;
    intake.tell(trouble);
  }

  function fieldsOf(name: string): { readonly name: string; readonly path: string } {
    return { name, path: join(path, name) };
  }
}

/** The files themselves, without links and folders; or why it cannot be. */
async function lookInto(path: string, mostFiles: number): Promise<Look | string> {
  const look = new Map<string, FileLook>();
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

function isEqual([size, modified]: FileLook, other: FileLook | undefined): boolean {
  return size === other?.[0] && modified === other[1];
}

function placeOf(told: Look, part: Part | null): string {
  return JSON.stringify([[...told], part] satisfies Place);
}

/** Puts what was told into `told`; also of an older agent, which kept an object of it. */
function readPlace(text: string, told: Map<string, FileLook>): Part | null {
  const place = JSON.parse(text) as Place | Readonly<Record<string, FileLook>>;
  const [files, part] = isPlace(place) ? place : [Object.entries(place), null];
  for (const [name, look] of files) told.set(name, look);
  return part;
}

function isPlace(place: Place | Readonly<Record<string, FileLook>>): place is Place {
  return Array.isArray(place);
}
