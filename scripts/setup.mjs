// Brings a fresh clone to where everything else runs: installs the packages of the lockfile, among them the Node
// that the scripts run on; with --browser the Chromium that the browser tests drive, with --vscode the VS Code, with
// --servers the NATS server that sources subscribe to. Plain JavaScript, because it runs on whatever Node is there. Does
// nothing where nothing is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { installVscode } from './vscode.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}/node_modules/.edgewright-setup`;

const lock = createHash('sha256')
  .update(readFileSync(`${root}/package-lock.json`))
  .digest('hex');
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('setup: installing the packages of package-lock.json');
  // Its install script fetches CUDA libraries from outside the registry and fails without them; the CPU build is in the package.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { ONNXRUNTIME_NODE_INSTALL: 'skip' });
  const node = spawnSync(`${root}/node_modules/.bin/node`, ['--version'], { encoding: 'utf8' });
  if (node.status !== 0 || Number(node.stdout.slice(1).split('.')[0]) < 24) {
    fail('the package "node" did not install Node 24', 'allow its install script: npm config set ignore-scripts false');
  }
  writeFileSync(stamp, lock);
}

const forBrowser = [['/usr/bin/chromium', 'chromium fonts-dejavu-core']];
const forServers = [['/usr/sbin/nats-server', 'nats-server']];
const forVscode = [
  ['/usr/bin/git', 'git'],
  ['/usr/bin/python3', 'python3'],
  ['/usr/bin/make', 'make'],
  ['/usr/bin/g++', 'g++'],
];
const wanted = [
  ...(process.argv.includes('--browser') ? forBrowser : []),
  ...(process.argv.includes('--servers') ? forServers : []),
  ...(process.argv.includes('--vscode') ? forVscode : []),
];
installSystemPackages(wanted.filter(([program]) => !existsSync(program)).flatMap(([, names]) => names.split(' ')));

if (process.argv.includes('--vscode')) {
  try {
    installVscode();
  } catch (error) {
    fail(error.message, 'a registry that cannot be reached or a full disk is the usual cause; run it again after that');
  }
}

function installSystemPackages(names) {
  if (names.length === 0) return;
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log(`setup: installing ${names.join(', ')} for the tests`);
    run('apt-get', ['update', '-qq'], {});
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  } else {
    console.log(`setup: ${names.join(', ')} cannot be installed without root; the tests that need them will fail.`);
    console.log(`setup: to have them, run once as root: apt-get install -y --no-install-recommends ${names.join(' ')}`);
  }
}

function run(command, args, env) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (result.status !== 0) {
    const why = result.error?.message ?? `ended with ${result.status ?? result.signal}`;
    fail(
      `${command} ${args.join(' ')} ${why}`,
      'see its output above; a registry that cannot be reached is the usual cause',
    );
  }
}

function fail(what, fix) {
  console.error(`setup: ${what}\nsetup: ${fix}`);
  process.exit(1);
}
