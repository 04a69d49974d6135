// How a process is started with nothing granted by the operating system: no network, no sight of other processes, no rights, no
// files but the code of this program. By util-linux's unshare and setpriv and Node's permission model, tried once.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@edgewright/schemas/codes.js';

/** Starts the process of a sealed script, whose stdin and stdout are its only ways out. */
export type Seal = (flags: readonly string[]) => ChildProcess;

const module = fileURLToPath(new URL(`./sealed${extname(import.meta.url)}`, import.meta.url));

/** Milliseconds that a sealed process may take to start and to end. */
const probeTime = 20_000;

/** The user that owns nothing, on Linux and BSD. */
const nobody = '65534';

/** Of setpriv. */
const held = ['--pdeathsig', 'KILL'];

let found: Promise<Seal> | undefined;

/** Rejects with `task-isolation` and what this device lacks. */
export function openSeal(flags: readonly string[]): Promise<Seal> {
  found ??= findSeal(flags, process.env.PATH);
  return found;
}

/** As `openSeal`, tried anew, with programs of the folders of `path`. */
export async function findSeal(flags: readonly string[], path = ''): Promise<Seal> {
  const reasons: string[] = [];
  for (const command of commands(path)) {
    const seal: Seal = (own) => start([...command, process.execPath, ...permission(), ...own, module]);
    const reason = await probe(seal(flags));
    if (reason === undefined) return seal;
    reasons.push(reason);
  }
  throw new CodedError(
    'task-isolation',
    `This device keeps no Python script apart as a boundary: ${[...new Set(reasons)].join('; ') || 'it has no unshare and setpriv (util-linux on Linux)'}.`,
    'Let the agent make namespaces (in a container: more than its default seccomp profile), write `isolation: fault` under `policy` for a script of your own, or write it in JavaScript.',
  );
}

/** What comes before a command that is to end with this process, however that ends; nothing where the device has no setpriv. */
export function untilParentEnds(): readonly string[] {
  const setpriv = program('setpriv', process.env.PATH ?? '');
  return setpriv === undefined ? [] : [setpriv, ...held];
}

/** What comes before Node's command, best first. Nothing where the device has not the programs. */
function commands(path: string): readonly (readonly string[])[] {
  const [unshare, setpriv] = [program('unshare', path), program('setpriv', path)];
  if (unshare === undefined || setpriv === undefined) return [];
  const apart = ['--net', '--pid', '--ipc', '--uts', '--mount-proc', '--fork', '--kill-child'];
  const rights = ['--no-new-privs', '--bounding-set', '-all', '--inh-caps', '-all', ...held];
  const user = ['--reuid', nobody, '--regid', nobody, '--clear-groups'];
  // Each ends with the one that started it; to become another user clears that, so it is set after.
  const asNobody = [setpriv, ...held, unshare, ...apart, setpriv, ...user, ...rights];
  const asOwn = [unshare, '--map-root-user', setpriv, ...held, unshare, ...apart, setpriv, ...rights];
  return process.getuid?.() === 0 ? [asNobody, asOwn] : [asOwn];
}

function program(name: string, path: string): string | undefined {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** Reading is granted of the code of this program and the packages beside it, and nothing else. */
function permission(): readonly string[] {
  // Before Node 23.5 and 22.13 by its older name.
  const flag = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
  return [
    flag,
    ...codeFolders().map((folder) => `--allow-fs-read=${folder}`),
    '--disallow-code-generation-from-strings',
  ];
}

function codeFolders(): readonly string[] {
  let own = dirname(module);
  while (!existsSync(join(own, 'package.json'))) own = dirname(own);
  const packages = (createRequire(module).resolve.paths('@edgewright/core') ?? []).find((folder) =>
    existsSync(join(folder, '@edgewright')),
  );
  if (packages === undefined) return [own];
  const beside = ['core', 'schemas'].map((name) => realpathSync(join(packages, '@edgewright', name)));
  return [own, ...beside, packages];
}

function start([command = '', ...words]: readonly string[]): ChildProcess {
  return spawn(command, words, { env: {}, cwd: '/', stdio: ['pipe', 'pipe', 'pipe'] });
}

/** Why it does not start; it ends by itself once its input has. */
async function probe(child: ChildProcess): Promise<string | undefined> {
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(0, 2_000);
  });
  child.stdin?.on('error', () => undefined).end();
  const timer = setTimeout(() => child.kill('SIGKILL'), probeTime);
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null)).once('close', resolve);
  });
  clearTimeout(timer);
  return code === 0
    ? undefined
    : (stderr.split('\n').find((line) => /error|unshare|setpriv/i.test(line)) ?? `exit code ${code}`);
}

/** The process that a seal's outermost program holds, as the system outside of it counts; undefined where it is gone. */
export function sealedPid({ pid }: ChildProcess): number | undefined {
  try {
    const [inner] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return inner === undefined || inner === '' ? undefined : Number(inner);
  } catch {
    return undefined;
  }
}
