// `npm test` after set-up: builds, checks style, then runs every test. The last line counts the real results.
import { spawnSync } from 'node:child_process';

const root = new URL('..', import.meta.url).pathname;
const patterns = process.argv.slice(2);

step('build and type check', 'tsc', ['-b']);
step('packages', 'node', ['scripts/pack.ts']);
step('package of the extension', 'node', ['scripts/vsix.ts']);
step('style', 'biome', ['ci', '--reporter=summary', '.']);
const tests = spawnSync(
  'mocha',
  [
    '--reporter',
    'scripts/reporter.mjs',
    '--timeout',
    '120000',
    '--exit',
    ...(patterns.length > 0 ? patterns : ['test/**/*.test.ts']),
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_OPTIONS: '--conditions=edgewright-source' } },
);
process.exit(tests.status ?? 1);

function step(name: string, command: string, args: readonly string[]): void {
  const begin = Date.now();
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) {
    console.error(`${name}: failed`);
    console.log('0 passed, 1 failed');
    process.exit(1);
  }
  console.log(`${name}: ok (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
}
