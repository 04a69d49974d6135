// How a process is started with nothing granted by the operating system: no network, no sight of other processes, no rights, no
// files but the code of this program. By util-linux's unshare and setpriv and Node's permission model, tried once.
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError } from '@edgewright/schemas/codes.js';
import type { Rank } from '../contract.ts';
import { type Launched, launch } from './launch.ts';
import { heldByParent, programIn } from './until-parent-ends.ts';

/** Starts the process of a sealed script, whose stdin and stdout are its only ways out. */
export type Seal = (flags: readonly string[], rank: Rank) => Promise<Launched>;

const module = fileURLToPath(new URL(`./sealed${extname(import.meta.url)}`, import.meta.url));

/** Milliseconds that a sealed process may take to start and to end. */
const probeTime = 20_000;

/** The user that owns nothing, on Linux and BSD. */
const nobody = '65534';

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
    const seal: Seal = (own, rank) => start([...command, process.execPath, ...permission(), ...own, module], rank);
    const reason = await seal(flags, 'normal').then(probe, (error: Error) => error.message);
    if (reason === undefined) return seal;
    reasons.push(reason);
  }
  throw new CodedError(
    'task-isolation',
    `This device keeps no Python script apart as a boundary: ${[...new Set(reasons)].join('; ') || 'it has no unshare and setpriv (util-linux on Linux)'}.`,
    'Let the agent make namespaces (in a container: more than its default seccomp profile), write `isolation: fault` under `policy` for a script of your own, or write it in JavaScript.',
  );
}

/** What comes before Node's command, best first. Nothing where the device has not the programs. */
function commands(path: string): readonly (readonly string[])[] {
  const [unshare, setpriv] = [programIn('unshare', path), programIn('setpriv', path)];
  if (unshare === undefined || setpriv === undefined) return [];
  const apart = ['--net', '--pid', '--ipc', '--uts', '--mount-proc', '--fork', '--kill-child'];
  const rights = ['--no-new-privs', '--bounding-set', '-all', '--inh-caps', '-all', ...heldByParent];
  const user = ['--reuid', nobody, '--regid', nobody, '--clear-groups'];
  // Each ends with the one that started it; to become another user clears that, so it is set after.
  const asNobody = [setpriv, ...heldByParent, unshare, ...apart, setpriv, ...user, ...rights];
  const asOwn = [unshare, '--map-root-user', setpriv, ...heldByParent, unshare, ...apart, setpriv, ...rights];
  return process.getuid?.() === 0 ? [asNobody, asOwn] : [asOwn];
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

function start([command = '', ...words]: readonly string[], rank: Rank): Promise<Launched> {
  return launch({ command, words, cwd: '/', as: 'stdio', isBehind: rank === 'behind' });
}

/** Why it does not start; it ends by itself once its input has. */
async function probe({ channel, ended, kill }: Launched): Promise<string | undefined> {
  channel.resume().end();
  const timer = setTimeout(kill, probeTime);
  const { code, stderr } = await ended;
  clearTimeout(timer);
  return code === 0
    ? undefined
    : (stderr.split('\n').find((line) => /error|unshare|setpriv/i.test(line)) ?? `exit code ${code}`);
}

/** The process that a seal's outermost program holds, as the system outside of it counts; undefined where it is gone. */
export function sealedPid({ pid }: Launched): number | undefined {
  try {
    const [inner] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return inner === undefined || inner === '' ? undefined : Number(inner);
  } catch {
    return undefined;
  }
}
