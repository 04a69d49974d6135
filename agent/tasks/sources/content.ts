// What is in a file of a folder: as text, or as events. A file is read whole, as it was when it was looked at, or not at all.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { EventFault, WrittenEvent } from '@edgewright/core/task/event-line.js';
import type { Trouble } from '@edgewright/schemas/deployment.js';
import { sourceTrouble } from '../trouble.ts';
import { readBody } from './event.ts';

/** Bytes, and milliseconds since 1970. */
export type FileLook = readonly [size: number, modified: number];

/** Bytes of a file that is read, as of a body by HTTP. */
export const longestFile = 1 << 20;

/** Characters of a text as JSON: the fields of an event have little more room. */
const longestText = 60_000;

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  /** It is another one by now: it is looked at again. */
  | { readonly kind: 'moved' }
  /** `isFinal`: it stays so until the file changes. */
  | { readonly kind: 'unreadable'; readonly isFinal: boolean; readonly trouble: Trouble };

/** @param look As it was seen before; what is not so any more is not read. */
export async function readContent(path: string, look: FileLook): Promise<Content> {
  const [size] = look;
  if (size > longestFile) {
    const message = `${path} has ${size} bytes, more than the ${longestFile} that are read of a file.`;
    return unreadable(message, 'Write smaller files, or leave `read` out.');
  }
  let handle: FileHandle | undefined;
  try {
    // A link or a pipe may have taken its place: neither is followed, nor waited for.
    handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if (!(await isAs(handle, look))) return { kind: 'moved' };
    const bytes = Buffer.alloc(size);
    const { bytesRead } = await handle.read(bytes, 0, size, 0);
    if (bytesRead < size || !(await isAs(handle, look))) return { kind: 'moved' };
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ELOOP') return { kind: 'moved' };
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return unreadable(`${path} is no text in UTF-8.`, 'Write texts alone to the folder, or leave `read` out.');
    const message = `${path} cannot be read: ${code ?? (error as Error).message}.`;
    return {
      kind: 'unreadable',
      isFinal: false,
      trouble: sourceTrouble(message, 'Let the agent’s user read it; it is tried again.'),
    };
  } finally {
    await handle?.close();
  }
}

/** The text as a field, where an event has room for it. */
export function textField(path: string, text: string): { readonly text: string } | Trouble {
  if (JSON.stringify(text).length <= longestText) return { text };
  const message = `${path} has more text than an event holds, ${longestText} characters as JSON.`;
  return sourceTrouble(message, 'Write smaller files; this one was told without its `text`.');
}

/** One object, a list of them, or JSON Lines. */
export function eventsIn(text: string): readonly (WrittenEvent | EventFault)[] {
  return text.trim() === '' ? [] : readBody(text);
}

function unreadable(message: string, fix: string): Content {
  return { kind: 'unreadable', isFinal: true, trouble: sourceTrouble(message, fix) };
}

async function isAs(handle: FileHandle, [size, modified]: FileLook): Promise<boolean> {
  const found = await handle.stat();
  return found.isFile() && found.size === size && Math.floor(found.mtimeMs) === modified;
}
