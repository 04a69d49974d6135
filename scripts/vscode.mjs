// The real VS Code that the end-to-end tests drive: code-server and the Node it runs on, from npm, in a cache folder
// outside the clone, because it is four times as large as everything else and the same for every clone. Plain
// JavaScript, because set-up calls it on whatever Node is there.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';
/** Counts changes of the recipe below, so that a folder made by an older one is not taken for its result. */
const recipe = 1;

const nodePackage = `node-${process.platform}-${process.arch}`;
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'edgewright');
const folder = join(cache, `code-server-${codeServerVersion}-${recipe}`);

/** Where the programs are once `installVscode` has returned. */
export const vscode = {
  version: codeServerVersion,
  node: join(folder, 'node_modules', nodePackage, 'bin', 'node'),
  server: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
};

/**
 * Does nothing where the folder is there. A folder is there whole or not at all: it is built beside its place and
 * renamed, so a set-up that is killed leaves nothing that looks finished, and of two at once the later one yields.
 * Throws an error that says what failed.
 */
export function installVscode(say = console.log) {
  if (existsSync(folder)) return;
  mkdirSync(cache, { recursive: true });
  sweepLeftovers();
  say(`setup: installing code-server ${codeServerVersion}, a VS Code for the tests (once, 800 MB, in ${cache})`);
  const building = mkdtempSync(join(cache, 'building-'));
  try {
    build(building, say);
    put(building);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw error;
  }
}

function build(building, say) {
  const dependencies = { 'code-server': codeServerVersion, [nodePackage]: nodeVersion };
  writeFileSync(join(building, 'package.json'), JSON.stringify({ private: true, dependencies }));
  // Without the install scripts: they compile kerberos, which needs headers that nobody has, and take two minutes.
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  npm(building, install, {});

  const node = join(building, 'node_modules', nodePackage);
  const env = { PATH: `${join(node, 'bin')}:${process.env.PATH}`, npm_config_nodedir: node };
  const code = join(building, 'node_modules', 'code-server', 'lib', 'vscode');
  // Not `npm ci`: the shrinkwrap that comes with it is out of step with its manifest.
  for (const part of [code, join(code, 'extensions')]) npm(part, [...install, '--omit=dev'], env);

  say('setup: compiling the log and the watchdog of VS Code');
  npm(code, ['rebuild', '@vscode/spdlog', '@vscode/native-watchdog', '--loglevel=error'], env);
  if (!existsSync(join(code, 'node_modules', '@vscode', 'spdlog', 'build', 'Release', 'spdlog.node')))
    throw new Error('npm rebuild left no log library of VS Code behind');
}

function put(building) {
  try {
    renameSync(building, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(building, { recursive: true, force: true });
  }
}

/** What killed set-ups left behind; not what another one is building now. */
function sweepLeftovers() {
  const hour = 3_600_000;
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('building-'))) {
    const path = join(cache, name);
    if (Date.now() - statSync(path).mtimeMs > hour) rmSync(path, { recursive: true, force: true });
  }
}

function npm(cwd, args, env) {
  const result = spawnSync('npm', args, { cwd, encoding: 'utf8', env: { ...process.env, ...env } });
  if (result.status === 0) return;
  const why = result.error?.message ?? `ended with ${result.status ?? result.signal}`;
  const output = [result.stdout, result.stderr].filter(Boolean).join('\n').trim().split('\n').slice(-30).join('\n');
  throw new Error(`npm ${args.join(' ')} ${why}\n${output}`);
}
