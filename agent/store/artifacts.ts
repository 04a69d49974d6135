// Files by content: the name of an artifact is the SHA-256 of its bytes. A file has its name only when it is whole. What no
// run names any more is removed: at once when its run is forgotten, the rest when its room is needed.
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';

export interface ArtifactOptions {
  /** Bytes of one artifact. */
  readonly oneBytes: number;
  /** Bytes of all, with what is promised to transfers that are under way. */
  readonly allBytes: number;
  /** Those that runs name: they stay. */
  readonly named: () => ReadonlySet<string>;
}

export interface Artifacts {
  has(sha256: string): boolean;
  path(sha256: string): string;
  read(sha256: string): Promise<Buffer>;
  /** Bytes of it that are here already, of an earlier transfer that broke. */
  offset(sha256: string): number;
  /**
   * Adds bytes from `offset` on; when `total` is reached and the hash is right, the artifact is there. Throws `artifact-range`
   * where `offset` is not where the part ends, `artifact-too-large`, `artifact-mismatch` (the part is dropped),
   * `artifact-busy` while another transfer of it is under way, `artifacts-full` where `total` does not fit beside those that
   * runs name, `store-full` (the part is dropped: its space is needed).
   */
  write(sha256: string, offset: number, total: number, bytes: AsyncIterable<Uint8Array>): Promise<'whole' | 'part'>;
  /** Keeps artifacts, here already or yet to come, although no run names them, until the owner lets go of them. */
  hold(owner: object, artifacts: readonly string[]): void;
  /** Without `artifacts` of all that the owner holds. */
  release(owner: object, artifacts?: readonly string[]): void;
  /** Removes those of them that no run names and nobody holds. */
  discard(artifacts: readonly string[]): void;
}

export function openArtifacts(folder: string, options: ArtifactOptions): Artifacts {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  /** Bytes of each that is under way, when it will be whole. */
  const busy = new Map<string, number>();
  const holds = new Map<object, Set<string>>();
  const path = (sha256: string): string => join(folder, sha256);
  const part = (sha256: string): string => join(folder, `${sha256}.part`);

  const artifacts: Artifacts = {
    has: (sha256) => existsSync(path(sha256)),
    path,
    read: (sha256) => readFile(path(sha256)),
    offset: (sha256) => (existsSync(part(sha256)) ? statSync(part(sha256)).size : 0),
    async write(sha256, offset, total, bytes) {
      if (total > options.oneBytes) throw tooLarge(total, options.oneBytes);
      if (busy.has(sha256)) throw underWay(sha256);
      const at = artifacts.offset(sha256);
      if (offset !== at) throw misplaced(sha256, offset, at);
      makeRoom(sha256, total);
      busy.set(sha256, total);
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
    hold(owner, named) {
      const held = holds.get(owner) ?? new Set();
      for (const sha256 of named) held.add(sha256);
      holds.set(owner, held);
    },
    release(owner, named) {
      const held = holds.get(owner);
      for (const sha256 of named ?? []) held?.delete(sha256);
      if (named === undefined || held?.size === 0) holds.delete(owner);
    },
    discard(named) {
      const isKept = keeper();
      for (const sha256 of named) {
        if (isKept(sha256)) continue;
        rmSync(path(sha256), { force: true });
        rmSync(part(sha256), { force: true });
      }
    },
  };
  return artifacts;

  /** Of artifacts that must stay. */
  function keeper(): (sha256: string) => boolean {
    const named = options.named();
    return (sha256) => named.has(sha256) || busy.has(sha256) || [...holds.values()].some((held) => held.has(sha256));
  }

  /** Removes what may go, the oldest first, and nothing where that would not be enough. Throws `artifacts-full`. */
  function makeRoom(sha256: string, total: number): void {
    const files = readdirSync(folder)
      .map((name) => ({ name, sha256: name.slice(0, 64) }))
      .filter((file) => file.sha256 !== sha256 && !busy.has(file.sha256))
      .map((file) => ({ ...file, ...sizeOf(join(folder, file.name)) }));
    const promised = [...busy.values()].reduce((sum, bytes) => sum + bytes, 0);
    const used = promised + files.reduce((sum, { size }) => sum + size, 0);
    let excess = used + total - options.allBytes;
    if (excess <= 0) return;
    const isKept = keeper();
    const spare = files.filter((file) => !isKept(file.sha256)).sort((a, b) => a.time - b.time);
    if (spare.reduce((sum, { size }) => sum + size, 0) < excess) throw noRoom(total, used, options.allBytes);
    for (const { name, size } of spare) {
      if (excess <= 0) return;
      rmSync(join(folder, name), { force: true });
      excess -= size;
    }
  }

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

function sizeOf(path: string): { readonly size: number; readonly time: number } {
  const { size, mtimeMs } = statSync(path);
  return { size, time: mtimeMs };
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

function noRoom(total: number, used: number, limit: number): CodedError {
  return new CodedError(
    'artifacts-full',
    `The artifact has ${total} bytes; ${used} of the ${limit} bytes for artifacts on the device are in use.`,
    'Forget runs that are done, or raise --artifact-limit of the agent.',
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
