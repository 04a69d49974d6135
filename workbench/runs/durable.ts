// Files that survive a power cut, and what is said when the disk does not take them.
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';

/** Replaces the file at `path` as a whole: temporary file, fsync, rename, fsync of the folder. Throws `disk-full` or `storage-refused`. */
export async function writeDurably(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(temporary, 'w', mode);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw storageError(error, path);
  }
}

/** Makes names in a folder durable. Where the system cannot sync folders, as on Windows, it does nothing. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** The coded form of what the file system says; a bug stays what it is. */
export function storageError(error: unknown, path: string): unknown {
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new CodedError(
        'disk-full',
        `${path} cannot be written: the disk, the quota or the file-size limit is used up.`,
        'Free space; what a device has measured is still on it, and `edgewright resume RUN` fetches it.',
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ENOENT':
    case 'EISDIR':
    case 'EIO':
      return new CodedError(
        'storage-refused',
        `${path} cannot be written: ${systemReason(error)}.`,
        'Choose another path, or correct its permissions.',
      );
    default:
      return error;
  }
}

/** What the file system says, in words: "there is no such file or folder". */
export function systemReason(error: unknown): string {
  const code = systemCode(error);
  return (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EISDIR: 'it is a folder, not a file',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file of this name is there already',
  EACCES: 'the permissions of the file or its folder forbid it',
  EPERM: 'the system forbids it',
  EROFS: 'the file system is read-only',
};

export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
