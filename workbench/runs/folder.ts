// The folder of a run: `run.json`, the head, and `records/<device>.jsonl`. Everything that comes after a run reads these.
import { randomBytes } from 'node:crypto';
import { access, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { CodedError } from '@edgewright/schemas/codes.js';
import { storageError, syncFolder, systemCode, writeDurably } from './durable.ts';

/** `run.json`. It holds no token: only where one is found. */
export interface RunHead {
  readonly edgewright: 'run/v1';
  /** Id of the run on the wire. */
  readonly id: string;
  /** Name of the sweep. */
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly started: string;
  /** Program that made the folder: "edgewright 0.1.0". */
  readonly program: string;
  /** The sweep document as it was when the run began, YAML. */
  readonly sweep: string;
  /** Of `onnx` models by the path in the sweep, and of files with their weights by the path that it would have for them. */
  readonly artifacts: Readonly<Record<string, RunArtifact>>;
  readonly devices: readonly RunDevice[];
  /** Of a re-run: id of the run whose failed points it measures again. */
  readonly rerunOf?: string;
  /** Of a re-run: ids of the points to measure, by the name of the device. */
  readonly points?: Readonly<Record<string, readonly string[]>>;
}

export interface RunArtifact {
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  /** Absolute path of the file on this machine. */
  readonly file: string;
}

export interface RunDevice {
  /** Unique in the run; names the records file. */
  readonly name: string;
  /** Id of the device, as its hello says it. */
  readonly id: string;
  /** Absent where the agent dials in. */
  readonly address?: string;
  readonly certificate?: string;
  /** Without it the token that `edgewright pair` stored. */
  readonly token?: { readonly env: string } | { readonly file: string };
}

export interface Run {
  /** Absolute path of the folder. */
  readonly path: string;
  readonly head: RunHead;
}

export type NewRun = Omit<RunHead, 'edgewright' | 'id' | 'started'>;

/**
 * Makes `<root>/<UTC time>-<sweep name>-<short id>/`. `prepare` is called before others can find the run. Throws `disk-full` or
 * `storage-refused`.
 */
export async function createRun(
  root: string,
  run: NewRun,
  now: Date,
  prepare?: (path: string) => Promise<void>,
): Promise<Run> {
  const id = makeRunId();
  const started = now.toISOString();
  const time = started.replace(/\.\d+Z$/, 'Z').replaceAll(':', '');
  const path = resolve(root, `${time}-${run.name}-${id.slice(-6)}`);
  const head: RunHead = { edgewright: 'run/v1', id, started, ...run };
  try {
    await mkdir(join(path, 'records'), { recursive: true });
    await syncFolder(resolve(root));
  } catch (error) {
    throw storageError(error, path);
  }
  await prepare?.(path);
  await writeDurably(join(path, 'run.json'), `${JSON.stringify(head, null, 2)}\n`);
  return { path, head };
}

/** Reads the head of the run at `path`. Throws `run-not-found` or `run-broken`. */
export async function openRun(path: string): Promise<Run> {
  const file = join(path, 'run.json');
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' && systemCode(error) !== 'ENOTDIR') throw storageError(error, file);
    throw new CodedError(
      'run-not-found',
      `${path} is no run folder: it has no run.json.`,
      'Name a folder that `edgewright runs` lists.',
    );
  }
  return { path: resolve(path), head: parseHead(text, file) };
}

/**
 * The run that `reference` means: a path, `latest`, the name of a sweep for its latest run, or the beginning or end of the
 * name of one folder in `root`.
 * Throws `run-not-found` or `run-broken`.
 */
export async function findRun(root: string, reference: string): Promise<Run> {
  const names = await runNames(root);
  if (reference === 'latest') {
    const latest = names.at(-1);
    if (latest === undefined) throw noSuchRun(root, reference, []);
    return openRun(join(root, latest));
  }
  const ofSweep = names.filter((name) => sweepOf(name) === reference).at(-1);
  if (ofSweep !== undefined) return openRun(join(root, ofSweep));
  const found = names.includes(reference)
    ? [reference]
    : names.filter((name) => name.startsWith(reference) || name.endsWith(reference));
  if (found.length === 1 && !reference.includes('/')) return openRun(join(root, found[0]));
  if (found.length > 1) throw noSuchRun(root, reference, found);
  const isPath = reference.includes('/') || (await isFolder(reference));
  if (!isPath) throw noSuchRun(root, reference, []);
  return openRun(basename(reference) === 'run.json' ? join(reference, '..') : reference);
}

/** Names of the run folders in `root`, oldest first; none where the folder does not exist. */
export async function runNames(root: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(root, { withFileTypes: true });
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const runs = await Promise.all(folders.map((name) => isFile(join(root, name, 'run.json'))));
    return folders.filter((_, index) => runs[index]).sort();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw storageError(error, root);
  }
}

/** "2026-01-02T030405Z-quick-x3k9ab" -> "quick" */
function sweepOf(folder: string): string | undefined {
  return /^[\dT-]+Z-(.+)-[0-9a-z]{6}$/.exec(folder)?.[1];
}

export function recordsPath(run: Run, device: string): string {
  return join(run.path, 'records', `${device}.jsonl`);
}

/** 26 characters of Crockford's base 32: 130 random bits. */
function makeRunId(): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  return Array.from(randomBytes(26), (byte) => alphabet[byte % 32]).join('');
}

function parseHead(text: string, file: string): RunHead {
  let head: Partial<RunHead> | null;
  try {
    head = JSON.parse(text);
  } catch (error) {
    throw brokenRun(file, error instanceof Error ? error.message : String(error));
  }
  if (head?.edgewright !== 'run/v1') throw brokenRun(file, 'it is not of kind run/v1');
  for (const key of ['id', 'name', 'started', 'sweep'] as const) {
    if (typeof head[key] !== 'string') throw brokenRun(file, `"${key}" is missing`);
  }
  if (!Array.isArray(head.devices)) throw brokenRun(file, '"devices" is missing');
  return { program: '', artifacts: {}, ...head } as RunHead;
}

function brokenRun(file: string, reason: string): CodedError {
  return new CodedError(
    'run-broken',
    `${file} cannot be used: ${reason}.`,
    'Restore the file from a copy; the records beside it are whole.',
  );
}

function noSuchRun(root: string, reference: string, found: readonly string[]): CodedError {
  return found.length > 1
    ? new CodedError(
        'run-not-found',
        `"${reference}" means ${found.length} runs: ${found.slice(0, 3).join(', ')}${found.length > 3 ? ', ...' : ''}.`,
        'Write more of the name.',
      )
    : new CodedError(
        'run-not-found',
        `There is no run "${reference}" in ${root}.`,
        'See `edgewright runs`, or name the folder.',
      );
}

async function isFile(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}
