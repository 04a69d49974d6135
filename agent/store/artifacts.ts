// Files by content: the name of an artifact is the SHA-256 of its bytes. A file has its name only when it is whole.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';

export interface Artifacts {
  has(sha256: string): boolean;
  path(sha256: string): string;
  read(sha256: string): Promise<Buffer>;
  /** Bytes of it that are here already, of an earlier transfer that broke. */
  offset(sha256: string): number;
  /**
   * Adds bytes from `offset` on; when `total` is reached and the hash is right, the artifact is there. Throws `artifact-range`
   * where `offset` is not where the part ends, `artifact-too-large`, `artifact-mismatch` (the part is dropped),
   * `artifact-busy` while another transfer of it is under way, `store-full` (the part is dropped: its space is needed).
   */
  write(sha256: string, offset: number, total: number, bytes: AsyncIterable<Uint8Array>): Promise<'whole' | 'part'>;
}

export function openArtifacts(folder: string, maxBytes: number): Artifacts {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const busy = new Set<string>();
  const path = (sha256: string): string => join(folder, sha256);
  const part = (sha256: string): string => join(folder, `${sha256}.part`);

  const artifacts: Artifacts = {
    has: (sha256) => existsSync(path(sha256)),
    path,
    read: (sha256) => readFile(path(sha256)),
    offset: (sha256) => (existsSync(part(sha256)) ? statSync(part(sha256)).size : 0),
    async write(sha256, offset, total, bytes) {
      if (total > maxBytes) throw tooLarge(total, maxBytes);
      if (busy.has(sha256)) throw underWay(sha256);
      const at = artifacts.offset(sha256);
      if (offset !== at) throw misplaced(sha256, offset, at);
      busy.add(sha256);
      try {
        return await receive(sha256, offset, total, bytes);
      } catch (error) {
        if (!isFull(error)) throw error;
        await rm(part(sha256), { force: true });
        throw full(sha256);
      } finally {
        busy.delete(sha256);
      }
    },
  };
  return artifacts;

  async function receive(
    sha256: string,
    offset: number,
    total: number,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<'whole' | 'part'> {
    const hash = createHash('sha256');
    if (offset > 0) for await (const chunk of createReadStream(part(sha256))) hash.update(chunk as Buffer);
    const file = await open(part(sha256), 'a', 0o600);
    let size = offset;
    try {
      for await (const chunk of bytes) {
        size += chunk.length;
        if (size > total) throw tooLarge(size, total);
        hash.update(chunk);
        await file.write(chunk);
      }
      if (size < total) return 'part';
      if (hash.digest('hex') !== sha256) {
        await rm(part(sha256), { force: true });
        throw mismatch(sha256);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(part(sha256), path(sha256));
    const directory = await open(folder);
    await directory.sync();
    await directory.close();
    return 'whole';
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}

function tooLarge(size: number, limit: number): CodedError {
  return new CodedError(
    'artifact-too-large',
    `The artifact has ${size} bytes or more, ${limit} are allowed.`,
    'Use a smaller model, or raise the limit of the agent.',
  );
}

function underWay(sha256: string): CodedError {
  return new CodedError(
    'artifact-busy',
    `Another transfer of ${sha256} is under way.`,
    'Wait for it, then ask again what is missing.',
  );
}

function misplaced(sha256: string, offset: number, at: number): CodedError {
  return new CodedError(
    'artifact-range',
    `The part of ${sha256} begins at ${offset}, but the device has ${at} bytes of it.`,
    'Ask with HEAD where to go on.',
  );
}

function mismatch(sha256: string): CodedError {
  return new CodedError(
    'artifact-mismatch',
    `The bytes sent do not have the SHA-256 ${sha256}.`,
    'Send the file again from its beginning.',
  );
}

function full(sha256: string): CodedError {
  return new CodedError(
    'store-full',
    `There is no space on the device for the artifact ${sha256}.`,
    'Free space on the device, then send it again.',
  );
}
