// Brings a fresh clone to where everything else runs: installs the packages of the lockfile, among them the Node
// that the scripts run on, and with --browser the Chromium that the browser tests drive. Plain JavaScript, because it
// runs on whatever Node is there. Does nothing where nothing is missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

if (process.argv.includes('--browser') && !existsSync('/usr/bin/chromium')) {
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('setup: installing Chromium for the browser tests');
    run('apt-get', ['update', '-qq'], {});
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
      DEBIAN_FRONTEND: 'noninteractive',
    });
  } else {
    console.log(
      'setup: /usr/bin/chromium is missing and cannot be installed without root; the browser tests will fail.',
    );
    console.log(
      'setup: to have them, run once as root: apt-get install -y --no-install-recommends chromium fonts-dejavu-core',
    );
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
